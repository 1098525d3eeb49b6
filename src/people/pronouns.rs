//! Whom a pronoun stands for.

use super::{Entity, EntityId, Gender, Kind, names::Name, words};
use crate::text::Doc;

/// Entities kept in mind at a time: those mentioned least are forgotten.
const IN_MIND: usize = 10;

/// How much of its weight a mention keeps from one sentence to the next.
const FADING: f32 = 0.6;

/// How present an entity is to the reader.
#[derive(Clone, Copy)]
struct Presence {
    id: EntityId,
    weight: f32,
}

/// Every "he" and "she" outside quotation marks, by token, with whom it stands for.
///
/// One walk over the text keeps in mind who was mentioned, how recently and how prominently (as the subject, as the speaker);
/// a pronoun means the most present one of its gender, and makes that one present again.
pub fn read(doc: &Doc, names: &[(Name, EntityId)], entities: &[Entity]) -> Vec<(usize, EntityId)> {
    let mut found = Vec::new();
    let mut mind: Vec<Presence> = Vec::new();
    let mut names = names.iter().peekable();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let mut told = false;
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            if let Some((name, id)) = names.next_if(|(n, _)| n.tokens.start <= i && n.sentence <= s) {
                mention(&mut mind, *id, weight(doc, name, sentence.tokens.start));
                told |= !name.quoted;
                i = i.max(name.tokens.end);
                continue;
            }
            if let Some(gender) = gendered(doc, i) {
                if let Some(id) = most_present(&mind, entities, gender) {
                    found.push((i, id));
                    mention(&mut mind, id, if matches!(pronoun_of(doc, i), "he" | "she") { 60.0 } else { 20.0 });
                }
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

fn mention(mind: &mut Vec<Presence>, id: EntityId, weight: f32) {
    match mind.iter_mut().find(|p| p.id == id) {
        Some(p) => p.weight += weight,
        None => {
            if mind.len() >= IN_MIND {
                let least = (0..mind.len()).min_by(|&a, &b| mind[a].weight.total_cmp(&mind[b].weight));
                mind.swap_remove(least.unwrap_or(0));
            }
            mind.push(Presence { id, weight });
        }
    }
}

/// How prominently a name is mentioned.
fn weight(doc: &Doc, name: &Name, sentence: usize) -> f32 {
    let start = name.titles.start.min(name.tokens.start);
    let before = start.checked_sub(1).map_or("", |i| doc.lower(i));
    let mut weight = 60.0;
    if words::cue(doc, name.tokens.end) || start > 0 && words::cue(doc, start - 1) {
        weight += 60.0;
    } else if start <= sentence + 1 || words::is(doc, start - 1, ",") {
        weight += 40.0;
    }
    if name.possessive(doc) {
        weight -= 25.0;
    } else if crate::lexicon::PREPOSITIONS.has(before) {
        weight -= 20.0;
    }
    if name.quoted { weight * 0.15 } else { weight }
}

fn most_present(mind: &[Presence], entities: &[Entity], gender: Gender) -> Option<EntityId> {
    let fit = |p: &&Presence| {
        let entity = &entities[p.id.0];
        entity.gender == Some(gender) || entity.gender.is_none() && entity.kind != Kind::Organisation
    };
    let sure = |p: &Presence| {
        let entity = &entities[p.id.0];
        let known = if entity.gender.is_some() { 1.0 } else { 0.7 };
        p.weight * known * if entity.kind == Kind::Person { 1.0 } else { 0.3 }
    };
    mind.iter().filter(fit).max_by(|a, b| sure(a).total_cmp(&sure(b))).map(|p| p.id)
}

/// Whom the pronoun at `token` stands for: as [`read`] found it, or for "it" and "they" a body that spoke or was a subject
/// shortly before.
pub fn resolve(people: &super::People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let plural = match pronoun_of(doc, token) {
        "he" | "him" | "his" | "she" | "her" => {
            let at = people.pronouns.partition_point(|(i, _)| *i < token);
            return people.pronouns.get(at).filter(|(i, _)| *i == token).map(|(_, id)| *id);
        }
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
