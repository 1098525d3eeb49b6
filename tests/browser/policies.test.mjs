// Pages with a content security policy: the same labels under each, whichever engine the browser lets run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article, SPEECH, speech } from "./article.mjs";

// Policy, and the engine that Chromium leaves us under it. Firefox asks no page's policy.
const POLICIES = [
  ["script-src 'self'", "js"],
  ["script-src 'none'", "js"],
  ["script-src 'nonce-r4nd0m'", "js"],
  ["script-src 'nonce-r4nd0m' 'strict-dynamic'", "js"],
  ["default-src 'none'", "js"],
  ["default-src 'self'; object-src 'none'", "js"],
  ["default-src https: 'unsafe-inline'", "js"],
  ["script-src 'self' 'wasm-unsafe-eval'", "wasm"],
  ["require-trusted-types-for 'script'; trusted-types 'none'", "wasm"],
  ["connect-src 'none'", "wasm"],
  ["style-src 'none'", "wasm"],
  ["sandbox", "wasm"],
];

inEachBrowser("policy", (session, name) => {
  async function check(address, engine) {
    const tab = await session().open(address);
    const status = await tab.until();
    assert.equal(status.state, "on", JSON.stringify(status));
    assert.equal(status.engine, name === "firefox" ? "wasm" : engine);
    const found = await tab.annotations();
    assert.deepEqual(speech(found), SPEECH);
    await tab.close();
    return JSON.stringify([found.quotations, found.reports, found.credits]);
  }

  test("none, then each in turn", async (t) => {
    const plain = await check(session().server.put("/policy.html", article()), "wasm");
    for (const [policy, engine] of POLICIES) {
      await t.test(policy, async () => {
        const address = session().server.put("/policy.html", article(), { "content-security-policy": policy });
        assert.equal(await check(address, engine), plain, "the same to the last digit");
      });
    }
    await t.test("in the page itself", async () => {
      const head = `<meta http-equiv="content-security-policy" content="script-src 'self'">`;
      assert.equal(await check(session().server.put("/policy.html", article({ head })), "js"), plain);
    });
  });
});
