// What the reader can do with the card: walk a speaker's statements, see the evidence, take the words along, correct.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause, Session } from "../../xtask/browser/session.mjs";
import { article, BODY } from "./article.mjs";
import { button, cardText, inside, press } from "./inside.mjs";
import { card, isOpen, lineOf, point } from "./overlay.mjs";

const OKONJO = "We have carried this town";
const HALLAM = "Nobody asked us";
const HEAD = `<meta property="og:site_name" content="The Ravensmoor Post"><meta property="article:published_time" content="2026-05-12T08:00:00Z">
<meta name="viewport" content="width=device-width"><style>body { font: 18px/1.6 serif }</style>`;
const AFTER = `<textarea id="field"></textarea><div style="height: 2000px"></div>`;
// A name that leads to this machine, at which nothing is encrypted: pages there have no clipboard of their own.
const PLAIN = "ravensmoor.test";

/** The words under each of Hearsay's highlights whose name begins so. */
const lit = (start) => {
  const words = ({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset);
  return [...CSS.highlights].filter(([name]) => name.startsWith(`hearsay-${start}`)).flatMap(([, ranges]) => [...ranges].map(words));
};

/** Opens the card of the statement with `words`, by mouse. */
async function hover(tab, words) {
  await point(tab, 2, 2);
  await card(tab, false);
  const line = await lineOf(tab, words);
  await point(tab, line.left + 40, (line.top + line.bottom) / 2);
  await eventually(async () => (await tab.page.evaluate(lit, "current")).join().includes(words), `a card on ${words}`);
}

/** What is on the clipboard, as it is pasted into the page. */
async function pasted(tab) {
  await tab.page.evaluate(() => { const field = document.querySelector("#field"); field.value = ""; field.focus({ preventScroll: true }); });
  await tab.page.keyboard.down("Control");
  await tab.page.keyboard.press("v");
  await tab.page.keyboard.up("Control");
  return eventually(() => tab.page.evaluate(() => document.querySelector("#field").value), "something pasted");
}

const start = (name) =>
  Session.start(name, { preferences: { "network.dns.localDomains": PLAIN, "network.proxy.no_proxies_on": `127.0.0.1, localhost, ${PLAIN}` } });

inEachBrowser("the card's own", (session, name) => {
  async function page({ viewport = { width: 700, height: 800 }, path = "/acts.html", headers = {}, host = "127.0.0.1", body = BODY } = {}) {
    const tab = await session().open("about:blank");
    await tab.page.setViewport(viewport);
    const address = session().server.put(path, article({ head: HEAD, after: AFTER, body }), headers);
    await tab.go(address.replace("127.0.0.1", host));
    assert.equal((await tab.until()).state, "on");
    return tab;
  }
  const says = (tab, words) => eventually(async () => (await cardText(tab)).includes(words), `a card that says ${words}`);

  test("turns lead through the speaker's statements and back", async () => {
    const tab = await page();
    await hover(tab, OKONJO);
    await says(tab, "1 of 2 by this speaker");
    await press(tab, "next");
    await says(tab, "2 of 2 by this speaker");
    assert.deepEqual(await tab.page.evaluate(lit, "current"), ["the board had looked for another operator for more than a year without finding one"]);
    await press(tab, "next");
    await says(tab, "1 of 2 by this speaker");
    await press(tab, "previous");
    await says(tab, "Reported in the writer’s words");
    await tab.close();
  });

  test("evidence is lit up in the text while it is open", async () => {
    const tab = await page();
    await hover(tab, OKONJO);
    const words = (await tab.page.evaluate(lit, "evidence")).join(" ");
    assert.match(words, /said/);
    assert.match(words, /Marta Okonjo/);
    await says(tab, "sure");
    const spoken = await inside(tab, (root) => [".layer", ".card .name", ".card q", ".label"].map((part) => root.querySelector(part).lang));
    assert.deepEqual(spoken, ["en", "en", "en", "en"], "the interface's language, and the article's");
    await tab.page.keyboard.press("Escape");
    await card(tab, false);
    assert.deepEqual(await tab.page.evaluate(lit, "evidence"), []);
    await tab.close();
  });

  for (const [what, options] of [
    ["on a page with a clipboard", {}],
    ["where the page has none", name === "chromium" ? { path: "/none.html", headers: { "permissions-policy": "clipboard-write=()" } } : { host: PLAIN }],
  ]) {
    test(`words and link are copied ${what}`, async () => {
      const tab = await page(options);
      const { href } = await tab.page.evaluate(() => ({ href: location.href }));
      await tab.page.evaluate(() => { const field = document.querySelector("#field"); field.value = "draft"; field.focus({ preventScroll: true }); field.setSelectionRange(1, 3); });
      await hover(tab, OKONJO);
      const before = await tab.ownPage();
      await press(tab, "copy");
      await says(tab, "Copied.");
      assert.equal(await tab.ownPage(), before, "focus and selection stay");
      assert.deepEqual(await tab.page.evaluate(() => { const { selectionStart, selectionEnd } = document.querySelector("#field"); return [selectionStart, selectionEnd]; }), [1, 3]);
      const [words, source, where, link] = (await pasted(tab)).split("\n");
      assert.equal(words, "“We have carried this town for ninety years, and we cannot carry it any further,”");
      assert.equal(source, "— Marta Okonjo, the board’s chairwoman");
      assert.equal(where, "Ravensmoor loses its ferry · The Ravensmoor Post · 2026-05-12");
      assert.ok(link.startsWith(`${href}#:~:text=`), link);
      await hover(tab, HALLAM);
      await press(tab, "link");
      await says(tab, "Copied.");
      assert.match(await pasted(tab), new RegExp(`^${href.replace(/[.?]/g, "\\$&")}#:~:text=Nobody`));
      await tab.close();
    });
  }

  test("correction of a name is drawn, said to be the reader's, kept and undone", async () => {
    const tab = await page({ path: "/named.html" });
    await hover(tab, HALLAM);
    await press(tab, "wrong");
    await eventually(() => button(tab, "save"), "a field for a name");
    const choices = await inside(tab, (root) => [...root.querySelectorAll("datalist option")].map(({ value }) => value));
    assert.ok(choices.includes("Marta Okonjo"), choices.join());
    await inside(tab, (root) => root.querySelector(".card input").focus());
    await tab.page.keyboard.type(" Ilse   Varga ");
    await press(tab, "save");
    await says(tab, "Ilse Varga");
    await says(tab, "your correction");
    const named = (tab) => inside(tab, (root) => [...root.querySelectorAll(".who")].map(({ textContent }) => textContent).includes("Ilse Varga"));
    assert.ok(await named(tab), "the label has the name");
    assert.ok(!JSON.stringify(await tab.annotations()).includes("Varga"), "what is exported stays the engine's");
    await tab.page.reload();
    await tab.until(["on"]);
    await eventually(() => named(tab), "the name again on the next visit");
    await hover(tab, HALLAM);
    await says(tab, "Ilse Varga");
    await press(tab, "undo");
    await says(tab, "Piet Hallam");
    const kept = () => session().inExtension(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.includes("/named.html")).length);
    await eventually(async () => (await kept()) === 0, "nothing kept");
    await tab.close();
  });

  test("label that was hidden is gone, stays gone, and comes back in one press", async () => {
    const tab = await page({ path: "/hidden.html" });
    const tints = await tab.page.evaluate(lit, "quoted");
    assert.ok(tints.join().includes(HALLAM));
    await hover(tab, HALLAM);
    await press(tab, "wrong");
    await eventually(() => button(tab, "hide"), "a button to hide it");
    await press(tab, "hide");
    await says(tab, "hidden by you");
    await eventually(async () => !(await tab.page.evaluate(lit, "quoted")).join().includes(HALLAM), "no tint");
    await tab.page.reload();
    await tab.until(["on"]);
    await eventually(async () => !(await tab.page.evaluate(lit, "quoted")).join().includes(HALLAM), "no tint on the next visit");
    await tab.page.evaluate((words) => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode() && !walk.currentNode.data.includes(words)) ;
      getSelection().setBaseAndExtent(walk.currentNode, 3, walk.currentNode, 9);
    }, HALLAM);
    assert.equal(await tab.ask("who"), true);
    await says(tab, "hidden by you");
    await press(tab, "undo");
    await eventually(async () => (await tab.page.evaluate(lit, "quoted")).join().includes(HALLAM), "its tint again");
    await tab.close();
  });

  test("corrections of the oldest pages are forgotten, and nonsense in their place does no harm", async () => {
    const prefix = session().server.address("/");
    await session().inExtension(async (prefix) => {
      const old = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`corrections:${prefix}old-${i}`, { list: [], at: i }]));
      await chrome.storage.local.set({ ...old, [`corrections:${prefix}odd.html`]: { list: [null, 7, { words: {} }, { words: "x", nth: "y" }, { words: 5, name: [] }], at: "z" } });
    }, prefix);
    const tab = await page({ path: "/odd.html" });
    await hover(tab, HALLAM);
    await press(tab, "wrong");
    await press(tab, "hide");
    await says(tab, "hidden by you");
    const left = () => session().inExtension(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith("corrections:")));
    await eventually(async () => (await left()).length === 300 && !(await left()).some((key) => key.endsWith("old-0")), "three hundred pages");
    await session().inExtension(() => chrome.storage.local.clear());
    await tab.close();
  });

  test("buttons take no press in the moment in which it appears under the pointer", async () => {
    const tab = await page();
    await tab.page.evaluate(() => {
      let was = false;
      const look = () => {
        const is = [...CSS.highlights.keys()].some((name) => name.startsWith("hearsay-current-"));
        if (is && !was) globalThis.opened = performance.now();
        was = is;
        requestAnimationFrame(look);
      };
      look();
      addEventListener("click", (event) => { globalThis.pressed = event.timeStamp; }, true);
    });
    await hover(tab, HALLAM);
    const { x, y } = await button(tab, "copy");
    await tab.page.mouse.click(x, y);
    const after = await tab.page.evaluate(() => globalThis.pressed - globalThis.opened);
    await pause(200);
    // A slow machine may take longer to press than it should.
    if (after < 250) assert.ok(!(await cardText(tab)).includes("Copied"), `pressed after ${after} ms`);
    await press(tab, "copy");
    await says(tab, "Copied.");
    await tab.close();
  });

  test("buttons take presses while something else on the page scrolls", async () => {
    const tab = await page();
    await tab.page.evaluate(() => {
      const ticker = document.body.appendChild(document.createElement("div"));
      ticker.style.cssText = "position: fixed; bottom: 0; width: 100px; height: 20px; overflow: scroll";
      ticker.append(Object.assign(document.createElement("p"), { textContent: "News ".repeat(4000), style: "width: 90000px" }));
      const turn = () => { ticker.scrollLeft += 1; requestAnimationFrame(turn); };
      turn();
    });
    await hover(tab, HALLAM);
    await press(tab, "copy");
    await says(tab, "Copied.");
    await tab.close();
  });

  test("what is typed into it stays while words of its statement are in sight, and while the keyboard is in it", async () => {
    const tab = await page();
    await hover(tab, HALLAM);
    await press(tab, "wrong");
    await inside(tab, (root) => root.querySelector(".card input").focus());
    await tab.page.keyboard.type("Ilse");
    const typed = () => inside(tab, (root) => [root.querySelector(".card").matches(":popover-open"), root.querySelector("input").value]);
    const line = await lineOf(tab, HALLAM);
    for (const top of [line.top + 4, line.bottom + 600]) {
      await tab.page.evaluate((top) => {
        document.body.style.minHeight = "4000px";
        scrollTo({ top: scrollY + top, behavior: "instant" });
      }, top);
      await pause(400);
      assert.deepEqual(await typed(), [true, "Ilse"], `after ${top} pixels`);
    }
    await tab.close();
  });

  test("whole way goes by keyboard alone, and is read out", async () => {
    const tab = await page();
    await tab.page.bringToFront();
    await tab.ask("next");
    await tab.ask("next");
    await card(tab, true);
    const spoken = () => inside(tab, (root) => root.querySelector(".aloud").textContent);
    await eventually(async () => /Marta Okonjo.*Named person.*1 of 2/.test(await spoken()), "what the card says, aloud");
    const focused = () => inside(tab, (root) => { const { className = "", textContent } = root.activeElement ?? {}; return className.split(" ")[0] || textContent; });
    assert.equal(await focused(), "label");
    await tab.page.keyboard.press("Enter");
    await eventually(async () => (await focused()) === "card", "the keyboard in the card");
    const role = await inside(tab, (root) => { const card = root.querySelector(".card"); return [card.getAttribute("role"), root.getElementById(card.getAttribute("aria-labelledby")).textContent]; });
    assert.deepEqual(role, ["dialog", "Marta Okonjo"]);
    const order = [];
    for (let i = 0; i < 5; i += 1) {
      await tab.page.keyboard.press("Tab");
      order.push(await inside(tab, (root) => root.activeElement.getAttribute("aria-label") ?? root.activeElement.textContent));
    }
    assert.deepEqual(order, ["Previous by this speaker", "Next by this speaker", "Copy", "Copy link", "Wrong?"]);
    await tab.page.keyboard.press("Enter");
    await eventually(() => button(tab, "hide"), "the form");
    await tab.page.keyboard.press("Tab");
    await tab.page.keyboard.press("Tab");
    await tab.page.evaluate((names) => {
      globalThis.told = [];
      for (const name of names) document.addEventListener(name, () => told.push(name));
    }, ["keydown", "keypress", "keyup", "beforeinput", "input", "textInput", "cut", "paste"]);
    await tab.page.keyboard.type("Ilse Varg");
    for (const key of ["a", "x", "v"]) {
      await tab.page.keyboard.down("Control");
      await tab.page.keyboard.press(key);
      await tab.page.keyboard.up("Control");
    }
    await tab.page.keyboard.type("a");
    assert.deepEqual(await tab.page.evaluate(() => globalThis.told), [], "the page is told of neither keys nor text");
    await tab.page.keyboard.press("Enter");
    await says(tab, "Ilse Varga");
    assert.equal(await focused(), "card", "the keyboard stays in the card");
    for (let i = 0; i < 3; i += 1) await tab.page.keyboard.press("Tab");
    await tab.page.keyboard.press("Enter");
    await says(tab, "Marta Okonjo");
    await tab.page.keyboard.press("Escape");
    await eventually(async () => (await focused()) === "label", "the keyboard back at the label");
    await tab.page.keyboard.press("Escape");
    await card(tab, false);
    await tab.ask("card");
    await card(tab, true);
    assert.equal(await focused(), "card", "a command leads into it at once");
    await tab.close();
  });

  test("question of who said what is selected is answered, or answered that nobody knows", async () => {
    const tab = await page();
    const select = (words) => tab.page.evaluate((words) => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode() && !walk.currentNode.data.includes(words)) ;
      const at = walk.currentNode.data.indexOf(words);
      getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
    }, words);
    await select("carried this town");
    assert.equal(await tab.ask("who"), true);
    await says(tab, "Marta Okonjo");
    await point(tab, 5, 5);
    await pause(900);
    assert.ok(await tab.page.evaluate(isOpen), "it stays until the pointer has come to it");
    await tab.page.keyboard.press("Escape");
    await tab.page.evaluate(() => {
      document.querySelector("#body").insertAdjacentHTML("beforeend", "<aside class=pullquote><blockquote>“They came with a sheet of paper and they left with our boat.”</blockquote></aside>");
    });
    await pause(1500);
    await tab.page.evaluate(() => getSelection().selectAllChildren(document.querySelector("blockquote")));
    assert.equal(await tab.ask("who"), true, "of a pull quote too");
    await says(tab, "Piet Hallam");
    await tab.page.keyboard.press("Escape");
    await select("The council is to vote");
    assert.equal(await tab.ask("who"), false);
    assert.equal(await tab.page.evaluate(() => document.querySelectorAll("hearsay-overlay").length), 2, "a notice");
    await eventually(() => tab.page.evaluate(() => document.querySelectorAll("hearsay-overlay").length === 1), "the notice gone");
    await tab.close();
  });

  test("opening waits for the pointer to rest", async () => {
    const tab = await page();
    const line = await lineOf(tab, OKONJO);
    const y = (line.top + line.bottom) / 2;
    for (let i = 0; i < 12; i += 1) {
      await tab.page.mouse.move(line.left + 10 + 20 * i, y);
      await pause(25);
    }
    await point(tab, 3, 790);
    await pause(500);
    assert.equal(await tab.page.evaluate(isOpen), false);
    await tab.close();
  });
}, start);
