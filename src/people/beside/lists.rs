//! Lists beside names: of people who are described together, and of what a body in a description is for.

use super::{LONGEST, acts, ends, mark};
use crate::{
    lexicon,
    people::{describes, names::Name, words},
    text::Doc,
};
use std::ops::Range;

/// The description behind the last name of a list, of all of them: "Ann Lee and Bo Ek, analysts at Delta Bank,".
pub fn several(doc: &Doc, name: &Name) -> Option<Range<usize>> {
    let start = name.tokens.end + 1;
    let stop = doc.sentences.get(name.sentence)?.tokens.end.min(start + LONGEST);
    let clause = |i: usize| doc.one(i, "who whose");
    let end = (start..stop).find(|&i| ends(doc, i) || clause(i))?;
    let end = Some(end).filter(|&end| end > start && (mark(doc, end) || clause(end)))?;
    let told = words::is(doc, start.wrapping_sub(1), ",")
        && words::titles(doc, describes::part_end(doc, start..end).wrapping_sub(1));
    (told && !words::capital(doc, start) && !acts(doc, start..end)).then_some(start..end)
}

/// Whether `tokens` are one of several of somebody's people rather than who somebody is: "Lee, his driver, his cook and
/// the crew".
pub fn another(doc: &Doc, tokens: &Range<usize>) -> bool {
    let next = tokens.end + 1 + usize::from(doc.says(tokens.end + 1, "and"));
    doc.one(tokens.start, "his her their") && words::is(doc, tokens.end, ",") && doc.says(next, doc.lower(tokens.start))
}

/// Whether the comma at `i` stands in a list within a name that begins after `start`: "of the Centre for Ferries, Roads
/// and Harbours".
pub fn listed(doc: &Doc, i: usize, start: usize, stop: usize) -> bool {
    let capital = |i: &usize| words::capital(doc, *i);
    let first = (start..i).rev().take_while(|i| capital(i)).last();
    let led = first.is_some_and(|first| first > start && lexicon::one(doc.lower(first - 1), "of for on the ,"));
    let plain = |i: usize| capital(&i) && !words::given(doc.lower(i)) && !words::title(doc, i);
    if !words::is(doc, i, ",") || !led || i + 1 >= stop {
        return false;
    }
    if words::is(doc, first.unwrap_or(i) - 1, ",") && doc.says(i + 1, "and") {
        return i + 2 < stop && plain(i + 2);
    }
    if !plain(i + 1) {
        return false;
    }
    let next = (i + 1..stop).find(|i| !capital(i)).unwrap_or(stop);
    // "the University of Norland, Osby"
    let school = first.is_some_and(|first| first > start + 1 && doc.one(first - 2, "university college institute"));
    if school && (next == stop || mark(doc, next) || doc.says(next, "who")) {
        return true;
    }
    let and = if words::is(doc, next, ",") { next + 1 } else { next };
    doc.one(and, "and &") && and + 1 < stop && plain(and + 1)
}
