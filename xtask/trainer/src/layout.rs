//! Where each part of the network stands in one long list of weights.

use crate::random::Random;
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
    pub tables: [Range<usize>; SLOTS],
    pub ways: Vec<[Way; 2]>,
    pub output: Range<usize>,
    pub output_bias: Range<usize>,
    pub steps: Range<usize>,
    pub len: usize,
}

impl Layout {
    pub fn new(sizes: Sizes) -> Self {
        let mut end = 0;
        let mut take = |n: usize| {
            end += n;
            end - n..end
        };
        let tables = std::array::from_fn(|i| take(if i == 0 { sizes.words } else { ROWS[i - 1] } * sizes.embed));
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
        Self { sizes, tables, ways, output, output_bias, steps, len: end }
    }

    /// Weights to begin with.
    pub fn begin(&self, random: &mut Random) -> Vec<f32> {
        let mut weights = vec![0.0; self.len];
        let mut fill = |range: &Range<usize>, spread: f32| {
            for w in &mut weights[range.clone()] {
                *w = (random.unit() * 2.0 - 1.0) * spread;
            }
        };
        for table in &self.tables {
            fill(table, 0.25);
        }
        for way in self.ways.iter().flatten() {
            fill(&way.input, (6.0 / (way.inputs + self.sizes.state) as f32).sqrt());
            fill(&way.state, (3.0 / self.sizes.state as f32).sqrt() * 0.7);
        }
        fill(&self.output, 0.2);
        weights
    }
}
