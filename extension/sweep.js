// Takes labels out of the page where no session can: it failed, or belonged to an earlier version of the extension.
"use strict";

function sweep() {
  document.querySelectorAll("hearsay-overlay").forEach((host) => host.remove());
  // Firefox does not let a content script list the names.
  const remove = (...parts) => {
    const name = ["hearsay", ...parts].join("-");
    CSS.highlights.delete(name);
    CSS.highlights.delete(`${name}-print`);
  };
  for (const theme of ["light", "dark"]) {
    remove("current", theme);
    remove("flash", theme);
    remove("evidence", theme);
    for (const colour of [0, 1, 2, 3, 4, 5, 6, 7, "none"]) for (const sort of ["quoted", "reported"]) remove(sort, colour, theme);
  }
  for (const line of ["named", "unnamed", "document", "outlet"]) for (const sort of ["quoted", "reported"]) remove(sort, line);
}
