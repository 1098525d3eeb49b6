// Articles in frames: readers that other pages embed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { speech } from "./article.mjs";
import { startChanged } from "./changed.mjs";
import { FERRY, MILL, plain, traces } from "./stories.mjs";

const text = (id) => document.getElementById(id).textContent;
const press = (id) => document.getElementById(id).click();

inEachBrowser("a frame", (session) => {
  /** A page around a frame with `attributes`. */
  async function around(attributes, main = "", [width, height] = [800, 500]) {
    const after = `<iframe width="${width}" height="${height}" ${attributes}></iframe>`;
    const tab = await session().open(session().server.put("/around.html", plain(main, after)));
    await tab.until(["on", "off", "nothing"]);
    return tab;
  }
  const put = (story = FERRY) => session().server.put("/framed.html", plain(story.html));
  const elsewhere = (address) => address.replace("127.0.0.1", "localhost");
  const frame = (tab) => tab.page.frames().find((frame) => frame.parentFrame());
  const askFrames = (tab, type) =>
    session().inExtension((id, type) => chrome.tabs.sendMessage(id, { type, frames: true }).catch(() => null), tab.id, type);
  const labelled = (tab, { speech: expected }, what) =>
    eventually(async () => {
      const found = await askFrames(tab, "annotations");
      return found && JSON.stringify(speech(found)) === JSON.stringify(expected);
    }, what, 8000);
  const badge = (tab) => session().inExtension((tabId) => chrome.action.getBadgeText({ tabId }), tab.id);

  for (const [what, attributes] of [
    ["of the same origin", () => `src="${put()}"`],
    ["of another origin", () => `src="${elsewhere(put())}"`],
    ["without an address of its own", () => `srcdoc="${plain(FERRY.html).replaceAll('"', "&quot;")}"`],
    ["in a sandbox", () => `sandbox src="${put()}"`],
  ]) {
    test(`${what} gets its labels, and the badge counts them`, async () => {
      const tab = await around(attributes());
      await labelled(tab, FERRY, "labels in the frame");
      assert.equal((await tab.status()).state, "nothing", "the page around it has none");
      const { quotations, reports } = await askFrames(tab, "status");
      await eventually(async () => (await badge(tab)) === String(quotations + reports), "the count on the badge");
      await tab.close();
    });
  }

  test("is reached by the popup and obeys the switch of the page around it", async () => {
    const tab = await around(`src="${elsewhere(put())}"`);
    await labelled(tab, FERRY, "labels in the frame");
    const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
    const shows = (id, value) => eventually(async () => (await popup.evaluate(text, id)) === value, `${value} as ${id}`, 8000);
    await shows("quotations", String(FERRY.speech.length));
    assert.equal(await popup.evaluate(text, "site"), "127.0.0.1");
    await popup.evaluate(press, "pause");
    await eventually(async () => (await frame(tab).evaluate(traces)) === 0, "no labels in a paused page");
    await eventually(async () => (await badge(tab)) === "", "an empty badge");
    await popup.evaluate(press, "pause");
    await tab.page.bringToFront();
    await labelled(tab, FERRY, "labels after the pause");
    await popup.evaluate(press, "next");
    const current = () => [...CSS.highlights.keys()].some((name) => name.startsWith("hearsay-current-"));
    await eventually(() => frame(tab).evaluate(current), "the card of the first statement");
    await session().setSite("localhost", false);
    await pause(500);
    await labelled(tab, FERRY, "labels although the frame's own host is off");
    await session().setSite("localhost", true);
    await popup.evaluate(press, "on");
    await eventually(async () => (await frame(tab).evaluate(traces)) === 0, "no labels where the site is off");
    await popup.close();
    await tab.close();

    const again = await around(`src="${elsewhere(put())}"`);
    await pause(1500);
    assert.equal(await frame(again).evaluate(traces), 0, "none on a page that is opened later");
    await session().setSite("127.0.0.1", true);
    await labelled(again, FERRY, "labels when the site is on again");
    await again.close();
  });

  test("is paused with the page around it also while it has nothing", async () => {
    const tab = await around(`src="${elsewhere(session().server.put("/late.html", plain()))}"`);
    await pause(1500);
    const popup = await session().openOwn(`popup.html?tab=${tab.id}`);
    const reaches = (type) => popup.evaluate((id, type) => reach(id, type).then(() => null), tab.id, type);
    await reaches("pause");
    await tab.page.bringToFront();
    await frame(tab).evaluate((html) => { document.querySelector("main").innerHTML = html; }, FERRY.html);
    await pause(2500);
    assert.equal(await frame(tab).evaluate(traces), 0, "no labels on a paused page");
    await reaches("resume");
    await labelled(tab, FERRY, "labels after the pause");
    await popup.close();
    await tab.close();
  });

  test("stands back where the page around it has an article", async () => {
    const tab = await around(`src="${elsewhere(put(MILL))}"`, FERRY.html);
    await labelled(tab, MILL, "labels in the frame");
    const { quotations, reports } = await tab.until(["on"]);
    await eventually(async () => (await badge(tab)) === String(quotations + reports), "the page's own count");
    await tab.close();
  });

  test("is left alone where it is small or has no article, until that changes", async () => {
    const tab = await around(`src="${put()}"`, "", [300, 250]);
    await pause(1500);
    assert.ok(!(await askFrames(tab, "status")), "nobody answers for a small one");
    await tab.page.evaluate(() => Object.assign(document.querySelector("iframe"), { width: 700, height: 400 }));
    await labelled(tab, FERRY, "labels when it is large");
    await tab.page.evaluate(() => document.querySelector("iframe").remove());
    await eventually(async () => (await badge(tab)) === "", "an empty badge when it is gone");
    await tab.close();

    const hidden = await around(`src="${elsewhere(put())}" hidden`);
    await pause(500);
    await hidden.page.evaluate(() => { document.querySelector("iframe").hidden = false; });
    await labelled(hidden, FERRY, "labels when it is shown");
    await hidden.close();

    const empty = await around('srcdoc="<p>Buy a kettle!</p>"');
    await pause(1500);
    assert.ok(!(await askFrames(empty, "status")), "nobody answers for one without an article");
    await frame(empty).evaluate((html) => { document.body.innerHTML = html; }, MILL.html);
    await labelled(empty, MILL, "labels when its text has come");
    await empty.close();
  });
});

/** Counts the glances at a page in its own element. */
const COUNTED = "function glance() { document.documentElement.dataset.glances = Number(document.documentElement.dataset.glances ?? 0) + 1;";

inEachBrowser("a frame of a site that is off", (session) => {
  test("is not looked at", async () => {
    await session().setSite("127.0.0.1", false);
    const framed = session().server.put("/framed.html", plain("<p>Buy a kettle!</p>"));
    const tab = await session().open(session().server.put("/around.html", plain("", `<iframe width="800" height="500" src="${framed}"></iframe>`)));
    await tab.until(["off"]);
    const frame = () => tab.page.frames().find((frame) => frame.parentFrame());
    const glances = () => frame().evaluate(() => document.documentElement.dataset.glances ?? null);
    await pause(1500);
    await frame().evaluate(() => document.body.append("More kettles."));
    await pause(1500);
    assert.equal(await glances(), null);
    await session().setSite("127.0.0.1", true);
    await eventually(glances, "a look when it is on");
    await tab.close();
  });
}, (name) => startChanged(name, "glance.js", (code) => code.replace("function glance() {", COUNTED)));
