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
  assert.deepEqual(Object.keys(report), ["ratios", "origin", "articles", "words", "rounds", "contenders", "sizes"]);
  for (const [path, number] of numbers(report)) assert.ok(number > 0, `${path} is ${number}`);

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
});

test("refuses what it does not know in one line", async () => {
  await assert.rejects(bench("--slow"), { code: 1, stdout: "", stderr: 'xtask bench: takes --quick or nothing, but got "--slow"\n' });
});
