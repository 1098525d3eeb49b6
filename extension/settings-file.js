// Settings as a file, out and in.
"use strict";

const FILE_VERSION = 1;
/** Characters; the largest file that is written is half as long. */
const MOST_TEXT = 250000;

/** Why a file is not taken: a message, and what it is about. */
class Refusal extends Error {
  constructor(key, about = "") {
    super(key);
    this.values = [about.length > 60 ? `${about.slice(0, 60)}…` : about];
  }
}

/** The text of a file with all settings. */
function writeSettings({ sites, ...settings }) {
  return `${JSON.stringify({ hearsay: FILE_VERSION, settings, sites }, null, 2)}\n`;
}

/** The items to store for a file's text, which is checked as a whole first. Throws a Refusal. */
function parseSettings(text) {
  if (text.length > MOST_TEXT) throw new Refusal("import_too_large");
  const file = parse(text);
  if (!isObject(file) || !Object.hasOwn(file, "hearsay")) throw new Refusal("import_not_ours");
  if (file.hearsay !== FILE_VERSION) throw new Refusal("import_version");
  const { hearsay, settings = {}, sites = {}, ...others } = file;
  for (const key of Object.keys(others)) throw new Refusal("import_unknown", key);
  if (!isObject(settings)) throw new Refusal("import_value", "settings");
  if (!isObject(sites)) throw new Refusal("import_value", "sites");
  const items = [];
  for (const [key, value] of Object.entries(settings)) {
    if (!Object.hasOwn(CHOICES, key)) throw new Refusal("import_unknown", key);
    if (!isChoice(key, value)) throw new Refusal("import_value", key);
    items.push([key, value]);
  }
  for (const [text, value] of Object.entries(sites)) {
    const pattern = toPattern(text);
    if (pattern === null) throw new Refusal("rules_pattern", text);
    if (typeof value !== "boolean") throw new Refusal("import_value", text);
    items.push([RULE + pattern, value]);
  }
  const all = Object.fromEntries(items);
  if (!fits(all)) throw new Refusal("rules_too_many");
  return all;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("import_not_json");
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Rules as text, one a line. */
function writeRules(sites) {
  return Object.entries(sites).map(([pattern, on]) => `${pattern} ${on ? "on" : "off"}\n`).sort().join("");
}

/** Rules from text. Throws a Refusal. */
function parseRules(text) {
  const sites = Object.create(null);
  for (const line of text.split("\n").filter((line) => line.trim())) {
    const [, written, state] = /^\s*(\S+)\s+(on|off)\s*$/i.exec(line) ?? [];
    const pattern = written ? toPattern(written) : null;
    if (pattern === null) throw new Refusal("rules_line", line.trim());
    sites[pattern] = state.toLowerCase() === "on";
  }
  return sites;
}

/** What has to be changed to make rules `after` of rules `before`. */
function ruleChanges(before, after) {
  const gone = Object.keys(before).filter((pattern) => !Object.hasOwn(after, pattern));
  const set = Object.keys(after).filter((pattern) => before[pattern] !== after[pattern]);
  return [...set.map((pattern) => [pattern, after[pattern]]), ...gone.map((pattern) => [pattern, null])];
}
