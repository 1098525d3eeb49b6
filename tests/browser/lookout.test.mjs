// How often late text is looked for, by a clock of the test's own: needs no browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const CODE = readFileSync(new URL("../../extension/lookout.js", import.meta.url), "utf8");

/** When a lookout looked in ten seconds of a page that changes every `every` milliseconds. */
function looks(every) {
  let now = 0;
  let changed = null;
  let timers = [];
  const page = {
    chrome: { runtime: { id: "id" } },
    document: {},
    performance: { now: () => now },
    setTimeout: (action, wait) => timers.push({ action, at: now + wait }),
    clearTimeout: () => { timers = []; },
    whenShown: (action) => action(),
    MutationObserver: class {
      constructor(action) { this.action = action; }
      observe() { changed = this.action; }
      disconnect() { changed = null; }
    },
  };
  const Lookout = runInNewContext(`${CODE}; Lookout`, page);
  const at = [];
  const lookout = new Lookout(() => { at.push(now); lookout.start(); });
  lookout.start();
  for (now = 1; now <= 10_000; now += 1) {
    if (now % every === 0) changed?.();
    const due = timers.filter((timer) => timer.at <= now);
    timers = timers.filter((timer) => timer.at > now);
    due.forEach(({ action }) => action());
  }
  return at;
}

test("late text is looked for once a second on a page that never rests", () => {
  const at = looks(5);
  assert.ok(at.length >= 9, at.join());
  assert.ok(at.slice(1).every((time, i) => time - at[i] >= 1000), at.join());
});

test("it is not looked for on a page that rests", () => {
  assert.deepEqual(looks(Infinity), []);
  assert.equal(looks(6000).length, 1);
});
