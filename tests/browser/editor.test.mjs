// What the reader writes in is left alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { FERRY, labelled, MILL, plain, traces } from "./stories.mjs";

inEachBrowser("an editor", (session) => {
  const open = (main, after, head) => session().open(session().server.put("/editor.html", plain(main, after, head)));

  for (const [what, script] of [
    ["in design mode", 'document.designMode = "on"'],
    ["whose body is edited", "document.body.contentEditable = true"],
  ]) {
    test(`a page ${what} gets no labels`, async () => {
      const tab = await open(FERRY.html, `<script>${script}</script>`);
      const { state, reason, engine } = await tab.until(["nothing"]);
      assert.deepEqual([state, reason, engine], ["nothing", "editor", null]);
      await pause(1500);
      assert.equal(await tab.page.evaluate(traces), 0);
      await tab.close();
    });
  }

  test("within an article keeps what is written in it, to the letter", async () => {
    const tab = await open(`${FERRY.html}<div id="pad" contenteditable>${MILL.body}</div><textarea>“No,” Ann Lee said.</textarea>`);
    await labelled(tab, FERRY.speech, "labels on the article alone");
    const inner = () => tab.page.evaluate(() => document.querySelector("#pad").innerHTML);
    assert.equal(await inner(), MILL.body);
    const tinted = () => tab.page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).some(({ startContainer }) => startContainer.parentElement.closest("#pad")));
    assert.equal(await tinted(), false);
    await tab.page.click("#pad");
    await tab.page.keyboard.press("Home");
    await tab.page.keyboard.type("“Yes,” said Ann Lee. ");
    await pause(1500);
    await eventually(async () => (await inner()).includes("“Yes,” said Ann Lee."), "what was typed");
    assert.equal((await inner()).replace(/“Yes,” said Ann Lee\.( |&nbsp;)/, ""), MILL.body);
    assert.equal(await tinted(), false);
    await labelled(tab, FERRY.speech, "labels on the article alone, still");
    await tab.close();
  });
});
