//! Where somebody is only described.

use crate::{
    lexicon::{self, cues::Class},
    people::{offices, roles::Roles, words},
    text::Doc,
};
use std::ops::Range;

/// For each token whether it describes somebody named beside it.
pub fn beside(doc: &Doc, roles: &Roles) -> Vec<bool> {
    let mut described = vec![false; doc.tokens.len()];
    for role in roles.values().flatten() {
        if let Some(tokens) = described.get_mut(role.tokens.clone()) {
            tokens.fill(true);
        }
    }
    described
}

/// The noun phrase for a person that ends with token `i`, and how present it makes them: most as a subject ("the
/// official said", "said her brother").
pub fn at(doc: &Doc, i: usize, sentence: usize) -> Option<(Range<usize>, f32)> {
    // "One wrote to say so."
    if i == sentence && doc.says(i, "one") && words::cue(doc, i + 1) {
        return Some((i..i + 1, 100.0));
    }
    if !words::title(doc, i) || words::title(doc, i + 1) || words::capital(doc, i + 1) || doc.says(i + 1, "'s") {
        return None;
    }
    // "the executive orders", "the general public"
    if doc.one(i, "executive general chief") && words::noun(doc, i + 1) {
        return None;
    }
    let owned = |k: usize| k > sentence && doc.says(k, "'s");
    let mut nearest = (i.saturating_sub(4).max(sentence)..i).rev();
    let mut start = nearest.find(|&k| doc.has(&lexicon::DETERMINERS, k) || owned(k))?;
    if owned(start) {
        start -= 1;
    }
    // "A former engineer": both words determine.
    let determines = |i: usize| doc.has(&lexicon::DETERMINERS, i) && !doc.one(i, "that whose");
    while start > sentence && determines(start - 1) {
        start -= 1;
    }
    let plain = (start..i).all(|k| doc.tokens[k].is_word() && !doc.has(&lexicon::PREPOSITIONS, k));
    let object = start > sentence && doc.has(&lexicon::PREPOSITIONS, start - 1);
    // "said her brother" and "heard her brother", but not "found a victim"
    let said = |i: usize| !doc.capital(i) && lexicon::cues::class(doc.lower(i)) == Some(Class::Say);
    // nor "Lee confirmed a man"
    let inverted = |i: usize| said(i) && i > 0 && (i == sentence || !doc.tokens[i - 1].is_word());
    let told = |i: usize| inverted(i) || words::cue(doc, i) && offices::kin(doc.lower(i + 2));
    // "In his talk in Osby, the mayor was brief"
    let led = start > sentence
        && words::is(doc, start - 1, ",")
        && doc.has(&lexicon::PREPOSITIONS, sentence)
        && doc.tokens.get(i + 1).is_some_and(|t| t.is_word());
    let subject = start == sentence || led || !object && speaks(doc, i + 1) || told(start.wrapping_sub(1));
    plain.then_some((start..i + 1, if subject { 100.0 } else { 20.0 }))
}

/// Most tokens between a noun and its verb.
const HANGS: usize = 8;

/// Whether somebody described up to token `end` says something: "a man said", "an aide to the mayor said".
fn speaks(doc: &Doc, end: usize) -> bool {
    let hangs = |&i: &usize| doc.tokens.get(i).is_some_and(|t| t.is_word()) && !words::cue(doc, i);
    let verb = if doc.has(&lexicon::PREPOSITIONS, end) {
        (end..end + HANGS).take_while(hangs).last().map_or(end, |i| i + 1)
    } else {
        end
    };
    words::cue(doc, verb)
}
