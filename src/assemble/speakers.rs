//! Who speaks each statement: whoever its source stands for, or else whoever is at hand.

use crate::{
    attribution::Found,
    order,
    people::{EntityId, Kind, People},
    sources,
    span::Span,
    text::Doc,
};

/// How many earlier speakers a pronoun or a role may stand for.
const MEMORY: usize = 8;

/// The speakers of `found`, resolved in text order: "he" is often the one who spoke last.
pub fn resolve(doc: &Doc, found: &[Found], people: &mut People) -> Vec<Option<EntityId>> {
    let mut places: Vec<(Span, usize)> = Vec::with_capacity(found.len());
    let mut first_persons = Vec::new();
    for (index, statement) in found.iter().enumerate() {
        match statement.source {
            Some(mention) if people.quoted_first_person(doc, mention) => first_persons.push((mention, index)),
            Some(mention) => places.push((mention, index)),
            None => places.extend(statement.content.first().map(|&content| (content, index))),
        }
    }
    order::by_key(&mut places, |&(place, _)| order::of_span(place));
    let mut entities = vec![None; found.len()];
    let mut spoken: Vec<EntityId> = Vec::new();
    // Who gave out the document of each noun last: "said in a statement" before "the statement said".
    let mut issuers: Vec<(String, EntityId)> = Vec::new();
    for (_, index) in places {
        let statement = &found[index];
        let issued = statement.source.filter(|mention| !matches!(doc.lower(doc.token_at(mention.start)), "a" | "an"));
        let issued = issued.and_then(|mention| people.document(doc, mention));
        let issuer = issued.and_then(|noun| issuers.iter().find(|(other, _)| *other == noun)).map(|(_, id)| *id);
        let told = issuer.or_else(|| people.resolve(doc, statement.source?, &spoken));
        let silent =
            !statement.quotes.is_empty() && statement.source.is_none_or(|mention| !people.pronoun(doc, mention));
        entities[index] = told.or_else(|| silent.then(|| at_hand(doc, people, statement, &spoken)).flatten());
        if let Some(id) = entities[index] {
            spoken.retain(|&s| s != id);
            spoken.insert(0, id);
            spoken.truncate(MEMORY);
            if let Some(noun) = sources::medium(doc, people, statement).and_then(|medium| people.document(doc, medium))
            {
                issuers.retain(|(other, _)| *other != noun);
                issuers.push((noun, id));
            }
        }
    }
    for (mention, index) in first_persons {
        entities[index] = around(found, mention, index).and_then(|outer| entities[outer]);
    }
    entities
}

/// The innermost other statement whose words `mention` is among: who says "I" there.
fn around(found: &[Found], mention: Span, index: usize) -> Option<usize> {
    let holds = |f: &Found| f.content.iter().any(|content| content.contains(mention));
    let from = index.saturating_sub(MEMORY);
    let before = found[from..index].iter().rposition(holds).map(|at| from + at);
    before.or_else(|| found[index + 1..].iter().take(1).position(holds).map(|at| index + 1 + at))
}

/// Who stands right after a passage that ends like speech, whatever verb follows: "“No,” he rejoined".
fn beside(doc: &Doc, people: &mut People, passage: Span, spoken: &[EntityId]) -> Option<EntityId> {
    let ends = doc.at(passage).trim_end_matches(['”', '"', '’', '\'']).ends_with([',', '?', '!']);
    let token = doc.token_at(passage.end);
    let next = doc.tokens.get(token).filter(|_| ends)?.span;
    if matches!(doc.lower(token), "he" | "she") {
        return people.resolve(doc, next, spoken);
    }
    people.named_at(token).filter(|&id| people.entity(id).kind == Kind::Person)
}

/// Who speaks a passage without a source: whoever stands beside it, or else who is most present; in the same sentence,
/// where a cue tells that it has a source of its own.
fn at_hand(doc: &Doc, people: &mut People, statement: &Found, spoken: &[EntityId]) -> Option<EntityId> {
    let first = doc.quotes.get(*statement.quotes.first()?)?.inner.start;
    let last = doc.quotes.get(*statement.quotes.last()?)?.outer;
    beside(doc, people, last, spoken).or_else(|| people.present(doc, first, !statement.cue.is_empty()))
}
