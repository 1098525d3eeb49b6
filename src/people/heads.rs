//! The name at the head of a source mention.

mod clauses;
mod ends;
mod groups;
mod several;

use super::{
    EntityId, Kind, People, apposed, beside,
    names::{self, Name},
    phrases::noun_key,
    telling, titles, words,
};
use crate::{lexicon, text::Doc};
pub use clauses::before_clause;
pub use ends::{segment_end, subject_end};
pub use groups::subjects;
pub use several::several;
use std::ops::Range;

/// The entity whose name is what `tokens` speak of: "Orlen" of "Premier Orlen", "Pavel Vasko" of "Dravic's adviser,
/// Pavel Vasko", nobody of "Dravic's adviser".
pub fn head(people: &mut People, doc: &Doc, tokens: Range<usize>) -> Option<EntityId> {
    if let Some(id) = several(people, doc, tokens.clone()).or_else(|| several(people, doc, behind(doc, &tokens))) {
        return Some(id);
    }
    let names = people.names_in(tokens.clone());
    if let Some(id) = titled(people, doc, &tokens) {
        return Some(id);
    }
    let first_end = segment_end(doc, names, tokens.clone());
    // "the TASS news agency" is TASS, "the PLF group" is the PLF.
    let land = |i: usize| doc.one(i, "us uk un eu u.s. u.k. u.n. gop");
    let party = |n: &Name, i: usize| {
        let letters = n.tokens.len() == 1 && words::all_capitals(doc, n.tokens.start) && !land(n.tokens.start);
        letters && n.titles.is_empty() && doc.one(i, "group movement party militia")
    };
    let ends = |n: &Name, end: usize| {
        n.tokens.end <= end && (n.tokens.end..end).all(|i| words::behind_name(doc.lower(i)) || party(n, i))
    };
    // "another Muslim who was there"
    let one = |n: &Name| n.tokens.len() == 1 && n.start() > tokens.start && doc.one(n.start() - 1, "a an another");
    let named = |n: &Name, end: usize| ends(n, end) && !n.possessive(doc) && !(one(n) && doc.says(end, "who"));
    let ends_at = |end: usize| names.iter().find(|(n, _)| named(n, end)).map(|(_, id)| *id);
    // "the ministry (MoF) director, Ann Lee": whoever the office is of, it is the person who speaks.
    let office = |n: &Name| {
        let comma = n.start().checked_sub(1).filter(|&i| i > tokens.start && words::is(doc, i, ","));
        // "the MEC for Harbours, Ann Lee": letters that tell an office
        let letters = || words::all_capitals(doc, words::head_noun(doc, tokens.start..first_end));
        n.tokens.end == tokens.end && comma.is_some_and(|i| words::title(doc, i.wrapping_sub(1)) || letters())
    };
    let holder = names.iter().rev().find(|(n, id)| office(n) && people.entity(*id).kind == Kind::Person);
    holder
        .map(|(_, id)| *id)
        .or_else(|| ends_at(first_end))
        .or_else(|| apposed::named(people, doc, &tokens, first_end))
        .or_else(|| beside(people, doc, &tokens, first_end))
        .or_else(|| overrun(people, doc, &tokens))
        .or_else(|| {
            let noun = noun_key(doc.lower(words::head_noun(doc, tokens.start..first_end)));
            describing(people, &tokens, &noun)
        })
}

/// What stands behind the description of several: "Ann and Tom Lee" of "its historians, Ann and Tom Lee".
fn behind(doc: &Doc, tokens: &Range<usize>) -> Range<usize> {
    let comma = tokens.clone().skip(1).find(|&i| !doc.tokens[i].is_word() && !words::is(doc, i, "’"));
    let described = |&i: &usize| words::is(doc, i, ",") && !doc.capital(i - 1) && words::several(doc.lower(i - 1));
    comma.filter(described).map_or(tokens.end, |i| i + 1)..tokens.end
}

/// The person that `tokens` name at their end where all words before are the title: "Orland secretary of state Ann
/// Lee".
fn titled(people: &People, doc: &Doc, tokens: &Range<usize>) -> Option<EntityId> {
    let names = people.names_in(tokens.clone());
    let (name, id) = names.last().filter(|(name, _)| name.tokens.end == tokens.end)?;
    let previous = names.len().checked_sub(2).map(|n| &names[n].0);
    let title = titles::before(doc, name, previous, tokens.start)?;
    let article = usize::from(doc.has(&lexicon::DETERMINERS, tokens.start));
    (title.start <= tokens.start + article && people.entity(*id).kind == Kind::Person).then_some(*id)
}

/// The person that a mention names which runs on into what they did: "Lee quit".
fn overrun(people: &People, doc: &Doc, tokens: &Range<usize>) -> Option<EntityId> {
    let (name, id) = people.names_in(tokens.clone()).first()?;
    let rest = name.tokens.end..tokens.end;
    let plain = rest.len() <= 2 && rest.clone().all(|i| doc.tokens[i].is_word() && !words::capital(doc, i));
    let verb = plain && !rest.clone().any(|i| doc.says(i, "'s") || doc.lower(i).ends_with('s'));
    let last = doc.lower(tokens.end - 1);
    let noun = words::title_word(last) || words::organisation(last) || lexicon::THINGS.has(last);
    let person = people.entity(*id).kind == Kind::Person;
    (name.start() == tokens.start && verb && person && !noun).then_some(*id)
}

/// Whose description `tokens` are a part of: "the envoy" of "the envoy to Orland, Ann Lee,".
fn describing(people: &People, tokens: &Range<usize>, noun: &str) -> Option<EntityId> {
    let all = people.roles.get(noun)?;
    let at = all.partition_point(|role| role.tokens.start <= tokens.start).checked_sub(1)?;
    (all[at].tokens.end >= tokens.end).then_some(all[at].id)
}

/// The person whose name stands right beside a role: "said the Speaker" before ", Ann Lee,", or "a nurse" after "Ann
/// Lee,".
fn beside(people: &People, doc: &Doc, tokens: &Range<usize>, first_end: usize) -> Option<EntityId> {
    if !words::title(doc, words::head_noun(doc, tokens.start..first_end)) {
        return None;
    }
    // "Lee, a second person said": whoever is counted on is another one.
    let further = tokens.clone().take(2).any(|i| words::further(doc, i));
    let sentence = doc.sentence_index(tokens.start);
    let person = |(name, id): &&(Name, EntityId)| {
        name.sentence == sentence
            && matches!(people.entity(*id).kind, Kind::Person | Kind::Named)
            && !name.possessive(doc)
    };
    let at = people.names.partition_point(|(n, _)| n.tokens.start < tokens.end);
    let after = people
        .names
        .get(at)
        .filter(person)
        .filter(|(n, _)| n.start() == tokens.end || n.start() == tokens.end + 1 && words::is(doc, tokens.end, ","));
    let led = telling::leads_up(doc, tokens.start.wrapping_sub(1), tokens.end);
    let before = names::before(&people.names, tokens.start)
        .last()
        .filter(|_| !led)
        .filter(person)
        .filter(|(n, _)| n.tokens.end + 1 == tokens.start && words::is(doc, n.tokens.end, ",") && !further)
        .filter(|(n, _)| !(beside::aimed(doc, n) && words::cue(doc, tokens.end)));
    after.or(before).map(|(_, id)| *id)
}
