//! What is told of somebody beside the name, between commas or by "is": "Ann Lee, a nurse from Orland,".

mod after;
mod before;
mod copula;
mod lists;

use super::{names::Name, titles, words};
use crate::{lexicon, text::Doc};
pub use after::after;
pub use before::before;
pub use lists::several;
use std::ops::Range;

/// Longest description looked at, in tokens.
const LONGEST: usize = 24;

/// Whether words after a name go on to a verb, as no description does: "On the road with Ann Lee, the mayor was late".
fn acts(doc: &Doc, tokens: Range<usize>) -> bool {
    let clause = |i: &usize| !lexicon::one(doc.lower(*i), "who whose which that where");
    let within = |i: usize| doc.capital(i - 1) && doc.capital(i + 1);
    let verb = |i: usize| doc.has(&lexicon::AUXILIARIES, i) && !doc.capital(i) && !within(i);
    tokens.take_while(clause).any(verb)
}

/// Whether a name follows a preposition, so that it is not whoever a clause right behind it tells of: "In a talk with
/// Ann Lee, the mayor said".
pub fn aimed(doc: &Doc, name: &Name) -> bool {
    name.start().checked_sub(1).is_some_and(|i| doc.has(&lexicon::PREPOSITIONS, i))
}

/// Whether a description that stands after a name ends before token `i`: at a mark, or a verb that it is the subject
/// of.
fn ends(doc: &Doc, i: usize) -> bool {
    let before = doc.lower(i - 1);
    let noun = lexicon::DETERMINERS.has(before) || lexicon::PREPOSITIONS.has(before) || before == "'s";
    // "director of political advertising, said"
    let gerund = doc.lower(i).ends_with("ing") && !doc.tokens.get(i + 1).is_some_and(|t| t.is_word());
    mark(doc, i) || words::cue(doc, i) && !noun && !gerund && !titles::basic(doc.lower(i))
}

/// Whether token `i` is a mark that stands between phrases.
fn mark(doc: &Doc, i: usize) -> bool {
    !doc.tokens[i].is_word() && !lexicon::one(doc.word(i), "’ ' - & / + $ £ € %")
}
