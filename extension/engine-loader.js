// Loads the engine, once there is an article for it.
"use strict";

const byAddress = { address: (name) => chrome.runtime.getURL(name), load: (name) => import(chrome.runtime.getURL(name)) };

/** The engine's module, which of the two it is, and the engine itself, got by other ways where a page needs those. */
async function loadEngine({ address, load } = byAddress) {
  const file = (name) => fetch(address(name)).then((response) => response.arrayBuffer());
  const kind = mayCompile() ? "wasm" : "js";
  const files = [file("hearsay.weights"), kind === "wasm" && file("hearsay.wasm")];
  const module = await load(kind === "wasm" ? "engine.js" : "engine-js.js");
  const [weights, wasm] = await Promise.all(files);
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
