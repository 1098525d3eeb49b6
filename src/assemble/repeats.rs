//! Passages of a heading or a lead that are quoted again below, where their speaker is named.

use super::plain;
use crate::{
    article::BlockKind,
    attribution::Found,
    people::{EntityId, Kind, People},
    span::Span,
    text::Doc,
};

/// How many statements below a passage are looked at for the same words.
const AHEAD: usize = 24;

/// Paragraphs at the start that may tell in short what is told in full below.
const LEAD: usize = 4;

/// Fewest bytes of a passage that tell it apart.
const TELLING: usize = 5;

/// Gives statements of a heading or the lead that have no named speaker there ("an expert has claimed") to whoever is
/// named with their words below.
pub fn resolve(doc: &Doc, found: &[Found], people: &People, entities: &mut [Option<EntityId>]) {
    let unnamed = |id: EntityId| people.entity(id).unnamed;
    let named = |id: EntityId| {
        let entity = people.entity(id);
        !entity.unnamed && matches!(entity.kind, Kind::Person | Kind::Organisation | Kind::Place | Kind::Named)
    };
    let mut said: Vec<Option<String>> = vec![None; found.len()];
    for index in 0..found.len() {
        let Some(quote) = found[index].quotes.first() else { continue };
        let passage = doc.quotes.get(*quote);
        let Some(passage) = passage.filter(|_| entities[index].is_none_or(unnamed)) else { continue };
        let words = plain(doc.at(passage.inner));
        if !announces(doc, passage.inner) || words.trim().len() < TELLING {
            continue;
        }
        let below = index + 1..found.len().min(index + 1 + AHEAD);
        let again = below.into_iter().find_map(|other| {
            let id = entities[other].filter(|&id| named(id) && !found[other].quotes.contains(quote))?;
            let content = || found[other].content.iter().map(|&content| plain(doc.at(content))).collect::<String>();
            said[other].get_or_insert_with(content).contains(&words).then_some(id)
        });
        entities[index] = again.or(entities[index]);
    }
}

/// Whether a passage stands where an article says in short what it tells below.
fn announces(doc: &Doc, passage: Span) -> bool {
    let block = doc.block_at(passage.start);
    block < LEAD || doc.article.blocks.get(block).is_some_and(|b| b.kind == BlockKind::Subhead)
}
