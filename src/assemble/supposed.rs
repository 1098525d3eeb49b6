//! Words that nobody says, but might: "if you say “no”", "don't say “no”", "as if to say “no”".

use crate::{attribution::Found, lexicon, text::Doc};
use std::ops::Range;

/// Most tokens from a subject to a verb further on in its sentence.
const CLAUSE: usize = 16;

/// Most tokens from the "if" that begins a sentence to words in marks.
const CONDITION: usize = 40;

/// Forms of the verbs that would tell such words.
const SAYS: &str = "say saying ask asking tell telling";

/// Whether nobody says the words of `statement`, but might: "when a man tells a woman to “smile”", "will be left to
/// wonder, “Why?”", "would have called it “theft”", "should say “no”", "what we call “brine”", "you win by saying,
/// “No.”", "don't say “no”", "ask yourself, “Why?”".
pub fn is(doc: &Doc, statement: &Found) -> bool {
    let Some(cue) = statement.cue.first().map(|&cue| doc.tokens_in(cue)) else { return false };
    let verb = cue.clone().rev().find(|&i| doc.tokens[i].is_word()).unwrap_or(cue.start);
    let source = statement.source.map(|source| doc.token_at(source.start));
    let has = |words: &str| cue.clone().any(|i| doc.one(i, words));
    if doc.one(verb, SAYS) && (advised(doc, &cue, verb, source) || counterfactual(doc, verb)) || idiom(doc, verb) {
        return true;
    }
    let Some(source) = source else { return false };
    let wonders = doc.says(verb, "wonder") && has("will would may might could");
    let before = source.checked_sub(1).map_or("", |i| doc.lower(i));
    let never = has("have") && (has("would might could") || before == "would");
    let anybody = you(doc, source)
        || doc.one(source, "a an") && doc.one(verb, "says tells calls")
        || doc.one(source, "we i") && doc.says(verb, "call");
    // Not the "you" of words in marks before.
    let sentence = doc.sentence_of(verb).map_or(verb, |sentence| sentence.tokens.start);
    let yours = || (verb.saturating_sub(CLAUSE).max(sentence)..verb).any(|i| doc.says(i, "you"));
    let method = doc.says(verb, "saying") && doc.says(verb.wrapping_sub(1), "by") && yours();
    let example = doc.one(source, "example examples") && cue.end == source + 2;
    wonders || never || method || example || anybody && lexicon::one(before, "if when whenever what")
}

/// "nets, ropes and, say, boats", "all told, it holds": nobody says or tells that.
fn idiom(doc: &Doc, verb: usize) -> bool {
    let Some(before) = verb.checked_sub(1).filter(|_| doc.says(verb + 1, ",")) else { return false };
    doc.says(verb, "say") && doc.says(before, ",") || doc.says(verb, "told") && doc.says(before, "all")
}

/// Whether a source that begins at token `i` is whoever reads it.
fn you(doc: &Doc, i: usize) -> bool {
    doc.one(i, "you you'd you'll")
}

/// "should say", "don't say", "you will say", "ask yourself": what anybody may say.
fn advised(doc: &Doc, cue: &Range<usize>, verb: usize, source: Option<usize>) -> bool {
    let has = |words: &str| cue.clone().chain(source).any(|i| doc.one(i, words));
    has("should shouldn't must tempting")
        || source.is_none() && has("don't never")
        || source.is_some_and(|i| you(doc, i)) && has("don't never will would can could might may you'd you'll")
        || doc.says(verb + 1, "yourself")
}

/// "If I were the mayor, I'd start by asking “…”", where the verb is token `verb`.
fn counterfactual(doc: &Doc, verb: usize) -> bool {
    let Some(sentence) = doc.sentence_of(verb) else { return false };
    let start = sentence.tokens.start;
    doc.says(start, "if")
        && doc.one(start + 2, "was were had")
        && verb < start + CONDITION
        && (start..verb).any(|i| doc.says(i, "would") || doc.lower(i).ends_with("'d"))
}

/// Whether the passage in marks that begins at token `start` only gives a look or a gesture words: "as if to say “no”".
pub fn acted(doc: &Doc, start: usize) -> bool {
    let before = |n: usize, words: &str| start >= n && doc.one(start - n, words);
    let start = start - usize::from(before(1, ", :"));
    let before = |n: usize, words: &str| start >= n && doc.one(start - n, words);
    before(1, "say ask") && before(2, "to") && before(3, "if though")
}
