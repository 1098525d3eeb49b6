// Labels and card where there is little room, or much in the way: no word is covered, and nothing of the page moves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause, Session } from "../../xtask/browser/session.mjs";
import { article, BODY } from "./article.mjs";
import { inside } from "./inside.mjs";
import { card, covered } from "./overlay.mjs";

const COLUMN = "#body, h1 { width: 560px; margin: 1em auto; font: 18px/1.6 serif }";
const MANY = Array.from({ length: 24 }, (_, i) => `<p>“We counted ${i + 3} boats,” said ${["Ann", "Bea", "Cy", "Dan"][i % 4]} ${["Lund", "Mora", "Noll", "Ohm", "Pell", "Quist"][i % 6]}.</p>`).join("");
const CROWDS = {
  "many short quotations, one below the other": [{ width: 1100, height: 900 }, `${COLUMN} p { margin: 0; line-height: 1.1 }`, BODY + MANY],
  "narrow columns side by side": [{ width: 1000, height: 900 }, "#body { columns: 3; column-gap: 20px; font: 15px/1.5 serif }", BODY + MANY],
  "text from right to left": [{ width: 1100, height: 900 }, `html { direction: rtl } ${COLUMN}`, BODY],
  "a page four times as large": [{ width: 320, height: 256 }, "body { font: 16px/1.6 serif }", BODY],
  "a dark page": [{ width: 1100, height: 900 }, `${COLUMN} body { background: #16181c; color: #e8eaee }`, BODY],
};

/** The boxes of all labels that can be seen, and of the card. */
const boxes = (root) => [...root.querySelectorAll(".label:not(.unseen, .off, .ducked), .card:popover-open")].map((part) => part.getBoundingClientRect().toJSON());
/** The lines of the statement that is set off. */
const current = () => {
  const set = [...CSS.highlights].filter(([name]) => name.startsWith("hearsay-current-")).flatMap(([, ranges]) => [...ranges]);
  return set.flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return [...range.getClientRects()].map((box) => box.toJSON());
  });
};
const apart = (a, b) => a.left >= b.right - 0.5 || b.left >= a.right - 0.5 || a.top >= b.bottom - 0.5 || b.top >= a.bottom - 0.5;

// Firefox is told by preferences what Chromium is told by its driver.
const starting = (preferences) => (name) => Session.start(name, { preferences });
const features = async (tab, features) => {
  if (tab.session.name !== "chromium") return;
  const driver = await tab.page.createCDPSession();
  await driver.send("Emulation.setEmulatedMedia", { features });
};

async function open(session, path, [viewport, style, body], after = "") {
  const tab = await session.open("about:blank");
  await tab.page.setViewport(viewport);
  await tab.go(session.server.put(path, article({ head: `<meta name="viewport" content="width=device-width"><style>${style}</style>`, body, after })));
  assert.equal((await tab.until()).state, "on");
  await pause(500);
  return tab;
}

inEachBrowser("in a crowd", (session) => {
  for (const [what, page] of Object.entries(CROWDS)) {
    test(`${what}: labels cover neither text nor each other, and the card not its words`, async () => {
      const [{ width, height }] = page;
      const tab = await open(session(), "/crowd.html", page);
      const all = await inside(tab, boxes);
      assert.equal(all.length > 0, width > 700, `${all.length} labels`);
      all.forEach((one, i) => all.slice(0, i).forEach((other) => assert.ok(apart(one, other), JSON.stringify([one, other]))));
      assert.equal(await tab.page.evaluate(covered), "");
      assert.ok(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing makes the page wider");
      for (let stop = 0; stop < 4; stop += 1) {
        await tab.ask("next");
        await card(tab, true);
        const [shown] = (await inside(tab, boxes)).slice(-1);
        const lines = await tab.page.evaluate(current);
        const whole = Math.max(...lines.map(({ bottom }) => bottom)) - Math.min(...lines.map(({ top }) => top));
        // Where the words leave no room at all, the line that is looked at stays free.
        const free = height - whole > 360 ? lines : lines.slice(0, 1);
        for (const line of free) assert.ok(apart(shown, line), `${JSON.stringify(shown)} over ${JSON.stringify(line)}`);
        assert.ok(shown.left >= 0 && shown.right <= width && shown.top >= 0 && shown.bottom <= height, JSON.stringify(shown));
      }
      await tab.close();
    });
  }

  test("bars that stay at the edges are not written over while the page scrolls", async () => {
    const bars = `<style>.bar { position: fixed; left: 0; right: 0; height: 48px; background: #eee; font: 16px/48px sans-serif; white-space: nowrap; overflow: hidden }</style>
      <div class="bar" style="top: 0">${"News Sport Weather Culture ".repeat(9)}</div><div class="bar" style="bottom: 0">${"Subscribe to the Post today ".repeat(9)}</div>
      <div style="height: 2000px"></div>`;
    const tab = await open(session(), "/bars.html", [{ width: 1100, height: 500 }, COLUMN, BODY + MANY], bars);
    const seen = new Set();
    for (let y = 0; y < 900; y += 37) {
      await tab.page.evaluate(async (y) => { scrollTo(0, y); await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); }, y);
      assert.equal(await tab.page.evaluate(covered), "", `scrolled by ${y}`);
      for (const { top } of await inside(tab, boxes)) if (top > 60 && top < 400) seen.add(Math.round(top + y));
    }
    assert.ok(seen.size > 8, `${seen.size} labels were seen in between`);
    await tab.close();
  });
});

inEachBrowser("with colours forced", (session) => {
  test("bars, lines and the card are drawn in the reader's colours", async () => {
    const tab = await open(session(), "/forced.html", CROWDS["a dark page"]);
    await features(tab, [{ name: "forced-colors", value: "active" }]);
    assert.ok(await tab.page.evaluate(() => matchMedia("(forced-colors: active)").matches));
    assert.equal(await tab.page.evaluate(covered), "");
    await tab.ask("next");
    await card(tab, true);
    const [bar, text, paper, canvas] = await inside(tab, (root) => {
      const probe = Object.assign(document.createElement("i"), { style: "color: CanvasText; background: Canvas; forced-color-adjust: none" });
      root.append(probe);
      const { color, backgroundColor } = getComputedStyle(probe);
      const bar = getComputedStyle(root.querySelector(".label .who:not(.unnamed)"), "::before").backgroundColor;
      const paper = getComputedStyle(root.querySelector(".card")).backgroundColor;
      probe.remove();
      return [bar, color, paper, backgroundColor];
    });
    assert.equal(bar, text, "the bar is in the colour of text");
    assert.equal(paper, canvas, "the card in that of the page");
    await tab.close();
  });
}, starting({ "ui.useAccessibilityTheme": 1, "browser.display.document_color_use": 2 }));

inEachBrowser("for those whom motion disturbs", (session) => {
  test("the card appears at once", async () => {
    const tab = await open(session(), "/calm.html", CROWDS["a dark page"]);
    const motion = () => inside(tab, (root) => getComputedStyle(root.querySelector(".card")).animationName);
    await features(tab, [{ name: "prefers-reduced-motion", value: "reduce" }]);
    assert.ok(await tab.page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches));
    await tab.ask("next");
    await card(tab, true);
    assert.equal(await motion(), "none");
    if (session().name === "chromium") {
      await features(tab, [{ name: "prefers-reduced-motion", value: "no-preference" }]);
      await eventually(async () => (await motion()) === "appear", "motion for all others");
    }
    await tab.close();
  });
}, starting({ "ui.prefersReducedMotion": 1 }));
