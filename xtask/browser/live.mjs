// A page that changes all the time, with Hearsay on and off.

import { drip, flood } from "./live-page.mjs";
import { sampled } from "./sampling.mjs";
import { pause } from "./session.mjs";
import { news } from "./stress.mjs";

/** How often the page of `live` changes while it drips, in a second. */
const CHANGES = 1000;

/**
 * Floods the page of `mutations` at `address` for `floodMs`, `rounds` times with Hearsay off and on, and has it drip for
 * `dripMs`. Gives insertions per second of each round, what Hearsay took of its thread meanwhile, and whether the page
 * came out as it does without.
 */
export async function live(session, address, { rounds, floodMs, dripMs }) {
  const { hostname } = new URL(address);
  const tab = await session.open(address);
  // Once for nothing, so that the page's own loop is compiled.
  await tab.page.evaluate(flood, news(), floodMs);
  const off = [];
  const on = [];
  for (let round = 0; round < rounds; round += 1) {
    // There and back again, so that neither always comes after the other.
    for (const active of round % 2 ? [true, false] : [false, true]) {
      await session.setSite(hostname, active);
      await tab.until([active ? "on" : "off"]);
      (active ? on : off).push(await tab.page.evaluate(flood, news(), floodMs));
    }
  }
  await tab.close();

  await session.setSite(hostname, false);
  const without = await dripped(session, address, dripMs, "off");
  await session.setSite(hostname, true);
  const { page, ...busy } = await dripped(session, address, dripMs, "on");
  return { off, on, busy: { ...busy, page_unchanged: page === without.page } };
}

async function dripped(session, address, ms, state) {
  const tab = await session.open(address);
  const { main_thread_ms: before } = await tab.until([state]);
  const changing = () => tab.page.evaluate(drip, news(), (CHANGES * ms) / 1000, CHANGES);
  const seen = session.name === "chromium" ? await sampled(tab.page, session.extension, changing) : (await changing(), null);
  // Longer than Hearsay waits before it reads a page again.
  await pause(600);
  const { main_thread_ms, longest_task_ms = null } = await tab.until([state]);
  const page = await tab.ownPage();
  await tab.close();
  return { ms, main_thread_ms: main_thread_ms - before, longest_task_ms, sampled: seen, page };
}
