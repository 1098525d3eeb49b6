// The extension's scripts without a browser.

import { readFileSync } from "node:fs";

/**
 * A function that runs scripts of the extension together, as a page does, and returns what they define under `names`.
 * It takes an object of the globals that are theirs alone, which are called `globals`.
 */
export function compile(scripts, names, globals) {
  const source = scripts.map((script) => readFileSync(new URL(`../../extension/${script}`, import.meta.url), "utf8"));
  const run = new Function(...globals, `${source.join("\n")}\nreturn { ${names.join(", ")} };`);
  return (values) => run(...globals.map((name) => values[name]));
}

/** Runs scripts of the extension, and returns what they define under `names`. `chrome` is theirs. */
export const load = (scripts, names, chrome = {}) => compile(scripts, names, ["chrome"])({ chrome });
