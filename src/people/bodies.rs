//! Documents and bodies that are spoken of by a noun: "the statement", "the ministry", "the company".

use super::{EntityId, Kind, People, names::Name, phrases::noun_key, words};
use crate::{lexicon, outlets, text::Doc};
use std::ops::Range;

/// How far back, in tokens, a body was spoken of in full that is meant again.
const FULLER: usize = 1500;

/// Sentences within which the only body named is meant.
const LONG: usize = 10;

/// Longest name or description of whoever made a document, in tokens.
const MAKER: usize = 8;

/// Whether a noun is that of a document which somebody gives out in their own name.
pub fn issued(noun: &str) -> bool {
    lexicon::one(noun, "statement post tweet message release email e-mail")
}

/// What whoever makes a document or gives it out does with it.
const MAKES: &str =
    "conducted released published issued signed compiled commissioned produced prepared authored posted";

/// The words that tell whose document it is ("a survey by Ann Lee", "a statement from the club"), which is spoken of as
/// `noun` up to token `end`.
pub fn maker(people: &People, doc: &Doc, end: usize, noun: &str) -> Option<Range<usize>> {
    let document = lexicon::THINGS.has(noun) || lexicon::MEDIA.has(noun);
    let by = doc.says(end, "by") || doc.says(end, "from") && issued(noun);
    // "a survey conducted by the club", but not "an email obtained by the club"
    let made = !doc.lower(end.wrapping_sub(1)).ends_with("ed") || doc.one(end.wrapping_sub(1), MAKES);
    // "A report by it": "it" may be the report.
    let pronoun =
        words::pronoun(doc, end + 1) || doc.one(end + 1, "it its them their which that whom whose this these");
    let sentence = doc.sentence_of(end).filter(|_| document && by && made && !pronoun)?.tokens.end;
    let limit = sentence.min(end + MAKER);
    let stops = |i: usize| {
        let lower = doc.lower(i);
        !doc.tokens[i].is_word() || words::cue(doc, i) || lexicon::PREPOSITIONS.has(lower) || lower.ends_with("ing")
    };
    let named = people
        .names_in(end + 1..limit)
        .first()
        .filter(|(n, _)| {
            n.start() <= end + 2 && (!words::noun(doc, n.tokens.end) || doc.one(n.tokens.end, "last this"))
        })
        // "a statement from Lee’s office"
        .and_then(|(n, _)| Some(n.tokens.end).filter(|_| !n.possessive(doc)));
    let limit = named.or_else(|| (end + 1..limit).find(|&i| stops(i))).unwrap_or(limit);
    (limit > end + 1).then_some(end + 1..limit)
}

/// The named body that "the company" or "the club" means: the one that spoke last, or else the last one named before.
pub fn named(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str, spoken: &[EntityId]) -> Option<EntityId> {
    let own = (tokens.start + 1..tokens.end).take_while(|&i| doc.tokens[i].is_word());
    let nation = own.clone().any(|i| words::demonym(doc.lower(i)));
    let named = own.into_iter().any(|i| doc.says(i, "'s") || words::capital(doc, i) && !words::demonym(doc.lower(i)));
    if !general(noun) || named {
        return None;
    }
    if publication(noun) {
        let before = people.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
        let far = tokens.start.saturating_sub(FULLER);
        let near = people.names[..before].iter().rev().take_while(|(n, _)| n.tokens.start >= far);
        let named = |n: &Name, id: EntityId| {
            let called = n.start().checked_sub(1).is_some_and(|i| publication(doc.lower(i)));
            if noun == "agency" {
                return outlets::agency(&people.entity(id).name).is_some();
            }
            called
                || doc.has(&lexicon::OUTLETS, n.tokens.end - 1)
                || outlets::named(&people.entity(id).name, true).is_some()
        };
        let found = near.filter(|(n, _)| !n.quoted).find(|(n, id)| named(n, *id));
        if noun != "agency" || found.is_some() {
            return found.map(|(_, id)| *id);
        }
    }
    let body = |id: EntityId| {
        let entity = people.entity(id);
        entity.kind == Kind::Organisation || entity.kind == Kind::Named && entity.gender.is_none()
    };
    if let Some(id) = spoken.first().copied().filter(|&id| body(id) && !nation) {
        return Some(id);
    }
    let sentence = doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    let to = people.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
    let since =
        |sentences: usize| people.names[..to].iter().rev().take_while(move |(n, _)| n.sentence + sentences > sentence);
    let near = since(if nation { 3 } else { 2 });
    // "TV" is no body's name, "the Delta union" is one.
    let common = |n: &Name, id: EntityId| {
        let noun = words::organisation(doc.lower(n.tokens.start)) && !people.entity(id).name.contains(' ');
        n.tokens.len() == 1 && (n.dateline(doc) || noun || doc.one(n.tokens.start, "us uk u.s. u.k. eu"))
    };
    let tells = |n: &Name| n.attributive(doc) && !doc.says(n.tokens.end, noun);
    let fits = |n: &Name, id| {
        !n.quoted && !beside(doc, n) && !common(n, id) && !tells(n) && !words::demonym(doc.lower(n.tokens.start))
    };
    let bodies = || near.clone().filter(|(n, id)| body(*id) && fits(n, *id));
    let sure = |n: &Name, id: EntityId| people.entity(id).kind == Kind::Organisation || n.tokens.len() == 1;
    // "Delta said", but not "LINDBY (AP) —"
    let goes_on = |n: &Name| doc.tokens.get(n.tokens.end).is_some_and(|t| t.is_word()) && !n.possessive(doc);
    let begins = |n: &Name| n.start() == doc.sentences[n.sentence].tokens.start && goes_on(n);
    let subject = bodies().find(|(n, id)| sure(n, *id) && begins(n));
    if nation {
        return subject.map(|(_, id)| *id);
    }
    let organisation = |id: EntityId| people.entity(id).kind == Kind::Organisation;
    let found = subject.or_else(|| bodies().find(|(_, id)| organisation(*id)));
    let found = found.or_else(|| bodies().next()).map(|(_, id)| *id);
    // The only one spoken of for long.
    let far = |(n, id): &&(Name, EntityId)| {
        body(*id) && fits(n, *id) && outlets::named(&people.entity(*id).name, true).is_none()
    };
    let plain = tokens.len() == 2 && !publication(noun);
    let mut long = since(if plain { LONG } else { 0 }).filter(far).map(|(_, id)| *id);
    found.or_else(|| long.next().filter(|id| organisation(*id) && long.all(|other| other == *id)))
}

/// Whether a name stands behind a preposition or in a bracket: "praised by Delta" and "according to Delta" have Delta act.
pub fn beside(doc: &Doc, name: &Name) -> bool {
    let acts = |i: usize| doc.says(i, "by") || i > 0 && doc.says(i - 1, "according");
    let stands = |i: usize| doc.has(&lexicon::PREPOSITIONS, i) && !acts(i) || words::is(doc, i, "(");
    name.start().checked_sub(1).is_some_and(stands)
}

/// Names that are looked at for one that stands beside a noun.
const BESIDE: usize = 60;

/// The body that was named beside the noun by which it is spoken of again: "The group, Free Tides, …".
pub fn apposed(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<EntityId> {
    let to = people.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
    let beside = |n: &Name| {
        let comma = n.start().wrapping_sub(1);
        words::is(doc, comma, ",")
            && words::is(doc, n.tokens.end, ",")
            && doc.says(comma.wrapping_sub(2), "the")
            && doc.says(comma - 1, noun)
    };
    let mut near = people.names[..to].iter().rev().take(BESIDE);
    near.find(|(n, _)| general(noun) && beside(n)).map(|(_, id)| *id)
}

/// Whether a noun says that a body publishes.
fn publication(noun: &str) -> bool {
    lexicon::one(noun, "paper newspaper publication outlet magazine broadcaster network channel station agency")
}

/// Whether a noun says no more of a body than that it is one, or what it makes or sells.
pub fn general(noun: &str) -> bool {
    lexicon::MAKERS.has(noun)
}

/// The words by which a body of the noun `noun` ("the ministry") was last spoken of in full: with its owner, or as a name
/// in capitals.
pub fn fuller(doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<Range<usize>> {
    if !words::organisation(noun) || tokens.len() > 4 {
        return None;
    }
    let said = |phrase: &Range<usize>, i: usize| phrase.clone().any(|k| doc.lower(k) == doc.lower(i));
    let from = tokens.start + usize::from(doc.has(&lexicon::DETERMINERS, tokens.start));
    let all = |phrase: &Range<usize>| (from..tokens.end).all(|i| said(phrase, i));
    let before = (tokens.start.saturating_sub(FULLER)..tokens.start).rev();
    before.filter(|&i| noun_key(doc.lower(i)) == noun).filter_map(|i| owned(doc, i)).find(all)
}

/// The phrase around the noun at `i` where it says whose body it is: "Orland’s home ministry", "the Ministry of Ferries", "an
/// Orland ferry commission".
fn owned(doc: &Doc, i: usize) -> Option<Range<usize>> {
    let sentence = doc.sentence_of(i)?.tokens.clone();
    let mut start = i;
    while start > sentence.start && i - start < 4 && modifies(doc, start - 1) {
        start -= 1;
    }
    if start > sentence.start + 1 && doc.says(start - 1, "'s") {
        start -= 2;
        while start > sentence.start && words::capital(doc, start) && words::capital(doc, start - 1) {
            start -= 1;
        }
        return Some(start..i + 1);
    }
    let mut end = i + 1;
    while words::capital(doc, i) && end < sentence.end && (words::capital(doc, end) || joins(doc, end)) {
        end += 1;
    }
    if end > i + 1 {
        return Some(start..end);
    }
    // "an Orland ferry commission", but governments are many.
    let one = start < i && !doc.says(i, "government");
    let article = start.checked_sub(1).filter(|&article| one && doc.one(article, "a an the"));
    article.filter(|_| words::capital(doc, start)).map(|article| article..end)
}

fn joins(doc: &Doc, i: usize) -> bool {
    doc.one(i, "of for and") && words::capital(doc, i + 1)
}

fn modifies(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i);
    doc.tokens[i].is_word()
        && lower != "'s"
        && !lexicon::DETERMINERS.has(lower)
        && !lexicon::PREPOSITIONS.has(lower)
        && !lexicon::AUXILIARIES.has(lower)
        && !matches!(lower, "and" | "or")
}
