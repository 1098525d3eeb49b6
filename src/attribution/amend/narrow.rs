//! Sources that were taken with words of another clause.

use super::{Found, bare::past, clause};
use crate::{
    attribution::{phrase, view::View},
    lexicon,
    text::Doc,
};
use std::ops::Range;

/// Most tokens from a "with" to the verb of whoever stands behind it.
const NEAR: usize = 20;

/// Leaves of the source whoever the cue goes with.
pub fn mend(view: &View, found: &mut Found) {
    let doc = view.doc;
    let (Some(source), Some(&cue)) = (found.source, found.cue.first()) else { return };
    let (tokens, cue) = (doc.tokens_in(source), doc.tokens_in(cue));
    if tokens.is_empty() || tokens.start >= cue.end {
        return;
    }
    // "Mrs | May said", "Mrs | May left, promising"
    let cut = if tokens.end == cue.start { cue.len() > 1 } else { doc.has(&lexicon::HONORIFICS, tokens.end - 1) };
    if cut && doc.says(tokens.end, "may") && doc.capital(tokens.end) {
        found.source = Some(view.span(&(tokens.start..tokens.end + 1)));
        found.cue[0] = view.span(&(cue.start.max(tokens.end + 1)..cue.end));
        return;
    }
    let own = if let Some(with) = apart(view, cue.start) {
        Some(with + 1..cue.start)
    } else if tokens.start >= cue.start {
        amid(view, &cue)
            .filter(|_| tokens.len() == 1 && (view.adverb(tokens.start) || doc.one(tokens.start, "earlier later")))
    } else if tokens.end == cue.start {
        second(view, &tokens).or_else(|| with(doc, &tokens, cue.start))
    } else if doc.says(tokens.end + 1, "who") && view.word(tokens.end) && !doc.capital(tokens.end) {
        Some(tokens.start..tokens.end + 1)
    } else {
        let joined = tokens.end + 1 == cue.start && doc.one(tokens.end, "and but");
        // "Ann Lee left the board | on Monday, citing her age"
        let left = |i: usize| i < tokens.end && doc.capital(i - 1) && past(doc.lower(i));
        phrase::after(view, tokens.start, tokens.end)
            .filter(|name| joined && clause::verb(doc, name.end) || left(name.end))
    };
    found.source = own.filter(|own| !own.is_empty()).map_or(found.source, |own| Some(view.span(&own)));
}

/// Whoever stands before the cue that an adverb was taken from: "officials had earlier said".
fn amid(view: &View, cue: &Range<usize>) -> Option<Range<usize>> {
    let start = view.doc.sentence_of(cue.start)?.tokens.start;
    phrase::before(view, cue.start, start)
}

/// What begins a second clause: "It is a trap and a spokesman says", "the fire went on and Lee says".
fn second(view: &View, tokens: &Range<usize>) -> Option<Range<usize>> {
    let doc = view.doc;
    let starts = |&i: &usize| doc.one(i, "and but") && (doc.has(&lexicon::DETERMINERS, i + 1) || doc.capital(i + 1));
    let and = tokens.clone().skip(1).find(starts)?;
    // "those who were hurt and a friend", "the letter he had and the book"
    let relative = (tokens.start + 1..and).any(|i| doc.one(i, "which that whose") || doc.has(&lexicon::PRONOUNS, i));
    let verb = |i: usize| !doc.capital(i) && (doc.has(&lexicon::AUXILIARIES, i) || past(doc.lower(i)));
    let is = tokens.start > 1 && doc.one(tokens.start - 1, "is was") && doc.one(tokens.start - 2, "it this that");
    let clause = is || !relative && (tokens.start + 1..and).any(verb);
    clause.then_some(and + 1..tokens.end)
}

/// Whoever says what goes with another's deed: "an outcry from farmers with President Lee saying".
fn with(doc: &Doc, tokens: &Range<usize>, cue: usize) -> Option<Range<usize>> {
    let with = tokens.clone().skip(1).find(|&i| doc.says(i, "with") && doc.capital(i + 1))?;
    doc.lower(cue).ends_with("ing").then_some(with + 1..tokens.end)
}

/// The "with" of the same behind a comma, and all that follows says it: "The board met, | with the mayor of Osby
/// saying".
fn apart(view: &View, cue: usize) -> Option<usize> {
    let doc = view.doc;
    let with = (cue.saturating_sub(NEAR)..cue).rev().take_while(|&i| view.word(i)).find(|&i| doc.says(i, "with"))?;
    (doc.lower(cue).ends_with("ing") && with > 0 && with + 1 < cue && view.is(with - 1, ",")).then_some(with)
}
