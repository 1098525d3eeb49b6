//! Those whom words are addressed to beside "told": "assured the public that", "said to Lee", "Lee was asked".

use super::{cued::passive, nouns, phrase::phrase};
use crate::{
    annotation::Medium,
    attribution::{Found, told},
    lexicon,
    people::{EntityId, Kind, People},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Whom the verb at token `verb` of `found` is addressed to, where that is neither the press nor part of the words.
pub fn addressed(doc: &Doc, people: &People, found: &Found, verb: usize, limit: usize) -> Option<Span> {
    // A pronoun makes nobody a person here.
    let known = |span| {
        !people.pronoun(doc, span) || people.subject(doc, doc.tokens_in(span)).is_some_and(|id| person(people, id))
    };
    let to = doc.says(verb + 1, "to");
    let takes = doc.one(
        verb,
        "urged urges urging assured assures informed informs reminded reminds warned warns warning notified advised \
            advises asked asks begged implored encouraged encourages encouraging exhorted instructed praying",
    );
    if let Some(whom) = moved(doc, verb, takes, limit) {
        return Some(whom).filter(|&span| known(span));
    }
    if !to && !takes || passive(doc, verb) {
        return None;
    }
    let whom = phrase(doc, verb + 1 + usize::from(to), limit);
    let last = whom.end.checked_sub(1).filter(|_| !whom.is_empty())?;
    let fits = if to { surely(doc, whom.clone()) } else { listener(doc, whom.clone()) };
    let span = doc.span(whom.clone());
    let apart = found.content.iter().all(|c| !c.overlaps(span));
    let site = || nouns::kind(doc.lower(last)) == Some(Medium::Post);
    let passes_on = nouns::press(doc.lower(last)) || to && (site() || nouns::outlet(doc, whom, true).is_some());
    (fits && apart && !passes_on && known(span)).then_some(span)
}

/// Those whom the verb at token `verb` moves to do something, where it `takes` whom it moves: "urged the board to
/// stay", "called on Lee not to sell". They are part of the words.
fn moved(doc: &Doc, verb: usize, takes: bool, limit: usize) -> Option<Span> {
    let on = doc.one(verb, "called calls call calling pleaded pleads") && doc.one(verb + 1, "on upon with");
    let at = verb + 1 + usize::from(on);
    let stops = |&i: &usize| {
        let lists = [&lexicon::PREPOSITIONS, &lexicon::SUBORDINATORS, &lexicon::AUXILIARIES];
        let hangs = doc.one(i, "of in from for at - '");
        !hangs && (!doc.tokens[i].is_word() || doc.one(i, "not never") || lists.iter().any(|list| doc.has(list, i)))
    };
    let end = (at..limit).find(stops)?;
    let to = end + usize::from(doc.one(end, "not never"));
    let does = doc.says(to, "to") && !doc.has(&lexicon::DETERMINERS, to + 1) || doc.says(end, "against");
    let begins = takes && !doc.one(at, "it he she they we i there for at in from of about") || on;
    let whom = at..end;
    let fits = does && begins && end > at;
    let several = fits && (on || doc.one(end - 1, "people police staff nations") || listener(doc, whom.clone()));
    several.then(|| doc.span(whom))
}

/// Whether `tokens` may be those whom one asks or warns, rather than what: no question, no time, no bare noun.
fn listener(doc: &Doc, tokens: Range<usize>) -> bool {
    let last = tokens.end.wrapping_sub(1);
    let lower = doc.lower(last);
    let bare = tokens.len() == 1 && !doc.capital(last) && !lower.ends_with('s') && !lexicon::one(lower, "him her them");
    let other = lexicon::one(lower, "question questions time times permission advice help details rules");
    let deed = lower.ends_with("ions") || lower.ends_with("ments");
    !bare && !other && !deed && !tokens.clone().any(|i| nouns::time(doc.lower(i)) || doc.says(i, "'s"))
}

/// Whether `tokens` are surely somebody: a name, an office, or an audience.
fn surely(doc: &Doc, tokens: Range<usize>) -> bool {
    let last = tokens.end.wrapping_sub(1);
    let lower = doc.lower(last);
    let office = lexicon::TITLES.has(lower.strip_suffix('s').unwrap_or(lower));
    let crowd = lexicon::one(lower, "crowd audience jury court public people colleagues lawmakers congress parliament");
    office || crowd || doc.capital(last) && listener(doc, tokens)
}

/// Most tokens of a subject.
const SUBJECT: usize = 8;

/// The person who is told or asked the words of `found`, where its cue is passive: "Lee was asked whether", "asked
/// whether, Lee said".
pub fn asked(doc: &Doc, people: &mut People, found: &Found) -> Option<EntityId> {
    let cue = doc.tokens_in(*found.cue.first()?);
    let verb = cue.clone().find(|&i| told(doc.lower(i)))?;
    let sentence = doc.sentence_of(verb)?.tokens.clone();
    if found.source.is_some() || doc.says(verb + 1, "of") {
        return None;
    }
    if passive(doc, verb) {
        // "In a letter, Lee was told"
        let helps = (sentence.start..verb).rev().find(|&i| !doc.has(&lexicon::AUXILIARIES, i))? + 1;
        let comma = |i: &usize| !doc.tokens[*i].is_word();
        let start = (sentence.start..helps).rev().find(comma).map_or(sentence.start, |i| i + 1);
        // "employees were told"
        let several = start + 4 > helps && doc.lower(helps.wrapping_sub(1)).ends_with('s');
        let group = several.then(|| people.resolve(doc, doc.span(start..helps), &[])).flatten();
        let group = group.filter(|id| people.entity(*id).kind == Kind::Group);
        return people.subject(doc, start..helps).filter(|id| person(people, *id)).or(group);
    }
    // "Asked whether it held, Lee laughed."
    let opens = verb == sentence.start || verb == sentence.start + 1 && doc.says(verb - 1, "when");
    let end = doc.token_at(found.content.last()?.end);
    let main = opens && doc.word(end) == ",";
    let subject = end + 1..sentence.end.min(end + 1 + SUBJECT);
    if main { people.subject(doc, subject).filter(|id| person(people, *id)) } else { None }
}

fn person(people: &People, id: EntityId) -> bool {
    people.entity(id).kind == Kind::Person
}
