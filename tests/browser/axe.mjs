// axe-core, let loose on a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const AXE = readFileSync(new URL("../../xtask/browser/node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Has axe look at `page`, or at what `within` selects; fails with all that it finds. Returns the elements that it looked at. */
export async function axe(page, what, within = null) {
  await page.evaluate(`${AXE};undefined`);
  const { violations, passes } = await page.evaluate(async (within) => {
    const { violations, passes } = await globalThis.axe.run(within ? { include: [within] } : document);
    const plain = (rules) => rules.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) }));
    return { violations: plain(violations), passes: plain(passes) };
  }, within);
  const told = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)}: ${failureSummary}`));
  assert.deepEqual(told, [], what);
  return passes.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })));
}
