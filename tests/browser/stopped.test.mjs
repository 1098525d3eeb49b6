// A page whose loading is stopped while the engine comes.

import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { FERRY, labelled, plain } from "./stories.mjs";

/** As the browser's own button does it, again and again while the engine is on its way. */
const STOP = "<script>addEventListener('load', () => { const until = performance.now() + 400; const stop = () => { window.stop(); if (performance.now() < until) setTimeout(stop); }; stop(); });</script>";

inEachBrowser("a page that is stopped", (session) => {
  test("gets its labels when the engine has come at the second try", async () => {
    for (let load = 0; load < 3; load += 1) {
      const tab = await session().open(session().server.put("/stopped.html", plain(FERRY.html, STOP)));
      await labelled(tab, FERRY.speech, "labels after all", 20000);
      await tab.close();
    }
  });
});
