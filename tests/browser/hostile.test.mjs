// A page that works against Hearsay costs itself its labels, and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { card } from "./overlay.mjs";
import { FERRY, labelled, plain, render, traces } from "./stories.mjs";

/** Script in the page's head, before all else. */
const ATTACKS = {
  "clears the highlights all the time": `setInterval(() => CSS.highlights.clear(), 100);`,
  "changes a thousand times a second": `
    addEventListener("load", () => {
      const box = document.querySelector("article").appendChild(document.createElement("div"));
      setInterval(() => { for (let i = 0; i < 10; i += 1) box.textContent = String(Math.random()); }, 10);
    });`,
  "detaches the overlay": `setInterval(() => document.querySelectorAll("hearsay-overlay").forEach((host) => host.remove()), 20);`,
  "moves the overlay into its article": `
    setInterval(() => { const host = document.querySelector("html > hearsay-overlay"); if (host) document.querySelector("article").append(host); }, 50);`,
  "replaces what Hearsay calls": `
    const mine = () => { globalThis.called = true; throw new Error("not yours"); };
    CSS.highlights.set = CSS.highlights.delete = mine;
    HighlightRegistry.prototype.set = HighlightRegistry.prototype.delete = mine;
    Element.prototype.attachShadow = Element.prototype.checkVisibility = Element.prototype.getAttribute = Element.prototype.getBoundingClientRect = mine;
    Document.prototype.createElement = Document.prototype.createRange = Document.prototype.elementFromPoint = mine;
    Object.defineProperty(Document.prototype, "hidden", { get: mine });
    Object.defineProperty(Text.prototype, "data", { get: mine, set: mine });
    Object.defineProperty(Object.prototype, "labels", { get: mine, set: mine });
    window.getComputedStyle = window.setTimeout = window.MutationObserver = window.ResizeObserver = window.fetch = mine;
    WebAssembly.instantiate = WebAssembly.Module = mine;
    Array.prototype.forEach = Array.prototype.push = Array.prototype[Symbol.iterator] = mine;`,
  "names its elements after what Hearsay asks the document for": `
    addEventListener("DOMContentLoaded", () => {
      for (const name of ["body", "documentElement", "querySelector", "querySelectorAll", "createElement", "getElementsByTagName", "contentType", "designMode", "hidden", "title"]) {
        document.documentElement.append(Object.assign(new Image(), { name }));
      }
    });`,
  "stands in a form that names its fields after what is around it": `
    addEventListener("DOMContentLoaded", () => {
      const form = document.createElement("form");
      for (const name of ["parentElement", "parentNode"]) form.append(Object.assign(document.createElement("input"), { name }));
      const main = document.querySelector("article").parentElement;
      main.append(form);
      form.style.display = "inline";
      form.append(document.querySelector("article"));
    });`,
  "has overlays and statements of its own": `
    addEventListener("DOMContentLoaded", () => {
      const fake = document.documentElement.appendChild(document.createElement("hearsay-overlay"));
      fake.attachShadow({ mode: "open" }).innerHTML = '<button data-statement="0">0</button><button data-statement="99999999">?</button>';
      document.querySelector("article").insertAdjacentHTML("beforeend", '<button data-statement="-1" id="trap">Trap</button>');
      setInterval(() => { document.querySelector("#trap").focus(); fake.shadowRoot.lastChild.focus(); }, 50);
    });`,
  "sends messages of Hearsay's own": `
    setInterval(() => {
      for (const type of ["status", "pause", "state", "page", "next"]) {
        postMessage({ type, state: "error", reason: "failed", frames: false }, "*");
        dispatchEvent(new CustomEvent(type, { detail: { type } }));
        document.dispatchEvent(new CustomEvent("hearsay", { detail: { type } }));
      }
      globalThis.chrome?.runtime?.sendMessage?.({ type: "state" });
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      dispatchEvent(new PopStateEvent("popstate"));
      dispatchEvent(new Event("resize"));
    }, 20);`,
};

/** What the page itself must still be able to do. */
const WORKS = `<button id="button">0</button><script>
  document.querySelector("#button").onclick = ({ target }) => { target.textContent = Number(target.textContent) + 1; };
</script>`;

/** By the prototype: a page may have put other things in the document's place. */
const article = () => Document.prototype.querySelector.call(document, "article").outerHTML;

inEachBrowser("a page that", (session) => {
  for (const [what, script] of Object.entries(ATTACKS)) {
    test(what, async () => {
      const page = plain(FERRY.html, WORKS, `<script>{${script}}</script>`);
      const tab = await session().open("about:blank");
      const said = [];
      tab.page.on("console", (message) => message.type() === "error" && said.push(message.text()));
      tab.page.on("pageerror", (error) => said.push(error.message));
      await tab.go(session().server.put("/hostile.html", page));
      await labelled(tab, FERRY.speech, "labels");
      await pause(2500);
      await labelled(tab, FERRY.speech, "the same labels");
      assert.deepEqual(said.filter((line) => !/not yours|404/.test(line)), [], "nothing of ours in the console");
      assert.equal(await tab.page.evaluate(() => globalThis.called), undefined, "none of its own functions was called by us");
      await tab.page.click("#button");
      assert.equal(await tab.page.evaluate(() => document.getElementById("button").textContent), "1", "it works as before");
      assert.ok((await tab.page.evaluate(article)).startsWith(FERRY.html.slice(0, -"</article>".length)), "its article is as it was");
      await tab.close();
    });
  }

  test("looks into the overlay finds nothing", async () => {
    const tab = await session().open(session().server.put("/looks.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels");
    await tab.page.evaluate(() => addEventListener("focusin", (event) => { globalThis.path = event.composedPath(); }, true));
    await tab.ask("next");
    await card(tab, true);
    const { open, inner, deep, path } = await tab.page.evaluate(() => {
      const host = document.querySelector("hearsay-overlay");
      const deep = document.documentElement.getHTML?.({ serializableShadowRoots: true }) ?? document.documentElement.outerHTML;
      return { open: host.shadowRoot, inner: host.innerHTML, deep, path: globalThis.path?.map((node) => node.localName ?? "") ?? [] };
    });
    assert.deepEqual([open, inner], [null, ""]);
    assert.ok(!deep.includes("Quoted word for word"));
    assert.ok(["", "hearsay-overlay"].includes(path[0] ?? ""), path.join(" "));
    await tab.close();
  });

  test("has done all that leaves the next page its labels", async () => {
    const tab = await session().open(session().server.put("/next.html", plain(FERRY.html)));
    await labelled(tab, FERRY.speech, "labels");
    await render(tab, "");
    await eventually(async () => (await tab.page.evaluate(traces)) === 0, "no labels");
    await tab.close();
  });
});
