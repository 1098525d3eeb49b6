//! Whom a pronoun stands for.

use super::{Entity, EntityId, Gender, Kind, gender, names, names::Name, narrator, phrases, roles::Roles, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// Antecedents kept in mind at a time: the least present one is forgotten for a new one.
const IN_MIND: usize = 10;

/// How much of its weight a mention keeps from one sentence to the next.
const FADING: f32 = 0.6;

/// Somebody whom a pronoun can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Antecedent {
    /// Somebody named.
    Entity(EntityId),
    /// Somebody who is only described, by these tokens.
    Phrase(Range<usize>),
}

/// How present somebody is to the reader.
struct Presence {
    whom: Antecedent,
    noun: String,
    gender: Option<Gender>,
    weight: f32,
}

/// Every "he" and "she", by token, with whom it stands for.
///
/// One walk over the text keeps in mind who was mentioned, how recently and how prominently (as the subject, as the speaker);
/// a pronoun means the most present one of its gender, and makes that one present again.
pub fn read(doc: &Doc, names: &[(Name, EntityId)], entities: &[Entity], roles: &Roles) -> Vec<(usize, Antecedent)> {
    let mut found = Vec::new();
    let mut mind: Vec<Presence> = Vec::new();
    let (described, quoted) = (described(doc, roles), names::quoted(doc));
    let mut names = names.iter().peekable();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let mut told = false;
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            if let Some((name, id)) = names.next_if(|(n, _)| n.tokens.start <= i && n.sentence <= s) {
                if let Some(presence) = named(doc, name, *id, &entities[id.0], sentence.tokens.start) {
                    recall(&mut mind, presence);
                }
                told |= !name.quoted;
                i = i.max(name.tokens.end);
                continue;
            }
            if let Some(gender) = gendered(doc, i) {
                let weight = if matches!(pronoun_of(doc, i), "he" | "she") { 60.0 } else { 20.0 };
                let most = mind.iter_mut().filter(|p| p.gender.is_none_or(|g| g == gender));
                if let Some(most) = most.max_by(|a, b| a.sure().total_cmp(&b.sure())) {
                    most.weight = if quoted[i] { most.weight } else { joined(most.weight, weight) };
                    found.push((i, most.whom.clone()));
                }
                told |= !quoted[i];
            } else if !described[i]
                && !quoted[i]
                && let Some(tokens) = subject(doc, i, sentence.tokens.start)
            {
                let noun = phrases::noun_key(doc.lower(i));
                let whom = phrases::known(roles, doc, &tokens, &noun, &[]);
                let gender = whom.map_or_else(|| gender::of_word(doc.lower(i)), |id| entities[id.0].gender);
                let whom = whom.map_or(Antecedent::Phrase(tokens), Antecedent::Entity);
                recall(&mut mind, Presence { whom, noun, gender, weight: 100.0 });
                told = true;
            }
            i += 1;
        }
        if told {
            mind.iter_mut().for_each(|p| p.weight *= FADING);
        }
    }
    found
}

impl Presence {
    /// The weight, less where it is not known whether the gender fits.
    fn sure(&self) -> f32 {
        self.weight * if self.gender.is_some() { 1.0 } else { 0.7 }
    }
}

/// The tokens that describe somebody named beside them.
fn described(doc: &Doc, roles: &Roles) -> Vec<bool> {
    let mut described = vec![false; doc.tokens.len()];
    for role in roles.values().flatten() {
        if let Some(tokens) = described.get_mut(role.tokens.clone()) {
            tokens.fill(true);
        }
    }
    described
}

/// The pronoun of token `i`, without a verb drawn into it ("he'd").
fn pronoun_of<'a>(doc: &'a Doc, i: usize) -> &'a str {
    doc.lower(i).split('\'').next().unwrap_or("")
}

fn gendered(doc: &Doc, i: usize) -> Option<Gender> {
    match pronoun_of(doc, i) {
        "he" | "him" | "his" => Some(Gender::Male),
        "she" | "her" => Some(Gender::Female),
        _ => None,
    }
}

/// The noun phrase for a person that ends with token `i`, where it is a subject ("the official said", "said her brother").
fn subject(doc: &Doc, i: usize, sentence: usize) -> Option<Range<usize>> {
    if !words::title(doc, i) || words::title(doc, i + 1) || words::capital(doc, i + 1) || doc.lower(i + 1) == "'s" {
        return None;
    }
    let start = (i.saturating_sub(4).max(sentence)..i).rev().find(|&k| lexicon::DETERMINERS.has(doc.lower(k)))?;
    let plain = (start..i).all(|k| doc.tokens[k].is_word() && !lexicon::PREPOSITIONS.has(doc.lower(k)));
    let subject = start == sentence || words::cue(doc, i + 1) || words::cue(doc, start - 1);
    (plain && subject).then_some(start..i + 1)
}

/// How much a new mention adds: a second mention does not make somebody twice as present.
fn joined(old: f32, new: f32) -> f32 {
    old.max(new) + 0.3 * old.min(new)
}

fn recall(mind: &mut Vec<Presence>, new: Presence) {
    let same = |p: &Presence| match (&p.whom, &new.whom) {
        (Antecedent::Phrase(_), Antecedent::Phrase(_)) => p.noun == new.noun,
        (a, b) => a == b,
    };
    match mind.iter_mut().find(|p| same(p)) {
        Some(p) => p.weight = joined(p.weight, new.weight),
        None => {
            if mind.len() >= IN_MIND {
                let least = (0..mind.len()).min_by(|&a, &b| mind[a].weight.total_cmp(&mind[b].weight));
                mind.swap_remove(least.unwrap_or(0));
            }
            mind.push(new);
        }
    }
}

/// How prominently a name is mentioned; `None` for what is no person's.
fn named(doc: &Doc, name: &Name, id: EntityId, entity: &Entity, sentence: usize) -> Option<Presence> {
    let start = name.start();
    let before = start.checked_sub(1).map_or("", |i| doc.lower(i));
    let mut weight = 60.0;
    if words::cue(doc, name.tokens.end) || start > 0 && words::cue(doc, start - 1) {
        weight += 60.0;
    } else if start <= sentence + 1 || before == "," {
        weight += 40.0;
    }
    if name.possessive(doc) {
        weight -= 25.0;
    } else if lexicon::PREPOSITIONS.has(before) {
        weight -= 20.0;
    }
    weight *= if name.quoted { 0.15 } else { 1.0 };
    weight *= if entity.kind == Kind::Person { 1.0 } else { 0.3 };
    let person = matches!(entity.kind, Kind::Person | Kind::Named);
    person.then(|| Presence { whom: Antecedent::Entity(id), noun: String::new(), gender: entity.gender, weight })
}

/// Whom the pronoun at `token` stands for: as [`read`] found it, or for "it" and "they" a body that spoke or was a subject
/// shortly before.
pub fn resolve(people: &mut super::People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let plural = match pronoun_of(doc, token) {
        "he" | "him" | "his" | "she" | "her" => {
            let at = people.pronouns.partition_point(|(i, _)| *i < token);
            return match people.pronouns.get(at).filter(|(i, _)| *i == token)?.1.clone() {
                Antecedent::Entity(id) => Some(id),
                Antecedent::Phrase(tokens) => phrases::resolve(people, doc, tokens, spoken),
            };
        }
        "i" | "me" | "my" => return narrator::resolve(people, doc, token),
        "it" | "its" => false,
        "they" | "them" | "their" => true,
        _ => return None,
    };
    let fits = |id: &EntityId| match people.entity(*id).kind {
        Kind::Person => false,
        Kind::Group => plural,
        Kind::Organisation | Kind::Named => true,
        Kind::Other => !plural,
    };
    if let Some(id) = spoken.first().filter(|id| fits(id)) {
        return Some(*id);
    }
    let sentence = doc.sentences.partition_point(|s| s.tokens.end <= token);
    let from = people.names.partition_point(|(n, _)| n.sentence + 1 < sentence);
    let to = people.names.partition_point(|(n, _)| n.tokens.start < token).max(from);
    let near = people.names[from..to]
        .iter()
        .filter(|(n, id)| !n.quoted && fits(id) && !words::demonym(doc.lower(n.tokens.start)));
    near.max_by_key(|(n, _)| (n.tokens.start <= doc.sentences[n.sentence].tokens.start + 1, n.sentence))
        .map(|(_, id)| *id)
}
