// axe-core finds nothing on any surface, light or dark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { serveWww } from "../../xtask/browser/www.mjs";
import { article } from "./article.mjs";
import { axe } from "./axe.mjs";
import { startChanged } from "./changed.mjs";
import { inside, press } from "./inside.mjs";
import { card } from "./overlay.mjs";

const THEMES = ["light", "dark"];
const set = (session, items) => session.inExtension((items) => chrome.storage.sync.set(items), items);
const isThere = (selector) => Boolean(document.querySelector(selector)?.checkVisibility());

// The overlay's root is closed to everyone, axe too; here, as all else is as shipped, it is opened.
const OPENED = `const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (options) { return attachShadow.call(this, { ...options, mode: "open" }); };
`;
const start = (name) => startChanged(name, "shown.js", (text) => OPENED + text);

/** Asks the card for a correction, which shows all that it can hold. */
async function correct(tab) {
  await press(tab, "wrong");
  await eventually(() => inside(tab, (root) => root.querySelector(".card input")?.checkVisibility() ?? false), "what to correct");
}

inEachBrowser("axe finds nothing on", (session) => {
  /** Has axe look at a page of the extension in each theme, once `selector` is seen and `prepare` has been done. */
  async function own(path, selector, prepare = () => {}) {
    for (const theme of THEMES) {
      await set(session(), { theme });
      const page = await session().openOwn(path);
      await page.bringToFront();
      await eventually(() => page.evaluate(isThere, selector), `${selector} of ${path}`);
      await prepare(page);
      const seen = await axe(page, `${path}, ${theme}`);
      assert.ok(seen.some(({ id }) => id === "color-contrast"), "it has seen the words");
      await page.close();
    }
    await session().inExtension(() => chrome.storage.sync.clear());
  }

  test("the popup", async () => {
    const tab = await session().open(session().server.put("/found.html", article({ head: '<meta name="author" content="Ann Lee">' })));
    await tab.until(["on"]);
    await own(`popup.html?tab=${tab.id}`, "#counts");
    await set(session(), { labels: "sideways" });
    await tab.ask("pause");
    await own(`popup.html?tab=${tab.id}`, "#reason");
    await tab.close();
  });

  test("the panel", async () => {
    const tab = await session().open(session().server.put("/panel.html", article()));
    await tab.until(["on"]);
    await own(`panel.html?tab=${tab.id}`, ".statement", (page) => page.click("#export summary"));
    await tab.close();
  });

  test("the settings page", async () => {
    const everything = async (page) => {
      await set(session(), { "site:a.example": true, "site:*.b.example": false, "labels": "sideways" });
      await eventually(() => page.evaluate(isThere, "#corrupt"), "the notice");
      await page.evaluate(() => (document.getElementById("bulk").open = true));
      await page.evaluate(() => document.querySelector("#print").click());
      await eventually(() => page.evaluate(() => document.getElementById("told").textContent), "what is told");
    };
    await own("options.html", "#keys kbd", everything);
  });

  test("the first page", async () => {
    await own("welcome.html", "hearsay-overlay");
  });

  test("the page that stands alone", async () => {
    const address = await serveWww(session());
    const page = await session().browser.newPage();
    await page.goto(address);
    await eventually(() => page.evaluate(isThere, "#panel"), "the panel");
    await page.click("#own");
    for (const theme of THEMES) {
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
      await axe(page, `the page, ${theme}`);
    }
    await page.close();
    await session().setSite("127.0.0.1", true);
  });

  test("labels and card", async () => {
    for (const theme of THEMES) {
      const [paper, ink] = theme === "dark" ? ["#16181c", "#e8e8e8"] : ["#fff", "#111"];
      const head = `<style>body { max-width: 40rem; margin: auto; background: ${paper}; color: ${ink}; font: 18px/1.6 serif }</style>`;
      const tab = await session().open(session().server.put(`/${theme}.html`, article({ head })));
      await tab.until(["on"]);
      await tab.ask("next");
      await card(tab, true);
      await correct(tab);
      const seen = await axe(tab.page, `the overlay, ${theme}`, "hearsay-overlay");
      // What stands in a shadow root is named by its host and itself.
      const within = seen.flatMap(({ target }) => target).filter((part) => Array.isArray(part) && part[0] === "hearsay-overlay");
      assert.ok(within.some(([, part]) => part.includes("card")) && within.some(([, part]) => part.includes("label")), JSON.stringify(within));
      await tab.close();
    }
  });
}, start);
