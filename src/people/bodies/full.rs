//! The full words for a body that is spoken of again: "the ministry" after "Orland’s home ministry".

use super::FULLER;
use crate::{
    lexicon,
    people::{phrases::noun_key, words},
    text::Doc,
};
use std::ops::Range;

/// The words by which a body of the noun `noun` ("the ministry") was last spoken of in full: with its owner, or as a
/// name in capitals.
pub fn fuller(doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<Range<usize>> {
    if !words::organisation(noun) || tokens.len() > 4 {
        return None;
    }
    let said = |phrase: &Range<usize>, i: usize| phrase.clone().any(|k| doc.lower(k) == doc.lower(i));
    let from = tokens.start + usize::from(doc.has(&lexicon::DETERMINERS, tokens.start));
    let all = |phrase: &Range<usize>| (from..tokens.end).all(|i| said(phrase, i));
    let before = (tokens.start.saturating_sub(FULLER)..tokens.start).rev();
    before.filter(|&i| noun_key(doc.lower(i)) == noun).filter_map(|i| owned(doc, i)).find(all)
}

/// The phrase around the noun at `i` where it says whose body it is: "Orland’s home ministry", "the Ministry of
/// Ferries", "an Orland ferry commission".
fn owned(doc: &Doc, i: usize) -> Option<Range<usize>> {
    let sentence = doc.sentence_of(i)?.tokens.clone();
    let mut start = i;
    while start > sentence.start && i - start < 4 && modifies(doc, start - 1) {
        start -= 1;
    }
    if start > sentence.start + 1 && doc.says(start - 1, "'s") {
        start -= 2;
        while start > sentence.start && words::capital(doc, start) && words::capital(doc, start - 1) {
            start -= 1;
        }
        return Some(start..i + 1);
    }
    let mut end = i + 1;
    // "Osby Police Supt Ann Lee" is no body.
    let part = |end: usize| words::capital(doc, end) && !words::title(doc, end) || joins(doc, end);
    while words::capital(doc, i) && end < sentence.end && part(end) {
        end += 1;
    }
    if end > i + 1 {
        return Some(start..end);
    }
    // "an Orland ferry commission", but governments are many.
    let one = start < i && !doc.says(i, "government");
    let article = start.checked_sub(1).filter(|&article| one && doc.one(article, "a an the"));
    article.filter(|_| words::capital(doc, start)).map(|article| article..end)
}

fn joins(doc: &Doc, i: usize) -> bool {
    doc.one(i, "of for and") && words::capital(doc, i + 1)
}

fn modifies(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i);
    doc.tokens[i].is_word()
        && lower != "'s"
        && !lexicon::DETERMINERS.has(lower)
        && !lexicon::PREPOSITIONS.has(lower)
        && !lexicon::AUXILIARIES.has(lower)
        && !matches!(lower, "and" | "or")
}
