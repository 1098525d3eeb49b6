// A browser with the built extension, and the pages opened in it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./launch.mjs";
import { Server } from "./server.mjs";
import { Tab } from "./tab.mjs";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

export class Session {
  /** Starts the browser `name`, "chromium" or "firefox", with the extension of `folder`, which is the one that was built. */
  static async start(name, { folder = join(DIST, name), ...options } = {}) {
    const session = new Session();
    session.name = name;
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    const geckoId = manifest.browser_specific_settings?.gecko.id;
    const { browser, address } = await launch(name, folder, geckoId, options);
    session.browser = browser;
    session.extension = address;
    session.id = geckoId ?? new URL(address).host;
    session.server = await Server.start();
    session.control = await session.openOwn("popup.html");
    session.welcomed = await session.#closeWelcome();
    return session;
  }

  /** Closes the page that opens where the extension is newly installed, which would hide others; whether it opened. */
  async #closeWelcome() {
    const close = async () => {
      const welcome = chrome.extension.getViews({ type: "tab" }).find(({ location }) => location.pathname === "/welcome.html");
      if (!welcome) return false;
      const { id } = await welcome.chrome.tabs.getCurrent();
      await chrome.tabs.remove(id);
      return true;
    };
    for (let looks = 0; looks < 40; looks++) {
      if (await this.inExtension(close)) return true;
      await pause(50);
    }
    return false;
  }

  /** Opens a page of the extension's own, from which its interfaces can be called, in a tab that `prepare` may change before. */
  async openOwn(path, prepare = () => {}) {
    const page = await this.browser.newPage();
    await prepare(page);
    // Firefox's driver is never told that such a page has loaded.
    const going = page.goto(`${this.extension}${path}`, { timeout: 15000 }).catch(() => {});
    let waiting = true;
    const ready = async () => {
      while (waiting) {
        const here = await page.evaluate(() => Boolean(globalThis.chrome?.tabs?.query && document.readyState === "complete")).catch(() => false);
        if (here) return;
        await pause(50);
      }
    };
    // A timer that is left over would keep a program from ending.
    const late = setTimeout(20000, undefined, { ref: false }).then(() => {
      waiting = false;
      throw new Error("the extension's page does not open");
    });
    await Promise.race([ready(), late]);
    late.catch(() => {});
    void going;
    return page;
  }

  /** Runs `action` within the extension's own page. */
  async inExtension(action, ...values) {
    return this.control.evaluate(action, ...values);
  }

  /** Opens `address` in a new tab and waits until it has loaded. */
  async open(address, { timeout = 20000 } = {}) {
    const before = await this.#tabs();
    const page = await this.browser.newPage();
    const [id] = (await this.#tabs()).filter((tab) => !before.includes(tab));
    const tab = new Tab(this, page, id);
    await tab.go(address, timeout);
    return tab;
  }

  async #tabs() {
    return this.inExtension(async () => (await chrome.tabs.query({})).map((tab) => tab.id));
  }

  /** Switches Hearsay on or off for a host, as its popup does. */
  async setSite(host, on) {
    while (!(await this.inExtension(setSite, host, on))) await pause(5000);
  }

  async close() {
    this.server.stop();
    await this.browser.close();
  }
}

/** Waits for some milliseconds. */
export function pause(milliseconds) {
  return setTimeout(milliseconds);
}

/** Runs in the popup's page, which defines `switchSite`; false where the browser wants fewer writes a minute. */
async function setSite(host, on) {
  try {
    await switchSite(host, on);
    return true;
  } catch (error) {
    if (/MAX_WRITE_OPERATIONS/.test(error.message)) return false;
    throw error;
  }
}
