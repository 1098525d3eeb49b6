// Pages that nobody sees are left alone until somebody does.
"use strict";

/** Calls `action` at once, or when a tab in the background comes to the front, or a page that was loaded ahead is shown. */
function whenShown(action) {
  if (document.visibilityState === "visible") return action();
  document.addEventListener("visibilitychange", () => whenShown(action), { once: true });
}
