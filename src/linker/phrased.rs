//! Set phrases that give words to somebody without a verb of saying: "as Lee put it, “…”", "in the words of Lee, “…”".

use super::scene::Scene;
use crate::{attribution::Found, lexicon};
use std::ops::Range;

/// Longest name or description in such a phrase, in tokens.
const LONGEST: usize = 10;

/// How sure such a phrase is.
const SURE: f32 = 0.8;

/// A source and what stands for a cue, in tokens.
type Phrase = (Range<usize>, Range<usize>);

/// The statement `bare`, whose first passage has the words `tokens`, as said by whoever a phrase beside it names.
pub fn said(scene: &Scene, tokens: &Range<usize>, bare: &Found) -> Option<Found> {
    let (source, cue) = around(scene, tokens)?;
    let (source, cue) = (scene.doc.span(source), vec![scene.doc.span(cue)]);
    Some(Found { source: Some(source), cue, confidence: SURE, ..bare.clone() })
}

/// The phrase right before or right behind the passage whose words are `tokens`.
fn around(scene: &Scene, tokens: &Range<usize>) -> Option<Phrase> {
    let sentence = scene.doc.sentence_of(tokens.start)?.tokens.start;
    let before = || {
        let last = open(scene, sentence, tokens.start)?;
        put(scene, sentence..last)
            .or_else(|| in_words(scene, sentence..last))
            .or_else(|| wording(scene, sentence..last))
    };
    before().or_else(|| behind(scene, tokens.end)).or_else(|| remark(scene, tokens))
}

/// One past the last word before the passage that begins at `start`: marks, a comma and a colon are passed over, and
/// what stands between a comma and a noun phrase ("as Lee put it, a “disgrace”").
fn open(scene: &Scene, sentence: usize, start: usize) -> Option<usize> {
    let comma = start > sentence + 2 && scene.doc.says(start - 3, ",");
    let start = start - 2 * usize::from(comma && scene.doc.has(&lexicon::DETERMINERS, start - 2));
    let mut end = start;
    while end > sentence && !scene.doc.tokens[end - 1].is_word() {
        end -= 1;
    }
    (end > sentence && start - end <= 2).then_some(end)
}

/// "as Lee put it" at the end of `tokens`.
fn put(scene: &Scene, tokens: Range<usize>) -> Option<Phrase> {
    let doc = scene.doc;
    let it = tokens.end.checked_sub(1).filter(|&i| i > tokens.start && matches!(doc.lower(i), "it" | "this"))?;
    let verb = it.checked_sub(1).filter(|&i| puts(doc.lower(i)))?;
    let helped = verb > tokens.start && lexicon::one(doc.lower(verb - 1), "has had have once later");
    let end = verb - usize::from(helped);
    let low = tokens.start.max(end.saturating_sub(LONGEST));
    let from = (low..end).rev().find(|&i| doc.says(i, "as"))? + 1;
    (from < end).then_some((from..end, verb..it + 1))
}

/// "in the words of Lee" at the end of `tokens`.
fn in_words(scene: &Scene, tokens: Range<usize>) -> Option<Phrase> {
    let doc = scene.doc;
    let low = tokens.start.max(tokens.end.saturating_sub(LONGEST));
    let of = (low..tokens.end).rev().find(|&i| doc.says(i, "of"))?;
    let phrase = of.checked_sub(3).filter(|&i| i >= tokens.start)?;
    let said = doc.says(phrase, "in") && doc.says(phrase + 1, "the") && doc.says(phrase + 2, "words");
    // "In the words of Lee, the plan was “…”"
    let end = (of + 1..tokens.end).find(|&i| !doc.tokens[i].is_word()).unwrap_or(tokens.end);
    (said && of + 1 < end).then_some((of + 1..end, phrase..of + 1))
}

/// "in Lee's words" at the end of `tokens`.
fn wording(scene: &Scene, tokens: Range<usize>) -> Option<Phrase> {
    let doc = scene.doc;
    let noun = tokens.end.checked_sub(1).filter(|&i| doc.one(i, "words phrase phrasing formulation"))?;
    let low = tokens.start.max(noun.saturating_sub(LONGEST));
    let from = (low..noun).rev().find(|&i| doc.says(i, "in"))? + 1;
    let end = noun - usize::from(doc.one(noun - 1, "own famous"));
    let owner = end.checked_sub(1).filter(|&i| i >= from)?;
    let one = owner == from && doc.one(owner, "his her their");
    let source = from..owner + usize::from(one);
    (one || doc.says(owner, "'s") && !source.is_empty()).then_some((source, from - 1..noun + 1))
}

/// "as Lee put it" right behind the mark that stands at `end`.
fn behind(scene: &Scene, end: usize) -> Option<Phrase> {
    let doc = scene.doc;
    let limit = doc.sentence_of(end)?.tokens.end.max(end).min(doc.tokens.len());
    let start = (end..limit.min(end + 3)).find(|&i| doc.tokens[i].is_word())?;
    if !doc.says(start, "as") {
        return None;
    }
    let it = (start + 3..limit.min(start + 3 + LONGEST)).find(|&i| doc.says(i, "it") && puts(doc.lower(i - 1)))?;
    put(scene, start..it + 1)
}

/// "his “lazy clerks” remark", "Lee's “lazy clerks” comments"
fn remark(scene: &Scene, tokens: &Range<usize>) -> Option<Phrase> {
    let doc = scene.doc;
    let (start, end) = (tokens.start.checked_sub(2)?, tokens.end + 1);
    let noun = (end..end + 2).find(|&i| doc.one(i, "remark remarks comment comments quip jibe outburst"))?;
    if doc.one(start, "his her their") {
        return Some((start..start + 1, noun..noun + 1));
    }
    let name = |i: &usize| *i > 0 && doc.capital(i - 1);
    let from = (start.saturating_sub(LONGEST)..=start).rev().find(|i| !name(i)).filter(|_| doc.says(start, "'s"))?;
    (from < start).then_some((from..start, noun..noun + 1))
}

fn puts(lower: &str) -> bool {
    lexicon::one(lower, "put puts phrased phrases")
}
