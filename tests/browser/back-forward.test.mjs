// Pages that come back out of the back/forward cache.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { FERRY, labelled, MILL, plain, render, traces } from "./stories.mjs";

/** The server forbids it to all others. */
const MAY_BE_KEPT = { "cache-control": "max-age=60" };

inEachBrowser("the back/forward cache", (session) => {
  async function thereAndBack(first, meanwhile = async () => {}) {
    const put = (path, main) => session().server.put(path, plain(main), MAY_BE_KEPT);
    const tab = await session().open(put("/first.html", first));
    await tab.until(["on", "nothing"]);
    await tab.page.evaluate(() => { globalThis.mark = "the same page"; });
    await tab.go(put("/second.html", MILL.html));
    await labelled(tab, MILL.speech, "labels on the second page");
    await meanwhile(tab);
    await tab.page.evaluate(() => history.back());
    const mark = () => tab.page.evaluate(() => globalThis.mark).catch(() => null);
    await eventually(async () => (await mark()) === "the same page", "the first page again");
    return tab;
  }

  test("gives back an article with its labels, which go on following it", async () => {
    const tab = await thereAndBack(FERRY.html);
    await labelled(tab, FERRY.speech, "labels on the page that came back");
    const { quotations, reports } = await tab.status();
    const badge = () => session().inExtension((tabId) => chrome.action.getBadgeText({ tabId }), tab.id);
    await eventually(async () => (await badge()) === String(quotations + reports), "its badge");
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
