// Text that arrives long after the page has loaded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { FERRY, labelled, MILL, plain, render, traces } from "./stories.mjs";

inEachBrowser("late text", (session) => {
  const open = (page) => session().open(session().server.put("/late.html", page));

  test("is found ten seconds after the page has loaded", async () => {
    const fetched = session().server.put("/late-text.html", FERRY.html);
    const tab = await open(plain("Loading…", `<script>
      setTimeout(async () => { document.querySelector("main").innerHTML = await (await fetch("${fetched}")).text(); }, 10000);
    </script>`));
    assert.equal((await tab.until(["nothing"])).engine, null);
    await labelled(tab, FERRY.speech, "labels on the late text", 16000);
    await tab.close();
  });

  test("is found behind a wall that asks for consent, in a body that was replaced", async () => {
    const tab = await open(plain('<button id="yes">I accept that</button>'));
    await tab.until(["nothing"]);
    await tab.page.evaluate((html) => {
      document.querySelector("#yes").onclick = () => {
        const body = document.createElement("body");
        document.body.replaceWith(body);
        setTimeout(() => { body.innerHTML = html; }, 300);
      };
    }, MILL.html);
    await pause(6000);
    await tab.page.click("#yes");
    await labelled(tab, MILL.speech, "labels behind the wall", 5000);
    await tab.close();
  });

  test("is found in a body that is away while the engine starts", async () => {
    // Long enough after the page has loaded that the engine is on its way, and too early for it to be there; one of these is.
    for (const wait of [0, 8, 16, 24, 32, 48, 64]) {
      const tab = await open(plain(FERRY.html, `<script>
        addEventListener("load", () => setTimeout(() => {
          const { body } = document;
          body.remove();
          setTimeout(() => document.documentElement.append(body), 700);
        }, ${wait}));
      </script>`));
      await labelled(tab, FERRY.speech, `labels on a body that was away after ${wait} ms`, 6000);
      await tab.close();
    }
  });

  test("is found when a wall that hid it goes by a class alone", async () => {
    const head = "<style>.walled main { display: none }</style>";
    const tab = await open(plain(FERRY.html, '<script>document.body.className = "walled"</script>', head));
    await tab.until(["nothing"]);
    await pause(1500);
    await tab.page.evaluate(() => { document.body.className = ""; });
    try {
      await labelled(tab, FERRY.speech, "labels on what the wall hid", 6000);
    } finally {
      await tab.close();
    }
  });

  test("is found on a page that never rests", async () => {
    const tab = await open(plain("<i id=clock></i>", `<script>
      setInterval(() => { document.querySelector("#clock").textContent = performance.now(); }, 5);
    </script>`));
    await tab.until(["nothing"]);
    await pause(500);
    await session().inExtension((id) => {
      globalThis.told = 0;
      chrome.runtime.onMessage.addListener((message, sender) => { if (sender.tab?.id === id) globalThis.told += 1; });
    }, tab.id);
    await pause(2500);
    assert.equal(await tab.page.evaluate(traces), 0);
    assert.equal(await session().inExtension(() => globalThis.told), 0, "nobody is told that nothing is new");
    await render(tab, FERRY.html);
    await labelled(tab, FERRY.speech, "labels on text that came meanwhile", 3000);
    await tab.close();
  });

  test("is found where it comes paragraph by paragraph", async () => {
    const tab = await open(plain("<article></article>"));
    await tab.until(["nothing"]);
    for (const paragraph of FERRY.body.split("\n")) {
      await tab.page.evaluate((html) => document.querySelector("article").insertAdjacentHTML("beforeend", html), paragraph);
      await pause(300);
    }
    await labelled(tab, FERRY.speech, "labels on all of it");
    await tab.close();
  });
});
