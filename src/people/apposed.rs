//! A name that stands beside the description of whoever bears it: "her brother, captain Tom Lee".

use super::{EntityId, Kind, People, bodies, names, names::Name, phrases, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// Longest description before a name, in tokens.
const LONGEST: usize = 40;

/// Who is named in `tokens` behind the noun phrase that ends at `first_end`: "her brother, Tom Lee", "a local named Tom
/// Lee".
pub fn named(people: &People, doc: &Doc, tokens: &Range<usize>, first_end: usize) -> Option<EntityId> {
    let noun = doc.lower(words::head_noun(doc, tokens.start..first_end));
    let near = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let names = people.names_in(near).iter().filter(|(name, _)| !name.possessive(doc));
    names
        .into_iter()
        .find(|(name, id)| beside(doc, tokens, first_end, name) && fits(people, doc, tokens, name, *id, noun))
        .map(|(_, id)| *id)
}

/// Whether `name` begins its part of `tokens`, or has a job or a post before it there.
fn beside(doc: &Doc, tokens: &Range<usize>, first_end: usize, name: &Name) -> bool {
    let Some(before) = before(doc, name).filter(|&i| i >= tokens.start) else { return false };
    // "a colleague, captain Tom Lee"
    let comma = (first_end..before).rev().find(|&i| words::is(doc, i, ","));
    // "the members, led by chairman Tom Lee"
    let led = |comma: usize| (comma..before).any(|i| doc.says(i, "by"));
    let job = comma.is_some_and(|comma| (comma..before + 1).any(|i| words::title(doc, i)) && !led(comma));
    // "the ambassador to Orland Tom Lee"
    // "an adviser to Mr. Lee" is another
    let post = last(doc, tokens, name) && (tokens.start + 2..name.start()).any(|i| names::posted(doc, i).is_some());
    parted(doc, before) || job || post
}

/// The token before a name and its article: the comma of "the motoring group, the RAD".
fn before(doc: &Doc, name: &Name) -> Option<usize> {
    let first = name.start().checked_sub(1)?;
    if doc.says(first, "the") { first.checked_sub(1) } else { Some(first) }
}

/// Whether a name begins after token `before`.
fn parted(doc: &Doc, before: usize) -> bool {
    doc.one(before, ", named called — – : (")
}

/// Whether `name` ends `tokens`, or its part of them.
fn last(doc: &Doc, tokens: &Range<usize>, name: &Name) -> bool {
    name.tokens.end == tokens.end || words::is(doc, name.tokens.end, ",")
}

/// Whether `id`, called `name`, can be what the noun describes: a person, or a body where it is one for bodies.
fn fits(people: &People, doc: &Doc, tokens: &Range<usize>, name: &Name, id: EntityId, noun: &str) -> bool {
    match people.entity(id).kind {
        Kind::Person => true,
        // "the group that owns the songs, Big Mill"
        Kind::Named if bodies::general(noun) || words::organisation(noun) => {
            name.tokens.end == tokens.end && words::is(doc, name.start().wrapping_sub(1), ",")
        }
        Kind::Named => {
            // "the mayor’s aide, Omin,", but not "the head of the mill, Omin,"
            let comma = name.start().wrapping_sub(1);
            let apart = words::is(doc, comma, ",") && doc.says(comma.wrapping_sub(1), noun);
            last(doc, tokens, name) && (apart || name.tokens.len() > 1) && phrases::is_person(noun)
        }
        Kind::Organisation => {
            let before = before(doc, name).is_some_and(|i| i >= tokens.start && parted(doc, i));
            // "the developer, Delta Group"
            let body = words::organisation(noun) || lexicon::PARTNERS.has(noun);
            before && name.tokens.end == tokens.end && body
        }
        _ => false,
    }
}
