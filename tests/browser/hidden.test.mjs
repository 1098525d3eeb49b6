// Tabs that nobody sees.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { speech } from "./article.mjs";
import { FERRY, labelled, MILL, plain, render, traces } from "./stories.mjs";

inEachBrowser("a tab in the background", (session) => {
  const hidden = () => document.visibilityState;

  /** A tab that was opened behind another one, as by a link with the middle button, and has loaded. */
  async function behind(main) {
    const tab = await session().open("about:blank");
    await session().control.bringToFront();
    assert.equal(await tab.page.evaluate(hidden), "hidden");
    await tab.page.goto(session().server.put("/behind.html", plain(main)));
    await pause(2500);
    return tab;
  }

  test("is not worked at until it comes to the front", async () => {
    const tab = await behind(FERRY.html);
    const { state, engine, main_thread_ms } = await tab.status();
    assert.deepEqual([state, engine, main_thread_ms], ["loading", null, 0]);
    assert.equal(await tab.page.evaluate(traces), 0);
    await session().inExtension(() => chrome.storage.sync.set({ labels: "auto", "site:elsewhere": false }));
    await session().setSite("elsewhere", true);
    assert.equal((await tab.status()).main_thread_ms, 0, "nor when settings change");
    await tab.page.bringToFront();
    await labelled(tab, FERRY.speech, "labels when it is seen");
    await tab.close();
  });

  test("is not looked at for late text until it comes to the front", async () => {
    const tab = await session().open(session().server.put("/behind.html", plain()));
    await tab.until(["nothing"]);
    await session().control.bringToFront();
    await render(tab, FERRY.html);
    await pause(2500);
    const { state, engine } = await tab.status();
    assert.deepEqual([state, engine], ["nothing", null]);
    await tab.page.bringToFront();
    await labelled(tab, FERRY.speech, "labels when it is seen");
    await tab.close();
  });

  test("that is switched on from elsewhere is not worked at until it comes to the front", async () => {
    const address = session().server.put("/off.html", plain(FERRY.html)).replace("127.0.0.1", "localhost");
    await session().setSite("localhost", false);
    const tab = await session().open(address);
    await tab.until(["off"]);
    await session().control.bringToFront();
    await session().setSite("localhost", true);
    await pause(2500);
    const { state, engine, main_thread_ms } = await tab.status();
    assert.deepEqual([state, engine, main_thread_ms], ["loading", null, 0]);
    await tab.page.bringToFront();
    await labelled(tab, FERRY.speech, "labels when it is seen");
    await tab.close();
  });

  test("that moves to another article is read when it comes to the front", async () => {
    const tab = await session().open(session().server.put("/moves.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels");
    await session().control.bringToFront();
    await render(tab, MILL.html);
    await tab.page.evaluate(() => {
      // Of steps back every browser tells.
      for (const path of ["/mill", "/mill/2"]) history.pushState(null, "", path);
      history.back();
    });
    await pause(2500);
    assert.equal((await tab.status()).state, "loading");
    assert.equal(await tab.page.evaluate(traces), 0);
    await tab.page.bringToFront();
    await labelled(tab, MILL.speech, "labels when it is seen");
    await tab.close();
  });

  test("is read again only when it comes back to the front", async () => {
    const tab = await session().open(session().server.put("/behind.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels");
    await session().control.bringToFront();
    await tab.page.evaluate((words) => {
      document.querySelector("article").append(Object.assign(document.createElement("p"), { textContent: words }));
    }, "“I will row across if I have to,” said Ines Varga, who lives on the far shore.");
    await pause(2500);
    assert.deepEqual(speech(await tab.annotations()), FERRY.speech);
    await tab.page.bringToFront();
    await labelled(tab, [...FERRY.speech, ["I will row across if I have to,", "Ines Varga"]], "a label on what came meanwhile");
    await tab.close();
  });
});
