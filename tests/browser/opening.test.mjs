// Opening a card is little work, however much is said on the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { STRESS } from "../../xtask/browser/stress.mjs";
import { article } from "./article.mjs";
import { inside } from "./inside.mjs";
import { card } from "./overlay.mjs";

inEachBrowser("opening a card", (session) => {
  /** How many nodes and attributes of the overlay change while a card is opened by keyboard. */
  async function changes(html) {
    const tab = await session().open(session().server.put("/opening.html", html), { timeout: 60000 });
    await tab.until(["on"], 120000);
    await inside(tab, (root) => {
      globalThis.changed = 0;
      const all = { subtree: true, childList: true, attributes: true, characterData: true };
      globalThis.watcher = new MutationObserver((list) => { globalThis.changed += list.filter(({ target }) => target.closest?.(".card")).length; });
      globalThis.watcher.observe(root, all);
    });
    await tab.ask("next");
    await card(tab, true);
    const { changed, texts } = await inside(tab, (root) => ({ changed: globalThis.changed, texts: root.querySelectorAll(".card *").length }));
    assert.ok(changed > 5, `${changed} changes were seen`);
    await tab.close();
    return { changed, texts };
  }

  test("changes a few nodes, as many on a page with thousands of quotations as on any other", async () => {
    const few = await changes(article());
    const many = await changes(STRESS.many_quotations());
    assert.ok(few.changed < 60 && many.changed < 60, JSON.stringify([few, many]));
    assert.ok(many.texts < 80, "the card holds what it shows");
  });
});
