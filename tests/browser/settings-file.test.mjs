// Settings as they are understood from the storage and from a file.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "./scripts.mjs";

const { understand, writeSettings, parseSettings, fits, MOST_RULES } = load(
  ["rules.js", "settings.js", "settings-file.js"],
  ["understand", "writeSettings", "parseSettings", "fits", "MOST_RULES"],
);
const DEFAULTS = { where: "everywhere", labels: "auto", quotations: true, reports: true, print: false, theme: "auto", sites: {} };
const plain = (value) => JSON.parse(JSON.stringify(value));

describe("stored settings", () => {
  test("are the defaults where there are none", () => {
    assert.deepEqual(plain(understand({})), { settings: DEFAULTS, corrupt: [] });
  });

  test("that are corrupt give way to the defaults, each for itself", () => {
    const items = { where: "nowhere", labels: null, print: "false", theme: "dark", quotations: 0, "site:a.test": "off", "site:b test": false, "site:c.test": false, unknown: 1 };
    const { settings, corrupt } = plain(understand(items));
    assert.deepEqual(settings, { ...DEFAULTS, theme: "dark", sites: { "c.test": false } });
    assert.deepEqual(corrupt.sort(), ["labels", "print", "quotations", "site:a.test", "site:b test", "where"]);
  });

  test("do no harm whatever their names", () => {
    const { settings } = understand(JSON.parse('{"site:__proto__": false, "site:constructor": true, "__proto__": {"where": "chosen"}, "constructor": 1}'));
    assert.equal(Object.getPrototypeOf(settings.sites), null);
    assert.deepEqual(Object.entries(settings.sites), [["__proto__", false], ["constructor", true]]);
    assert.equal(settings.where, "everywhere");
    assert.equal({}.where, undefined);
  });

  test("fit the browser's storage or are refused", () => {
    const rules = (count, length = 1) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`site:${at}${"x".repeat(length)}.test`, true]));
    assert.ok(fits(rules(MOST_RULES)));
    assert.ok(!fits(rules(MOST_RULES + 1)));
    assert.ok(!fits(rules(MOST_RULES, 240)), "too many bytes");
  });
});

describe("storing", () => {
  /** The functions that store, with a browser that keeps 512 items and refuses `refused`; and what it keeps, of which it once kept most. */
  function storing(kept, refused) {
    const seen = { most: 0 };
    const sync = {
      get: async () => ({ ...kept }),
      remove: async (keys) => keys.forEach((key) => delete kept[key]),
      set: async (items) => {
        const after = { ...kept, ...items };
        seen.most = Math.max(seen.most, Object.keys(after).length);
        if (seen.most > 512 || Object.hasOwn(items, refused)) throw new Error("QUOTA_BYTES");
        Object.assign(kept, items);
      },
    };
    return { seen, ...load(["rules.js", "settings.js"], ["replaceSettings", "saveRules"], { storage: { sync } }) };
  }
  const rules = (name, count = 300) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`site:${name}${at}.test`, true]));
  const changes = (items, on) => Object.keys(items).map((key) => [key.slice("site:".length), on]);

  test("never holds more than the browser keeps, though old and new do together", async () => {
    const kept = rules("a");
    const { replaceSettings, saveRules } = storing(kept);
    assert.deepEqual(await replaceSettings(rules("b")), rules("a"));
    assert.deepEqual(kept, rules("b"));
    await saveRules([...changes(rules("c"), true), ...changes(rules("b"), null)]);
    assert.deepEqual(kept, rules("c"));
  });

  test("that the browser refuses leaves all as it was", async () => {
    for (const count of [3, 300]) {
      const kept = rules("a", count);
      const { replaceSettings } = storing(kept, "site:b0.test");
      await assert.rejects(replaceSettings(rules("b", count)), { message: "QUOTA_BYTES" });
      assert.deepEqual(kept, rules("a", count));
    }
  });
});

describe("a file of settings", () => {
  const settings = { where: "chosen", labels: "hover", quotations: false, reports: true, print: true, theme: "dark" };
  const sites = { "a.test": true, "*.b.test": false };

  test("comes back as it went", () => {
    const items = parseSettings(writeSettings({ ...settings, sites }));
    assert.deepEqual(items, { ...settings, "site:a.test": true, "site:*.b.test": false });
    assert.deepEqual(plain(understand(items).settings), { ...settings, sites });
  });

  test("may leave settings out", () => {
    assert.deepEqual(parseSettings('{"hearsay": 1, "settings": {"theme": "dark"}}'), { theme: "dark" });
  });

  const file = (more) => JSON.stringify({ hearsay: 1, settings, sites, ...more });
  const REFUSED = {
    "no JSON": ["{", "import_not_json", ""],
    "a list": ["[]", "import_not_ours", ""],
    "nothing": ["null", "import_not_ours", ""],
    "another program's": ['{"settings": {}}', "import_not_ours", ""],
    "of a later version": [file({ hearsay: 2 }), "import_version", ""],
    "with an unknown part": [file({ more: 1 }), "import_unknown", "more"],
    "with an unknown setting": [file({ settings: { ...settings, size: 3 } }), "import_unknown", "size"],
    "with a prototype": ['{"hearsay": 1, "__proto__": {"where": "chosen"}}', "import_unknown", "__proto__"],
    "with a prototype for settings": ['{"hearsay": 1, "settings": {"__proto__": {"where": "chosen"}}}', "import_unknown", "__proto__"],
    "with a setting of every object": ['{"hearsay": 1, "settings": {"constructor": "auto"}}', "import_unknown", "constructor"],
    "with a wrong value": [file({ settings: { print: "yes" } }), "import_value", "print"],
    "with settings that are none": [file({ settings: [] }), "import_value", "settings"],
    "with sites that are none": [file({ sites: "a.test" }), "import_value", "sites"],
    "with a site that is none": [file({ sites: { ...sites, "a b": true } }), "rules_pattern", "a b"],
    "with a rule that is none": [file({ sites: { "a.test": "on" } }), "import_value", "a.test"],
    "with too many rules": [file({ sites: Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${at}.test`, true])) }), "rules_too_many", ""],
    "too large": [`${file()}${" ".repeat(300000)}`, "import_too_large", ""],
    "with a long name": [file({ ["x".repeat(100)]: 1 }), "import_unknown", `${"x".repeat(60)}…`],
  };
  for (const [what, [text, message, about]] of Object.entries(REFUSED)) {
    test(`${what}, is refused`, () => assert.throws(() => parseSettings(text), { message, values: [about] }));
  }

  test("keeps sites of any name to themselves", () => {
    const items = parseSettings('{"hearsay": 1, "sites": {"__proto__": true, "constructor": false}}');
    assert.deepEqual(items, { "site:__proto__": true, "site:constructor": false });
  });
});
