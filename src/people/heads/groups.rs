//! Several people who are only described.

use crate::{
    lexicon,
    people::{EntityId, People, phrases, pronouns, words},
    text::Doc,
};
use std::ops::Range;

/// Most words before the noun for several people.
const SEVERAL: usize = 4;

/// The people that sentence `sentence` begins with: "The pilots met in Osby. They …".
pub fn subjects(people: &mut People, doc: &Doc, sentence: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let mut tokens = doc.sentences.get(sentence)?.tokens.clone();
    tokens.start += usize::from(doc.one(tokens.start, "but and"));
    // "On Monday, protesters met."
    if doc.has(&lexicon::PREPOSITIONS, tokens.start)
        && let Some(comma) = tokens.clone().take(SEVERAL).find(|&i| words::is(doc, i, ","))
    {
        tokens.start = comma + 1;
    }
    let party = |noun: &str| ["ican", "crat"].iter().any(|end| noun.ends_with(end));
    let speak = |noun: &str| {
        let ends = ["er", "or", "ist", "ant", "ent", "ian"].iter().any(|end| noun.ends_with(end));
        ends || words::title_word(noun) || words::organisation(noun) || party(noun)
    };
    let plural = |&i: &usize| doc.lower(i).strip_suffix('s').is_some_and(speak);
    // "hundreds of protesters"
    let many = |i: usize| doc.says(i, "of") && doc.one(i.wrapping_sub(1), "dozens scores hundreds thousands");
    let ends =
        |&i: &usize| !doc.tokens[i].is_word() || words::cue(doc, i) || doc.has(&lexicon::PREPOSITIONS, i) && !many(i);
    let last = tokens.clone().take(SEVERAL).take_while(|i| !ends(i)).find(plural)?;
    // "Holders", "the voters' guide"
    let named =
        !people.names_in(tokens.start..last + 1).is_empty() && !doc.lower(last).strip_suffix('s').is_some_and(party);
    let phrase =
        Some(tokens.start..last + 1).filter(|_| !named && !people.quoted(last) && doc.word(last + 1) != "’")?;
    let begun = pronouns::begun(people, doc, phrase.start, spoken);
    begun.or_else(|| phrases::resolve(people, doc, phrase, spoken))
}

/// The noun phrase for several people that ends with token `last`: "some analysts".
pub fn several_at(doc: &Doc, last: usize, sentence: usize) -> Option<Range<usize>> {
    let noun = doc.lower(last);
    let people = matches!(noun, "people" | "men" | "women") || noun.strip_suffix('s').is_some_and(words::title_word);
    let ends = |i: usize| {
        let lower = doc.lower(i);
        !doc.tokens[i].is_word()
            || words::cue(doc, i)
            || lexicon::PREPOSITIONS.has(lower)
            || lexicon::AUXILIARIES.has(lower)
            || lexicon::SUBORDINATORS.has(lower)
            || ["ed", "ing", "ly"].iter().any(|end| lower.ends_with(end))
    };
    let mut near = (last.saturating_sub(SEVERAL).max(sentence)..last).rev();
    let determined = near.clone().take_while(|&i| !ends(i)).find(|&i| doc.has(&lexicon::DETERMINERS, i));
    let bare = || near.find(|&i| ends(i)).map(|before| before + 1);
    let first = || (last - sentence <= SEVERAL).then_some(sentence);
    let start = determined.or_else(bare).or_else(first).filter(|_| people)?;
    Some(start..last + 1)
}
