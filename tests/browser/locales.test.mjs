// The words of the interface: each language has all of them, and none that nobody asks for.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const files = (folder, ending) => readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true }).filter((name) => ending.test(name)).map((name) => `${folder}/${name}`);
const messages = (language) => JSON.parse(read(`extension/_locales/${language}/messages.json`));

const ENGLISH = messages("en");
const LANGUAGES = readdirSync(new URL("../../extension/_locales", import.meta.url));
const SOURCES = [...files("extension", /^[^/]*\.(js|html|json)$/), ...files("src/web", /\.rs$/)].map((path) => [path, read(path)]);

/** What asks for a message by its key. */
const ASKS = [
  /\b(?:word|getMessage)\(\s*"(\w+)"/g,
  /\bwords\.(?:get|with)\(\s*"(\w+)"/g,
  /\bdata-(?:word|name)="(\w+)"/g,
  /__MSG_(\w+)__/g,
];
/** In code, any text in quotes that may be a key: it begins as a key of several parts does. */
const FAMILIES = new Set(Object.keys(ENGLISH).filter((key) => key.includes("_")).map((key) => key.split("_")[0]));
const QUOTED = /"([a-z]+)(_[a-z_]+)"/g;

const asked = SOURCES.flatMap(([path, text]) => ASKS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, key]) => [path, key])));
const quoted = SOURCES.filter(([path]) => !path.endsWith(".json")).flatMap(([path, text]) =>
  [...text.matchAll(QUOTED)].filter(([, family]) => FAMILIES.has(family)).map(([, family, rest]) => [path, family + rest]),
);

describe("the words of the interface", () => {
  test("are there wherever one is asked for", () => {
    assert.ok(asked.length > 50 && quoted.length > 50, "the sources are read");
    for (const [path, key] of [...asked, ...quoted]) assert.ok(Object.hasOwn(ENGLISH, key), `${path} asks for ${key}`);
  });

  test("are asked for by whole keys", () => {
    for (const [path, text] of SOURCES) assert.doesNotMatch(text, /\b(?:word|getMessage)\(\s*`/, path);
  });

  test("are all asked for", () => {
    const used = new Set([...asked, ...quoted].map(([, key]) => key));
    for (const key of Object.keys(ENGLISH)) assert.ok(used.has(key), `nobody asks for ${key}`);
  });

  for (const language of LANGUAGES) {
    test(`are complete in ${language}`, () => {
      const own = messages(language);
      assert.deepEqual(Object.keys(own), Object.keys(ENGLISH), "the same keys in the same order");
      assert.equal(own.language.message, language);
      const places = ({ message }) => [...message.matchAll(/\$\d/g)].map(([place]) => place).sort();
      for (const [key, entry] of Object.entries(own)) {
        assert.ok(entry.message.trim(), `${key} is empty`);
        assert.deepEqual(places(entry), places(ENGLISH[key]), key);
      }
    });
  }
});
