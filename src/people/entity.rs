//! Whoever or whatever an article names or describes.

use crate::span::Span;

/// Index of an [`Entity`] in [`People`](super::People).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub(super) usize);

impl EntityId {
    /// Its place among all entities, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}

/// What sort of thing an entity is, as far as the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A single person, named or not.
    Person,
    /// Anything else with a name of its own: an organisation, a publication.
    Organisation,
    /// A place, which speaks for those who govern it.
    Place,
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
