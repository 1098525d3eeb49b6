// The stress pages are what their names say, and the same each time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { news, STRESS } from "../../xtask/browser/stress.mjs";

const count = (html, what) => html.split(what).length - 1;

test("stress pages are as large as they should be", () => {
  assert.ok(Buffer.byteLength(STRESS.long_article()) > 1e6);
  assert.ok(count(STRESS.many_quotations(), "“") >= 2000);
  assert.equal(count(STRESS.live_blog(), 'class="post"'), 500);
  // Every start tag makes an element, and most hold a text.
  const nodes = STRESS.many_nodes().match(/<[a-z]|>[^<]/g).length;
  assert.ok(nodes > 20000 && nodes < 25000, `${nodes} nodes`);
});

test("stress pages are the same each time, and smaller where wanted", () => {
  for (const [name, write] of Object.entries(STRESS)) {
    assert.equal(write(), write(), name);
    assert.ok(write(0.1).length < write().length / 4, name);
  }
  assert.deepEqual(news(), news());
});
