//! Who tells, asks or is asked something, as the words around a name show it.

use super::{names::Name, words};
use crate::{
    lexicon::{self, cues::Class},
    text::Doc,
};

/// Longest role before a name at the start of a sentence, in tokens.
pub const SHORT: usize = 8;

/// Whether whoever stands before token `end` says something there.
pub fn tells(doc: &Doc, end: usize) -> bool {
    // "Lee also said"
    let adverb = |i: usize| doc.one(i, "also then later further once not") || lexicon::manner(doc.lower(i));
    let end = end + usize::from(adverb(end));
    // "Lee would not say"
    let helped = doc.one(end, "has had would wouldn't did didn't");
    let verb = end + usize::from(helped) + usize::from(helped && adverb(end + 1));
    words::cue(doc, verb)
}

/// Where the words that describe whoever is named from token `start` on begin, no sooner than at `floor`.
pub fn with_role(doc: &Doc, described: &[bool], floor: usize, start: usize) -> usize {
    let role = |i: &usize| described[*i] || doc.one(*i, "( )") || words::capital(doc, *i);
    (floor..start).rev().take(APPOSED).take_while(role).last().unwrap_or(start)
}

/// Longest description behind the name of a speaker, in tokens.
const APPOSED: usize = 40;

/// Whether whoever is called `name` says something: "Lee said", "according to Lee".
pub fn speaks(doc: &Doc, name: &Name) -> bool {
    let (start, end) = (name.start(), name.tokens.end);
    let say = |i: usize| lexicon::cues::class(doc.lower(i)) == Some(Class::Say);
    let said = |i: usize| say(i + usize::from(doc.says(i, "also"))) || doc.says(i, "has") && tells(doc, i);
    let before = start.wrapping_sub(1);
    // "A reporter for Lee said": Lee does not.
    if doc.one(before, "of for at from with") {
        return false;
    }
    let according = doc.says(before, "to") && doc.says(before.wrapping_sub(1), "according");
    // "Lee, a baker in Osby, said", "Orland keeper Lee, who …, says", "A nurse, Lee, said"
    let sentence = &doc.sentences[name.sentence].tokens;
    let part = |i: usize| doc.has(&lexicon::PREPOSITIONS, i) || doc.one(i, "and or") || words::cue(doc, i);
    let led = |i: usize| doc.tokens[i].is_word() && !part(i);
    let first = start < sentence.start + SHORT && (sentence.start..start).all(led);
    let far = if first { APPOSED } else { usize::from(words::is(doc, before, ",")) };
    let past =
        words::is(doc, end, ",") && (end..sentence.end.min(end + far)).any(|i| words::is(doc, i, ",") && said(i + 1));
    // "Lee (Ind.) said"
    let past = past || doc.word(end) == "(" && (end..end + SHORT).any(|i| doc.word(i) == ")" && tells(doc, i + 1));
    // "Lee of the Orland Office told Delta News"
    let of = (end + 1..end + SHORT).find(|&i| doc.says(end, "of") && !doc.capital(i) && !doc.one(i, "the of and for"));
    let past = past || of.is_some_and(|i| words::cue(doc, i));
    // "“No,” said Lee", but not "Falk says Lee", "Falk has conceded Lee left"
    let subject =
        |i: usize| words::capital(doc, i) || doc.has(&lexicon::PRONOUNS, i) || doc.has(&lexicon::AUXILIARIES, i);
    // "said Orland's mayor Ann Lee": the mayor does, Orland does not.
    let owner = doc.says(before, "'s").then(|| (sentence.start..before).rev().find(|&i| !words::capital(doc, i)));
    let verb = owner.flatten().unwrap_or(before);
    let inverted = start > 0 && say(verb) && !name.possessive(doc) && !verb.checked_sub(1).is_some_and(subject);
    tells(doc, end) || inverted || according || past
}

/// Whether what begins at token `start` begins a clause that depends on another.
pub fn subordinate(doc: &Doc, start: usize) -> bool {
    start > 0 && doc.one(start - 1, "that because since although though if as when after before until while whom")
}

/// Whether what begins at token `start` begins a clause beside the one before: "Lee said no, and Falk said so too".
pub fn coordinate(doc: &Doc, start: usize) -> bool {
    start > 0 && doc.one(start - 1, ", ; and but — –")
}

/// Whether the pronoun at token `i` says what its sentence began with: "The old clerk sent him a chart, he said".
pub fn trails(doc: &Doc, i: usize, sentence: usize) -> bool {
    let ends = |i: usize| !doc.tokens.get(i).is_some_and(|t| t.is_word());
    i > sentence && words::is(doc, i - 1, ",") && words::cue(doc, i + 1) && ends(i + 2)
}

/// Whether it is whoever is called `name` that says something in what the pronoun at token `i` tells of: "a letter from
/// Lee in which he said".
pub fn sends(doc: &Doc, name: &Name, i: usize) -> bool {
    let within = i > 1 && doc.says(i - 1, "which") && doc.says(i - 2, "in");
    let plain = || (name.tokens.end..i).all(|i| doc.tokens[i].is_word());
    within && doc.one(name.start().wrapping_sub(1), "from by with") && plain()
}

/// Whether whoever begins at token `i` is asked something, and is about to answer.
pub fn asked(doc: &Doc, i: usize) -> bool {
    // "asked former mayor Ann Lee"
    let role = |i: usize| doc.says(i, "former") || words::title(doc, i);
    let before = (0..i).rev().take(3).find(|&i| !role(i));
    before.is_some_and(|i| doc.one(i, "asked asks asking pressed"))
}

/// Whether the comma at token `comma` parts what leads up to a clause from its subject, which ends before token `end`:
/// "On the ferry Lind, the pilot said".
pub fn leads_up(doc: &Doc, comma: usize, end: usize) -> bool {
    let Some(sentence) = doc.sentence_of(comma).filter(|_| words::is(doc, comma, ",")) else { return false };
    let start = sentence.tokens.start + usize::from(doc.one(sentence.tokens.start, "but and"));
    let led = doc.has(&lexicon::PREPOSITIONS, start) || doc.has(&lexicon::SUBORDINATORS, start);
    led && words::cue(doc, end) && !(start..comma).any(|i| words::is(doc, i, ","))
}

/// Whether whoever is called `name`, described from token `start` on, only tells more of what is spoken of: "talks with
/// Lee", "a letter from the mayor, Lee".
pub fn hangs(doc: &Doc, described: &[bool], name: &Name, start: usize) -> bool {
    let first = doc.sentences[name.sentence].tokens.start;
    let apart = start > first && words::is(doc, start - 1, ",");
    let start = if apart { with_role(doc, described, first, start - 1) } else { start };
    start > first && (name.possessive(doc) || doc.one(start - 1, "with from of for to about against"))
}
