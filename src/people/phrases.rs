//! Mentions without a name: roles, groups, documents, the unnamed.

use super::{Entity, EntityId, Kind, People, gender, heads, words};
use crate::text::Doc;
use std::ops::Range;

/// The entity that a description stands for: somebody whom the article described so before, or else one of its own.
pub fn resolve(people: &mut People, doc: &Doc, tokens: Range<usize>, spoken: &[EntityId]) -> Option<EntityId> {
    let names = people.names_in(tokens.clone());
    let end = heads::segment_end(doc, names, tokens.clone());
    let definite = !matches!(doc.lower(tokens.start), "a" | "an" | "some" | "another" | "several" | "many");
    let noun = noun_key(doc.lower(end.saturating_sub(1).max(tokens.start)));
    if definite {
        let near = people.roles.get(&noun).map_or(&[][..], Vec::as_slice);
        let said = spoken.iter().find(|id| near.iter().any(|(_, other)| other == *id));
        let last = near.iter().rev().find(|(at, _)| *at < tokens.start);
        if let Some(id) = said.copied().or(last.map(|(_, id)| *id)) {
            return Some(id);
        }
    }
    let text = doc.at(doc.span(tokens.clone())).split_whitespace().collect::<Vec<_>>().join(" ");
    let key = text.to_lowercase();
    if let Some(id) = people.described.get(&key) {
        return Some(*id);
    }
    let person = words::title(doc, end.saturating_sub(1));
    let plural = noun.ends_with('s') || matches!(&*noun, "people" | "police");
    let kind = if person {
        Kind::Person
    } else if plural {
        Kind::Group
    } else {
        Kind::Other
    };
    let name = if doc.capital(tokens.start) && lowers(doc, tokens.start) {
        let mut chars = text.chars();
        chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
    } else {
        text
    };
    let gender = (tokens.start..end).find_map(|i| gender::of_word(doc.lower(i)).filter(|_| !words::pronoun(doc, i)));
    let mentions = vec![doc.span(tokens.clone())];
    let id = people.push(Entity { name, role: None, unnamed: person, kind, gender, mentions });
    people.described.insert(key, id);
    people.roles.entry(noun).or_default().push((tokens.start, id));
    Some(id)
}

/// Whether token `i` has its capital from the start of a sentence alone.
fn lowers(doc: &Doc, i: usize) -> bool {
    crate::lexicon::OPENERS.has(doc.lower(i))
}

/// The noun of a description, one spelling for all.
pub fn noun_key(lower: &str) -> String {
    match lower.strip_suffix("or") {
        Some(stem) => format!("{stem}er"),
        None => lower.to_owned(),
    }
}
