//! Documents and bodies that are spoken of by a noun: "the statement", "the ministry", "the company".

use super::{EntityId, Kind, People, phrases::noun_key, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// How far back, in tokens, a document was spoken of that is meant again.
const AGAIN: usize = 120;

/// How far back, in tokens, a body was spoken of in full that is meant again.
const FULLER: usize = 1500;

/// Longest name or description of whoever made a document, in tokens.
const MAKER: usize = 8;

/// Whether a noun is that of a document which somebody gives out in their own name.
fn issued(noun: &str) -> bool {
    matches!(
        noun,
        "statement" | "post" | "tweet" | "letter" | "email" | "e-mail" | "message" | "release" | "note" | "memo"
    )
}

/// Who gave out the statement that "the statement" means: whoever spoke last, where one was spoken of.
pub fn issuer(doc: &Doc, at: usize, noun: &str, spoken: &[EntityId]) -> Option<EntityId> {
    let before = at.saturating_sub(AGAIN)..at;
    spoken.first().copied().filter(|_| issued(noun) && before.into_iter().any(|i| doc.lower(i) == noun))
}

/// The words after "by" that tell whose document it is ("a survey by Ann Lee of the university"), which is spoken of as
/// `noun` up to token `end`.
pub fn maker(doc: &Doc, end: usize, noun: &str) -> Option<Range<usize>> {
    let document = lexicon::THINGS.has(noun) || lexicon::MEDIA.has(noun);
    let sentence = doc.sentence_of(end).filter(|_| document && doc.lower(end) == "by")?.tokens.end;
    let stops = |i: usize| {
        let lower = doc.lower(i);
        !doc.tokens[i].is_word() || words::cue(doc, i) || lexicon::PREPOSITIONS.has(lower) || lower.ends_with("ing")
    };
    let limit = (end + 1..sentence.min(end + MAKER)).find(|&i| stops(i)).unwrap_or(sentence.min(end + MAKER));
    (limit > end + 1).then_some(end + 1..limit)
}

/// The named body that "the company" or "the club" means: the one that spoke last, or else the last one named before.
pub fn named(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str, spoken: &[EntityId]) -> Option<EntityId> {
    if !general(noun) || (tokens.start..tokens.end).any(|i| words::capital(doc, i) && i > tokens.start) {
        return None;
    }
    let body = |id: EntityId| people.entity(id).kind == Kind::Organisation;
    if let Some(id) = spoken.first().filter(|id| matches!(people.entity(**id).kind, Kind::Organisation | Kind::Named)) {
        return Some(*id);
    }
    let sentence = doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    let to = people.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
    let near = people.names[..to].iter().rev().take_while(|(n, _)| n.sentence + 2 > sentence);
    let mut bodies = near.filter(|(n, id)| body(*id) && !n.quoted && !words::demonym(doc.lower(n.tokens.start)));
    bodies.next().map(|(_, id)| *id)
}

/// Whether a noun says no more of a body than that it is one.
fn general(noun: &str) -> bool {
    matches!(
        noun,
        "company"
            | "firm"
            | "group"
            | "organization"
            | "organisation"
            | "club"
            | "agency"
            | "charity"
            | "union"
            | "paper"
            | "newspaper"
            | "force"
            | "party"
            | "publication"
            | "outlet"
            | "retailer"
            | "bank"
            | "business"
    )
}

/// The words by which a body of the noun `noun` ("the ministry") was last spoken of in full: with its owner, or as a name
/// in capitals.
pub fn fuller(doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<Range<usize>> {
    if !words::organisation(noun) || tokens.len() > 2 {
        return None;
    }
    let before = (tokens.start.saturating_sub(FULLER)..tokens.start).rev();
    before.filter(|&i| noun_key(doc.lower(i)) == noun).find_map(|i| owned(doc, i))
}

/// The phrase around the noun at `i` where it says whose body it is: "Orland’s home ministry", "the Ministry of Ferries".
fn owned(doc: &Doc, i: usize) -> Option<Range<usize>> {
    let sentence = doc.sentence_of(i)?.tokens.clone();
    let mut start = i;
    while start > sentence.start && i - start < 4 && modifies(doc, start - 1) {
        start -= 1;
    }
    if start > sentence.start + 1 && doc.lower(start - 1) == "'s" {
        start -= 2;
        while start > sentence.start && words::capital(doc, start) && words::capital(doc, start - 1) {
            start -= 1;
        }
        return Some(start..i + 1);
    }
    let mut end = i + 1;
    while words::capital(doc, i) && end < sentence.end && (words::capital(doc, end) || joins(doc, end)) {
        end += 1;
    }
    (end > i + 1).then_some(start..end)
}

fn joins(doc: &Doc, i: usize) -> bool {
    matches!(doc.lower(i), "of" | "for" | "and") && words::capital(doc, i + 1)
}

fn modifies(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i);
    doc.tokens[i].is_word()
        && lower != "'s"
        && !lexicon::DETERMINERS.has(lower)
        && !lexicon::PREPOSITIONS.has(lower)
        && !lexicon::AUXILIARIES.has(lower)
        && !matches!(lower, "and" | "or")
}
