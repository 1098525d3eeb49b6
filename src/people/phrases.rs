//! Mentions without a name: roles, groups, documents, the unnamed.

use super::{Entity, EntityId, Kind, People, bearer::plain, gender, heads, roles::Role, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// How far back, in tokens, a noun for just anybody ("the man") can mean somebody who did not speak just before.
const NEAR: usize = 250;

/// Descriptions with one noun that are looked at, the latest first.
const LATEST: usize = 40;

/// The entity that a description stands for: somebody whom the article described so before, or else one of its own.
pub fn resolve(people: &mut People, doc: &Doc, tokens: Range<usize>, spoken: &[EntityId]) -> Option<EntityId> {
    let end = heads::segment_end(doc, people.names_in(tokens.clone()), tokens.clone());
    let noun = noun_key(doc.lower(end.saturating_sub(1).max(tokens.start)));
    let indefinite =
        matches!(doc.lower(tokens.start), "a" | "an" | "some" | "another" | "several" | "many" | "one" | "two");
    if !indefinite && let Some(id) = known(people, doc, &tokens, &noun, spoken) {
        return Some(id);
    }
    let name = description(people, doc, tokens.clone());
    let key = name.to_lowercase();
    if let Some(id) = people.described.get(&key) {
        return Some(*id);
    }
    let singular = noun.strip_suffix('s').unwrap_or("");
    let person = words::title_word(&noun) || age_noun(&noun);
    let people_noun = words::title_word(singular)
        || matches!(&*noun, "people" | "critics" | "experts" | "authorities" | "protesters");
    let kind = match () {
        () if person => Kind::Person,
        () if people_noun || noun.ends_with('s') && !noun.ends_with("ss") => Kind::Group,
        () => Kind::Other,
    };
    let nouns = (tokens.start..end).filter(|&i| !words::pronoun(doc, i));
    let gender = nouns.into_iter().find_map(|i| gender::of_word(doc.lower(i)));
    let mentions = vec![doc.span(tokens.clone())];
    let id = people.push(Entity { name, role: None, unnamed: person || people_noun, kind, gender, mentions });
    people.described.insert(key, id);
    let described = people.roles.entry(noun).or_default();
    let at = described.partition_point(|role| role.tokens.start < tokens.start);
    described.insert(at, Role { id, tokens });
    Some(id)
}

/// Who was described by `noun` before: one who spoke lately, or else the one so described last.
fn known(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str, spoken: &[EntityId]) -> Option<EntityId> {
    let all = people.roles.get(noun)?;
    let before = all.partition_point(|role| role.tokens.start < tokens.start);
    // A description may follow its first use in a headline.
    let fits = |role: &&Role| alike(doc, tokens, &role.tokens);
    let latest = || all[..before].iter().rev().take(LATEST).filter(fits);
    if let Some(id) = spoken.iter().take(3).find(|id| latest().any(|role| role.id == **id)) {
        return Some(*id);
    }
    let anybody = matches!(
        noun,
        "man" | "woman" | "boy" | "girl" | "official" | "person" | "source" | "resident" | "witness" | "expert"
    );
    latest().find(|role| !anybody || role.tokens.start + NEAR > tokens.start).map(|role| role.id)
}

/// Whether the mention says nothing that the description `role` does not: "the Danish minister" is not "Swedish minister".
fn alike(doc: &Doc, mention: &Range<usize>, role: &Range<usize>) -> bool {
    let same = |i: usize| {
        let word = doc.lower(i);
        role.clone().any(|k| doc.lower(k) == word || noun_key(doc.lower(k)) == noun_key(word))
    };
    let owned = |i: usize| matches!(doc.lower(i), "his" | "her" | "their" | "its" | "my" | "our");
    let owner = role.clone().any(|k| owned(k) || doc.lower(k) == "'s");
    mention.clone().all(|i| {
        let named = words::capital(doc, i)
            && !lexicon::OPENERS.has(doc.lower(i))
            && (i > mention.start || !lexicon::DOUBTFUL.has(doc.lower(i)));
        if owned(i) { owner } else { !named || same(i) }
    })
}

/// The words of a description: owners by their full names, a small letter at its start where only the sentence wanted a capital.
fn description(people: &People, doc: &Doc, tokens: Range<usize>) -> String {
    if let Some((name, id)) = people.names_in(tokens.clone()).first().filter(|(n, _)| n.tokens.start == tokens.start)
        && name.possessive(doc)
        && people.entity(*id).kind == Kind::Person
    {
        let owner = &people.entity(*id).name;
        let rest = crate::span::Span::new(doc.tokens[name.tokens.end - 1].span.end, doc.span(tokens).end);
        return format!("{owner}{}", doc.at(rest).split_whitespace().collect::<Vec<_>>().join(" ").as_str());
    }
    let text = plain(doc, tokens.clone());
    let small = lexicon::OPENERS.has(doc.lower(tokens.start)) && !words::all_capitals(doc, tokens.start);
    let mut chars = text.chars();
    match chars.next().filter(|_| small) {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => text,
    }
}

/// "37-year-old"
fn age_noun(noun: &str) -> bool {
    noun.ends_with("-year-old")
}

/// The noun of a description, one spelling for "adviser" and "advisor".
pub fn noun_key(lower: &str) -> String {
    match lower.strip_suffix("or") {
        Some(stem) => format!("{stem}er"),
        None => lower.to_owned(),
    }
}
