// What is complained of in consoles: of the extension's scripts everywhere, and of pages.

/** Gathers complaints from everything that a browser runs, from `of` on. */
export class Consoles {
  #extension;
  /** Complaints, each with how often it came. Those of the extension, and those of pages. */
  #ours = new Map();
  #pages = new Map();
  #expected = new Set();

  static async of({ name, browser, extension }) {
    const consoles = new Consoles();
    consoles.#extension = extension;
    if (name === "firefox") consoles.#listen(browser.process());
    const attach = (target) => (name === "firefox" ? consoles.#hear(target) : consoles.#attach(target));
    browser.on("targetcreated", attach);
    await Promise.all(browser.targets().map(attach));
    return consoles;
  }

  /** What pages have complained of so far, they may complain of again. */
  expectFromPages() {
    this.#expected = new Set(this.#pages.keys());
  }

  /** All complaints of the extension, and those of pages that are not expected. */
  errors() {
    const fresh = [...this.#pages].filter(([text]) => !this.#expected.has(text));
    const rows = (where, complaints) => complaints.map(([text, times]) => ({ where, text, times }));
    return [...rows("extension", [...this.#ours]), ...rows("page", fresh)];
  }

  #note(ours, text) {
    const complaints = ours ? this.#ours : this.#pages;
    // The server has another port each time.
    const key = text.replace(/(127\.0\.0\.1|localhost):\d+/g, "$1").slice(0, 500);
    complaints.set(key, (complaints.get(key) ?? 0) + 1);
  }

  /** Chromium tells of each target, and of each world in it. */
  async #attach(target) {
    if (!["page", "service_worker", "background_page"].includes(target.type())) return;
    const driver = await target.createCDPSession().catch(() => null);
    if (!driver) return;
    const origins = new Map();
    const own = this.#extension.slice(0, -1);
    const ours = (context, ...texts) => [origins.get(context), ...texts].some((text) => text?.includes(own));
    driver.on("Runtime.executionContextCreated", ({ context: { id, origin } }) => origins.set(id, origin));
    driver.on("Runtime.consoleAPICalled", ({ type, args, executionContextId, stackTrace }) => {
      if (!["error", "assert"].includes(type)) return;
      const text = args.map(({ value, description }) => description ?? String(value)).join(" ");
      this.#note(ours(executionContextId, text, stackTrace?.callFrames[0]?.url), text);
    });
    driver.on("Runtime.exceptionThrown", ({ exceptionDetails: { executionContextId, url, text, exception } }) => {
      const all = `${text} ${exception?.description ?? exception?.value ?? ""}`;
      this.#note(ours(executionContextId, url, all), all);
    });
    driver.on("Log.entryAdded", ({ entry: { source, level, text, url = "" } }) => {
      // What a page cannot load is its own affair.
      const theirs = source === "network" && !ours(null, url);
      if (level === "error" && !theirs) this.#note(ours(null, url, text), `${text} ${url}`);
    });
    // It may be gone again.
    await Promise.all(["Runtime.enable", "Log.enable"].map((method) => driver.send(method))).catch(() => {});
  }

  /** Firefox tells what pages say in their consoles. */
  async #hear(target) {
    const page = await target.page().catch(() => null);
    page?.on("console", (message) => {
      if (message.type() === "error") this.#note(message.location().url?.startsWith(this.#extension), message.text());
    });
  }

  /** And it writes down the errors of all its scripts, and what the extension's say; its own are left out. */
  #listen({ stdout, stderr }) {
    for (const stream of [stdout, stderr]) {
      let rest = "";
      stream.setEncoding("utf8").on("data", (data) => {
        const lines = (rest + data).split("\n");
        rest = lines.pop();
        lines.forEach((line) => this.#line(line));
      });
    }
  }

  #line(line) {
    const [, script] = /^JavaScript error: ([^,]*), line/.exec(line) ?? [];
    if (script !== undefined) {
      const ours = script.startsWith(this.#extension);
      if (ours || /^(https?|blob|data):/.test(script)) this.#note(ours, line);
    } else if (/^console\.(error|assert): /.test(line) && /"Hearsay|moz-extension:/.test(line)) this.#note(true, line);
  }
}
