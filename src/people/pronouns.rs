//! Whom a pronoun stands for.

use super::{Entity, EntityId, Gender, Kind, People};
use crate::text::Doc;

/// How many sentences back an antecedent is looked for.
const REACH: usize = 8;

/// The nearest compatible person or body: one who spoke shortly before, or the subject of a sentence before.
pub fn resolve(people: &People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let fits: fn(&Entity, Option<Gender>) -> bool = match doc.lower(token) {
        "he" | "him" | "his" | "she" | "her" => |e, g| e.kind == Kind::Person && (e.gender.is_none() || e.gender == g),
        "it" | "its" => |e, _| matches!(e.kind, Kind::Organisation | Kind::Other),
        "they" | "them" | "their" => |e, _| e.kind != Kind::Person || e.unnamed,
        _ => return None,
    };
    let gender = super::gender::of_word(doc.lower(token));
    let sentence = doc.sentences.partition_point(|s| s.tokens.end <= token);
    let first = sentence.saturating_sub(REACH);
    let from = people.names.partition_point(|(n, _)| n.sentence < first);
    let to = people.names.partition_point(|(n, _)| n.tokens.start < token);
    let mut best: Option<(i32, EntityId)> = None;
    let mut consider = |score: i32, id: EntityId| {
        if fits(people.entity(id), gender) && best.is_none_or(|(b, _)| score > b) {
            best = Some((score, id));
        }
    };
    for (name, id) in &people.names[from..to.max(from)] {
        let back = sentence - name.sentence;
        let start = doc.sentences[name.sentence].tokens.start;
        let subject = name.titles.start.min(name.tokens.start) <= start + 1;
        let mut score = 100 - 12 * i32::try_from(back).unwrap_or(i32::MAX / 100);
        score += if subject { 15 } else { 0 };
        score -= if name.quoted { 40 } else { 0 } + if name.possessive(doc) { 8 } else { 0 };
        score += if people.entity(*id).gender.is_some() { 6 } else { 0 };
        consider(score, *id);
    }
    if let Some(id) = spoken.first() {
        consider(95, *id);
    }
    best.map(|(_, id)| id)
}
