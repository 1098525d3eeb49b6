//! The name at the head of a source mention.

use super::{Entity, EntityId, Kind, People, names::Name};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// The entity whose name is what `tokens` speak of: "Xi" of "Chinese President Xi", "Yuri Ushakov" of "Putin's adviser, Yuri
/// Ushakov", nobody of "Putin's adviser".
pub fn head(people: &mut People, doc: &Doc, tokens: Range<usize>) -> Option<EntityId> {
    if let Some(id) = several(people, doc, tokens.clone()) {
        return Some(id);
    }
    let names = people.names_in(tokens.clone());
    let first_end = segment_end(doc, names, tokens.clone());
    let ends_at = |end: usize| names.iter().find(|(n, _)| n.tokens.end == end && !n.possessive(doc)).map(|(_, id)| *id);
    if let Some(id) = ends_at(first_end) {
        return Some(id);
    }
    // "her brother, Tom Lee", "a local named Tom Lee": a person's name later on, at the start of its part.
    names.iter().find_map(|(name, id)| {
        let start = name.titles.start.min(name.tokens.start);
        let before = start.checked_sub(1).filter(|&i| i >= tokens.start)?;
        let apposed = matches!(doc.lower(before), "," | "named" | "called" | "—" | "–" | ":" | "(");
        (apposed && !name.possessive(doc) && people.entity(*id).kind == Kind::Person).then_some(*id)
    })
}

/// The group of which `tokens` name every member ("Ann and Tom Lee"), or a body with "and" in its name.
fn several(people: &mut People, doc: &Doc, tokens: Range<usize>) -> Option<EntityId> {
    let names = people.names_in(tokens.clone());
    let [(first, a), .., (last, b)] = names else { return None };
    let start = first.titles.start.min(first.tokens.start);
    let joined =
        doc.lower(first.tokens.end) == "and" && last.titles.start.min(last.tokens.start) == first.tokens.end + 1;
    if names.len() != 2
        || !joined
        || last.tokens.end != tokens.end
        || doc.tokens_in(doc.span(tokens.start..start)).len() > 1
    {
        return None;
    }
    let name = format!("{} and {}", people.entity(*a).name, people.entity(*b).name);
    let mentions = vec![doc.span(tokens)];
    if let Some(id) = people.described.get(&name) {
        return Some(*id);
    }
    let entity = Entity { name: name.clone(), role: None, unnamed: false, kind: Kind::Group, gender: None, mentions };
    let id = people.push(entity);
    people.described.insert(name, id);
    Some(id)
}

impl People {
    /// The names that begin within `tokens`, titles left out.
    pub(super) fn names_in(&self, tokens: Range<usize>) -> &[(Name, EntityId)] {
        let from = self.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
        let to = self.names.partition_point(|(n, _)| n.tokens.start < tokens.end);
        &self.names[from..to.max(from)]
    }

    /// Adds an entity.
    pub(super) fn push(&mut self, entity: Entity) -> EntityId {
        self.entities.push(entity);
        EntityId(self.entities.len() - 1)
    }
}

/// Where the first noun phrase of `tokens` ends: at a comma, a preposition or a clause, none of them within a name.
pub fn segment_end(doc: &Doc, names: &[(Name, EntityId)], tokens: Range<usize>) -> usize {
    let mut names = names.iter().peekable();
    let mut i = tokens.start;
    while i < tokens.end {
        while names.peek().is_some_and(|(n, _)| n.tokens.end <= i) {
            names.next();
        }
        if let Some((name, _)) = names.peek().filter(|(n, _)| n.tokens.start <= i) {
            i = name.tokens.end.max(i + 1);
            continue;
        }
        let lower = doc.lower(i);
        let breaks = !doc.tokens[i].is_word() && !matches!(lower, "’" | "'" | "-" | "." | "&" | "/")
            || matches!(
                lower,
                "who"
                    | "whom"
                    | "whose"
                    | "which"
                    | "that"
                    | "where"
                    | "when"
                    | "as"
                    | "himself"
                    | "herself"
                    | "themselves"
                    | "itself"
                    | "also"
            )
            || lexicon::PREPOSITIONS.has(lower)
            || matches!(lower, "to" | "named" | "called");
        if breaks && i > tokens.start {
            return i;
        }
        i += 1;
    }
    tokens.end
}
