//! Passages in marks that no linked statement holds although the rules hear somebody say them.

use super::{passage, phrased, scene::Scene, statements};
use crate::{attribution::Found, span::Span};
use hearsay_network::viterbi::CONTENT;
use std::ops::Range;

/// The least that the tagger must make of such a passage.
const LIKELY: f32 = 0.3;

/// Words that make a clause, less one.
const CLAUSE: usize = 4;

/// Least tokens of a passage that is told to be somebody's words by itself.
const SENTENCES: usize = 16;

/// Statements of the rules, each of one such passage, where a verb of saying and a source are at hand. Those of `found`
/// that hold a passage take the paragraphs in which it goes on.
pub fn find(scene: &Scene, found: &mut [Found]) -> Vec<Found> {
    let mut held = vec![false; scene.outer.len()];
    for content in found.iter().flat_map(|f| &f.content) {
        scene.doc.tokens_in(*content).filter_map(|i| scene.quote(i)).for_each(|q| held[q] = true);
    }
    let mut said = vec![None; scene.outer.len()];
    for (index, quote) in
        found.iter().enumerate().flat_map(|(index, f)| f.quotes.iter().map(move |quote| (index, quote)))
    {
        let q = scene.outer.partition_point(|outer| outer < quote);
        said.get_mut(q).into_iter().for_each(|said| *said = Some(index));
    }
    // A quotation that goes on over several paragraphs is said as a whole or not at all.
    let goes_on = |q: usize| scene.doc.quotes[scene.outer[q]].continues;
    let mut all = Vec::new();
    let mut start = 0;
    while start < held.len() {
        let mut end = start + 1;
        while end < held.len() && goes_on(end - 1) {
            end += 1;
        }
        match said[start..end].iter().flatten().next().copied() {
            Some(index) => (start..end).filter(|&q| !held[q]).for_each(|q| go_on(scene, &mut found[index], q)),
            None => {
                let held = held[start..end].contains(&true);
                let statement = statement(scene, start..end, held);
                let beside = |q: usize| {
                    let index = said.get(q).copied().flatten().filter(|_| !held && statement.is_none());
                    index.filter(|&index| resumes(scene, &found[index], start, q))
                };
                if let Some(index) = beside(start.wrapping_sub(1)).or_else(|| beside(end)) {
                    go_on(scene, &mut found[index], start);
                    said[start] = Some(index);
                }
                all.extend(statement);
            }
        }
        start = end;
    }
    all
}

/// Whether passage `q` of the scene's, which nothing attributes, belongs to what `found` says in the passage `other` of
/// its paragraph: a clause does ("At sea, Lee writes, “…” On land, “there is no such hope.”"), and what is joined to it
/// ("“A folly,” Lee said, and “a waste.”").
fn resumes(scene: &Scene, found: &Found, q: usize, other: usize) -> bool {
    let tokens = &scene.quotes[q];
    let words = || tokens.clone().filter(|&i| scene.doc.tokens[i].is_word());
    let clause = || words().nth(CLAUSE).is_some() && words().next().is_some_and(|i| !scene.doc.capital(i));
    let other = scene.quotes[other].start;
    let beside = scene.blocks(other.min(tokens.start), other.max(tokens.start)) == 0;
    beside && found.source.is_some() && !found.attitude && (joined(scene, found, tokens.start) || clause())
}

/// Whether an "and" right behind cue and source of `found` joins the passage that begins at token `start` to it.
fn joined(scene: &Scene, found: &Found, start: usize) -> bool {
    let Some(and) = start.checked_sub(1).filter(|&i| scene.doc.one(i, "and but or")) else { return false };
    let end = and - usize::from(scene.doc.says(and.wrapping_sub(1), ","));
    found.cue.iter().chain(&found.source).any(|part| scene.doc.tokens_in(*part).end == end)
}

/// Adds passage `q` of the scene's to those of `found`, which come before it.
fn go_on(scene: &Scene, found: &mut Found, q: usize) {
    let quote = scene.outer[q];
    let at = found.quotes.partition_point(|&other| other < quote);
    found.quotes.insert(at, quote);
    let span = scene.doc.quotes[quote].outer;
    let at = found.content.partition_point(|content| content.start < span.start);
    found.content.insert(at, span);
}

/// The statement of the passages `quotes` of the scene's, as its first is heard; of those `held` in what is told of
/// somebody only a set phrase makes another.
fn statement(scene: &Scene, quotes: Range<usize>, held: bool) -> Option<Found> {
    let words = |q: usize| scene.doc.tokens_in(scene.doc.quotes[scene.outer[q]].inner);
    let first = words(quotes.start);
    if quotes.clone().any(|q| words(q).is_empty()) || passage::title(scene, &first) {
        return None;
    }
    let bare = statements::statement(scene, quotes.map(words));
    if let Some(found) = phrased::said(scene, &first, &bare) {
        return Some(found);
    }
    if held {
        return None;
    }
    let rule = scene.rule_of(&first).filter(|rule| rule.source.is_some() && !rule.cue.is_empty());
    match rule.filter(|_| likely(scene, &first) >= LIKELY) {
        Some(Found { form, source, cue, .. }) => {
            Some(Found { form: *form, source: *source, cue: cue.clone(), confidence: 0.6, ..bare })
        }
        None if led(scene, &first) => {
            // Whoever the line above is about; what stands before it is about another thing.
            let start = scene.quotes[scene.quote(first.start)?].start;
            let near = |source: &Span| scene.sentences(scene.doc.token_at(source.start), start - 1) == 0;
            let source = scene.rule_of(&first).and_then(|rule| rule.source).filter(near);
            Some(Found { source, confidence: 0.3, ..bare })
        }
        None => speaks(scene, &first).then_some(Found { confidence: 0.3, ..bare }),
    }
}

/// Whether a passage that nothing attributes is somebody's words by itself: sentences in marks with an "I" or a "you".
fn speaks(scene: &Scene, tokens: &Range<usize>) -> bool {
    let end = tokens.end.saturating_sub(1);
    let stop = tokens.clone().find(|&i| scene.doc.one(i, ". ! ?"));
    // What begins in lower case goes on with the writer's own words.
    let begins = tokens.clone().find(|&i| scene.doc.tokens[i].is_word()).is_some_and(|i| scene.doc.capital(i));
    let marked = scene.quote(tokens.start).is_some_and(|q| scene.doc.quotes[scene.outer[q]].marked());
    marked
        && begins
        && stop.is_some_and(|stop| stop < end)
        && tokens.len() > SENTENCES
        && tokens.clone().any(|i| scene.doc.one(i, "i i'm i've we we're we've me my our us you your"))
}

/// Whether a paragraph of its own in marks or set apart, of whole sentences, is led in by a line that ends in a colon.
fn led(scene: &Scene, tokens: &Range<usize>) -> bool {
    let Some(q) = scene.quote(tokens.start) else { return false };
    let start = scene.quotes[q].start;
    let colon = start > 0 && scene.doc.says(start - 1, ":") && scene.begins_block(start);
    // A transcript tells by itself who speaks: "LEE: No."
    let transcript =
        scene.doc.says(tokens.start + 1, ":") && !scene.doc.word(tokens.start).contains(char::is_lowercase);
    colon && !transcript && tokens.len() > SENTENCES / 2 && tokens.clone().any(|i| scene.doc.one(i, ". ! ?"))
}

/// How likely the words of a passage are part of a content, on the average.
fn likely(scene: &Scene, tokens: &Range<usize>) -> f32 {
    let words = tokens.clone().filter(|&i| scene.doc.tokens[i].is_word());
    let chance = |i: usize| scene.chances.get(i).map_or(0.0, |c| c[CONTENT as usize] + c[CONTENT as usize + 1]);
    let (sum, count) = words.fold((0.0, 0), |(sum, count), i| (sum + chance(i), count + 1));
    sum / (count.max(1) as f32)
}
