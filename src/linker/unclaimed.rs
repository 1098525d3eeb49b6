//! Passages in marks that no linked statement holds although the rules hear somebody say them.

use super::{passage, phrased, scene::Scene, statements};
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
    let mut said = vec![false; scene.outer.len()];
    for quote in found.iter().flat_map(|f| &f.quotes) {
        let q = scene.outer.partition_point(|outer| outer < quote);
        said.get_mut(q).into_iter().for_each(|said| *said = true);
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
        if !said[start..end].contains(&true) {
            all.extend(statement(scene, start..end, held[start..end].contains(&true)));
        }
        start = end;
    }
    all
}

/// The statement of the passages `quotes` of the scene's, as its first is heard; of those `held` in what is told of somebody
/// only a set phrase makes another.
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
    if held || likely(scene, &first) < LIKELY {
        return None;
    }
    let rule = scene.rule_of(&first).filter(|rule| rule.source.is_some() && !rule.cue.is_empty())?.clone();
    Some(Found { form: rule.form, source: rule.source, cue: rule.cue, confidence: 0.6, ..bare })
}

/// How likely the words of a passage are part of a content, on the average.
fn likely(scene: &Scene, tokens: &Range<usize>) -> f32 {
    let words = tokens.clone().filter(|&i| scene.doc.tokens[i].is_word());
    let chance = |i: usize| scene.chances.get(i).map_or(0.0, |c| c[CONTENT as usize] + c[CONTENT as usize + 1]);
    let (sum, count) = words.fold((0.0, 0), |(sum, count), i| (sum + chance(i), count + 1));
    sum / (count.max(1) as f32)
}
