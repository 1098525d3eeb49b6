// The switch for this site, what was found on this page, and why where nothing was.
"use strict";

const word = (key) => chrome.i18n.getMessage(key);
const part = (id) => document.getElementById(id);

/** The tab that the popup speaks of: the one in front, or the one that its address names. */
async function tabId() {
  const named = new URLSearchParams(location.search).get("tab");
  if (named) return Number(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

const tab = tabId();

let site = null;

function show(status) {
  site = status?.site ?? null;
  const { state = "nothing", reason = "no-page" } = status ?? {};
  part("site").textContent = site || word("popup_no_site");
  part("on").disabled = site === null;
  part("on").checked = site !== null && state !== "off";
  const on = state === "on";
  part("counts").hidden = part("controls").hidden = !on;
  for (const id of ["quotations", "reports", "speakers"]) part(id).textContent = on ? status[id] : "";
  credit(on ? status.credits : null);
  part("reason").hidden = on;
  const key = state === "loading" ? "loading" : (reason ?? state);
  part("reason").textContent = word(`reason_${key.replaceAll("-", "_")}`);
  part("pause").hidden = !on && state !== "paused";
  part("pause").textContent = word(state === "paused" ? "popup_resume" : "popup_pause");
  part("pause").dataset.asks = state === "paused" ? "resume" : "pause";
}

/** Shows where the article comes from, as far as its page tells. */
function credit(credits) {
  const names = new Intl.ListFormat(chrome.i18n.getUILanguage()).format(credits?.byline ?? []);
  const told = { by: names, publisher: credits?.publisher, wire: credits?.wire, dateline: credits?.dateline };
  const lines = Object.entries(told).filter(([, value]) => value);
  part("credits").hidden = lines.length === 0;
  part("credits").replaceChildren(
    ...lines.map(([key, value]) => {
      const line = document.createElement("li");
      line.textContent = chrome.i18n.getMessage(`credits_${key}`, [value]);
      return line;
    }),
  );
}

async function refresh() {
  show(await statusOf(await tab));
}

async function main() {
  document.documentElement.lang = chrome.i18n.getUILanguage();
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);

  part("on").addEventListener("change", async (event) => {
    const { checked } = event.target;
    // A switch that the browser does not store springs back.
    await switchSite(site, checked).catch(() => (event.target.checked = !checked));
  });
  part("pause").addEventListener("click", async (event) => {
    await reach(await tab, event.target.dataset.asks);
    await refresh();
  });
  for (const type of ["next", "previous"]) part(type).addEventListener("click", async () => reach(await tab, type));

  const { labels } = await chrome.storage.sync.get({ labels: "auto" });
  for (const choice of document.getElementsByName("labels")) {
    choice.checked = choice.value === labels;
    choice.addEventListener("change", () => chrome.storage.sync.set({ labels: choice.value }));
  }

  chrome.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === chrome.runtime.id && message?.type === "state") refresh();
  });
  await refresh();
}

main();
