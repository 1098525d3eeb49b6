//! The content of a report whose source and cue stand behind it, or amid it: where its clause begins, and what goes on
//! of it.

use super::{
    Found, Told, View,
    bare::{bare, past},
    extent::{ASIDE, FAR, set},
};
use crate::{
    annotation::Form,
    attribution::without_stop,
    lexicon::{
        self,
        cues::{self, Class},
    },
    text::Doc,
};
use std::ops::Range;

/// Most tokens of a name.
const NAME: usize = 8;

/// Whether a clause goes on with its verb at token `i`.
pub fn verb(doc: &Doc, i: usize) -> bool {
    let i = i + usize::from(lexicon::manner(doc.lower(i)) || doc.one(i, "also"));
    let word = doc.lower(i);
    // "he'll" has a subject of its own.
    let helps = lexicon::AUXILIARIES.has(word)
        && (word.ends_with("n't") || !word.contains('\''))
        && !lexicon::one(word, "been being");
    helps || !doc.capital(i) && (past(word) || word.ends_with("ed"))
}

/// The start of a clause from the middle of which a content before its source was taken: "The mill has \[sunk\]".
pub fn from_subject(told: &Told, found: &Found, content: &Range<usize>) -> Option<usize> {
    let doc = told.doc;
    let tells = doc.tokens_in(found.source?).start.min(told.cue.start);
    // "…, as Lee told the board"
    let tells = tells - usize::from(doc.says(tells.wrapping_sub(1), "as"));
    let says = matches!(cues::class(doc.lower(told.verb)), None | Some(Class::Say | Class::Tell));
    let inside = says && content.end > 1 && !doc.tokens[content.end - 1].is_word() && doc.says(content.end - 2, ",");
    let beside = content.end <= tells && tells - content.end <= 2 && (inside || doc.says(tells.wrapping_sub(1), ","));
    let start = doc.sentence_of(content.start)?.tokens.start;
    let before = content.start.checked_sub(1).filter(|&i| beside && i >= start && i < start + FAR)?;
    let joins = |i: usize| {
        let word = doc.lower(i);
        lexicon::SUBORDINATORS.has(word) || lexicon::one(word, "and or as so yet however then nor")
    };
    // "Although the mill is old, it runs, says Lee"
    let fronted = before == start && doc.one(start, "although though while if because since");
    let direct = found.form == Form::Direct;
    let amid = doc.tokens[before].is_word() && (fronted || direct || !joins(before)) && (says || !direct);
    let verbal = doc.says(before, ",") && (verb(doc, content.start) || doc.one(content.start, "which whose where"));
    let parts = |i: &usize| doc.one(*i, ": ;");
    let start = (start..content.start).rev().find(parts).map_or(start, |i| i + 1);
    let tells = |i: usize| {
        // "A floor had been added"
        let passive = i > 0 && doc.one(i - 1, "been be was were being");
        let attributes = !passive && matches!(cues::class(doc.lower(i)), Some(Class::Say | Class::Tell));
        let hyphen = doc.says(i, "-") && doc.tokens[i].span.end == doc.tokens[i + 1].span.start;
        // "30 miles (48 km) off Osby"
        let bracket = doc.says(i, "(") && (i + 2..i + 5).any(|i| doc.says(i, ")"));
        attributes || !hyphen && !bracket && lexicon::one(doc.lower(i), "( — – - \" “ according")
    };
    let plain = !(start..content.start).any(tells) && !content.clone().any(|i| doc.says(i, "("));
    let start = start + usize::from(doc.one(start, "and but so"));
    (plain && (amid || verbal)).then_some(start)
}

/// Gives a few words in marks that end a clause all of it, where somebody says it: "The quay is “a disgrace,” Lee
/// said".
pub fn around_fragment(view: &View, found: &mut Found) {
    let doc = view.doc;
    let (&[content], &[quote]) = (&found.content[..], &found.quotes[..]) else { return };
    let content = doc.tokens_in(content);
    let led = content.start > 0 && doc.tokens[content.start - 1].is_word();
    let Some(told) = Told::of(view, found).filter(|_| led && !doc.capital(doc.token_at(doc.quotes[quote].inner.start)))
    else {
        return;
    };
    if let Some(start) = from_subject(&told, found, &content) {
        set(doc, found, start..content.end);
    }
}

/// Leaves what follows "according to Lee" behind a conjunction: "The mill is old and, according to Lee, | will close".
pub fn joined(doc: &Doc, found: &mut Found) {
    let (Some(source), Some(&cue), Some(&last)) = (found.source, found.cue.first(), found.content.last()) else {
        return;
    };
    let (cue, end) = (doc.token_at(cue.start), doc.tokens_in(source).end);
    let joins = doc.says(cue, "according")
        && doc.says(cue.wrapping_sub(1), ",")
        && doc.one(cue.wrapping_sub(2), "and but as because while whereas since though although");
    let Some(sentence) = doc.sentence_of(end).filter(|_| joins) else { return };
    // "according to the small print in the offer,"
    let Some(end) = (end..sentence.tokens.end).take(NAME).find(|&i| doc.says(i, ",")) else { return };
    let last = doc.tokens_in(last);
    let rest = if last.start > end { last } else { doc.tokens_in(without_stop(doc, end + 1..sentence.tokens.end)) };
    if !rest.is_empty() {
        found.content.truncate(1);
        set(doc, found, rest);
    }
}

/// Whether what follows "according to Lee," only tells of Lee or of what was said before: "The mill closed, according
/// to Lee, an engineer", but not "In May, according to Lee, the mill closed".
pub fn tells_of(doc: &Doc, before: &Range<usize>, rest: &Range<usize>) -> bool {
    let fronted = doc.has(&lexicon::SUBORDINATORS, before.start) || doc.has(&lexicon::PREPOSITIONS, before.start);
    let apart = rest.start > 0 && doc.says(rest.start - 1, ",");
    let noun = doc.one(rest.start, "a an more less") && bare(doc, rest.clone());
    apart && !fronted && !bare(doc, before.clone()) && (noun || doc.one(rest.start, "who which whose"))
}

/// Past a bracket that ends in the content: "(see ‘Tides’) and the quay is old".
pub fn past_bracket(doc: &Doc, content: &Range<usize>) -> Option<usize> {
    let end = content.clone().find(|&i| doc.one(i, "( )")).filter(|&i| doc.says(i, ")"))?;
    let start = end + 1 + usize::from(doc.one(end + 1, ", and but"));
    (start < content.end).then_some(start)
}

/// Past a dateline: "OSBY, Nov 22 — The mill is shut".
pub fn past_dateline(doc: &Doc, content: &Range<usize>) -> Option<usize> {
    let place = doc.word(content.start);
    let shouted = place.len() > 2 && !place.contains(char::is_lowercase);
    let dash = (content.start + 1..content.end.min(content.start + 9)).find(|&i| doc.one(i, "— – -"))?;
    let date = (content.start..dash).any(|i| doc.word(i).starts_with(|c: char| c.is_ascii_digit()));
    (shouted && date && dash + 2 < content.end).then_some(dash + 1)
}

/// The comma behind source and cue where only the subject stands before them: "The plan, says Lee, a baker, is bad".
pub fn resumed(told: &Told, found: &Found, content: &Range<usize>) -> Option<usize> {
    let doc = told.doc;
    let sentence = doc.sentence_of(content.start)?.tokens.clone();
    let begins = content.start == sentence.start && content.end < told.cue.start && found.form == Form::Indirect;
    let first = doc.tokens_in(found.source?).start.max(told.cue.end);
    let after = (first..sentence.end.min(first + NAME)).find(|&i| doc.says(i, ","))?;
    let limit =
        sentence.end.saturating_sub(1).min(after + if doc.has(&lexicon::DETERMINERS, after + 1) { ASIDE } else { 1 });
    // "helps direct boats", "needs a roof"
    let present = |i: usize| doc.lower(i).ends_with('s') && !doc.capital(i) && doc.has(&lexicon::DETERMINERS, i + 1);
    let finite = |i: usize| verb(doc, i) || present(i) || doc.says(i, "helps");
    let comma = (after..limit).find(|&i| doc.says(i, ",") && finite(i + 1))?;
    (begins && !doc.says(told.cue.end, "by") && bare(doc, content.clone())).then_some(comma)
}
