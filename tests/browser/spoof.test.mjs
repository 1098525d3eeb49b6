// A page that plays the reader, or has the reader press what is not seen, gets nothing out of the card.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { button, cardText, inside, press } from "./inside.mjs";
import { card, isOpen, lineOf, point } from "./overlay.mjs";
import { FERRY, labelled, plain } from "./stories.mjs";

// Of somebody who says more than this, so that the card leads on.
const WORDS = "We have carried this town";
const HEAD = `<style>p { font: 17px/1.6 serif } main { max-width: 600px }</style>`;

/** Runs in the page: makes up every event that the reader's hand would cause, at a point and at the overlay's element. */
const pretend = (x, y) => {
  const at = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, detail: 1 };
  const host = document.querySelector("hearsay-overlay");
  for (const target of [document.elementFromPoint(x, y), host, document, window]) {
    for (const type of ["pointermove", "pointerdown", "pointerup", "click"]) {
      for (const pointerType of ["mouse", "touch"]) target.dispatchEvent(new PointerEvent(type, { ...at, pointerType }));
    }
    for (const type of ["mousemove", "mousedown", "mouseup", "focusin"]) target.dispatchEvent(new MouseEvent(type, at));
    for (const key of ["Tab", "Enter", "Escape", " "]) target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, composed: true, key }));
  }
  host.click();
  host.focus();
};

/** All that could be changed: settings and what is kept of pages, and the browser's tabs. */
const world = async () => ({
  sync: await chrome.storage.sync.get(null),
  local: Object.keys(await chrome.storage.local.get(null)),
  tabs: (await chrome.tabs.query({})).map(({ id, url }) => `${id} ${url}`),
});

inEachBrowser("a page that spoofs", (session) => {
  async function opened(path, head = HEAD) {
    const tab = await session().open(session().server.put(path, plain(FERRY.html, `<div style="height: 2000px"></div>`, head)));
    await labelled(tab, FERRY.speech, "labels");
    return tab;
  }
  async function hover(tab) {
    await point(tab, 2, 2);
    // One that was asked for stays until then.
    await tab.page.keyboard.press("Escape");
    await card(tab, false);
    const line = await lineOf(tab, WORDS);
    await point(tab, line.left + 40, (line.top + line.bottom) / 2);
    await card(tab, true);
  }

  test("a hand neither opens nor presses nor closes anything", async () => {
    const tab = await opened("/hand.html");
    const before = await session().inExtension(world);
    const line = await lineOf(tab, WORDS);
    await tab.page.evaluate(pretend, line.left + 40, (line.top + line.bottom) / 2);
    await pause(1000);
    assert.equal(await tab.page.evaluate(isOpen), false, "no card");
    await hover(tab);
    await pause(400);
    const text = await cardText(tab);
    for (const act of ["copy", "wrong"]) {
      const { x, y } = await button(tab, act);
      await tab.page.evaluate(pretend, x, y);
    }
    await pause(500);
    assert.equal(await tab.page.evaluate(isOpen), true, "the card is still open");
    assert.equal(await cardText(tab), text, "and says the same");
    assert.deepEqual(await session().inExtension(world), before);
    await tab.close();
  });

  test("a cover, under which the reader presses every button, has no more than its own corrections changed", async () => {
    const tab = await opened("/cover.html");
    const before = await session().inExtension(world);
    await hover(tab);
    await tab.page.evaluate(() => {
      const cover = Object.assign(document.createElement("div"), { popover: "manual", textContent: "Press here to go on reading" });
      cover.style.cssText = "inset: 0; width: 100vw; height: 100vh; margin: 0; background: white; pointer-events: none";
      document.body.append(cover);
      cover.showPopover();
    });
    // Anew for each: the pointer may stand beside the card after the last.
    const lead = async (act) => {
      await hover(tab);
      await eventually(() => button(tab, act), `a button to ${act}`);
      await press(tab, act);
    };
    for (const act of ["copy", "link", "previous", "next", "wrong"]) await lead(act);
    await inside(tab, (root) => { root.querySelector(".card input").value = "Somebody Else"; });
    await press(tab, "save");
    const kept = await eventually(async () => (await session().inExtension(world)).local.find((key) => key.includes("/cover.html")), "a correction kept");
    assert.equal(kept, `corrections:${session().server.address("/cover.html")}`);
    const after = await session().inExtension(world);
    assert.deepEqual({ ...after, local: after.local.filter((key) => key !== kept) }, before, "nothing else");
    assert.equal(tab.page.url(), session().server.address("/cover.html"));
    await lead("undo");
    await eventually(async () => !(await session().inExtension(world)).local.includes(kept), "the correction gone by one press");
    await tab.close();
  });

  test("a style for Hearsay's element cannot fade, move, enlarge or dress it", async () => {
    const rules = `opacity: 0.01 !important; transform: scale(3) !important; filter: blur(9px) !important; translate: 90px !important;
      clip-path: inset(50%) !important; color: red !important; pointer-events: auto !important; width: 500px !important;
      mix-blend-mode: difference !important; mask: none !important; zoom: 4 !important; position: fixed !important;`;
    const tab = await opened("/styled.html", `${HEAD}<style>hearsay-overlay, html > *:last-child { ${rules} }</style>`);
    await hover(tab);
    const style = await tab.page.evaluate((rules) => {
      const host = document.querySelector("hearsay-overlay");
      host.style.cssText = rules;
      const { opacity, transform, filter, translate, clipPath, color, pointerEvents, width, mixBlendMode, zoom, position } = getComputedStyle(host);
      return { opacity, transform, filter, translate, clipPath, color, pointerEvents, width, mixBlendMode, zoom, position };
    }, rules);
    assert.deepEqual(style, {
      opacity: "1", transform: "none", filter: "none", translate: "none", clipPath: "none", color: style.color, pointerEvents: "none",
      width: "0px", mixBlendMode: "normal", zoom: "1", position: "absolute",
    });
    assert.notEqual(style.color, "rgb(255, 0, 0)");
    await tab.close();
  });
});
