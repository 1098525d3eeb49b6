//! Mentions → entities: who a name, a surname, a title, a role or a pronoun stands for.
//!
//! [`read`] finds the names of an article and brings those of one bearer together; [`People::resolve`] then tells the
//! entity behind the mention that an attribution names. Knows nothing of quotations but where they stand.

mod apposed;
mod bearer;
mod beside;
mod bodies;
pub mod brackets;
mod capacity;
mod cluster;
mod compound;
mod describes;
mod entity;
mod gender;
mod heads;
mod initials;
mod jobs;
mod mind;
mod names;
mod narrator;
mod offices;
mod phrases;
mod places;
mod presence;
mod pronouns;
mod resolve;
mod roles;
mod runs;
mod shorter;
mod telling;
#[cfg(test)]
mod tests;
mod titles;
mod turns;
mod typos;
mod usage;
pub mod words;

use crate::{
    keyed::Keyed,
    pace::{self, Pace},
    span::Span,
    text::Doc,
};
use cluster::Clusters;
pub use entity::{Entity, EntityId, Gender, Kind};
use mind::{Antecedent, Mind};
use names::Name;
use narrator::Narrator;
use roles::Roles;
use std::ops::Range;

/// Everybody and everything that an article names.
#[derive(Clone, Debug)]
pub struct People {
    entities: Vec<Entity>,
    /// All names in text order, with the entity that each stands for.
    names: Vec<(Name, EntityId)>,
    /// How entities are described, by noun.
    roles: Roles,
    /// Entities that have no name, by their description in lower case.
    described: Keyed<'static, EntityId>,
    /// Whom pronouns stand for, and who is present where a passage begins.
    mind: Mind,
    /// For each token whether it stands within quotation marks.
    quoted: Vec<bool>,
    /// Who tells the article in the first person, where that is not its writer.
    narrator: Narrator,
    /// The writer, once "I" has stood for them: "the author" may be another's.
    writer: Option<EntityId>,
}

/// Finds all names of the article and who bears them.
pub fn read(doc: &Doc) -> People {
    pace::finish(read_at(doc, &Pace::unhurried()))
}

/// The same in slices.
pub async fn read_at(doc: &Doc<'_>, pace: &Pace) -> People {
    let names = names::find(doc, pace).await;
    let Clusters { mut entities, names } = cluster::cluster(doc, names, pace).await;
    let quoted = names::quoted(doc);
    pace.look().await;
    gender::tell(doc, &names, &quoted, &mut entities);
    pace.look().await;
    let kinds: Vec<_> = entities.iter().map(|e| e.kind).collect();
    let (roles, best) = roles::read(doc, &names, &kinds, pace).await;
    for (entity, role) in entities.iter_mut().zip(best) {
        if entity.kind == Kind::Named && role.is_some() && entity.name.contains(' ') {
            entity.kind = Kind::Person;
        }
        // "Prince" is no role of "Prince Osric".
        let first = entity.name.split(' ').next().filter(|first| first.len() < entity.name.len());
        entity.role = role.filter(|role| role.split(' ').next_back() != first);
    }
    let mind = mind::read(doc, &names, &entities, &roles, &quoted, pace).await;
    pace.look().await;
    let narrator = narrator::read(doc, &names, &entities);
    pace.look().await;
    People { entities, names, roles, described: Keyed::default(), mind, narrator, quoted, writer: None }
}

impl People {
    /// The entity behind `id`.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0]
    }

    /// Who is clearly the most present to the reader where the passage begins whose first byte is `start`: who speaks
    /// it, where nothing says so; only somebody of whom its sentence speaks before it where `near`.
    pub fn present(&mut self, doc: &Doc, start: usize, near: bool) -> Option<EntityId> {
        let whom = self.mind.present(doc.token_at(start), near)?.clone();
        let id = pronouns::stand_for(self, doc, whom, &[])?;
        let entity = self.entity(id);
        (entity.kind == Kind::Person || entity.gender.is_some()).then_some(id)
    }

    /// Who bears the name that begins at `token`, before which titles may stand.
    pub fn named_at(&self, token: usize) -> Option<EntityId> {
        let at = self.names.partition_point(|(n, _)| n.start() < token);
        self.names.get(at).filter(|(n, _)| n.start() == token).map(|(_, id)| *id)
    }

    /// Who bears the name that ends right before `token`.
    pub fn named_before(&self, token: usize) -> Option<EntityId> {
        let at = self.names.partition_point(|(n, _)| n.tokens.end < token);
        self.names.get(at).filter(|(n, _)| n.tokens.end == token && !n.quoted).map(|(_, id)| *id)
    }

    /// How many entities there are.
    pub fn count(&self) -> usize {
        self.entities.len()
    }

    /// The article's writer, where they speak as "I".
    pub fn writer(&self) -> Option<EntityId> {
        self.writer
    }

    /// Who does what `tokens` tell outside quotation marks, by name or as "he" or "she": the last one named right
    /// before a verb that attributes, or else the first one.
    pub fn subject(&self, doc: &Doc, tokens: Range<usize>) -> Option<EntityId> {
        let names = || self.names_in(tokens.clone()).iter().filter(|(name, _)| !name.quoted);
        if let Some((_, id)) = names().rev().find(|(name, _)| words::cue(doc, name.tokens.end)) {
            return Some(*id);
        }
        let name = names().next();
        let before = tokens.start..name.map_or(tokens.end, |(name, _)| name.tokens.start);
        let meant = before.into_iter().find_map(|i| match self.mind.meant(i) {
            Some(Antecedent::Entity(id)) if !self.quoted[i] => Some(*id),
            _ => None,
        });
        meant.or(name.map(|(_, id)| *id))
    }

    /// Whether token `i` stands within quotation marks.
    pub fn quoted(&self, i: usize) -> bool {
        self.quoted.get(i).is_some_and(|quoted| *quoted)
    }

    /// Whether the words at `mention` are a pronoun and nothing else.
    pub fn pronoun(&self, doc: &Doc, mention: Span) -> bool {
        let tokens = words::trimmed(doc, doc.tokens_in(mention));
        tokens.len() == 1 && words::pronoun(doc, tokens.start)
    }

    /// Whether the words at `mention` are "I" or "we" within quotation marks.
    pub fn quoted_first_person(&self, doc: &Doc, mention: Span) -> bool {
        let token = words::trimmed(doc, doc.tokens_in(mention)).start;
        let first = matches!(pronouns::word(doc, token), "i" | "me" | "my" | "we" | "us" | "our");
        first && self.pronoun(doc, mention) && self.quoted[token]
    }

    /// The names that begin within `tokens`, titles left out.
    fn names_in(&self, tokens: Range<usize>) -> &[(Name, EntityId)] {
        let from = names::before(&self.names, tokens.start).len();
        names::before(&self.names, tokens.end).get(from..).unwrap_or(&[])
    }

    /// Adds an entity.
    fn push(&mut self, entity: Entity) -> EntityId {
        self.entities.push(entity);
        EntityId(self.entities.len() - 1)
    }
}
