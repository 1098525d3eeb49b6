// Speakers' colours can be told apart by everyone, and the kind of source without any colour.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const TINTS = read("extension/highlights.css");
const BARS = read("src/web/overlay.css");

/** Linear RGB as it is seen, row by row (Machado, Oliveira and Fernandes, 2009, at full severity). */
const EYES = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
/** What lies behind the tints, behind the bars, and the text over both. */
const PAGES = {
  light: { page: [255, 255, 255], card: [255, 255, 255], ink: [28, 29, 33] },
  dark: { page: [30, 32, 37], card: [37, 39, 44], ink: [236, 238, 242] },
};
/** Least distances in Oklab; half a hundredth is just seen side by side. */
const LEAST = { tints: { light: 0.033, dark: 0.057 }, bars: 0.11 };

const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const seen = (eyes, colour) => {
  const parts = colour.map(linear);
  return [0, 3, 6].map((row) => Math.min(1, Math.max(0, parts.reduce((sum, part, i) => sum + EYES[eyes][row + i] * part, 0))));
};

function oklab([r, g, b]) {
  const [l, m, s] = [
    0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
    0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
    0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
  ].map(Math.cbrt);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The two of `colours` that are most alike to `eyes`, and how far they are from each other. */
function nearest(colours, eyes) {
  const places = colours.map((colour) => oklab(seen(eyes, colour)));
  const pairs = places.flatMap((one, i) => places.slice(0, i).map((other, j) => [Math.hypot(...one.map((part, k) => part - other[k])), j, i]));
  return pairs.sort(([a], [b]) => a - b)[0];
}

const luminance = (colour) => colour.map(linear).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
function contrast(one, other) {
  const [more, less] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
}

function tint(sort, colour, theme) {
  const found = TINTS.match(new RegExp(`hearsay-${sort}-${colour}-${theme}\\) \\{ background-color: rgb\\((\\d+) (\\d+) (\\d+) / ([\\d.]+)\\)`));
  const [r, g, b, alpha] = found.slice(1).map(Number);
  return [r, g, b].map((part, i) => part * alpha + PAGES[theme].page[i] * (1 - alpha));
}

function bar(colour, theme) {
  const [, hex] = BARS.match(new RegExp(`^${theme === "dark" ? "\\.dark " : ""}\\.c${colour} \\{ --tint: #(\\w{6});`, "m"));
  return hex.match(/../g).map((part) => parseInt(part, 16));
}

const SPEAKERS = [0, 1, 2, 3, 4, 5, 6, 7];

for (const [theme, { page, card, ink }] of Object.entries(PAGES)) {
  for (const eyes of Object.keys(EYES)) {
    test(`speakers' colours differ on a ${theme} page with ${eyes}`, () => {
      const [tints, ...twoTints] = nearest(SPEAKERS.map((colour) => tint("quoted", colour, theme)), eyes);
      assert.ok(tints >= LEAST.tints[theme], `tints ${twoTints.join(" and ")}: ${tints}`);
      const [bars, ...twoBars] = nearest(SPEAKERS.map((colour) => bar(colour, theme)), eyes);
      assert.ok(bars >= LEAST.bars, `bars ${twoBars.join(" and ")}: ${bars}`);
    });
  }

  test(`text can be read over every tint of a ${theme} page, and every bar be seen`, () => {
    for (const colour of [...SPEAKERS, "none"]) {
      assert.ok(contrast(tint("quoted", colour, theme), ink) >= 6, `tint ${colour}`);
      assert.ok(contrast(bar(colour, theme), card) >= 2.9, `bar ${colour}`);
    }
  });

  test(`reported words are tinted more faintly on a ${theme} page`, () => {
    const strength = (sort, colour) => Math.hypot(...oklab(tint(sort, colour, theme).map(linear)).map((part, i) => part - oklab(page.map(linear))[i]));
    for (const colour of [...SPEAKERS, "none"]) assert.ok(strength("reported", colour) < 0.6 * strength("quoted", colour), `${colour}`);
  });
}

test("kinds of source differ in the style of their line", () => {
  for (const sort of ["quoted", "reported"]) {
    for (const print of ["", "-print"]) {
      const styles = ["named", "unnamed", "document", "outlet"].map((kind) => TINTS.match(new RegExp(`${sort}-${kind}${print}\\) \\{ text-decoration: underline (\\w+)`))[1]);
      assert.equal(new Set(styles).size, 4, styles.join());
    }
  }
});

test("the extension's pages have the colours of the overlay", () => {
  const bars = (dark) => Object.fromEntries([...BARS.matchAll(dark ? /^\.dark \.c(\w+) \{ --tint: (#\w+); \}/gm : /^\.c(\w+) \{ --tint: (#\w+); \}/gm)].map(([, name, tint]) => [name, tint]));
  const [light, dark] = [bars(false), bars(true)];
  const pages = [...read("extension/tokens.css").matchAll(/^\.c(\w+) \{ --tint: light-dark\((#\w+), (#\w+)\); \}/gm)];
  assert.equal(pages.length, 9);
  for (const [, name, ...tints] of pages) assert.deepEqual(tints, [light[name], dark[name]], name);
});
