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
    let that = that.filter(|&i| !(first..i).any(|k| view.doc.has(&lexicon::AUXILIARIES, k)));
    let question = (first..limit.min(first + 6)).find(|&i| view.doc.one(i, "whether if how why what") && view.word(i));
    let start = match class {
        Class::Quote => return None,
        Class::Show => that.filter(|&i| !relative(view, i)).or_else(|| finding(view, cue, first, limit))?,
        Class::Ask => question?,
        _ if cue.doubtful => that?,
        Class::Tell => that.or(question).unwrap_or(past_addressee(view, first, limit)?),
        Class::Say => that.unwrap_or(past_occasion(view, first, limit)),
    };
    (limit > start + 2).then_some(start..limit)
}

/// Where what a document found begins without a "that": "The study found more fish may come".
fn finding(view: &View, cue: &Cue, first: usize, limit: usize) -> Option<usize> {
    let doc = view.doc;
    let found = doc.one(first.wrapping_sub(1), "found finds") && first == cue.group.end;
    let document = "study report survey poll analysis review investigation audit inquiry research";
    let by = cue.source.clone().is_some_and(|source| source.clone().any(|i| doc.one(i, document)));
    let verb = (first + 1..limit.min(first + 12)).find(|&i| doc.has(&lexicon::AUXILIARIES, i))?;
    let clause = (first..verb).all(|i| view.word(i) && !doc.one(i, "that which who whose where"));
    (found && by && clause && !doc.has(&lexicon::PREPOSITIONS, first)).then_some(first)
}

/// Whether the "that" at token `i` begins a relative clause: a verb follows.
fn relative(view: &View, i: usize) -> bool {
    let next = view.doc.lower(i + 1);
    lexicon::AUXILIARIES.has(next) || next.ends_with("ed") && !view.doc.capital(i + 1)
}

/// Past the one who is told: "told reporters in Kyiv on Tuesday it would".
fn past_addressee(view: &View, first: usize, limit: usize) -> Option<usize> {
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
