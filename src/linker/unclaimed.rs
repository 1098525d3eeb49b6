//! Passages in marks that no linked statement holds although the rules hear somebody say them.

use super::{passage, scene::Scene, statements};
use crate::attribution::Found;
use hearsay_network::viterbi::CONTENT;
use std::ops::Range;

/// The least that the tagger must make of such a passage.
const LIKELY: f32 = 0.3;

/// Statements of the rules, each of one such passage, where a verb of saying and a source are at hand.
pub fn find(scene: &Scene, found: &[Found]) -> Vec<Found> {
    let mut held = vec![false; scene.outer.len()];
    for content in found.iter().flat_map(|f| &f.content) {
        scene.doc.tokens_in(*content).filter_map(|i| scene.quote(i)).for_each(|q| held[q] = true);
    }
    let left = (0..scene.outer.len()).filter(|&q| !held[q]);
    left.filter_map(|q| statement(scene, q)).collect()
}

/// The statement of the passage at index `q` of the scene's.
fn statement(scene: &Scene, q: usize) -> Option<Found> {
    let words = scene.doc.tokens_in(scene.doc.quotes[scene.outer[q]].inner);
    if words.is_empty() || passage::title(scene, &words) || likely(scene, &words) < LIKELY {
        return None;
    }
    let rule = scene.rule_of(&words).filter(|rule| rule.source.is_some() && !rule.cue.is_empty())?.clone();
    let bare = statements::statement(scene, std::iter::once(words));
    Some(Found { form: rule.form, source: rule.source, cue: rule.cue, confidence: 0.6, ..bare })
}

/// How likely the words of a passage are part of a content, on the average.
fn likely(scene: &Scene, tokens: &Range<usize>) -> f32 {
    let words = tokens.clone().filter(|&i| scene.doc.tokens[i].is_word());
    let chance = |i: usize| scene.chances.get(i).map_or(0.0, |c| c[CONTENT as usize] + c[CONTENT as usize + 1]);
    let (sum, count) = words.fold((0.0, 0), |(sum, count), i| (sum + chance(i), count + 1));
    sum / (count.max(1) as f32)
}
