// The page that opens when Hearsay is installed.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause, Session } from "../../xtask/browser/session.mjs";
import { inside } from "./inside.mjs";
import { isOpen, lineOf, overlayBox, point } from "./overlay.mjs";

const marks = () => [...CSS.highlights].filter(([, { size }]) => size).map(([name]) => name).filter((name) => name.startsWith("hearsay-"));

inEachBrowser("the first page", (session, name) => {
  const opened = async () => {
    const page = await session().openOwn("welcome.html");
    await page.bringToFront();
    await eventually(async () => (await page.evaluate(marks)).length, "marks on the sample");
    return page;
  };

  test("has the engine itself at work on its sample", async () => {
    const page = await opened();
    const names = await page.evaluate(marks);
    for (const sort of ["hearsay-quoted-", "hearsay-reported-"]) assert.ok(names.some((mark) => mark.startsWith(sort)), String(names));
    assert.equal(await page.evaluate(() => document.getElementById("failed").textContent), "");
    const text = await inside({ page, session: session() }, (root) => root.textContent);
    for (const words of ["Ada Marrow", "Tom Fenn", "senior official", "Norrland News Agency"]) assert.ok(text.includes(words), text);
    const line = await lineOf({ page }, "We kept the lamp");
    await point({ page }, line.left + 40, (line.top + line.bottom) / 2);
    await eventually(() => page.evaluate(isOpen), "a card");
    await page.close();
  });

  test("looks as the settings say, and follows them", async () => {
    const page = await opened();
    const labels = (seen) => eventually(async () => Boolean(await page.evaluate(overlayBox)) === seen, seen ? "labels" : "no labels");
    await labels(true);
    await session().inExtension(() => chrome.storage.sync.set({ labels: "hover" }));
    await labels(false);
    const themed = (theme) => eventually(async () => (await page.evaluate(marks)).some((mark) => mark.endsWith(`-${theme}`)), `${theme} marks`);
    for (const theme of ["dark", "light"]) {
      await session().inExtension((theme) => chrome.storage.sync.set({ theme }), theme);
      await themed(theme);
    }
    await session().inExtension(() => chrome.storage.sync.clear());
    await page.close();
  });

  test("obeys the keys of the commands", async () => {
    const page = await opened();
    const id = await page.evaluate(async () => (await chrome.tabs.getCurrent()).id);
    // As the background sends what a key asks for.
    await session().inExtension((id) => void chrome.tabs.sendMessage(id, { type: "next", frames: true }).catch(() => {}), id);
    await eventually(() => page.evaluate(isOpen), "a card");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "hearsay-overlay");
    await page.close();
  });

  test("fits a window of 320 pixels", async () => {
    const page = await opened();
    await page.bringToFront();
    await page.setViewport({ width: 320, height: 700 });
    await eventually(() => page.evaluate(() => innerWidth === 320 && document.documentElement.scrollWidth <= 320), "no scrolling sideways");
    await page.close();
  });

  test("opens when Hearsay is installed, and not when it is updated", async (t) => {
    assert.ok(session().welcomed, "it opened");
    const folder = mkdtempSync(join(tmpdir(), "hearsay-"));
    cpSync(new URL(`../../dist/${name}`, import.meta.url), folder, { recursive: true });
    const own = await Session.start(name, { folder });
    t.after(() => own.close().finally(() => rmSync(folder, { recursive: true })));
    assert.ok(own.welcomed, "it opened there too");
    const path = join(folder, "manifest.json");
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), version: "9.9.9" }));
    await own.browser.installExtension(folder);
    own.control = await own.openOwn("popup.html");
    assert.equal(await own.inExtension(() => chrome.runtime.getManifest().version), "9.9.9");
    await pause(2000);
    const pages = await own.inExtension(() => chrome.extension.getViews({ type: "tab" }).map(({ location }) => location.pathname));
    assert.ok(pages.includes("/popup.html") && !pages.includes("/welcome.html"), String(pages));
  });
});
