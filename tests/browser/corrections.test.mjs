// Corrections as they are kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./scripts.mjs";

/** `keepCorrections` on a page, and what it keeps. */
function keeper(inIncognitoContext) {
  globalThis.location = new URL("https://news.test/a?b=1#c");
  const kept = {};
  const local = {
    get: async () => kept,
    set: async (items) => void Object.assign(kept, items),
    remove: async (keys) => [keys].flat().forEach((key) => delete kept[key]),
  };
  return { kept, ...load(["corrections.js"], ["keepCorrections"], { extension: { inIncognitoContext }, storage: { local } }) };
}

test("corrections are kept by the page's address, and gone with the last", async () => {
  const { kept, keepCorrections } = keeper(false);
  await keepCorrections([{ words: "No", hidden: true }]);
  assert.deepEqual(Object.keys(kept), ["corrections:https://news.test/a?b=1"]);
  await keepCorrections([]);
  assert.deepEqual(kept, {});
});

test("no correction is kept that is made in a private window", async () => {
  const { kept, keepCorrections } = keeper(true);
  await keepCorrections([{ words: "No", hidden: true }]);
  assert.deepEqual(kept, {});
});
