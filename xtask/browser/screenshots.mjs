// node screenshots.mjs FOLDER STORE ARTICLE: a picture of every surface, light and dark, wide and as on a phone, as
// FOLDER/SURFACE-WIDTH-THEME.png, and those that the extension stores show, under STORE.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sample, SHOWN } from "./sample.mjs";
import { pause, Session } from "./session.mjs";
import { serveWww } from "./www.mjs";

const WIDTHS = {
  wide: { width: 960, height: 520 },
  phone: { width: 360, height: 480, hasTouch: true },
};
/** What stands at the side of a wide window, or opens over it. */
const ASIDE = { panel: { width: 340, height: 520 }, popup: { width: 320, height: 200 } };
/** Wide enough for the panel beside the article. */
const FRONT = { width: 1180, height: 560 };

/** As Chrome's store wants its pictures, and the names of those that the stores show. */
const STORE = { width: 1280, height: 800 };
const SHOWCASE = { card: "1-card", article: "2-labels", www: "3-panel", welcome: "4-first-page", options: "5-settings" };

const [folder, store, path] = process.argv.slice(2);
for (const one of [folder, store]) {
  rmSync(one, { recursive: true, force: true });
  mkdirSync(one, { recursive: true });
}
const session = await Session.start("chromium");
const address = session.server.put("/article.html", sample(path));
for (const theme of ["light", "dark"]) {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    const take = (page, surface, options = {}) => page.screenshot({ path: join(folder, `${surface}-${width}-${theme}.png`), ...options });
    await article(take, viewport, theme);
    for (const surface of ["options", "welcome"]) await own(take, surface, "", viewport, theme);
    await front(take, viewport === WIDTHS.wide ? FRONT : viewport, theme);
  }
}
const show = async (page, surface) => SHOWCASE[surface] && page.screenshot({ path: join(store, `${SHOWCASE[surface]}.png`) });
await article(show, STORE, "light");
for (const surface of ["options", "welcome"]) await own(show, surface, "", STORE, "light");
await front(show, STORE, "light");
await session.close();

/** The article with its labels, a card, and what the popup and the panel say of it. */
async function article(take, viewport, theme) {
  const tab = await session.open("about:blank");
  await dress(tab.page, viewport, theme);
  await tab.go(address);
  await tab.until(["on"]);
  // Labels find their places a moment after they are there; nothing outside Hearsay can see when.
  await pause(1000);
  // Of a narrow window the headline alone takes half.
  if (viewport === WIDTHS.phone) await tab.page.evaluate(() => document.querySelector(".text").scrollIntoView());
  await take(tab.page, "article");
  for (let step = 0; step < SHOWN; step += 1) await tab.ask("next");
  await pause(1000);
  await take(tab.page, "card");
  for (const surface of ["panel", "popup"]) {
    await own(take, surface, `?tab=${tab.id}`, viewport === WIDTHS.wide ? ASIDE[surface] : viewport, theme, { fullPage: surface === "popup" });
  }
  await tab.close();
}

/** A page of the extension's own. */
async function own(take, surface, search, viewport, theme, options) {
  const page = await session.openOwn(`${surface}.html${search}`, (page) => dress(page, viewport, theme));
  await pause(1500);
  await take(page, surface, options);
  await page.close();
}

/** The page that stands alone. */
async function front(take, viewport, theme) {
  const page = await session.browser.newPage();
  await dress(page, viewport, theme);
  await page.goto(`${await serveWww(session)}#try`);
  await pause(1500);
  await take(page, "www");
  await page.close();
  await session.setSite("127.0.0.1", true);
}

async function dress(page, viewport, theme) {
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
}
