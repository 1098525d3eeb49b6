//! Passives: whoever is accused, said or believed to have done something does not say it.

use super::{Found, Told, bare::bare};
use crate::{
    lexicon::{self, cues, one},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Most tokens of the one by whom something is said.
const AGENT: usize = 8;

/// Takes the source from a statement whose subject it is said of, or gives it the one by whom it is said.
pub fn unname(doc: &Doc, found: &mut Found) {
    let (Some(&cue), Some(&last)) = (found.cue.first(), found.content.last()) else { return };
    if !unsaid(doc, cue) || last.start < cue.end {
        return;
    }
    let (cue, content) = (doc.tokens_in(cue), doc.tokens_in(last));
    if let Some(by) = by(doc, &cue) {
        let limit = doc.sentence_of(by).map_or(content.end, |sentence| sentence.tokens.end.min(content.end));
        let end = (by + 1..limit.min(by + 1 + AGENT)).find(|&i| doc.has(&lexicon::PREPOSITIONS, i));
        // "was warned by the board that it was in danger" has its source already.
        let that = |end: usize| (by..end).any(|i| doc.says(i, "that"));
        if let Some(end) = end.filter(|&end| end > by + 1 && end + 1 < content.end && !that(end)) {
            found.source = Some(doc.span(by + 1..end));
            found.content.pop();
            found.content.push(doc.span(end + 1..content.end));
            return;
        }
    }
    let subject = |source: &Span| source.end <= found.cue[0].start || found.cue[0].contains(*source);
    if found.source.as_ref().is_some_and(subject) {
        found.source = None;
    }
}

/// The "by" right after the cue, or at its end.
fn by(doc: &Doc, cue: &Range<usize>) -> Option<usize> {
    [cue.end - 1, cue.end].into_iter().find(|&i| doc.says(i, "by"))
}

/// Whether somebody is told of with a "by" right after the cue.
fn agent(told: &Told) -> bool {
    by(told.doc, &told.cue).is_some()
}

/// Whether the cue is a passive.
pub fn passive(told: &Told) -> bool {
    unsaid(told.doc, told.doc.span(told.cue.start..told.verb + 1))
}

/// Whether the cue at `span` tells what others say of its subject: "is accused of", "was said to", "accused of".
pub fn unsaid(doc: &Doc, span: Span) -> bool {
    let tokens = doc.tokens_in(span);
    let last = |i: usize| doc.has(&lexicon::PREPOSITIONS, i) || doc.one(i, "as to that");
    let end = tokens.clone().rev().find(|&i| !last(i) && doc.tokens[i].is_word()).map_or(tokens.start, |i| i + 1);
    let Some(verb) = end.checked_sub(1).filter(|&verb| verb >= tokens.start) else { return false };
    let word = doc.lower(verb);
    let told = cues::class(word).is_some() || one(word, "suspected rumoured rumored understood");
    let participle = told && (word.ends_with("ed") || one(word, "said thought understood"));
    let helped = (tokens.start..verb).rev().take(4).any(|i| doc.be(i)) && !doc.lower(verb - 1).ends_with("ing");
    // "Lee, accused of theft": with an object the verb would be followed by it.
    let of = match word {
        "accused" => doc.says(verb + 1, "of"),
        "charged" => doc.says(verb + 1, "with"),
        // "alleged to the court that" is active.
        _ => word == "alleged" && doc.says(verb + 1, "to") && !doc.has(&lexicon::DETERMINERS, verb + 2),
    };
    let active = tokens.start < verb && doc.one(verb - 1, "has have had having");
    participle && helped || of && !active
}

/// A thing before a passive, or a noun that its participle tells more of, with nobody named: "the price was not
/// announced", "no other victims reported".
pub fn lone(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let participle = told.content.end == told.cue.start && !agent(told);
    let be = passive(told);
    // "No other victims were reported, Lee said" has another's clause after it.
    let next = |source: Span| doc.says(told.cue.end, ",") && source.start >= doc.tokens[told.cue.end].span.end;
    let ahead = |source: Span| source.end <= doc.tokens[told.content.start].span.start;
    let nobody = found.source.is_none_or(|source| ahead(source) || next(source));
    // "shows the stance promised by the board"
    let noun = agent(told) && !be && told.content.end == told.cue.start && doc.lower(told.verb).ends_with("ed");
    if noun && told.verb == told.cue.start {
        return true;
    }
    let clause = |i: usize| doc.one(i, "that to how why whether");
    let rest = found.content.last().is_none_or(|last| !clause(doc.token_at(last.start)));
    rest && participle
        && (be || told.cue.len() == 1 && doc.lower(told.verb).ends_with("ed"))
        && nobody
        && (bare(doc, told.content.clone()) || doc.says(told.content.start, "there"))
}
