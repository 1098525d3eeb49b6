// The popup, opened in a tab that names the page it speaks of, and the badge.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article } from "./article.mjs";
import { load } from "./scripts.mjs";

const seen = () => ({
  site: document.getElementById("site").textContent,
  on: document.getElementById("on").checked,
  enabled: !document.getElementById("on").disabled,
  counts: !document.getElementById("counts").hidden,
  quotations: document.getElementById("quotations").textContent,
  credits: document.getElementById("credits").textContent,
  outside: document.getElementById("outside").hidden ? "" : document.getElementById("outside").textContent,
  reason: document.getElementById("reason").hidden ? "" : document.getElementById("reason").textContent,
});
const press = (id) => document.getElementById(id).click();

test("a badge tells what was found last, in whatever order the tab's frames answer", async () => {
  const [listeners, answers, shown] = [[], [], []];
  const event = { addListener: (heard) => listeners.push(heard) };
  const page = { state: "nothing" };
  load(["rules.js", "settings.js", "reach.js", "background.js"], [], {
    runtime: { id: "hearsay", onMessage: event, onInstalled: { addListener() {} } },
    tabs: { sendMessage: async (_, { frames }) => (frames ? new Promise((resolve) => answers.push(resolve)) : { ...page }) },
    action: { setBadgeText: async ({ text }) => shown.push(text), setBadgeBackgroundColor: async () => {} },
  });
  const turn = () => new Promise(setImmediate);
  const tell = () => listeners[0]({ type: "state" }, { id: "hearsay", tab: { id: 1 }, url: "https://news.test/" });
  tell();
  await turn();
  Object.assign(page, { state: "on", quotations: 2, reports: 1 });
  tell();
  await turn();
  answers.forEach((answer) => answer(undefined));
  await turn();
  assert.deepEqual([answers.length, shown.at(-1)], [1, "3"]);
});

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

  test("tells of quotations outside the article", async () => {
    const comment = "<li class=comment>“I told you so ten years ago,” as my aunt used to say in the rain.</li>";
    const teaser = "<div class=related><a href='/b'>“Nobody will cross here again,” says the last ferryman of Osby</a></div>";
    const after = `<section class=comments><ul>${comment}${comment}</ul></section>${teaser}`;
    const shown = async (path, page) => {
      const tab = await session().open(session().server.put(path, page));
      const { quotations } = await tab.until(["on"]);
      const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
      await eventually(async () => (await popup.evaluate(seen)).quotations === String(quotations), "the counts");
      const { outside } = await popup.evaluate(seen);
      await popup.close();
      await tab.close();
      return outside;
    };
    assert.equal(await shown("/outside.html", article({ after })), "Quotations outside the article, not labelled: comments (2), teasers (1)");
    assert.equal(await shown("/inside.html", article()), "");
  });

  test("has Hearsay on everywhere, or on chosen sites alone", async () => {
    const tab = await session().open(session().server.put("/chosen.html", article()));
    await tab.until(["on"]);
    const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
    const shows = (what, holds) => eventually(async () => holds(await popup.evaluate(seen)), what);
    const choose = (where) => popup.evaluate((where) => document.querySelector(`[name=where][value=${where}]`).click(), where);
    await choose("chosen");
    const { reason } = await tab.until(["off"]);
    assert.equal(reason, "not-chosen");
    await shows("that this site is none of them", (now) => !now.on && now.enabled && now.reason.includes("sites that you choose"));
    await popup.evaluate(press, "on");
    await shows("that this site is one of them", (now) => now.on);
    await tab.page.bringToFront();
    await tab.until(["on"]);
    const stored = () => session().inExtension(() => chrome.storage.sync.get(null));
    assert.deepEqual(await stored(), { "where": "chosen", "site:127.0.0.1": true });
    await popup.evaluate(press, "on");
    await tab.until(["off"]);
    assert.deepEqual(await stored(), { where: "chosen" }, "a rule that changes nothing is not kept");
    await choose("everywhere");
    await tab.page.bringToFront();
    await tab.until(["on"]);
    await popup.close();
    await tab.close();
  });

  test("works by keyboard alone", async () => {
    const tab = await session().open(session().server.put("/keys.html", article()));
    await tab.until(["on"]);
    const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
    await eventually(async () => (await popup.evaluate(seen)).counts, "the counts");
    await popup.bringToFront();
    const reached = [];
    for (let step = 0; step < 20 && reached.at(-1) !== "options"; step++) {
      await popup.keyboard.press("Tab");
      reached.push(await popup.evaluate(() => document.activeElement.id || document.activeElement.name));
      if (reached.at(-1) === "labels") await popup.keyboard.press("ArrowDown");
      if (reached.at(-1) === "pause") await popup.keyboard.press("Enter");
    }
    assert.deepEqual(reached, ["on", "previous", "next", "panel", "pause", "where", "labels", "options"]);
    await tab.until(["paused"]);
    await eventually(() => session().inExtension(async () => (await chrome.storage.sync.get("labels")).labels === "hover"), "the choice");
    await session().inExtension(() => chrome.storage.sync.clear());
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
