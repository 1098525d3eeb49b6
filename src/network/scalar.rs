//! What [`lanes`](super::lanes) does, number by number, for engines without lanes: JavaScript runs this many times faster.

use super::math::{sigmoid, tanh};

/// As in [`lanes`](super::lanes).
pub type Block = [i16; 8];

/// As in [`lanes`](super::lanes). Functions stay apart: engines leave large ones uncompiled.
#[inline(never)]
pub fn add_products(blocks: &[Block], scales: &[[f32; 4]], x: &[i32], out: &mut [[f32; 4]]) {
    let width = scales.len();
    let pairs = blocks.len() / width;
    let mut rows = out.chunks_exact_mut(2 * width);
    let mut inputs = x.chunks_exact(2 * pairs);
    for (out, x) in (&mut rows).zip(&mut inputs) {
        let ((out, out2), (x, x2)) = (out.split_at_mut(width), x.split_at(pairs));
        for (lane, scale) in scales.iter().enumerate() {
            two(&blocks[lane..], width, scale, [x, x2], &mut out[lane], &mut out2[lane]);
        }
    }
    for (out, x) in rows.into_remainder().chunks_exact_mut(width).zip(inputs.remainder().chunks_exact(pairs)) {
        for (lane, scale) in scales.iter().enumerate() {
            one(&blocks[lane..], width, scale, x, &mut out[lane]);
        }
    }
}

// The sums are written out: the compiler would leave arrays in memory. No sum reaches 32 bits.

/// Adds four products of two rows of inputs.
#[inline(never)]
fn two(blocks: &[Block], width: usize, scale: &[f32; 4], x: [&[i32]; 2], out: &mut [f32; 4], out2: &mut [f32; 4]) {
    let (mut a, mut b, mut c, mut d) = (0i32, 0i32, 0i32, 0i32);
    let (mut e, mut f, mut g, mut h) = (0i32, 0i32, 0i32, 0i32);
    for ((x, y), w) in x[0].iter().zip(x[1]).zip(blocks.iter().step_by(width)) {
        let (p, q) = (*x << 16 >> 16, *x >> 16);
        let (r, s) = (*y << 16 >> 16, *y >> 16);
        let w = w.map(i32::from);
        a += p * w[0] + q * w[1];
        b += p * w[2] + q * w[3];
        c += p * w[4] + q * w[5];
        d += p * w[6] + q * w[7];
        e += r * w[0] + s * w[1];
        f += r * w[2] + s * w[3];
        g += r * w[4] + s * w[5];
        h += r * w[6] + s * w[7];
    }
    add(out, [a, b, c, d], scale);
    add(out2, [e, f, g, h], scale);
}

/// Adds four products of a row of inputs.
#[inline(never)]
fn one(blocks: &[Block], width: usize, scale: &[f32; 4], x: &[i32], out: &mut [f32; 4]) {
    let (mut a, mut b, mut c, mut d) = (0i32, 0i32, 0i32, 0i32);
    for (x, w) in x.iter().zip(blocks.iter().step_by(width)) {
        let (p, q) = (*x << 16 >> 16, *x >> 16);
        let w = w.map(i32::from);
        a += p * w[0] + q * w[1];
        b += p * w[2] + q * w[3];
        c += p * w[4] + q * w[5];
        d += p * w[6] + q * w[7];
    }
    add(out, [a, b, c, d], scale);
}

fn add(out: &mut [f32; 4], sums: [i32; 4], scale: &[f32; 4]) {
    for ((out, sum), scale) in out.iter_mut().zip(sums).zip(scale) {
        *out += sum as f32 * scale;
    }
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
    use super::super::lanes;

    #[test]
    fn the_same_numbers_as_in_lanes() {
        let number = |i: usize, n: usize| ((i * 7919 + 13) % n) as i32 - n as i32 / 2;
        let blocks: Vec<_> = (0..5 * 6).map(|i| std::array::from_fn(|k| number(i * 8 + k, 255) as i16)).collect();
        let scales: Vec<[f32; 4]> =
            (0..6).map(|i| std::array::from_fn(|k| number(i * 4 + k, 97) as f32 * 1e-3)).collect();
        let x: Vec<i32> = (0..5 * 7).map(|i| number(i, 1 << 30)).collect();
        let (mut a, mut b) = (vec![[0.5; 4]; 7 * 6], vec![[0.5; 4]; 7 * 6]);
        super::add_products(&blocks, &scales, &x, &mut a);
        lanes::add_products(&blocks, &scales, &x, &mut b);
        assert_eq!(a, b);
        let (mut s, mut t) = (vec![[0.25; 4]; 2], vec![[0.25; 4]; 2]);
        super::step(&a[..6], &a[6..12], &mut s);
        lanes::step(&a[..6], &a[6..12], &mut t);
        assert_eq!(s, t);
    }
}
