// Keys and the context menu, as far as they reach: no driver presses the browser's own keys or opens its menus, so the
// background is called by what they call.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article } from "./article.mjs";
import { card } from "./overlay.mjs";
import { load } from "./scripts.mjs";

inEachBrowser("the background", (session, name) => {
  /** Runs `action` on the background's global object. */
  async function inBackground(action, ...values) {
    const call = (background) => `(${action})(${[background, ...values.map((value) => JSON.stringify(value))].join(", ")})`;
    if (name === "firefox") return session().inExtension(`chrome.runtime.getBackgroundPage().then((page) => ${call("page")})`);
    const target = await session().browser.waitForTarget((target) => target.type() === "service_worker");
    return (await target.worker()).evaluate(call("self"));
  }
  const obey = (command, id) => inBackground((background, command, id) => background.obey(command, { id }), command, id);

  test("has commands, four of which come with a key", async () => {
    const commands = await session().inExtension(() => chrome.commands.getAll());
    const keys = commands.filter(({ shortcut }) => shortcut).map(({ name }) => name).sort();
    assert.deepEqual(keys, ["next", "panel", "previous", "toggle-site"]);
    assert.ok(commands.some(({ name }) => name === "card"));
  });

  test("goes from statement to statement and switches the site", async () => {
    const tab = await session().open(session().server.put("/keys.html", article()));
    await tab.until(["on"]);
    await obey("next", tab.id);
    await card(tab, true);
    await obey("toggle-site", tab.id);
    assert.equal((await tab.until(["off"])).reason, "site-off");
    await obey("toggle-site", tab.id);
    await tab.until(["on"]);
    assert.deepEqual(await session().inExtension(() => chrome.storage.sync.get(null)), {});
    await tab.close();
  });

  test("asks about a selection by its menu; where nothing is labelled, the popup tells why", async () => {
    const there = () => session().inExtension(() => new Promise((resolve) => {
      chrome.contextMenus.update("who", { visible: true }, () => resolve(!chrome.runtime.lastError));
    }));
    await eventually(there, "the menu's entry");
    const tab = await session().open(session().server.put("/form.html", "<title>Form</title><p>Your name?"));
    await tab.until(["nothing"]);
    const opened = await inBackground(async ({ askWho, chrome: { action } }, id) => {
      const { openPopup } = action;
      let opened = 0;
      action.openPopup = async () => (opened += 1);
      await askWho({ frameId: 0 }, { id });
      await askWho({ frameId: 99999 }, { id });
      action.openPopup = openPopup;
      return opened;
    }, tab.id);
    assert.equal(opened, 2, "for the page, and for a frame that has gone");
    await tab.close();
  });

  test("tells why in a tab where the browser opens no popup", async () => {
    const tab = await session().open(session().server.put("/form.html", "<title>Form</title><p>Your name?"));
    await tab.until(["nothing"]);
    await inBackground(async ({ askWho, chrome: { action } }, id) => {
      const { openPopup } = action;
      // Chrome opens one at any time.
      action.openPopup = async () => { throw new Error("openPopup requires a user gesture"); };
      await askWho({ frameId: 0 }, { id });
      action.openPopup = openPopup;
    }, tab.id);
    const told = () => session().inExtension((id) => {
      const views = chrome.extension.getViews({ type: "tab" });
      const view = views.find(({ location }) => location.pathname === "/popup.html" && location.search === `?tab=${id}`);
      return view?.document.getElementById("reason")?.textContent;
    }, tab.id);
    await eventually(told, "the reason in a tab");
    await session().inExtension(async (id) => {
      const tabs = await chrome.tabs.query({ active: true, currentWindow: true });
      await chrome.tabs.remove(tabs.filter((tab) => tab.id !== id).map((tab) => tab.id));
    }, tab.id);
    await tab.close();
  });
});

test("the panel opens in the browser's side, else in a tab", () => {
  const calls = [];
  const side = { open: (...values) => calls.push(values) };
  for (const chrome of [{ sidePanel: side }, { sidebarAction: side }, { tabs: { create: (...values) => calls.push(values) } }]) {
    load(["reach.js"], ["openPanel"], chrome).openPanel(7);
  }
  assert.deepEqual(calls, [[{ tabId: 7 }], [], [{ url: "panel.html?tab=7" }]]);
});
