//! The noun that a noun phrase turns on.

use super::{title, title_word};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// The token of the noun that a noun phrase turns on: its last word, or the office before what describes it from behind
/// ("official" of "an official familiar"); the start of an empty phrase.
pub fn head_noun(doc: &Doc, phrase: Range<usize>) -> usize {
    let last = phrase.end.saturating_sub(1).max(phrase.start);
    let several = |i: usize| {
        let noun = doc.lower(i);
        matches!(noun, "people" | "men" | "women") || noun.strip_suffix('s').is_some_and(title_word)
    };
    let thing = |i: usize| doc.has(&lexicon::THINGS, i) || doc.has(&lexicon::MEDIA, i);
    // "an official familiar", "a man known", but not "an official statement"
    let describes = |i: usize| {
        let ends = ["ed", "ing", "iar", "ose", "ent", "able", "known"];
        ends.iter().any(|end| doc.lower(i).ends_with(end)) && !thing(i)
    };
    let office = phrase.clone().rev().find(|&i| title(doc, i) || several(i) && describes(i + 1)).unwrap_or(last);
    if office < last && describes(office + 1) {
        return office;
    }
    // "maps drawn up and kept", "sailors waiting": a plural before what they do or what is done to them.
    let done = |i: usize| {
        let word = doc.lower(i);
        !doc.capital(i) && word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")) && !thing(i)
    };
    let plural = |i: usize| {
        let word = doc.lower(i);
        let many = word.len() > 3 && word.ends_with('s') && !matches!(word, "news" | "press");
        // "data released by the ministry"
        doc.tokens[i].is_word() && (many || thing(i))
    };
    if last > phrase.start && done(last) && plural(last - 1) { last - 1 } else { last }
}
