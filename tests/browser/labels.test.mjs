// Labels are there, and the page is as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article, BODY, SPEECH, speech } from "./article.mjs";
import { inside } from "./inside.mjs";

/** How many highlights Hearsay has, as far as the page can see. */
const highlights = () => [...CSS.highlights].filter(([name, { size }]) => name.startsWith("hearsay-") && size).length;

inEachBrowser("labels", (session) => {
  test("stand at every quotation, with its speaker", async () => {
    const tab = await session().open(session().server.put("/labels.html", article()));
    const status = await tab.until();
    assert.equal(status.state, "on");
    assert.equal(status.engine, "wasm");
    const found = await tab.annotations();
    assert.deepEqual(speech(found), SPEECH);
    const named = new Set([...found.quotations, ...found.reports].map(({ speaker }) => speaker).filter(Boolean));
    assert.equal(status.speakers, named.size);
    assert.ok(found.reports.some(({ speaker }) => speaker === "Marta Okonjo"), JSON.stringify(found.reports));
    assert.ok(await tab.page.evaluate(highlights), "something is painted");
    assert.equal(await tab.page.evaluate(() => document.querySelectorAll("hearsay-overlay").length), 1);
    await tab.close();
  });

  test("are called what is to be read on them", async () => {
    const told = "<p>“It went for a song,” the fisherman Joris Vael told the Ravensmoor Courier on Tuesday.</p>";
    const tab = await session().open(session().server.put("/called.html", article({ body: `${BODY}${told}` })));
    await tab.until(["on"]);
    const calls = () => inside(tab, (root) => [...root.querySelectorAll(".label")].map((label) => [label.ariaLabel, label.textContent]));
    await eventually(async () => (await calls()).some(([, seen]) => /via .*Courier/.test(seen)), "a label with a relay");
    // The gap between name and relay is no space of the text.
    const dense = (text) => text.replace(/\s/g, "");
    for (const [name, seen] of await calls()) assert.ok(dense(name).startsWith(`${dense(seen)}:`), `${name} for ${seen}`);
    await tab.close();
  });

  test("leave the page's own DOM, selection, focus and place alone", async () => {
    await session().setSite("127.0.0.1", false);
    const body = article({ after: '<button id="b">More</button><div style="height: 4000px"></div>' });
    const tab = await session().open(session().server.put("/same.html", body));
    await tab.until(["off"]);
    await tab.page.evaluate(() => {
      document.querySelector("#b").focus({ preventScroll: true });
      getSelection().setBaseAndExtent(document.querySelector("h1").firstChild, 2, document.querySelector("p").firstChild, 9);
      scrollTo(0, 150);
    });
    const before = await tab.ownPage();
    for (const [on, state] of [[true, "on"], [false, "off"], [true, "on"], [false, "off"]]) {
      await session().setSite("127.0.0.1", on);
      await tab.until([state]);
      assert.equal(await tab.ownPage(), before, state);
    }
    assert.equal(await tab.page.evaluate(highlights), 0);
    assert.equal(await tab.page.evaluate(() => document.querySelector("hearsay-overlay")), null);
    await session().setSite("127.0.0.1", true);
    await tab.close();
  });
});
