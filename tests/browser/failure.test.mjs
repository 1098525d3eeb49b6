// An engine that fails takes its labels away, says so, and spoils no other page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { startChanged } from "./changed.mjs";
import { FERRY, labelled, MILL, plain, render, traces } from "./stories.mjs";

const reason = () => document.getElementById("reason").textContent;

async function failed(session, tab) {
  assert.equal((await tab.until(["error"], 8000)).reason, "failed");
  assert.equal(await tab.page.evaluate(traces), 0, "no labels are left");
  const popup = await session.openOwn(`popup.html?tab=${tab.id}`);
  await eventually(async () => (await popup.evaluate(reason)).includes("Reload the page"), "that the popup says so");
  await popup.close();
  await tab.page.bringToFront();
  await render(tab, MILL.html);
  await tab.ask("next");
  assert.equal((await tab.status()).state, "error", "nothing is tried again on this page");
  await tab.go(tab.page.url());
  await labelled(tab, FERRY.speech, "labels after a reload");
  await tab.close();
}

/** What is changed in which file, and what sets it off. */
const WAYS = {
  // The session is in use while it asks for a word, and panics where it is called again.
  "panics": [
    "loader.js",
    (code) => code.replace("word: (key, values) => ", '$&(document.title !== "now" || session.status()) && '),
    async (tab) => {
      await tab.page.evaluate(() => { document.title = "now"; });
      await tab.ask("next");
    },
  ],
  "traps where it is called": [
    "engine.js",
    (code) => code.replace("}next(){", "$&throw new WebAssembly.RuntimeError('unreachable executed');"),
    (tab) => tab.ask("next"),
  ],
  "traps by itself": [
    "engine.js",
    (code) => code.replace(/getElementsByTagName\(/, "getElementsByTagName(document.querySelector('#bomb') && undefined_here || "),
    (tab) => tab.page.evaluate(() => {
      document.querySelector("article").append(Object.assign(document.createElement("p"), { id: "bomb", textContent: "“No,” said Ann Lee." }));
    }),
  ],
};

for (const [what, [file, change, light]] of Object.entries(WAYS)) {
  inEachBrowser(`an engine that ${what}`, (session) => {
    test("takes its labels away, and the next page has them", async () => {
      const tab = await session().open(session().server.put("/failure.html", plain(FERRY.html)));
      await labelled(tab, FERRY.speech, "labels");
      await light(tab);
      await eventually(async () => (await tab.page.evaluate(traces)) === 0, "no labels", 8000);
      await failed(session(), tab);
    });
  }, (name) => startChanged(name, file, change));
}

/** What stands behind the article: more nodes than are read, or more text. */
const TOO_LARGE = { "nodes": ["<i></i>", 151000], "text": ["<p>" + "Rain fell on Friday. ".repeat(1000) + "</p>", 150] };

inEachBrowser("a page too large to be read", (session) => {
  for (const [what, [piece, times]] of Object.entries(TOO_LARGE)) {
    test(`by its ${what} is not read, and the popup says so`, async () => {
      const after = `<script>document.body.insertAdjacentHTML("beforeend", "${piece}".repeat(${times}))</script>`;
      const tab = await session().open(session().server.put("/large.html", plain(FERRY.html, after)));
      const status = await tab.until(["nothing", "on"]);
      assert.equal(status.reason, "too-large");
      assert.equal(await tab.page.evaluate(traces), 0);
      const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
      await eventually(async () => (await popup.evaluate(reason)).includes("too large"), "that the popup says so");
      await popup.close();
      await tab.close();
    });
  }

  test("is read where only what it says of itself at great length is left out", async () => {
    const data = (author, more) => `<script>{
      const script = Object.assign(document.createElement("script"), { type: "application/ld+json" });
      script.append('{"@type": "NewsArticle", "author": "${author}", "x": "' , "x".repeat(${more}), '"}');
      document.head.append(script);
    }</script>`;
    const tab = await session().open(session().server.put("/head.html", plain(FERRY.html, data("Ann Lee", 2_000_000) + data("Bo Ek", 1000))));
    await labelled(tab, FERRY.speech, "labels");
    assert.deepEqual((await tab.status()).credits.byline, ["Bo Ek"]);
    await tab.close();
  });
});

/** An article in an open shadow tree, whose tints stand there. */
const SHADOW = plain(`<story-page><template shadowrootmode="open">${FERRY.html}</template></story-page>`);

for (const [what, [file, change, light]] of Object.entries(WAYS).filter(([what]) => what !== "traps by itself")) {
  inEachBrowser(`an engine that ${what}`, (session) => {
    test("takes back what it lent to shadow trees", async () => {
      const tab = await session().open(session().server.put("/shadow.html", SHADOW));
      await labelled(tab, FERRY.speech, "labels");
      await light(tab);
      await tab.until(["error"]);
      assert.equal(await tab.page.evaluate(() => document.querySelector("story-page").shadowRoot.adoptedStyleSheets.length), 0);
      await tab.close();
    });
  }, (name) => startChanged(name, file, change));
}

{
  // It is in the middle of its work then, and what it holds is never dropped.
  const [file, change, light] = WAYS["traps by itself"];
  const counted = (code) => change(code).replace(/=\(\.\.\.(\w+)\)=>\{/g, '$&performance.mark("called");');
  inEachBrowser("an engine that traps by itself", (session) => {
    test("hears of nothing any more", async () => {
      const tab = await session().open(session().server.put("/deaf.html", plain(FERRY.html, '<div style="height: 3000px"></div>')));
      await labelled(tab, FERRY.speech, "labels");
      const called = async () => {
        await tab.page.evaluate(() => performance.clearMarks());
        await tab.page.mouse.move(200, 200, { steps: 4 });
        await tab.page.keyboard.press("Escape");
        await tab.page.evaluate(() => {
          document.body.style.width = `${document.body.offsetWidth - 20}px`;
          document.body.append(document.createElement("i"));
          scrollBy(0, 100);
        });
        await pause(500);
        return tab.page.evaluate(() => performance.getEntriesByName("called").length);
      };
      assert.ok((await called()) > 4, "it hears as long as it works");
      await light(tab);
      await tab.until(["error"]);
      // What was to be done later is over by then.
      await pause(2000);
      assert.equal(await called(), 0);
      await tab.close();
    });
  }, (name) => startChanged(name, file, counted));
}
