// A session of a reader who does things at random, in its short form; `cargo xtask soak` has the long one.

import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { growth } from "../../xtask/browser/held.mjs";
import { soak } from "../../xtask/browser/soak.mjs";

/** The built extension with more at the ends of its files. */
function changed(t, browser, additions) {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-soak-"));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(fileURLToPath(new URL(`../../dist/${browser}`, import.meta.url)), folder, { recursive: true });
  for (const [file, code] of Object.entries(additions)) appendFileSync(join(folder, file), code);
  return folder;
}

for (const browser of ["chromium", "firefox"]) {
  describe(`a session at random in ${browser}`, () => {
    test("leaves no error, no growth and no setting behind", async () => {
      const { errors, lost, growth, clean, did, memory } = await soak({ browser, loads: 21, seed: 7, every: 7 });
      assert.deepEqual({ errors, lost }, { errors: [], lost: [] });
      assert.deepEqual(Object.entries(growth).filter(([, { leaks }]) => leaks), []);
      assert.ok(clean);
      // An engine holds more, and is seen.
      const bytes = memory.flat().map(({ heap_bytes, script_bytes }) => heap_bytes ?? script_bytes);
      assert.ok(Math.min(...bytes) > 2e6, `${bytes}`);
      const acts = Object.values(did).reduce((sum, times) => sum + times, 0);
      assert.ok(acts > 40, `${acts} acts`);
    });

    test("notices complaints of our scripts, what our pages hold for ever, and settings that are lost", async (t) => {
      const folder = changed(t, browser, {
        "loader.js": `console.error("Hearsay:", "said"); setTimeout(() => null.thrown);
          Promise.reject(new Error("refused"));`,
        "background.js": "setTimeout(() => null.behind, 2000);",
        "popup.js": `const held = [];
          setInterval(() => held.push(Array.from({ length: 20000 }, (_, i) => ({ i }))), 250);`,
        "settings.js": "saveSetting = async () => {};",
      });
      const { errors, clean, lost, growth } = await soak({ browser, loads: 10, seed: 3, every: 5, folder });
      const said = errors.filter(({ where }) => where === "extension").map(({ text }) => text).join("\n");
      for (const word of ["said", "thrown", "refused", "behind"]) assert.ok(said.includes(word), `${word} in ${said}`);
      assert.ok(lost.length > 0);
      assert.ok(growth[browser === "chromium" ? "own_heap_bytes" : "own_bytes"].leaks);
      assert.equal(clean, false);
    });
  });
}

test("what leaks grows from most marks to the next by more than it scatters", () => {
  const leaks = (...marks) => growth(marks.map((samples) => samples.map((bytes) => ({ bytes })))).bytes.leaks;
  assert.equal(leaks([100, 101, 100], [101, 100, 100]), false);
  assert.equal(leaks([100, 104, 106], [103, 105, 103]), false);
  assert.equal(leaks([100, 101, 100], [110, 111, 110], [120, 180, 121]), true);
  assert.equal(leaks([100, 101, 100], [110, 111, 110], [110, 111, 110]), false, "code that ran for the first time");
  assert.equal(leaks([1000, 1000, 1000], [1015, 1015, 1015], [1030, 1030, 1030]), false, "a little of it each time");
  assert.equal(leaks([9, 9, 9], [9, 9, 9], [10, 10, 10], [12, 12, 12], [13, 13, 13]), true, "now and then");
  assert.equal(leaks([1, 1, 1], [2, 2, 2]), true);
});
