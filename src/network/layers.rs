//! The network: from features to scores of labels.
//!
//! Embeddings of a token's features, summed; layers of gated recurrent units in both directions (Cho et al., 2014; the
//! reset gate applied after the product, as in cuDNN); a linear layer. Weights are bytes and states are rounded to
//! [`STATE_STEPS`] a one before they are multiplied: native code, WebAssembly and JavaScript give the same numbers.

use super::{
    lanes::{self, Input},
    memo::{self, Memo},
    product::{Matrix, zeros},
    viterbi::LABELS,
    windows,
};

/// Rows of whole numbers, each with the scale that makes them real ones.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The numbers, row after row.
    pub cells: Vec<i8>,
    /// One a row.
    pub scales: Vec<f32>,
}

/// One direction of a layer. Columns are the reset gate's, the update gate's, the candidate's.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// From the layer's input.
    pub input: Matrix,
    /// From the state before.
    pub state: Matrix,
}

/// The whole network.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// Lanes that stand for a token.
    pub embed: usize,
    /// Lanes of state in each direction.
    pub state: usize,
    /// A table for each slot of [`Features`].
    pub tables: Vec<Table>,
    /// The layers, first the way onward, then the way back.
    pub layers: Vec<[Way; 2]>,
    /// From the states of the last layer to scores, of which there is one more than labels.
    pub output: Matrix,
    /// The score of each label (row) followed by another.
    pub steps: [[f32; LABELS]; LABELS],
}

/// How many answers there are about a token.
pub const SLOTS: usize = 8;

/// What is told of a token: a row of each table.
pub type Features = [u16; SLOTS];

/// Steps to a one that states, which lie between -1 and 1, are rounded to.
pub const STATE_STEPS: f32 = 4096.0;

/// Steps to a one that sums of embeddings are rounded to.
pub const EMBED_STEPS: f32 = 1024.0;

impl Network {
    /// The score of each label of each token; windows that `memo` knows are not run again. Waits for `rest` after each
    /// bounded number of tokens, which it is told.
    pub async fn scores(&self, features: &[Features], memo: &Memo, rest: impl AsyncFn(usize)) -> Vec<[f32; LABELS]> {
        let mut scores = Vec::with_capacity(features.len());
        while scores.len() < features.len() {
            let window = windows::after(features, scores.len());
            let key = memo::key(features, &window);
            if memo.copy(key, &mut scores) {
                rest(1).await;
                continue;
            }
            let run = self.window(&features[window.run.clone()]);
            let used = &run[window.used.start - window.run.start..window.used.end - window.run.start];
            scores.extend(used);
            memo.keep(key, used);
            rest(window.run.len()).await;
        }
        scores
    }

    #[inline(never)]
    fn window(&self, features: &[Features]) -> Vec<[f32; LABELS]> {
        let n = features.len();
        let mut x = zeros(n * self.embed * 4);
        lanes::inputs(&self.embedded(features), EMBED_STEPS, &mut x);
        let mut gates = vec![[0.0; 4]; n * 3 * self.state];
        for ways in &self.layers {
            let mut out = zeros(n * 2 * self.state * 4);
            for (way, weights) in ways.iter().enumerate() {
                weights.input.apply(&x, &mut gates);
                self.pass(&weights.state, way == 1, &gates, &mut out);
            }
            x = out;
        }
        let mut scores = vec![[0.0; 4]; n * self.output.width()];
        self.output.apply(&x, &mut scores);
        let rows = scores.chunks_exact(self.output.width());
        rows.map(|row| std::array::from_fn(|j| row[j / 4][j % 4])).collect()
    }

    #[inline(never)]
    fn embedded(&self, features: &[Features]) -> Vec<[f32; 4]> {
        let d = self.embed * 4;
        let mut x = vec![[0.0; 4]; features.len() * self.embed];
        for (x, f) in x.as_flattened_mut().chunks_exact_mut(d).zip(features) {
            for (table, &row) in self.tables.iter().zip(f) {
                let scale = table.scales[row as usize];
                for (x, &cell) in x.iter_mut().zip(&table.cells[row as usize * d..][..d]) {
                    *x += scale * f32::from(cell);
                }
            }
        }
        x
    }

    /// Runs one way through a layer, where `gates` is what comes of its inputs; the states go to its half of `out`'s
    /// rows.
    #[inline(never)]
    fn pass(&self, weights: &Matrix, back: bool, gates: &[[f32; 4]], out: &mut [Input]) {
        let h = self.state;
        let n = gates.len() / (3 * h);
        let mut state = vec![[0.0; 4]; h];
        let mut held = vec![[0.0; 4]; 3 * h];
        let begin = zeros(4 * h);
        let half = begin.len();
        let mut before = None;
        for step in 0..n {
            let t = if back { n - 1 - step } else { step };
            weights.apply(before.map_or(&begin[..], |at| &out[at..at + half]), &mut held);
            lanes::step(&gates[t * 3 * h..][..3 * h], &held, &mut state);
            let at = (t * 2 + usize::from(back)) * half;
            lanes::inputs(&state, STATE_STEPS, &mut out[at..at + half]);
            before = Some(at);
        }
    }
}
