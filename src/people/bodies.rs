//! Documents and bodies that are spoken of by a noun: "the statement", "the ministry", "the company".

mod again;
mod full;

use super::{EntityId, Kind, People, names, words};
use crate::{lexicon, text::Doc};
pub use again::{apposed, beside, named};
pub use full::fuller;
use std::ops::Range;

/// How far back, in tokens, a body was spoken of in full that is meant again.
const FULLER: usize = 1500;

/// Longest name or description of whoever made a document, in tokens.
const MAKER: usize = 8;

/// Whether a noun is that of a document which somebody gives out in their own name.
pub fn issued(noun: &str) -> bool {
    lexicon::one(noun, "statement post tweet message release email e-mail")
}

/// What whoever makes a document or gives it out does with it.
const MAKES: &str =
    "conducted released published issued signed compiled commissioned produced prepared authored posted";

/// The words that tell whose document it is ("a survey by Ann Lee", "a statement from the club"), which is spoken of as
/// `noun` up to token `end`.
pub fn maker(people: &People, doc: &Doc, end: usize, noun: &str) -> Option<Range<usize>> {
    let document = lexicon::THINGS.has(noun) || lexicon::MEDIA.has(noun);
    let by = doc.says(end, "by") || doc.says(end, "from") && issued(noun);
    // "a survey conducted by the club", but not "an email obtained by the club"
    let made = !doc.lower(end.wrapping_sub(1)).ends_with("ed") || doc.one(end.wrapping_sub(1), MAKES);
    // "A report by it": "it" may be the report.
    let pronoun =
        words::pronoun(doc, end + 1) || doc.one(end + 1, "it its them their which that whom whose this these");
    let sentence = doc.sentence_of(end).filter(|_| document && by && made && !pronoun)?.tokens.end;
    let limit = sentence.min(end + MAKER);
    let stops = |i: usize| {
        let lower = doc.lower(i);
        // "a statement by the club released early"
        let other = lexicon::PREPOSITIONS.has(lower) || lexicon::one(lower, MAKES) || lower.ends_with("ing");
        !doc.tokens[i].is_word() || words::cue(doc, i) || other
    };
    let named = people
        .names_in(end + 1..limit)
        .first()
        .filter(|(n, _)| {
            n.start() <= end + 2 && (!words::noun(doc, n.tokens.end) || doc.one(n.tokens.end, "last this"))
        })
        // "a statement from Lee’s office"
        .and_then(|(n, _)| Some(n.tokens.end).filter(|_| !n.possessive(doc)));
    let limit = named.or_else(|| (end + 1..limit).find(|&i| stops(i))).unwrap_or(limit);
    (limit > end + 1).then_some(end + 1..limit)
}

/// Whether a body is named only once, as that of somebody's office: "Ann Lee, head of Osby Ferry Company".
pub fn passing(people: &People, doc: &Doc, id: EntityId) -> bool {
    match people.entity(id).mentions[..] {
        [only] if people.entity(id).kind == Kind::Organisation => {
            names::employed(doc, doc.token_at(only.start)).is_some()
        }
        _ => false,
    }
}

/// Whether a noun says no more of a body than that it is one, or what it makes or sells.
pub fn general(noun: &str) -> bool {
    lexicon::MAKERS.has(noun)
}
