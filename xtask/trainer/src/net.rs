//! The network and its slope: embeddings and projected vectors summed, layers of gated recurrent units both ways (Cho
//! et al., 2014), scores.

mod way;

use crate::{
    gemm::{multiply, multiply_transposed, transposed},
    layout::{Layout, WIDE},
    random::Random,
    vectors::DIMS,
};
use hearsay::tagger::features::Features;
use way::{Kept, Ran, add_rows};

/// Rows of tokens side by side: token `t` of row `b` stands at `t * width + b`.
pub struct Batch {
    pub steps: usize,
    pub width: usize,
    pub features: Vec<Features>,
    /// 0 past the end of a row, else 1.
    pub mask: Vec<f32>,
}

/// Shares of what training leaves out at random.
#[derive(Clone, Copy)]
pub struct Drop {
    /// Words, as if they were not known.
    pub word: f32,
    /// Words' own rows, so that their vectors alone stand for them.
    pub own: f32,
    pub embed: f32,
    pub state: f32,
}

/// All that the slope needs of a pass forward.
pub struct Pass {
    features: Vec<Features>,
    vectors: Vec<f32>,
    embed_mask: Vec<f32>,
    state_masks: Vec<Vec<f32>>,
    inputs: Vec<Vec<f32>>,
    outs: Vec<Vec<f32>>,
    kept: Vec<[Kept; 2]>,
    pub scores: Vec<f32>,
}

fn mask(random: &mut Random, n: usize, drop: f32) -> Vec<f32> {
    let keep = 1.0 / (1.0 - drop);
    let limit = (f64::from(drop) * 65536.0) as u64;
    let mut out = vec![0.0; n];
    for four in out.chunks_mut(4) {
        let mut bits = random.bits();
        for x in four {
            *x = if bits & 0xffff < limit { 0.0 } else { keep };
            bits >>= 16;
        }
    }
    out
}

/// Runs the network; with `drop`, as in training.
pub fn forward(l: &Layout, w: &[f32], batch: &Batch, drop: Option<(Drop, &mut Random)>) -> Pass {
    let (d, h) = (l.sizes.embed, l.sizes.state);
    let n = batch.steps * batch.width;
    let mut features = batch.features.clone();
    let mut words: Vec<u16> = features.iter().map(|f| f[0]).collect();
    let (mut embed_mask, mut state_masks) = (Vec::new(), Vec::new());
    if let Some((drop, random)) = drop {
        for (f, word) in features.iter_mut().zip(&mut words) {
            if random.unit() < drop.word {
                *word = 0;
                f[0] = 0;
            }
            if random.unit() < drop.own {
                f[0] = 0;
            }
        }
        embed_mask = mask(random, n * d, drop.embed);
        state_masks = (0..l.sizes.layers).map(|_| mask(random, n * 2 * h, drop.state)).collect();
    }
    let mut x = vec![0.0f32; n * d];
    for (x, f) in x.chunks_exact_mut(d).zip(&features) {
        for (table, &row) in l.tables.iter().zip(f) {
            let row = &w[table.start + row as usize * d..][..d];
            for (x, e) in x.iter_mut().zip(row) {
                *x += e;
            }
        }
    }
    let vectors: Vec<f32> = words.iter().flat_map(|&word| l.vector(word)).copied().collect();
    multiply(n, DIMS, d, &vectors, &w[l.projection.clone()], &mut x);
    times(&mut x, &embed_mask);
    let mut inputs = vec![x];
    let mut outs = Vec::new();
    let mut kept = Vec::new();
    for (layer, ways) in l.ways.iter().enumerate() {
        let mut out = vec![0.0f32; n * 2 * h];
        let input = inputs.last().expect("an input");
        let there = way::forward(w, &ways[0], h, false, batch, input, &mut out);
        let back = way::forward(w, &ways[1], h, true, batch, input, &mut out);
        kept.push([there, back]);
        let mut next = out.clone();
        outs.push(out);
        if let Some(mask) = state_masks.get(layer) {
            times(&mut next, mask);
        }
        inputs.push(next);
    }
    let mut scores: Vec<f32> = w[l.output_bias.clone()].iter().copied().cycle().take(n * WIDE).collect();
    multiply(n, 2 * h, WIDE, inputs.last().expect("an input"), &w[l.output.clone()], &mut scores);
    Pass { features, vectors, embed_mask, state_masks, inputs, outs, kept, scores }
}

fn times(x: &mut [f32], mask: &[f32]) {
    for (x, m) in x.iter_mut().zip(mask) {
        *x *= m;
    }
}

/// Adds to `slope` that of the loss, of which `d_scores` is the slope by the scores.
pub fn backward(l: &Layout, w: &[f32], batch: &Batch, pass: &Pass, d_scores: &[f32], slope: &mut [f32]) {
    let (d, h) = (l.sizes.embed, l.sizes.state);
    let n = batch.steps * batch.width;
    let last = pass.inputs.last().expect("an input");
    multiply_transposed(n, 2 * h, WIDE, last, d_scores, &mut slope[l.output.clone()]);
    add_rows(d_scores, &mut slope[l.output_bias.clone()]);
    let mut d_out = vec![0.0f32; n * 2 * h];
    let turned = transposed(2 * h, WIDE, &w[l.output.clone()]);
    multiply(n, WIDE, 2 * h, d_scores, &turned, &mut d_out);
    for layer in (0..l.sizes.layers).rev() {
        if let Some(mask) = pass.state_masks.get(layer) {
            times(&mut d_out, mask);
        }
        let ways = &l.ways[layer];
        let mut d_in = vec![0.0f32; n * ways[0].inputs];
        for (back, way) in ways.iter().enumerate() {
            let there = Ran {
                back: back == 1,
                input: &pass.inputs[layer],
                out: &pass.outs[layer],
                kept: &pass.kept[layer][back],
            };
            way::backward(w, way, h, batch, &there, &d_out, &mut d_in, slope);
        }
        d_out = d_in;
    }
    times(&mut d_out, &pass.embed_mask);
    multiply_transposed(n, DIMS, d, &pass.vectors, &d_out, &mut slope[l.projection.clone()]);
    for (dx, f) in d_out.chunks_exact(d).zip(&pass.features) {
        for (table, &row) in l.tables.iter().zip(f) {
            let row = &mut slope[table.start + row as usize * d..][..d];
            for (e, x) in row.iter_mut().zip(dx) {
                *e += x;
            }
        }
    }
}
