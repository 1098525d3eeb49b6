//! What joins the words of one name: marks around a nickname, an "and" between two places.

use super::{jobs, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// Whether token `i` is a mark of a nickname.
pub fn mark(doc: &Doc, i: usize) -> bool {
    matches!(doc.word(i), "“" | "”" | "\"" | "‘" | "’" | "'" | "«" | "»")
}

/// Where the nickname ends whose opening mark is token `i`, its closing mark with it.
pub fn nickname_end(doc: &Doc, i: usize) -> Option<usize> {
    let close = (i + 2..i + 4).find(|&k| mark(doc, k))?;
    (mark(doc, i) && (i + 1..close).all(|k| words::capital(doc, k))).then_some(close + 1)
}

/// Whether token `i` begins a sentence with what somebody does whose name ends the run: "Lock-keeper Ann Lee", "Cellist
/// Ann Lee".
pub fn trade(doc: &Doc, i: usize, run: &Range<usize>) -> bool {
    let joined = doc.word(i).split_once('-').is_some_and(|(_, last)| last.starts_with(char::is_lowercase));
    (joined || jobs::sure(doc.lower(i))) && i == run.start && i + 3 == run.end && words::given(doc.lower(i + 1))
}

/// Whether a body of two places or trades is named from `start` on: "Osby and Lindby Police", "Food and Drug Agency".
pub fn pair(doc: &Doc, start: usize, limit: usize) -> bool {
    // "the Food and Public Drug Agency"
    let long = start > 0 && doc.says(start - 1, "the") && words::capital(doc, start + 4);
    let end = start + 4 + usize::from(long);
    let plain = |i: usize| words::capital(doc, i) && !words::all_capitals(doc, i) && !words::title(doc, i);
    // Of companies two stand side by side: "Delta and Orrin Media".
    let public =
        doc.one(end - 1, "union police constabulary council service authority agency administration commission trust");
    let body = end <= limit && words::capital(doc, end - 1) && public;
    let alone = !words::organisation(doc.lower(start)) && !words::given(doc.lower(start));
    body && alone && plain(start) && plain(start + 2) && !doc.has(&lexicon::OPENERS, start)
}
