// A short text as it looks under the present settings, painted with the sheet that paints pages.
"use strict";

const dark = matchMedia("(prefers-color-scheme: dark)");
dark.addEventListener("change", async () => drawPreview(await readSettings()));

/** Has `name` paint the words of `element`, or nothing. */
function paint(name, element) {
  CSS.highlights.delete(name);
  if (!element) return;
  const range = document.createRange();
  range.selectNodeContents(element);
  CSS.highlights.set(name, new Highlight(range));
}

function drawPreview({ labels, quotations, reports, theme }) {
  const shown = theme === "auto" ? (dark.matches ? "dark" : "light") : theme;
  const quoted = quotations && document.querySelector("#preview-first > [data-word=preview_quoted]");
  const reported = reports && document.querySelector("#preview-second > [data-word=preview_reported]");
  for (const each of ["light", "dark"]) {
    paint(`hearsay-quoted-0-${each}`, each === shown && quoted);
    paint(`hearsay-reported-1-${each}`, each === shown && reported);
  }
  // Both speakers have names.
  paint("hearsay-quoted-named", quoted);
  paint("hearsay-reported-named", reported);
  Object.assign(part("preview").dataset, { labels, quotations, reports });
}
