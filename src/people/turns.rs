//! Turns of a conversation that is set down word for word, each after the name of who has it: "ANN LEE: I said so."

use super::{EntityId, Kind, People, words};
use crate::text::Doc;
use std::ops::Range;

/// Most blocks of a turn.
const LONGEST: usize = 30;

/// Most tokens of what a turn begins with, colon included: "ANN LEE, HOST:".
const LABEL: usize = 10;

/// Whose turn block `block` is a part of.
pub fn speaker(people: &mut People, doc: &Doc, block: usize) -> Option<EntityId> {
    let blocks = (block.saturating_sub(LONGEST)..=block).rev();
    let label = blocks.into_iter().find_map(|block| label(people, doc, block))?;
    // "DEAR ANN LEE: I have a question" is another's; "I:" and "WHO:" would ask again.
    let other = |i: usize| doc.one(i, "dear who which that") || words::pronoun(doc, i) || words::possessive(doc, i);
    let id = if label.clone().any(other) { None } else { people.resolve(doc, doc.span(label), &[]) };
    // "UPDATE: I have heard more" is nobody's.
    id.filter(|&id| {
        let entity = people.entity(id);
        entity.kind == Kind::Person || entity.mentions.len() > 1
    })
}

/// The words for who has the turn that begins with `block`.
fn label(people: &People, doc: &Doc, block: usize) -> Option<Range<usize>> {
    let tokens = doc.tokens_in(doc.article.blocks.get(block)?.span);
    let colon = tokens.clone().take(LABEL).find(|&i| words::is(doc, i, ":")).filter(|&colon| colon > tokens.start)?;
    let parts = |i: usize| doc.one(i, ", (");
    let end = (tokens.start..colon).find(|&i| parts(i)).unwrap_or(colon);
    let capitals = (tokens.start..end).all(|i| !doc.word(i).contains(char::is_lowercase));
    let named =
        || people.names_in(tokens.start..colon).first().is_some_and(|(name, _)| name.tokens == (tokens.start..colon));
    (capitals && doc.tokens[tokens.start].is_word() || named()).then_some(tokens.start..end)
}
