// The page with the engine in it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { files, serveWww } from "../../xtask/browser/www.mjs";

const PASTED = `The lake froze on Friday.
“It will hold a cow,” said Britta Lang, who keeps the boats. “It will not hold two.”`;

/** Puts `text` in as a reader does. */
async function put(page, text) {
  await page.click("#own");
  await page.evaluate((text) => { document.querySelector("#text").value = text; }, text);
  await page.click("#paste [type=submit]");
}

/** What the page says that it found, when it has found something. */
const found = (page) => page.evaluate(() => document.querySelector("#found").textContent);
const speakers = (page) =>
  page.evaluate(() => {
    const { contentDocument } = document.querySelector("#panel");
    return [...(contentDocument?.querySelectorAll(".source .name") ?? [])].map((name) => name.textContent);
  });
const painted = (page) => page.evaluate(() => [...CSS.highlights].filter(([name, { size }]) => name.startsWith("hearsay-") && size).length);

inEachBrowser("the page of its own", (session) => {
  let page;
  const asked = [];
  const errors = [];

  before(async () => {
    const address = await serveWww(session());
    page = await session().browser.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(address);
  });

  test("labels the first sample at once, and each that is chosen", async () => {
    await eventually(async () => /^\d+ quotations?/.test(await found(page)), "labels on the first sample");
    assert.ok((await painted(page)) > 0, "something is painted");
    const samples = await page.$$("#samples button");
    assert.ok(samples.length >= 4, "samples");
    const seen = new Set();
    for (const sample of samples) {
      await sample.click();
      await eventually(async () => (await speakers(page)).length > 1 && !seen.has(String(await speakers(page))), "its own speakers");
      seen.add(String(await speakers(page)));
      // The list of the last sample may stand for a moment while the next is read.
      await eventually(() => page.evaluate(() => document.querySelectorAll("hearsay-overlay").length === 1), "one overlay at a time");
    }
  });

  test("labels a text that is put in", async () => {
    await put(page, PASTED);
    await eventually(async () => (await found(page)).startsWith("2 quotations"), "labels on the pasted text");
    assert.deepEqual(await speakers(page), ["Britta Lang"]);
    assert.ok((await painted(page)) > 0, "something is painted");
  });

  test("has the panel beside it, which goes to what it lists", async () => {
    await page.click("#samples button");
    await eventually(async () => (await speakers(page)).includes("Ilse Varga"), "the sources");
    await page.evaluate(() => document.querySelector("#panel").contentDocument.querySelector(".statement").click());
    const flashes = () => [...CSS.highlights].some(([name, { size }]) => name.startsWith("hearsay-flash-") && size);
    await eventually(() => page.evaluate(flashes), "the words set off");
  });

  test("says so where nobody is quoted", async () => {
    await put(page, "The lake froze on Friday.");
    await eventually(async () => (await found(page)) === "Nobody is quoted here.", "that it says so");
    assert.equal(await painted(page), 0);
  });

  test("says so where the text cannot be read", async () => {
    await put(page, "Die Fähre fährt nicht mehr, und der Bus kommt erst am Montag. „Niemand hat uns gefragt“, sagte der Fischer, der seit Jahren mit ihr fährt.\n".repeat(4));
    await eventually(async () => (await found(page)) === "This is not in English, and cannot be read.", "that it says why");
  });

  test("has its labels from its own engine alone, though the extension is there", async () => {
    await page.click("#samples button");
    await eventually(async () => /^\d+ quotations?/.test(await found(page)), "labels on the first sample");
    await page.bringToFront();
    await pause(3000);
    const states = await session().inExtension(async () => {
      const tabs = await chrome.tabs.query({});
      const state = ({ id }) => chrome.tabs.sendMessage(id, { type: "status" }, { frameId: 0 }).then((status) => status?.state, () => null);
      return Promise.all(tabs.map(state));
    });
    // A tab that the browser does not take for seen waits.
    assert.ok(states.some((state) => ["paused", "nothing", "loading"].includes(state)), "the extension is there");
    assert.ok(!states.includes("on"), "and labels nothing");
    assert.equal(await page.evaluate(() => document.querySelectorAll("hearsay-overlay").length), 1);
  });

  test("asks nobody else for anything, and nothing breaks", async () => {
    await pause(300);
    const own = session().server.address("/");
    assert.deepEqual(asked.filter((address) => !address.startsWith(own) && !address.startsWith("data:")), []);
    assert.ok(asked.length >= 5, "the page's own files were asked for");
    assert.deepEqual(errors, []);
  });

  test("fits a phone, and has each text in the direction of its script", async () => {
    await put(page, "نص قصير.\nA short text.");
    const directions = () => page.evaluate(() => [...document.querySelectorAll("#article p")].map((line) => getComputedStyle(line).direction));
    await eventually(async () => String(await directions()) === "rtl,ltr", "both directions");
    await page.setViewport({ width: 320, height: 640 });
    await eventually(() => page.evaluate(() => innerWidth === 320 && document.documentElement.scrollWidth <= 320), "no scrolling sideways");
    await page.setViewport({ width: 1280, height: 900 });
  });

  test("works without a network once it has been loaded", async () => {
    const kept = () => page.evaluate(async () => (await (await caches.open("hearsay")).keys()).map(({ url }) => new URL(url).pathname.slice(1)).sort());
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    const wanted = ["", ...files.filter((file) => !["index.html", "offline.js"].includes(file))].sort();
    assert.deepEqual(await kept(), wanted, "all files are kept, and no others");
    const address = session().server.address("/");
    session().server.stop();
    await page.goto(address);
    await eventually(async () => /^\d+ quotations?/.test(await found(page)), "labels on the first sample");
    assert.ok((await painted(page)) > 0, "something is painted");
    await page.goto(`${address}index.html`);
    await eventually(async () => /^\d+ quotations?/.test(await found(page)), "labels under its other address");
  });
});
