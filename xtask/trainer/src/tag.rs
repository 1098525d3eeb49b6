//! Trains the network that labels tokens.

use crate::{
    adam::Adam,
    crf,
    layout::{LABELS, Layout, WIDE},
    net::{self, Batch},
    random::Random,
};
use hearsay::tagger::features::{Features, SLOTS};

pub use crate::net::Drop;

/// An article to learn from.
pub struct Example {
    pub features: Vec<Features>,
    pub labels: Vec<u8>,
}

/// What a network makes of an article: the scores of each token's labels, and of steps between labels.
pub struct Opinion {
    pub scores: Vec<[f32; LABELS]>,
    pub steps: [[f32; LABELS]; LABELS],
}

/// How to learn.
#[derive(Clone, Copy)]
pub struct Plan {
    /// How often every article is looked at.
    pub rounds: usize,
    /// How far weights move at first.
    pub rate: f32,
    pub drop: Drop,
    pub seed: u64,
    /// Tokens of a row.
    pub window: usize,
    /// Rows of a batch.
    pub width: usize,
}

/// Parts of a batch that are worked on side by side; always as many, so that sums come out the same.
const SHARDS: usize = 2;

/// How fast the mean of the weights follows them.
const MEAN_PACE: f32 = 0.002;

/// Tokens of an article.
struct Window {
    article: usize,
    start: usize,
    end: usize,
}

/// All articles cut to rows, each anew at random.
fn windows(articles: &[Example], size: usize, random: &mut Random) -> Vec<Window> {
    let mut windows = Vec::new();
    for (article, example) in articles.iter().enumerate() {
        let n = example.labels.len();
        let mut start = 0;
        let mut end = if n <= size { n } else { size / 2 + random.below(size / 2) };
        while start < n {
            windows.push(Window { article, start, end: end.min(n) });
            start = end;
            end += size;
        }
    }
    random.shuffle(&mut windows);
    windows
}

fn batch(articles: &[Example], windows: &[Window]) -> Batch {
    let width = windows.len();
    let steps = windows.iter().map(|w| w.end - w.start).max().unwrap_or(0);
    let mut features = vec![[0; SLOTS]; steps * width];
    let mut mask = vec![0.0; steps * width];
    for (b, w) in windows.iter().enumerate() {
        for (t, f) in articles[w.article].features[w.start..w.end].iter().enumerate() {
            features[t * width + b] = *f;
            mask[t * width + b] = 1.0;
        }
    }
    Batch { steps, width, features, mask }
}

/// The loss over `windows`, and its slope.
fn shard(l: &Layout, w: &[f32], articles: &[Example], windows: &[Window], plan: &Plan, seed: u64) -> (f64, Vec<f32>) {
    let batch = batch(articles, windows);
    let mut slope = vec![0.0f32; l.len];
    let pass = net::forward(l, w, &batch, Some((plan.drop, &mut Random(seed))));
    let mut d_scores = vec![0.0f32; pass.scores.len()];
    let mut d_steps = vec![0.0f32; LABELS * LABELS];
    let mut loss = 0.0;
    for (b, window) in windows.iter().enumerate() {
        let row = |t: usize| (t * batch.width + b) * WIDE..(t * batch.width + b + 1) * WIDE;
        let n = window.end - window.start;
        let scores: Vec<f32> = (0..n).flat_map(|t| pass.scores[row(t)].iter().copied()).collect();
        let mut d = vec![0.0f32; scores.len()];
        let labels = &articles[window.article].labels[window.start..window.end];
        loss += crf::loss(&scores, &w[l.steps.clone()], labels, &mut d, &mut d_steps);
        for (t, d) in d.chunks_exact(WIDE).enumerate() {
            d_scores[row(t)].copy_from_slice(d);
        }
    }
    slope[l.steps.clone()].copy_from_slice(&d_steps);
    net::backward(l, w, &batch, &pass, &d_scores, &mut slope);
    (loss, slope)
}

/// Trains a network; `tell` hears of each round and its mean loss a token.
pub fn train(l: &Layout, articles: &[Example], plan: &Plan, mut tell: impl FnMut(usize, f64)) -> Vec<f32> {
    let mut random = Random(plan.seed);
    let mut weights = l.begin(&mut random);
    let mut mean = weights.clone();
    let mut adam = Adam::new(l.len);
    let tokens: usize = articles.iter().map(|a| a.labels.len()).sum();
    let per_round = windows(articles, plan.window, &mut random.clone()).len().div_ceil(plan.width);
    let total = (per_round * plan.rounds) as f32;
    let mut step = 0;
    for round in 0..plan.rounds {
        let windows = windows(articles, plan.window, &mut random);
        let mut loss = 0.0;
        for group in windows.chunks(plan.width) {
            let seeds: [u64; SHARDS] = std::array::from_fn(|_| random.bits());
            let parts = group.chunks(plan.width.div_ceil(SHARDS)).zip(seeds);
            let weights_now = &weights;
            let done: Vec<(f64, Vec<f32>)> = std::thread::scope(|scope| {
                let work = |(part, seed)| scope.spawn(move || shard(l, weights_now, articles, part, plan, seed));
                let threads: Vec<_> = parts.map(work).collect();
                threads.into_iter().map(|thread| thread.join().expect("a thread that ends")).collect()
            });
            let count: usize = group.iter().map(|w| w.end - w.start).sum();
            let scale = 100.0 / count as f32;
            let mut slope = vec![0.0f32; l.len];
            for (part, its_slope) in &done {
                loss += part;
                slope.iter_mut().zip(its_slope).for_each(|(sum, s)| *sum += s * scale);
            }
            let progress = step as f32 / total;
            let warm = (step as f32 / per_round as f32).min(1.0);
            adam.step(&mut weights, &slope, plan.rate * warm * (1.0 - progress * progress));
            step += 1;
            // The mean of the last steps does better than any of them (Polyak and Juditsky, 1992).
            let pace = (1.0 / (1.0 + step as f32)).max(MEAN_PACE);
            mean.iter_mut().zip(&weights).for_each(|(m, w)| *m += pace * (w - *m));
        }
        tell(round, loss / tokens as f64);
    }
    mean
}

/// What the network with weights `w` makes of an article.
pub fn opinion(l: &Layout, w: &[f32], features: &[Features]) -> Opinion {
    let batch = Batch { steps: features.len(), width: 1, features: features.to_vec(), mask: vec![1.0; features.len()] };
    let pass = net::forward(l, w, &batch, None);
    let mut opinion = Opinion { scores: Vec::new(), steps: [[0.0; LABELS]; LABELS] };
    opinion.scores.extend(pass.scores.chunks_exact(WIDE).map(|row| std::array::from_fn(|j| row[j])));
    opinion.steps.as_flattened_mut().copy_from_slice(&w[l.steps.clone()]);
    opinion
}
