// What the reader has corrected, kept on this device alone: an item for each page, by its address.
"use strict";

/** Pages beyond which the one corrected longest ago is forgotten. */
const MOST_PAGES = 300;

const pageKey = () => `corrections:${location.origin}${location.pathname}${location.search}`;

/** The list of this page's corrections; empty where there are none, or what is stored is no list. */
async function readCorrections() {
  const key = pageKey();
  const stored = await chrome.storage.local.get(key).catch(() => ({}));
  const list = stored[key]?.list;
  return Array.isArray(list) ? list : [];
}

/** Keeps the corrections of this page in place of those before. Nothing is kept of what is read in private. */
async function keepCorrections(list) {
  if (chrome.extension.inIncognitoContext) return;
  const key = pageKey();
  if (!list.length) return chrome.storage.local.remove(key);
  await chrome.storage.local.set({ [key]: { list, at: Date.now() } });
  const all = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith("corrections:"));
  const at = ([, item]) => (typeof item?.at === "number" ? item.at : 0);
  const oldest = all.sort((a, b) => at(b) - at(a)).slice(MOST_PAGES);
  if (oldest.length) await chrome.storage.local.remove(oldest.map(([key]) => key));
}
