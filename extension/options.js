// The settings page. What is chosen is stored at once, and said in a line at the foot of the window.
"use strict";

/** What the page calls the settings. */
const NAMES = {
  where: "where",
  labels: "labels_beside",
  quotations: "shown_quotations",
  reports: "shown_reports",
  print: "shown_print",
  theme: "theme",
};

let clearing = 0;

/** Says something at the foot of the window; `undo`, where given, can be done until something else is said. */
function tell(text, undo = null) {
  clearTimeout(clearing);
  part("told").textContent = text;
  part("undo").hidden = !undo;
  part("undo").onclick = undo;
  if (!undo) clearing = setTimeout(() => (part("told").textContent = ""), 6000);
}

/** Waits for what stores something and says how that ended; `undo` may be given for what it did. */
async function store(action, undo = null) {
  try {
    const before = await action;
    tell(word("saved"), undo && (() => store(undo(before))));
    return true;
  } catch (error) {
    tell(error instanceof Refusal ? word(error.message, error.values) : whyNotSaved(error));
    return false;
  } finally {
    // Also where nothing was stored: a control then shows again what holds.
    await draw(await readSettings());
  }
}

const save = (key, value) => store(saveSetting(key, value));
const radios = ["labels", "theme", "where"].map((name) => bindChoices(name, save));

async function draw(settings) {
  radios.forEach((show) => show(settings));
  for (const id of ["quotations", "reports", "print"]) part(id).checked = settings[id];
  drawPreview(settings);
  drawRules(settings.sites);
  const corrupt = await corruptItems();
  part("corrupt").hidden = corrupt.length === 0;
  const lines = corrupt.map((key) => {
    const line = document.createElement("li");
    line.textContent = Object.hasOwn(NAMES, key) ? word(NAMES[key]) : key.slice(RULE.length);
    return line;
  });
  part("corrupt-names").replaceChildren(...lines);
}

for (const id of ["quotations", "reports", "print"]) {
  part(id).addEventListener("change", (event) => save(id, event.target.checked));
}
part("mend").addEventListener("click", () => store(mendSettings()));

fillWords();
followSettings(draw);
drawKeys();
