// What a page can learn of Hearsay and reach of it, and what it cannot.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { FERRY, labelled, plain } from "./stories.mjs";

/** Script in the page's head that keeps all that the browser tells a page of what goes on in it. */
const WATCH = `<script>
  globalThis.told = [];
  const tell = (one) => told.push(JSON.stringify(one));
  const facts = (event) => { const all = {}; for (const name in event) if (typeof event[name] === "string") all[name] = event[name]; return all; };
  for (const name of ["error", "unhandledrejection", "securitypolicyviolation", "message"]) addEventListener(name, (event) => tell(facts(event)), true);
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true });
  }
  new ReportingObserver((reports) => reports.forEach((report) => tell(report.toJSON?.() ?? facts(report.body))), { buffered: true }).observe();
</script>`;

/** A policy under which Chromium refuses WebAssembly. */
const STRICT = "default-src 'none'; script-src 'unsafe-inline'; img-src data:";

const WEB_ACCESSIBLE = ["engine.js", "engine-js.js", "hearsay.wasm", "hearsay.weights"];
const OTHERS = ["manifest.json", "popup.html", "options.html", "panel.html", "welcome.html", "loader.js", "settings.js", "icons/16.png", "_locales/en/messages.json"];

/** Runs in the page: which of the files at `addresses` load, be it as data, as a style sheet, or in a frame. */
const loads = async (addresses) => {
  const element = (tag, name, address) => new Promise((done) => {
    const one = Object.assign(document.createElement(tag), { rel: "stylesheet", [name]: address });
    one.onload = () => done(true);
    one.onerror = () => done(false);
    document.head.append(one);
  });
  const ways = (address) => [fetch(address).then(() => true, () => false), element("link", "href", address), element("img", "src", address)];
  const tried = addresses.map(async (address) => ((await Promise.all(ways(address))).some(Boolean) ? address : null));
  return (await Promise.all(tried)).filter(Boolean);
};

inEachBrowser("a page that probes", (session, name) => {
  let tab;
  const asked = [];

  before(async () => {
    tab = await session().open("about:blank");
    tab.page.on("request", (request) => asked.push(request.url()));
  });

  for (const [what, headers] of [["no policy", {}], ["a policy that refuses WebAssembly", { "content-security-policy": STRICT }]]) {
    test(`is told no address and no name of the extension by the browser, with ${what}`, async () => {
      const address = session().server.put("/probe.html", plain(FERRY.html, "", WATCH), headers);
      await tab.go(address);
      await labelled(tab, FERRY.speech, "labels");
      await tab.ask("next");
      await pause(1500);
      const told = await tab.page.evaluate(() => [...told, ...performance.getEntries().map((entry) => JSON.stringify(entry))]);
      assert.ok(told.some((one) => one.includes(address)), "the page is told of itself");
      const host = new URL(session().extension).host;
      const given = new URL(await session().inExtension(() => chrome.runtime.getURL(""))).host;
      for (const secret of [host, given, "hearsay.wasm", "hearsay.weights", "engine", "loader.js"]) {
        assert.deepEqual(told.filter((one) => one.includes(secret)), [], secret);
      }
      // That some extension tried to compile is told by Chromium where the policy refuses it.
      const refused = told.filter((one) => one.includes("extension"));
      if (name === "firefox" || what === "no policy") assert.deepEqual(refused, []);
      else assert.ok(refused.length > 0 && refused.every((one) => one.includes("wasm-eval")), String(refused));
    });
  }

  test("has nobody else asked for anything: its own server and the extension's files alone", async () => {
    const own = (url) => ["data:,", "about:blank"].includes(url) || url.startsWith(session().server.address("/"));
    const foreign = asked.filter((url) => !own(url) && !/^(chrome|moz)-extension:\/\/[^/]+\/(engine(-js)?\.js|hearsay\.(wasm|weights))$/.test(url));
    assert.ok(asked.some(own), "requests are seen");
    assert.deepEqual(foreign, []);
    const paths = new Set(asked.filter(own).filter((url) => url.startsWith("http")).map((url) => new URL(url).pathname));
    assert.deepEqual([...paths], ["/probe.html"], "nor its own server for more than the page");
  });

  test("loads no file of the extension, even where it knows the address; in Firefox the engine alone", async () => {
    await tab.go(session().server.put("/loads.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels");
    const at = (files) => files.map((file) => session().extension + file);
    const own = tab.page.url();
    assert.deepEqual(await tab.page.evaluate(loads, [own, ...at(OTHERS)]), [own]);
    const engine = await tab.page.evaluate(loads, at(WEB_ACCESSIBLE));
    assert.deepEqual(engine, name === "firefox" ? at(WEB_ACCESSIBLE) : []);
  });

  test("puts no page of the extension into a frame or a window of its own", async () => {
    await tab.go(session().server.put("/frames.html", plain("", `<button>Open</button>`)));
    const address = `${session().extension}options.html`;
    await tab.page.evaluate((address) => {
      document.querySelector("button").onclick = () => { globalThis.opened = open(address); };
      document.body.append(Object.assign(document.createElement("iframe"), { src: address }));
    }, address);
    await tab.page.click("button");
    await pause(1500);
    const views = await session().inExtension(() => chrome.extension.getViews().map(({ location }) => location.pathname));
    assert.deepEqual(views.filter((path) => path === "/options.html"), []);
    assert.ok(views.includes("/popup.html"), "views are seen");
  });

  test("has its address told to the extension by Firefox alone, which takes the right to label a page for that", async () => {
    const tabs = await session().inExtension(async () => (await chrome.tabs.query({})).map(({ url }) => url).filter(Boolean));
    const foreign = tabs.filter((url) => !/^(chrome|moz)-extension:/.test(url));
    assert.deepEqual(foreign, name === "firefox" ? [tab.page.url()] : []);
  });

  test("has no interface of the extension", async () => {
    const id = await session().inExtension(() => chrome.runtime.id);
    const reached = await tab.page.evaluate((id) => {
      try {
        return chrome.runtime.sendMessage(id, { type: "status" }) ?? "sent";
      } catch (error) {
        return error.name;
      }
    }, id);
    assert.match(reached, /^(TypeError|ReferenceError)$/);
  });

  test("sees that Hearsay is there, also where it found nothing", async () => {
    await tab.go(session().server.put("/seen.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels");
    const seen = () => ({
      element: Boolean(document.querySelector("hearsay-overlay")),
      marks: [...CSS.highlights.keys()].some((name) => name.startsWith("hearsay-")),
      rules: getComputedStyle(document.body, "::highlight(hearsay-quoted-0-light)").backgroundColor !== "rgba(0, 0, 0, 0)",
    });
    assert.deepEqual(await tab.page.evaluate(seen), { element: true, marks: true, rules: true });
    await tab.go(session().server.put("/bare.html", plain("Nothing to read.")));
    await eventually(async () => (await tab.status())?.state === "nothing", "nothing found");
    assert.deepEqual(await tab.page.evaluate(seen), { element: false, marks: false, rules: true });
  });
});
