// Printed, a page looks as if Hearsay were not there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { article } from "./article.mjs";
import { isOpen } from "./overlay.mjs";

const STYLE = "<style>#body { width: 420px } body { font: 16px/1.6 serif }</style>";

inEachBrowser("a printed page", (session) => {
  test("has no tint, no label and no card", async () => {
    const tab = await session().open(session().server.put("/print.html", article({ head: STYLE })));
    await tab.until(["on"]);
    await pause(500);
    await tab.ask("next");
    assert.ok(await tab.page.evaluate(isOpen), "a card is open");
    const on = await print(tab);
    await session().setSite("127.0.0.1", false);
    await tab.until(["off"]);
    assert.deepEqual(on, await print(tab));
    await session().setSite("127.0.0.1", true);
    await tab.close();
  });

  /** All colours and fonts that the page is printed in. Chromium prints text in other pieces, which look the same. */
  async function print(tab) {
    const pdf = Buffer.from(await tab.page.pdf({ printBackground: true, tagged: false }));
    const drawn = [...pdf.toString("latin1").matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => inflated(pdf.subarray(index + length)));
    const used = drawn.join("\n").match(/[\d. ]+ (?:rg|RG|g|G|sc|SC)\b|\/\S+ [\d.]+ Tf/g).map((found) => found.trim());
    assert.ok(used.some((found) => found.endsWith("Tf")), "there is text");
    return [...new Set(used)].sort();
  }
});

/** What a stream of a PDF holds; empty where it is none that was deflated. */
function inflated(bytes) {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return "";
  }
}
