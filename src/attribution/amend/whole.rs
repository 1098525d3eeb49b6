//! Clauses of which a part was taken for the content: without the verb, or the phrase before the subject.

use super::{Told, bare::bare, clause::verb, extent::ASIDE};
use crate::{
    attribution::without_stop,
    lexicon::{
        self,
        cues::{self, Class},
    },
    text::Doc,
};
use std::ops::Range;

/// Most tokens of whoever is quoted.
const NAMED: usize = 12;

/// The start of a clause whose first word was taken for the cue's last: "admits about | 35 jobs will go".
pub fn from_amount(told: &Told, content: &Range<usize>) -> Option<usize> {
    let doc = told.doc;
    let amount = content.start == told.cue.end
        && told.verb + 2 == told.cue.end
        && told.verb_of("sa admit claim confirm reveal estimat predict believ")
        && doc.one(content.start - 1, "about around over")
        && doc.lower(content.start).starts_with(|c: char| c.is_ascii_digit());
    (amount && !bare(doc, content.clone())).then_some(content.start - 1)
}

/// The verb and the "as saying" around whoever was taken for a part of the cue or the content: "quoted | the board as
/// saying".
pub fn saying(told: &Told, content: &Range<usize>) -> Option<(usize, usize)> {
    let doc = told.doc;
    let verb = told.cue.clone().find(|&i| doc.one(i, "quoted quotes quoting cited cites citing"))?;
    let saying = |&i: &usize| doc.says(i, "as") && doc.says(i + 1, "saying");
    let end = (verb + 1..content.end.min(verb + NAMED)).find(saying)?;
    let active = end > verb + 1 && !doc.one(verb + 1, "by in") && end + 3 < content.end;
    active.then_some((verb, end))
}

/// Prepositions that begin a clause rather than tell when or where it was said.
const FRONTS: &str = "despite regardless without given unlike";

/// The start of a clause before which its first phrase was left: "said despite the rain, | it would open".
pub fn from_front(told: &Told, content: &Range<usize>) -> Option<usize> {
    let (doc, start) = (told.doc, told.cue.end);
    let comma = |i: &usize| doc.says(*i, ",");
    let front = doc.one(start, FRONTS) && (start..content.start).find(comma) == Some(content.start - 1);
    (front && content.start < start + ASIDE).then_some(start)
}

/// The end of a content without the conjunction of the next clause: "said it was safe but so far".
pub fn before_conjunction(doc: &Doc, content: &Range<usize>) -> usize {
    let mut end = content.end;
    while end > content.start + 2 && doc.one(end - 1, "so far and but while , now") {
        end -= 1;
    }
    if doc.one(end, ", and but while") { end } else { content.end }
}

/// The end of a clause of which only the subject was taken, up to an aside: "said Holm, a nurse, had left".
pub fn to_verb(told: &Told, content: &Range<usize>) -> Option<usize> {
    const CLAUSE: &str = "said says say told tells tell reports reported insists insisted";
    let doc = told.doc;
    let that = doc.one(content.start, "that how why whether if");
    let start = content.start + usize::from(that);
    let mark = doc.lower(content.end);
    let gap = |i: usize| doc.tokens[i].span.start > doc.tokens[i - 1].span.end;
    let dash = content.end < doc.tokens.len()
        && (lexicon::one(mark, "— –") || mark == "-" && gap(content.end))
        && (that || matches!(cues::class(doc.lower(told.verb)), Some(Class::Say | Class::Tell)));
    if start >= content.end || !lexicon::one(mark, ", - — – (") || !(dash || bare(doc, start..content.end)) {
        return None;
    }
    let Range { start: first, end: sentence } = doc.sentence_of(content.start)?.tokens;
    // Behind other verbs a thing may stand alone: "who met the board, was".
    let accuses = told.verb_of("accus");
    let according = doc.says(told.cue.start, "according");
    let clause = that || accuses || according || dash || doc.one(told.verb, CLAUSE);
    if !clause || told.cue.start == first && !according {
        return None;
    }
    // "noted that in May, at a fair, he saw it"
    let fronted = that && doc.has(&lexicon::PREPOSITIONS, start) || doc.one(start, FRONTS);
    let subject = |i: usize| fronted && (doc.has(&lexicon::PRONOUNS, i) || doc.has(&lexicon::DETERMINERS, i));
    let next = |i: usize| verb(doc, i) || subject(i) || accuses && doc.says(i, "of");
    // "said it fell - as it does - on the quay"
    let closes = |&i: &usize| match dash {
        true => i > content.end + 2 && doc.says(i, mark) && !doc.one(i + 1, "and but or so according while as"),
        false => lexicon::one(doc.lower(i), ", — – )") && next(i + 1),
    };
    let goes_on = (content.end..sentence.min(content.end + ASIDE)).find(closes)? + 2;
    let other = |&i: &usize| {
        doc.says(i, ",") && doc.one(i + 1, "adding saying citing noting according but while although though")
            || doc.says(i, ";")
    };
    let end = (goes_on..sentence).find(other).unwrap_or(sentence);
    Some(doc.tokens_in(without_stop(doc, content.start..end)).end)
}

/// The end of a clause of which only the subject was taken, or the front of that: "said the mill | in Osby had closed".
pub fn to_next_verb(told: &Told, content: &Range<usize>) -> Option<usize> {
    let doc = told.doc;
    let sentence = doc.sentence_of(content.start)?.tokens.clone();
    let stops = |i: usize| {
        let lists = [&lexicon::AUXILIARIES, &lexicon::PRONOUNS, &lexicon::SUBORDINATORS];
        !doc.tokens[i].is_word() || doc.one(i, "which that what and or") || lists.iter().any(|list| doc.has(list, i))
    };
    let first = content.end;
    let next = (first..sentence.end.min(first + ASIDE)).find(|&i| stops(i))?;
    let goes_on = next == first || doc.one(first, "of in at");
    let clause = cues::class(doc.lower(told.verb)) == Some(Class::Say)
        && content.start == told.cue.end
        && !doc.one(told.cue.start.wrapping_sub(1), "who which that what")
        && bare(doc, content.clone());
    let fits = clause && goes_on && doc.has(&lexicon::AUXILIARIES, next) && told.cue.start > sentence.start;
    fits.then(|| doc.tokens_in(without_stop(doc, content.start..sentence.end)).end)
}
