//! How far the noun phrase goes that names a medium or an outlet.

use super::nouns::{kind, name, press};
use crate::{
    attribution::time_word,
    lexicon::{self, cues},
    outlets,
    text::Doc,
};
use std::ops::Range;

/// Longest noun phrase that is looked at, in tokens.
const LONGEST: usize = 8;

/// Most nouns in small letters behind the name in "a Delta News town hall".
const NOUNS: usize = 3;

/// The noun phrase that begins at `start`: determiner, what modifies, and names up to the first small word after them.
pub fn phrase(doc: &Doc, start: usize, limit: usize) -> Range<usize> {
    let limit = limit.min(start + LONGEST);
    let mut named = false;
    let mut end = start;
    while end < limit && (owner(doc, end) || continues(doc, start..end, named)) {
        let lower = doc.lower(end);
        let first = end == start && lexicon::DETERMINERS.has(lower);
        named = !owner(doc, end) && (named || name(doc, end) && !first && !time_word(lower) && !month(lower));
        end += 1;
    }
    // "a Delta News town hall": a thing has a noun.
    if named && doc.one(start, "a an") {
        let nouns = (end..limit.min(end + NOUNS)).take_while(|&i| noun_at(doc, i, limit) && thing(doc.lower(i)));
        end += nouns.count();
    }
    // "on Delta Radio’s “Morning Tide”": nothing of it is owned.
    let nothing = end > start + 1 && owner(doc, end - 1);
    start..end - usize::from(nothing)
}

/// Whether the phrase of `tokens` goes on with the next token; whether it has a name already is told by `named`.
fn continues(doc: &Doc, tokens: Range<usize>, named: bool) -> bool {
    let (start, i) = (tokens.start, tokens.end);
    let lower = doc.lower(i);
    // "a CNN/Delta poll"
    if i > start && doc.word(i) == "/" && name(doc, i - 1) && name(doc, i + 1) {
        return true;
    }
    if !doc.tokens[i].is_word() || i > start && (weekday(doc, i) && !timed(doc, start, i) || made(doc, i)) {
        return false;
    }
    // "on that same call"
    if i == start && lower == "that" && doc.says(i + 1, "same") {
        return true;
    }
    // "Channel 4 News", or the number behind a network's name
    let network = |i: usize| outlets::named(doc.word(i), true).is_some();
    let channel = |i: usize| doc.capital(i) && (doc.one(i, "radio channel tv") || network(i));
    if between_names(doc, &tokens) || i > start && channel(i - 1) && lower.len() < 3 && lower.parse::<u8>().is_ok() {
        return true;
    }
    // "a few sailors"
    let determiner = i > start && lexicon::DETERMINERS.has(lower) && lower != "few";
    // "Orland state television"
    let kept = |lower: &str| lexicon::OUTLETS.has(lower) || kind(lower).is_some() || press(lower);
    let air = || doc.one(i + 1, "radio television tv") && !doc.capital(i + 1);
    let small = named && !kept(lower) && !air();
    name(doc, i) || !(determiner || small || ends(lower))
}

/// Whether the small word after `tokens` is part of a name: "the Times of Osby", "Rest of World", "Delta’s Meet the
/// Boats".
fn between_names(doc: &Doc, tokens: &Range<usize>) -> bool {
    let (start, i) = (tokens.start, tokens.end);
    let amid = i > start && name(doc, i - 1) && name(doc, i + 1);
    // "the Times of Osby", "the Delta Academy of Orland"
    // "Orland Secretary of State Ida Holm"
    let heads = |i: usize| doc.has(&lexicon::ORGANISATIONS, i) || doc.has(&lexicon::TITLES, i);
    let alone = i < start + 2 || !name(doc, i.saturating_sub(2)) || heads(i - 1);
    let owned = tokens.clone().any(|k| owner(doc, k));
    // "his State of the Union address"
    let state = |of: usize| of > start && doc.says(of - 1, "state") && doc.says(of, "of") && name(doc, of + 2);
    amid && (doc.says(i, "of") && alone || doc.says(i, "the") && owned)
        || doc.says(i + usize::from(doc.says(i, "of")), "the")
            && state(i.saturating_sub(usize::from(doc.says(i, "the"))))
}

/// Whether token `i` shows that what stands before it owns what follows.
fn owner(doc: &Doc, i: usize) -> bool {
    doc.says(i, "'s") || matches!(doc.word(i), "’" | "'") && doc.lower(i.saturating_sub(1)).ends_with('s')
}

/// Whether the participle at token `i` tells who made or has what stands before it: "a transcript | reviewed by".
fn made(doc: &Doc, i: usize) -> bool {
    doc.lower(i).ends_with("ed") && doc.says(i + 1, "by")
}

/// "told reporters Monday", but neither "told USA Today" nor "in a Monday interview".
fn weekday(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i);
    let day = time_word(lower) && lower.ends_with("day") && lower != "today";
    day && !noun_at(doc, i + 1, doc.tokens.len()) && !doc.says(i + 1, "'s")
}

/// Whether the day at token `i` is none of its own in the phrase from `start`: "a Monday morning interview".
fn timed(doc: &Doc, start: usize, i: usize) -> bool {
    let hour = time_word(doc.lower(i + 1)) && noun_at(doc, i + 2, doc.tokens.len());
    hour && doc.one(start, "a an")
}

/// The name at `start`, with the body that its bearer is of: "Ann Lee of the Delta Courier".
pub fn named(doc: &Doc, start: usize, limit: usize) -> Range<usize> {
    let whom = phrase(doc, start, limit);
    let of = doc.one(whom.end, "of from at") && whom.end + 1 < limit;
    let body = of.then(|| phrase(doc, whom.end + 1, limit)).filter(|body| body.clone().any(|i| name(doc, i)));
    start..body.map_or(whom.end, |body| body.end)
}

/// Whether a word stands for a month in few letters: "its Jan. 5 letter".
fn month(lower: &str) -> bool {
    lexicon::one(lower.trim_end_matches('.'), "jan feb mar apr jun jul aug sep sept oct nov dec")
}

/// Whether a word ends a noun phrase.
fn ends(lower: &str) -> bool {
    lexicon::PREPOSITIONS.has(lower)
        || lexicon::AUXILIARIES.has(lower)
        || lexicon::SUBORDINATORS.has(lower)
        || lexicon::one(lower, "he she it they i we you who which and or told said")
}

/// Whether token `i` is a word in small letters that may be a noun.
pub fn noun_at(doc: &Doc, i: usize, limit: usize) -> bool {
    let lower = doc.lower(i);
    i < limit
        && doc.tokens[i].is_word()
        && !name(doc, i)
        && !ends(lower)
        && !lexicon::DETERMINERS.has(lower)
        && !time_word(lower)
}

/// Whether a word may be a noun for a thing rather than a verb.
fn thing(lower: &str) -> bool {
    cues::class(lower).is_none() && !["ed", "ing", "ly"].iter().any(|end| lower.ends_with(end))
}
