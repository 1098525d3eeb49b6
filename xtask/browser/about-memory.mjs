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

/**
 * Runs there: rubbish collected, the bytes of the extension's scripts in pages that are shown, how many of its scripts
 * have lost their pages, and the bytes of its own pages. Pages that Firefox keeps for going back have theirs with
 * reason, and it keeps some for long, with the extension or without.
 */
export async function ofExtension(host) {
  const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
  // Pages in other processes let go when told so.
  Services.obs.notifyObservers(null, "child-mmu-request");
  await new Promise((done) => manager.minimizeMemoryUsage(done));
  const [scripts, windows, shown] = [new Map(), new Map(), new Set()];
  const note = (map, page, one) => map.set(page, (map.get(page) ?? new Set()).add(one));
  const bytes = new Map();
  let own_bytes = 0;
  const report = (process, path, kind, units, amount) => {
    if (units !== 0 || !path.startsWith("explicit/")) return;
    const [window, how, page] = /top\(http.*?\)\/(active|cached)\/window\((http.*?)\)/.exec(path) ?? [];
    if (window) note(windows, page, process + window);
    if (how === "active") shown.add(page);
    if (!path.includes(host)) return;
    const [script, of] = /zone\(.*Expanded Principal \[(.*?), .*Content Script/.exec(path) ?? [];
    if (!script) own_bytes += amount;
    else if (of.startsWith("http")) {
      note(scripts, of, process + script);
      bytes.set(of, (bytes.get(of) ?? 0) + amount);
    }
  };
  await new Promise((done) => manager.getReports(report, null, done, null, false));
  const stray = [...scripts].map(([page, { size }]) => Math.max(0, size - (windows.get(page)?.size ?? 0)));
  const script_bytes = [...shown].reduce((sum, page) => sum + (bytes.get(page) ?? 0), 0);
  return { script_bytes, stray_scripts: stray.reduce((sum, number) => sum + number, 0), own_bytes };
}
