// A live blog: posts come in at the top, are edited and go.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { pause } from "../../xtask/browser/session.mjs";
import { speech } from "./article.mjs";
import { inside, press } from "./inside.mjs";
import { card, isOpen } from "./overlay.mjs";
import { FERRY, labelled, plain } from "./stories.mjs";

const NAMES = ["Ines Varga", "Otto Brandvold", "Lucia Ferrand", "Samuel Achebe", "Karin Holt", "Dmitri Valen", "Rosa Quint", "Henrik Aas"];
const post = (name, number) =>
  `<section class="post" id="post-${number}"><h2>Update ${number}</h2><p>“The water has reached step number ${number} of the quay,” said ${name}, who watches it from the harbour office.</p>
  <p>The harbour master asked everybody to keep away from the edge, and the road to the old ferry is closed to cars until further notice.</p></section>`;
const said = (name, number) => [`The water has reached step number ${number} of the quay,`, name];

inEachBrowser("a live blog", (session) => {
  const open = () => session().open(session().server.put("/live.html", plain(`<article><h1>Water rises at Ravensmoor</h1><div id="posts"></div>${FERRY.body}</article>`)));
  const insert = (tab, html) => tab.page.evaluate((html) => document.querySelector("#posts").insertAdjacentHTML("afterbegin", html), html);

  test("keeps its labels while posts come every 200 ms, and gets new ones", async () => {
    const tab = await open();
    await labelled(tab, FERRY.speech, "the first labels");
    let fewest = Infinity;
    for (const [number, name] of NAMES.entries()) {
      for (const part of [0, 1]) {
        if (!part) await insert(tab, post(name, number));
        await pause(200);
        fewest = Math.min(fewest, speech(await tab.annotations()).length);
      }
    }
    assert.ok(fewest >= FERRY.speech.length, `at one moment there were ${fewest} labels`);
    const posts = NAMES.map((name, number) => said(name, number)).reverse();
    await labelled(tab, [...posts, ...FERRY.speech], "a label on each post", 15000);

    await tab.page.evaluate(() => { document.querySelector("#post-3 p").firstChild.data = "“I was wrong about that step,” said Britta Lang, who keeps the boats."; });
    posts[posts.length - 1 - 3] = ["I was wrong about that step,", "Britta Lang"];
    await labelled(tab, [...posts, ...FERRY.speech], "another label on the post that was edited", 15000);

    await tab.page.evaluate(() => document.querySelector("#post-5").remove());
    posts.splice(posts.length - 1 - 5, 1);
    await labelled(tab, [...posts, ...FERRY.speech], "no label of the post that went", 15000);
    await tab.close();
  });

  test("has its tints at the words they belong to while it moves", async () => {
    const tab = await open();
    await labelled(tab, FERRY.speech, "the first labels");
    await insert(tab, post("Ines Varga", 1));
    await labelled(tab, [said("Ines Varga", 1), ...FERRY.speech], "a label on the post");
    const tinted = () => tab.page.evaluate(() => {
      const quoted = [...CSS.highlights].filter(([name]) => name.startsWith("hearsay-quoted-")).flatMap(([, highlight]) => [...highlight]);
      return quoted.map(({ startContainer, startOffset, endOffset }) => startContainer.data?.slice(startOffset, endOffset)).join("\n");
    });
    await eventually(async () => (await tinted()).includes("step number 1 of the quay"), "a tint on the post");
    assert.ok((await tinted()).includes("Nobody asked us"));
    await tab.close();
  });

  const current = (tab) => tab.page.evaluate(() => {
    const words = ({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset);
    return [...CSS.highlights].filter(([name]) => name.startsWith("hearsay-current-")).flatMap(([, ranges]) => [...ranges].map(words)).join();
  });
  /** The statement that is reached by `step`. */
  async function walk(tab, step) {
    const before = await current(tab);
    await tab.ask(step);
    return eventually(async () => (await current(tab)) !== before && current(tab), `a card on the ${step}`);
  }

  test("keeps the card, the keyboard and the place in the walk while posts come", async () => {
    const tab = await open();
    await labelled(tab, FERRY.speech, "the first labels");
    await tab.page.bringToFront();
    await walk(tab, "next");
    const here = await walk(tab, "next");
    const after = await walk(tab, "next");
    assert.equal(await walk(tab, "previous"), here);
    await insert(tab, post("Ines Varga", 1));
    await labelled(tab, [said("Ines Varga", 1), ...FERRY.speech], "a label on the post");
    assert.equal(await current(tab), here, "the card stays");
    assert.equal(await tab.page.evaluate(() => document.activeElement.localName), "hearsay-overlay", "and the keyboard");
    assert.equal(await walk(tab, "next"), after, "the walk goes on");
    await tab.page.keyboard.press("Escape");
    await card(tab, false);
    await insert(tab, post("Otto Brandvold", 2));
    await labelled(tab, [said("Otto Brandvold", 2), said("Ines Varga", 1), ...FERRY.speech], "a label on the next post");
    assert.equal(await tab.page.evaluate(isOpen), false, "what was closed stays so");
    assert.equal(await walk(tab, "previous"), here);
    await tab.close();
  });

  test("keeps what the reader writes in the card, until its statement goes", async () => {
    const tab = await open();
    await labelled(tab, FERRY.speech, "the first labels");
    await tab.page.bringToFront();
    await tab.ask("card");
    await card(tab, true);
    await press(tab, "wrong");
    await inside(tab, (root) => root.querySelector("input").focus());
    await tab.page.keyboard.type("Ann");
    await insert(tab, post("Ines Varga", 1));
    await labelled(tab, [said("Ines Varga", 1), ...FERRY.speech], "a label on the post");
    await tab.page.keyboard.type(" Lee");
    assert.equal(await inside(tab, (root) => root.querySelector("input").value), "Ann Lee");
    await tab.page.evaluate(() => [...document.querySelectorAll("p")].find((one) => one.textContent.includes("board announced")).remove());
    await eventually(async () => !(await tab.page.evaluate(isOpen)), "no card on what is gone", 15000);
    await tab.close();
  });

  test("is told of when something new is found, and only then", async () => {
    const tab = await open();
    await labelled(tab, FERRY.speech, "the first labels");
    await pause(1000);
    await session().inExtension((id) => {
      globalThis.told = 0;
      chrome.runtime.onMessage.addListener(({ type }, { tab }) => {
        if (type === "state" && tab?.id === id) globalThis.told += 1;
      });
    }, tab.id);
    const told = () => session().inExtension(() => globalThis.told);
    for (let change = 0; change < 20; change += 1) {
      await tab.page.evaluate(() => document.querySelector("article").append(document.createElement("i")));
      await pause(200);
    }
    assert.equal(await told(), 0, "the article is the same");
    await insert(tab, post("Ines Varga", 1));
    await labelled(tab, [said("Ines Varga", 1), ...FERRY.speech], "a label on the post");
    await eventually(async () => (await told()) > 0, "word of it");
    await tab.close();
  });
});
