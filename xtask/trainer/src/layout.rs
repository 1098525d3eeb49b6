//! Where each part of the network stands in one long list of weights.

use crate::{gemm::multiply, random::Random, vectors::DIMS};
use hearsay::tagger::features::{ROWS, SLOTS};
use std::ops::Range;

pub use hearsay_network::viterbi::LABELS;

/// The room that labels take: products want a multiple of 8.
pub const WIDE: usize = 8;

/// Sizes of a network.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Rows of the words' table.
    pub words: usize,
    /// Numbers that stand for a token.
    pub embed: usize,
    /// Numbers of state, each way.
    pub state: usize,
    /// Layers of states.
    pub layers: usize,
}

/// The weights of one way through one layer.
#[derive(Clone, Debug)]
pub struct Way {
    pub inputs: usize,
    pub input: Range<usize>,
    pub state: Range<usize>,
    pub bias: Range<usize>,
    pub state_bias: Range<usize>,
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Layout {
    pub sizes: Sizes,
    /// What is known of each word: [`DIMS`] numbers a row of the words' table. They are not learned.
    pub vectors: Vec<f32>,
    pub tables: [Range<usize>; SLOTS],
    /// From a word's vector to the numbers that stand for a token.
    pub projection: Range<usize>,
    pub ways: Vec<[Way; 2]>,
    pub output: Range<usize>,
    pub output_bias: Range<usize>,
    pub steps: Range<usize>,
    pub len: usize,
}

impl Layout {
    /// `vectors` has a row for each word.
    pub fn new(sizes: Sizes, vectors: Vec<f32>) -> Self {
        let mut end = 0;
        let mut take = |n: usize| {
            end += n;
            end - n..end
        };
        let tables = std::array::from_fn(|i| take(if i == 0 { sizes.words } else { ROWS[i - 1] } * sizes.embed));
        let projection = take(DIMS * sizes.embed);
        let ways = (0..sizes.layers).map(|layer| {
            let inputs = if layer == 0 { sizes.embed } else { 2 * sizes.state };
            std::array::from_fn(|_| Way {
                inputs,
                input: take(inputs * 3 * sizes.state),
                state: take(sizes.state * 3 * sizes.state),
                bias: take(3 * sizes.state),
                state_bias: take(sizes.state),
            })
        });
        let ways = ways.collect();
        let output = take(2 * sizes.state * WIDE);
        let output_bias = take(WIDE);
        let steps = take(LABELS * LABELS);
        Self { sizes, vectors, tables, projection, ways, output, output_bias, steps, len: end }
    }

    /// What is known of the word in row `word`.
    pub fn vector(&self, word: u16) -> &[f32] {
        &self.vectors[word as usize * DIMS..][..DIMS]
    }

    /// What stands for each word, row after row, under `weights`: its own numbers and its vector's.
    pub fn words(&self, weights: &[f32]) -> Vec<f32> {
        let mut rows = weights[self.tables[0].clone()].to_vec();
        multiply(self.sizes.words, DIMS, self.sizes.embed, &self.vectors, &weights[self.projection.clone()], &mut rows);
        rows
    }

    /// Weights to begin with.
    pub fn begin(&self, random: &mut Random) -> Vec<f32> {
        let mut weights = vec![0.0; self.len];
        let mut fill = |range: &Range<usize>, spread: f32| {
            for w in &mut weights[range.clone()] {
                *w = (random.unit() * 2.0 - 1.0) * spread;
            }
        };
        fill(&self.tables[0], 0.1);
        self.tables[1..].iter().for_each(|table| fill(table, 0.25));
        fill(&self.projection, 0.04);
        for way in self.ways.iter().flatten() {
            fill(&way.input, (6.0 / (way.inputs + self.sizes.state) as f32).sqrt());
            fill(&way.state, (3.0 / self.sizes.state as f32).sqrt() * 0.7);
        }
        fill(&self.output, 0.2);
        weights
    }
}
