// The targets that are JavaScript, with what is kept for each.

import { readdirSync, readFileSync } from "node:fs";
import * as messages from "./messages.mjs";
import { input } from "./random.mjs";
import * as settings from "./settings.mjs";

export const TARGETS = { settings, messages };

/** Of the target `name`: how it is run, its kept inputs by name, and the input of each seed. */
export function inputs(name) {
  const { run, pieces } = TARGETS[name];
  const folder = new URL(`../corpus/${name}/`, import.meta.url);
  const read = (file) => [file, readFileSync(new URL(file, folder), "utf8")];
  const kept = Object.fromEntries(readdirSync(folder).sort().map(read));
  const texts = Object.values(kept);
  return { run, kept, input: (seed) => input(texts, pieces, seed) };
}
