// What is timed: the native core, and readers in browsers. Each gathers its own figures.

import { spawnSync } from "node:child_process";

/** The figures of one contender, a number for each round in `pass_ms` and `ready_ms`. */
const figures = (reader, browser) => ({ reader, browser, pass_ms: [], ready_ms: [], found: 0, memory_bytes: null, js_heap_bytes: null });

/** The native core: a process of its own each time, which warms up by itself. */
export class Native {
  #program;
  #texts;

  constructor(program, texts) {
    this.#program = program;
    this.#texts = JSON.stringify(texts);
    this.figures = figures("native", null);
  }

  async warmUp() {}

  async round() {
    const { status, stdout, error } = spawnSync(this.#program, { input: this.#texts, stdio: ["pipe", "pipe", "inherit"] });
    if (error ?? status !== 0) throw error ?? new Error(`the native core failed (${status})`);
    const { ms, ...rest } = JSON.parse(stdout);
    this.figures.pass_ms.push(ms);
    Object.assign(this.figures, rest);
  }
}

/** A reader in a browser: a page that stays for its passes, and a fresh one each time that it has to get ready. */
export class InBrowser {
  #browser;
  #address;
  #page;

  /** `address`: of an empty page whose server has `bench-page.mjs` and what that loads. */
  constructor(reader, name, browser, address) {
    this.#browser = browser;
    this.#address = address;
    this.figures = figures(reader, name);
  }

  async warmUp() {
    this.#page = await this.#open();
    await this.#ready(this.#page);
    await pass(this.#page);
  }

  async round() {
    const fresh = await this.#open();
    this.figures.ready_ms.push(await this.#ready(fresh));
    await fresh.browserContext().close();

    await this.#page.bringToFront();
    const { ms, ...rest } = await pass(this.#page);
    this.figures.pass_ms.push(ms);
    Object.assign(this.figures, rest);
    // Firefox does not tell.
    if (this.figures.browser === "chromium") {
      const { JSHeapTotalSize } = await this.#page.metrics();
      this.figures.js_heap_bytes = Math.max(this.figures.js_heap_bytes, JSHeapTotalSize);
    }
  }

  /** A context of its own has a process and caches of its own. */
  async #open() {
    const page = await (await this.#browser.createBrowserContext()).newPage();
    await page.goto(this.#address);
    return page;
  }

  #ready(page) {
    return page.evaluate(async (reader) => (await import("/bench-page.mjs")).ready(reader), this.figures.reader);
  }
}

const pass = (page) => page.evaluate(async () => (await import("/bench-page.mjs")).pass());
