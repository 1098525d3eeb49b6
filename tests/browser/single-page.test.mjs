// A site that goes from article to article without loading a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause, Session } from "../../xtask/browser/session.mjs";
import { card } from "./overlay.mjs";
import { FERRY, labelled, MILL, plain, render, traces } from "./stories.mjs";

/** A site whose router shows the story of each path `wait` milliseconds after the address has changed. */
const SITE = `<script>
  const stories = ${JSON.stringify({ "/site/ferry": FERRY.html, "/site/mill": MILL.html, "/site/": "<ul><li>Ferry<li>Mill</ul>" })};
  const show = () => { document.querySelector("main").innerHTML = stories[location.pathname]; };
  const visit = (path, wait) => { history.pushState(null, "", path); setTimeout(show, wait); };
  addEventListener("popstate", () => setTimeout(show, 50));
</script>`;

/** An article with one quotation. */
const SHORT = `<article><h1>The bus</h1>
${"<p>The bus left at six in the morning with nobody in it, and it came back at noon with nobody in it, along the coast and over the hill.</p>".repeat(4)}
<p>“It is the least bad idea,” said Ilse Brandt, who teaches at the school.</p></article>`;

inEachBrowser("a single-page site", (session) => {
  async function site() {
    const tab = await session().open(session().server.put("/site/ferry", plain(FERRY.html, SITE)));
    await labelled(tab, FERRY.speech, "the first article's labels");
    return tab;
  }
  const gone = (tab, what) => eventually(async () => (await tab.page.evaluate(traces)) === 0, what, 500);

  test("loses the old article's labels at once and gets the new one's when its text arrives", async () => {
    const tab = await site();
    await tab.page.evaluate(() => visit("/site/mill", 2000));
    await gone(tab, "no labels while the old text waits to go");
    await labelled(tab, MILL.speech, "the second article's labels");
    await tab.page.evaluate(() => history.back());
    await labelled(tab, FERRY.speech, "the first article's labels after going back");
    await tab.close();
  });

  test("has labels at once where the text was there before the address", async () => {
    const tab = await site();
    const began = Date.now();
    await tab.page.evaluate(() => { history.pushState(null, "", "/site/mill"); show(); });
    await labelled(tab, MILL.speech, "the second article's labels");
    assert.ok(Date.now() - began < 2500, `it took ${Date.now() - began} ms`);
    await tab.close();
  });

  test("waits for text that comes very late, by way of a page without an article", async () => {
    const tab = await site();
    await tab.page.evaluate(() => visit("/site/", 100));
    await eventually(async () => (await tab.status()).reason === "no-article", "that there is no article");
    assert.equal(await tab.page.evaluate(traces), 0);
    await tab.page.evaluate(() => visit("/site/mill", 7000));
    await pause(6000);
    assert.equal((await tab.status()).reason, "no-article");
    await labelled(tab, MILL.speech, "the second article's labels");
    await tab.close();
  });

  test("starts anew with the reader where an article is shorter than the one before, at the same address", async () => {
    const tab = await site();
    for (let stop = 0; stop < 3; stop += 1) await tab.ask("next");
    await tab.page.evaluate(() => document.querySelector("main").replaceChildren());
    await eventually(async () => (await tab.status()).state === "nothing", "that there is nothing");
    await tab.page.evaluate((html) => { document.querySelector("main").innerHTML = html; }, SHORT);
    await eventually(async () => (await tab.status()).state === "on", "the labels of the short one");
    await tab.ask("card");
    assert.equal((await tab.status()).state, "on");
    await card(tab, true);
    await tab.close();
  });

  test("may move because it loses the keyboard to a label", async () => {
    const tab = await site();
    await tab.page.evaluate(() => {
      const field = document.body.appendChild(document.createElement("input"));
      field.addEventListener("blur", () => { history.pushState(null, "", "/site/mill"); show(); });
      field.focus();
    });
    await tab.ask("next");
    await labelled(tab, MILL.speech, "the second article's labels");
    assert.equal(await tab.page.evaluate(() => document.querySelectorAll("hearsay-overlay").length), 1);
    await tab.close();
  });

  test("keeps the labels of an article that stays", async () => {
    const tab = await site();
    await tab.page.evaluate(() => history.replaceState(null, "", "/site/the-ferry"));
    await labelled(tab, FERRY.speech, "labels after the address was put right", 2000);
    await tab.page.evaluate(() => history.pushState(null, "", "/site/the-ferry/picture-1"));
    await labelled(tab, FERRY.speech, "labels again when nothing else comes", 6000);
    await tab.close();
  });

  test("finds an article in a part of the page that was not there before", async () => {
    const tab = await site();
    await tab.page.evaluate((html) => {
      const view = document.createElement("section");
      document.querySelector("main").hidden = true;
      history.pushState(null, "", "/site/mill");
      setTimeout(() => document.body.append(view), 500);
      setTimeout(() => { view.innerHTML = html; }, 1000);
    }, MILL.html);
    await labelled(tab, MILL.speech, "the second article's labels");
    await tab.close();
  });

  test("asks the switches anew", async () => {
    const tab = await site();
    await tab.ask("pause");
    await tab.page.evaluate(() => visit("/site/mill", 0));
    await pause(1500);
    assert.equal((await tab.status()).state, "paused");
    await tab.ask("resume");
    await labelled(tab, MILL.speech, "the second article's labels");
    await render(tab, "");
    await tab.close();
  });
});

test("the first article's labels stay where the browser does not tell of moves", async () => {
  const session = await Session.start("firefox", { preferences: { "dom.navigation.webidl.enabled": false } });
  try {
    const tab = await session.open(session.server.put("/site/", plain("<ul><li>Ferry<li>Mill</ul>", SITE)));
    assert.equal(await tab.page.evaluate(() => typeof navigation), "undefined");
    await eventually(async () => (await tab.status()).reason === "no-article", "that there is no article");
    await tab.page.evaluate(() => visit("/site/ferry", 0));
    await labelled(tab, FERRY.speech, "the first article's labels");
    for (let look = 0; look < 30; look += 1) {
      assert.notEqual(await tab.page.evaluate(traces), 0, "labels that stay");
      await pause(100);
    }
  } finally {
    await session.close();
  }
});
