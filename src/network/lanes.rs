//! The two loops that take the network's time, in lanes of four.

use super::math::{sigmoid4, tanh4};
use std::array::from_fn;
use wide::{f32x4, i16x8, i32x4};

/// Four outputs' weights for two inputs, as the product takes them: both inputs' for the first output, and so on.
pub type Block = [i16; 8];

/// Adds to each row of `out` the product of a row of `x`, pairs of inputs, with `blocks`: for each pair one for each
/// lane, which `scales` make real numbers.
pub fn add_products(blocks: &[Block], scales: &[[f32; 4]], x: &[i32], out: &mut [[f32; 4]]) {
    let width = scales.len();
    let pairs = blocks.len() / width;
    let mut rows = out.chunks_exact_mut(4 * width);
    let mut inputs = x.chunks_exact(4 * pairs);
    for (out, x) in (&mut rows).zip(&mut inputs) {
        several::<4, 2>(blocks, scales, x, out);
    }
    for (out, x) in rows.into_remainder().chunks_exact_mut(width).zip(inputs.remainder().chunks_exact(pairs)) {
        if width.is_multiple_of(6) {
            several::<1, 6>(blocks, scales, x, out);
        } else {
            several::<1, 2>(blocks, scales, x, out);
        }
    }
}

/// `R` rows at once, so that each weight is fetched once for all of them, and `L` lanes at a time, which have to divide the
/// width.
fn several<const R: usize, const L: usize>(blocks: &[Block], scales: &[[f32; 4]], x: &[i32], out: &mut [[f32; 4]]) {
    let width = scales.len();
    let pairs = blocks.len() / width;
    for lane in (0..width).step_by(L) {
        let mut sums = [[i32x4::ZERO; L]; R];
        for (pair, blocks) in blocks.chunks_exact(width).enumerate() {
            let blocks: [i16x8; L] = from_fn(|l| i16x8::from(blocks[lane + l]));
            for (row, sums) in sums.iter_mut().enumerate() {
                let x: i16x8 = bytemuck::cast(i32x4::splat(x[row * pairs + pair]));
                for (sum, block) in sums.iter_mut().zip(blocks) {
                    *sum += x.dot(block);
                }
            }
        }
        for (row, sums) in sums.iter().enumerate() {
            for (l, sum) in sums.iter().enumerate() {
                let out = &mut out[row * width + lane + l];
                *out = (f32x4::from(*out) + sum.round_float() * f32x4::from(scales[lane + l])).to_array();
            }
        }
    }
}

/// One step of gated units: `gates` from the input and `held` from the state, both for reset, update and candidate.
pub fn step(gates: &[[f32; 4]], held: &[[f32; 4]], state: &mut [[f32; 4]]) {
    let h = state.len();
    for (j, state) in state.iter_mut().enumerate() {
        let at = |k: usize| (f32x4::from(gates[k * h + j]), f32x4::from(held[k * h + j]));
        let ((gr, ur), (gz, uz), (gn, un)) = (at(0), at(1), at(2));
        let r = sigmoid4(gr + ur);
        let z = sigmoid4(gz + uz);
        let n = tanh4(gn + r * un);
        *state = (n + z * (f32x4::from(*state) - n)).to_array();
    }
}
