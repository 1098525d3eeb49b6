//! Media beside the source: "the army in a statement", "a survey by Ann Lee", "a Reddit user".

use super::{Step, introduced::REACH, nouns, phrase::noun_at};
use crate::{annotation::Medium, lexicon, people::People, text::Doc};
use std::ops::Range;

/// Where a source ends that holds the medium as well: "the army in a statement".
pub fn behind(doc: &Doc, source: Range<usize>) -> Option<usize> {
    let place = |i: &usize| doc.one(*i, "in on during via");
    let clause = |i: &usize| doc.one(*i, "who which that whose");
    let limit = source.clone().find(clause).unwrap_or(source.end);
    let at = (source.start + 1..limit.max(source.start + 1)).find(place)?;
    // "a person briefed on the call", "a video posted on Facebook": no medium of the person's or the video's.
    if doc.lower(at - 1).ends_with("ed") && !doc.capital(at - 1) {
        return None;
    }
    let via = doc.says(at, "via") && at + 1 < source.end && doc.capital(at + 1);
    let found = nouns::medium(doc, at + 1, source.end, false).filter(|found| found.medium.is_some());
    (via || found.is_some()).then_some(at)
}

/// The document that a source begins with where its maker speaks: "a survey by Ann Lee", "the statement".
pub fn document(doc: &Doc, people: &mut People, source: Range<usize>) -> Option<Step> {
    let found = nouns::medium(doc, source.start, source.end, false)?;
    let medium = found.medium?;
    // "the letter by Lee", "the letter signed by Lee"
    let end = found.tokens.end;
    let by = end + usize::from(doc.one(end, "signed written released issued published prepared"));
    let by = by < source.end && doc.one(by, "by from");
    let span = doc.span(found.tokens.clone());
    let whole = found.tokens.end == source.end && people.document(doc, span).is_some();
    (by || whole).then(|| Step::medium(doc, span, medium))
}

/// The medium of whose words the clause tells: "a letter in which she said", "released a video that said".
/// What `says` something itself is the medium right before it.
pub fn in_which(doc: &Doc, people: &People, before: Range<usize>, says: bool) -> Option<Step> {
    let which = before.end.checked_sub(1).filter(|&i| i > before.start + 1 && doc.one(i, "which that"))?;
    if !says && !doc.says(which - 1, "in") {
        return None;
    }
    let end = which - usize::from(!says);
    let end = end - usize::from(doc.word(end - 1) == ",");
    let begins = |i: &usize| doc.has(&lexicon::DETERMINERS, *i) && !people.quoted(*i);
    let starts = before.start.max(end.saturating_sub(REACH))..end;
    // "a radio show host" is none.
    let goes_on = |i: usize| noun_at(doc, i, end) && !doc.lower(i).ends_with("ed") && !doc.one(i, "late early");
    let leads = |to: usize| if says { to == end } else { !goes_on(to) };
    let medium = |i: usize| nouns::medium(doc, i, end, false).filter(|found| leads(found.tokens.end));
    let found = starts.rev().filter(begins).find_map(medium)?;
    Some(Step::medium(doc, doc.span(found.tokens), found.medium?))
}

/// The document whose maker the source is, where it stands right before them: "a statement by a spokesman".
pub fn made_by(doc: &Doc, before: Range<usize>) -> Option<Step> {
    let by = before.end.checked_sub(1).filter(|&i| before.contains(&i) && doc.one(i, "by from"))?;
    let determiner = |i: &usize| doc.has(&lexicon::DETERMINERS, *i);
    let start = (before.start.max(by.saturating_sub(5))..by).rev().find(determiner)?;
    let found = nouns::medium(doc, start, by, false).filter(|found| found.tokens.end == by)?;
    Some(Step { medium: found.medium, ..Step::named(doc, doc.span(found.tokens)) })
}

/// The site whose user the source is: "a Reddit user", "one Twitter response", but not "a friend who has a Reddit
/// account".
pub fn at_home(doc: &Doc, source: Range<usize>) -> Option<Step> {
    let user = |i: &usize| doc.one(*i, "user users account poster commenter thread response comment");
    let at = source.clone().find(user)?.checked_sub(1).filter(|&i| i >= source.start && doc.capital(i))?;
    let clause = (source.start..at).any(|i| doc.one(i, "who which that whose"));
    let medium = nouns::medium(doc, at, at + 1, true)?.medium.filter(|medium| *medium == Medium::Post)?;
    (!clause || doc.says(at - 1, "the")).then(|| Step::medium(doc, doc.span(at..at + 1), medium))
}
