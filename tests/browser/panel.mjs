// What is seen of the panel, and what a reader does there.

import { eventually } from "../../xtask/browser/harness.mjs";

/** Opens the panel of a tab, in a tab of its own, and waits until it shows something. */
export async function openPanel(session, tab) {
  const panel = await session.openOwn(`panel.html?tab=${tab.id}`);
  await eventually(() => panel.evaluate(() => !document.getElementById("found").hidden || document.getElementById("reason").textContent), "a panel that shows something");
  return panel;
}

/** Runs in the panel: its sources, each with name, share and the statements that are shown. */
export const sources = () =>
  [...document.querySelectorAll(".source")].map((source) => ({
    name: source.querySelector(".name").textContent,
    share: source.querySelector(".share").textContent,
    statements: [...source.querySelectorAll("details[open] .text")].map((text) => text.textContent),
  }));

/** Runs in the panel: the text of an element. */
export const text = (id) => document.getElementById(id).textContent;

/** Runs in the panel: sets a field of the filter as a reader does. */
export const filter = (id, value) => {
  const field = document.getElementById(id);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Runs in the page: the words that are set off because somebody went to them; null where they are out of sight. */
export const flashed = () => {
  const [, highlight] = [...CSS.highlights].find(([name, { size }]) => name.startsWith("hearsay-flash-") && size) ?? [];
  if (!highlight) return null;
  const range = document.createRange();
  return [...highlight].map(({ startContainer, startOffset, endOffset }) => {
    range.setStart(startContainer, startOffset);
    range.setEnd(startContainer, endOffset);
    const { top, bottom } = range.getClientRects()[0];
    return top >= 0 && bottom <= innerHeight ? range.toString() : null;
  }).join("");
};
