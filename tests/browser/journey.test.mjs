// From the popup to the settings, the first page, the page that stands alone and a card, by keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { serveWww } from "../../xtask/browser/www.mjs";
import { isOpen } from "./overlay.mjs";

/** Presses Tab until the keyboard is at what `selector` names. */
async function reach(page, selector) {
  const seen = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    seen.push(await page.evaluate(() => document.activeElement.id || document.activeElement.localName));
  }
  assert.fail(`${selector} is not reached: ${seen.join(" ")}`);
}

inEachBrowser("the keyboard", (session) => {
  /** Closes the settings, once they are open. */
  const closeSettings = () =>
    eventually(
      () =>
        session().inExtension(async () => {
          const settings = chrome.extension.getViews({ type: "tab" }).find(({ location }) => location.pathname === "/options.html");
          if (settings?.document.readyState !== "complete") return false;
          const { id } = await settings.chrome.tabs.getCurrent();
          await chrome.tabs.remove(id);
          return true;
        }),
      "the settings",
    );

  test("goes from the popup and from the first page to the settings", async () => {
    for (const path of ["popup.html", "welcome.html"]) {
      const page = await session().openOwn(path);
      await page.bringToFront();
      await reach(page, "#options");
      await page.keyboard.press("Enter");
      await closeSettings();
      await page.close();
    }
  });

  test("walks the marks of the first page, whose cards open and close", async () => {
    const page = await session().openOwn("welcome.html");
    await page.bringToFront();
    await eventually(() => page.evaluate(() => Boolean(document.querySelector("hearsay-overlay"))), "the overlay");
    await reach(page, "hearsay-overlay");
    await eventually(() => page.evaluate(isOpen), "a card");
    await page.keyboard.press("Escape");
    await eventually(async () => !(await page.evaluate(isOpen)), "no card");
    await page.close();
  });

  test("chooses a sample and pastes a text on the page that stands alone", async () => {
    const page = await session().browser.newPage();
    await page.goto(await serveWww(session()));
    await page.bringToFront();
    const found = (text) => eventually(() => page.evaluate((text) => document.querySelector("#found").textContent.includes(text), text), text);
    await found("quotations");
    await reach(page, "#samples li:nth-child(2) button");
    await page.keyboard.press("Enter");
    await eventually(() => page.evaluate(() => document.querySelector("#article h3").textContent.includes("river")), "the second sample");
    await reach(page, "#own");
    await page.keyboard.press("Enter");
    await page.keyboard.type("“It will hold a cow,” said Britta Lang.");
    await reach(page, "#paste [type=submit]");
    await page.keyboard.press("Enter");
    await found("1 quotation ");
    await reach(page, "hearsay-overlay");
    await eventually(() => page.evaluate(isOpen), "a card");
    await page.close();
  });
});
