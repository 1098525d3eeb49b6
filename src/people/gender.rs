//! Which gender the text gives a person.

use super::{Entity, EntityId, Gender, Kind, names::Name, words};
use crate::{lexicon, text::Doc};

/// What a word says of a gender.
pub fn of_word(lower: &str) -> Option<Gender> {
    let lower = words::bare(lower);
    if lexicon::FEMALE.has(lower) {
        Some(Gender::Female)
    } else if lexicon::MALE.has(lower) {
        Some(Gender::Male)
    } else {
        None
    }
}

/// Votes of words for women and men.
#[derive(Clone, Copy, Default)]
struct Votes([u32; 2]);

impl Votes {
    fn add(&mut self, gender: Option<Gender>, weight: u32) {
        match gender {
            Some(Gender::Female) => self.0[0] += weight,
            Some(Gender::Male) => self.0[1] += weight,
            None => {}
        }
    }

    fn won(self) -> Option<Gender> {
        let [female, male] = self.0;
        match female.cmp(&male) {
            std::cmp::Ordering::Greater => Some(Gender::Female),
            std::cmp::Ordering::Less => Some(Gender::Male),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// Sets the gender of every person of whom the text tells it: by titles, by nouns beside the name, by pronouns where nobody
/// else is near, and by the given name.
pub fn tell(doc: &Doc, names: &[(Name, EntityId)], entities: &mut [Entity]) {
    let mut votes = vec![Votes::default(); entities.len()];
    for (name, EntityId(id)) in names {
        let before = name.titles.start.saturating_sub(1)..name.tokens.start;
        for i in before {
            votes[*id].add(of_word(doc.lower(i)).filter(|_| !words::pronoun(doc.lower(i))), 6);
        }
        let next = name.tokens.end;
        if words::is(doc, next, ",") && matches!(doc.lower(next + 1), "a" | "an" | "the" | "his" | "her" | "their") {
            let noun =
                (next + 2..next + 6).find_map(|i| of_word(doc.lower(i)).filter(|_| !words::pronoun(doc.lower(i))));
            votes[*id].add(noun, 4);
        }
        let given = doc.lower(name.tokens.start);
        if name.tokens.len() > 1 {
            votes[*id].add(lexicon::GIVEN_FEMALE.has(given).then_some(Gender::Female), 2);
            votes[*id].add(lexicon::GIVEN_MALE.has(given).then_some(Gender::Male), 2);
        }
    }
    by_pronouns(doc, names, entities, &mut votes);
    for (entity, votes) in entities.iter_mut().zip(votes) {
        if entity.kind == Kind::Person {
            entity.gender = votes.won();
        }
    }
}

/// A pronoun votes for the one person named in its sentence before it, or else for the one of the sentence before.
fn by_pronouns(doc: &Doc, names: &[(Name, EntityId)], entities: &[Entity], votes: &mut [Votes]) {
    let mut at = 0;
    let mut previous: Option<usize> = None;
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let start = at;
        while names.get(at).is_some_and(|(name, _)| name.sentence <= s) {
            at += 1;
        }
        let mut here = names[start..at].iter().filter(|(n, id)| !n.quoted && entities[id.0].kind == Kind::Person);
        let first = here.next();
        let alone = first.filter(|(_, id)| here.all(|(_, other)| other == id));
        let pronoun = sentence
            .tokens
            .clone()
            .find(|&i| matches!(doc.lower(i), "he" | "she" | "his" | "her" | "himself" | "herself"));
        if let Some(i) = pronoun {
            let whom = match (first, alone) {
                (None, _) => previous,
                (_, Some((name, id))) if name.tokens.start < i => Some(id.0),
                _ => None,
            };
            if let Some(id) = whom {
                votes[id].add(of_word(doc.lower(i)), 1);
            }
        }
        if first.is_some() {
            previous = alone.map(|(_, id)| id.0);
        }
    }
}
