//! The linker's choices among the spans nearby and none, and the weights that get them right: multinomial logistic
//! regression.

use crate::{corpus, random::Random};
use hearsay::{
    linker::{
        candidates,
        pairs::{self, BUCKETS, Features},
        scene::Scene,
    },
    tagger::Tagged,
    text::Doc,
};
use hearsay_network::math::exp;
use std::ops::Range;

/// Tokens of a span, and which attribution they belong to.
type Owned = (Range<usize>, usize);

/// The spans of the attributions that are marked in an article.
pub struct Owners {
    contents: Vec<Owned>,
    cues: Vec<Owned>,
    sources: Vec<Owned>,
}

impl Owners {
    /// The spans of `gold`, an article whose text is `doc`.
    pub fn new(doc: &Doc, gold: &corpus::Gold) -> Self {
        let list = |spans: fn(&corpus::Marked) -> &Vec<(usize, usize)>| {
            let all = gold.attributions.iter().enumerate();
            all.flat_map(|(i, a)| spans(a).iter().map(move |&span| (corpus::tokens(doc, span), i))).collect()
        };
        Self { contents: list(|a| &a.content), cues: list(|a| &a.cue), sources: list(|a| &a.source) }
    }

    /// What a tagger would find that passes over a `share` of the attributions.
    pub fn thinned(&self, random: &mut Random, share: f32) -> Tagged {
        let count = self.cues.iter().chain(&self.contents).map(|(_, i)| i + 1).max().unwrap_or(0);
        let keep: Vec<bool> = (0..count).map(|_| random.unit() >= share).collect();
        let list = |all: &[Owned]| {
            let kept = all.iter().filter(|(range, i)| keep.get(*i) != Some(&false) && !range.is_empty());
            let mut list: Vec<Range<usize>> = kept.map(|(range, _)| range.clone()).collect();
            list.sort_by_key(|range| (range.start, range.end));
            list.dedup();
            list
        };
        Tagged { sources: list(&self.sources), cues: list(&self.cues), contents: list(&self.contents) }
    }
}

/// The owners of `span`: those of the marked spans that share most of it.
fn owners(list: &[Owned], span: &Range<usize>) -> Vec<usize> {
    let share = |marked: &Range<usize>| {
        let both = marked.end.min(span.end).saturating_sub(marked.start.max(span.start));
        both * 2 > marked.end.max(span.end) - marked.start.min(span.start)
    };
    list.iter().filter(|(marked, _)| share(marked)).map(|(_, i)| *i).collect()
}

/// A choice: the features of each option, none being the first, and which is right.
pub struct Choice {
    options: Vec<Features>,
    right: usize,
}

/// Adds the choices that the spans of `scene` ask for, of cues for contents and of sources for cues.
pub fn choices(scene: &Scene, gold: &Owners, for_contents: &mut Vec<Choice>, for_cues: &mut Vec<Choice>) {
    let tagged = scene.tagged;
    let cue_owners: Vec<Vec<usize>> = tagged.cues.iter().map(|cue| owners(&gold.cues, cue)).collect();
    for (c, content) in tagged.contents.iter().enumerate() {
        let mine = owners(&gold.contents, content);
        // Words in marks that nobody is said to say are not for the linker to throw out.
        if mine.is_empty() && scene.quoted(content) == 2 {
            continue;
        }
        let near = candidates(&tagged.cues, content);
        let right = near.clone().position(|q| cue_owners[q].iter().any(|owner| mine.contains(owner)));
        let mut options = vec![pairs::content_alone(scene, c)];
        options.extend(near.map(|q| pairs::content_cue(scene, c, q)));
        for_contents.push(Choice { options, right: right.map_or(0, |r| r + 1) });
    }
    let source_owners: Vec<Vec<usize>> = tagged.sources.iter().map(|source| owners(&gold.sources, source)).collect();
    for (q, cue) in tagged.cues.iter().enumerate().filter(|(q, _)| !cue_owners[*q].is_empty()) {
        let near = candidates(&tagged.sources, cue);
        let right = near.clone().position(|s| source_owners[s].iter().any(|owner| cue_owners[q].contains(owner)));
        let mut options = vec![pairs::cue_alone(scene, q)];
        options.extend(near.map(|s| pairs::cue_source(scene, q, s)));
        for_cues.push(Choice { options, right: right.map_or(0, |r| r + 1) });
    }
}

/// How often every choice is looked at, how far weights move, and what their squares cost.
const ROUNDS: usize = 12;
const RATE: f32 = 0.1;
const RIDGE: f32 = 0.03;

/// Weights that make the right options likely: steps down the slope, shorter for weights that moved much (Duchi et al.,
/// 2011); the mean of the later half.
pub fn fit(choices: &[Choice], seed: u64) -> Vec<f32> {
    let mut random = Random(seed);
    let mut weights = vec![0.0f32; BUCKETS];
    let mut squares = vec![1e-3f32; BUCKETS];
    let mut sums = vec![0.0f64; BUCKETS];
    let mut order: Vec<usize> = (0..choices.len()).collect();
    for round in 0..ROUNDS {
        random.shuffle(&mut order);
        for &i in &order {
            let Choice { options, right } = &choices[i];
            let scores = scores(options, &weights);
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            let shares: Vec<f32> = scores.iter().map(|score| exp(score - most)).collect();
            let sum: f32 = shares.iter().sum();
            for (k, option) in options.iter().enumerate() {
                let slope = shares[k] / sum - f32::from(u8::from(k == *right));
                if slope.abs() < 1e-3 {
                    continue;
                }
                for f in option.0.iter().map(|&f| f as usize) {
                    let slope = slope + RIDGE * weights[f];
                    squares[f] += slope * slope;
                    weights[f] -= RATE * slope / squares[f].sqrt();
                }
            }
        }
        if round >= ROUNDS / 2 {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += f64::from(*weight));
        }
    }
    sums.iter().map(|sum| (sum / (ROUNDS - ROUNDS / 2) as f64) as f32).collect()
}

fn scores(options: &[Features], weights: &[f32]) -> Vec<f32> {
    options.iter().map(|option| option.0.iter().map(|&f| weights[f as usize]).sum()).collect()
}

/// Share of choices that come out right.
pub fn accuracy(choices: &[Choice], weights: &[f32]) -> f64 {
    let best = |scores: Vec<f32>| (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a)));
    let right = choices.iter().filter(|choice| best(scores(&choice.options, weights)) == Some(choice.right));
    right.count() as f64 / choices.len().max(1) as f64
}
