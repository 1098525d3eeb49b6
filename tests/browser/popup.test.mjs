// The popup, opened in a tab that names the page it speaks of, and the badge.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article } from "./article.mjs";

const seen = () => ({
  site: document.getElementById("site").textContent,
  on: document.getElementById("on").checked,
  enabled: !document.getElementById("on").disabled,
  counts: !document.getElementById("counts").hidden,
  quotations: document.getElementById("quotations").textContent,
  credits: document.getElementById("credits").textContent,
  reason: document.getElementById("reason").hidden ? "" : document.getElementById("reason").textContent,
});
const press = (id) => document.getElementById(id).click();

inEachBrowser("the popup", (session) => {
  test("tells what was found, switches the site and pauses the page", async () => {
    const tab = await session().open(session().server.put("/popup.html", article({ head: '<meta name="author" content="Ann Lee">' })));
    const { quotations } = await tab.until(["on"]);
    const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
    const shows = (what, holds) => eventually(async () => holds(await popup.evaluate(seen)), what);
    await shows("the counts", (now) => now.enabled && now.on && now.counts && now.quotations === String(quotations));
    assert.equal((await popup.evaluate(seen)).site, "127.0.0.1");
    await shows("who wrote the article", (now) => now.credits.includes("By Ann Lee"));

    await popup.evaluate(press, "on");
    await tab.until(["off"]);
    await shows("that the site is off", (now) => !now.on && !now.counts && now.reason);
    await popup.evaluate(press, "on");
    await tab.page.bringToFront(); // a page is read when it is seen
    await tab.until(["on"]);
    await popup.evaluate(press, "pause");
    await tab.until(["paused"]);
    await shows("that the page is paused", (now) => now.on && !now.counts && now.reason);
    await popup.close();
    await tab.close();
  });

  test("says why there is nothing", async () => {
    const tab = await session().open(session().server.put("/form.html", "<title>Form</title><p>Your name?"));
    await tab.until(["nothing"]);
    const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
    await eventually(async () => (await popup.evaluate(seen)).reason, "a reason");
    await popup.close();
    await tab.close();
  });

  test("has a badge beside it that counts", async () => {
    const tab = await session().open(session().server.put("/badge.html", article()));
    const { quotations, reports } = await tab.until(["on"]);
    const badge = () => session().inExtension((tabId) => chrome.action.getBadgeText({ tabId }), tab.id);
    await eventually(async () => (await badge()) === String(quotations + reports), "the count on the badge");
    await tab.ask("pause");
    await eventually(async () => (await badge()) === "", "an empty badge");
    await tab.close();
  });
});
