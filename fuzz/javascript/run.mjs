// Runs a target with random inputs, from seed to seed until one fails: `node run.mjs TARGET SEED [COUNT]`.
//
// The input at hand stands in a file under fuzz/artifacts/, where it stays after a failure. Progress goes to standard
// error.

import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inputs, TARGETS } from "./targets.mjs";

const EVERY = 10000;

const [name, from, most = "Infinity"] = process.argv.slice(2);
const [first, count] = [Number(from), Number(most)];
if (!Object.hasOwn(TARGETS, name) || !Number.isSafeInteger(first) || Number.isNaN(count)) {
  console.error("fuzz: TARGET SEED [COUNT] is wanted; targets are", Object.keys(TARGETS).join(", "));
  process.exit(2);
}
const folder = new URL(`../artifacts/${name}/`, import.meta.url);
mkdirSync(folder, { recursive: true });
const path = fileURLToPath(new URL(`from-${first}`, folder));
const file = openSync(path, "w");
const { input, run } = inputs(name);
const began = performance.now();
let told = began;
for (let done = 1; done <= count; done += 1) {
  const seed = first + done - 1;
  const text = input(seed);
  ftruncateSync(file, writeSync(file, text, 0));
  try {
    await run(text);
  } catch (error) {
    console.error(error);
    console.error(`fuzz: ${name} fails on ${path}, which is seed ${seed}`);
    process.exit(1);
  }
  const now = performance.now();
  if (now - told < EVERY) continue;
  told = now;
  console.error(`${name}: ${done} executions, ${Math.round((done / (now - began)) * 1000)} a second, at seed ${seed}`);
}
console.error(`${name}: ${count} executions from seed ${first} on, none failed`);
closeSync(file);
rmSync(path);
