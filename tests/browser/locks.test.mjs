// What the build takes from others: named to the byte, and from its registry.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

describe("lock files", () => {
  test("pin every crate", () => {
    const packages = read("Cargo.lock").split("[[package]]").slice(1);
    assert.ok(packages.length > 50, "crates are read");
    const own = packages.filter((text) => !text.includes("\nsource = "));
    for (const text of own) assert.match(text, /\nname = "(hearsay(-[a-z]+)?|xtask)"\nversion/);
    for (const text of packages.filter((text) => !own.includes(text))) {
      assert.match(text, /\nsource = "registry\+[^"]+"\nchecksum = "[0-9a-f]{64}"\n/);
    }
  });

  for (const folder of ["xtask/browser", "xtask/trainer"]) {
    test(`pin every npm package of ${folder}`, () => {
      const { packages } = JSON.parse(read(`${folder}/package-lock.json`));
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${folder}/package.json`));
      const others = Object.entries(packages).filter(([path]) => path);
      assert.ok(others.length > 0, "packages are read");
      for (const [path, { integrity, resolved, link }] of others) {
        assert.match(integrity ?? "", /^sha512-/, path);
        assert.ok(resolved === undefined && !link, `${path} comes from npm's own registry`);
      }
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) assert.match(version, /^\d+\.\d+\.\d+$/, name);
    });
  }

  test("are what is installed, and no script of an npm package runs", () => {
    assert.match(read("xtask/src/setup.rs"), /"ci", [^\]]*"--ignore-scripts"/);
  });
});
