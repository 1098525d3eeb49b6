// How popup and background reach the part of a tab that holds the article: the page itself, else a frame in it.
"use strict";

/** The page's answer to a message of that type, with `more` in it where it needs that; undefined where none comes. */
const askPage = (tabId, type, more) => chrome.tabs.sendMessage(tabId, { ...more, type }, { frameId: 0 }).catch(() => undefined);

/** The answer of a frame that has labels, or had them until it was paused; undefined where there is none. */
const askFrames = (tabId, type, more) => chrome.tabs.sendMessage(tabId, { ...more, type, frames: true }).catch(() => undefined);

/** What is found in a tab. */
async function statusOf(tabId) {
  const page = await askPage(tabId, "status");
  if (page && page.state !== "nothing") return page;
  return (await askFrames(tabId, "status")) ?? page;
}

/** Has `type` done where it is to be done; returns what is answered. */
async function reach(tabId, type, more) {
  if (type === "pause" || type === "resume") return Promise.all([askPage(tabId, type), askFrames(tabId, type)]);
  const page = await askPage(tabId, "status");
  return page?.state === "on" ? askPage(tabId, type, more) : askFrames(tabId, type, more);
}

/** Opens the list of sources beside the page: in the browser's own side, else in a tab. To be called within a click. */
function openPanel(tabId) {
  const { sidePanel, sidebarAction, tabs } = chrome;
  if (sidePanel) return sidePanel.open({ tabId });
  if (sidebarAction) return sidebarAction.open();
  return tabs.create({ url: `panel.html?tab=${tabId}` });
}
