// Firefox's own account of its memory.

import { pause } from "./session.mjs";

/** A tab whose scripts may ask for it. */
export async function aboutMemory({ browser }) {
  const page = await browser.newPage();
  // The driver is never told that such a page has loaded.
  void page.goto("about:memory", { timeout: 15000 }).catch(() => {});
  const complete = () => globalThis.Cc !== undefined && document.readyState === "complete";
  const ready = () => page.evaluate(complete).catch(() => false);
  for (let looks = 0; looks < 300; looks += 1) {
    if (await ready()) return page;
    await pause(50);
  }
  throw new Error("about:memory does not open");
}

/** Runs there: bytes and number of the extension's scripts in pages, and bytes of its own pages, rubbish collected. */
export async function ofExtension(host) {
  const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
  // Pages in other processes let go when told so.
  Services.obs.notifyObservers(null, "child-mmu-request");
  await new Promise((done) => manager.minimizeMemoryUsage(done));
  const scripts = new Set();
  const held = { script_bytes: 0, scripts: 0, own_bytes: 0 };
  const report = (process, path, kind, units, amount) => {
    if (units !== 0 || !path.startsWith("explicit/") || !path.includes(host)) return;
    const [script] = /^explicit\/js-non-window\/zones\/[^/]*\/realm\(.*Content Script.*?\)\)/.exec(path) ?? [];
    if (script) {
      held.script_bytes += amount;
      scripts.add(`${process} ${script}`);
    } else held.own_bytes += amount;
  };
  await new Promise((done) => manager.getReports(report, null, done, null, false));
  return { ...held, scripts: scripts.size };
}
