//! Mentions → entities: who a name, a surname, a title, a role or a pronoun stands for.
//!
//! [`read`] finds the names of an article and brings those of one bearer together; [`People::resolve`] then tells the
//! entity behind the mention that an attribution names. Knows nothing of quotations but where they stand.

mod bearer;
mod cluster;
mod gender;
mod heads;
mod names;
mod narrator;
mod phrases;
mod pronouns;
mod roles;
#[cfg(test)]
mod tests;
mod usage;
mod words;

use crate::{span::Span, text::Doc};
use cluster::Clusters;
use names::Name;
use pronouns::Antecedent;
use roles::Roles;
use std::collections::HashMap;

/// Index of an [`Entity`] in [`People`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(usize);

/// What sort of thing an entity is, as far as the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A single person, named or not.
    Person,
    /// Anything else with a name of its own: an organisation, a place that speaks, a publication.
    Organisation,
    /// A name of which the text does not tell whether it is a person's.
    Named,
    /// Several people ("officials").
    Group,
    /// A document, a poll, an unnamed body: anything else that is only described.
    Other,
}

/// A person's gender, as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// A person, organisation, document or group that the article mentions.
#[derive(Clone, Debug)]
pub struct Entity {
    /// The fullest form of the name that the article gives, without titles; for the unnamed their description.
    pub name: String,
    /// Title, job or affiliation in the article's words.
    pub role: Option<String>,
    /// Whether it is a person, or several, without a name in the article.
    pub unnamed: bool,
    /// What it is.
    pub kind: Kind,
    /// `None` where the text does not tell.
    pub gender: Option<Gender>,
    /// Where it is mentioned by name, in text order; for the unnamed where it was resolved first.
    pub mentions: Vec<Span>,
}

/// Everybody and everything that an article names.
#[derive(Clone, Debug)]
pub struct People {
    entities: Vec<Entity>,
    /// All names in text order, with the entity that each stands for.
    names: Vec<(Name, EntityId)>,
    /// How entities are described, by noun.
    roles: Roles,
    /// Entities that have no name, by their description in lower case.
    described: HashMap<String, EntityId>,
    /// Pronouns by their token, in text order, with whom each stands for.
    pronouns: Vec<(usize, Antecedent)>,
    /// For each token whether it stands within quotation marks.
    quoted: Vec<bool>,
    /// Who answers, where the article is an interview.
    answers: Option<EntityId>,
}

/// Finds all names of the article and who bears them.
pub fn read(doc: &Doc) -> People {
    let names = names::find(doc);
    let Clusters { mut entities, names } = cluster::cluster(doc, names);
    gender::tell(doc, &names, &mut entities);
    let kinds: Vec<_> = entities.iter().map(|e| e.kind).collect();
    let (roles, best) = roles::read(doc, &names, &kinds);
    for (entity, role) in entities.iter_mut().zip(best) {
        entity.role = role;
    }
    let pronouns = pronouns::read(doc, &names, &entities, &roles);
    let answers = narrator::answers(doc, &names, &entities);
    People { entities, names, roles, described: HashMap::new(), pronouns, answers, quoted: names::quoted(doc) }
}

impl People {
    /// The entity behind `id`.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0]
    }

    /// The entity that the words at `mention` stand for: a name with title and apposition, a surname, a pronoun, a role
    /// ("the adviser"), a document, a group. `spoken` are the entities that spoke before, the latest first. `None` where
    /// it cannot be told: a wrong name is worse than none.
    ///
    /// Mentions are best resolved in text order: somebody unnamed becomes an entity when first resolved, so that a later
    /// "the official" can mean the same one.
    pub fn resolve(&mut self, doc: &Doc, mention: Span, spoken: &[EntityId]) -> Option<EntityId> {
        let tokens = words::trimmed(doc, doc.tokens_in(mention));
        if tokens.is_empty() {
            return None;
        }
        if tokens.len() == 1 && words::pronoun(doc, tokens.start) {
            return pronouns::resolve(self, doc, tokens.start, spoken);
        }
        match heads::head(self, doc, tokens.clone()) {
            Some(id) => Some(id),
            None => phrases::resolve(self, doc, tokens, spoken),
        }
    }
}
