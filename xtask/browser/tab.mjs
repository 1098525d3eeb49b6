// One page in the browser, and what Hearsay says of it.

import { ownPage } from "./own-page.mjs";
import { pause } from "./session.mjs";

export class Tab {
  constructor(session, page, id) {
    this.session = session;
    this.page = page;
    this.id = id;
  }

  /** Goes to `address`; a page that goes on loading for too long is taken as it is. */
  async go(address, timeout = 20000) {
    await this.page.bringToFront();
    await this.page.goto(address, { waitUntil: "load", timeout }).catch((error) => {
      if (error.name !== "TimeoutError") throw error;
    });
  }

  /** Goes to `address` by the browser's own word: of pages that come back for a while, Firefox's driver loses sight. */
  async visit(address) {
    await this.session.inExtension((id, url) => chrome.tabs.update(id, { url }), this.id, address);
    await this.arrived();
  }

  /** Waits until a page that has begun to load is there; whether it is. */
  async arrived() {
    await pause(150);
    for (let looks = 0; looks < 400; looks += 1) {
      const { status } = await this.session.inExtension((id) => chrome.tabs.get(id), this.id);
      if (status === "complete") return true;
      await pause(50);
    }
    return false;
  }

  /** Sends a message to the page's content script. */
  async ask(type) {
    return this.session.inExtension((id, type) => chrome.tabs.sendMessage(id, { type }), this.id, type);
  }

  async status() {
    return this.ask("status");
  }

  async annotations() {
    return this.ask("annotations");
  }

  /** Waits until the status is one of `states`; returns it. */
  async until(states = ["on", "off", "paused", "nothing", "error"], timeout = 30000) {
    const end = Date.now() + timeout;
    let last;
    do {
      // There is nobody to ask until the loader has started.
      last = await this.status().catch((error) => ({ state: `no answer: ${error.message}` }));
      if (states.includes(last?.state)) return last;
      await pause(50);
    } while (Date.now() < end);
    throw new Error(`still ${JSON.stringify(last)} after ${timeout} ms, not ${states.join(" or ")}`);
  }

  /** All that is the page's own: its DOM without Hearsay's one element, its selection, focus and scroll position. */
  async ownPage() {
    return this.page.evaluate(ownPage);
  }

  async close() {
    await this.page.close();
  }
}
