// node bench.mjs: times every contender on the same texts, one JSON object in and an array of their figures out.
//
// In: `texts`, how many `rounds`, and the program of the `native` core.

import { readFileSync } from "node:fs";
import { json } from "node:stream/consumers";
import { InBrowser, Native } from "./contenders.mjs";
import { start } from "./launch.mjs";
import { Server } from "./server.mjs";

const READERS = ["wasm", "js", "compromise"];

const FILES = {
  "bench-page.mjs": "./bench-page.mjs",
  "engine.js": "../../dist/chromium/engine.js",
  "engine-js.js": "../../dist/chromium/engine-js.js",
  "hearsay.wasm": "../../dist/chromium/hearsay.wasm",
  "hearsay.weights": "../../dist/chromium/hearsay.weights",
  "compromise.js": "./node_modules/compromise/builds/compromise.js",
};

const { texts, rounds, native } = await json(process.stdin);
const server = await serve();
const contenders = [new Native(native, texts)];
const browsers = [];
for (const name of ["chromium", "firefox"]) {
  const browser = await start(name, { protocolTimeout: 0 });
  browsers.push(browser);
  for (const reader of READERS) contenders.push(new InBrowser(reader, name, browser, server.address("/")));
}

console.error("warming up");
for (const contender of contenders) await contender.warmUp();
for (let round = 0; round < rounds; round += 1) {
  console.error(`round ${round + 1} of ${rounds}`);
  // There and back again, so that nobody always comes after the same one.
  for (const contender of round % 2 ? contenders.toReversed() : contenders) await contender.round();
}
console.log(JSON.stringify(contenders.map(({ figures }) => figures)));
for (const browser of browsers) await browser.close();
server.stop();

/** An empty page, and what it loads. */
async function serve() {
  const server = await Server.start();
  server.put("/", "<!doctype html><title>bench</title>");
  server.put("/texts.json", JSON.stringify(texts));
  for (const [name, path] of Object.entries(FILES)) {
    const type = name.endsWith("js") ? "text/javascript" : "application/wasm";
    server.put(`/${name}`, readFileSync(new URL(path, import.meta.url)), { "content-type": type });
  }
  return server;
}
