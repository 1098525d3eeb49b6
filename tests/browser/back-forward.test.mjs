// Pages that come back out of the back/forward cache.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { FERRY, labelled, MILL, plain, render, traces } from "./stories.mjs";

/** The server forbids it to all others. */
const MAY_BE_KEPT = { "cache-control": "max-age=60" };

/** A browser may let go of a page that it could keep, one that is short of time at that. */
const ATTEMPTS = 4;

inEachBrowser("the back/forward cache", (session) => {
  /** Goes on from the page with `first`, and back; the tab where the browser had kept it, after `meanwhile` on the other page. */
  async function thereAndBack(first, meanwhile = async () => {}) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const put = (path, main) => session().server.put(path, plain(main), MAY_BE_KEPT);
      const tab = await session().open(put("/first.html", first));
      await tab.until(["on", "nothing"]);
      await tab.page.evaluate(() => { globalThis.mark = "the same page"; });
      await tab.go(put("/second.html", MILL.html));
      await labelled(tab, MILL.speech, "labels on the second page");
      await meanwhile(tab);
      await tab.page.evaluate(() => history.back());
      const where = () => tab.page.evaluate(() => [location.pathname, globalThis.mark]).catch(() => []);
      await eventually(async () => (await where())[0] === "/first.html", "the first page again");
      if ((await where())[1] === "the same page") {
        return tab;
      }
      await tab.close();
      await session().setSite("127.0.0.1", true);
    }
    throw new Error("no page is kept");
  }

  test("gives back an article with its labels, which go on following it", async () => {
    const tab = await thereAndBack(FERRY.html);
    await labelled(tab, FERRY.speech, "labels on the page that came back");
    assert.ok(await tab.page.evaluate(traces));
    await render(tab, MILL.html);
    await labelled(tab, MILL.speech, "labels on what came after that");
    await tab.ask("pause");
    assert.equal(await tab.page.evaluate(traces), 0);
    await tab.close();
  });

  test("gives back a page that still waits for its text", async () => {
    const tab = await thereAndBack("Loading…");
    await render(tab, FERRY.html);
    await labelled(tab, FERRY.speech, "labels on the late text");
    await tab.close();
  });

  test("gives back no labels where the site was switched off meanwhile", async () => {
    const tab = await thereAndBack(FERRY.html, async (tab) => {
      await session().setSite("127.0.0.1", false);
      await tab.until(["off"]);
    });
    await tab.until(["off"]);
    assert.equal(await tab.page.evaluate(traces), 0);
    await session().setSite("127.0.0.1", true);
    await labelled(tab, FERRY.speech, "labels when it is on again");
    await tab.close();
  });
});
