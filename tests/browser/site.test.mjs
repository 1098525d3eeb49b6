// The switch of each site.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article } from "./article.mjs";

inEachBrowser("the switch of a site", (session) => {
  test("holds for that site alone, on reload and in other tabs, until it is put back", async () => {
    const address = session().server.put("/site.html", article());
    const elsewhere = address.replace("127.0.0.1", "localhost");
    const tab = await session().open(address);
    assert.equal((await tab.until()).state, "on");

    await session().setSite("127.0.0.1", false);
    await tab.until(["off"]);
    await tab.go(address);
    const off = await tab.until();
    assert.deepEqual([off.state, off.engine], ["off", null], "after a reload it stays off and loads no engine");

    const second = await session().open(address);
    assert.equal((await second.until()).state, "off", "in a second tab");
    await second.go(elsewhere);
    assert.equal((await second.until()).state, "on", "on another site");
    await second.close();

    await session().setSite("127.0.0.1", true);
    assert.equal((await tab.until(["on"])).state, "on", "at once when it is put back");
    await tab.close();
  });
});
