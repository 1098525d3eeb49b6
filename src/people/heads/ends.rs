//! Where a mention, or its first noun phrase, ends.

use crate::{
    lexicon,
    people::{EntityId, names::Name, words},
    text::Doc,
};
use std::ops::Range;

/// Where a mention ends that runs on into what its subject is or has done: "Orland is a critic" ends before "is".
pub fn subject_end(doc: &Doc, tokens: &Range<usize>) -> usize {
    let named = |i: usize| (tokens.start..i).all(|k| words::joins(doc, k));
    // "Lee released her papers"
    let object = |i: usize| words::possessive(doc, i) || doc.one(i, "a an the");
    let acts = |i: usize| doc.lower(i).ends_with("ed") && object(i + 1) && named(i);
    let verb =
        |&i: &usize| !doc.capital(i) && (doc.one(i, "is are was were has have had gives gave hit hits") || acts(i));
    let Some(verb) = (tokens.start + 1..tokens.end).find(verb) else { return tokens.end };
    // "Mr. Lee was less patient"
    if named(verb) {
        return verb;
    }
    // "the place is where officials", "documents the court has", "those who were": the verb is of the phrase.
    let last = doc.lower(tokens.end.wrapping_sub(1));
    if words::several(last) || words::title_word(last) || (verb..tokens.end).any(|i| doc.one(i, "and but or")) {
        return tokens.end;
    }
    let other = |i: usize| {
        doc.has(&lexicon::DETERMINERS, i) && i > tokens.start
            || words::pronoun(doc, i)
            || doc.one(i, "who which that what where when there")
            || !doc.tokens[i].is_word()
            || words::capital(doc, i) && i > tokens.start && !words::capital(doc, i - 1)
    };
    if (tokens.start..verb).any(other) { tokens.end } else { verb }
}

/// Where the first noun phrase of `tokens` ends: at a comma, a preposition or a clause, none of them within a name.
pub fn segment_end(doc: &Doc, names: &[(Name, EntityId)], tokens: Range<usize>) -> usize {
    let mut names = names.iter().peekable();
    let mut i = tokens.start;
    while i < tokens.end {
        while names.peek().is_some_and(|(n, _)| n.tokens.end <= i) {
            names.next();
        }
        if let Some((name, _)) = names.peek().filter(|(n, _)| n.start() <= i) {
            i = name.tokens.end.max(i + 1);
            continue;
        }
        let lower = doc.lower(i);
        let breaks = !doc.tokens[i].is_word() && !lexicon::one(lower, "’ ' - . & /")
            || lexicon::one(lower, "who whom whose which that where when as also named called")
            || lexicon::one(lower, "himself herself themselves itself like including using atop")
            // "documents he filed"
            || lexicon::one(lower, "he she they it i we") && !doc.capital(i)
            || lexicon::PREPOSITIONS.has(lower);
        if breaks && i > tokens.start {
            return i;
        }
        i += 1;
    }
    tokens.end
}
