//! Whom a clause tells of that begins with "who", "which" or "that".

use super::groups;
use crate::{
    lexicon,
    people::{EntityId, Kind, People, brackets, mind, phrases, pronouns, words},
    text::Doc,
};

/// Most tokens of a description between a name and "who".
const APPOSED: usize = 16;

/// Whom or what the clause tells of that begins with "who", "which" or "that" at `token`: whoever is named or described
/// right before it.
pub fn before_clause(people: &mut People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    if !doc.says(token, "who") {
        return pronouns::document(people, doc, token, spoken);
    }
    let sentence = doc.sentence_of(token)?.tokens.start;
    let apart = token > sentence && lexicon::one(doc.word(token - 1), ", - – —");
    let end = if apart { token - 1 } else { token };
    // "Ann Lee (Ind.), who"
    let end = brackets::before(doc, sentence, end);
    let person = |end: usize| {
        let at = people.names.partition_point(|(n, _)| n.tokens.end < end);
        let named = people.names.get(at).filter(|(n, _)| n.tokens.end == end && n.tokens.start >= sentence);
        named.map(|(_, id)| *id)
    };
    // "Ann Lee, the head of the school in Osby, who said": past the description.
    let comma = (sentence..end).rev().take(APPOSED).find(|&i| words::is(doc, i, ","));
    // "Ann Lee, an old pilot who said", but "Ann Lee, a friend of those who said"
    let plain = |comma: usize| {
        let of = |i: usize| doc.has(&lexicon::PREPOSITIONS, i) || doc.has(&lexicon::DETERMINERS, i);
        doc.one(comma + 1, "a an") && !(comma + 2..end).any(of)
    };
    let comma = comma.filter(|&comma| apart || plain(comma));
    let before = comma.filter(|&i| doc.has(&lexicon::DETERMINERS, i + 1)).and_then(person);
    let before = before.filter(|id| people.entity(*id).kind == Kind::Person);
    if let Some(id) = before.or_else(|| person(end)) {
        return Some(id).filter(|id| !matches!(people.entity(*id).kind, Kind::Organisation | Kind::Place));
    }
    let last = end.checked_sub(1).filter(|&last| last >= sentence)?;
    // "said one pilot familiar with the talks, who added"
    let ends = |id: &EntityId| people.entity(*id).mentions.last().is_some_and(|m| m.end == doc.tokens[last].span.end);
    if let Some(id) = spoken.first().filter(|id| ends(id)) {
        return Some(*id);
    }
    let tokens = mind::described_at(doc, last, sentence)
        .map(|(tokens, _)| tokens)
        .or_else(|| groups::several_at(doc, last, sentence))?;
    phrases::resolve(people, doc, tokens, spoken)
}
