// The closed shadow root of the overlay, which the driver of a browser can reach and a page cannot.

/** Runs `look(root, ...values)` within the page, `root` being the overlay's shadow root; returns what that returns. */
export async function inside(tab, look, ...values) {
  const inChromium = tab.session.name === "chromium";
  return (inChromium ? inChrome : inFirefox)(tab, look.toString(), values);
}

async function inChrome(tab, look, values) {
  const driver = await tab.page.createCDPSession();
  try {
    const { root } = await driver.send("DOM.getDocument", { depth: -1, pierce: true });
    const all = (node) => [node, ...(node.children ?? []).flatMap(all)];
    const host = all(root).find(({ localName }) => localName === "hearsay-overlay");
    const { object } = await driver.send("DOM.resolveNode", { backendNodeId: host.shadowRoots[0].backendNodeId });
    const options = { objectId: object.objectId, returnByValue: true, awaitPromise: true, arguments: values.map((value) => ({ value })) };
    const answer = await driver.send("Runtime.callFunctionOn", { functionDeclaration: `function (...values) { return (${look})(this, ...values); }`, ...options });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value;
  } finally {
    await driver.detach();
  }
}

async function inFirefox(tab, look, values) {
  const call = async (functionDeclaration, more) => {
    const target = { context: tab.page.mainFrame()._id };
    const { result } = await tab.session.browser.connection.send("script.callFunction", { functionDeclaration, awaitPromise: true, target, ...more });
    if (result.type !== "success") throw new Error(result.exceptionDetails.text);
    return result.result;
  };
  const host = await call(`() => document.querySelector("hearsay-overlay")`, { serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 } });
  const root = { sharedId: host.value.shadowRoot.sharedId };
  const written = `async (root, values) => JSON.stringify((await (${look})(root, ...JSON.parse(values))) ?? null)`;
  const answer = await call(written, { arguments: [root, { type: "string", value: JSON.stringify(values) }] });
  return JSON.parse(answer.value);
}

/** The words of the card, as they are seen. */
export const cardText = (tab) => inside(tab, (root) => root.querySelector(".card").innerText.replace(/\s+/g, " "));

/** The middle of the card's button for `act`, in the window; null where that is not seen. */
export const button = (tab, act) =>
  inside(tab, (root, act) => {
    const box = root.querySelector(`[data-act="card_${act}"]`).getBoundingClientRect();
    return box.width ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
  }, act);

/** Presses the card's button for `act` with the mouse, once the card takes presses. */
export async function press(tab, act) {
  await new Promise((resolve) => setTimeout(resolve, 350));
  const { x, y } = await button(tab, act);
  await tab.page.mouse.click(x, y);
}
