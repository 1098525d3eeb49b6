//! Descriptions of somebody who was named or in mind before: "both men", "the woman", “…,” the Orland leader said.

use super::nouns::sort;
use crate::{
    lexicon,
    people::{
        EntityId, Kind, People, compound,
        mind::Antecedent,
        names::{self, Name},
        offices, pronouns, words,
    },
    text::Doc,
};
use std::ops::Range;

/// Most names between a pair of people and what says "both men" of them.
const PAIR: usize = 8;

/// The two people named together before the words at `tokens` speak of both: "both men", "the pair".
pub fn pair(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<Range<usize>> {
    let two = doc.says(tokens.start, "both") && sort(noun) == Kind::Group || lexicon::one(noun, "pair duo couple");
    if !two || tokens.len() != 2 {
        return None;
    }
    let before = names::before(&people.names, tokens.start);
    let near = &before[before.len().saturating_sub(PAIR)..];
    let person = |id: EntityId| people.entity(id).kind == Kind::Person;
    let (first, last) = near.windows(2).rev().map(|two| (&two[0], &two[1])).find(|((first, a), (last, b))| {
        let and = first.tokens.end;
        doc.says(and, "and") && last.start() == and + 1 && person(*a) && person(*b)
    })?;
    Some(first.0.tokens.start..last.0.tokens.end)
}

/// Whom a noun for just anybody at `head` means: who was in mind there.
pub fn meant(
    people: &mut People,
    doc: &Doc,
    tokens: &Range<usize>,
    head: usize,
    spoken: &[EntityId],
) -> Option<EntityId> {
    match people.mind.meant(head)?.clone() {
        Antecedent::Phrase(other) if other.start >= tokens.start => None,
        whom => pronouns::stand_for(people, doc, whom, spoken),
    }
}

/// Names before a tag among which the last person is looked for.
const LATEST: usize = 20;

/// Sentences from the last name of whoever spoke to a tag that calls them otherwise.
const TAGGED: usize = 4;

/// The person who spoke and was named last, whom a tag calls by another office: “…,” the Orland leader said.
pub fn renamed(
    people: &People,
    doc: &Doc,
    tokens: &Range<usize>,
    head: usize,
    spoken: &[EntityId],
) -> Option<EntityId> {
    let id = *spoken.first()?;
    let before = tokens.start.checked_sub(1)?;
    let tag = compound::mark(doc, before) || words::cue(doc, before) && compound::mark(doc, before.saturating_sub(1));
    let former = (tokens.start..head).any(|i| doc.one(i, "former retired"));
    let office = former || (tokens.start..head).any(|i| words::capital(doc, i));
    let office = office && words::title(doc, head) && head + 1 == tokens.end && !offices::general(doc.lower(head));
    let entity = people.entity(id);
    // A baker is no mayor, but may be a former one.
    let fits = |role: &String| former || role.to_lowercase().contains(doc.lower(head));
    if !tag || !office || entity.unnamed || !entity.role.as_ref().is_some_and(fits) {
        return None;
    }
    let person = |(n, id): &&(Name, EntityId)| !n.quoted && people.entity(*id).kind == Kind::Person;
    let (last, named) = names::before(&people.names, tokens.start).iter().rev().take(LATEST).find(person)?;
    let sentence = doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    (*named == id && last.sentence + TAGGED > sentence).then_some(id)
}
