// What Hearsay costs on one page, beside Readability.

import { readFileSync } from "node:fs";
import { sampled } from "./sampling.mjs";
import { pause } from "./session.mjs";

const READABILITY = readFileSync(new URL("./node_modules/@mozilla/readability/Readability.js", import.meta.url), "utf8");

/** How often Readability parses the page of each load. */
const PARSES = 3;

/**
 * Opens `address` in `loads` fresh tabs, one after another, and once more under the profiler. Gives a row for each of
 * the former, and what the profiler saw.
 */
export async function cost(session, address, loads) {
  const rows = [];
  for (let load = 0; load < loads; load += 1) rows.push(await one(session, address));
  return { loads: rows, sampled: await profiled(session, address) };
}

async function one(session, address) {
  const tab = await session.open(address);
  const status = await settled(tab);
  const { state, engine, quotations, reports, main_thread_ms, longest_task_ms = null, first_label_ms } = status;
  // Once more with an engine that has run before. Paused, it tells what went before the session.
  const { main_thread_ms: before } = await tab.ask("pause");
  await tab.ask("resume");
  const warm_ms = (await settled(tab)).main_thread_ms - before;
  await tab.ask("pause");
  await tab.page.evaluate(READABILITY);
  const readability_ms = await tab.page.evaluate(parse, PARSES);
  await tab.close();
  const statements = quotations + reports;
  return { state, engine, statements, main_thread_ms, warm_ms, longest_task_ms, first_label_ms, readability_ms };
}

async function profiled(session, address) {
  const tab = await session.open(session.server.put("/blank.html", "<!doctype html><title>blank</title>"));
  const seen = await sampled(tab.page, session.extension, async () => {
    await tab.go(address);
    await settled(tab);
  });
  await tab.close();
  return seen;
}

/** Waits until Hearsay has done all that it does when a page has opened; its status then. */
async function settled(tab) {
  let status = await tab.until(["on", "nothing"], 120000);
  for (;;) {
    // Longer than Hearsay waits before it reads a page again.
    await pause(600);
    const next = await tab.status();
    if (next.main_thread_ms === status.main_thread_ms) return next;
    status = next;
  }
}

/** Runs within the page: the milliseconds that Readability takes to parse it, `times` over. */
function parse(times) {
  return Array.from({ length: times }, () => {
    const copy = document.cloneNode(true);
    const start = performance.now();
    new globalThis.Readability(copy).parse();
    return performance.now() - start;
  });
}
