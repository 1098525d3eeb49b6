//! Documents and signs that a pronoun means: "She held up a sign. “I am here,” it read", "a note that said".

use crate::{
    lexicon,
    people::{EntityId, People, bodies, phrases},
    text::Doc,
};
use std::ops::Range;

/// How far back, in sentences and in tokens, a document may have been spoken of that "it" means.
const SENTENCES: usize = 3;
const FAR: usize = 200;

/// Longest phrase for a document, and most tokens between one and its "which".
const NEAR: usize = 12;

/// The document that "it" at `token` means where it "reads" something; with `any`, where it says something, but then
/// none that others say things in.
pub fn it(people: &mut People, doc: &Doc, token: usize, any: bool, spoken: &[EntityId]) -> Option<EntityId> {
    let tells = match doc.lower(token + 1) {
        "read" | "reads" => true,
        "stated" | "states" | "said" | "says" | "continued" | "continues" | "added" | "adds" => any,
        _ => false,
    };
    let sentence = doc.sentence_index(token);
    let first = doc.sentences.get(sentence.saturating_sub(SENTENCES)).filter(|_| tells)?;
    let phrase = last(people, doc, first.tokens.start.max(token.saturating_sub(FAR))..token)?;
    if any && bodies::issued(doc.word(phrase.end - 1)) {
        return None;
    }
    phrases::resolve(people, doc, phrase, spoken)
}

/// The document that a relative pronoun at `token` goes on about.
pub fn relative(people: &mut People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let start = doc.sentence_of(token)?.tokens.start.max(token.saturating_sub(FAR));
    let near = if doc.says(token, "which") { NEAR } else { 1 };
    let phrase = last(people, doc, start..token).filter(|phrase| phrase.end + near > token)?;
    phrases::resolve(people, doc, phrase, spoken)
}

/// The last phrase for a single document in `tokens`, outside quotation marks.
fn last(people: &People, doc: &Doc, tokens: Range<usize>) -> Option<Range<usize>> {
    let noun = |&i: &usize| written(doc.lower(i)) && !people.quoted(i) && !doc.says(i + 1, "'s");
    tokens.clone().rev().filter(noun).find_map(|noun| {
        let mut before = (noun.saturating_sub(NEAR / 2).max(tokens.start)..noun).rev();
        let start = before.find(|&i| !doc.tokens[i].is_word() || doc.has(&lexicon::DETERMINERS, i))?;
        doc.has(&lexicon::DETERMINERS, start).then_some(start..noun + 1)
    })
}

/// Whether a noun is that of something with words on it.
fn written(noun: &str) -> bool {
    lexicon::WRITINGS.has(noun)
}
