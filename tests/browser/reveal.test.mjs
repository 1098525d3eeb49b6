// What somebody goes to is then to be seen: not under a bar of the page, nor beyond the edge of a box that scrolls.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article, BODY } from "./article.mjs";
import { card, lineOf } from "./overlay.mjs";

const QUOTED = "We have carried this town";
const STYLE = `<style>body { font: 18px/1.6 serif } #bar { position: fixed; inset: 0 0 auto; height: 150px; background: teal }
#box { height: 160px; margin-top: 100px; overflow: auto }</style>`;

inEachBrowser("going to a statement", (session) => {
  async function page(body, after) {
    const tab = await session().open(session().server.put("/reveal.html", article({ head: STYLE, body, after: `${after}<div style="height: 3000px"></div>` })));
    await tab.until(["on"]);
    return tab;
  }

  /** Goes to the statement, lets `scroll` take it out of sight, and goes there once more. */
  async function again(tab, scroll) {
    await tab.ask("next");
    await tab.ask("next");
    await card(tab, true);
    await tab.page.evaluate(scroll, (await lineOf(tab, QUOTED)).top);
    assert.ok((await lineOf(tab, QUOTED)).top > 0, "within the window");
    await tab.ask("card");
  }

  test("brings it out from under a bar", async () => {
    const tab = await page(BODY, '<div id="bar"></div>');
    await again(tab, (top) => scrollBy({ top: top - 60, behavior: "instant" }));
    const { top } = await lineOf(tab, QUOTED);
    assert.ok(top >= 150, `at ${top}`);
    await tab.ask("next");
    await tab.ask("previous");
    assert.equal((await lineOf(tab, QUOTED)).top, top, "what is to be seen stays where it is");
    await tab.close();
  });

  test("brings it into the box that it scrolls in", async () => {
    const tab = await page(`<div id="box">${BODY}</div>`, "");
    await again(tab, (top) => {
      const box = document.querySelector("#box");
      box.scrollBy({ top: top - box.getBoundingClientRect().top + 60, behavior: "instant" });
    });
    const line = await lineOf(tab, QUOTED);
    const box = await tab.page.evaluate(() => { const { top, bottom } = document.querySelector("#box").getBoundingClientRect(); return { top, bottom }; });
    assert.ok(line.top >= box.top && line.bottom <= box.bottom, JSON.stringify({ line, box }));
    await tab.close();
  });
});
