//! Whether a content is a thing rather than something said of it.

use crate::{
    attribution::phrase::time_word,
    lexicon::{self, one},
    text::Doc,
};
use std::ops::Range;

/// Most tokens of a date before a "that".
const DATE: usize = 5;

/// Whether `content` is a noun phrase with what hangs on it: no clause begins it, and no verb stands in its first
/// phrase.
#[inline(never)]
pub fn bare(doc: &Doc, content: Range<usize>) -> bool {
    let first = doc.lower(content.start);
    let clause = lexicon::SUBORDINATORS.has(first) || question(first) || subject(first) || first == "to";
    // "announced on Nov. 18 that it would"
    let late = (content.start..content.end.min(content.start + DATE)).any(|i| doc.says(i, "that") && dated(doc, i));
    let does = first == "it" && verbal(doc.lower(content.start + 1));
    if clause || late || does || first.ends_with("ing") {
        return false;
    }
    let mark = |i: usize| doc.one(i, ", ; : — – ( -");
    let of = |i: usize| doc.has(&lexicon::PREPOSITIONS, i - 1);
    let more = |&i: &usize| i > content.start && (mark(i) || relative(doc.lower(i)) && !of(i));
    let end = content.clone().find(more).unwrap_or(content.end);
    !(content.start + 1..end).any(|i| finite(doc, i, end))
}

/// Whether a date ends before token `i`.
pub fn dated(doc: &Doc, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |i| doc.lower(i));
    time_word(before)
        || before.starts_with(|c: char| c.is_ascii_digit())
        || one(before, "week month year weeks months years decades ago may")
}

/// Whether `word` has the form of a verb.
fn verbal(word: &str) -> bool {
    lexicon::AUXILIARIES.has(word) || past(word) || word.ends_with("ed") || word.ends_with('s') && !word.ends_with("ss")
}

/// Pronouns that begin a clause.
fn subject(word: &str) -> bool {
    one(word, "i he she they we there") || word.contains('\'') && lexicon::AUXILIARIES.has(word)
}

fn question(word: &str) -> bool {
    one(word, "whether if how why what who when where which that")
}

fn relative(word: &str) -> bool {
    question(word) || one(word, "whose as after before while because since until")
}

/// Whether token `i`, which ends no later than `limit`, reads like the verb of a clause.
#[inline(never)]
fn finite(doc: &Doc, i: usize, limit: usize) -> bool {
    let word = doc.lower(i);
    if lexicon::AUXILIARIES.has(word) || subject(word) || past(word) {
        return true;
    }
    let next = if i + 1 < limit { doc.lower(i + 1) } else { "" };
    let determined = lexicon::DETERMINERS.has(next) || next.starts_with(|c: char| c.is_ascii_digit());
    // "the fine imposed on Lee" has no verb, "the club signed the keeper" has one.
    let verb = word.ends_with("ed") || word.ends_with('s') && !word.ends_with("'s") && !word.ends_with("ss");
    // "the sale of the boats a year ago"
    let time = next == "a" && one(doc.lower(i + 2), "year month week day decade few");
    verb && !time
        && !lexicon::DETERMINERS.has(word)
        && (determined || one(next, "to too") || lexicon::PRONOUNS.has(next))
        && !doc.capital(i)
}

/// Whether `word` is a past form that is no noun.
pub fn past(word: &str) -> bool {
    lexicon::PRETERITES.has(word)
}
