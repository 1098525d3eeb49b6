// Labels beside the text: there where there is room, and never over anything that can be read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article } from "./article.mjs";
import { covered, overlayBox } from "./overlay.mjs";

const COLUMN = "#body, h1 { width: 600px; margin: 1em auto; font: 18px/1.6 serif }";
const SIDEBAR = "main { display: grid; grid-template-columns: 600px 300px; width: 900px; margin: 0 0 0 340px }";
/** Makes the column narrow in the very moment in which something is marked in it. */
const NARROWED = `<script>
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    if ([...CSS.highlights.values()].some(({ size }) => size)) document.body.classList.add("narrow");
    else port2.postMessage(0);
  };
  port2.postMessage(0);
</script>`;
const SCROLLER = `html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100%; overflow: auto } ${COLUMN}`;

inEachBrowser("labels beside the text", (session) => {
  async function page(style, width, after = "") {
    const tab = await session().open("about:blank");
    await tab.page.setViewport({ width, height: 900 });
    await tab.go(session().server.put("/gutter.html", article({ head: `<style>${style}</style>`, after })));
    assert.equal((await tab.until()).state, "on");
    return tab;
  }
  const seen = (tab, what) => eventually(() => tab.page.evaluate(overlayBox), what);

  test("stand on the right of a column", async () => {
    const tab = await page(COLUMN, 1280);
    const box = await seen(tab, "labels");
    assert.ok(box.left > 940 && box.right < 1280, JSON.stringify(box));
    assert.equal(await tab.page.evaluate(covered), "");
    await tab.close();
  });

  test("stand on the left where the right is taken", async () => {
    const body = "<ul>" + "<li>Read this instead of anything else today</li>".repeat(40) + "</ul>";
    const place = `document.querySelector("main").insertAdjacentHTML("beforeend", ${JSON.stringify(body)})`;
    const tab = await page(SIDEBAR, 1280, `<script>${place}</script>`);
    const box = await seen(tab, "labels");
    assert.ok(box.right < 340, JSON.stringify(box));
    assert.equal(await tab.page.evaluate(covered), "");
    await tab.close();
  });

  test("are left out where there is no room, or where the reader wants none", async () => {
    const tab = await page(COLUMN, 640);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await tab.page.evaluate(overlayBox), null);
    await tab.page.setViewport({ width: 1280, height: 900 });
    await seen(tab, "labels in a wider window");
    const set = (labels) => session().inExtension((labels) => chrome.storage.sync.set({ labels }), labels);
    await set("hover");
    await eventually(async () => !(await tab.page.evaluate(overlayBox)), "no labels");
    await set("auto");
    await seen(tab, "labels again");
    await tab.close();
  });

  test("go along with a column that changes as soon as they are there", async () => {
    for (let times = 0; times < 6; times++) {
      const tab = await page(`${COLUMN} .narrow :is(#body, h1) { width: 300px }`, 1280, NARROWED);
      await eventually(async () => ((await tab.page.evaluate(overlayBox))?.left ?? 1280) < 900, "labels beside the narrow column");
      await tab.close();
    }
  });

  test("go along with a box that scrolls", async () => {
    const tab = await page(`${SCROLLER} #body { padding-bottom: 2000px }`, 1280);
    const before = await seen(tab, "labels");
    await tab.page.evaluate(() => document.querySelector("main").scrollBy(0, 60));
    await eventually(async () => {
      const box = await tab.page.evaluate(overlayBox);
      return box && Math.abs(before.bottom - 60 - box.bottom) <= 4;
    }, "labels 60 pixels higher");
    assert.equal(await tab.page.evaluate(covered), "");
    await tab.close();
  });
});
