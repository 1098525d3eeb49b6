//! Whoever says what stands before them, where a part of who that is was left at the end of it, or all.

use super::{Found, Told, clause::verb, extent::set};
use crate::{annotation::Form, attribution::phrase, lexicon, text::Doc};
use std::ops::Range;

/// Most words of a name.
const NAME: usize = 4;

/// Most tokens of an office.
const OFFICE: usize = 24;

/// Gives the source the name or the office that stands at the end of the content: "The mill is old, | Ann Lee, | head
/// of the board said", "The mill is old, | the head of the board, | Ann Lee said".
pub fn mend(told: &Told, found: &mut Found) {
    let doc = told.doc;
    let end = told.cue.start;
    if found.form == Form::Direct
        || told.follows()
        || found.content.len() > 1
        || !doc.one(told.verb, "said says told added confirmed announced")
    {
        return;
    }
    let comma = |end: usize| (told.content.start..end).rev().take(OFFICE).find(|&i| doc.says(i, ","));
    let source = found.source.map(|source| doc.tokens_in(source));
    let last = match source {
        Some(source) if source.end == end => source.start.checked_sub(1).filter(|&i| doc.says(i, ",")),
        Some(_) => None,
        None => comma(end),
    };
    let Some(last) = last.filter(|&last| last >= told.content.start && last + 1 < end) else { return };
    let Some(first) = comma(last) else { return };
    let (before, behind) = (first + 1..last, last + 1..end);
    let parts = name(doc, &before) && office(doc, &behind) || called(doc, &before) && name(doc, &behind);
    if parts && (told.content.start + 1..first).any(|i| verb(doc, i)) {
        found.source = Some(doc.span(if name(doc, &before) { first + 1..end } else { behind }));
        set(doc, found, told.content.start..first);
    }
}

/// Whether `tokens` are a name of several words.
fn name(doc: &Doc, tokens: &Range<usize>) -> bool {
    (2..=NAME).contains(&tokens.len()) && tokens.clone().all(|i| doc.capital(i) && !phrase::time_word(doc.lower(i)))
}

/// Whether `tokens` name an office without an article, which is no subject by itself: "head of the board".
fn office(doc: &Doc, tokens: &Range<usize>) -> bool {
    let of = tokens.clone().take(NAME).find(|&i| doc.one(i, "of for at"));
    let title = |i: usize| {
        let word = doc.lower(i);
        lexicon::TITLES.has(word.rsplit('-').next().unwrap_or(word))
    };
    of.is_some_and(|of| of > tokens.start && title(of - 1)) && !doc.has(&lexicon::DETERMINERS, tokens.start)
}

/// Whether `tokens` are an office that the name behind it has, and not one of whoever is named before it.
fn called(doc: &Doc, tokens: &Range<usize>) -> bool {
    let the = tokens.start + usize::from(doc.says(tokens.start, "the"));
    let Some(before) = tokens.start.checked_sub(3) else { return false };
    let apart = !doc.capital(before + 1) || doc.one(before, "in at");
    let of = (the..tokens.end).find(|&i| doc.one(i, "of for at to"));
    apart && of.is_some_and(|of| (the..of).any(|i| doc.has(&lexicon::TITLES, i)))
}
