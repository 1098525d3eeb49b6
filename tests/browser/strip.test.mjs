// The tool that takes scripts out of saved pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutScripts } from "../../xtask/browser/strip.mjs";

const CASES = [
  ["a<script>b</script>c", "ac"],
  ["a<SCRIPT src=b.js async></SCRIPT >c", "ac"],
  ["a<script type=module>b</script>c", "ac"],
  ["a<script type='text/javascript; charset=utf-8'>'</p>'</script>c", "ac"],
  ["a<script>never closed", "a"],
  ['<script type="application/ld+json">{"a": "<script>"}</script>', null],
  ["<script type='text/template'><p></p></script>", null],
  ["<!-- <script>a</script> -->", null],
  ["<title><script></title><p>b", null],
  ["<p title='<script>a</script>'>b", null],
  ["<p>1 < 2 and <b>3</b>", null],
];

test("executable scripts go, all else stays byte for byte", () => {
  for (const [page, expected] of CASES) assert.equal(withoutScripts(page), expected ?? page);
});
