//! Who "I" is outside quotation marks: the writer, or the one who answers in an interview.

use super::{Entity, EntityId, Kind, People, names::Name};
use crate::{span::Span, text::Doc};
use std::collections::HashMap;

/// Paragraphs that ask, from which on an article is an interview in questions and answers.
const QUESTIONS: usize = 3;

/// Paragraphs at the start in which an interview says whom it is with.
const OPENING: usize = 12;

/// Whom the "I" of token `token` stands for; `None` within quotation marks, where it is whoever speaks them.
pub fn resolve(people: &mut People, doc: &Doc, token: usize) -> Option<EntityId> {
    let at = doc.tokens.get(token)?.span;
    if people.quoted.get(token).is_none_or(|quoted| *quoted) {
        return None;
    }
    let block = doc.sentence_of(token)?.block;
    let asked = doc.article.blocks.get(block).is_some_and(|b| asks(doc, b.span));
    if let Some(id) = people.answers.filter(|_| !asked) {
        return Some(id);
    }
    let name = "the author".to_owned();
    if let Some(id) = people.described.get(&name) {
        return Some(*id);
    }
    let mentions = vec![at];
    let entity = Entity { name: name.clone(), role: None, unnamed: false, kind: Kind::Person, gender: None, mentions };
    let id = people.push(entity);
    people.described.insert(name, id);
    Some(id)
}

fn asks(doc: &Doc, block: Span) -> bool {
    doc.at(block).ends_with('?')
}

/// Who answers in an interview, the person named most at its start; `None` where the article is none.
pub fn answers(doc: &Doc, names: &[(Name, EntityId)], entities: &[Entity]) -> Option<EntityId> {
    if doc.article.blocks.iter().filter(|b| asks(doc, b.span)).count() < QUESTIONS {
        return None;
    }
    let opening = names.iter().take_while(|(n, _)| doc.sentences[n.sentence].block < OPENING);
    let mut counts: HashMap<EntityId, usize> = HashMap::new();
    for (_, id) in opening.filter(|(_, id)| entities[id.0].kind == Kind::Person) {
        *counts.entry(*id).or_insert(0) += 1;
    }
    counts.into_iter().max_by_key(|&(id, count)| (count, std::cmp::Reverse(id))).map(|(id, _)| id)
}
