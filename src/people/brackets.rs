//! What stands in brackets behind a name: "Ann Lee (D-Osby), the chair", "Ann Lee (Ind.), who".

use super::words;
use crate::text::Doc;

/// Most tokens in brackets behind a name.
const LONGEST: usize = 6;

/// Past what stands in brackets at `start`, before a comma; or else `start`.
pub fn past(doc: &Doc, start: usize, limit: usize) -> usize {
    let closes = |i: usize| words::is(doc, i, ")") && words::is(doc, i + 1, ",");
    let close = (start..limit.min(start + LONGEST)).find(|&i| closes(i)).filter(|_| words::is(doc, start, "("));
    close.map_or(start, |close| close + 1)
}

/// Where what stands in brackets right before token `end` begins, no sooner than at `floor`; or else `end`.
pub fn before(doc: &Doc, floor: usize, end: usize) -> usize {
    let closed = end > floor && words::is(doc, end - 1, ")");
    let open = (floor..end).rev().take(LONGEST).find(|&i| closed && words::is(doc, i, "("));
    open.unwrap_or(end)
}
