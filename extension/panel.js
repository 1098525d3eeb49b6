// The panel beside an article: it follows the tab in front, or the one that its address names, and what changes there.
"use strict";

/** The tab that the address names. */
const named = new URLSearchParams(location.search).get("tab");
/** The tab that is shown. */
let tab = null;
/** What the page told last, and the same as text. */
let panel = null;
let told = null;
let groups = [];
/** Counts questions: an answer that is overtaken by another question is not shown. */
let asked = 0;
const turns = new Turns();
const picture = new Picture(go);
const list = new List(go, draw);

async function tabInFront() {
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
  return active?.id;
}

/** Asks the page anew; not while nobody looks. */
async function refresh() {
  if (document.hidden) return;
  const mine = ++asked;
  const id = named ? Number(named) : await tabInFront();
  const status = id && (await statusOf(id));
  const found = status?.state === "on" ? await reach(id, "panel") : null;
  if (mine !== asked) return;
  tab = id;
  show(status, found);
}

function show(status, found) {
  part("found").hidden = part("export").hidden = !found;
  part("reason").hidden = Boolean(found);
  setText(part("reason"), found ? "" : whyNothing(status));
  const text = JSON.stringify(found);
  if (text === told) return;
  told = text;
  if (!found) {
    drawTitle();
    setText(part("credits"), "");
    return;
  }
  if (found.title !== panel?.title) {
    list.forget();
    part("filter").reset();
  }
  panel = found;
  groups = groupsOf(panel);
  drawHead(panel, groups);
  drawKinds();
  draw();
}

/** Offers the kinds of source that there are. */
function drawKinds() {
  const select = part("kind");
  const { value } = select;
  const kinds = [...new Set(groups.map(({ kind }) => kind))].filter(Boolean);
  const options = kinds.map((kind) => [kind, word(KINDS[kind])]).sort(([, one], [, other]) => one.localeCompare(other));
  const option = ([value, text]) => Object.assign(make("option", "", text), { value });
  select.replaceChildren(...[["", word("panel_kind_all")], ...options].map(option));
  // A kind that has gone meanwhile filters nothing.
  select.value = kinds.includes(value) ? value : "";
}

/** Draws picture and list as the filter has them. */
function draw() {
  const filter = { search: part("search").value, kind: part("kind").value, naming: part("naming").value };
  const left = filtered(groups, filter);
  const count = left.reduce((sum, { statements }) => sum + statements.length, 0);
  const all = panel.statements.length;
  setText(part("count"), word(count ? "panel_count" : "panel_none", [String(count), String(all)]));
  turns.begin(
    (function* () {
      yield* list.draw(left, all, Boolean(filter.search.trim()));
      yield* picture.draw(left);
    })(),
  );
}

/** Goes to a statement in the page, and to the page where the panel hides it. */
async function go(index) {
  if (named) await chrome.tabs.update(tab, { active: true });
  await reach(tab, "go", { index });
}

function main() {
  fillWords();
  part("search").placeholder = word("panel_search");
  part("filter").addEventListener("input", draw);
  part("filter").addEventListener("submit", (event) => event.preventDefault());
  startExport((format) => reach(tab, "export", { format }), () => panel?.title ?? "");
  chrome.tabs.onActivated.addListener(refresh);
  chrome.tabs.onUpdated.addListener((id, { status }) => id === tab && status && refresh());
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === chrome.runtime.id && sender.tab?.id === tab && message?.type === "state") refresh();
  });
  document.addEventListener("visibilitychange", refresh);
  followSettings(refresh);
}

main();
