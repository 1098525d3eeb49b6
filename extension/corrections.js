// What the reader has corrected, kept on this device alone: an item for each page, by its address.
"use strict";

/** Pages beyond which the one corrected longest ago is forgotten. */
const MOST_PAGES = 300;

/** Corrections of a page beyond which the first is forgotten; the engine takes no more. */
const MOST_CORRECTIONS = 500;

/** What stands in the place of a site's origin where there is none to be known. */
const NOWHERE = "null";

/**
 * The address that a page has now, as it is kept by: whoever reads corrections for it keeps those by the same. A frame
 * without an address of its own has its site's origin, or in a sandbox none.
 */
const pageKey = () => `corrections:${location.origin === NOWHERE ? self.origin : location.origin}${location.pathname}${location.search}`;

/** One correction is kept after the other. */
let keeping = Promise.resolve();

/** The list of corrections by a key; empty where there are none, or what is stored is no list. */
const readCorrections = (key) => storedCorrections(key).catch(() => []);

async function storedCorrections(key) {
  const list = (await chrome.storage.local.get(key))[key]?.list;
  return Array.isArray(list) ? list : [];
}

/**
 * Keeps a correction by a key, or where it does not `stand` any more forgets it; the others stay, of which another tab
 * may have kept some meanwhile. Nothing is kept of what is read in private, nor of what could be any site's.
 */
function keepCorrection(key, correction, stands) {
  if (chrome.extension.inIncognitoContext || key.startsWith(`corrections:${NOWHERE}`)) return;
  const keep = async () => {
    const { words, nth } = correction;
    // What could not be read is not overwritten.
    const list = (await storedCorrections(key)).filter((old) => old?.words !== words || old.nth !== nth);
    if (stands) list.push(correction);
    await (list.length ? storeCorrections(key, list.slice(-MOST_CORRECTIONS)) : chrome.storage.local.remove(key));
  };
  keeping = keeping.then(keep).catch(() => {});
  return keeping;
}

async function storeCorrections(key, list) {
  await chrome.storage.local.set({ [key]: { list, at: Date.now() } });
  const all = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith("corrections:"));
  const at = ([, item]) => (typeof item?.at === "number" ? item.at : 0);
  const oldest = all.sort((a, b) => at(b) - at(a)).slice(MOST_PAGES);
  if (oldest.length) await chrome.storage.local.remove(oldest.map(([key]) => key));
}
