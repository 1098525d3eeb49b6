//! Whether a phrase beside a name is one for somebody, by the noun that its first part ends in.

use super::{jobs, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// Whether `tokens` are a noun phrase for somebody: its first part ends in an office, a job or a relation.
pub fn describes(doc: &Doc, tokens: Range<usize>) -> bool {
    let end = part_end(doc, tokens.clone());
    if end <= tokens.start {
        return false;
    }
    let one_of = doc.says(tokens.start, "one") && doc.says(tokens.start + 1, "of");
    let plain = (tokens.start..end).all(|i| !doc.has(&lexicon::AUXILIARIES, i));
    plain && (one_of || job(doc, tokens.start, end))
}

/// Whether the noun before token `end` of a phrase that begins at `start` is an office, a job or a relation.
fn job(doc: &Doc, start: usize, end: usize) -> bool {
    let end = if end > start + 1 && doc.one(end - 1, "emeritus emerita") { end - 1 } else { end };
    let last = doc.lower(end - 1);
    let determined = doc.has(&lexicon::DETERMINERS, start);
    // "with a major in law"
    if last == "major" && doc.says(end, "in") && !doc.has(&lexicon::DETERMINERS, end + 1) {
        return false;
    }
    words::title(doc, end - 1) || jobs::sure(last) || determined && jobs::likely(last) && !doc.capital(end - 1)
}

/// Whether `tokens` beside the name of a person tell what that is by their article alone: "a steel magnate".
pub fn apposed(doc: &Doc, tokens: Range<usize>) -> bool {
    let end = part_end(doc, tokens.clone());
    let last = doc.lower(end - 1);
    let time = lexicon::one(last, "day week month year time night hour moment first second");
    let thing = lexicon::THINGS.has(last) || lexicon::MEDIA.has(last) || words::organisation(last);
    let plural = words::several(last);
    let noun = doc.tokens[end - 1].is_word() && last.len() > 2 && !last.ends_with("ed") && !lexicon::manner(last);
    let plain = |i: usize| !doc.has(&lexicon::AUXILIARIES, i) && !doc.says(i, "'s");
    lexicon::one(doc.lower(tokens.start), "a an the")
        && end > tokens.start + 1
        && (tokens.start..end).all(plain)
        && noun
        && !(time || thing || plural)
        && (!doc.capital(end - 1) || words::demonym(last))
}

/// Where the first part of a description ends: before a preposition or a clause; where that part has no job at its end,
/// a preposition within a name does not end it ("a University of Orland professor").
pub fn part_end(doc: &Doc, tokens: Range<usize>) -> usize {
    let ends = |i: usize| {
        let lower = doc.lower(i);
        let participle = lower.ends_with("ing") || lexicon::one(lower, "known considered based");
        let other = lower == "and" && lexicon::one(doc.lower(i + 1), "a an one");
        lexicon::PREPOSITIONS.has(lower)
            || other
            || participle && words::title(doc, i - 1)
            // "the WHO’s director"
            || lexicon::one(lower, "who whose whom that which where") && !words::all_capitals(doc, i)
            || !doc.tokens[i].is_word() && !lexicon::one(doc.word(i), "- ’ ' & / +")
    };
    let inner = tokens.start + 1..tokens.end;
    let end = inner.clone().find(|&i| ends(i)).unwrap_or(tokens.end);
    let within = |i: usize| words::capital(doc, i - 1) && words::capital(doc, i + 1) && i + 1 < tokens.end;
    if end == tokens.end || !within(end) || job(doc, tokens.start, end) {
        return end;
    }
    let wide = inner.into_iter().find(|&i| ends(i) && !within(i)).unwrap_or(tokens.end);
    if job(doc, tokens.start, wide) && !doc.capital(wide - 1) { wide } else { end }
}
