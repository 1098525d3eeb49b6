// Takes labels out of the page where no session can: it failed, or belonged to an earlier version of the extension.
"use strict";

function sweep() {
  document.querySelector("hearsay-overlay")?.remove();
  // Firefox does not let a content script list the names.
  for (const theme of ["light", "dark"]) {
    CSS.highlights.delete(`hearsay-current-${theme}`);
    CSS.highlights.delete(`hearsay-flash-${theme}`);
    for (const colour of [0, 1, 2, 3, 4, 5, 6, 7, "none"]) {
      CSS.highlights.delete(`hearsay-quoted-${colour}-${theme}`);
      CSS.highlights.delete(`hearsay-reported-${colour}-${theme}`);
    }
  }
}
