//! Sources of another clause than their cue's: of participles, mostly, whose subject the main clause has.

use super::{Found, clause};
use crate::{
    attribution::{phrase, view::View},
    lexicon,
};
use std::ops::Range;

/// Takes for the source whoever the clause with the cue is about, where that was taken which stands before it: "Lee
/// shouted, and Falk shut him down, saying, “…”", "When asked why, Lee smiled and said, “…”".
pub fn mend(view: &View, found: &mut Found) {
    let doc = view.doc;
    fronted(view, found);
    let (Some(source), Some(&cue)) = (found.source, found.cue.first()) else { return };
    let (source, cue) = (doc.tokens_in(source), doc.tokens_in(cue));
    if source.end == cue.start && doc.lower(cue.start).ends_with("ing") {
        found.source = within(view, &source).map(|subject| view.span(&subject)).or(found.source);
    }
    if source.is_empty() || source.end >= cue.start || doc.sentence_of(source.start) != doc.sentence_of(cue.start) {
        return;
    }
    let index = doc.sentence_index(cue.start);
    let lone = doc.has(&lexicon::SUBORDINATORS, source.start)
        || view.adverb(source.start)
        || doc.one(source.start, phrase::GERUNDS);
    let gerund = doc.lower(cue.start).ends_with("ing") && view.is(cue.start - 1, ",");
    // "When asked of Falk's plan, Lee turned away, saying"
    let owner = gerund && doc.says(source.end - 1, "'s");
    let subject = if source.len() == 1 && lone || owner {
        phrase::leading(view, index, cue.start)
    } else if gerund {
        let begins = |i: usize| doc.capital(i) || doc.one(i, "his her its their the a an");
        // "— years after Falk sold it — Lee held on to the plan, saying"
        let dash = |i: usize| doc.one(i, "— – -") && doc.tokens[i].span.end < doc.tokens[i + 1].span.start;
        let joins = |&i: &usize| {
            (view.is(i - 1, ",") && doc.one(i, "and but while although though") || dash(i)) && begins(i + 1)
        };
        let clause = (source.end + 1..cue.start).rev().find(joins).and_then(|i| predicate(view, i + 1, cue.start));
        clause.or_else(|| within(view, &source))
    } else {
        None
    };
    found.source = subject.map(|subject| view.span(&subject)).or(found.source);
}

/// Gives a participle that leads up to a clause the subject of that: "By uttering “no,” | Lee | went where few had
/// gone".
fn fronted(view: &View, found: &mut Found) {
    let doc = view.doc;
    let Some(&cue) = found.cue.first() else { return };
    let cue = doc.tokens_in(cue);
    let index = doc.sentence_index(cue.start);
    let Some(sentence) = doc.sentences.get(index).map(|sentence| sentence.tokens.clone()) else { return };
    let leads = sentence.start + 1 == cue.start && doc.one(sentence.start, "by after before in on while when without");
    let behind = found.source.is_none_or(|source| doc.tokens_in(source).start > cue.end);
    let last = found.content.last().map_or(cue.end, |content| doc.tokens_in(*content).end);
    if leads && behind && last < sentence.end && doc.lower(cue.start).ends_with("ing") {
        let subject = phrase::leading(view, index, sentence.end).filter(|subject| subject.start >= last);
        found.source = subject.map(|subject| view.span(&subject)).or(found.source);
    }
}

/// The subject of the clause that begins at token `start`, with who that is: "but his aide, Ida Lee, denied".
fn predicate(view: &View, start: usize, limit: usize) -> Option<Range<usize>> {
    let subject = phrase::after(view, start, limit)?;
    let aside = view.is(subject.end, ",").then(|| (subject.end + 1..limit).take(ASIDE).find(|&i| view.is(i, ",")));
    let end = aside.flatten().unwrap_or(subject.end);
    let verb = if end > subject.end { end + 1 } else { end };
    clause::verb(view.doc, verb).then_some(start..end)
}

/// Most tokens of who somebody is.
const ASIDE: usize = 8;

/// The subject in a clause that was taken for it as a whole: "| Lee | was cross, telling", "Falk backing it but | Lee |
/// denouncing".
fn within(view: &View, clause: &Range<usize>) -> Option<Range<usize>> {
    let doc = view.doc;
    let start = clause.clone().rev().find(|&i| doc.says(i, "but")).map_or(clause.start, |i| i + 1);
    let plain = !clause.clone().any(|i| doc.one(i, "who which that what whose"));
    let verb = (start + 1..clause.end).find(|&i| doc.has(&lexicon::AUXILIARIES, i) && !doc.capital(i));
    let subject = start..verb.unwrap_or(clause.end);
    (plain && !subject.is_empty() && subject.len() < clause.len()).then_some(subject)
}
