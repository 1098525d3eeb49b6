// What can be seen of the overlay from outside: its shadow root is closed to everyone.

import { eventually } from "../../xtask/browser/harness.mjs";

/** The box around all points of the window where the overlay lies on top; null where it does not. */
export const overlayBox = () => {
  let box = null;
  for (let y = 2; y < innerHeight; y += 4) {
    for (let x = 2; x < innerWidth; x += 8) {
      if (document.elementFromPoint(x, y)?.localName !== "hearsay-overlay") continue;
      box ??= { left: x, top: y, right: x, bottom: y };
      box = { left: Math.min(box.left, x), top: box.top, right: Math.max(box.right, x), bottom: y };
    }
  }
  return box;
};

/** A text of the page that the overlay lies over; empty where there is none. */
export const covered = () => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let over = "";
  while (walk.nextNode()) {
    range.selectNodeContents(walk.currentNode);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      for (let x = left + 1; x < right; x += 7) {
        const top_ = document.elementFromPoint(x, (top + bottom) / 2);
        if (top_?.localName === "hearsay-overlay") over = walk.currentNode.data;
      }
    }
  }
  return over;
};

/** Whether a card is open: the statement that it tells of is then set off. */
export const isOpen = () => [...CSS.highlights.keys()].some((name) => name.startsWith("hearsay-current-"));

/** Waits until a card is open, or until none is. */
export function card(tab, open) {
  return eventually(async () => (await tab.page.evaluate(isOpen)) === open, open ? "an open card" : "no card");
}

/** The box of the first line of `words`, which stand in one text node: of the page, or of the shadow tree of `host`. */
export function lineOf(tab, words, host = null) {
  return tab.page.evaluate((words, host) => {
    const root = host ? document.querySelector(host).shadowRoot : document.body;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const at = walk.currentNode.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walk.currentNode, at);
      range.setEnd(walk.currentNode, at + words.length);
      const { left, top, right, bottom } = range.getClientRects()[0];
      return { left, top, right, bottom };
    }
    throw new Error(`no ${words}`);
  }, words, host);
}

/** Moves the mouse to a point, as a hand would: by way of others. */
export async function point(tab, x, y) {
  await tab.page.mouse.move(x, y, { steps: 4 });
}
