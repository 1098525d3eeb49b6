// The extension's scripts without a browser.

import { readFileSync } from "node:fs";

/** Runs scripts of the extension together, as a page does, and returns what they define under `names`. `chrome` is theirs. */
export function load(scripts, names, chrome = {}) {
  const source = scripts.map((script) => readFileSync(new URL(`../../extension/${script}`, import.meta.url), "utf8"));
  return new Function("chrome", `${source.join("\n")}\nreturn { ${names.join(", ")} };`)(chrome);
}
