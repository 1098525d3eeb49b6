// Corrections as they are kept, and while the page changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { article } from "./article.mjs";
import { button, cardText, inside, press } from "./inside.mjs";
import { card, lineOf, point } from "./overlay.mjs";
import { load } from "./scripts.mjs";

const PAGE = "corrections:https://news.test/a?b=1";
const NO = { words: "No", nth: 0, name: null };
const YES = { words: "Yes", nth: 0, name: "Bo Ek" };

/** What keeps corrections in one tab of a page; of the page's other tabs with the same `kept`. */
function keeper({ inIncognitoContext = false, kept = {}, fails = false, address = "https://news.test/a?b=1#c", origin = "https://news.test" } = {}) {
  globalThis.location = new URL(address);
  globalThis.self = { origin };
  const local = {
    get: async () => (fails ? Promise.reject(new Error("not now")) : structuredClone(kept)),
    set: async (items) => void Object.assign(kept, structuredClone(items)),
    remove: async (keys) => [keys].flat().forEach((key) => delete kept[key]),
  };
  const names = ["keepCorrection", "readCorrections", "pageKey"];
  return { kept, ...load(["corrections.js"], names, { extension: { inIncognitoContext }, storage: { local } }) };
}

test("corrections in a frame that has no address are kept for its site alone, and not at all where that is hidden", async () => {
  const kept = {};
  const frame = (origin) => keeper({ kept, address: "about:srcdoc", origin });
  for (const origin of ["https://a.test", "https://b.test", "null"]) {
    const { keepCorrection, pageKey, readCorrections } = frame(origin);
    assert.deepEqual(await readCorrections(pageKey()), [], origin);
    await keepCorrection(pageKey(), NO, true);
  }
  assert.deepEqual(Object.keys(kept).sort(), ["corrections:https://a.testsrcdoc", "corrections:https://b.testsrcdoc"]);
});

test("corrections are kept by the page's address, and gone with the last", async () => {
  const { kept, keepCorrection, pageKey } = keeper();
  await keepCorrection(pageKey(), NO, true);
  assert.deepEqual(Object.keys(kept), [PAGE]);
  await keepCorrection(PAGE, NO, false);
  assert.deepEqual(kept, {});
});

test("a correction leaves alone what another tab has kept of the same page meanwhile", async () => {
  const one = keeper();
  const other = keeper({ kept: one.kept });
  assert.deepEqual(await other.readCorrections(PAGE), []);
  await one.keepCorrection(PAGE, NO, true);
  await Promise.all([other.keepCorrection(PAGE, YES, true), other.keepCorrection(PAGE, { ...NO, nth: 1 }, true)]);
  assert.deepEqual(await one.readCorrections(PAGE), [NO, YES, { ...NO, nth: 1 }]);
  await one.keepCorrection(PAGE, { ...YES, name: "Ann Lee" }, true);
  await one.keepCorrection(PAGE, NO, false);
  assert.deepEqual(await other.readCorrections(PAGE), [{ ...NO, nth: 1 }, { ...YES, name: "Ann Lee" }]);
});

test("what cannot be read is not overwritten", async () => {
  const kept = { [PAGE]: { list: [YES], at: 1 } };
  await keeper({ kept, fails: true }).keepCorrection(PAGE, NO, true);
  assert.deepEqual(kept[PAGE].list, [YES]);
});

test("no correction is kept that is made in a private window", async () => {
  const { kept, keepCorrection } = keeper({ inIncognitoContext: true });
  await keepCorrection(PAGE, NO, true);
  assert.deepEqual(kept, {});
});

const OKONJO = "We have carried this town";
const HALLAM = "Nobody asked us";
const HEAD = `<meta name="viewport" content="width=device-width"><style>body { font: 18px/1.6 serif }</style>`;

/** All words that are tinted as quoted. */
const quoted = () => {
  const words = ({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset);
  return [...CSS.highlights].filter(([name]) => name.startsWith("hearsay-quoted-")).flatMap(([, ranges]) => [...ranges].map(words)).join();
};

inEachBrowser("a correction", (session) => {
  async function page(path) {
    const tab = await session().open(session().server.put(path, article({ head: HEAD })));
    await tab.until(["on"]);
    await seen(tab, HALLAM, true);
    return tab;
  }
  const seen = (tab, words, is) => eventually(async () => (await tab.page.evaluate(quoted)).includes(words) === is, `${is ? "a" : "no"} tint on ${words}`);

  /** Opens what can be corrected of the statement with `words`. */
  async function correct(tab, words) {
    await tab.page.bringToFront();
    await point(tab, 2, 2);
    await tab.page.keyboard.press("Escape");
    await card(tab, false);
    const line = await lineOf(tab, words);
    await point(tab, line.left + 40, (line.top + line.bottom) / 2);
    await card(tab, true);
    await press(tab, "wrong");
    await eventually(() => button(tab, "hide"), "what can be corrected");
  }
  async function hide(tab, words) {
    await correct(tab, words);
    await press(tab, "hide");
    await seen(tab, words, false);
  }
  const kept = () => session().inExtension(async () => {
    const all = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.includes("/kept.html"));
    return all.map(([key, { list }]) => `${key.split("/kept.html")[1]}: ${list.map(({ words }) => words.slice(1, 7))}`).sort().join("; ");
  });
  const keeps = (all) => eventually(async () => (await kept()) === all, `${all} kept`);

  test("is kept beside those of another tab, and with the address that it was made at", async () => {
    const one = await page("/kept.html");
    const other = await page("/kept.html");
    await hide(one, HALLAM);
    await keeps(": Nobody");
    await hide(other, OKONJO);
    await keeps(": Nobody,We hav");
    await other.page.evaluate(() => history.pushState(null, "", "?id=2"));
    await seen(other, OKONJO, true);
    await hide(other, HALLAM);
    await keeps(": Nobody,We hav; ?id=2: Nobody");
    await session().inExtension(() => chrome.storage.local.clear());
    await one.close();
    await other.close();
  });

  test("that is being made stays as it is while the page is read again, whatever else was corrected", async () => {
    const tab = await page("/made.html");
    await hide(tab, HALLAM);
    await correct(tab, OKONJO);
    await inside(tab, (root) => root.querySelector(".card input").focus());
    await tab.page.keyboard.type("Ilse");
    const { main_thread_ms: before } = await tab.status();
    await tab.page.evaluate(() => document.querySelector("#body").append(document.createElement("hr")));
    await eventually(async () => (await tab.status()).main_thread_ms > before, "another reading");
    await pause(1500);
    const form = await inside(tab, (root) => [root.querySelector(".fix").hidden, root.querySelector("input").value, root.activeElement?.localName]);
    assert.deepEqual(form, [false, "Ilse", "input"]);
    await seen(tab, HALLAM, false);
    await press(tab, "save");
    await eventually(async () => (await cardText(tab)).includes("your correction"), "the name taken");
    await session().inExtension(() => chrome.storage.local.clear());
    await tab.close();
  });
});
