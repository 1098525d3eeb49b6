//! What stands between a cue and its content and is no part of it: whoever is told, the day, the title of a work.

use super::{
    Found, Told,
    bare::{bare, dated},
    clause::verb,
    extent,
};
use crate::{
    attribution::{phrase::time_word, without_stop},
    lexicon::{
        self,
        cues::{self, Class},
    },
    text::Doc,
};
use std::ops::Range;

/// What outlets are.
const OUTLETS: &str = "news agency television tv radio newspaper magazine daily station channel broadcaster website";

/// Tokens in which the last of a list is joined to the others.
const LIST: usize = 8;

/// Most tokens of the place or the programme in which something is said.
const PLACE: usize = 14;

/// Past the title of a work: "writes in an article titled ‘The Tide’ that it is late".
pub fn past_title(doc: &Doc, at: usize) -> Option<usize> {
    let start = doc.tokens[at].span.start;
    let quote = doc.quotes.get(doc.quotes.partition_point(|quote| quote.outer.start < start))?;
    let titled = at > 0 && doc.one(at - 1, "titled entitled headlined called") && quote.outer.start == start;
    let end = doc.token_at(quote.outer.end);
    (titled && doc.says(end, "that")).then_some(end)
}

/// The content past what tells who the one is that it comes from: "According to Ann Lee, 34, | the mill", "According to
/// Ann Lee, head of the board, | the mill".
pub fn past_apposition(told: &Told, found: &Found, content: &Range<usize>) -> usize {
    let (doc, at, end) = (told.doc, content.start, content.end);
    let beside = found.source.is_some_and(|source| doc.tokens_in(source).end + 1 == at);
    if !beside || !doc.says(told.cue.start, "according") {
        return at;
    }
    let age = doc.lower(at).parse::<u8>().is_ok_and(|age| age < 120);
    if age && doc.says(at + 1, ",") && content.len() > 4 {
        return at + 2;
    }
    let comma = |start: usize| (start..end).find(|&i| doc.says(i, ","));
    let titled = |i: usize| doc.has(&lexicon::TITLES, i) || doc.says(i, "'s");
    let first = at..comma(at).unwrap_or(at);
    let tells = doc.one(at, "a an the his her its") || first.clone().take(3).any(titled);
    if !tells || first.clone().any(|i| time_word(doc.lower(i))) {
        return at;
    }
    let mut start = at;
    while bare(doc, start..end) {
        let Some(next) = comma(start).filter(|&next| !verb(doc, next + 1)) else { return at };
        start = next + 1;
    }
    let hangs = doc.one(start, "which who whose where that and or but a an");
    let amid = comma(start).is_some_and(|next| verb(doc, next + 1));
    let listed = (start..end).take(LIST).any(|i| doc.says(i, "and"));
    if hangs || amid || listed { at } else { start }
}

/// Past those who sit and listen, if they stand at `start`.
fn audience(doc: &Doc, start: usize) -> Option<usize> {
    const AUDIENCE: &str =
        "court inquiry jury commission tribunal hearing committee parliament conference audience crowd inquest";
    (start..start + 4).find(|&i| doc.one(i, AUDIENCE)).map(|noun| noun + 1)
}

/// Past them: "told the court | guides had warned him", "told the inquiry | of a leak".
fn past_audience(doc: &Doc, content: &Range<usize>) -> Option<usize> {
    let next = audience(doc, content.start).filter(|&next| next + 1 < content.end)?;
    let topic = doc.says(next, "about") || doc.says(next, "of") && doc.one(next + 1, "a an his her its their");
    let lists = [&lexicon::PREPOSITIONS, &lexicon::AUXILIARIES];
    let clause = !lists.iter().any(|list| doc.has(list, next)) && doc.tokens[next].is_word() && !doc.says(next, "who");
    (topic || clause && !bare(doc, next..content.end)).then_some(next)
}

/// Gives a statement what somebody is told, where only they were taken for it: "The court was told | it is old", "It is
/// old, the court was told", "Lee was told | of the plan by Falk".
pub fn told_to(doc: &Doc, found: &mut Found) {
    let (Some(&content), Some(&cue)) = (found.content.first(), found.cue.first()) else { return };
    let (cue, hearer) = (doc.tokens_in(cue), doc.tokens_in(content));
    let passive = |end: usize| doc.be(end.wrapping_sub(2)) && doc.says(end - 1, "told");
    if found.content.len() > 1 {
        if [2, 3].iter().any(|n| passive(hearer.end + n)) {
            found.content.remove(0);
        }
        return;
    }
    let Some(sentence) = doc.sentence_of(cue.start).filter(|_| hearer.end == cue.start && passive(cue.end)) else {
        return;
    };
    let Range { start: first, end } = sentence.tokens;
    let mut start = cue.end + usize::from(doc.says(cue.end, ","));
    while start < end && (time_word(doc.lower(start)) || doc.one(start, "this last on")) {
        start += 1;
    }
    if start + 1 >= end && hearer.start > first && doc.says(hearer.start - 1, ",") {
        extent::set(doc, found, first..hearer.start - 1);
    }
    if start + 2 >= end
        || doc.one(start, "by in at to off when while after before")
        || doc.has(&lexicon::AUXILIARIES, start)
    {
        return;
    }
    let by = (start..end).find(|&i| doc.says(i, "by")).filter(|_| doc.one(start, "of about"));
    if let Some(by) = by {
        let stops = |&i: &usize| !doc.tokens[i].is_word() || doc.has(&lexicon::PREPOSITIONS, i);
        found.source = Some(doc.span(by + 1..(by + 1..end).find(stops).unwrap_or(end)));
    }
    extent::set(doc, found, doc.tokens_in(without_stop(doc, start..by.unwrap_or(end))));
}

/// Past what tells of those who are told, or their kind: "told Lee, | who was away, | she", "told Delta | news agency |
/// the mill".
fn past_clause(told: &Told, content: &Range<usize>) -> Option<usize> {
    let (doc, at) = (told.doc, content.start);
    if doc.says(at, "who") && doc.says(at - 1, ",") {
        let comma = (at..content.end).find(|&i| doc.says(i, ",")).filter(|&i| i + 2 < content.end)?;
        return match verb(doc, comma + 1) {
            true => audience(doc, told.verb + 1).filter(|&next| next + 1 < at),
            false => Some(comma + 1),
        };
    }
    let outlet = (at..content.end).take_while(|&i| doc.one(i, OUTLETS)).count();
    let led = outlet > 0 && at > told.verb + 1 && doc.capital(at - 1);
    (led && !bare(doc, at + outlet..content.end)).then_some(at + outlet)
}

/// Past whoever is told, and the day: "told Lindby workers she wants", "announced Nov. 18 that".
pub fn past_hearer(told: &Told, content: &Range<usize>) -> usize {
    let (doc, at) = (told.doc, content.start);
    let limit = content.end.min(at + 6);
    let led = doc.has(&lexicon::PREPOSITIONS, at);
    // "promised at | the end of May to"
    let behind = told.cue.end == at && told.verb + 1 < at && doc.one(at - 1, "at in on during");
    let leads = led || behind;
    let day = leads || time_word(doc.lower(at)) || doc.one(at, "last late early") || doc.lower(at).ends_with('.');
    const TO: &str = "sa claim admit confess confirm insist explain announc complain acknowledg testif reveal disclos";
    let hears = told.verb_of(TO) && doc.says(told.verb + 1, "to") && told.verb + 2 == at;
    let occasion = |&i: &usize| {
        day && dated(doc, i)
            || leads && (doc.has(&lexicon::MEDIA, i.wrapping_sub(1)) || doc.says(i.wrapping_sub(1), "time"))
            || hears && !doc.one(i.wrapping_sub(1), "fact idea")
    };
    // "said at | the hearing of the board that"
    let place = doc.one(told.verb + 1, "at on in during")
        && told.verb + 2 == at + usize::from(led)
        && told.verb_of("sa tell told explain announc argu warn wr testif demand insist claim confirm admit");
    let placed = |i: usize| place && bare(doc, at..i) && !doc.has(&lexicon::AUXILIARIES, i + 1);
    let pledges = told.verb_of("promis pledg vow threaten offer agree");
    let joins = |&i: &usize| doc.says(i, "that") || pledges && doc.says(i, "to") && occasion(&i);
    let that = (at + 1..content.end.min(at + PLACE)).find(joins);
    if let Some(that) = that.filter(|that| *that < limit && occasion(that) || placed(*that)) {
        return that;
    }
    if cues::class(doc.lower(told.verb)) != Some(Class::Tell) {
        return at;
    }
    if let Some(start) = past_audience(doc, content) {
        return start;
    }
    if let Some(start) = past_clause(told, content) {
        return start;
    }
    let hears = told.verb + 1 == at && !doc.has(&lexicon::AUXILIARIES, at + 1);
    if doc.one(at, "them him me us you") && hears && at + 2 < content.end {
        return at + 1;
    }
    let name = |i: usize| doc.capital(i) || doc.says(i, "of");
    let begins = |i: usize| {
        doc.one(i, "he she they it there he's she's they're it's")
            || doc.has(&lexicon::DETERMINERS, i)
                && !doc.capital(i)
                && doc.capital(i.wrapping_sub(1))
                && (at..i).all(name)
    };
    let plain = |i: usize| {
        let word = doc.lower(i);
        let lists = [&lexicon::AUXILIARIES, &lexicon::PRONOUNS, &lexicon::DETERMINERS, &lexicon::SUBORDINATORS];
        let other = lists.iter().any(|list| list.has(word)) || word != "of" && lexicon::PREPOSITIONS.has(word);
        doc.tokens[i].is_word() && !other
    };
    let amid = doc.capital(at) || told.cue.end < at || told.verb + 1 < told.cue.end;
    let start = (at..limit).find(|&i| !plain(i)).filter(|&i| i > at && amid && begins(i));
    start.unwrap_or(at)
}
