//! Descriptions of somebody who was named or in mind before: "both men", "the woman", “…,” the Orland leader said.

use super::{
    ahead::leads,
    nouns::{noun_key, sort},
};
use crate::{
    lexicon::{
        self,
        cues::{self, Class},
    },
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
    // "the two leaders"
    let counted =
        doc.says(tokens.start + 1, "two") && doc.says(tokens.start, "the") && lexicon::one(noun, "men women leaders");
    if !(two && tokens.len() == 2 || counted && tokens.len() == 3) {
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
    // "The Osby South MP said"
    let begins = doc.sentence_of(before).is_some_and(|s| s.tokens.end == tokens.start);
    let member = begins && doc.one(head, "mp mep msp senator congressman congresswoman");
    let former = (tokens.start..head).any(|i| doc.one(i, "former retired"));
    let office = former || (tokens.start..head).any(|i| words::capital(doc, i));
    let office = office && words::title(doc, head) && head + 1 == tokens.end && !offices::general(doc.lower(head));
    let entity = people.entity(id);
    // A baker is no mayor, but may be a former one.
    let fits = |role: &String| former || role.to_lowercase().contains(doc.lower(head));
    // "an MP", but not "a campaigner"
    let same = |role: &String| former || role.split(' ').any(|word| word.eq_ignore_ascii_case(doc.lower(head)));
    let sits = member && entity.role.as_ref().is_some_and(same);
    if !(tag || sits) || !office || entity.unnamed || !entity.role.as_ref().is_none_or(fits) {
        return None;
    }
    // "Lee told Falk": Falk only hears it.
    let hears = |n: &Name| matches!(cues::class(doc.lower(n.start().wrapping_sub(1))), Some(Class::Tell | Class::Ask));
    let person = |(n, id): &&(Name, EntityId)| !n.quoted && !hears(n) && people.entity(*id).kind == Kind::Person;
    let latest = || names::before(&people.names, tokens.start).iter().rev().take(LATEST).filter(person);
    let last = latest().next()?.0.sentence;
    // "Lee said Falk was late": Lee speaks.
    let (_, named) = latest().take_while(|(n, _)| n.sentence == last).last()?;
    let sentence = doc.sentence_index(tokens.start);
    (*named == id && last + TAGGED > sentence).then_some(id)
}

/// The only person named before "the former minister" says what they once were.
pub fn former(people: &People, doc: &Doc, tokens: &Range<usize>, head: usize) -> Option<EntityId> {
    let told = doc.says(tokens.start, "the") && doc.says(tokens.start + 1, "former") && words::title(doc, head);
    let before = names::before(&people.names, tokens.start).iter().filter(|_| told);
    let mut persons = before.rev().take(FAR).map(|(_, id)| *id).filter(|id| people.entity(*id).kind == Kind::Person);
    let only = persons.next()?;
    persons.all(|id| id == only).then_some(only)
}

/// Sentences from whoever is described to a word for just anybody or anything that takes them up.
const TAKEN: usize = 3;

/// Most tokens between them.
const FAR: usize = 100;

/// What those of some offices are called as well.
const CALLED: [(&str, &str); 4] = [
    ("diplomat", "ambassador envoy consul negotiator foreign"),
    ("official", "head director chief secretary deputy commissioner administrator"),
    ("parliamentarian", PARLIAMENT),
    ("lawmaker", PARLIAMENT),
];

const PARLIAMENT: &str = "speaker senator congressman congresswoman representative mp deputy";

/// Who or what spoke just before and is taken up by a word that says no more: "the source" for "a diplomat", "the
/// document" for "a report".
pub fn taken(people: &People, doc: &Doc, tokens: &Range<usize>, head: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let id = *spoken.first()?;
    let entity = people.entity(id);
    let name = entity.name.to_lowercase();
    let role = entity.role.as_deref().unwrap_or("").to_lowercase();
    let near = entity.mentions.last().is_some_and(|last| {
        let sentence = |token: usize| doc.sentence_index(token);
        sentence(doc.token_at(last.start)) + TAKEN > sentence(tokens.start)
    });
    // "the defence source" for "a defence official"
    let told = |i: usize| {
        i == head || doc.has(&lexicon::DETERMINERS, i) || name.contains(doc.lower(i)) || role.contains(doc.lower(i))
    };
    let someone = doc.says(head, "source") && entity.unnamed && entity.kind == Kind::Person;
    // "the union leader" for the "chairman of the union"
    let leader = doc.says(head, "leader") && tokens.len() > 2 && leads(&role);
    let called = || {
        let offices = CALLED.iter().find(|(noun, _)| doc.says(head, noun));
        // "An official came. […] The official said": that one.
        let a = |i: usize| doc.one(i, "a an another") && (i..i + TAKEN).any(|i| doc.lower(i + 1) == doc.lower(head));
        let introduced = (tokens.start.saturating_sub(FAR)..tokens.start).any(a);
        !introduced && offices.is_some_and(|(_, offices)| only(people, tokens.start, id, offices))
    };
    let written = |word: &str| lexicon::WRITINGS.has(word);
    let document = doc.says(head, "document") && entity.kind == Kind::Other && name.split(' ').any(written);
    let fits = leader || near && (someone || document) || called();
    (fits && head + 1 == tokens.end && tokens.clone().all(told)).then_some(id)
}

/// Whether `id` has one of `offices`, and nobody else who was named lately before token `start`.
fn only(people: &People, start: usize, id: EntityId, offices: &str) -> bool {
    let office = |role: &String| role.to_lowercase().split([' ', '-']).any(|word| lexicon::one(word, offices));
    let has = |id: EntityId| people.entity(id).role.as_ref().is_some_and(office);
    has(id) && !names::before(&people.names, start).iter().rev().take(FAR).any(|(_, other)| *other != id && has(*other))
}

/// The phrase by which the last sentences introduce whoever "the driver" at `tokens` is: "a young driver".
pub fn introduced(doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<Range<usize>> {
    let sentence = doc.sentence_index(tokens.start);
    let first = doc.sentences[sentence.saturating_sub(TAKEN - 1)].tokens.start.max(tokens.start.saturating_sub(FAR));
    let plain = tokens.len() == 2 && doc.says(tokens.start, "the") && sort(noun) == Kind::Person;
    let last = (first..tokens.start).rev().find(|&i| plain && noun_key(doc.lower(i)) == noun)?;
    let mut before = (last.saturating_sub(TAKEN + 1).max(first)..last).rev();
    let start = before.find(|&i| !doc.tokens[i].is_word() || doc.has(&lexicon::DETERMINERS, i))?;
    (start + 1 < last && doc.one(start, "a an")).then_some(start..last + 1)
}
