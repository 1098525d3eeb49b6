// Pages that are built and change at random: the words that are tinted are those that were annotated, and all else is the
// page's own. `cargo xtask fuzz pages` goes on with other seeds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { change, PARAGRAPHS, tree } from "./random.mjs";
import { plain } from "./stories.mjs";

const { HEARSAY_SEED = "1", HEARSAY_ROUNDS = "6" } = process.env;
const STEPS = 60;

/** Runs in the page: the words under every tint and underline. */
const marked = () => [...CSS.highlights]
  .filter(([name]) => /^hearsay-(quoted|reported)-/.test(name))
  .flatMap(([, ranges]) => [...ranges])
  .map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset));

const folded = (words) => words.replace(/[\u200b\u00ad]/g, "").replace(/\s+/g, " ").trim();

inEachBrowser("a page that changes at random", (session) => {
  async function round(seed) {
    const page = session().server.put(`/random-${seed}.html`, plain(tree(seed)));
    await session().setSite("127.0.0.1", false);
    const off = await session().open(page);
    await off.until(["off"]);
    const [before, expected] = [await off.ownPage(), await off.page.evaluate(change, seed, STEPS, PARAGRAPHS)];
    await off.close();

    await session().setSite("127.0.0.1", true);
    const tab = await session().open(page);
    const errors = [];
    tab.page.on("pageerror", (error) => errors.push(error.message));
    await tab.until(["on", "nothing"]);
    assert.deepEqual(await tab.ownPage(), before, "the page as it was");
    assert.equal(await tab.page.evaluate(change, seed, STEPS, PARAGRAPHS), expected, "the page as it changed");
    const agrees = async () => {
      const { state } = await tab.status();
      assert.notEqual(state, "error");
      const { quotations, reports } = await tab.annotations();
      const said = folded([...quotations, ...reports].map(({ text }) => text).join("\n"));
      return (await tab.page.evaluate(marked)).every((words) => said.includes(folded(words).replace(/^[“”«]|[“”]$/g, "").trim()));
    };
    await eventually(agrees, "marks on what was said alone");
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await eventually(agrees, "the same when all is quiet");
    assert.deepEqual(errors, []);
    await tab.close();
  }

  test("keeps its own nodes, and no mark stands where nothing was said", async () => {
    for (let i = 0; i < Number(HEARSAY_ROUNDS); i += 1) {
      const seed = Number(HEARSAY_SEED) + i;
      await round(seed).catch((error) => assert.fail(`seed ${seed}: ${error.message}`));
    }
  });
});
