//! The two loops that take the network's time, in lanes of four.

use super::{
    math::{ROUND, sigmoid4, tanh4},
    product::{End, MOST},
};
use std::array::from_fn;
use wide::{f32x4, i16x8, i32x4, i32x8};

/// Inputs that share a block.
pub const TOGETHER: usize = 2;

/// Two inputs, the earlier in the lower half.
pub type Input = i32;

/// Four outputs' weights for two inputs, as the product takes them: both inputs' for the first output, and so on.
pub type Block = [i16; 8];

/// Makes `numbers`, a multiple of 8 and as many as `out` has room for, whole ones, `steps` to a one; what is beyond
/// [`MOST`] counts as that.
#[inline(always)]
pub fn inputs(numbers: &[[f32; 4]], steps: f32, out: &mut [Input]) {
    let whole = |numbers: [f32; 4]| {
        let number = (f32x4::from(numbers) * steps).fast_max(f32x4::splat(-MOST)).fast_min(f32x4::splat(MOST));
        let bits: i32x4 = bytemuck::cast(number + f32x4::splat(ROUND));
        bits - i32x4::splat(ROUND.to_bits() as i32)
    };
    for (numbers, out) in numbers.as_chunks().0.iter().zip(out.as_chunks_mut().0) {
        let [a, b]: [[f32; 4]; 2] = *numbers;
        let both: i32x8 = bytemuck::cast([whole(a), whole(b)]);
        let pairs: [Input; 4] = bytemuck::cast(i16x8::from_i32x8_saturate(both));
        *out = pairs;
    }
}

/// The weights `at` each output and input: for each pair of inputs a block for each lane.
pub fn blocks(lanes: usize, inputs: usize, at: impl Fn(usize, usize) -> i8) -> Vec<Block> {
    let block = |pair, lane| from_fn(|i| i16::from(at(lane * 4 + i / 2, pair * 2 + i % 2)));
    (0..inputs / 2).flat_map(|pair| (0..lanes).map(move |lane| (pair, lane))).map(|(p, l)| block(p, l)).collect()
}

/// Writes to each row of `out` the product of a row of `x`, `pairs` long, with `blocks`, as `ends` have it.
#[inline(always)]
pub fn apply(blocks: &[Block], ends: &[End], pairs: usize, x: &[Input], out: &mut [[f32; 4]]) {
    let width = ends.len();
    let mut rows = out.chunks_exact_mut(4 * width);
    let mut inputs = x.chunks_exact(4 * pairs);
    // The widths of gates have these divisors, the width of the scores has not.
    let wide = width.is_multiple_of(6);
    for (out, x) in (&mut rows).zip(&mut inputs) {
        let run = if wide { several::<4, 3> } else { several::<4, 2> };
        run(blocks, ends, x, out);
    }
    for (out, x) in rows.into_remainder().chunks_exact_mut(width).zip(inputs.remainder().chunks_exact(pairs)) {
        let run = if wide { several::<1, 6> } else { several::<1, 2> };
        run(blocks, ends, x, out);
    }
}

/// `R` rows at once, so that each weight is fetched once for all of them, and `L` lanes at a time, which have to divide
/// the width.
fn several<const R: usize, const L: usize>(blocks: &[Block], ends: &[End], x: &[Input], out: &mut [[f32; 4]]) {
    let width = ends.len();
    let pairs = x.len() / R;
    // Slices of known length: no index is checked in the loop.
    let x: [&[Input]; R] = from_fn(|row| &x[row * pairs..][..pairs]);
    for lane in (0..width).step_by(L) {
        let mut sums = [[i32x4::ZERO; L]; R];
        for (pair, blocks) in blocks.chunks_exact(width).enumerate().take(pairs) {
            let blocks: &[Block] = &blocks[lane..lane + L];
            let blocks: [i16x8; L] = from_fn(|l| i16x8::from(blocks[l]));
            for (sums, x) in sums.iter_mut().zip(x) {
                let x: i16x8 = bytemuck::cast(i32x4::splat(x[pair]));
                for (sum, block) in sums.iter_mut().zip(blocks) {
                    *sum += x.dot(block);
                }
            }
        }
        for (row, sums) in sums.iter().enumerate() {
            for (l, sum) in sums.iter().enumerate() {
                let End { scale, bias } = ends[lane + l];
                let sum = f32x4::from(bias) + sum.round_float() * f32x4::from(scale);
                out[row * width + lane + l] = sum.to_array();
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
