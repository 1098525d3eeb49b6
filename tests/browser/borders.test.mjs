// What each script of the extension touches of the browser: most nothing, and each matter in one place.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";

const FOLDER = new URL("../../extension/", import.meta.url);
const SCRIPTS = readdirSync(FOLDER).filter((name) => name.endsWith(".js")).map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]);

/** The interfaces of extensions that a script may name; one that is not listed names none. */
const INTERFACES = {
  "background.js": ["action", "commands", "contextMenus", "i18n", "runtime", "tabs"],
  "corrections.js": ["extension", "storage.local"],
  "engine-loader.js": ["runtime"],
  "frame.js": ["runtime"],
  "loader.js": ["i18n", "runtime"],
  "lookout.js": ["runtime"],
  "options-keys.js": ["commands", "tabs"],
  "page.js": ["i18n"],
  "panel.js": ["runtime", "tabs"],
  "popup.js": ["runtime", "tabs"],
  "reach.js": ["sidePanel", "sidebarAction", "tabs"],
  "settings.js": ["storage.onChanged", "storage.sync"],
  "welcome.js": ["runtime"],
};

/** Matters that have one place each, and who sees to them. */
const PLACES = [
  [/\bCSS\.highlights\b/, ["options-preview.js", "sweep.js"]],
  [/\bMutationObserver\b/, ["lookout.js"]],
  [/\bclipboard\b/, ["panel-export.js"]],
  [/\btabs\.sendMessage\b/, ["background.js", "reach.js"]],
  [/\bruntime\.sendMessage\b/, ["frame.js", "loader.js"]],
  [/\btabs?\??\.(url|title|favIconUrl)\b/, []],
  [/\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bcaches\b|\bdocument\.cookie\b/, []],
];

describe("the extension's scripts", () => {
  for (const [name, code] of SCRIPTS) {
    test(`${name} knows of the browser what it needs`, () => {
      const named = [...code.matchAll(/\bchrome(?:\?)?\.(storage\.\w+|\w+)/g)].map(([, name]) => name);
      const taken = [...code.matchAll(/\{([^{}]*)\} = chrome;/g)].flatMap(([, names]) => names.split(",").map((name) => name.trim()));
      assert.deepEqual([...new Set([...named, ...taken])].sort(), INTERFACES[name] ?? []);
    });
  }

  for (const [what, names] of PLACES) {
    test(`${what.source} stands in ${names.join(" and ") || "none"}`, () => {
      assert.deepEqual(SCRIPTS.filter(([, code]) => what.test(code)).map(([name]) => name).sort(), names);
    });
  }

  test("share no name by accident: no two define the same", () => {
    const owners = new Map();
    for (const [name, code] of SCRIPTS) {
      for (const [, defined] of code.matchAll(/^(?:async )?(?:function\*?|class|const|let) (\w+)/gm)) owners.set(defined, [...(owners.get(defined) ?? []), name]);
    }
    assert.ok(owners.size > 50, "definitions are read");
    const shared = [...owners].filter(([, names]) => names.length > 1 && together(names));
    assert.deepEqual(shared, []);
  });
});

/** Whether two of `names` run in one page. */
function together(names) {
  const manifest = JSON.parse(readFileSync(new URL("manifest.json", FOLDER), "utf8"));
  const pages = readdirSync(FOLDER).filter((name) => name.endsWith(".html")).map((name) => readFileSync(new URL(name, FOLDER), "utf8"));
  const groups = [manifest.content_scripts[0].js, ...pages.map((html) => [...html.matchAll(/<script src="([^"]+)"/g)].map(([, name]) => name))];
  return groups.some((group) => names.filter((name) => group.includes(name)).length > 1);
}
