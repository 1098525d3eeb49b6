// The page is its own: nothing in it differs while Hearsay is on, however it is used.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { card, lineOf, point } from "./overlay.mjs";
import { FERRY, labelled, plain } from "./stories.mjs";

const HEAD = `<style>p { font: 17px/1.6 serif } .lead { font-weight: bold } main { max-width: 600px }</style>`;
const AFTER = `<input value="draft"><div style="height: 3000px"></div><script>
  document.querySelector("p").className = "lead";
  globalThis.changes = 0;
  const ours = ({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(({ localName }) => localName === "hearsay-overlay");
  new MutationObserver((changes) => { globalThis.changes += changes.filter((change) => !ours(change)).length; })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;

/** Every element's attributes, box and most telling styles, and the page's own globals. */
const looks = () => JSON.stringify([
  [...document.body.querySelectorAll("*")].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, textDecoration, font, position, cursor } = getComputedStyle(element);
    return [element.localName, element.className, left, top, width, height, color, backgroundColor, textDecoration, font, position, cursor];
  }),
  document.documentElement.scrollHeight, document.documentElement.scrollWidth, Object.keys(window).sort(), history.length, document.title,
  document.cookie, localStorage.length, sessionStorage.length,
]);

inEachBrowser("the page's own", (session) => {
  test("DOM, selection, styles and boxes are the same with labels, without, and with them again", async () => {
    await session().setSite("127.0.0.1", false);
    const tab = await session().open(session().server.put("/untouched.html", plain(FERRY.html, AFTER, HEAD)));
    await tab.until(["off"]);
    await tab.page.evaluate(() => {
      document.querySelector("input").focus();
      getSelection().setBaseAndExtent(document.querySelector("h1").firstChild, 2, document.querySelector("p").firstChild, 9);
      scrollTo(0, 120);
    });
    await pause(300);
    const state = async () => [await tab.ownPage(), await tab.page.evaluate(looks), await tab.page.evaluate(() => globalThis.changes)];
    const before = await state();
    for (const [on, name] of [[true, "on"], [false, "off"], [true, "on"]]) {
      await session().setSite("127.0.0.1", on);
      await tab.until([name]);
      await pause(400);
      assert.deepEqual(await state(), before, name);
    }
    await labelled(tab, FERRY.speech, "labels");
    const line = await lineOf(tab, "Nobody asked us");
    await tab.page.evaluate(() => getSelection().collapseToStart());
    const collapsed = await state();
    await point(tab, line.left + 20, (line.top + line.bottom) / 2);
    await card(tab, true);
    assert.deepEqual(await state(), collapsed, "with a card open");
    await tab.close();
  });
});
