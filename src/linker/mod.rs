//! Which content belongs to which cue, and which cue to which source.
//!
//! The spans are the tagger's (`evidence` adds those of the rules that it lacks). `scene` says where they stand,
//! `rules` what the rules think of them, `facts` and `pairs` what is weighed, and `statements` makes statements of what
//! is linked. It knows mentions, not who is behind them.

pub mod confidence;
pub mod contents;
mod evidence;
mod facts;
mod nested;
pub mod pairs;
mod passage;
mod phrased;
mod rules;
pub mod scene;
pub mod statements;
mod unclaimed;

use crate::pace::{self, Pace};
pub use evidence::with_rules;
pub use passage::BANNERS;
use scene::Scene;
pub use statements::statements;
use std::ops::Range;

/// How many spans are looked at on each side.
pub const REACH: usize = 4;

/// Indices of `others` that `span` may be linked to: the nearest on each side.
pub fn candidates(others: &[Range<usize>], span: &Range<usize>) -> Range<usize> {
    let at = others.partition_point(|o| o.start < span.start);
    at.saturating_sub(REACH)..(at + REACH).min(others.len())
}

/// The weights of the two kinds of link.
#[derive(Clone, Debug)]
pub struct Linker {
    /// Of contents and cues.
    pub cues: Vec<f32>,
    /// Of cues and sources.
    pub sources: Vec<f32>,
    /// Of what tells how sure a statement is.
    pub confidence: Vec<f32>,
}

/// What is linked: for each content its cue, for each cue its source, as indices.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Of each content.
    pub cue: Vec<Option<usize>>,
    /// How likely that is, 0 to 1.
    pub cue_likely: Vec<f32>,
    /// Of each cue.
    pub source: Vec<Option<usize>>,
    /// How likely that is, 0 to 1.
    pub source_likely: Vec<f32>,
}

fn score(weights: &[f32], features: &pairs::Features) -> f32 {
    features.0.iter().map(|&f| weights[f as usize]).sum()
}

/// The best of the options with these scores, the first of which is "none", and its probability.
fn choose(scores: &[f32]) -> (usize, f32) {
    let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a))).unwrap_or(0);
    let sum: f32 = scores.iter().map(|s| hearsay_network::math::exp(s - scores[best])).sum();
    (best, 1.0 / sum)
}

impl Linker {
    /// Links all spans of `scene`.
    pub fn link(&self, scene: &Scene) -> Links {
        pace::finish(self.link_at(scene, &Pace::unhurried()))
    }

    /// The same in slices.
    pub async fn link_at(&self, scene: &Scene<'_>, pace: &Pace) -> Links {
        let mut links = Links::default();
        for (c, content) in scene.tagged.contents.iter().enumerate() {
            if let Some(q) = scene.signed(content) {
                links.cue.push(Some(q));
                links.cue_likely.push(1.0);
                continue;
            }
            let mut options = candidates(&scene.tagged.cues, content);
            while options.start < options.end && scene.parted(scene.tagged.cues[options.start].start, content.start) {
                options.start += 1;
            }
            let mut scores = vec![score(&self.cues, &pairs::content_alone(scene, c))];
            // What somebody signs is signed alone.
            let of =
                |q| if scene.signature(q) { f32::MIN } else { score(&self.cues, &pairs::content_cue(scene, c, q)) };
            scores.extend(options.clone().map(of));
            let (best, likely) = choose(&scores);
            links.cue.push(best.checked_sub(1).map(|i| options.start + i));
            links.cue_likely.push(likely);
            pace.rest(1).await;
        }
        for (q, cue) in scene.tagged.cues.iter().enumerate() {
            let options = candidates(&scene.tagged.sources, cue);
            let mut scores = vec![score(&self.sources, &pairs::cue_alone(scene, q))];
            scores.extend(options.clone().map(|s| score(&self.sources, &pairs::cue_source(scene, q, s))));
            let (best, likely) = choose(&scores);
            links.source.push(best.checked_sub(1).map(|i| options.start + i));
            links.source_likely.push(likely);
            pace.rest(1).await;
        }
        links
    }
}
