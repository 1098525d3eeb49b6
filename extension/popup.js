// The switch for this site, what was found on this page, and why where nothing was.
"use strict";

/** The tab that the popup speaks of: the one in front, or the one that its address names. */
async function tabId() {
  const named = new URLSearchParams(location.search).get("tab");
  if (named) return Number(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Known by the time that somebody clicks: a panel opens within the click or not at all. */
let tab;
let site = null;

function show(status) {
  site = status?.site ?? null;
  const { state = "nothing" } = status ?? {};
  part("site").textContent = site || word("popup_no_site");
  part("on").disabled = site === null;
  part("on").checked = site !== null && state !== "off";
  const on = state === "on";
  part("counts").hidden = part("controls").hidden = !on;
  for (const id of ["quotations", "reports", "speakers"]) part(id).textContent = on ? status[id] : "";
  credit(on ? status.credits : null);
  tellOutside(on ? status.outside : []);
  part("reason").hidden = on;
  part("reason").textContent = on ? "" : whyNothing(status);
  part("pause").hidden = !on && state !== "paused";
  part("pause").textContent = word(state === "paused" ? "popup_resume" : "popup_pause");
  part("pause").dataset.asks = state === "paused" ? "resume" : "pause";
}

/** Shows where the article comes from, as far as its page tells. */
function credit(credits) {
  const names = new Intl.ListFormat(word("language")).format(credits?.byline ?? []);
  const told = [
    ["credits_by", names],
    ["credits_publisher", credits?.publisher],
    ["credits_wire", credits?.wire],
    ["credits_dateline", credits?.dateline],
  ].filter(([, value]) => value);
  part("credits").hidden = told.length === 0;
  part("credits").replaceChildren(
    ...told.map(([key, value]) => {
      const line = document.createElement("li");
      line.textContent = word(key, [value]);
      return line;
    }),
  );
}

/** The reader's words for the sorts of text outside the article; every other is elsewhere. */
const OUTSIDE = {
  comment: "outside_comment",
  post: "outside_post",
  teaser: "outside_teaser",
  caption: "outside_caption",
  aside: "outside_aside",
  headline: "outside_headline",
  deck: "outside_headline",
};

/** Says where quotations were left alone: `outside` has sorts of text with how many stand there. */
function tellOutside(outside) {
  const counts = new Map();
  for (const [sort, count] of outside) {
    const key = OUTSIDE[sort] ?? "outside_elsewhere";
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const told = [...counts].map(([key, count]) => word(key, [String(count)]));
  part("outside").hidden = told.length === 0;
  part("outside").textContent = word("popup_outside", [told.join(", ")]);
}

/** Counts questions: an answer that is overtaken by another question is not shown. */
let asked = 0;

async function refresh() {
  const mine = ++asked;
  const status = await statusOf(tab);
  if (mine === asked) show(status);
}

/** Does what stores something; where the browser does not store it, says so and shows what holds. */
async function store(action) {
  part("failed").textContent = await action.then(() => "", whyNotSaved);
  await Promise.all([refresh(), draw(await readSettings())]);
}

const choices = ["where", "labels"].map((name) => bindChoices(name, (key, value) => store(saveSetting(key, value))));

async function draw(settings) {
  choices.forEach((show) => show(settings));
  part("corrupt").hidden = (await corruptItems()).length === 0;
}

async function main() {
  fillWords();
  tab = await tabId();
  part("on").addEventListener("change", (event) => store(switchSite(site, event.target.checked)));
  part("mend").addEventListener("click", () => store(mendSettings()));
  part("pause").addEventListener("click", async (event) => {
    await reach(tab, event.target.dataset.asks);
    await refresh();
  });
  part("panel").addEventListener("click", () => openPanel(tab));
  part("options").addEventListener("click", (event) => {
    event.preventDefault();
    chrome.runtime.openOptionsPage();
  });
  for (const type of ["next", "previous"]) part(type).addEventListener("click", () => reach(tab, type));
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === chrome.runtime.id && message?.type === "state") refresh();
  });
  await followSettings(draw);
  await refresh();
}

main();
