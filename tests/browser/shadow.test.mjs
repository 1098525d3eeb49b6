// Articles in open shadow trees, with what is put into their slots.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { card, lineOf, point } from "./overlay.mjs";
import { FERRY, labelled, MILL, plain, traces } from "./stories.mjs";

/** The article's frame stands in the shadow, its paragraphs are put into a slot. */
const slotted = plain(`<story-page><template shadowrootmode="open"><article><slot></slot></article></template>${FERRY.body}</story-page>`);
/** All of it stands in the shadow. */
const whole = plain(`<story-page><template shadowrootmode="open">${FERRY.html}</template></story-page>`);

/** Runs in the page: the colour behind the first quoted words in the shadow tree. */
const tint = () => {
  const words = document.querySelector("story-page").shadowRoot.querySelectorAll("p")[1];
  const colours = [...CSS.highlights.keys()].filter((name) => /^hearsay-quoted-.*-light$/.test(name));
  return colours.map((name) => getComputedStyle(words, `::highlight(${name})`).backgroundColor);
};

inEachBrowser("a shadow tree", (session) => {
  test("is read with what is put into its slots", async () => {
    const tab = await session().open(session().server.put("/slotted.html", slotted));
    await labelled(tab, FERRY.speech, "labels on slotted paragraphs");
    const line = await lineOf(tab, FERRY.speech[0][0].slice(0, 20));
    await point(tab, line.left + 20, (line.top + line.bottom) / 2);
    await card(tab, true);
    await tab.close();
  });

  test("has its words tinted and told of by a card, and is as it was", async () => {
    const tab = await session().open(session().server.put("/shadow.html", whole));
    await labelled(tab, FERRY.speech, "labels in the shadow tree");
    const colours = await tab.page.evaluate(tint);
    assert.ok(colours.length && colours.every((colour) => colour !== "rgba(0, 0, 0, 0)"), colours.join());
    const line = await lineOf(tab, FERRY.speech[0][0].slice(0, 20), "story-page");
    await point(tab, line.left + 20, (line.top + line.bottom) / 2);
    await card(tab, true);
    const inside = () => document.querySelector("story-page").shadowRoot.innerHTML;
    assert.equal(await tab.page.evaluate(inside), FERRY.html);
    await tab.ask("pause");
    assert.equal(await tab.page.evaluate(traces), 0);
    assert.equal(await tab.page.evaluate(() => document.querySelector("story-page").shadowRoot.adoptedStyleSheets.length), 0);
    await tab.close();
  });

  test("tells who said what is selected in it", async () => {
    const tab = await session().open(session().server.put("/shadow.html", whole));
    await labelled(tab, FERRY.speech, "labels in the shadow tree");
    const line = await lineOf(tab, FERRY.speech[0][0].slice(0, 20), "story-page");
    const y = (line.top + line.bottom) / 2;
    await tab.page.mouse.move(line.left + 30, y);
    await tab.page.mouse.down();
    await tab.page.mouse.move(line.left + 120, y, { steps: 5 });
    await tab.page.mouse.up();
    assert.equal(await tab.ask("who"), true);
    await card(tab, true);
    await tab.close();
  });

  test("is read again when it changes", async () => {
    const tab = await session().open(session().server.put("/shadow.html", whole));
    await labelled(tab, FERRY.speech, "labels in the shadow tree");
    await tab.page.evaluate((html) => { document.querySelector("story-page").shadowRoot.innerHTML = html; }, MILL.html);
    await labelled(tab, MILL.speech, "labels on what came instead");
    await tab.close();
  });
});
