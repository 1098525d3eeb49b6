// Rules for sites: one by one in a list, or all as text.
"use strict";

/** The rules that were put into the text last. */
let drawn = {};
/** The rules that the text held when its editing began; null while it is not edited. Only what was edited is stored. */
let base = null;

/** Draws the list anew where it is another; the keyboard stays where it was, or goes to what took its place. */
function drawRules(sites) {
  const patterns = Object.keys(sites).sort();
  const rows = [...part("rules").children];
  if (rows.map((row) => row.dataset.pattern).join(" ") !== patterns.join(" ")) {
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const kept = at >= 0 ? { pattern: rows[at].dataset.pattern, name: document.activeElement.localName } : null;
    part("rules").replaceChildren(...patterns.map(row));
    if (kept) {
      const next = patterns.includes(kept.pattern) ? patterns.indexOf(kept.pattern) : Math.min(at, patterns.length - 1);
      (part("rules").children[next]?.querySelector(kept.name) ?? part("pattern")).focus();
    }
  }
  for (const { dataset, firstElementChild } of part("rules").children) firstElementChild.control.checked = sites[dataset.pattern];
  part("rules").hidden = patterns.length === 0;
  part("no-rules").hidden = patterns.length > 0;
  if (base !== null) return;
  drawn = sites;
  part("text").value = writeRules(sites);
}

/** A line of the list. */
function row(pattern) {
  const [line, label, name, toggle, remove] = ["li", "label", "span", "input", "button"].map((tag) => document.createElement(tag));
  line.dataset.pattern = pattern;
  name.textContent = pattern;
  toggle.type = "checkbox";
  toggle.setAttribute("role", "switch");
  toggle.addEventListener("change", () => store(saveRules([[pattern, toggle.checked]])));
  remove.type = "button";
  remove.textContent = word("rules_remove");
  remove.setAttribute("aria-label", word("rules_remove_one", [pattern]));
  remove.addEventListener("click", () => store(saveRules([[pattern, null]])));
  label.append(toggle, name);
  line.append(label, remove);
  return line;
}

part("add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const written = part("pattern").value;
  const pattern = toPattern(written);
  part("pattern").setAttribute("aria-invalid", pattern === null);
  if (pattern === null) return tell(word("rules_pattern", [written.slice(0, 60)]));
  if (await store(saveRules([[pattern, part("state").value === "on"]]))) part("pattern").value = "";
});

part("text").addEventListener("input", () => (base ??= drawn));

/** Stores what was edited, and leaves what others changed meanwhile as they left it. */
async function saveText() {
  const after = parseRules(part("text").value);
  await saveRules(ruleChanges(base ?? drawn, after));
  base = null;
}

part("bulk-save").addEventListener("click", () => store(saveText()));
part("bulk-undo").addEventListener("click", async () => {
  base = null;
  drawRules((await readSettings()).sites);
});
