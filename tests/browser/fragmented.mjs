// Whether Chromium marks the right words of a page that is opened by a link with a text fragment. No script is told what it
// marks; so the mark gets a colour that no page has, and is looked for in a picture of the window.

const MARK = [255, 0, 254];
const VIEW = { width: 1000, height: 800 };

/** The addresses of a table that was exported, row by row: its last cells. */
export const addresses = (csv) =>
  csv.split("\r\n").slice(1, -1).map((line) => line.slice(Math.max(line.lastIndexOf(",http://"), line.lastIndexOf(',"http://'))).replace(/^,"?|"$/g, ""));

/**
 * Opens each of `links` (`address`, and the `targets` that it should mark) in `page` by a navigation of the browser's own.
 * Gives those that do not bring their words into the window, marked, and nothing else. `reader` is a page of the extension,
 * which reads pictures.
 */
export async function misses(page, reader, links) {
  await page.setViewport(VIEW);
  await page.evaluate(prepare, links.map(({ targets }) => targets), MARK);
  const missed = [];
  for (const [index, link] of links.entries()) {
    // A move within the page, as by the address bar: there too the browser looks for the words.
    await page.evaluate(() => scrollTo(0, 0));
    await page.goto(link.address, { waitUntil: "load", timeout: 20000 }).catch(() => {});
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const boxes = await page.evaluate((index) => globalThis.boxesOf(index), index);
    const picture = await page.screenshot({ encoding: "base64" });
    const { inside, outside } = await reader.evaluate(coverage, picture, boxes, MARK);
    if (inside < 0.3 || outside > 0.1) missed.push({ ...link, inside, outside });
  }
  return missed;
}

/** Runs in the page: colours the mark and nothing else, and finds the words of all links. */
function prepare(all, mark) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`::target-text { background-color: rgb(${mark}) !important; } * { scroll-behavior: auto !important; }`);
  document.adoptedStyleSheets.push(sheet);
  const nodes = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let at = 0; walk.nextNode(); ) {
    const points = Array.from(walk.currentNode.data);
    nodes.push({ node: walk.currentNode, points, at });
    at += points.length;
  }
  const ranges = ({ selector: [, { start, end }] }) =>
    nodes.filter(({ at, points }) => at < end && at + points.length > start).map(({ node, points, at }) => {
      const range = document.createRange();
      range.setStart(node, points.slice(0, Math.max(0, start - at)).join("").length);
      range.setEnd(node, points.slice(0, end - at).join("").length);
      return range;
    });
  const found = all.map((targets) => targets.flatMap(ranges));
  const boxes = (ranges) =>
    ranges.flatMap((range) => [...range.getClientRects()])
      .filter(({ left, top, right, bottom }) => bottom > 0 && top < innerHeight && right - left > 1)
      .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  // What an earlier link has marked stays so after a move within the page.
  globalThis.boxesOf = (index) => ({ own: boxes(found[index]), marked: boxes(found.slice(0, index + 1).flat()) });
}

/** Runs in a page: the share of the `own` boxes in a picture that is marked, and of what is marked the share out of place. */
async function coverage(picture, { own, marked }, mark) {
  const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const within = (box, x, y, by) => x >= box.left - by && x < box.right + by && y >= box.top - by && y < box.bottom + by;
  let [all, inside, outside] = [0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    const [ownHere, markedHere] = [own, marked].map((boxes) => boxes.filter((box) => y >= box.top - 8 && y < box.bottom + 8));
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const isMarked = mark.every((value, channel) => data[at + channel] === value);
      const isOwn = ownHere.some((box) => within(box, x, y, 0));
      all += isOwn;
      inside += isOwn && isMarked;
      outside += isMarked && !markedHere.some((box) => within(box, x, y, 8));
    }
  }
  return { inside: all ? inside / all : 0, outside: outside / Math.max(1, inside + outside) };
}
