//! What [`lanes`](super::lanes) does, number by number, for engines without lanes: JavaScript runs this many times
//! faster.
//!
//! A double holds every whole number below 2⁵³, so one product and one sum serve two outputs: their weights stand in
//! one number, [`APART`] times as far up, and no sum reaches half of that.

use super::{
    math::{ROUND, sigmoid, tanh},
    product::{End, MOST},
};

/// As in [`lanes`](super::lanes).
pub const TOGETHER: usize = 1;

/// As in [`lanes`](super::lanes).
pub type Input = f64;

/// Four outputs' weights for an input: the first two in one number, the others in another.
pub type Block = [f64; 2];

const APART: f64 = (1 << 27) as f64;

/// 1.5 · 2⁵²: adding and taking it away rounds to a whole number.
const ROUND_DOUBLE: f64 = 6_755_399_441_055_744.0;

/// As in [`lanes`](super::lanes).
#[inline(never)]
pub fn inputs(numbers: &[[f32; 4]], steps: f32, out: &mut [Input]) {
    for (number, out) in numbers.as_flattened().iter().zip(out) {
        *out = f64::from((number * steps).clamp(-MOST, MOST) + ROUND - ROUND);
    }
}

/// As in [`lanes`](super::lanes), but for each lane a block for each input.
pub fn blocks(lanes: usize, inputs: usize, at: impl Fn(usize, usize) -> i8) -> Vec<Block> {
    let two = |output, input| f64::from(at(output, input)) + APART * f64::from(at(output + 1, input));
    let block = |lane, input| [two(lane * 4, input), two(lane * 4 + 2, input)];
    (0..lanes).flat_map(|lane| (0..inputs).map(move |input| (lane, input))).map(|(l, i)| block(l, i)).collect()
}

/// As in [`lanes`](super::lanes). Functions stay apart: engines leave large ones uncompiled.
#[inline(never)]
pub fn apply(blocks: &[Block], ends: &[End], inputs: usize, x: &[Input], out: &mut [[f32; 4]]) {
    let width = ends.len();
    let mut rows = out.chunks_exact_mut(2 * width);
    let mut pairs = x.chunks_exact(2 * inputs);
    for (out, x) in (&mut rows).zip(&mut pairs) {
        let ((out, out2), (x, x2)) = (out.split_at_mut(width), x.split_at(inputs));
        for (lane, blocks) in blocks.chunks_exact(inputs).enumerate() {
            two(blocks, &ends[lane], [x, x2], &mut out[lane], &mut out2[lane]);
        }
    }
    for (out, x) in rows.into_remainder().chunks_exact_mut(width).zip(pairs.remainder().chunks_exact(inputs)) {
        for (lane, blocks) in blocks.chunks_exact(2 * inputs).enumerate() {
            let (out, ends) = (&mut out[lane * 2..][..2], &ends[lane * 2..][..2]);
            one(blocks.split_at(inputs), x, ends, out);
        }
    }
}

// Two inputs at a time: the loop itself costs as much as a product.

/// Four products of each of two rows of inputs.
#[inline(never)]
fn two(blocks: &[Block], end: &End, x: [&[Input]; 2], out: &mut [f32; 4], out2: &mut [f32; 4]) {
    let (mut a, mut b, mut c, mut d) = (0.0, 0.0, 0.0, 0.0);
    let pairs = x[0].as_chunks::<2>().0.iter().zip(x[1].as_chunks::<2>().0);
    for ((x, y), w) in pairs.zip(blocks.as_chunks::<2>().0) {
        a += x[0] * w[0][0] + x[1] * w[1][0];
        b += x[0] * w[0][1] + x[1] * w[1][1];
        c += y[0] * w[0][0] + y[1] * w[1][0];
        d += y[0] * w[0][1] + y[1] * w[1][1];
    }
    finish(out, [a, b], end);
    finish(out2, [c, d], end);
}

/// Eight products of a row of inputs.
#[inline(never)]
fn one(blocks: (&[Block], &[Block]), x: &[Input], ends: &[End], out: &mut [[f32; 4]]) {
    let (mut a, mut b, mut c, mut d) = (0.0, 0.0, 0.0, 0.0);
    let blocks = blocks.0.as_chunks::<2>().0.iter().zip(blocks.1.as_chunks::<2>().0);
    for (x, (w, v)) in x.as_chunks::<2>().0.iter().zip(blocks) {
        a += x[0] * w[0][0] + x[1] * w[1][0];
        b += x[0] * w[0][1] + x[1] * w[1][1];
        c += x[0] * v[0][0] + x[1] * v[1][0];
        d += x[0] * v[0][1] + x[1] * v[1][1];
    }
    finish(&mut out[0], [a, b], &ends[0]);
    finish(&mut out[1], [c, d], &ends[1]);
}

/// Takes two sums of two apart.
fn finish(out: &mut [f32; 4], sums: [f64; 2], end: &End) {
    let upper = sums.map(|sum| sum * (1.0 / APART) + ROUND_DOUBLE - ROUND_DOUBLE);
    let lower = [sums[0] - upper[0] * APART, sums[1] - upper[1] * APART];
    out[0] = end.bias[0] + lower[0] as f32 * end.scale[0];
    out[1] = end.bias[1] + upper[0] as f32 * end.scale[1];
    out[2] = end.bias[2] + lower[1] as f32 * end.scale[2];
    out[3] = end.bias[3] + upper[1] as f32 * end.scale[3];
}

/// As in [`lanes`](super::lanes).
#[inline(never)]
pub fn step(gates: &[[f32; 4]], held: &[[f32; 4]], state: &mut [[f32; 4]]) {
    let (gates, held, state) = (gates.as_flattened(), held.as_flattened(), state.as_flattened_mut());
    let h = state.len();
    let (gr, rest) = gates.split_at(h);
    let (gz, gn) = rest.split_at(h);
    let (ur, rest) = held.split_at(h);
    let (uz, un) = rest.split_at(h);
    for (j, state) in state.iter_mut().enumerate() {
        let r = sigmoid(gr[j] + ur[j]);
        let z = sigmoid(gz[j] + uz[j]);
        let n = tanh(gn[j] + r * un[j]);
        *state = n + z * (*state - n);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{lanes, product::End};
    use std::array::from_fn;

    #[test]
    fn the_same_numbers_as_in_lanes() {
        let number = |i: usize, n: usize| ((i * 7919 + 13) % n) as i32 - n as i32 / 2;
        // The largest sums that there can be stand among them.
        let weight = |output: usize, input: usize| match output {
            0 => -128,
            1 => 127,
            _ => number(output * 64 + input, 255) as i8,
        };
        let scale = |lane: usize| from_fn(|k| number(lane * 4 + k, 97) as f32 * 1e-3);
        let ends: Vec<_> = (0..6).map(|lane| End { scale: scale(lane), bias: [0.5; 4] }).collect();
        let number = |row: usize, input: usize| match row {
            0 => 9000.0,
            1 => -9000.0,
            _ => number(row * 64 + input, 16383) as f32,
        };
        let x: Vec<[f32; 4]> = (0..7 * 16).map(|i| from_fn(|k| number(i / 16, i % 16 * 4 + k) / 1024.0)).collect();
        let (mut ones, mut pairs) = (vec![0.0; 7 * 64 / super::TOGETHER], vec![0; 7 * 64 / lanes::TOGETHER]);
        super::inputs(&x, 1024.0, &mut ones);
        lanes::inputs(&x, 1024.0, &mut pairs);
        let (mut a, mut b) = (vec![[0.0; 4]; 7 * 6], vec![[0.0; 4]; 7 * 6]);
        super::apply(&super::blocks(6, 64, weight), &ends, 64, &ones, &mut a);
        lanes::apply(&lanes::blocks(6, 64, weight), &ends, 32, &pairs, &mut b);
        assert_eq!(a, b);
        let (mut s, mut t) = (vec![[0.25; 4]; 2], vec![[0.25; 4]; 2]);
        super::step(&a[..6], &a[6..12], &mut s);
        lanes::step(&a[..6], &a[6..12], &mut t);
        assert_eq!(s, t);
    }
}
