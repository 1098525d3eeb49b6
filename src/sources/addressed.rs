//! Those whom words are addressed to beside "told": "assured the public that", "said to Lee", "Lee was asked".

use super::{Step, medium::passive, nouns, phrase::phrase};
use crate::{
    annotation::Medium,
    attribution::Found,
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
    if let Some(whom) = moved(doc, verb, limit) {
        return Some(whom).filter(|&span| known(span));
    }
    let to = doc.says(verb + 1, "to");
    let takes = doc.one(
        verb,
        "urged urges urging assured assures informed informs reminded reminds warned warns notified advised asked asks",
    );
    if !to && !takes || passive(doc, verb) {
        return None;
    }
    let whom = phrase(doc, verb + 1 + usize::from(to), limit);
    let last = whom.end.checked_sub(1).filter(|_| !whom.is_empty())?;
    let fits = if to { surely(doc, whom.clone()) } else { listener(doc, whom.clone()) };
    let span = doc.span(whom.clone());
    let apart = found.content.iter().all(|c| !c.overlaps(span));
    let passes_on = nouns::press(doc.lower(last)) || to && nouns::outlet(doc, whom, true).is_some();
    (fits && apart && !passes_on && known(span)).then_some(span)
}

/// Those whom the verb at token `verb` moves to do something: "urged the board to stay", "called on Lee not to sell". They
/// are part of the words.
fn moved(doc: &Doc, verb: usize, limit: usize) -> Option<Span> {
    let on = doc.one(verb + 1, "on upon with");
    let at = verb + 1 + usize::from(on);
    let word = doc.lower(verb);
    let urges = ["urg", "ask", "beg", "pray", "implor", "encourag", "exhort", "warn", "advis", "remind", "instruct"];
    let moves = if on {
        word.starts_with("call") || word.starts_with("plead")
    } else {
        urges.iter().any(|stem| word.starts_with(stem))
    };
    let does = |i: usize| {
        let to = i + usize::from(doc.one(i, "not never"));
        doc.says(to, "to") && !doc.has(&lexicon::DETERMINERS, to + 1) || doc.says(i, "against")
    };
    let amid = |i: usize| {
        let lists = [&lexicon::PREPOSITIONS, &lexicon::SUBORDINATORS, &lexicon::AUXILIARIES];
        let hangs = i > at && doc.one(i, "of in from for at");
        let clause = lists.iter().any(|list| doc.has(list, i)) && !hangs
            || doc.has(&lexicon::PRONOUNS, i) && !doc.has(&lexicon::DETERMINERS, i);
        let joint = doc.one(i, "- ' &");
        i == at && doc.one(i, "him her them me us")
            || joint
            || doc.tokens[i].is_word() && !clause && !doc.lower(i).ends_with("ing")
    };
    let end = (at..limit).find(|&i| does(i) || !amid(i)).filter(|&i| moves && i > at && does(i))?;
    let whom = at..end;
    (on || doc.one(end - 1, "people police staff nations") || listener(doc, whom.clone())).then(|| doc.span(whom))
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
    let crowd = lexicon::one(
        lower,
        "crowd audience jury court public people colleagues lawmakers congress parliament management staff",
    );
    office || crowd || doc.capital(last) && listener(doc, tokens)
}

/// Whom the message `step` went to: "wrote in a letter to the mayor that".
pub fn sent(doc: &Doc, step: &Step) -> Option<Span> {
    let tokens = doc.tokens_in(step.span.filter(|_| step.medium == Some(Medium::Message))?);
    let to = (tokens.start..=tokens.end).find(|&i| doc.says(i, "to"))?;
    let whom = phrase(doc, to + 1, doc.sentence_of(to)?.tokens.end);
    let last = whom.end.checked_sub(1).filter(|_| !whom.is_empty())?;
    let fits = surely(doc, whom.clone()) || doc.lower(last).ends_with('s');
    let passes_on = nouns::press(doc.lower(last)) || nouns::outlet(doc, whom.clone(), true).is_some();
    (fits && !passes_on).then(|| doc.span(whom))
}

/// Most tokens of a subject.
const SUBJECT: usize = 8;

/// The person who is told or asked the words of `found`, where its cue is passive: "Lee was asked whether", "asked
/// whether, Lee said".
pub fn asked(doc: &Doc, people: &mut People, found: &Found) -> Option<EntityId> {
    let cue = doc.tokens_in(*found.cue.first()?);
    let verb = cue.clone().find(|&i| doc.one(i, "told asked informed warned reminded assured advised urged"))?;
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
