// What stays in memory after many pages.

import { aboutMemory, ofExtension } from "./about-memory.mjs";
import { pause } from "./session.mjs";
import { longArticle } from "./stress.mjs";

/** More pages than any browser keeps for going back. */
const KEPT = 10;
/** How often it is measured at each mark. */
const SAMPLES = 3;
/** Growth from mark to mark up to this share is of code that runs for the first time. */
const SLACK = 0.02;

/** Measures, on the same page each time, once nothing else is kept for going back. */
export class Held {
  #session;
  #look;
  /** Of each mark the samples, and of each sample its numbers by name. */
  marks = [];

  static async of(session) {
    const held = new Held();
    held.#session = session;
    if (session.name === "chromium") held.#look = (tab) => inChromium(session, tab);
    else {
      const memory = await aboutMemory(session);
      held.#look = () => inFirefox(session, memory);
    }
    return held;
  }

  async measure(tab) {
    const { server } = this.#session;
    const flush = server.put("/flush.html", "<!doctype html><title>flush</title>");
    const address = server.put("/held.html", longArticle(0.02));
    const samples = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      for (let page = 0; page < KEPT; page += 1) await tab.visit(`${flush}?${page}`);
      await tab.visit(address);
      await tab.until(["on"]);
      // Labels find their places a moment after they are there.
      await pause(1500);
      const { memory_bytes } = await tab.status();
      const drawn = await tab.page.evaluate(ours);
      samples.push({ engine_bytes: memory_bytes, ...drawn, ...(await this.#look(tab)) });
      await tab.page.bringToFront();
    }
    this.marks.push(samples);
  }
}

/**
 * By name of the number: how much it grew from the first mark to the last, each at its lowest; its `noise`, the largest
 * distance within a mark from the lowest to the next; and whether it leaks: from most marks to the next it grows by
 * more than that, and by more than code that runs for the first time takes.
 */
export function growth(marks) {
  const rows = Object.keys(marks[0]?.[0] ?? {}).map((name) => {
    const sorted = marks.map((samples) => samples.map((sample) => sample[name]).sort((a, b) => a - b));
    const noise = Math.max(...sorted.map(([lowest, next = lowest]) => next - lowest));
    const steps = sorted.slice(1).map(([lowest], index) => lowest - sorted[index][0]);
    const large = steps.filter((step) => step > Math.max(noise, SLACK * sorted[0][0]));
    const leaks = large.length * 2 > steps.length;
    return [name, { grown: sorted.at(-1)[0] - sorted[0][0], noise, leaks }];
  });
  return Object.fromEntries(rows);
}

/** Runs in the page: how much of Hearsay is in it. */
function ours() {
  const marks = [...CSS.highlights].filter(([name]) => name.startsWith("hearsay-"));
  return {
    overlays: document.querySelectorAll("hearsay-overlay").length,
    highlights: marks.length,
    ranges: marks.reduce((sum, [, { size }]) => sum + size, 0),
  };
}

/** The page's process, and the extension's. */
async function inChromium({ control }, { page }) {
  const { usedSize, backingStorageSize, ...counts } = await heap(page);
  const own = await heap(control);
  const { documents, nodes, jsEventListeners: listeners } = counts;
  return { heap_bytes: usedSize + backingStorageSize, documents, nodes, listeners, own_heap_bytes: own.usedSize };
}

/** What Chromium holds for all pages in the process of `page`, rubbish collected. */
export async function heap(page) {
  const driver = await page.createCDPSession();
  // What is freed in one round lets go of more in the next.
  for (let round = 0; round < 3; round += 1) await driver.send("HeapProfiler.collectGarbage");
  const usage = await driver.send("Runtime.getHeapUsage");
  const counters = await driver.send("Memory.getDOMCounters");
  await driver.detach();
  return { ...usage, ...counters };
}

/** Firefox counts all by whose it is. */
async function inFirefox({ extension }, memory) {
  await memory.bringToFront();
  return memory.evaluate(ofExtension, new URL(extension).host);
}
