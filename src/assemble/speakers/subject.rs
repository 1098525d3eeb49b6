//! Who speaks a statement that names no source, as the words beside its cue tell.

use crate::{
    attribution::{self, Found},
    people::{EntityId, Kind, People, brackets},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Who stands right before the cue of a statement that has no source, by name or as a pronoun; "Adding, “…”" at the
/// start of a sentence goes on for whoever spoke last.
pub fn subject(doc: &Doc, people: &mut People, statement: &Found, spoken: &[EntityId]) -> Option<EntityId> {
    let cue = doc.tokens_in(*statement.cue.first()?);
    let sentence = doc.sentence_of(cue.start)?.tokens.start;
    if cue.start == sentence {
        let goes_on = doc.lower(cue.start).ends_with("ing") && (cue.end..cue.end + 3).any(|i| people.quoted(i));
        return spoken.first().copied().filter(|_| goes_on);
    }
    // "Lee, accused of theft": others say so.
    if statement.cue.first().is_some_and(|&cue| attribution::unsaid(doc, cue) || attribution::heard(doc, cue)) {
        return None;
    }
    let before = cue.start - 1;
    if let Some(mention) = according(doc, &cue) {
        return people.resolve(doc, mention, spoken);
    }
    if doc.one(before, ", after before while by without since") && doc.lower(cue.start).ends_with("ing") {
        return clause(doc, people, sentence, before);
    }
    // "She was asked", "he is known for": nobody speaks.
    let speaks = |i: usize| doc.lower(i).ends_with("ing") || doc.says(i, "said");
    if people.quoted(before) || cue.clone().any(|i| doc.be(i)) && !cue.clone().any(speaks) {
        return None;
    }
    if doc.one(before, "he she it they which that") {
        return people.resolve(doc, doc.tokens[before].span, spoken);
    }
    // "Ann Lee cut the price and wrote that"
    if doc.one(before, "and but then") {
        let verb = doc.lower(cue.start).ends_with("ed") || doc.one(cue.start, "said wrote told");
        let id = if verb { people.named_at(sentence) } else { None };
        return id.filter(|&id| people.entity(id).kind == Kind::Person);
    }
    // "Ann Lee (Ind.) kept asking"
    people.named_before(brackets::before(doc, sentence, cue.start)).filter(|&id| people.entity(id).kind == Kind::Person)
}

/// Longest source that a cue names itself, in tokens.
const SOURCE: usize = 12;

/// Whom the words behind "according to" name.
fn according(doc: &Doc, cue: &Range<usize>) -> Option<Span> {
    let last = cue.end.wrapping_sub(1);
    let end = (cue.end..cue.end + SOURCE).find(|&i| !doc.tokens.get(i).is_some_and(|t| t.is_word()))?;
    let to = doc.says(last, "to") && doc.says(last.saturating_sub(1), "according");
    let plan = doc.says(cue.end, "plan");
    (to && end > cue.end && !plan).then(|| doc.span(cue.end..end))
}

/// Longest clause before a participle, in tokens.
const CLAUSE: usize = 60;

/// Who begins the clause that ends before token `comma`, after which a participle goes on: "Lee left, citing her age".
fn clause(doc: &Doc, people: &People, sentence: usize, comma: usize) -> Option<EntityId> {
    let joins = |i: usize| doc.one(i, "but when while after as because although though");
    let first = sentence.max(comma.saturating_sub(CLAUSE));
    let start = (first..comma).rev().find(|&i| joins(i)).map_or(first, |i| i + 1);
    let id = people.named_at(start)?;
    // "Lee was fired, citing": others say so.
    let passive = (start..comma).any(|i| doc.one(i, "is are was were been being who whose which 's"));
    (!passive && people.subject(doc, start..comma) == Some(id)).then_some(id)
}
