// Who can make Hearsay do something by a message: its own pages and background, and nobody else.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { startChanged } from "./changed.mjs";
import { isOpen } from "./overlay.mjs";
import { FERRY, labelled, plain } from "./stories.mjs";

/** Every message that some part of Hearsay obeys, and one that none does. */
const TYPES = [
  "status", "annotations", "pause", "resume", "next", "previous", "card", "who", "panel", "go", "export", "state", "page", "toggle-site", "__proto__",
];
const MESSAGES = TYPES.flatMap((type) => [{ type }, { type, frames: true, index: 0, format: "csv", site: "other.test", on: false }]);

/** All that Hearsay keeps. */
const stored = async () => JSON.stringify([await chrome.storage.sync.get(null), await chrome.storage.local.get(null)]);

/** Extension whose page sends `MESSAGES` to another extension, and keeps what comes back. */
const STRANGER = {
  "manifest.json": JSON.stringify({
    manifest_version: 3,
    name: "Stranger",
    version: "1",
    browser_specific_settings: { gecko: { id: "stranger@hearsay.invalid" } },
    host_permissions: ["http://127.0.0.1/*"],
    content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["stranger.js"], run_at: "document_idle" }],
  }),
  "stranger.js": `addEventListener("stranger", async ({ detail }) => {
    const { id, messages } = JSON.parse(detail);
    const answers = [];
    for (const message of messages) answers.push(await chrome.runtime.sendMessage(id, message).then((answer) => ["answer", answer], (error) => ["error", error.message]));
    await new Promise((closed) => chrome.runtime.connect(id).onDisconnect.addListener(closed));
    document.documentElement.dataset.answers = JSON.stringify(answers);
  });`,
};

/** Has the script in the page send every message, as `event` wakes it; what is answered. */
async function sendAll(tab, event, id) {
  await tab.page.evaluate((event, detail) => {
    delete document.documentElement.dataset.answers;
    dispatchEvent(new CustomEvent(event, { detail }));
  }, event, JSON.stringify({ id, messages: MESSAGES }));
  const answers = await eventually(() => tab.page.evaluate(() => document.documentElement.dataset.answers), "answers to all");
  return JSON.parse(answers);
}

inEachBrowser("another extension", (session) => {
  test("gets no answer to any message, nor a connection, and changes nothing", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "stranger-"));
    t.after(() => rmSync(folder, { recursive: true }));
    for (const [name, text] of Object.entries(STRANGER)) writeFileSync(join(folder, name), text);
    await session().browser.installExtension(folder);
    const tab = await session().open(session().server.put("/stranger.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels");
    const before = await session().inExtension(stored);
    const answers = await sendAll(tab, "stranger", await session().inExtension(() => chrome.runtime.id));
    assert.equal(answers.length, MESSAGES.length);
    for (const [sort, value] of answers) assert.equal(sort, "error", JSON.stringify(value));
    assert.equal(await session().inExtension(stored), before);
    assert.equal((await tab.status()).state, "on");
    assert.equal(await tab.page.evaluate(isOpen), false);
    await tab.close();
  });
});

/** A page's script that has been taken over by its page: it sends whatever it likes. */
const TAKEN = `
addEventListener("taken", async ({ detail }) => {
  const answers = [];
  for (const message of JSON.parse(detail).messages) {
    const late = new Promise((done) => setTimeout(done, 300, "none"));
    const answer = chrome.runtime.sendMessage(message).then((answer) => answer ?? "none", () => "none");
    answers.push([message.type, await Promise.race([answer, late])]);
  }
  document.documentElement.dataset.answers = JSON.stringify(answers);
});`;

inEachBrowser("a page's script that was taken over", (session) => {
  test("learns the tab's host and whether it is paused, and moves neither settings, other tabs nor Hearsay's own pages", async () => {
    const other = await session().open(session().server.put("/other.html", plain(FERRY.html)));
    await labelled(other, FERRY.speech, "labels");
    const welcome = await session().openOwn("welcome.html");
    await eventually(() => welcome.evaluate(() => [...CSS.highlights.keys()].length > 0), "marks on the first page");
    const tab = await session().open(session().server.put("/taken.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels");
    const before = await session().inExtension(stored);
    const tabs = async () => JSON.stringify((await chrome.tabs.query({})).map(({ id, url }) => [id, url]));
    const open = await session().inExtension(tabs);
    for (const [type, answer] of await sendAll(tab, "taken")) {
      assert.deepEqual(answer, type === "page" ? { site: "127.0.0.1", paused: false } : "none", type);
    }
    await pause(500);
    assert.equal(await session().inExtension(stored), before, "the same settings");
    assert.equal(await session().inExtension(tabs), open, "the same tabs");
    for (const page of [welcome, other.page, tab.page]) assert.equal(await page.evaluate(isOpen), false, "no card opens");
    for (const one of [other, tab]) assert.equal((await one.status()).state, "on");
    for (const one of [welcome, other, tab]) await one.close();
  });
}, (name) => startChanged(name, "loader.js", (code) => code + TAKEN));
