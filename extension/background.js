// The badge, the keyboard commands, and what frames must know of the page around them.
"use strict";

// Firefox's background is a page, whose manifest names both files.
globalThis.importScripts?.("reach.js");

const BADGE = "#3b4a6b";

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  // A page's script alone, be it in a frame, and nothing of what it says but that it has something to say.
  if (sender.id !== chrome.runtime.id || !sender.tab || /^(chrome|moz)-extension:/.test(sender.url)) return;
  if (message?.type === "state") badge(sender.tab.id);
  if (message?.type !== "page") return;
  askPage(sender.tab.id, "status").then((page) => respond(page && { site: page.site, paused: page.state === "paused" }));
  return true;
});

/** Shows how many statements the tab's article holds. */
async function badge(tabId) {
  const { state, quotations, reports } = (await statusOf(tabId)) ?? {};
  const count = state === "on" ? quotations + reports : 0;
  // The tab may be gone by now.
  const ignore = () => {};
  chrome.action.setBadgeBackgroundColor({ tabId, color: BADGE }).catch(ignore);
  chrome.action.setBadgeText({ tabId, text: count > 999 ? "999+" : count ? String(count) : "" }).catch(ignore);
}

chrome.commands.onCommand.addListener(async (command, tab) => {
  const [active] = tab?.id ? [tab] : await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (!active) return;
  if (command !== "toggle-site") return reach(active.id, command);
  const page = await askPage(active.id, "status");
  // A switch that the browser does not store stays as it was.
  if (page) await switchSite(page.site, page.state === "off").catch(() => {});
});
