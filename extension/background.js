// The badge, the keyboard commands, the context menu, the page that opens once, and what frames must know of the page around them.
"use strict";

// Firefox's background is a page, whose manifest names these files.
globalThis.importScripts?.("rules.js", "settings.js", "reach.js");

const BADGE = "#3b4a6b";

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  // A page's script alone, be it in a frame, and nothing of what it says but that it has something to say.
  if (sender.id !== chrome.runtime.id || !sender.tab || /^(chrome|moz)-extension:/.test(sender.url)) return;
  if (message?.type === "state") badge(sender.tab.id);
  if (message?.type !== "page") return;
  askPage(sender.tab.id, "status").then((page) => respond(page && { site: page.site, paused: page.paused }));
  return true;
});

/** The tabs that are asked for their badge, and which time it is: an answer that is overtaken by another question is not shown. */
const asking = new Map();

/** Shows how many statements the tab's article holds. */
async function badge(tabId) {
  const mine = {};
  asking.set(tabId, mine);
  const { state, quotations, reports } = (await statusOf(tabId)) ?? {};
  if (asking.get(tabId) !== mine) return;
  asking.delete(tabId);
  const count = state === "on" ? quotations + reports : 0;
  // The tab may be gone by now.
  const ignore = () => {};
  chrome.action.setBadgeBackgroundColor({ tabId, color: BADGE }).catch(ignore);
  chrome.action.setBadgeText({ tabId, text: count > 999 ? "999+" : count ? String(count) : "" }).catch(ignore);
}

/** Does what a key asks for in `tab`. */
async function obey(command, tab) {
  if (!tab?.id) return;
  if (command === "panel") return openPanel(tab.id);
  if (command !== "toggle-site") return reach(tab.id, command);
  const page = await askPage(tab.id, "status");
  // A switch that the browser does not store stays as it was.
  if (page) await switchSite(page.site, page.state === "off").catch(() => {});
}

/** Asks the frame of a selection who said it; where nothing is labelled, the popup tells why. */
async function askWho({ frameId = 0 }, tab) {
  const message = { type: "who", frames: frameId !== 0 };
  const answer = await chrome.tabs.sendMessage(tab.id, message, { frameId }).catch(() => null);
  if (answer != null) return;
  try {
    await chrome.action.openPopup();
  } catch {
    // By the time of the answer Firefox no longer takes this for what the reader asked for, and opens no popup.
    await chrome.tabs.create({ url: `popup.html?tab=${tab.id}` });
  }
}

// Firefox for Android has neither keys nor a context menu.
chrome.commands?.onCommand.addListener(obey);
chrome.contextMenus?.onClicked.addListener((info, tab) => askWho(info, tab).catch(() => {}));

chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === "install") chrome.tabs.create({ url: "welcome.html" });
  await chrome.contextMenus?.removeAll();
  chrome.contextMenus?.create({
    id: "who",
    title: chrome.i18n.getMessage("menu_who"),
    contexts: ["selection"],
    documentUrlPatterns: ["http://*/*", "https://*/*"],
  });
});
