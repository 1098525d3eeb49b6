//! Mentions without a name: roles, groups, documents, the unnamed.

mod ahead;
mod earlier;
mod nouns;
mod words_of;

use super::{Entity, EntityId, Kind, Name, People, bodies, gender, heads, offices, roles::Role, words};
use crate::{lexicon, text::Doc};
pub use nouns::{is_person, noun_key};
use nouns::{known_thing, sort};
use std::ops::Range;
use words_of::{aside, description, fill};

/// The entity that a description stands for: somebody whom the article described so before, or else one of its own;
/// `None` for words that describe nobody.
pub fn resolve(people: &mut People, doc: &Doc, tokens: Range<usize>, spoken: &[EntityId]) -> Option<EntityId> {
    let end = heads::segment_end(doc, people.names_in(tokens.clone()), tokens.clone());
    let head = words::head_noun(doc, tokens.start..end);
    let noun = noun_key(doc.lower(head));
    if !is_phrase(people, doc, tokens.start, head) {
        return None;
    }
    if let Some(pair) = earlier::pair(people, doc, &tokens, &noun) {
        return heads::several(people, doc, pair);
    }
    if let Some(maker) = bodies::maker(people, doc, end, &noun) {
        let maker = doc.span(maker);
        if let Some(id) = people.resolve(doc, maker, spoken) {
            return Some(id);
        }
    }
    let definite = definite(doc, tokens.start);
    let known = if definite {
        let office = offices::known(&people.roles, &people.names, doc, &tokens, &noun, spoken);
        bodies::apposed(people, doc, &tokens, &noun)
            .or_else(|| office.filter(|id| !bodies::passing(people, doc, *id)))
            .or_else(|| bodies::named(people, doc, &tokens, &noun, spoken))
            .or(office)
            .or_else(|| earlier::renamed(people, doc, &tokens, head, spoken))
            .or_else(|| earlier::former(people, doc, &tokens, head))
            .or_else(|| earlier::meant(people, doc, &tokens, head, spoken))
            .or_else(|| earlier::taken(people, doc, &tokens, head, spoken))
    } else {
        offices::below(&people.roles, doc, &tokens, &noun)
    };
    let known = known.or_else(|| ahead::named(people, doc, &tokens, head, &noun));
    if let Some(id) = known {
        fill(people, doc, id, &tokens);
        return Some(id);
    }
    let bare = words::several(&noun) && !doc.has(&lexicon::DETERMINERS, tokens.start);
    let fuller = bodies::fuller(doc, &tokens, &noun).filter(|_| definite && !bare);
    let tokens = fuller.or_else(|| earlier::introduced(doc, &tokens, &noun)).unwrap_or(tokens);
    Some(own(people, doc, tokens, end, noun))
}

/// An entity that the words at `tokens`, of which the first part ends before token `end`, describe alone.
fn own(people: &mut People, doc: &Doc, tokens: Range<usize>, end: usize, noun: String) -> EntityId {
    let tokens = tokens.start..aside(doc, &tokens);
    let name = description(people, doc, tokens.clone());
    let key = name.to_lowercase();
    if let Some(id) = people.described.get(&key) {
        return *id;
    }
    let names = people.names_in(tokens.clone());
    // "Lee and his chief of staff"
    let his = |n: &Name| doc.says(n.tokens.end, "and") && words::possessive(doc, n.tokens.end + 1);
    let several = names.first().is_some_and(|(n, _)| n.start() == tokens.start && n.tokens.end < tokens.end && his(n));
    let kind = if several { Kind::Group } else { sort(&noun) };
    let unnamed =
        kind == Kind::Person || kind == Kind::Group && (end == tokens.start + 1 || !words::capital(doc, end - 1));
    let nouns = (tokens.start..end).filter(|&i| !words::pronoun(doc, i));
    let gender = nouns.into_iter().find_map(|i| gender::of_word(doc.lower(i)));
    let mentions = vec![doc.span(tokens.clone())];
    let id = people.push(Entity { name, role: None, unnamed, kind, gender, mentions });
    people.described.set(key, id);
    let described = people.roles.or(noun, Vec::new);
    let at = described.partition_point(|role| role.tokens.start < tokens.start);
    described.insert(at, Role { id, tokens });
    id
}

/// Whether words with `head` as their noun can describe a source: what begins like a noun phrase, or turns on a noun
/// that is known for one.
fn is_phrase(people: &People, doc: &Doc, start: usize, head: usize) -> bool {
    let first = doc.lower(start);
    let noun = doc.lower(head);
    let led = lexicon::DETERMINERS.has(first)
        || lexicon::PRONOUNS.has(first)
        || words::capital(doc, start) && !lexicon::OPENERS.has(first)
        || first.contains(|c: char| c.is_ascii_digit());
    // "1925", "the" alone: no noun at all.
    if words::date(doc, start)
        || start == head && (!noun.contains(char::is_alphabetic) || lexicon::one(noun, "the a an shows"))
    {
        return false;
    }
    let own = people.quoted.get(start) == people.quoted.get(head);
    let thing = known_thing(noun) || known_thing(&words::singular(noun));
    let known = words::title_word(noun) || thing || sort(noun) == Kind::Group;
    own && !lexicon::SUBORDINATORS.has(first) && !lexicon::AUXILIARIES.has(first) && (led || known)
}

/// Whether the description that begins at token `i` speaks of somebody or something mentioned before.
pub fn definite(doc: &Doc, i: usize) -> bool {
    // "30 percent of voters" are others than 24 percent.
    let counted = doc.lower(i).starts_with(|c: char| c.is_ascii_digit());
    !counted && !doc.one(i, "a an some any no every each another several many one two three other")
}
