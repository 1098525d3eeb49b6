// The badge and the keyboard commands.
"use strict";

const BADGE = "#3b4a6b";

chrome.runtime.onMessage.addListener((message, sender) => {
  const page = sender.id === chrome.runtime.id && sender.tab && sender.frameId === 0;
  if (!page || message?.type !== "state") return;
  const count = message.state === "on" ? Number(message.quotations) + Number(message.reports) : 0;
  const tabId = sender.tab.id;
  // The tab may be gone by now.
  const ignore = () => {};
  chrome.action.setBadgeBackgroundColor({ tabId, color: BADGE }).catch(ignore);
  chrome.action.setBadgeText({ tabId, text: count > 999 ? "999+" : count ? String(count) : "" }).catch(ignore);
});

const MESSAGES = { "toggle-site": "toggle", next: "next", previous: "previous" };

chrome.commands.onCommand.addListener(async (command, tab) => {
  const [active] = tab?.id ? [tab] : await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (!active || !Object.hasOwn(MESSAGES, command)) return;
  // Pages of the browser itself have nobody who answers.
  chrome.tabs.sendMessage(active.id, { type: MESSAGES[command] }, { frameId: 0 }).catch(() => {});
});
