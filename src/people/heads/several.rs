//! Several who are named together.

use crate::{
    people::{Entity, EntityId, Kind, People, names::Name, titles, words},
    text::Doc,
};
use std::ops::Range;

/// The group of which `tokens` name every member ("Ann and Tom Lee"), or a body with "and" in its name.
pub fn several(people: &mut People, doc: &Doc, tokens: Range<usize>) -> Option<EntityId> {
    // "Orland's Premier Ann Lee and Norland Premier Bo Ek": the lands are none of them.
    let all = people.names_in(tokens.clone());
    let owns = |name: &Name, next: &Name| name.possessive(doc) || next.start() == name.tokens.end;
    // "and union leader Bo Ek", "and Orland premier Bo Ek"
    let office = |i: usize| doc.tokens[i].is_word() && (words::title(doc, i) || words::title(doc, i + 1));
    let of = |n: &Name| n.tokens.len() == 1 && words::title(doc, n.tokens.end);
    let alone = |n: usize| all.get(n + 1).is_none_or(|next| !owns(&all[n].0, &next.0) && !of(&all[n].0));
    let names: Vec<_> = (0..all.len()).filter(|&n| alone(n)).map(|n| &all[n]).collect();
    let (first, last) = (names.first()?, names.last()?);
    let word = |i: usize| doc.one(i, ", and & the both former 's") || words::capital(doc, i) || office(i);
    let joins = |mut between: Range<usize>| between.all(word);
    let gaps = || names.windows(2).map(|pair| pair[0].0.tokens.end..pair[1].0.start());
    // "former mayors Ann Lee and Bo Ek"
    let titled = first.0.start() > tokens.start && titles::several(doc, &first.0, first.0.start() - 1);
    let listed = (titled || joins(tokens.start..first.0.start()))
        && (last.0.tokens.end == tokens.end || words::is(doc, last.0.tokens.end, ","))
        && gaps().all(joins);
    if names.len() < 2 || !listed || !gaps().any(|gap| gap.into_iter().any(|i| doc.says(i, "and"))) {
        return None;
    }
    let mut name = String::new();
    for (n, (_, id)) in names.iter().enumerate() {
        name += if n == 0 {
            ""
        } else if n + 1 == names.len() {
            " and "
        } else {
            ", "
        };
        name += &people.entity(*id).name;
    }
    let key = name.to_lowercase();
    if let Some(id) = people.described.get(&key) {
        return Some(*id);
    }
    let mentions = vec![doc.span(tokens)];
    let entity = Entity { name, role: None, unnamed: false, kind: Kind::Group, gender: None, mentions };
    let id = people.push(entity);
    people.described.set(key, id);
    Some(id)
}
