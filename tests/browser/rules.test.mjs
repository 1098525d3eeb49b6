// Rules for sites: patterns, which one counts, and the text that they are edited as.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "./scripts.mjs";

const { siteOf, toPattern, ruleFor, isOn, writeRules, parseRules, ruleChanges } = load(
  ["rules.js", "settings.js", "settings-file.js"],
  ["siteOf", "toPattern", "ruleFor", "isOn", "writeRules", "parseRules", "ruleChanges"],
);

describe("rules for sites", () => {
  test("have patterns that are read as they are meant", () => {
    const read = {
      "example.com": "example.com",
      " WWW.Example.com ": "example.com",
      "*.example.com": "*.example.com",
      "https://www.example.com/news/1?x#y": "example.com",
      "http://example.com:8080/": "example.com",
      "bücher.example": "xn--bcher-kva.example",
      "example.com.": "example.com",
      "www.com": "www.com",
      "localhost": "localhost",
      "127.0.0.1": "127.0.0.1",
      "[::1]": "[::1]",
      "__proto__": "__proto__",
      "constructor": "constructor",
    };
    for (const [text, pattern] of Object.entries(read)) assert.equal(toPattern(text), pattern, text);
    for (const pattern of Object.values(read)) assert.equal(toPattern(pattern), pattern, "what is read is read again as itself");
    for (const text of ["", " ", "*", "*.", "a b.com", "ex*mple.com", "example.com/news", "example.com:8080", "user@example.com", "*.*.com", "a..b", "x".repeat(300), "file:///x"]) {
      assert.equal(toPattern(text), null, text);
    }
  });

  test("name a host without www", () => {
    assert.deepEqual(["www.example.com", "example.com.", "www.com", "wwwx.com"].map(siteOf), ["example.com", "example.com", "www.com", "wwwx.com"]);
  });

  test("count by how specific they are", () => {
    const sites = { "example.com": true, "*.example.com": false, "*.news.example.com": true, "sport.news.example.com": false };
    const counts = {
      "example.com": "example.com",
      "www.example.com": "example.com",
      "shop.example.com": "*.example.com",
      "news.example.com": "*.news.example.com",
      "deep.news.example.com": "*.news.example.com",
      "sport.news.example.com": "sport.news.example.com",
      "notexample.com": null,
      "example.com.evil.test": null,
      "toString": null,
      "constructor": null,
      "__proto__": null,
    };
    for (const [host, pattern] of Object.entries(counts)) assert.equal(ruleFor(sites, host), pattern, host);
  });

  test("say whether a site is on, and where none does, the setting", () => {
    const sites = { "off.test": false, "on.test": true };
    const on = (where) => ["off.test", "on.test", "other.test"].map((host) => isOn({ where, sites }, host));
    assert.deepEqual(on("everywhere"), [false, true, true]);
    assert.deepEqual(on("chosen"), [false, true, false]);
  });

  test("are text and come back from it", () => {
    const sites = { "b.test": true, "*.a.test": false };
    assert.equal(writeRules(sites), "*.a.test off\nb.test on\n");
    assert.deepEqual({ ...parseRules(writeRules(sites)) }, sites);
    assert.deepEqual({ ...parseRules("\r\n  www.a.test   OFF \r\n\n") }, { "a.test": false });
    for (const text of ["a.test", "a.test maybe", "off", "a b off", "a.test off x"]) {
      assert.throws(() => parseRules(`ok.test on\n${text}`), { message: "rules_line", values: [text] });
    }
  });

  test("change by what was edited alone", () => {
    const changes = ruleChanges({ "stays.test": true, "turns.test": true, "goes.test": false }, { "stays.test": true, "turns.test": false, "comes.test": true });
    assert.deepEqual(changes, [["turns.test", false], ["comes.test", true], ["goes.test", null]]);
  });
});
