//! The words that somebody unnamed goes by.

use crate::{
    lexicon::{self, cues::Class},
    people::{EntityId, Kind, People, bearer::plain, mind::Antecedent, words},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Describes the unnamed person `id` as the words at `tokens` do, where these say more ("the old pilot" of "a pilot").
pub fn fill(people: &mut People, doc: &Doc, id: EntityId, tokens: &Range<usize>) {
    let entity = people.entity(id);
    let tokens = tokens.start..aside(doc, tokens);
    let said: Vec<String> = entity.name.to_lowercase().split(' ').map(str::to_owned).collect();
    let stem = |word: &str| word.trim_end_matches(['s', '’', '\'']).to_owned();
    let told = |word: &str| lexicon::DETERMINERS.has(word) || tokens.clone().any(|i| stem(doc.lower(i)) == stem(word));
    let other = |i: usize| words::possessive(doc, i) || words::further(doc, i);
    let fuller = tokens.len() > said.len() && said.iter().all(|word| told(word)) && !tokens.clone().any(other);
    // "Orland’s home ministry" after "Orland’s ministry"
    let owned = tokens.clone().any(|i| doc.says(i, "'s"));
    let body = owned && entity.kind == Kind::Other && said.last().is_some_and(|noun| words::organisation(noun));
    if fuller && (entity.unnamed && entity.kind == Kind::Person || body) {
        people.entities[id.0].name = description(people, doc, tokens);
    }
}

/// Where a clause that says more of somebody described begins (", who asked not to be named", "when asked"), or their
/// end, without a "who" that has lost its clause.
pub fn aside(doc: &Doc, tokens: &Range<usize>) -> usize {
    let clause = |i: usize| doc.one(i, "who which whose as speaking");
    // "the doctors, members of a new group", but "the mayor, a baker and a pilot"
    let apart = |i: usize| {
        let several = (i..tokens.end).any(|k| doc.one(k, "and or"));
        !several && !doc.capital(i) && (doc.has(&lexicon::DETERMINERS, i) || doc.one(i, "members part"))
    };
    // "a pilot who asked not to be named"
    let unnamed = |i: usize| {
        let on = doc.says(i + 1, "spoke") && doc.one(i + 2, "on under");
        doc.says(i, "who") && (on || doc.one(i + 1, "asked declined requested wished did does"))
    };
    let begins = |&i: &usize| {
        // "the members, led by Lee"
        let led = || doc.one(i + 1, "led headed chaired") && doc.says(i + 2, "by");
        words::is(doc, i, ",") && (clause(i + 1) || apart(i + 1) || led())
            || words::is(doc, i, "(")
            || doc.one(i, "when while")
            || unnamed(i)
    };
    let end = (tokens.start + 1..tokens.end).find(begins).unwrap_or(tokens.end);
    // "a pilot who", whose clause the mention has lost.
    let lost = |i: usize| doc.one(i, "who which that whose and or ,");
    (tokens.start + 1..end).rev().find(|&i| !lost(i)).unwrap_or(tokens.start) + 1
}

/// The words of a description: an owner by the full name, a small letter at its start where only the sentence wanted a
/// capital.
pub fn description(people: &People, doc: &Doc, tokens: Range<usize>) -> String {
    let owner = people.names_in(tokens.clone()).first().filter(|(name, id)| {
        // "Lee’s aides", "Lee and her team"
        let others = doc.says(name.tokens.end, "and") && doc.one(name.tokens.end + 1, "his her their");
        let owns = others || name.possessive(doc);
        // "Mr. Lee’s aides", but "Mayor Lee’s aides" tells more.
        let plain = name.titles.clone().all(|i| words::honorific(doc, i));
        name.start() == tokens.start && plain && owns && people.entity(*id).kind == Kind::Person
    });
    if let Some((name, id)) = owner {
        let rest = doc.span(tokens).end;
        let rest = Span::new(doc.span(name.tokens.clone()).end, rest);
        let rest = doc.at(rest).split_whitespace().collect::<Vec<_>>().join(" ");
        let between = if doc.says(name.tokens.end, "and") { " " } else { "" };
        return format!("{}{between}{rest}", people.entity(*id).name);
    }
    let text = plain(doc, tokens.clone());
    let first = doc.lower(tokens.start);
    // "her office", but "Lee told her staff"
    let told = |i: usize| matches!(lexicon::cues::class(doc.lower(i)), Some(Class::Tell | Class::Ask));
    let own = doc.one(tokens.start, "his her") && !told(tokens.start.wrapping_sub(1));
    let whose = match people.mind.meant(tokens.start) {
        Some(Antecedent::Entity(id)) if own => Some(*id),
        _ => body(people, doc, tokens.start),
    };
    if let Some(id) = whose {
        let rest = text.split_once(' ').map_or("", |(_, rest)| rest);
        return [&people.entity(id).name, "’s ", rest].concat();
    }
    let small = lexicon::OPENERS.has(first) && !first.ends_with("day") && !words::all_capitals(doc, tokens.start);
    let mut chars = text.chars();
    match chars.next().filter(|_| small) {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => text,
    }
}

/// The body that the sentence of an "its" at token `i` begins with: "Delta has ten mills, according to its website".
fn body(people: &People, doc: &Doc, i: usize) -> Option<EntityId> {
    let according = doc.says(i, "its") && i > 0 && doc.says(i - 1, "to");
    let start = doc.sentence_of(i).filter(|_| according)?.tokens.start;
    let (name, id) = people.names_in(start..i.min(start + 2)).first()?;
    let body = matches!(people.entity(*id).kind, Kind::Organisation | Kind::Named) && !name.possessive(doc);
    body.then_some(*id)
}
