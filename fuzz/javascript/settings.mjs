// What becomes of any file of settings, of any rules, and of anything that may be stored.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { compile } from "../../tests/browser/scripts.mjs";
import { parsed } from "./random.mjs";
import { Area } from "./storage.mjs";

const NAMES = [
  "parseSettings", "writeSettings", "parseRules", "writeRules", "ruleChanges", "Refusal", "understand", "isChoice",
  "isRule", "fits", "RULE", "CHOICES", "readSettings", "replaceSettings", "mendSettings",
  "corruptItems", "saveRules", "toPattern", "ruleFor", "isOn", "readCorrections", "keepCorrection", "pageKey",
];
const SCRIPTS = ["rules.js", "settings.js", "settings-file.js", "corrections.js"];
const extension = compile(SCRIPTS, NAMES, ["chrome", "location"]);
const location = { origin: "https://news.example", pathname: "/a", search: "" };
const words = JSON.parse(readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url), "utf8"));

/** What files of settings are made of. */
export const pieces = [
  '{"hearsay": 1, "settings": {', '"sites": {', '"settings"', '"__proto__": ', '"where": "chosen"', '"theme": "dark"',
  '"print": true', "true", "false", "}", "{", "[", "]", ",", ":", '"', "\\u0000", "\\", "site:a.test", "a.test",
  "*.a.test", "www.a.test", "www.", "a.test.", "*.", "https://a.test/b?c", "xn--bcher-kva.test", "bücher.test",
  "[::1]", "127.0.0.1", "a.test:80", "u@a.test", "a b", "ａ.test", "sites", "where", "labels", "corrections:", "on",
  "off", "a.test on\n", "*.b.test off\n", "\n", " ", "%41.test",
];

const plain = (value) => JSON.parse(JSON.stringify(value));
const own = (object) => Object.getOwnPropertyNames(object).length;
const natives = () => [Object, Array, String, Function, Promise].map(({ prototype }) => own(prototype));

/** Fails where an invariant is broken. */
export async function run(text) {
  const before = natives();
  const chrome = { storage: { sync: new Area(), local: new Area() }, extension: { inIncognitoContext: false } };
  const ours = extension({ chrome, location });
  const items = taken(ours, () => ours.parseSettings(text));
  if (items) await imported(ours, items, chrome.storage.sync);
  const sites = taken(ours, () => ours.parseRules(text));
  if (sites) await listed(ours, sites, chrome.storage.sync);
  pattern(ours, text);
  const stored = parsed(text);
  if (typeof stored === "object" && stored !== null) await found(ours, stored, chrome.storage);
  assert.deepEqual(natives(), before, "what every object has");
}

/** What `take` gives; undefined where it refuses, for a reason that can be told. */
function taken({ Refusal }, take) {
  try {
    return take();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.ok(Object.hasOwn(words, error.message), `${error.message} is no message`);
    assert.ok(error.values.every((about) => typeof about === "string" && about.length <= 61), "what it is about");
    return undefined;
  }
}

/** Imported settings are valid, stored as they are, and come back from a file as they went. */
async function imported(ours, items, area) {
  const { isChoice, isRule, RULE } = ours;
  for (const [key, value] of Object.entries(items)) {
    const valid = key.startsWith(RULE) ? isRule(key.slice(RULE.length), value) : isChoice(key, value);
    assert.ok(valid, `${key} is ${value}`);
  }
  assert.ok(ours.fits(items), "more than the browser stores");
  await ours.replaceSettings(items);
  assert.deepEqual(area.items(), plain(items));
  assert.deepEqual(await ours.corruptItems(), []);
  const settings = await ours.readSettings();
  const again = ours.parseSettings(ours.writeSettings(settings));
  assert.deepEqual(plain(ours.understand(again).settings), plain(settings));
}

/** Rules come back from text as they went, and are stored by the changes that they make. */
async function listed(ours, sites, area) {
  assert.deepEqual(plain(ours.parseRules(ours.writeRules(sites))), plain(sites));
  const { sites: before } = await ours.readSettings();
  const changes = ours.ruleChanges(before, sites);
  const tooMany = (error) => assert.ok(error instanceof RangeError, error);
  const saved = await ours.saveRules(changes).then(() => true, tooMany);
  if (saved) assert.deepEqual(plain((await ours.readSettings()).sites), plain(sites));
  else assert.deepEqual(plain(ours.understand(area.items()).settings.sites), plain(before), "all of them or none");
}

/** A pattern is one for good, and counts for the host that it names. */
function pattern({ toPattern, ruleFor, isOn }, text) {
  const rule = toPattern(text);
  const sites = { "a.test": false, "*.b.test": true };
  assert.equal(typeof isOn({ where: "everywhere", sites }, text), "boolean");
  if (rule === null) return;
  assert.equal(toPattern(rule), rule);
  const host = rule.replace(/^\*\./, "");
  assert.equal(ruleFor({ [rule]: true }, host), rule);
  if (host.includes(".")) assert.equal(ruleFor({ [rule]: true }, `www.${host}`), rule);
}

/** Whatever is stored is understood; what is corrupt can be mended, and what is old brought into today's shape. */
async function found(ours, stored, { sync, local }) {
  sync.hold(stored);
  const settings = await ours.readSettings();
  assert.equal(Object.getPrototypeOf(settings.sites), null);
  const { sites, ...look } = settings;
  assert.ok(Object.entries(look).every(([key, value]) => ours.isChoice(key, value)));
  assert.ok(Object.entries(sites).every(([pattern, on]) => ours.isRule(pattern, on)));
  await ours.mendSettings();
  assert.deepEqual(await ours.corruptItems(), []);
  assert.deepEqual(plain(await ours.readSettings()), plain(settings), "the same settings without what is corrupt");
  const values = Object.values(stored);
  const others = values.map((value, at) => [`corrections:${at}`, value]);
  local.hold({ ...Object.fromEntries(others), [ours.pageKey()]: values[0] });
  const key = ours.pageKey();
  const before = await ours.readCorrections(key);
  assert.ok(Array.isArray(before));
  const correction = { words: "No", nth: 0, name: null };
  await ours.keepCorrection(key, correction, true);
  const after = await ours.readCorrections(key);
  assert.deepEqual(after.at(-1), correction);
  assert.ok(after.length <= before.length + 1);
}
