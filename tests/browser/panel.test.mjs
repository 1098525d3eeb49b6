// The panel beside an article, opened in a tab that names the page it speaks of.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { STRESS } from "../../xtask/browser/stress.mjs";
import { article } from "./article.mjs";
import { filter, flashed, openPanel, sources, text } from "./panel.mjs";
import { FERRY, labelled, MILL, plain, render } from "./stories.mjs";

const BYLINE = '<meta name="author" content="Ann Lee">';
const NEWS = "<p>“The bus will not hold all of us,” said Ilse Brandt, who teaches at the school. “It is the least bad idea,” said an official who knows the plans.</p>";
const names = (list) => list.map(({ name }) => name);

inEachBrowser("the panel", (session, browser) => {
  /** A page and the panel that speaks of it. */
  async function beside(html, state = "on") {
    const tab = await session().open(session().server.put("/panel.html", html));
    await tab.until([state]);
    return { tab, panel: await openPanel(session(), tab) };
  }
  const shows = (panel, what, holds) => eventually(async () => holds(await panel.evaluate(sources)), what);

  test("stands where the browser has its panels", async () => {
    const path = await session().inExtension(async () =>
      chrome.sidePanel ? (await chrome.sidePanel.getOptions({})).path : chrome.sidebarAction.getPanel({}));
    assert.ok(path.endsWith("panel.html"), path);
  });

  test("tells sources, shares and what they say", async () => {
    const { tab, panel } = await beside(article({ head: BYLINE, after: "" }).replace("</div></article>", `${NEWS}</div></article>`));
    await shows(panel, "five sources with their statements", (now) => now.length === 5 && now.every(({ statements }) => statements.length));
    const found = await panel.evaluate(sources);
    assert.deepEqual(names(found).slice(0, 2), ["Piet Hallam", "Marta Okonjo"], "most words first");
    assert.ok(found[0].statements[0].startsWith("“Nobody asked us,”"), found[0].statements[0]);
    assert.equal(await panel.evaluate(text, "title"), "Ravensmoor loses its ferry");
    assert.match(await panel.evaluate(text, "credits"), /By Ann Lee/);
    const spoken = () => ["#title", ".source .name", ".statement .text", ".stripe"].map((part) => document.querySelector(part)?.lang);
    await eventually(async () => (await panel.evaluate(spoken)).join() === "en,en,en,en", "the article's language on its words");
    const percents = found.map(({ share }) => parseInt(share, 10)).filter(Number.isFinite);
    const all = percents.reduce((sum, share) => sum + share, 0);
    assert.ok(Math.abs(all - 100) <= 2, `${percents}`);
    assert.match(await panel.evaluate(text, "shares"), /Named sources \(4\): \d+.?%Sources without a name \(1\): \d+.?%/);
    const stripes = () => [...document.querySelectorAll(".stripe")].map(({ ariaLabel, offsetWidth }) => [ariaLabel, offsetWidth]);
    await eventually(async () => (await panel.evaluate(stripes)).length === found.flatMap(({ statements }) => statements).length, "a stripe for each statement");
    assert.ok((await panel.evaluate(stripes)).every(([label, width]) => /^\S.*: .+/.test(label) && width >= 4));
    await panel.close();
    await tab.close();
  });

  test("fits a side of 280 pixels", async () => {
    const { tab, panel } = await beside(article());
    await panel.setViewport({ width: 280, height: 700 });
    await eventually(() => panel.evaluate(() => innerWidth === 280 && document.documentElement.scrollWidth <= 280), "no scrolling sideways");
    await panel.close();
    await tab.close();
  });

  test("goes to a statement by mouse and keyboard and sets it off; the keyboard stays in the panel", async () => {
    const { tab, panel } = await beside(article({ head: "<style>p { margin: 900px 0 }</style>" }));
    await shows(panel, "the statements", (now) => now[0]?.statements.length);
    await panel.bringToFront();
    await panel.click(".statement");
    await eventually(async () => (await tab.page.evaluate(flashed))?.includes("Nobody asked us"), "the words in sight and set off");
    assert.notEqual(await tab.page.evaluate(() => document.activeElement.localName), "hearsay-overlay");
    await eventually(async () => (await tab.page.evaluate(flashed)) === null, "that it fades");

    await panel.bringToFront();
    await panel.focus(".stripe");
    await panel.keyboard.press("End");
    const label = () => document.activeElement.ariaLabel;
    assert.match(await panel.evaluate(label), /^Marta Okonjo: the board had looked/);
    await panel.keyboard.press("Enter");
    await eventually(async () => (await tab.page.evaluate(flashed))?.startsWith("the board had looked"), "the last statement");
    await panel.bringToFront();
    await panel.focus("#sources summary");
    await panel.keyboard.press("ArrowDown");
    assert.equal(await panel.evaluate(() => document.activeElement.className), "statement");
    await panel.close();
    await tab.close();
  });

  test("filters by kind, by name and by words, whatever their accents and case", async () => {
    const { tab, panel } = await beside(article().replace("</div></article>", `${NEWS}</div></article>`));
    await shows(panel, "all", (now) => now.length === 5);
    const all = names(await panel.evaluate(sources));
    await panel.evaluate(filter, "search", "ÓKONJO");
    await shows(panel, "whose name it is", (now) => names(now).join() === "Marta Okonjo");
    await panel.evaluate(filter, "search", "they came WITH");
    await shows(panel, "who said it", (now) => names(now).join() === "Piet Hallam");
    assert.match(await panel.evaluate(text, "count"), /^Statements: 1 of \d+$/);
    await panel.evaluate(filter, "search", "xyzzy");
    await shows(panel, "nobody", (now) => now.length === 0);
    assert.equal(await panel.evaluate(text, "count"), "No statement is like that.");
    await panel.evaluate(filter, "search", "");
    await panel.evaluate(filter, "naming", "unnamed");
    await shows(panel, "the one without a name", (now) => now.length === 1 && !all.slice(0, 2).includes(now[0].name));
    await panel.evaluate(filter, "naming", "");
    await panel.evaluate(filter, "kind", "named-person");
    await shows(panel, "people alone", (now) => now.length === 3);
    await panel.close();
    await tab.close();
  });

  test("tells all of a source that is opened after a search in it, or after the page has changed", async () => {
    const { tab, panel } = await beside(plain(`<article><h1>Ferry</h1><div id="live"></div>${FERRY.body}</article>`));
    await shows(panel, "the sources", (now) => now.length === 3 && now.every(({ statements }) => statements.length));
    const [first] = (await panel.evaluate(sources)).filter(({ statements }) => statements.length > 1);
    assert.ok(first, "a source with several statements");
    const press = (name) => panel.evaluate((name) => {
      [...document.querySelectorAll(".source summary")].find((summary) => summary.textContent.startsWith(name)).click();
    }, name);
    const told = (now) => now.find(({ name }) => name === first.name)?.statements;
    await panel.bringToFront();
    await press(first.name);
    await shows(panel, "a closed source", (now) => !told(now).length);
    const word = first.statements[0].match(/[a-z]{6,}/)[0];
    await panel.evaluate(filter, "search", word);
    await shows(panel, "what is found", (now) => told(now)?.length && told(now).length < first.statements.length);
    await panel.evaluate(filter, "search", "");
    await shows(panel, "a closed source again", (now) => now.length === 3 && !told(now).length);
    await press(first.name);
    await shows(panel, "all that it says", (now) => told(now).join() === first.statements.join());
    await press(first.name);
    await shows(panel, "a source closed anew", (now) => !told(now).length);
    await tab.page.bringToFront();
    await tab.page.evaluate((html) => { document.querySelector("#live").innerHTML = html; }, `<p>“It has never been as high,” said Otto Brandvold, who watches the water.</p>`);
    await labelled(tab, [["It has never been as high,", "Otto Brandvold"], ...FERRY.speech], "the new label");
    await panel.bringToFront();
    await shows(panel, "the new source", (now) => now.length === 4);
    await press(first.name);
    await shows(panel, "its statements", (now) => told(now).length === first.statements.length);
    const indices = await panel.evaluate(() => [...document.querySelectorAll("details[open] .statement")].map(({ dataset }) => dataset.index));
    assert.equal(new Set(indices).size, indices.length, `each leads to a statement of its own: ${indices}`);
    await panel.close();
    await tab.close();
  });

  test("keeps in step with the page, and what the reader did stays", async () => {
    const { tab, panel } = await beside(plain(`<article><h1>Ferry</h1><div id="live"></div>${FERRY.body}</article>`));
    await shows(panel, "the first sources", (now) => now.length === 3);
    await panel.bringToFront();
    await panel.evaluate(() => document.querySelector("#sources summary").click());
    await panel.evaluate(filter, "naming", "named");
    await panel.evaluate(() => [...document.querySelectorAll(".statement")].at(-1).focus());
    const reader = () => ({
      focus: document.activeElement.textContent,
      naming: document.getElementById("naming").value,
      open: Object.fromEntries([...document.querySelectorAll(".source")].map((source) => [source.querySelector(".name").textContent, source.querySelector("details").open])),
    });
    const before = await panel.evaluate(reader);
    await tab.page.bringToFront();
    const long = "The water has risen by the height of a child since the morning and nobody knows when it will stop rising here";
    await tab.page.evaluate((html) => { document.querySelector("#live").innerHTML = html; }, `<p>“${long},” said Otto Brandvold, who watches it.</p>`);
    await labelled(tab, [[`${long},`, "Otto Brandvold"], ...FERRY.speech], "the new label");
    await panel.bringToFront();
    await shows(panel, "the new source first", (now) => now.length === 4 && now[0].name === "Otto Brandvold");
    const after = await panel.evaluate(reader);
    assert.ok(after.focus.length > 10);
    assert.deepEqual([after.focus, after.naming], [before.focus, before.naming]);
    assert.deepEqual({ ...after.open, ...before.open }, after.open, "what was open and closed");

    await tab.page.bringToFront();
    await render(tab, MILL.html);
    await labelled(tab, MILL.speech, "another article");
    await panel.bringToFront();
    await shows(panel, "the other article's sources", (now) => names(now).includes("Tomas Abadi") && !names(now).includes("Piet Hallam"));
    await tab.ask("pause");
    await eventually(async () => (await panel.evaluate(text, "reason")) === "Paused on this page.", "why there is nothing");
    await panel.close();
    await tab.close();
  });

  test("says why there is nothing", async () => {
    const { tab, panel } = await beside("<title>Form</title><p>Your name?", "nothing");
    await eventually(async () => (await panel.evaluate(text, "reason")) === "No article was found on this page.", "a reason");
    assert.ok(await panel.evaluate(() => document.getElementById("found").hidden && document.getElementById("export").hidden));
    await panel.close();
    await tab.close();
  });

  test("follows the tab in front", async () => {
    const tab = await session().open(session().server.put("/panel.html", article()));
    await tab.until(["on"]);
    const panel = await session().openOwn("panel.html");
    // Its own tab is in front, which is no web page.
    await eventually(async () => /cannot read this page/.test(await panel.evaluate(text, "reason")), "that it has none");
    // As where it stands beside the page: it is seen, and another tab is in front.
    await panel.evaluate(() => Object.defineProperty(document, "hidden", { get: () => false }));
    await tab.page.bringToFront();
    await shows(panel, "the article of the tab in front", (now) => names(now).includes("Piet Hallam"));
    await panel.close();
    await tab.close();
  });

  test("takes names and words for text, whatever they hold", async () => {
    const hostile = "<p>“Take &lt;img src=x onerror=alert(1)&gt; and &lt;script&gt;alert(2)&lt;/script&gt; with you,” said Bo &lt;b&gt;Ek&lt;/b&gt;, a sailor.</p>";
    const { tab, panel } = await beside(article().replace("</div></article>", `${hostile}</div></article>`));
    await shows(panel, "the statement", (now) => now.some(({ statements }) => statements.some((text) => text.includes("<img src=x"))));
    assert.equal(await panel.evaluate(() => document.querySelectorAll("img, b, main script").length), 0);
    await panel.close();
    await tab.close();
  });

  test("builds the statements of 2,000 quotations a few at a time", async () => {
    const { tab, panel } = await beside(STRESS.many_quotations());
    await tab.ask("pause");
    await eventually(async () => panel.evaluate(() => document.getElementById("found").hidden), "nothing while it is paused");
    // What is put into the page in one turn arrives here at once.
    await panel.evaluate(() => {
      document.getElementById("sources").replaceChildren();
      document.getElementById("picture").replaceChildren();
      globalThis.most = 0;
      const count = (records) => { most = Math.max(most, records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0)); };
      new MutationObserver(count).observe(document.querySelector("main"), { childList: true, subtree: true });
    });
    await tab.page.bringToFront();
    await tab.ask("resume");
    await tab.until(["on"], 60000);
    await panel.bringToFront();
    const stripes = () => document.querySelectorAll(".stripe").length;
    await eventually(async () => (await panel.evaluate(stripes)) >= 1600, "a stripe for each statement", 60000);
    await panel.evaluate(filter, "search", "e");
    await eventually(async () => (await panel.evaluate(() => document.querySelectorAll(".statement").length)) >= 1600, "all of the list", 60000);
    const most = await panel.evaluate(() => globalThis.most);
    assert.ok(most > 0 && most <= 120, `${most} nodes in one turn in ${browser}`);
    await panel.close();
    await tab.close();
  });
});
