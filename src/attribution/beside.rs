//! Cues right before and after a passage in quotation marks.

use super::{cue::Cue, phrase, view::View};
use crate::lexicon::{self, cues::Class};
use std::ops::Range;

/// Most tokens of a name before an account.
const LONGEST_NAME: usize = 12;

/// What stands between a cue and the passage after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing, or words that end in a comma, a colon or "that": the passage is the content.
    Direct,
    /// What the passage is said of ("called the plan “a disgrace”").
    Object,
    /// The beginning of a clause in the writer's words.
    Clause,
}

/// The nearest cue before the passage in its sentence.
pub fn before(view: &View, cues: &[Cue], q: usize, block: &Range<usize>) -> Option<(usize, Gap)> {
    let tokens = &view.tokens[q];
    let index = cues.partition_point(|c| c.group.end <= tokens.start).checked_sub(1)?;
    let cue = &cues[index];
    let sentence = view.doc.sentence_of(tokens.start)?.tokens.start.max(block.start);
    if cue.group.start < sentence {
        return None;
    }
    let from = cue.clause().end.max(cue.group.end).min(tokens.start);
    let gap = from..tokens.start;
    if cue.class.is_none() {
        // "According to Lee, the plan is “a disgrace”" but not "…, according to Lee. “…”".
        return Some((index, if gap.len() <= 1 { Gap::Direct } else { Gap::Clause }));
    }
    // A cue that closes its own quotation ("“…,” Lee said, “…”") has to be told from one that begins another.
    let closes = cue.clause().start > 0
        && view.quote(cue.clause().start - 1).is_some_and(|p| matches!(view.last_char(p), ',' | '?' | '!'))
        || cue.clause().start > 1
            && view.is(cue.clause().start - 1, ",")
            && view.quote(cue.clause().start - 2).is_some();
    if closes {
        return None;
    }
    let quoted_between = gap.clone().any(|i| view.quote(i).is_some());
    let last = tokens.start.wrapping_sub(1);
    let led = view.is(last, ",") || view.is(last, ":");
    if gap.is_empty() || (led || view.is(last, "that")) && gap.len() <= 25 && !quoted_between {
        return Some((index, Gap::Direct));
    }
    if matches!(cue.class, Some(Class::Quote | Class::Ask)) {
        return (gap.len() <= 14).then_some((index, Gap::Object));
    }
    Some((index, Gap::Clause))
}

/// The cue that follows the passage: "“…,” Lee said", "“…,” said Lee", "“…,” according to Lee".
pub fn after(view: &View, cues: &[Cue], q: usize, block: &Range<usize>) -> Option<usize> {
    let end = view.tokens[q].end;
    let comma = view.is(end, ",");
    let at = if comma { end + 1 } else { end };
    let open = comma || matches!(view.last_char(q), ',' | '?' | '!' | '—' | '–' | '…' | '-');
    let first = cues.partition_point(|c| c.group.end <= at);
    let cue = cues.get(first).filter(|c| c.group.end <= block.end && c.source.is_some())?;
    let begins = cue.clause().start == at;
    let lower_case = !view.doc.capital(at);
    let near = cue.group.start < at + 16
        && !(at..cue.group.start).any(|i| view.quote(i).is_some() || view.is(i, ".") || view.is(i, ";"));
    let direct = begins && (open || lower_case && cue.group.start == at);
    // "“…,” and gifts began to come": what is joined to the passage attributes nothing.
    let near = near && !view.is(at, "and");
    (direct || open && near && !cue.participle && cue.clause().start >= at && cue.clause().start <= at + 3)
        .then_some(first)
}

/// A cue at the end of the sentence that the passage is a part of: "The plan is “a disgrace”, Lee said."
pub fn trailing(view: &View, cues: &[Cue], q: usize) -> Option<usize> {
    let end = view.tokens[q].end;
    let sentence = view.doc.sentence_of(end.checked_sub(1)?)?.tokens.clone();
    let first = cues.partition_point(|c| c.group.start < end);
    let (index, cue) = cues
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, c)| c.group.end <= sentence.end)
        .find(|(_, c)| !c.participle)?;
    let start = cue.clause().start;
    // "The plan is “a disgrace” and “we won't take it,” Lee said."
    let quoted = || view.quote(start - 1).is_some_and(|q| view.last_char(q) == ',');
    let led = start > end && (view.is(start - 1, ",") || cue.class.is_none() || quoted());
    (led && cue.source.is_some()).then_some(index)
}

/// Who speaks after a colon or a dash right before token `start`, in the same block: the subject of its sentence.
pub fn colon(view: &View, start: usize, block: usize) -> Option<Range<usize>> {
    if start <= block || view.quote(start - 1).is_some() {
        return None;
    }
    match view.doc.lower(start - 1) {
        ":" => {}
        // "Lee — “No.”" is a transcript, where nothing but the name stands before the dash.
        "—" | "–" => {
            return phrase::after(view, block, start - 1).filter(|r| r.end == start - 1 && view.doc.capital(block));
        }
        _ => return None,
    }
    let sentence = view.doc.sentence_of(start - 1)?.tokens.start.max(block);
    // "The tide turns - Ann Lee: “No.”"
    let dash =
        |i: &usize| view.doc.one(*i, "- – —") && view.doc.tokens[*i].span.end < view.doc.tokens[i + 1].span.start;
    let label = (sentence..start - 1).rev().find(dash).filter(|&i| view.doc.capital(i + 1));
    let label = label.and_then(|i| phrase::after(view, i + 1, start - 1)).filter(|label| label.end == start - 1);
    // "In May, Lee was blunt: “No.”", but not "In Lindby, Ohio, somebody was blunt".
    let place = |r: &Range<usize>| r.start > sentence && r.len() == 1 && view.is(r.end, ",");
    let index = view.doc.sentences.partition_point(|other| other.tokens.end < start);
    let subject = label.or_else(|| phrase::leading(view, index, start - 1).filter(|r| !place(r)))?;
    let known = view.doc.capital(subject.end - 1) || view.doc.has(&lexicon::PRONOUNS, subject.start);
    (known || subject.end == start - 1).then_some(subject)
}

/// The phrase after a dash right after token `end`, or at the start of the next block: "“…” — Ann Lee, mayor". A colon
/// does where the phrase ends its block: "‘No’: Lee".
pub fn dash(view: &View, end: usize, block: usize) -> Option<Range<usize>> {
    let limit = if end < block { block } else { view.block(end).end };
    let dash = view.quote(end).is_none() && signs(view.doc.lower(end));
    let colon = end >= 1 && end < block && view.is(end, ":");
    if dash && let Some(name) = account(view, end + 1, limit) {
        return Some(name);
    }
    let source = phrase::after(view, end + 1, limit).filter(|_| (dash || colon) && view.doc.capital(end + 1))?;
    if colon {
        return (source.end == limit).then_some(source);
    }
    // What stands amid a sentence is an aside, not a signature.
    let signs = source.end == limit || !view.word(source.end);
    signs.then_some(source)
}

/// Whether `mark` may stand before whoever signs.
pub fn signs(mark: &str) -> bool {
    lexicon::one(mark, "— – - ― ~")
}

/// The name that an account follows in a signature, however it is written: "— tea for two (@teafortwo) May 3".
fn account(view: &View, start: usize, limit: usize) -> Option<Range<usize>> {
    let opens = |i: &usize| view.is(*i, "(") && view.doc.word(i + 1).starts_with('@');
    let mut end = (start..limit.min(start + LONGEST_NAME)).find(opens)?;
    while end > start && !view.word(end - 1) {
        end -= 1;
    }
    (end > start).then_some(start..end)
}
