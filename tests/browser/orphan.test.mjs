// What is left of Hearsay in open pages when the extension is removed: nothing.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventually } from "../../xtask/browser/harness.mjs";
import { pause, Session } from "../../xtask/browser/session.mjs";
import { FERRY, labelled, MILL, plain, render, traces } from "./stories.mjs";

/** How many highlights have a rule that paints them: none that is left in the registry alone can be seen. */
const painted = () => [...CSS.highlights].filter(([name, { size }]) => {
  if (!name.startsWith("hearsay-") || !size) return false;
  const words = (document.querySelector("story-page")?.shadowRoot ?? document).querySelector("p");
  const { backgroundColor, textDecorationLine } = getComputedStyle(words, `::highlight(${name})`);
  return backgroundColor !== "rgba(0, 0, 0, 0)" || textDecorationLine !== "none";
}).length;

describe("when the extension is removed", () => {
  async function removed(t, name, main) {
    const session = await Session.start(name);
    t.after(() => session.close());
    const tab = await session.open(session.server.put("/orphan.html", plain(main)));
    await tab.until(["on", "nothing"]);
    const said = [];
    tab.page.on("console", (message) => said.push(message.text()));
    tab.page.on("pageerror", (error) => said.push(error.message));
    return { session, tab, said, remove: () => session.browser.uninstallExtension(session.id) };
  }

  test("chromium: the script notices, takes its labels away and does nothing more", async (t) => {
    const { tab, said, remove } = await removed(t, "chromium", FERRY.html);
    await labelled(tab, FERRY.speech, "labels");
    await remove();
    await eventually(async () => (await tab.page.evaluate(traces)) === 0, "no labels", 8000);
    await render(tab, MILL.html);
    await tab.page.evaluate(() => history.pushState(null, "", "/elsewhere"));
    await tab.page.mouse.move(200, 200);
    await pause(3000);
    assert.equal(await tab.page.evaluate(traces), 0, "nor any on what comes later");
    assert.deepEqual(said, []);
  });

  test("chromium: a page that changes at once gets no labels either", async (t) => {
    const { tab, said, remove } = await removed(t, "chromium", FERRY.html);
    await labelled(tab, FERRY.speech, "labels");
    await remove();
    await render(tab, MILL.html);
    await eventually(async () => (await tab.page.evaluate(traces)) === 0, "no labels", 8000);
    assert.deepEqual(said, []);
  });

  test("chromium: a script that waits for late text waits no longer", async (t) => {
    const { tab, said, remove } = await removed(t, "chromium", "Loading…");
    await remove();
    await render(tab, FERRY.html);
    await pause(2500);
    assert.equal(await tab.page.evaluate(traces), 0);
    assert.deepEqual(said, []);
  });

  // Firefox ends the script without a word and takes the style sheet away.
  test("firefox: nothing is painted any more", async (t) => {
    const { tab, said, remove } = await removed(t, "firefox", FERRY.html);
    await labelled(tab, FERRY.speech, "labels");
    assert.ok(await tab.page.evaluate(painted));
    await remove();
    await eventually(async () => (await tab.page.evaluate(painted)) === 0, "no paint", 8000);
    await render(tab, MILL.html);
    await pause(1500);
    assert.deepEqual(said, []);
  });

  test("firefox: nothing is painted any more in a shadow tree", async (t) => {
    const { tab, remove } = await removed(t, "firefox", `<story-page><template shadowrootmode="open">${FERRY.html}</template></story-page>`);
    await labelled(tab, FERRY.speech, "labels");
    assert.ok(await tab.page.evaluate(painted));
    await remove();
    await eventually(async () => (await tab.page.evaluate(painted)) === 0, "no paint", 8000);
  });

  test("firefox: no label can be seen", async (t) => {
    const { tab, remove } = await removed(t, "firefox", FERRY.html);
    await labelled(tab, FERRY.speech, "labels");
    await remove();
    await pause(2000);
    const seen = await tab.page.evaluate(() => document.querySelector("hearsay-overlay")?.checkVisibility({ visibilityProperty: true }) ?? false);
    assert.equal(seen, false);
  });
});
