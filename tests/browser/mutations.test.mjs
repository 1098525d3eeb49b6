// Pages that change at random: the words that are tinted are those that were annotated, and all else is the page's own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { FERRY, labelled, MILL, plain } from "./stories.mjs";

const SEEDS = [1, 2, 3, 4, 5, 6];
const STEPS = 60;

/** Runs in the page: makes `steps` changes that follow from `seed` alone, some at once and some after a moment each. */
async function change(seed, steps, paragraphs) {
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const main = document.querySelector("main");
  const any = (selector) => {
    const all = main.querySelectorAll(selector);
    return all[random(all.length)] ?? main;
  };
  const made = (tag, html) => Object.assign(document.createElement(tag), { innerHTML: html });
  const text = () => {
    const walk = document.createTreeWalker(any("p"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    return texts[random(texts.length)];
  };
  const ways = [
    () => any("p").after(made("p", paragraphs[random(paragraphs.length)])),
    () => any("p").remove(),
    () => main.append(any("p")),
    () => text()?.splitText?.(0),
    () => { const node = text(); if (node) node.data = node.data.slice(random(20)); },
    () => { const node = text(); if (node?.data.length > 9) node.replaceWith(made("em", node.data.slice(0, 9)), node.data.slice(9)); },
    () => any("p").normalize(),
    () => any("p").replaceWith(made("blockquote", paragraphs[random(paragraphs.length)])),
    () => any("p, blockquote").toggleAttribute("hidden"),
    () => any("*").before(made("aside", "<p>Advertisement</p>")),
    () => { any("article").className = `c${random(9)}`; },
    () => { const one = any("p"); one.innerHTML = one.innerHTML; },
    () => any("p, em, aside").replaceChildren(),
    () => { const wrapper = made("div", ""); any("p").replaceWith(wrapper); wrapper.append(made("p", paragraphs[random(paragraphs.length)])); },
  ];
  for (let step = 0; step < steps; step += 1) {
    ways[random(ways.length)]();
    if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve, random(60)));
  }
  return main.innerHTML;
}

/** Runs in the page: the words under every tint and underline. */
const marked = () => [...CSS.highlights]
  .filter(([name]) => /^hearsay-(quoted|reported)-/.test(name))
  .flatMap(([, ranges]) => [...ranges])
  .map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset));

const folded = (words) => words.replace(/\s+/g, " ").trim();

inEachBrowser("a page that changes at random", (session) => {
  const paragraphs = `${FERRY.body}${MILL.body}`.match(/(?<=<p>)[^]*?(?=<\/p>)/g);
  const page = () => session().server.put("/random.html", plain(FERRY.html));

  test("keeps its own nodes, and no mark stands where nothing was said", async () => {
    const errors = [];
    for (const seed of SEEDS) {
      await session().setSite("127.0.0.1", false);
      const off = await session().open(page());
      await off.until(["off"]);
      const expected = await off.page.evaluate(change, seed, STEPS, paragraphs);
      await off.close();

      await session().setSite("127.0.0.1", true);
      const tab = await session().open(page());
      tab.page.on("pageerror", (error) => errors.push(error.message));
      await labelled(tab, FERRY.speech, "labels at first");
      assert.equal(await tab.page.evaluate(change, seed, STEPS, paragraphs), expected, `seed ${seed}`);
      const agrees = async () => {
        const status = await tab.status();
        assert.notEqual(status.state, "error");
        const { quotations, reports } = await tab.annotations();
        const said = folded([...quotations, ...reports].map(({ text }) => text).join("\n"));
        return (await tab.page.evaluate(marked)).every((words) => said.includes(folded(words).replace(/^[“”]|[“”]$/g, "")));
      };
      await eventually(agrees, `marks on what was said alone, seed ${seed}`);
      await new Promise((resolve) => setTimeout(resolve, 1200));
      await eventually(agrees, `the same when all is quiet, seed ${seed}`);
      await tab.close();
    }
    assert.deepEqual(errors, []);
  });
});
