// A page that React draws, and draws anew.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, inEachBrowser } from "../../xtask/browser/harness.mjs";
import { article, BODY, SPEECH, speech } from "./article.mjs";
import { reactScript } from "./react.mjs";

// Every paragraph is React's: two text nodes, whose border moves each time that it is drawn.
const APP = `
  const paragraphs = ${JSON.stringify(BODY.split("\n").map((p) => p.replace(/<\/?p>/g, "")))};
  const draw = ({ added, removed, count }) => [...paragraphs.slice(removed), ...added].map((text) =>
    React.createElement("p", { key: text }, text.slice(0, 9 + count), text.slice(9 + count)));
  function App() {
    const [state, setState] = React.useState({ added: [], removed: 0, count: 0 });
    globalThis.change = (difference) => setState({ ...state, ...difference });
    return draw(state);
  }
  ReactDOM.createRoot(document.querySelector("#body"), {
    onUncaughtError: (error) => { globalThis.broken = String(error); },
  }).render(React.createElement(App));
`;

inEachBrowser("a page by React", (session) => {
  test("keeps its labels and goes on working", async () => {
    const { server } = session();
    server.put("/react.js", reactScript(), { "content-type": "text/javascript" });
    server.put("/app.js", APP, { "content-type": "text/javascript" });
    const after = '<script src="/react.js"></script><script src="/app.js"></script>';
    const tab = await session().open(server.put("/react.html", article({ body: "", after })));
    const errors = [];
    tab.page.on("pageerror", (error) => errors.push(error.message));
    const expect = (expected, what) =>
      eventually(async () => {
        const status = await tab.status();
        return status.state === "on" && JSON.stringify(speech(await tab.annotations())) === JSON.stringify(expected);
      }, what);
    const change = (difference) => tab.page.evaluate((difference) => globalThis.change(difference), difference);
    await expect(SPEECH, "labels on what React drew");

    for (let count = 1; count <= 20; count += 1) await change({ count });
    await expect(SPEECH, "the same labels after each paragraph was drawn anew");

    await change({ added: ["“I will row across if I have to,” said Ines Varga, who lives on the far shore."] });
    const more = [...SPEECH, ["I will row across if I have to,", "Ines Varga"]];
    await expect(more, "a label on the paragraph that came later");

    await change({ removed: 2 });
    await expect(more.slice(1), "no label left of the paragraph that went");
    assert.equal(await tab.page.evaluate(() => document.querySelectorAll("#body p").length), 5);
    assert.equal(await tab.page.evaluate(() => globalThis.broken), undefined);
    assert.deepEqual(errors, []);
    await tab.close();
  });
});
