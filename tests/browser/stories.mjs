// Articles for pages that change, and what is seen of them while they do.

import assert from "node:assert/strict";
import { eventually } from "../../xtask/browser/harness.mjs";
import { BODY, SPEECH, speech } from "./article.mjs";

const story = (title, body, speech) => ({ title, body, speech, html: `<article><h1>${title}</h1>${body}</article>` });
const paragraphs = (...texts) => texts.map((text) => `<p>${text}</p>`).join("\n");

// Longer, so that its length alone tells of an article.
const MORE = paragraphs(
  "The first ferry crossed in the year of the great storm, when the old road along the coast had been washed away in three places and the town could be reached by water alone.",
  "The boat that is in use today was built for forty passengers and a cart, and carried four people a day last winter.",
);

export const FERRY = story("Ravensmoor loses its ferry", `${BODY}\n${MORE}`, SPEECH);

export const MILL = story(
  "Fire takes the old paper mill at Dunholt",
  paragraphs(
    "The paper mill at Dunholt, which had stood empty for eleven years, burned to the ground in the night to Thursday. Nobody was hurt, and the cause is not known.",
    "“The roof was gone before we had the hoses out,” said Gerda Lindqvist, who leads the town’s fire brigade.",
    "Some forty people were brought to the school hall because of the smoke, and all but three of them were home again by noon, the district said in a statement.",
    "“My grandfather made paper there and so did my mother,” said Tomas Abadi, a baker from the house across the river. “I stood at the window and watched it go.”",
    "The owner, a company that had planned to build flats on the site, could not be reached on Thursday. A surveyor, who was sent for the same morning from the county town, is to look at the walls that are left on Friday, and the road along the river stays closed until then.",
    "Lindqvist said the fire had begun on the upper floor, where the machines had stood until they were sold, and that the wind had driven it through the whole length of the building within half an hour.",
  ),
  [
    ["The roof was gone before we had the hoses out,", "Gerda Lindqvist"],
    ["My grandfather made paper there and so did my mother,", "Tomas Abadi"],
    ["I stood at the window and watched it go.", "Tomas Abadi"],
  ],
);

/** A page that says nothing of itself: all that tells of an article is its text. */
export const plain = (main = "", after = "", head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>The Ravensmoor Post</title><link rel="icon" href="data:,">${head}</head><body><header><a href="/">The Ravensmoor Post</a></header>
<main id="main">${main}</main><footer>All rights reserved.</footer>${after}</body></html>`;

/** Waits until the labels are those of `expected`, words and speaker each. */
export async function labelled(tab, expected, what, timeout = 8000) {
  let found = null;
  const same = async () => {
    const { state, reason } = await tab.status().catch(() => ({}));
    found = state === "on" ? speech(await tab.annotations()) : [state, reason];
    return JSON.stringify(found) === JSON.stringify(expected);
  };
  await eventually(same, what, timeout).catch(() => assert.fail(`${what}: not ${JSON.stringify(found)}`));
}

/** Runs in the page: how much of Hearsay is in it. */
export const traces = () =>
  document.querySelectorAll("hearsay-overlay").length + [...CSS.highlights].filter(([name, { size }]) => name.startsWith("hearsay-") && size).length;

/** Puts `main` into the page. */
export const render = (tab, main) => tab.page.evaluate((main) => { document.querySelector("main").innerHTML = main; }, main);
