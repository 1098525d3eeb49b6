// Endless scroll: a second article comes under the first.

import { test } from "node:test";
import { inEachBrowser } from "../../xtask/browser/harness.mjs";
import { FERRY, labelled, MILL, plain } from "./stories.mjs";

const append = (tab, html) => tab.page.evaluate((html) => document.querySelector("main").insertAdjacentHTML("beforeend", html), html);

inEachBrowser("endless scroll", (session) => {
  const open = async () => {
    const tab = await session().open(session().server.put("/endless.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels on the first article");
    return tab;
  };

  test("labels the second article too", async () => {
    const tab = await open();
    await append(tab, MILL.html);
    await labelled(tab, [...FERRY.speech, ...MILL.speech], "labels on both");
    await tab.close();
  });

  test("labels the second article when the address becomes its own and the first has gone", async () => {
    const tab = await open();
    await append(tab, MILL.html);
    await tab.page.evaluate(() => {
      document.querySelector("article").remove();
      history.replaceState(null, "", "/mill.html");
    });
    await labelled(tab, MILL.speech, "labels on the second article");
    await tab.close();
  });
});
