// The reader's settings. Nothing else reads or writes them.
//
// Each setting is an item of its own in the browser's synchronised storage, and so is each rule for a site: two devices
// that change different ones both keep what they changed.
"use strict";

/** What each setting may be, the default first. */
const CHOICES = {
  where: ["everywhere", "chosen"],
  labels: ["auto", "hover"],
  quotations: [true, false],
  reports: [true, false],
  print: [false, true],
  theme: ["auto", "light", "dark"],
};

/** Items of rules begin so; the pattern follows. */
const RULE = "site:";
/** Rules and bytes that are kept at the most, a little less than what browsers keep. */
const MOST_RULES = 500;
const MOST_BYTES = 100000;

const isChoice = (key, value) => Object.hasOwn(CHOICES, key) && CHOICES[key].includes(value);
const isRule = (pattern, value) => typeof value === "boolean" && toPattern(pattern) === pattern;

/** Settings from stored items, and the items that are corrupt, in whose place the defaults stand. */
function understand(items) {
  const settings = Object.fromEntries(Object.entries(CHOICES).map(([key, [standard]]) => [key, standard]));
  settings.sites = Object.create(null);
  const corrupt = [];
  for (const [key, value] of Object.entries(items)) {
    const pattern = key.startsWith(RULE) ? key.slice(RULE.length) : null;
    if (pattern !== null && isRule(pattern, value)) settings.sites[pattern] = value;
    else if (isChoice(key, value)) settings[key] = value;
    else if (pattern !== null || Object.hasOwn(CHOICES, key)) corrupt.push(key);
  }
  return { settings, corrupt };
}

/** `{ where, sites, labels, quotations, reports, print, theme }`. */
async function readSettings() {
  return understand(await chrome.storage.sync.get(null)).settings;
}

/** The keys of stored items that are not what they should be. */
async function corruptItems() {
  return understand(await chrome.storage.sync.get(null)).corrupt;
}

/** Puts the default in the place of corrupt items. */
async function mendSettings() {
  await chrome.storage.sync.remove(await corruptItems());
}

/** Stores one setting. Fails where the browser does not store it. */
async function saveSetting(key, value) {
  if (!isChoice(key, value)) throw new TypeError(`${key} cannot be ${value}`);
  await chrome.storage.sync.set({ [key]: value });
}

/** Stores the rules of `changes`: `[pattern, true | false | null]`, of which the last means that there is no rule any more. */
async function saveRules(changes) {
  const wrong = changes.find(([pattern, on]) => on !== null && !isRule(pattern, on));
  if (wrong) throw new TypeError(`${wrong} is no rule`);
  const items = await chrome.storage.sync.get(null);
  const set = changes.filter(([, on]) => on !== null).map(([pattern, on]) => [RULE + pattern, on]);
  const after = { ...items, ...Object.fromEntries(set) };
  for (const [pattern, on] of changes) if (on === null) delete after[RULE + pattern];
  await exchange(items, after, Object.fromEntries(set));
}

/** Has `after` stored where `before` is; `fresh` are the items of it that may differ. Where the browser refuses, all stays as it was. */
async function exchange(before, after, fresh) {
  if (!fits(after)) throw new RangeError("too many rules");
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const remove = () => gone.length && chrome.storage.sync.remove(gone);
  const set = () => Object.keys(fresh).length && chrome.storage.sync.set(fresh);
  // In this order nothing is lost where the browser refuses the first.
  if (fits({ ...before, ...fresh })) {
    await set();
    return remove();
  }
  await remove();
  try {
    await set();
  } catch (error) {
    await chrome.storage.sync.set(Object.fromEntries(gone.map((key) => [key, before[key]])));
    throw error;
  }
}

/** Whether the browser keeps as much as `items`. */
function fits(items) {
  const size = ([key, value]) => new TextEncoder().encode(key + JSON.stringify(value)).length;
  const all = Object.entries(items);
  return all.filter(([key]) => key.startsWith(RULE)).length <= MOST_RULES && all.reduce((sum, item) => sum + size(item), 0) <= MOST_BYTES;
}

/** Switches Hearsay on or off for a site, by a rule only where it would not be so without one. */
async function switchSite(host, on) {
  const settings = await readSettings();
  const pattern = siteOf(host);
  delete settings.sites[pattern];
  await saveRules([[pattern, isOn(settings, host) === on ? null : on]]);
}

/** Has exactly `items` stored; what was stored before is returned, and this undoes with it what it did. */
async function replaceSettings(items) {
  const before = await chrome.storage.sync.get(null);
  await exchange(before, items, items);
  return before;
}

/** Calls `listener` whenever a setting has changed, here or on another device. */
function onSettings(listener) {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "sync") listener(changes);
  });
}
