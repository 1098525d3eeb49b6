//! Where the content of a report begins and ends.

use super::{cue::Cue, phrase, view::View};
use crate::lexicon::{self, cues::Class};
use std::ops::Range;

/// The clause after the verb of `cue`, up to token `limit`, with its "that".
///
/// `None` where the cue takes no such content, or only with a "that" that is not there.
pub fn clause_after(view: &View, cue: &Cue, limit: usize) -> Option<Range<usize>> {
    let class = cue.class?;
    let first = if cue.inverted() { cue.clause().end } else { cue.group.end };
    let that = (first..limit.min(first + 14)).take_while(|&i| !view.doc.one(i, "; :")).find(|&i| {
        view.is(i, "that")
            && (i == first || !view.doc.has(&lexicon::PREPOSITIONS, i - 1) || phrase::time_word(view.doc.lower(i - 1)))
    });
    // After a verb a clause is under way already: "said no date was set and that it would rain".
    // And so is another's: "said the board noted that it would rain".
    let other = |k: usize| k > first && view.doc.one(k, "said told noted added wrote admitted claimed warned reported");
    let that = that.filter(|&i| {
        let plain = (first..i).all(|k| view.word(k));
        !(first..i).any(|k| view.doc.has(&lexicon::AUXILIARIES, k) || plain && other(k))
    });
    let question = (first..limit.min(first + 6)).find(|&i| view.doc.one(i, "whether if how why what") && view.word(i));
    let start = match class {
        Class::Quote => return None,
        Class::Show => that.filter(|&i| !relative(view, i)).or_else(|| finding(view, cue, first, limit))?,
        Class::Ask => question?,
        Class::Say if cue.doubtful => that.or_else(|| maintained(view, cue, first, limit))?,
        _ if cue.doubtful => that?,
        Class::Tell => that.or(question).unwrap_or(past_addressee(view, first, limit)?),
        Class::Say => that.unwrap_or(past_occasion(view, first, limit)),
    };
    // "He has denied wrongdoing."
    let least = if view.is(first - 1, "denied") { 1 } else { 2 };
    (limit > start + least).then_some(start..limit)
}

/// Where what a document found begins without a "that": "The study found more fish may come", "It also found ice was
/// thin".
fn finding(view: &View, cue: &Cue, first: usize, limit: usize) -> Option<usize> {
    let doc = view.doc;
    let source = cue.source.clone().filter(|_| first == cue.group.end)?;
    let document = "study report survey poll analysis review investigation audit inquiry research statistics";
    let by = source.clone().any(|i| doc.one(i, document));
    let found = doc.one(first - 1, "found finds") && (by || view.is(source.start, "it"))
        || doc.one(first - 1, "shows showed show reveals revealed") && by;
    (found && clause(view, first, limit)).then_some(first)
}

/// Where a clause follows at once what somebody holds to be so: "The union maintains the crew was late".
fn maintained(view: &View, cue: &Cue, first: usize, limit: usize) -> Option<usize> {
    let doc = view.doc;
    let holds = "claim claims maintain maintains insist insists argue argues contend contends allege alleges concede \
        concedes out";
    // "denied claims" has no source.
    let subject = |source: &Range<usize>| doc.capital(source.end - 1) || !doc.lower(source.end - 1).ends_with("ed");
    let beside = cue.source.as_ref().is_some_and(|source| source.end == cue.group.start && subject(source));
    (beside && doc.one(first - 1, holds) && clause(view, first, limit)).then_some(first)
}

/// Whether a clause begins at token `first`: its verb follows with nothing between that begins another.
fn clause(view: &View, first: usize, limit: usize) -> bool {
    let doc = view.doc;
    let verb = (first + 1..limit.min(first + 12)).find(|&i| doc.has(&lexicon::AUXILIARIES, i));
    let plain = |i: usize| view.word(i) && !doc.one(i, "that which who whose where and but");
    !doc.has(&lexicon::PREPOSITIONS, first) && verb.is_some_and(|verb| (first..verb).all(plain))
}

/// Whether the "that" at token `i` begins a relative clause: a verb follows.
fn relative(view: &View, i: usize) -> bool {
    let next = view.doc.lower(i + 1);
    lexicon::AUXILIARIES.has(next) || next.ends_with("ed") && !view.doc.capital(i + 1)
}

/// Most tokens of those who are told.
const HEARER: usize = 12;

/// Past the one who is told: "told reporters in Kyiv on Tuesday it would".
fn past_addressee(view: &View, first: usize, limit: usize) -> Option<usize> {
    let doc = view.doc;
    let whom = |&i: &usize| {
        let begins = [&lexicon::AUXILIARIES, &lexicon::SUBORDINATORS].iter().any(|list| doc.has(list, i));
        view.word(i) && !begins && !doc.one(i, "who which")
    };
    let told = (first..limit.min(first + HEARER)).take_while(whom);
    // "told a meeting of sailors he would"
    let clause = |&i: &usize| {
        doc.one(i, "he she they we i it there") && doc.has(&lexicon::AUXILIARIES, i + 1) && !doc.says(i - 1, "and")
    };
    if let Some(start) = told.into_iter().find(clause) {
        return Some(start);
    }
    let mut i = first;
    if view.is(i, "the") || view.is(i, "a") || view.is(i, "his") || view.is(i, "her") {
        i += 1;
    }
    let name = view.doc.capital(i);
    let start = i;
    while i < limit
        && view.word(i)
        && view.doc.capital(i) == name
        && i < start + 4
        && !view.doc.has(&lexicon::DETERMINERS, i)
        && (i == start || !starts_clause(view, i))
    {
        i += 1;
        if !name && !view.doc.lower(i).ends_with('s') && i > start {
            break;
        }
    }
    (i < limit).then(|| past_occasion(view, i, limit))
}

fn starts_clause(view: &View, i: usize) -> bool {
    let word = view.doc.lower(i);
    lexicon::PRONOUNS.has(word)
        || lexicon::DETERMINERS.has(word)
        || lexicon::SUBORDINATORS.has(word)
        || lexicon::PREPOSITIONS.has(word)
}

/// Past time and place of speaking: "said on Tuesday in a statement that …", "said Tuesday it would …".
pub fn past_occasion(view: &View, first: usize, limit: usize) -> usize {
    let mut i = first;
    while i < limit
        && (phrase::time_word(view.doc.lower(i))
            || view.is(i, "on") && phrase::time_word(view.doc.lower(i + 1))
            || view.is(i, "early")
            || view.is(i, "late")
            || view.is(i, "last") && view.is(i + 1, "week"))
    {
        i += if view.is(i, "last") { 2 } else { 1 };
    }
    if (view.is(i, "in") || view.is(i, "at") || view.is(i, "during"))
        && let Some(k) = (i + 1..limit.min(i + 6)).find(|&k| view.doc.has(&lexicon::MEDIA, k))
    {
        i = k + 1;
        while i < limit
            && (view.is(i, "on") && phrase::time_word(view.doc.lower(i + 1)) || phrase::time_word(view.doc.lower(i)))
        {
            i += 1;
        }
        if i < limit && view.is(i, ",") {
            i += 1;
        }
    }
    i
}
