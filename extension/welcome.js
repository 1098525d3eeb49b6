// The first page that a reader sees: a short article with Hearsay at work on it, as the reader's settings have it.
"use strict";

/** Keys that work here as they do in pages. */
const COMMANDS = ["next", "previous", "card"];

// In Chromium `getURL` gives an address that is none of the extension's own, whose pages may compile no WebAssembly.
const engine = loadEngine({ address: (name) => `./${name}`, load: () => import("./engine-js.js") });
let session = null;

async function draw(look) {
  try {
    const { module, made } = await engine;
    // The marks are those of the theme that the page is read in, so it is read anew.
    session?.free();
    session = new module.Session(made, { word, whole: part("sample"), look, failed });
  } catch (error) {
    failed(error);
  }
}

function failed(error) {
  console.error("Hearsay:", error);
  session = null;
  part("failed").textContent = word("reason_failed");
  // A caller of what failed may not know yet, and go on painting.
  setTimeout(sweep);
}

chrome.runtime.onMessage.addListener((message, sender) => {
  // The background alone, no content script.
  const own = sender.id === chrome.runtime.id && (!sender.tab || /^(chrome|moz)-extension:/.test(sender.url));
  if (own && COMMANDS.includes(message?.type)) session?.[message.type]();
});
part("options").addEventListener("click", () => chrome.runtime.openOptionsPage());

fillWords();
followSettings(draw);
drawKeys();
