// Of very many statements those near the window are painted, and no others: a browser goes through all that is painted
// whenever the page changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { article, BODY } from "./article.mjs";

const NAMES = ["Ann", "Bea", "Cy", "Dan"].flatMap((first) => ["Lund", "Mora", "Noll", "Ohm", "Pell", "Quist"].map((last) => `${first} ${last}`));
const counted = (count) => Array.from({ length: count }, (_, i) => `<p id="p${i}">“We counted ${i + 3} boats in the harbour that morning,” said ${NAMES[i % NAMES.length]}.</p>`).join("");
const MANY = 140;
const FEW = 60;
const TALL = "<style>#body p { margin: 0 0 60px; font: 16px/1.6 serif }</style>";
const BOX = "<style>#body { height: 500px; overflow-y: scroll }</style>";

/** Runs in the page: numbers of the counts whose words are painted. */
const painted = () => {
  const ranges = [...CSS.highlights].filter(([name]) => name.startsWith("hearsay-quoted-")).flatMap(([, highlight]) => [...highlight]);
  const ids = ranges.map(({ startContainer }) => startContainer.parentElement.id).filter((id) => id.startsWith("p"));
  return [...new Set(ids)].map((id) => Number(id.slice(1))).sort((a, b) => a - b);
};
/** Runs in the page: numbers of those that the reader sees. */
const seen = () =>
  [...document.querySelectorAll("#body p[id]")]
    .filter((paragraph) => {
      const { top, bottom } = paragraph.getBoundingClientRect();
      const box = paragraph.parentElement.getBoundingClientRect();
      return bottom > Math.max(0, box.top) && top < Math.min(innerHeight, box.bottom);
    })
    .map(({ id }) => Number(id.slice(1)));

inEachBrowser("near the window", (session) => {
  async function open(head, count) {
    const tab = await session().open(session().server.put("/near.html", article({ head, body: BODY + counted(count) })));
    await tab.until(["on"]);
    return tab;
  }
  const paints = (tab, what, holds) => eventually(async () => holds(await tab.page.evaluate(painted)), what);
  /** All that is seen is painted, and what is far away is not. */
  async function follows(tab) {
    await paints(tab, "no more than what is near", (all) => all.length < MANY / 2);
    const [all, here] = [await tab.page.evaluate(painted), await tab.page.evaluate(seen)];
    assert.ok(here.every((one) => all.includes(one)), `${here} seen, ${all} painted`);
  }

  for (const [what, head, scroller] of [["the page scrolls", TALL, "documentElement"], ["the article scrolls in a box", TALL + BOX, "body"]]) {
    test(`is all that is painted while ${what}`, async () => {
      const tab = await open(head, MANY);
      await follows(tab);
      for (const share of [1, 0.5]) {
        await tab.page.evaluate(([scroller, share]) => {
          const box = scroller === "body" ? document.querySelector("#body") : document.documentElement;
          box.scrollTop = share * box.scrollHeight;
        }, [scroller, share]);
        const here = await tab.page.evaluate(seen);
        assert.ok(here.length > 3, `${here} seen`);
        await paints(tab, `what is seen ${share} of the way down`, (all) => here.every((one) => all.includes(one)));
        await follows(tab);
      }
      await tab.close();
    });
  }

  test("is not asked for where statements are few, or all are to be printed", async () => {
    const few = await open(TALL, FEW);
    await paints(few, "all of few", (all) => all.length === FEW);
    await few.close();
    const many = await open(TALL, MANY);
    await follows(many);
    const set = (print) => session().inExtension((look) => chrome.storage.sync.set(look), { print });
    await set(true);
    await paints(many, "all of many", (all) => all.length === MANY);
    await set(false);
    await follows(many);
    await many.close();
  });

  test("is not asked for where words stand in no element", async () => {
    const lines = counted(MANY).replaceAll(/<p id="p\d+">/g, "").replaceAll("</p>", "<br><br>");
    const body = `${BODY}<div><template shadowrootmode="open">${lines}</template></div>`;
    const tab = await session().open(session().server.put("/bare.html", article({ head: TALL, body })));
    await tab.until(["on"]);
    const bare = () => [...CSS.highlights].flatMap(([name, all]) => (name.startsWith("hearsay-quoted-") ? [...all] : [])).filter(({ startContainer }) => !startContainer.parentElement).length;
    const all = async () => (await tab.page.evaluate(bare)) >= MANY;
    await eventually(all, "all of them");
    const set = (print) => session().inExtension((look) => chrome.storage.sync.set(look), { print });
    // Far from the words that do stand in one.
    await tab.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await pause(300);
    for (const print of [true, false]) {
      await set(print);
      await eventually(all, "all of them still");
      assert.equal((await tab.status()).state, "on");
    }
    await tab.close();
  });

  test("comes with a change of the page too", async () => {
    const tab = await open(TALL, MANY);
    await follows(tab);
    // As a live page does: what is seen stands elsewhere at once.
    await tab.page.evaluate(() => document.querySelector("#p0").before(document.querySelector("#p139"), document.querySelector("#p138")));
    await paints(tab, "what came in", (all) => all.includes(139) && all.includes(138));
    await follows(tab);
    await tab.close();
  });
});
