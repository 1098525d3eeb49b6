// The card: opened by mouse, keyboard and finger; WCAG 1.4.13; the page never moves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article } from "./article.mjs";
import { cardText } from "./inside.mjs";
import { card, isOpen, lineOf, overlayBox, point } from "./overlay.mjs";

const QUOTED = "We have carried this town";
// Too narrow for labels beside the text, so that all that is seen of the overlay is the card.
const NARROW = { width: 600, height: 700 };

inEachBrowser("the card", (session, name) => {
  async function page(viewport = NARROW) {
    const head = '<meta name="viewport" content="width=device-width"><style>body { font: 18px/1.6 serif }</style>';
    const after = '<div style="height: 3000px"></div>';
    const tab = await session().open("about:blank");
    await tab.page.setViewport(viewport);
    await tab.go(session().server.put("/card.html", article({ head, after })));
    assert.equal((await tab.until()).state, "on");
    return tab;
  }

  test("opens where the mouse rests, can be entered, and closes where it leaves", async () => {
    const tab = await page();
    const line = await lineOf(tab, QUOTED);
    const before = await tab.ownPage();
    await point(tab, line.left + 60, (line.top + line.bottom) / 2);
    await card(tab, true);
    const box = await tab.page.evaluate(overlayBox);
    assert.ok(box, "the card can be seen");
    assert.ok(box.top >= line.bottom || box.bottom <= line.top, `${JSON.stringify(box)} covers ${JSON.stringify(line)}`);
    assert.ok(box.top - line.bottom < 80, "it is near its words");
    assert.ok(box.left >= 0 && box.right <= NARROW.width && box.bottom <= NARROW.height, "it is within the window");
    const text = await cardText(tab);
    for (const words of ["Marta Okonjo", "the board’s chairwoman", "Quoted word for word", "said", "Named person", "1 of 2 by this speaker"]) assert.ok(text.includes(words), text);
    await point(tab, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
    await new Promise((resolve) => setTimeout(resolve, 900));
    assert.ok(await tab.page.evaluate(isOpen), "it stays while the mouse is on it");
    await point(tab, 3, NARROW.height - 3);
    await card(tab, false);
    assert.equal(await tab.page.evaluate(overlayBox), null);
    assert.equal(await tab.ownPage(), before, "the page did not move");
    await tab.close();
  });

  test("closes on Escape while the mouse stays", async () => {
    const tab = await page();
    const line = await lineOf(tab, QUOTED);
    await point(tab, line.left + 60, (line.top + line.bottom) / 2);
    await card(tab, true);
    await tab.page.keyboard.press("Escape");
    await card(tab, false);
    await tab.close();
  });

  test("does not open over words that nobody said", async () => {
    const tab = await page();
    const line = await lineOf(tab, "The decision was met");
    await point(tab, line.left + 60, (line.top + line.bottom) / 2);
    await new Promise((resolve) => setTimeout(resolve, 900));
    assert.equal(await tab.page.evaluate(isOpen), false);
    await tab.close();
  });

  test("opens from statement to statement by keyboard", async () => {
    const tab = await page();
    await tab.page.bringToFront();
    await tab.ask("next");
    await card(tab, true);
    const focused = () => document.activeElement?.localName;
    assert.equal(await tab.page.evaluate(focused), "hearsay-overlay");
    const first = await tab.page.evaluate(overlayBox);
    await tab.page.keyboard.press("Tab");
    await tab.page.keyboard.press("Tab");
    await card(tab, true);
    assert.notDeepEqual(await tab.page.evaluate(overlayBox), first, "it is at another statement");
    await tab.page.keyboard.press("Escape");
    await card(tab, false);
    await tab.close();
  });

  test("opens under a finger, and closes where it touches elsewhere", async () => {
    const tab = await page({ ...NARROW, hasTouch: name === "chromium" });
    const line = await lineOf(tab, QUOTED);
    await tab.page.touchscreen.tap(line.left + 60, (line.top + line.bottom) / 2);
    await card(tab, true);
    await tab.page.touchscreen.tap(20, NARROW.height - 20);
    await card(tab, false);
    await tab.close();
  });
});
