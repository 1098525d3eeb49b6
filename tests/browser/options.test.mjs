// The settings page: every control stores what it says, at once and for good.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { Session } from "../../xtask/browser/session.mjs";

const click = (selector) => document.querySelector(selector).click();
const stored = (session) => session.inExtension(() => chrome.storage.sync.get(null));
const store = (session, items) => session.inExtension((items) => chrome.storage.sync.set(items), items);
const clear = (session) => session.inExtension(() => chrome.storage.sync.clear());
const told = (page) => page.evaluate(() => document.getElementById("told").textContent);
const says = (page, words) => eventually(async () => (await told(page)).includes(words), `“${words}” at the foot`);
const holds = (session, expected, what) =>
  eventually(async () => {
    const items = await stored(session);
    return Object.entries(expected).every(([key, value]) => items[key] === value);
  }, what);
const rules = (page) => page.evaluate(() => [...document.querySelectorAll("#rules li")].map((line) => [line.dataset.pattern, line.querySelector("input").checked]));
const listed = (page, expected, what) => eventually(async () => JSON.stringify(await rules(page)) === JSON.stringify(expected), what);

/** Adds a rule as a hand would. */
async function add(page, pattern, state) {
  await page.evaluate((pattern, state) => {
    document.getElementById("pattern").value = pattern;
    document.getElementById("state").value = state;
    document.querySelector("#add button").click();
  }, pattern, state);
}

/** Puts `text` into the field of all rules, as typing would. */
const write = (page, text) =>
  page.evaluate((text) => {
    const field = document.getElementById("text");
    field.value = text;
    field.dispatchEvent(new Event("input"));
  }, text);

/** Where the browsers save what is exported. */
const folder = mkdtempSync(join(tmpdir(), "hearsay-"));
after(() => rmSync(folder, { recursive: true }));

async function start(name) {
  const preferences = {
    "browser.download.folderList": 2,
    "browser.download.dir": folder,
    // Firefox's list of downloads would open and keep the keyboard.
    "browser.download.alwaysOpenPanel": false,
  };
  const session = await Session.start(name, { preferences });
  if (name === "chromium") {
    const driver = await session.browser.target().createCDPSession();
    await driver.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  }
  return session;
}

inEachBrowser("the settings page", (session) => {
  const opened = async () => {
    await clear(session());
    const page = await session().openOwn("options.html");
    await eventually(() => page.evaluate(() => Boolean(document.querySelector("[name=where]:checked"))), "the settings");
    return page;
  };
  /** Has the page import a file that holds `text`. */
  async function bring(page, text) {
    const path = join(folder, "settings.json");
    writeFileSync(path, text);
    const input = await page.$("#file");
    await input.uploadFile(path);
  }

  test("stores each choice as an item of its own, and says so", async () => {
    const page = await opened();
    const choices = [
      ["[name=labels][value=hover]", "labels", "hover"],
      ["[name=theme][value=dark]", "theme", "dark"],
      ["[name=where][value=chosen]", "where", "chosen"],
      ["#quotations", "quotations", false],
      ["#reports", "reports", false],
      ["#print", "print", true],
      ["[name=labels][value=auto]", "labels", "auto"],
    ];
    for (const [selector, key, value] of choices) {
      await page.evaluate(click, selector);
      await holds(session(), { [key]: value }, `${key} ${value}`);
      await says(page, "Saved.");
    }
    assert.deepEqual(await stored(session()), { labels: "auto", theme: "dark", where: "chosen", quotations: false, reports: false, print: true });
    await page.close();
  });

  test("shows at once what a choice looks like", async () => {
    const page = await opened();
    const look = () =>
      page.evaluate(() => ({
        marks: [...CSS.highlights.keys()].sort(),
        labels: [...document.querySelectorAll("#preview .label")].filter((label) => label.checkVisibility({ visibilityProperty: true })).length,
        paper: getComputedStyle(document.body).backgroundColor,
      }));
    const shows = (holds, what) => eventually(async () => holds(await look()), what);
    await page.evaluate(click, "[name=theme][value=light]");
    await shows(({ marks, paper }) => marks.join() === "hearsay-quoted-0-light,hearsay-quoted-named,hearsay-reported-1-light,hearsay-reported-named" && paper === "rgb(255, 255, 255)", "light marks");
    await page.evaluate(click, "[name=theme][value=dark]");
    await shows(({ marks, paper }) => marks.join() === "hearsay-quoted-0-dark,hearsay-quoted-named,hearsay-reported-1-dark,hearsay-reported-named" && paper !== "rgb(255, 255, 255)", "dark marks");
    await shows(({ labels }) => labels === 2, "both labels");
    await page.evaluate(click, "#quotations");
    await shows(({ marks, labels }) => marks.join() === "hearsay-reported-1-dark,hearsay-reported-named" && labels === 1, "reports alone");
    await page.evaluate(click, "#reports");
    await shows(({ marks, labels }) => marks.length === 0 && labels === 0, "nothing");
    await page.evaluate(click, "#quotations");
    await page.evaluate(click, "[name=labels][value=hover]");
    await shows(({ marks, labels }) => marks.length === 2 && labels === 0, "no label until it is pointed at");
    await page.close();
  });

  test("adds, turns and removes rules", async () => {
    const page = await opened();
    await add(page, "https://www.Ravensmoor.example/news", "off");
    await holds(session(), { "site:ravensmoor.example": false }, "the rule");
    await add(page, "*.dunholt.example", "on");
    await listed(page, [["*.dunholt.example", true], ["ravensmoor.example", false]], "both in the list");
    await add(page, "no site", "on");
    await says(page, "“no site” is not a site");
    await page.evaluate(click, "#rules li:last-child input");
    await holds(session(), { "site:ravensmoor.example": true }, "the rule turned");
    await page.evaluate(click, "#rules li:first-child button");
    await listed(page, [["ravensmoor.example", true]], "one rule");
    assert.deepEqual(await stored(session()), { "site:ravensmoor.example": true });
    await page.close();
  });

  test("edits all rules as text, and says which line is none", async () => {
    const page = await opened();
    await store(session(), { "site:a.example": false, "site:b.example": true });
    await listed(page, [["a.example", false], ["b.example", true]], "rules from elsewhere");
    assert.equal(await page.evaluate(() => document.getElementById("text").value), "a.example off\nb.example on\n");
    await write(page, "a.example on\nnonsense\n");
    await page.evaluate(click, "#bulk-save");
    await says(page, "This line is not a rule: “nonsense”");
    assert.deepEqual(await stored(session()), { "site:a.example": false, "site:b.example": true });
    await write(page, "a.example on\n*.c.example off\n");
    await page.evaluate(click, "#bulk-save");
    await listed(page, [["*.c.example", false], ["a.example", true]], "the edited rules");
    await write(page, "");
    await page.evaluate(click, "#bulk-undo");
    await eventually(() => page.evaluate(() => document.getElementById("text").value === "*.c.example off\na.example on\n"), "the rules again");
    await page.close();
  });

  test("keeps what another device changes meanwhile", async () => {
    const page = await opened();
    await store(session(), { "site:a.example": false, "site:b.example": false });
    await listed(page, [["a.example", false], ["b.example", false]], "rules");
    await write(page, "a.example on\nb.example off\nc.example off\n");
    // As synchronisation would bring it: the other device turned one rule and made another while this text was edited.
    await store(session(), { "site:b.example": true, "site:d.example": true, "theme": "light" });
    await page.evaluate(click, "#print");
    await holds(session(), { print: true, theme: "light" }, "both settings");
    await page.evaluate(click, "#bulk-save");
    const merged = { "site:a.example": true, "site:b.example": true, "site:c.example": false, "site:d.example": true };
    await holds(session(), merged, "the rules of both");
    assert.deepEqual(await stored(session()), { ...merged, print: true, theme: "light" });
    await page.close();
  });

  test("refuses more rules than are kept, and loses none", async () => {
    const page = await opened();
    await store(session(), { "site:mine.example": false });
    await write(page, Array.from({ length: 501 }, (_, at) => `s${at}.example off\n`).join(""));
    await page.evaluate(click, "#bulk-save");
    await says(page, "more rules than the browser can keep");
    assert.deepEqual(await stored(session()), { "site:mine.example": false });
    await page.close();
  });

  test("says which stored values are corrupt, uses the defaults, and stores them when asked", async () => {
    const page = await opened();
    await store(session(), { "labels": "sideways", "site:a.example": 7, "theme": "dark" });
    const notice = () => page.evaluate(() => (document.getElementById("corrupt").hidden ? "" : document.getElementById("corrupt").innerText));
    await eventually(async () => /Labels beside the text\s+a\.example/.test(await notice()), "what is corrupt");
    assert.ok(await page.evaluate(() => document.querySelector("[name=labels][value=auto]").checked), "the default holds");
    const popup = await session().openOwn("popup.html");
    await eventually(() => popup.evaluate(() => !document.getElementById("corrupt").hidden), "the popup says so too");
    await popup.evaluate(click, "#mend");
    await eventually(() => popup.evaluate(() => document.getElementById("corrupt").hidden), "nothing to say any more");
    await popup.close();
    await eventually(async () => !(await notice()), "nothing here either");
    assert.deepEqual(await stored(session()), { theme: "dark" });
    await page.close();
  });

  test("exports settings, imports them, resets all, and undoes both", async () => {
    const page = await opened();
    const mine = { "labels": "hover", "where": "chosen", "site:a.example": true };
    await store(session(), mine);
    await listed(page, [["a.example", true]], "a rule");
    await page.evaluate(click, "#export");
    const saved = join(folder, "hearsay-settings.json");
    const exported = await eventually(() => existsSync(saved) && readFileSync(saved, "utf8"), "the file");
    assert.equal(JSON.parse(exported).hearsay, 1);

    await page.evaluate(click, "#reset");
    await says(page, "Saved.");
    assert.deepEqual(await stored(session()), {});
    await page.evaluate(click, "#undo");
    await holds(session(), mine, "what was there before");
    await page.evaluate(click, "#reset");
    await eventually(async () => Object.keys(await stored(session())).length === 0, "nothing");

    await store(session(), { "site:other.example": false });
    for (const [text, why] of [["{", "damaged"], ['{"hearsay": 1, "settings": {"theme": "pink"}}', "“theme” has a value"]]) {
      await bring(page, text);
      await says(page, why);
      assert.deepEqual(await stored(session()), { "site:other.example": false }, "nothing was changed");
    }
    rmSync(saved);
    await bring(page, exported);
    await holds(session(), mine, "what was exported");
    assert.ok(!("site:other.example" in (await stored(session()))), "all else is replaced");
    await eventually(() => page.evaluate(() => !document.getElementById("undo").hidden), "a way back");
    await page.evaluate(click, "#undo");
    await eventually(async () => JSON.stringify(await stored(session())) === '{"site:other.example":false}', "what was there before");
    await page.close();
  });

  test("shows the keys of the commands", async () => {
    const page = await opened();
    const keys = await eventually(() => page.evaluate(() => document.getElementById("keys").innerText), "keys");
    for (const words of ["Go to the next quotation", "Open the list of sources", "No key"]) assert.ok(keys.includes(words), keys);
    assert.equal(await page.evaluate(() => document.querySelectorAll("#keys kbd").length), 4, "four have one");
    await page.close();
  });

  test("works by keyboard alone", async () => {
    const page = await opened();
    await page.bringToFront();
    const at = () => page.evaluate(() => document.activeElement.id || document.activeElement.name || document.activeElement.localName);
    const seen = [];
    for (let step = 0; step < 40 && seen.at(-1) !== "reset"; step++) {
      await page.keyboard.press("Tab");
      seen.push(await at());
      const press = { labels: "ArrowDown", theme: "ArrowDown", print: " ", where: "ArrowDown" }[seen.at(-1)];
      if (press) await page.keyboard.press(press);
      if (seen.at(-1) === "pattern") {
        await page.keyboard.type("a.example");
        await page.keyboard.press("Enter");
        await holds(session(), { "site:a.example": false }, "the rule");
      }
      if (seen.at(-1) === "summary") await page.keyboard.press("Enter");
    }
    for (const id of ["labels", "theme", "quotations", "reports", "print", "where", "pattern", "state", "text", "bulk-save", "change-keys", "export", "import", "reset"]) {
      assert.ok(seen.includes(id), `${id} is reached: ${seen.join(" ")}`);
    }
    await holds(session(), { "labels": "hover", "theme": "light", "print": true, "where": "chosen" }, "all that was pressed");
    await page.close();
  });

  test("fits a window of 320 pixels", async () => {
    const page = await opened();
    await store(session(), { [`site:${"long-name.".repeat(12)}example`]: false });
    await page.setViewport({ width: 320, height: 700 });
    await eventually(() => page.evaluate(() => document.querySelector("#rules li") !== null && document.documentElement.scrollWidth <= 320), "no scrolling sideways");
    await page.close();
  });
}, start);

// A profile that is kept, and an extension that grows older in it.
for (const name of ["chromium", "firefox"]) {
  test(`settings survive a restart and an update in ${name}`, async (t) => {
    const profile = mkdtempSync(join(tmpdir(), "hearsay-"));
    const extension = mkdtempSync(join(tmpdir(), "hearsay-"));
    t.after(() => [profile, extension].forEach((folder) => rmSync(folder, { recursive: true, maxRetries: 5 })));
    cpSync(new URL(`../../dist/${name}`, import.meta.url), extension, { recursive: true });
    // Firefox forgets what is installed for a while when it closes, and what that stored unless it is told not to.
    const preferences = { "extensions.webextensions.keepStorageOnUninstall": true };
    const start = () => Session.start(name, { folder: extension, profile, preferences });
    const mine = { "labels": "hover", "theme": "dark", "site:a.example": true, "site:b.example": false };

    let session = await start();
    await store(session, mine);
    await session.close();

    session = await start();
    assert.deepEqual(await stored(session), mine, "after a restart");
    const path = join(extension, "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...manifest, version: "9.9.9" }));
    await session.browser.installExtension(extension);
    session.control = await session.openOwn("popup.html");
    assert.equal(await session.inExtension(() => chrome.runtime.getManifest().version), "9.9.9");
    assert.deepEqual(await stored(session), mine, "after an update");
    await session.close();
  });
}
