// A reader who does things at random, and knows how Hearsay should be then.

import { ACTS } from "./soak-acts.mjs";
import { pause } from "./session.mjs";

const HOST = "127.0.0.1";

/** How a reader comes to the next page. */
const MOVES = {
  open: ({ tab }, address) => tab.visit(address),
  follow: ({ tab, addresses }, address) => tab.page.evaluate((known, address) => {
    const links = [...document.links].filter(({ href }) => known.includes(href));
    if (links.length) links[address.length % links.length].click();
    else location.assign(address);
  }, addresses, address),
  back: ({ tab }) => tab.page.evaluate(() => history.back()),
  forward: ({ tab }) => tab.page.evaluate(() => history.forward()),
  reload: ({ tab }) => tab.page.evaluate(() => location.reload()),
  /** Away again before the page is there. */
  hurry: async ({ tab, writer, addresses }, address) => {
    const leave = (address) => location.assign(address);
    await tab.page.evaluate(leave, address);
    await pause(writer.below(400));
    await tab.page.evaluate(leave, addresses[address.length % addresses.length]);
  },
};

/** What is said where a page goes and takes along who was to answer. */
const GONE = /navigat|context|detached|destroyed|aborted|Receiving end|message channel|back\/forward/i;

/** Milliseconds for anything that is done, and what is said where that was too little. */
const PATIENCE = 90000;
const LATE = Symbol("late");

/** Of all moves, how often each is made. */
const ODDS = ["open", "open", "open", "open", "follow", "follow", "back", "back", "forward", "reload", "hurry"];

/** What `promise` comes to, or `LATE` after so many milliseconds. */
async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds, LATE)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class Reader {
  loads = 0;
  /** How often each thing was done. */
  did = {};
  /** What was not as it should be. */
  wrong = [];
  /** Settings that were not as they had been chosen. */
  lost = [];
  on = true;
  /** The settings that were chosen. */
  chosen = {};
  #last = "start";

  constructor(session, addresses, writer, tab) {
    Object.assign(this, { session, addresses, writer, tab });
  }

  pick(list) {
    return list[this.writer.below(list.length)];
  }

  /** Does everything once, so that all code has run before anything is measured. */
  async warmUp() {
    for (const act of Object.keys(ACTS)) {
      await this.tab.visit(this.pick(this.addresses));
      await this.#settled();
      await this.#do(act, () => ACTS[act](this));
    }
  }

  /** Goes to another page and does a few things there. */
  async visit() {
    const move = this.pick(ODDS);
    const address = this.pick(this.addresses);
    await this.#do(move, () => MOVES[move](this, address));
    if (!(await this.tab.arrived())) this.#note("the page does not load");
    this.loads += 1;
    // Some leave before anything can be seen.
    if (this.writer.below(8) === 0) return;
    await this.#settled();
    for (let left = this.writer.below(5); left > 0; left -= 1) {
      const act = this.pick(Object.keys(ACTS));
      await this.#do(act, () => ACTS[act](this));
    }
    await this.#settled();
  }

  async #do(name, action) {
    this.#last = name;
    this.did[name] = (this.did[name] ?? 0) + 1;
    try {
      if ((await within(PATIENCE, action())) === LATE) await this.#rescue();
    } catch (error) {
      if (!GONE.test(error.message)) this.#note(error.message);
    }
  }

  /** Goes on in another tab where the driver has lost sight of this one; a page that answers nobody hangs. */
  async #rescue() {
    if ((await within(PATIENCE, this.tab.status().catch(() => null))) === LATE) this.#note("the page hangs");
    this.did.rescue = (this.did.rescue ?? 0) + 1;
    const lost = this.tab;
    this.tab = await this.session.open("about:blank");
    await this.session.inExtension((id) => chrome.tabs.remove(id), lost.id);
  }

  #note(what) {
    const page = this.tab.page.url().replace(/:\d+/, "");
    this.wrong.push({ where: "reader", load: this.loads, page, after: this.#last, what });
  }

  /** Waits until Hearsay is as it should be. */
  async #settled() {
    const blank = this.tab.page.url() === "about:blank";
    if (blank) return;
    const wanted = this.on ? ["on", "nothing", "paused"] : ["off"];
    const seen = this.tab.until([...wanted, "error"], 60000).catch(({ message }) => ({ state: message }));
    const status = await within(PATIENCE, seen);
    if (status === LATE) await this.#rescue();
    else if (!wanted.includes(status.state)) this.#note(status.state);
  }

  async setSite(on) {
    this.on = on;
    await this.session.setSite(HOST, on);
  }

  /** Stores a setting as the settings page does, when the browser takes another write. */
  async choose(key, value) {
    const save = async (key, value) => saveSetting(key, value).then(() => true, () => false);
    while (!(await this.session.inExtension(save, key, value))) await pause(5000);
    this.chosen[key] = value;
  }

  /** On, with everything shown. */
  async calm() {
    if (!this.on) await this.setSite(true);
    await this.checkSettings();
    for (const [key, value] of Object.entries({ quotations: true, reports: true, print: false, labels: "auto" })) {
      if (this.chosen[key] !== undefined && this.chosen[key] !== value) await this.choose(key, value);
    }
  }

  /** Notes settings that are not as they were chosen. */
  async checkSettings() {
    const { sites, ...stored } = await this.session.inExtension(() => readSettings());
    const now = { ...stored, site: sites[HOST] ?? true };
    const lost = Object.entries({ ...this.chosen, site: this.on }).filter(([key, value]) => now[key] !== value);
    this.lost.push(...lost.map(([key, value]) => `load ${this.loads}: ${key} is ${now[key]}, not ${value}`));
  }
}
