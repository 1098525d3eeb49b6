// `cargo xtask bench` in its small form: every figure is there. How good they are is not for a test to say.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const bench = (...options) => promisify(execFile)(process.env.CARGO ?? "cargo", ["xtask", "bench", ...options], { cwd: ROOT });

/** Every number in `value`, with the path to it. */
function* numbers(value, path = "") {
  if (typeof value === "number") yield [path, value];
  if (value && typeof value === "object") for (const key of Object.keys(value)) yield* numbers(value[key], `${path}/${key}`);
}

test("measures every contender on the same articles", async () => {
  const { stdout, stderr } = await bench("--quick");
  const report = JSON.parse(stdout);
  assert.deepEqual(Object.keys(report), ["ratios", "machine", "native", "origin", "articles", "words", "rounds", "contenders", "sizes", "pages"]);
  // A short look may see nobody quoted, and nothing of Hearsay's work.
  const maybe = /\/(statements|busy_share)$/;
  for (const [path, number] of numbers(report)) assert.ok(number > 0 || maybe.test(path), `${path} is ${number}`);

  const { contenders, ratios, sizes } = report;
  const names = contenders.map(({ reader, browser }) => [reader, browser].filter(Boolean).join(" "));
  const readers = ["wasm", "js", "compromise"];
  assert.deepEqual(names, ["native", ...["chromium", "firefox"].flatMap((browser) => readers.map((reader) => `${reader} ${browser}`))]);
  for (const { reader, browser, words_per_second, ready_ms, memory_bytes, js_heap_bytes } of contenders) {
    assert.equal(typeof words_per_second, "number");
    assert.equal(typeof ready_ms, reader === "native" ? "object" : "number", reader);
    if (reader === "wasm" || reader === "js") assert.equal(typeof memory_bytes, "number", reader);
    if (browser === "chromium") assert.equal(typeof js_heap_bytes, "number", reader);
  }
  const found = contenders.filter(({ reader }) => reader !== "compromise").map(({ found }) => found);
  assert.equal(new Set(found).size, 1, `the same engine finds the same everywhere: ${found}`);

  for (const name of ["words_per_second", "ready_ms", "bytes", "gzip_bytes"]) {
    assert.deepEqual(Object.keys(ratios[name]), ["wasm", "js"], name);
  }
  assert.equal(ratios.gzip_bytes.js, sizes.js.gzip_bytes / sizes.compromise.gzip_bytes);
  assert.match(stderr, /^against compromise +wasm +js$/m);
  checkNative(report.native);
  checkPages(report.pages);
});

function checkNative({ ratio, growth }) {
  assert.equal(typeof ratio, "number");
  assert.deepEqual(growth.map(({ bytes }) => Math.round(bytes / 100) * 100), [1000, 10000, 100000]);
  for (const { bytes, engine_ms, scan_ms } of growth) assert.ok(engine_ms > scan_ms, `${bytes} bytes`);
}

function checkPages({ ratios, saved, stress, live, memory }) {
  const names = ["long_article", "many_nodes", "many_quotations", "mutations", "live_blog"];
  assert.deepEqual(stress.map(({ page }) => page), names);
  for (const page of [...saved, ...stress]) {
    assert.equal(typeof page.ratio, "number", page.page);
    assert.ok(page.sampled.longest_task_ms <= page.sampled.main_thread_ms, page.page);
    if (page.state === "on") assert.equal(typeof page.first_label_ms, "number", page.page);
  }
  for (const { page, state, statements, page_unchanged } of stress) {
    assert.equal(state, "on", page);
    assert.ok(statements > 10, `${page} has ${statements}`);
    assert.deepEqual(page_unchanged, { chromium: true, firefox: true }, page);
  }
  // Saved pages are not everywhere.
  assert.equal(saved.length > 0, ratios.main_thread_ms !== null);
  if (saved.length) assert.ok(ratios.main_thread_ms.max >= ratios.main_thread_ms.median);

  assert.deepEqual(live.map(({ browser }) => browser), ["chromium", "firefox"]);
  for (const { browser, ratio, busy_share, page_unchanged } of live) {
    assert.equal(ratios.insertions_per_second[browser], ratio);
    assert.ok(busy_share < 1, browser);
    assert.ok(page_unchanged, browser);
  }
  for (const { early, late } of [memory.toggles, memory.navigations]) {
    for (const held of [early, late]) assert.equal(typeof held.heap_bytes, "number");
  }
}

test("refuses what it does not know in one line", async () => {
  await assert.rejects(bench("--slow"), { code: 1, stdout: "", stderr: 'xtask bench: takes --quick, --write, --check or nothing, but got "--slow"\n' });
});
