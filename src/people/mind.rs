//! Who is in the reader's mind: one walk over the text that tells whom each "he" and "she" stands for.

mod asked;
mod described;
mod walk;

use super::{Entity, EntityId, names::Name, roles::Roles};
use crate::{pace::Pace, text::Doc};
pub use described::at as described_at;
use std::ops::Range;
use walk::Walk;

/// Somebody whom a pronoun can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Antecedent {
    /// Somebody named.
    Entity(EntityId),
    /// Somebody who is only described, by these tokens.
    Phrase(Range<usize>),
}

/// What the walk finds, each in text order.
#[derive(Clone, Debug, Default)]
pub struct Mind {
    /// Every "he", "she" and "the woman", by token, with whom it stands for.
    pub pronouns: Vec<(usize, Antecedent)>,
    /// Passages in quotation marks, by first token, before which one person is clearly the most present.
    pub present: Vec<(usize, Antecedent)>,
    /// Those of them whose sentence speaks of that person before the passage.
    pub near: Vec<(usize, Antecedent)>,
}

impl Mind {
    /// Whom the pronoun or the general noun at `token` stands for.
    pub fn meant(&self, token: usize) -> Option<&Antecedent> {
        at(&self.pronouns, token)
    }

    /// Who is the most present before the passage that begins at `token`, in its own sentence where `near`.
    pub fn present(&self, token: usize, near: bool) -> Option<&Antecedent> {
        at(if near { &self.near } else { &self.present }, token)
    }
}

fn at(list: &[(usize, Antecedent)], token: usize) -> Option<&Antecedent> {
    let at = list.partition_point(|(i, _)| *i < token);
    list.get(at).filter(|(i, _)| *i == token).map(|(_, whom)| whom)
}

/// Walks over the text and keeps in mind who was mentioned, how recently and how prominently (as the subject, as the
/// speaker); a pronoun means the most present one of its gender, and makes that one present again.
pub async fn read(
    doc: &Doc<'_>,
    names: &[(Name, EntityId)],
    entities: &[Entity],
    roles: &Roles,
    quoted: &[bool],
    pace: &Pace,
) -> Mind {
    let mut walk = Walk::new(doc, names, entities, roles, quoted);
    for sentence in 0..doc.sentences.len() {
        walk.sentence(sentence);
        pace.rest(2).await;
    }
    walk.found
}
