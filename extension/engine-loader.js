// Loads the engine, once there is an article for it.
"use strict";

const byAddress = { address: (name) => chrome.runtime.getURL(name), load: (name) => import(chrome.runtime.getURL(name)) };

/** Milliseconds until what did not come is asked for once more. */
const AGAIN = 1000;

/** The engine's module, which of the two it is, and the engine itself, got by other ways where a page needs those. */
async function loadEngine(ways = byAddress) {
  try {
    return await fetchEngine(ways);
  } catch {
    // A page that is left or stopped has its loads broken off; one that is left does not come as far as the second try.
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    // Firefox never asks again for a module that did not come, unless it has another address.
    return fetchEngine(ways, "?again");
  }
}

async function fetchEngine({ address, load }, again = "") {
  const file = (name) => fetch(address(name)).then((response) => response.arrayBuffer());
  const kind = mayCompile() ? "wasm" : "js";
  const code = load((kind === "wasm" ? "engine.js" : "engine-js.js") + again);
  const files = [code, file("hearsay.weights"), kind === "wasm" && file("hearsay.wasm")];
  const [module, weights, wasm] = await Promise.all(files);
  await module.default(wasm && { module_or_path: wasm });
  return { module, kind, made: new module.Engine(new Uint8Array(weights)) };
}

/** Whether the page's policy lets this script compile WebAssembly: the smallest module tells. */
function mayCompile() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}
