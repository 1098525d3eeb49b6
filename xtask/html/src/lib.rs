//! Saved HTML to [`hearsay::article::snapshot::Snapshot`], without a browser.
