//! Whom a source told: an outlet or the press passes the words on, a person is just the one addressed.

use super::{
    Step,
    introduced::titled,
    nouns,
    phrase::{named, phrase},
};
use crate::{
    annotation::Medium,
    lexicon,
    people::{self, EntityId, People, words},
    span::Span,
    text::{Doc, tokens::Token},
};
use std::ops::Range;

/// Most words in small letters of the title before a name.
const TITLE: usize = 3;

/// Most words of a name behind its title.
const NAME: usize = 4;

/// Tokens before "told the outlet" among which it is named.
const REACH: usize = 120;

/// Who was told.
pub enum Told {
    /// An outlet or the press.
    Relay(Step),
    /// Somebody else.
    Person(Span),
}

/// Whom the noun phrase at the start of `tokens` is, and where it ends; within another's report, who is told is mostly
/// a person.
pub fn told(doc: &Doc, people: &mut People, tokens: Range<usize>, reported: bool) -> (Option<Told>, usize) {
    let limit = tokens.end;
    if let Some((step, end)) = titled(doc, tokens.start, limit) {
        return (Some(Told::Relay(step)), end);
    }
    let mut tokens = phrase(doc, tokens.start, limit);
    // "told our correspondent": the outlet at home.
    let own = |i: usize| doc.has(&lexicon::OUTLETS, i) || doc.one(i, "correspondent reporter");
    if doc.says(tokens.start, "our") && tokens.len() == 2 && own(tokens.start + 1) {
        return (None, tokens.end);
    }
    // "told the crew earlier this week", "told reporters late on Monday"
    if tokens.len() > 1 && doc.one(tokens.end - 1, "earlier later again late early") {
        tokens.end -= 1;
    }
    // "told friends and family"
    let other = phrase(doc, tokens.end + 1, limit);
    if doc.says(tokens.end, "and") && several(doc, &tokens) && several(doc, &other) {
        tokens.end = other.end;
    }
    // "told visiting Orland officials", "told the Dutch ambassador"
    let (noun, of) = (doc.lower(tokens.end), doc.lower(tokens.end.wrapping_sub(1)));
    let one = noun.strip_suffix('s').unwrap_or(noun);
    let people_of = lexicon::TITLES.has(one) && (one != noun || words::demonym(of));
    tokens.end += usize::from(people_of && !tokens.is_empty());
    // "told Delta News correspondent Ida Holm"
    tokens.end = if tokens.is_empty() { tokens.end } else { bearer(doc, tokens.end, limit).unwrap_or(tokens.end) };
    // "told Ida Holm of the Delta Courier"
    let whole = named(doc, tokens.start, limit);
    if !tokens.is_empty() && whole.end > tokens.end + 1 && nouns::masthead(doc, tokens.end + 1..whole.end) {
        return (Some(Told::Relay(Step::named(doc, doc.span(whole.clone())))), whole.end);
    }
    let end = tokens.end;
    // "told the Orland tabloid Delta": the name alone.
    let noun = |i: &usize| doc.has(&lexicon::OUTLETS, *i) && !doc.capital(*i) && nouns::name(doc, i + 1);
    if let Some(noun) = tokens.clone().find(noun).filter(|noun| (noun + 1..end).all(|i| nouns::name(doc, i))) {
        tokens.start = noun + 1;
        return (Some(Told::Relay(Step::named(doc, doc.span(tokens)))), end);
    }
    ((!tokens.is_empty()).then(|| listener(doc, people, tokens, reported)), end)
}

/// The outlet of whoever asks: "Delta News's Ida Holm | asked Lee".
pub fn asks(doc: &Doc, source: Range<usize>, cue: Range<usize>) -> Option<Step> {
    let owner = source.clone().find(|&i| doc.says(i, "'s"))?;
    let outlet = source.start..owner;
    let asks = cue.into_iter().any(|i| doc.one(i, "asked asks pressed"));
    (asks && nouns::masthead(doc, outlet.clone())).then(|| Step::named(doc, doc.span(outlet)))
}

/// Whose name begins or ends `step`, which names an outlet with somebody who works there: "Ida Holm of Delta News".
pub fn host(doc: &Doc, people: &People, step: &Step) -> Option<EntityId> {
    let tokens = doc.tokens_in(step.span.filter(|_| step.medium.is_none())?);
    let whom = [people.named_at(tokens.start), people.named_before(tokens.end)].into_iter().flatten();
    let person = |id: &EntityId| people.entity(*id).kind == people::Kind::Person;
    whom.filter(person).find(|_| nouns::masthead(doc, tokens.clone()))
}

/// Whether `tokens` are a noun for several people and little more.
fn several(doc: &Doc, tokens: &Range<usize>) -> bool {
    let last = tokens.end.wrapping_sub(1);
    let noun = doc.lower(last).ends_with('s') || doc.one(last, "family staff");
    (1..=2).contains(&tokens.len()) && noun && !nouns::name(doc, last)
}

/// Where the name of somebody ends whose title, in small letters, stands at `start`: "political correspondent Ida
/// Holm".
fn bearer(doc: &Doc, start: usize, limit: usize) -> Option<usize> {
    let name = (start + 1..limit.min(start + TITLE + 1)).find(|&i| nouns::name(doc, i))?;
    let small = |i: usize| doc.tokens.get(i).is_some_and(Token::is_word) && !nouns::name(doc, i);
    let titled = (start..name).all(small) && doc.has(&lexicon::TITLES, name - 1);
    titled.then(|| {
        let last = limit.min(name + NAME);
        (name..last).find(|&i| !nouns::name(doc, i)).unwrap_or(last)
    })
}

/// Whether the one told is an outlet, the press, or just somebody.
fn listener(doc: &Doc, people: &mut People, tokens: Range<usize>, reported: bool) -> Told {
    let span = doc.span(tokens.clone());
    let last = doc.lower(tokens.end - 1);
    // "told a Delta News reporter"
    let one = lexicon::one(last, "reporter journalist correspondent interviewer") && !doc.capital(tokens.end - 1);
    if nouns::press(last) || one && doc.has(&lexicon::DETERMINERS, tokens.start) {
        return Told::Relay(Step::medium(doc, span, Medium::Press));
    }
    // "told a news conference"
    let noun = nouns::kind(last)
        .filter(|_| last != "meeting" && last != "hall")
        .filter(|medium| matches!(medium, Medium::Press | Medium::Speech | Medium::Interview));
    if let Some(medium) = noun.filter(|_| !doc.capital(tokens.end - 1) && doc.has(&lexicon::DETERMINERS, tokens.start))
    {
        return Told::Relay(Step::medium(doc, span, medium));
    }
    let reporter = |i: usize| doc.one(i, "correspondent reporter journalist anchor host columnist editor");
    let known = nouns::outlet(doc, tokens.clone(), true).is_some()
        || station(doc, tokens.clone())
        || tokens.clone().any(|i| reporter(i) && nouns::name(doc, i + 1));
    // "told MPs", "told Orlanders"
    let many = |noun: &str| lexicon::TITLES.has(noun) || words::demonym(noun);
    if !known && last.strip_suffix('s').is_some_and(many) {
        return Told::Person(span);
    }
    let whom = people.resolve(doc, span, &[]);
    let sort = whom.map(|id| people.entity(id).kind);
    // Outlets are told once; people who are told something are mostly spoken of again.
    let person = whom.map(|id| people.entity(id)).is_some_and(|entity| {
        entity.gender.is_some() || entity.name.contains(' ') && (entity.mentions.len() > 1 || reported)
    });
    let body = match sort {
        Some(people::Kind::Named) => !person || lexicon::PAPERS.has(last),
        Some(people::Kind::Person | people::Kind::Group | people::Kind::Place) => false,
        Some(people::Kind::Organisation | people::Kind::Other) | None => true,
    };
    // "told DBN", which is the Delta Broadcasting Network
    let full = whom.map_or("", |id| &*people.entity(id).name);
    let airs = |word: &str| lexicon::one(&word.to_lowercase(), "broadcasting news radio television");
    let outlet = lexicon::OUTLETS.has(last)
        || sort == Some(people::Kind::Organisation) && full.split(' ').any(airs)
        || ends_in_office(doc, tokens.clone())
        || body && nouns::may_be_outlet(doc, tokens.clone());
    if !known && !outlet {
        return Told::Person(span);
    }
    let mut step = Step { whom, told: true, ..Step::named(doc, span) };
    // "told the outlet": by its name, where it has one.
    let small = !tokens.clone().any(|i| doc.capital(i));
    let the = doc.says(tokens.start, "the") && (2..=3).contains(&tokens.len()) && small;
    let name = whom.map(|id| &*people.entity(id).name).filter(|name| name.contains(char::is_uppercase));
    let before = || before(doc, tokens.start).map(|name| doc.at(doc.span(name)));
    if let Some(name) = name.or_else(before).filter(|_| the) {
        step.text = name.to_owned();
    }
    Told::Relay(step)
}

/// Whether `tokens` name a station of radio or television: "Channel Nine", "Radio Osby", "Osby state television".
fn station(doc: &Doc, mut tokens: Range<usize>) -> bool {
    let names = tokens.clone().any(|i| nouns::name(doc, i));
    let noun = |i: usize| doc.one(i, "radio television tv") || doc.capital(i) && doc.says(i, "channel");
    names && !tokens.clone().any(|i| doc.has(&lexicon::TITLES, i)) && tokens.any(noun)
}

/// The last outlet that is named a little before token `at`.
fn before(doc: &Doc, at: usize) -> Option<Range<usize>> {
    let floor = at.saturating_sub(REACH);
    let ends = |&end: &usize| nouns::name(doc, end - 1) && !nouns::name(doc, end);
    let name = |end: usize| {
        let start = (floor..end).rev().find(|&i| !nouns::name(doc, i)).map_or(floor, |i| i + 1);
        start..end
    };
    let outlet = |name: &Range<usize>| {
        let two = || nouns::masthead(doc, name.clone()) || station(doc, name.clone());
        nouns::outlet(doc, name.clone(), false).is_some() || name.len() > 1 && two()
    };
    (floor + 1..at).rev().filter(ends).map(name).find(outlet)
}

/// Whether a name ends as that of a newspaper, though what it ends in is an office as well: "the Osby Morning Leader".
pub fn ends_in_office(doc: &Doc, tokens: Range<usize>) -> bool {
    let last = tokens.end - 1;
    let office = doc.one(last, "leader reporter advocate examiner monitor observer");
    let before = |i: usize| doc.capital(i) && !doc.has(&lexicon::ORGANISATIONS, i) && !doc.has(&lexicon::TITLES, i);
    let side = |i: usize| {
        let party = "majority minority opposition labour conservative liberal democratic republican green party";
        doc.one(i, party) || doc.one(i, "supreme world house senate spiritual church") || words::demonym(doc.lower(i))
    };
    let named = last >= tokens.start + 2 && doc.capital(last) && (doc.capital(last - 2) || doc.says(last - 2, "the"));
    office && named && before(last - 1) && !side(last - 1)
}

/// "a source who spoke with Delta News", "speaking to Delta News": the outlet.
pub fn spoke_with(doc: &Doc, people: &mut People, source: Range<usize>) -> Option<Step> {
    let spoke = |i: &usize| doc.one(*i, "spoke talked speaking") && *i + 2 < source.end;
    let at = source.clone().find(spoke)?;
    if !doc.one(at + 1, "with to") {
        return None;
    }
    match told(doc, people, at + 2..source.end, false).0 {
        Some(Told::Relay(step)) => Some(step),
        _ => None,
    }
}
