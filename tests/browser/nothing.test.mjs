// Pages that are no article.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";

const FORM = `<!doctype html><title>Sign in</title><form><label>Name <input></label><button>Go</button></form>`;
const LINKS = `<!doctype html><title>Shop</title><ul>${'<li><a href="/x">A “special” kettle</a> 12.99</li>'.repeat(80)}</ul>`;

const GERMAN = `<!doctype html><html lang="en"><meta property="og:type" content="article"><title>Letzte Fähre</title><article><h1>Letzte Fähre</h1>
${`<p>„Wir haben diese Stadt neunzig Jahre lang getragen, und weiter können wir sie nicht tragen“, sagte Marta Okonjo, die den Hafen leitet.
Die Entscheidung traf auf Wut am Kai, wo sich im Regen zweihundert Menschen mit Laternen und selbst gemalten Schildern versammelt hatten.</p>`.repeat(4)}</article>`;

inEachBrowser("a page that is no article", (session) => {
  for (const [what, page] of Object.entries({ FORM, LINKS })) {
    test(`${what}: nothing is painted, the engine is not loaded`, async () => {
      const tab = await session().open(session().server.put("/nothing.html", page));
      const status = await tab.until();
      assert.equal(status.state, "nothing");
      assert.ok(status.reason, "it says why");
      assert.equal(status.engine, null);
      assert.equal(await tab.page.evaluate(() => document.querySelector("hearsay-overlay")), null);
      assert.equal(await tab.page.evaluate(() => [...CSS.highlights.keys()].length), 0);
      await tab.close();
    });
  }

  test("an article in another language is told of as such, whatever its page says, and has no labels", async () => {
    const tab = await session().open(session().server.put("/german.html", GERMAN));
    const { state, reason } = await tab.until(["on", "nothing"]);
    assert.deepEqual([state, reason], ["nothing", "not-english"]);
    assert.equal(await tab.page.evaluate(() => document.querySelector("hearsay-overlay")), null);
    await tab.close();
  });
});
