// Pausing on one page, and what follows the page's own lightness.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article } from "./article.mjs";

const painted = () => [...CSS.highlights.keys()].filter((name) => name.startsWith("hearsay-"));

inEachBrowser("a page", (session, name) => {
  test("is paused and resumed, and others are not", async () => {
    const [tab, other] = [
      await session().open(session().server.put("/paused.html", article())),
      await session().open(session().server.put("/other.html", article())),
    ];
    // A page is read when it is seen.
    for (const seen of [tab, other]) {
      await seen.page.bringToFront();
      assert.equal((await seen.until()).state, "on");
    }
    const paused = await tab.ask("pause");
    assert.deepEqual([paused.state, paused.reason, paused.quotations], ["paused", "paused", 0]);
    assert.deepEqual(await tab.page.evaluate(painted), []);
    assert.equal((await other.status()).state, "on");
    await tab.page.bringToFront();
    await tab.ask("resume");
    assert.equal((await tab.until()).state, "on");
    assert.notDeepEqual(await tab.page.evaluate(painted), []);
    await Promise.all([tab.close(), other.close()]);
  });

  const own = '<meta name="hearsay" content="at work">';

  test("that says that it has labels itself is paused until the reader resumes it", async () => {
    const tab = await session().open(session().server.put("/own.html", article({ head: own })));
    const { state, reason, paused } = await tab.until(["paused"]);
    assert.deepEqual([state, reason, paused], ["paused", "own-labels", false]);
    const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
    const why = () => popup.evaluate(() => document.getElementById("reason").textContent);
    await eventually(async () => (await why()).includes("at work in it already"), "that the popup says so");
    await popup.evaluate(() => document.getElementById("pause").click());
    await tab.page.bringToFront();
    assert.equal((await tab.until(["on"])).state, "on");
    assert.notDeepEqual(await tab.page.evaluate(painted), []);
    await Promise.all([popup.close(), tab.close()]);
  });

  test("that says so is labelled where the reader has a rule for its site", async () => {
    const rule = (on) => session().inExtension((on) => saveRules([["127.0.0.1", on]]), on);
    await rule(true);
    const tab = await session().open(session().server.put("/ruled.html", article({ head: own })));
    assert.equal((await tab.until(["on", "paused"])).state, "on");
    await rule(null);
    await tab.close();
  });

  for (const [theme, style] of [["light", "body { color: #222; background: #fff }"], ["dark", "body { color: #ddd; background: #111 }"]]) {
    test(`is painted for a ${theme} page`, async () => {
      const tab = await session().open(session().server.put("/theme.html", article({ head: `<style>${style}</style>` })));
      assert.equal((await tab.until()).state, "on");
      const names = (await tab.page.evaluate(painted)).filter((name) => /-(light|dark)$/.test(name));
      assert.ok(names.length && names.every((name) => name.endsWith(`-${theme}`)), names.join());
      await tab.close();
    });
  }

  // Firefox's driver cannot have a page change so.
  if (name === "chromium") {
    test("is painted anew where it turns dark", async () => {
      const style = "@media (prefers-color-scheme: dark) { body { color: #ddd; background: #111 } }";
      const tab = await session().open(session().server.put("/turns.html", article({ head: `<style>${style}</style>` })));
      for (const theme of ["dark", "light"]) {
        await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
        const all = async () => (await tab.page.evaluate(painted)).filter((mark) => /-(light|dark)$/.test(mark));
        await eventually(async () => (await all()).length && (await all()).every((mark) => mark.endsWith(theme)), `marks for ${theme}`);
      }
      await tab.close();
    });
  }
});
