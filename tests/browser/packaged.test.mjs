// What is in the packages: the files that belong there, no way to another machine, and no more rights than are told of.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const ENGINE = ["engine-js.js", "engine.js", "hearsay.wasm", "hearsay.weights"];
const LANGUAGES = readdirSync(new URL("../../extension/_locales", import.meta.url)).map((language) => `_locales/${language}/messages.json`);
const ICONS = ["128.png", "16.png", "32.png", "48.png", "icon.svg"].map((icon) => `icons/${icon}`);

/** What sends or loads; and what makes code or markup of text. */
const SENDS = /\b(XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|Image)\b|\bnavigator\.serviceWorker\b|\.src\s*=/;
const MAKES_CODE = /\beval\s*\(|\bnew Function\b|\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTMLUnsafe|createContextualFragment)\b/;
/** Where something is loaded, and how often. */
const LOADS = { "engine-loader.js": ["fetch(", "import("], "engine.js": ["fetch("], "engine-js.js": ["fetch("], "welcome.js": ["import("] };
/** Addresses that are names, or stand before what a reader has written. */
const NAMES = /https?:\/\/(\$\{rest\}|\*\/\*|www\.w3\.org\/[\w./-]+|hearsay\.invalid\/terms)/g;

for (const browser of ["chromium", "firefox"]) {
  const folder = `${DIST}/${browser}`;
  const files = readdirSync(folder, { recursive: true }).filter((file) => statSync(`${folder}/${file}`).isFile()).sort();
  const read = (file) => readFileSync(`${folder}/${file}`, "utf8");
  const manifest = JSON.parse(read("manifest.json"));
  const code = files.filter((file) => /\.(js|html|css|svg|json)$/.test(file));

  describe(`the package for ${browser}`, () => {
    test("holds the extension's own files alone", () => {
      const others = files.filter((file) => ![...ENGINE, ...LANGUAGES, ...ICONS, "LICENCES.txt", "manifest.json"].includes(file));
      assert.ok(others.length > 20, "files are seen");
      for (const file of others) assert.match(file, /^[a-z]+(-[a-z]+)*\.(js|html|css)$/);
      for (const file of [...ENGINE, ...LANGUAGES, ...ICONS, "LICENCES.txt"]) assert.ok(files.includes(file), file);
    });

    test("has every script and sheet that its pages and its manifest name, and none that nobody names", () => {
      const named = [...code.filter((file) => file.endsWith(".html")).flatMap((file) => [...read(file).matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, name]) => name))];
      named.push(...[...JSON.stringify(manifest).matchAll(/"([^"]+\.(?:js|css|html|png|wasm|weights))"/g)].map(([, name]) => name), "welcome.html");
      named.push(...[...read("background.js").matchAll(/"([a-z-]+\.js)"/g)].map(([, name]) => name));
      for (const name of named) assert.ok(files.includes(name), name);
      for (const file of files.filter((file) => /\.(js|css|html)$/.test(file))) assert.ok(named.includes(file), `nobody names ${file}`);
    });

    test("has no way to another machine", () => {
      for (const file of code) {
        const text = read(file);
        if (file.endsWith(".js")) {
          assert.doesNotMatch(text, SENDS, file);
          assert.deepEqual([...text.matchAll(/\b(fetch|import)\(/g)].map(([found]) => found).sort(), LOADS[file] ?? [], file);
        }
        assert.doesNotMatch(text.replace(NAMES, ""), /\b(https?|wss?|ftp):\/\/[\w*$[]/, file);
      }
    });

    test("makes neither code nor markup of text, and has no script within a page", () => {
      for (const file of code) assert.doesNotMatch(read(file), MAKES_CODE, file);
      for (const file of files.filter((file) => file.endsWith(".html"))) {
        assert.doesNotMatch(read(file), /<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|javascript:/i, file);
      }
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
      assert.deepEqual(manifest.content_security_policy, { extension_pages: policy });
    });

    test("asks for what SECURITY.md tells of, and opens four files to pages", () => {
      const { permissions, content_scripts, web_accessible_resources } = manifest;
      assert.deepEqual(permissions, ["storage", "contextMenus", ...(browser === "chromium" ? ["sidePanel"] : [])]);
      for (const key of ["host_permissions", "optional_permissions", "optional_host_permissions", "externally_connectable", "sandbox", "update_url"]) {
        assert.equal(manifest[key], undefined, key);
      }
      assert.deepEqual(content_scripts.map(({ matches, world }) => [matches, world]), [[["http://*/*", "https://*/*"], undefined]]);
      assert.equal(web_accessible_resources.length, 1);
      const [{ resources, use_dynamic_url }] = web_accessible_resources;
      assert.deepEqual([...resources].sort(), ENGINE);
      assert.equal(use_dynamic_url, browser === "chromium" ? true : undefined);
      const gecko = manifest.browser_specific_settings?.gecko;
      assert.deepEqual(gecko?.data_collection_permissions, browser === "firefox" ? { required: ["none"] } : undefined);
    });
  });
}
