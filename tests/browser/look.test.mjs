// How the reader wants it to look: each sort of statement apart, on paper, and the card's theme.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { article, BODY } from "./article.mjs";
import { inside } from "./inside.mjs";
import { card, isOpen, lineOf, point } from "./overlay.mjs";

const STYLE = "<style>#body { width: 600px; margin: 0 auto; font: 16px/1.6 serif }</style>";
const HALLAM = "Nobody asked us";
const REPORTED = "the board had looked for another operator";
const KINDS = `${BODY}<p>“It went for a song,” a senior official said. “Crossings have fallen by nine tenths,” the board’s annual report said.</p>
<p>The Associated Press reported that the town had offered to pay half of the cost of a new boat.</p>`;

/** The names of the highlights with something in them. */
const painted = () => [...CSS.highlights].filter(([name, { size }]) => name.startsWith("hearsay-") && size).map(([name]) => name);
/** Names of speakers on the labels that are not switched off. */
const labels = (root) => [...root.querySelectorAll(".label:not(.off) .who")].map(({ textContent }) => textContent);

inEachBrowser("the look", (session) => {
  const set = (look) => session().inExtension((look) => chrome.storage.sync.set(look), look);
  async function page(body = BODY, head = STYLE) {
    const tab = await session().open(session().server.put("/look.html", article({ head, body })));
    await tab.until(["on"]);
    await eventually(() => inside(tab, (root) => root.querySelector(".label:not(.unseen)") !== null), "labels");
    return tab;
  }
  const paints = (tab, what, holds) => eventually(async () => holds(await tab.page.evaluate(painted)), what);

  test("leaves quotations or reports out, each apart", async () => {
    const tab = await page();
    const all = await inside(tab, labels);
    await set({ reports: false });
    await paints(tab, "no reports", (names) => names.some((name) => name.includes("quoted")) && !names.some((name) => name.includes("reported")));
    await eventually(async () => (await inside(tab, labels)).length < all.length, "fewer labels");
    assert.deepEqual(await inside(tab, labels), ["Marta Okonjo", "Piet Hallam"]);
    await set({ reports: true, quotations: false });
    await paints(tab, "reports alone", (names) => names.some((name) => name.includes("reported")) && !names.some((name) => name.includes("quoted")));
    await eventually(async () => !(await inside(tab, labels)).includes("Piet Hallam"), "labels of reports alone");
    const line = await lineOf(tab, HALLAM);
    await point(tab, line.left + 40, (line.top + line.bottom) / 2);
    await pause(600);
    assert.equal(await tab.page.evaluate(isOpen), false, "no card on what is left out");
    const reported = await lineOf(tab, REPORTED);
    await point(tab, reported.left + 40, (reported.top + reported.bottom) / 2);
    await card(tab, true);
    for (let stop = 0; stop < 3; stop += 1) {
      await tab.ask("next");
      await card(tab, true);
      assert.match(await inside(tab, (root) => root.querySelector(".card").textContent), /Reported in the writer/);
    }
    assert.equal((await tab.annotations()).quotations.length, 3, "what is exported is the same");
    await set({ quotations: true });
    await eventually(async () => (await inside(tab, labels)).length === all.length, "all labels again");
    await tab.close();
  });

  test("tells kinds of source by the style of a line", async () => {
    const tab = await page(KINDS);
    const names = await tab.page.evaluate(painted);
    for (const kind of ["quoted-named", "quoted-unnamed", "quoted-document", "reported-outlet"]) assert.ok(names.includes(`hearsay-${kind}`), `${kind} in ${names}`);
    const style = (name) => tab.page.evaluate((name) => getComputedStyle(document.querySelector("p"), `::highlight(hearsay-${name})`).textDecorationStyle, name);
    assert.deepEqual([await style("quoted-named"), await style("quoted-unnamed"), await style("quoted-document"), await style("reported-outlet")], ["solid", "dashed", "double", "dotted"]);
    const line = await lineOf(tab, "the town had offered to pay half");
    await point(tab, line.left + 40, (line.top + line.bottom) / 2);
    await card(tab, true);
    assert.match(await inside(tab, (root) => root.querySelector(".card").textContent), /co-operative.*, United States/, "the country by its name");
    await tab.close();
  });

  test("has the card light, dark, or as the page", async () => {
    const tab = await page(BODY, `${STYLE}<style>body { background: #1b1d21; color: #eee }</style>`);
    await tab.ask("next");
    await card(tab, true);
    const paper = () => inside(tab, (root) => getComputedStyle(root.querySelector(".card")).backgroundColor);
    const is = (colour) => eventually(async () => (await paper()) === colour, `a card of ${colour}`);
    await is("rgb(37, 39, 44)");
    await set({ theme: "light" });
    await is("rgb(255, 255, 255)");
    await set({ theme: "dark" });
    await is("rgb(37, 39, 44)");
    await set({ theme: "auto" });
    await tab.close();
  });

  test("is that of a page which a switch of its own turns dark and light again", async () => {
    const tab = await page(BODY, `${STYLE}<style>.night body { background: #1b1d21; color: #eee }</style>`);
    await tab.ask("next");
    await card(tab, true);
    const dress = () => inside(tab, (root) => [".layer", ".card"].map((part) => root.querySelector(part).className.split(" ").at(-1)).join());
    const is = async (theme) => {
      await eventually(async () => (await dress()) === `${theme},${theme}`, `labels and card that are ${theme}`);
      await paints(tab, `${theme} tints alone`, (names) => names.some((name) => name.endsWith(`-${theme}`)) && !names.some((name) => name.endsWith(theme === "dark" ? "-light" : "-dark")));
    };
    await is("light");
    for (const theme of ["dark", "light"]) {
      await tab.page.evaluate(() => document.documentElement.classList.toggle("night"));
      await is(theme);
    }
    await tab.close();
  });

  for (const [theme, colours] of Object.entries({
    light: ["oklch(0.21 0.034 264.7)", "oklab(0.2 0.01 -0.02)", "lab(15 2 -9)", "lch(20 none none)", "color(display-p3 0.1 0.1 0.1)"],
    dark: ["oklch(0.985 0 0)", "oklab(0.9 0 0)", "lab(95 0 0)", "lch(90 5 200)", "color(srgb 0.9 0.9 0.9)"],
  })) {
    test(`is ${theme} where the page writes the colour of its text in any notation`, async () => {
      const tab = await page();
      const dress = () => inside(tab, (root) => root.querySelector(".layer").className.split(" ").at(-1));
      for (const colour of colours) {
        const other = theme === "dark" ? "#111" : "#eee";
        for (const [next, is] of [[other, theme === "dark" ? "light" : "dark"], [colour, theme]]) {
          await tab.page.evaluate((colour) => { document.body.style.color = colour; }, next);
          await eventually(async () => (await dress()) === is, `labels that are ${is} where text is ${next}`);
        }
      }
      await tab.close();
    });
  }

  test("goes on paper where that is wanted, with a list of who said what at the end", async () => {
    const tab = await page();
    const plain = await tab.page.pdf({ printBackground: true, tagged: false });
    await set({ print: true });
    await paints(tab, "lines for paper", (names) => names.includes("hearsay-quoted-named-print"));
    const boxes = await tab.page.evaluate(() => JSON.stringify([...document.body.querySelectorAll("*")].map((element) => element.getBoundingClientRect())));
    const marked = await tab.page.pdf({ printBackground: true, tagged: false });
    assert.ok(marked.length > plain.length + 500, `${marked.length} bytes after ${plain.length}`);
    if (session().name === "chromium") {
      // One may lie under a bar of the page at the time.
      await inside(tab, (root) => root.querySelector(".label").classList.add("ducked"));
      await tab.page.emulateMediaType("print");
      const list = await inside(tab, (root) => [...root.querySelectorAll(".label")].map((label) => [getComputedStyle(label).position, getComputedStyle(label, "::before").content, label.getBoundingClientRect().top, getComputedStyle(label).opacity]));
      assert.ok(list.every(([position, , , opacity]) => position === "static" && opacity === "1"), JSON.stringify(list));
      assert.ok(list.some(([, content]) => content.startsWith('"Piet Hallam: “Nobody asked us')), JSON.stringify(list));
      const bottom = await tab.page.evaluate(() => document.querySelector("footer").getBoundingClientRect().bottom);
      assert.ok(list.every(([, , top]) => top > bottom), "after all of the page");
      await tab.page.emulateMediaType(null);
    }
    assert.equal(await tab.page.evaluate(() => JSON.stringify([...document.body.querySelectorAll("*")].map((element) => element.getBoundingClientRect()))), boxes);
    await set({ print: false });
    await paints(tab, "nothing for paper", (names) => !names.some((name) => name.endsWith("-print")));
    await tab.close();
  });

  after(() => session()?.browser.connected && session().inExtension(() => chrome.storage.sync.clear()));
});
