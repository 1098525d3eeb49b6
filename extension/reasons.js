// Why there is nothing on a page.
"use strict";

/** By what the page's part says. */
const REASONS = {
  "loading": "reason_loading",
  "site-off": "reason_site_off",
  "not-chosen": "reason_not_chosen",
  "paused": "reason_paused",
  "own-labels": "reason_own_labels",
  "not-html": "reason_not_html",
  "editor": "reason_editor",
  "no-article": "reason_no_article",
  "not-english": "reason_not_english",
  "no-quotations": "reason_no_quotations",
  "too-large": "reason_too_large",
  "failed": "reason_failed",
};

/** The reader's words for a tab's `status`; undefined where the tab tells of none. */
function whyNothing(status) {
  if (!status) return word("reason_no_page");
  // A page that is on and has nothing was left meanwhile, and is about to tell of the next.
  const reading = status.state === "loading" || status.state === "on";
  return word(REASONS[reading ? "loading" : status.reason]);
}
