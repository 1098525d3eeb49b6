//! The network and its slope: embeddings and projected vectors summed, layers of gated recurrent units both ways (Cho et
//! al., 2014), scores.

use crate::{
    gemm::{multiply, multiply_transposed, transposed},
    layout::{Layout, WIDE, Way},
    random::Random,
    vectors::DIMS,
};
use hearsay::tagger::features::Features;
use hearsay_network::math::{sigmoid, tanh};

/// Rows of tokens side by side: token `t` of row `b` stands at `t * width + b`.
pub struct Batch {
    pub steps: usize,
    pub width: usize,
    pub features: Vec<Features>,
    /// 0 past the end of a row, else 1.
    pub mask: Vec<f32>,
}

/// What one way through a layer keeps for its slope.
struct Kept {
    r: Vec<f32>,
    z: Vec<f32>,
    n: Vec<f32>,
    inner: Vec<f32>,
}

/// One way's run through a layer.
struct Ran<'a> {
    back: bool,
    input: &'a [f32],
    out: &'a [f32],
    kept: &'a Kept,
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
        let there = way_forward(w, &ways[0], h, false, batch, input, &mut out);
        let back = way_forward(w, &ways[1], h, true, batch, input, &mut out);
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

fn way_forward(w: &[f32], way: &Way, h: usize, back: bool, batch: &Batch, input: &[f32], out: &mut [f32]) -> Kept {
    let (steps, width) = (batch.steps, batch.width);
    let n = steps * width;
    let mut gates: Vec<f32> = w[way.bias.clone()].iter().copied().cycle().take(n * 3 * h).collect();
    multiply(n, way.inputs, 3 * h, input, &w[way.input.clone()], &mut gates);
    let mut kept = Kept { r: vec![0.0; n * h], z: vec![0.0; n * h], n: vec![0.0; n * h], inner: vec![0.0; n * h] };
    let mut state = vec![0.0f32; width * h];
    let mut held = vec![0.0f32; width * 3 * h];
    let bias = &w[way.state_bias.clone()];
    for s in 0..steps {
        let t = if back { steps - 1 - s } else { s };
        for row in held.chunks_exact_mut(3 * h) {
            row[..2 * h].fill(0.0);
            row[2 * h..].copy_from_slice(bias);
        }
        multiply(width, h, 3 * h, &state, &w[way.state.clone()], &mut held);
        for b in 0..width {
            let at = t * width + b;
            let g = &gates[at * 3 * h..][..3 * h];
            let u = &held[b * 3 * h..][..3 * h];
            let state = &mut state[b * h..][..h];
            let m = batch.mask[at];
            let out = &mut out[at * 2 * h + if back { h } else { 0 }..][..h];
            let (kr, kz) = (&mut kept.r[at * h..][..h], &mut kept.z[at * h..][..h]);
            let (kn, ki) = (&mut kept.n[at * h..][..h], &mut kept.inner[at * h..][..h]);
            for j in 0..h {
                let r = sigmoid(g[j] + u[j]);
                let z = sigmoid(g[h + j] + u[h + j]);
                let n = tanh(g[2 * h + j] + r * u[2 * h + j]);
                let new = n + z * (state[j] - n);
                kr[j] = r;
                kz[j] = z;
                kn[j] = n;
                ki[j] = u[2 * h + j];
                state[j] += m * (new - state[j]);
                out[j] = state[j];
            }
        }
    }
    kept
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
            way_backward(w, way, h, batch, &there, &d_out, &mut d_in, slope);
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

fn add_rows(rows: &[f32], sum: &mut [f32]) {
    for row in rows.chunks_exact(sum.len()) {
        for (s, x) in sum.iter_mut().zip(row) {
            *s += x;
        }
    }
}

#[allow(clippy::too_many_arguments)]
fn way_backward(
    w: &[f32],
    way: &Way,
    h: usize,
    batch: &Batch,
    ran: &Ran,
    d_out: &[f32],
    d_in: &mut [f32],
    slope: &mut [f32],
) {
    let &Ran { back, input, out, kept } = ran;
    let (steps, width) = (batch.steps, batch.width);
    let n = steps * width;
    let side = if back { h } else { 0 };
    let mut d_gates = vec![0.0f32; n * 3 * h];
    let mut d_held = vec![0.0f32; n * 3 * h];
    let mut before = vec![0.0f32; n * h];
    let turned = transposed(h, 3 * h, &w[way.state.clone()]);
    let mut d_state = vec![0.0f32; width * h];
    for s in (0..steps).rev() {
        let t = if back { steps - 1 - s } else { s };
        let last = (s > 0).then(|| if back { t + 1 } else { t.wrapping_sub(1) });
        for b in 0..width {
            let at = t * width + b;
            let m = batch.mask[at];
            let before = &mut before[at * h..][..h];
            if let Some(last) = last {
                before.copy_from_slice(&out[(last * width + b) * 2 * h + side..][..h]);
            }
            let d_state = &mut d_state[b * h..][..h];
            let (r, z) = (&kept.r[at * h..][..h], &kept.z[at * h..][..h]);
            let (c, inner) = (&kept.n[at * h..][..h], &kept.inner[at * h..][..h]);
            let dg = &mut d_gates[at * 3 * h..][..3 * h];
            let du = &mut d_held[at * 3 * h..][..3 * h];
            let d_out = &d_out[at * 2 * h + side..][..h];
            for j in 0..h {
                let dh = d_out[j] + d_state[j];
                let dn = m * dh;
                let d_new = dn * (1.0 - z[j]) * (1.0 - c[j] * c[j]);
                let dz = dn * (before[j] - c[j]) * z[j] * (1.0 - z[j]);
                let dr = d_new * inner[j] * r[j] * (1.0 - r[j]);
                d_state[j] = (1.0 - m) * dh + dn * z[j];
                dg[j] = dr;
                dg[h + j] = dz;
                dg[2 * h + j] = d_new;
                du[j] = dr;
                du[h + j] = dz;
                du[2 * h + j] = d_new * r[j];
            }
        }
        multiply(width, 3 * h, h, &d_held[t * width * 3 * h..][..width * 3 * h], &turned, &mut d_state);
    }
    multiply_transposed(n, h, 3 * h, &before, &d_held, &mut slope[way.state.clone()]);
    multiply_transposed(n, way.inputs, 3 * h, input, &d_gates, &mut slope[way.input.clone()]);
    add_rows(&d_gates, &mut slope[way.bias.clone()]);
    for row in d_held.chunks_exact(3 * h) {
        for (s, x) in slope[way.state_bias.clone()].iter_mut().zip(&row[2 * h..]) {
            *s += x;
        }
    }
    let turned = transposed(way.inputs, 3 * h, &w[way.input.clone()]);
    multiply(n, 3 * h, way.inputs, &d_gates, &turned, d_in);
}
