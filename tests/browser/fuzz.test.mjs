// The fuzz targets that are JavaScript, on their kept inputs and on random ones that are the same each time.
// `cargo xtask fuzz` goes on. No browser is needed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inputs, TARGETS } from "../../fuzz/javascript/targets.mjs";

const SEEDS = 10000;

for (const name of Object.keys(TARGETS)) {
  const { run, kept, input } = inputs(name);
  const survives = (text, origin) => run(text).catch((error) => assert.fail(`${origin}: ${error.stack}\nin ${text}`));

  test(`any ${name}: kept inputs`, async () => {
    assert.ok(Object.keys(kept).length > 0);
    for (const [file, text] of Object.entries(kept)) await survives(text, file);
  });

  test(`any ${name}: random inputs`, async () => {
    for (let seed = 0; seed < SEEDS; seed += 1) await survives(input(seed), `seed ${seed}`);
  });
}
