//! One way through a layer of gated recurrent units, and its slope.

use super::Batch;
use crate::{
    gemm::{multiply, multiply_transposed, transposed},
    layout::Way,
};
use hearsay_network::math::{sigmoid, tanh};

/// What one way through a layer keeps for its slope.
pub struct Kept {
    r: Vec<f32>,
    z: Vec<f32>,
    n: Vec<f32>,
    inner: Vec<f32>,
}

/// One way's run through a layer.
pub struct Ran<'a> {
    pub back: bool,
    pub input: &'a [f32],
    pub out: &'a [f32],
    pub kept: &'a Kept,
}

/// Runs one way of a layer over `input` into its half of `out`; what its slope needs.
pub fn forward(w: &[f32], way: &Way, h: usize, back: bool, batch: &Batch, input: &[f32], out: &mut [f32]) -> Kept {
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

/// Adds all `rows` to `sum`, one after the other.
pub fn add_rows(rows: &[f32], sum: &mut [f32]) {
    for row in rows.chunks_exact(sum.len()) {
        for (s, x) in sum.iter_mut().zip(row) {
            *s += x;
        }
    }
}

/// Adds to `slope` that of the loss by the weights of `way`, and to `d_in` that by its input; `d_out` is that by what
/// came out.
#[allow(clippy::too_many_arguments)]
pub fn backward(
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
