//! Products of a matrix of small whole numbers with rows of others: exact, so the same on every machine.

use super::{
    lanes::{self, Block},
    math::ROUND,
};
use std::array::from_fn;

/// A matrix from `inputs` numbers to outputs in lanes of four.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// For each pair of inputs a block for each lane.
    blocks: Vec<Block>,
    /// What makes sums of whole numbers real numbers, for each lane.
    scales: Vec<[f32; 4]>,
}

/// Rows of numbers as whole ones, in pairs: the earlier in the lower half.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    pairs: Vec<i32>,
}

impl Inputs {
    /// Takes in `numbers`, `steps` whole numbers to a one; what is beyond 16 bits counts as their limit.
    #[inline(never)]
    pub fn set(&mut self, numbers: &[[f32; 4]], steps: f32) {
        self.pairs.clear();
        for [a, b, c, d] in numbers {
            let whole = |x: &f32| ((x * steps).clamp(-32767.0, 32767.0) + ROUND).to_bits() as i32 & 0xffff;
            self.pairs.extend([whole(a) | whole(b) << 16, whole(c) | whole(d) << 16]);
        }
    }
}

impl Matrix {
    /// From a row of `inputs` bytes and a scale for each output. The scales are for inputs of `steps` to a one.
    pub fn new(rows: &[i8], inputs: usize, scales: &[f32], steps: f32) -> Self {
        let at = |output: usize, input: usize| i16::from(rows[output * inputs + input]);
        let mut blocks = Vec::with_capacity(rows.len() / 8);
        for pair in 0..inputs / 2 {
            for lane in 0..scales.len() / 4 {
                blocks.push(from_fn(|i| at(lane * 4 + i / 2, pair * 2 + i % 2)));
            }
        }
        let scales = scales.as_chunks().0.iter().map(|lane| lane.map(|scale| scale / steps)).collect();
        Self { blocks, scales }
    }

    /// Lanes of output.
    pub fn width(&self) -> usize {
        self.scales.len()
    }

    /// Adds to each row of `out` the product with the row of `x`.
    pub fn add(&self, x: &Inputs, out: &mut [[f32; 4]]) {
        lanes::add_products(&self.blocks, &self.scales, &x.pairs, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_by_hand() {
        let rows: Vec<i8> = (0..16 * 8).map(|i| (i * 37 % 255 - 127) as i8).collect();
        let scales: Vec<f32> = (0..16).map(|i| 0.01 * (i + 1) as f32).collect();
        let matrix = Matrix::new(&rows, 8, &scales, 64.0);
        for n in 1..7 {
            let x: Vec<[f32; 4]> = (0..n * 2).map(|i| from_fn(|k| (i * 4 + k) as f32 * 0.25 - 3.0)).collect();
            let mut inputs = Inputs::default();
            inputs.set(&x, 64.0);
            let mut out = vec![[1.0; 4]; n * 4];
            matrix.add(&inputs, &mut out);
            for (i, &got) in out.as_flattened().iter().enumerate() {
                let (row, output) = (i / 16, i % 16);
                let x = &x.as_flattened()[row * 8..][..8];
                let sum: f32 = (0..8).map(|k| x[k] * f32::from(rows[output * 8 + k])).sum();
                assert!((got - 1.0 - sum * scales[output]).abs() < 1e-3, "{n} rows, {row}, {output}");
            }
        }
    }
}
