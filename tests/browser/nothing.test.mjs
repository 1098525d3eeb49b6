// Pages that are no article.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";

const FORM = `<!doctype html><title>Sign in</title><form><label>Name <input></label><button>Go</button></form>`;
const LINKS = `<!doctype html><title>Shop</title><ul>${'<li><a href="/x">A “special” kettle</a> 12.99</li>'.repeat(80)}</ul>`;

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
});
