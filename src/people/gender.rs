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

/// What the noun of token `i` says of a gender; pronouns say nothing of a name beside them.
fn of_noun(doc: &Doc, i: usize) -> Option<Gender> {
    of_word(doc.lower(i)).filter(|_| !words::pronoun(doc, i))
}

/// What a name itself says of its bearer: the titles before it, or else a common given name.
pub fn of_name(doc: &Doc, name: &Name) -> Option<Gender> {
    let before = name.start().saturating_sub(1);
    let titled = (before..name.tokens.start).rev().find_map(|i| of_noun(doc, i));
    let given = doc.lower(name.tokens.start);
    let full = name.tokens.len() > 1 && name.kind != Some(Kind::Organisation);
    titled.or_else(|| {
        let (female, male) = (lexicon::GIVEN_FEMALE.has(given), lexicon::GIVEN_MALE.has(given));
        if !full || female == male { None } else { Some(if female { Gender::Female } else { Gender::Male }) }
    })
}

/// Votes for women and for men.
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

    fn most(self) -> u32 {
        self.0[0].max(self.0[1])
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

/// Sets the gender of those whose names do not tell it: by nouns after the name, and by pronouns where nobody else is
/// near.
pub fn tell(doc: &Doc, names: &[(Name, EntityId)], quoted: &[bool], entities: &mut [Entity]) {
    let mut votes = vec![Votes::default(); entities.len()];
    for (name, EntityId(id)) in names {
        let next = name.tokens.end;
        if words::is(doc, next, ",") && doc.has(&lexicon::DETERMINERS, next + 1) {
            let nouns = (next + 2..next + 6).take_while(|&i| doc.tokens.get(i).is_some_and(|t| t.is_word()));
            votes[*id].add(nouns.into_iter().find_map(|i| of_noun(doc, i)), 4);
        }
    }
    by_pronouns(doc, names, quoted, entities, &mut votes);
    for (entity, votes) in entities.iter_mut().zip(votes) {
        let enough = match entity.kind {
            Kind::Person => 1,
            Kind::Named => 2,
            _ => continue,
        };
        if votes.most() >= enough {
            entity.gender = entity.gender.or(votes.won());
        }
    }
}

/// How many sentences back the one person may be spoken of for whom a pronoun votes.
const NEAR: usize = 3;

/// A pronoun votes for the one person named in its sentence before it, or else for the one of the last sentence with
/// names before it, as long as the pronouns since are of one gender.
fn by_pronouns(doc: &Doc, names: &[(Name, EntityId)], quoted: &[bool], entities: &[Entity], votes: &mut [Votes]) {
    let mut at = 0;
    // Who it is, the last sentence that speaks of them, and of which gender the pronouns are that followed.
    let mut previous: Option<(usize, usize, Option<Gender>)> = None;
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let start = at;
        while names.get(at).is_some_and(|(name, _)| name.sentence <= s) {
            at += 1;
        }
        let person = |n: &Name, id: &EntityId| {
            !n.quoted && !n.attributive(doc) && matches!(entities[id.0].kind, Kind::Person | Kind::Named)
        };
        let mut here = names[start..at].iter().filter(|(n, id)| person(n, id));
        let first = here.next();
        // "On Delta's Evening Tide, she said"
        let hangs = |n: &Name, id: &EntityId| {
            let before = n.start().wrapping_sub(1);
            entities[id.0].kind == Kind::Named && (doc.says(before, "'s") || doc.has(&lexicon::PREPOSITIONS, before))
        };
        let alone = first.filter(|(n, id)| here.all(|(_, other)| other == id) && !hangs(n, id));
        let third = |&i: &usize| !quoted[i] && doc.one(i, "he she himself herself");
        if let Some(i) = sentence.tokens.clone().find(third) {
            let said = of_word(doc.lower(i));
            if first.is_none() {
                let fits = |(_, last, gender): &(_, usize, Option<Gender>)| {
                    s - last <= NEAR && gender.is_none_or(|gender| Some(gender) == said)
                };
                previous = previous.filter(fits).map(|(id, ..)| (id, s, said));
            }
            let whom = match (first, alone) {
                (None, _) => previous.map(|(id, ..)| id),
                (_, Some((name, id))) if name.tokens.start < i => Some(id.0),
                _ => None,
            };
            if let Some(id) = whom {
                votes[id].add(said, 1);
            }
        }
        if first.is_some() {
            previous = alone.map(|(_, id)| (id.0, s, None));
        }
    }
}
