//! How sure a statement is: logistic regression on what tagger, linker and rules make of it.

use super::{Links, scene::Scene};
use crate::{annotation::Form, lexicon};
use hearsay_network::{
    math::sigmoid,
    viterbi::{CONTENT, CUE, SOURCE},
};
use std::ops::Range;

/// Numbers for each form of statement.
pub const NUMBERS: usize = 14;

/// Weights in all: for each form in turn, direct, mixed, indirect.
pub const WEIGHTS: usize = 3 * NUMBERS;

/// What is known of the statement of cue `q` with `contents`, in the numbers of its form; those of other forms are 0.
pub fn numbers(scene: &Scene, links: &Links, q: usize, contents: &[usize], form: Form) -> [f32; WEIGHTS] {
    let cue = &scene.tagged.cues[q];
    let least = |of: &dyn Fn(usize) -> f32| contents.iter().map(|&c| of(c)).fold(1.0, f32::min);
    let content = |c: usize| &scene.tagged.contents[c];
    let source = links.source[q].map(|s| edges(scene, &scene.tagged.sources[s], SOURCE));
    let cue_edges = edges(scene, cue, CUE);
    let tie = scene.rules_tie(content(contents[0]), cue);
    let speech = cue.clone().any(|i| lexicon::cues::class(scene.doc.lower(i)).is_some());
    let words: usize = contents.iter().map(|&c| content(c).len()).sum();
    let these = [
        1.0,
        odds(least(&|c| edges(scene, content(c), CONTENT)[0])),
        odds(least(&|c| edges(scene, content(c), CONTENT)[1])),
        odds(cue_edges[0]),
        odds(cue_edges[1]),
        odds(least(&|c| links.cue_likely[c])),
        odds(links.source_likely[q]),
        f32::from(u8::from(source.is_some())),
        source.map_or(0.0, |edges| odds(edges[0].min(edges[1]))),
        f32::from(u8::from(tie == 3)),
        f32::from(u8::from(tie == 1)),
        f32::from(u8::from(speech)),
        (words.min(50) as f32).sqrt() - 3.0,
        f32::from(u8::from(contents.len() > 1)),
    ];
    let mut all = [0.0; WEIGHTS];
    all[form as usize * NUMBERS..][..NUMBERS].copy_from_slice(&these);
    all
}

/// How sure the statement with these `numbers` is, 0 to 1.
pub fn confidence(weights: &[f32], numbers: &[f32; WEIGHTS]) -> f32 {
    sigmoid(weights.iter().zip(numbers).map(|(weight, number)| weight * number).sum())
}

/// How likely a span of labels from `first` on begins and ends where it does.
fn edges(scene: &Scene, span: &Range<usize>, first: u8) -> [f32; 2] {
    let first = first as usize;
    let at = |i: usize| scene.chances.get(i).copied().unwrap_or_default();
    let last = at(span.end - 1);
    [at(span.start)[first], (last[first] + last[first + 1] - at(span.end)[first + 1]).max(0.0)]
}

/// The log of odds, within bounds.
fn odds(chance: f32) -> f32 {
    let chance = chance.clamp(0.002, 0.998);
    (chance / (1.0 - chance)).ln()
}
