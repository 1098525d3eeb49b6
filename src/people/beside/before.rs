//! Descriptions before a name: "Dravic's adviser on foreign affairs, Pavel Vasko,".

use super::{LONGEST, mark};
use crate::{
    lexicon,
    people::{brackets, describes::describes, names::Name, titles, words},
    text::Doc,
};
use std::ops::Range;

/// "Dravic's adviser on foreign affairs,": the words before the name, which begins at `start`, and a comma; `previous`
/// is the name before it.
pub fn before(doc: &Doc, name: &Name, previous: Option<&Name>, start: usize, floor: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&i| i > floor && words::is(doc, i, ","))?;
    // "Moving forward, Ann Lee"
    if doc.says(comma - 1, "forward") && comma > floor + 1 && doc.lower(comma - 2).ends_with("ing") {
        return None;
    }
    // "the head of the Lind Mill Union (LMU), Ann Lee,"
    let comma = brackets::before(doc, floor, comma);
    let mut from = comma;
    while from > floor && comma - from < LONGEST && !closes(doc, from - 1, floor) {
        from -= 1;
    }
    // "But Osby Mills manager, Ann Lee,"
    from += usize::from(doc.one(from, "but and so yet however meanwhile"));
    let mut found = whose(doc, from, comma)?;
    // "As a biologist and a mother of two, Ann Lee"
    if doc.says(from, "as") && found > from + 1 && doc.says(found - 1, "and") && describes(doc, from + 1..comma) {
        found = from + 1;
    }
    if doc.says(found + 1, "'s") {
        found = titles::owned(doc, found, from);
    }
    // "Ann Lee, director, Orland Securities": she is the director.
    let taken = previous.is_some_and(|n| n.tokens.end + 1 == found && words::is(doc, found - 1, ","));
    if taken && !doc.has(&lexicon::DETERMINERS, found) {
        return None;
    }
    let told = found == from || lexicon::one(doc.lower(found - 1), "to as by with");
    let closed = !doc.tokens.get(name.tokens.end).is_some_and(|t| t.is_word()) && !words::is(doc, name.tokens.end, "(");
    (told || closed).then_some(found..comma)
}

/// Where the description begins that ends before token `comma`, no sooner than at `from`.
fn whose(doc: &Doc, from: usize, comma: usize) -> Option<usize> {
    let found = (from..comma).rev().find(|&i| begins(doc, i, from) && describes(doc, i..comma))?;
    // "The mother of the boy, Ann Lee", "an aide to the mayor, Ann Lee", "the man who took the boy, Tom Lee": no boy.
    let owner = found > from && doc.one(found - 1, "of for to") && doc.has(&lexicon::DETERMINERS, found);
    let who = (from..found).any(|i| doc.says(i, "who"));
    if !owner && !who {
        return Some(found);
    }
    let led = |i: usize| doc.has(&lexicon::PREPOSITIONS, i);
    let whole = (from..found).find(|&i| begins(doc, i, from) && !led(i) && describes(doc, i..comma));
    whole.or(Some(found).filter(|_| !who))
}

/// Whether a description may begin at token `i`, in words that begin at `from`.
fn begins(doc: &Doc, i: usize, from: usize) -> bool {
    let before = if i > from { doc.lower(i - 1) } else { "" };
    let inner = doc.one(i, "former other") && lexicon::one(before, "and 's the a an");
    let article = doc.has(&lexicon::DETERMINERS, i) && !doc.says(i, "that") && !inner;
    let owner = words::capital(doc, i) && doc.says(i + 1, "'s") && !words::capital(doc, i.saturating_sub(1));
    let first = i == from && !doc.has(&lexicon::SUBORDINATORS, i);
    article || owner || first || matches!(before, "to" | "as")
}

/// Whether a description that stands before a name may begin only after token `i`.
fn closes(doc: &Doc, i: usize, floor: usize) -> bool {
    mark(doc, i) || words::cue(doc, i) && !titles::attributive(doc, i, floor)
}
