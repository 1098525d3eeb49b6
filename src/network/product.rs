//! Products of a matrix of small whole numbers with rows of others: exact, so the same on every machine.

use super::lanes::{self, Block, Input, TOGETHER};

/// How sums of whole numbers end.
#[derive(Clone, Copy, Debug)]
pub struct End {
    /// What makes them real numbers.
    pub scale: [f32; 4],
    /// What is added to these.
    pub bias: [f32; 4],
}

/// From `inputs` numbers to outputs in lanes of four: a matrix, and what is added to its products.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    inputs: usize,
    blocks: Vec<Block>,
    /// For each lane what makes sums of whole numbers real numbers, and what is added to these.
    ends: Vec<End>,
}

/// Whole numbers that inputs may be at most.
pub const MOST: f32 = 8191.0;

/// As many numbers of an embedding, or of state in each direction, a network may have: so no sum of products with bytes
/// reaches 2²⁶.
pub const MOST_WIDE: usize = 64;

/// Room for as many inputs, a multiple of 8; zeros.
pub fn zeros(inputs: usize) -> Vec<Input> {
    vec![Input::default(); inputs / TOGETHER]
}

impl Matrix {
    /// From a row of `inputs` bytes, a scale and a bias for each output. The scales are for inputs of `steps` to a one.
    pub fn new(rows: &[i8], inputs: usize, scales: &[f32], bias: &[f32], steps: f32) -> Self {
        let blocks = lanes::blocks(scales.len() / 4, inputs, |output, input| rows[output * inputs + input]);
        let scales = scales.as_chunks().0.iter().map(|lane| lane.map(|scale| scale / steps));
        let ends = scales.zip(bias.as_chunks().0).map(|(scale, bias)| End { scale, bias: *bias }).collect();
        Self { inputs, blocks, ends }
    }

    /// Lanes of output.
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// Writes to each row of `out` what comes of the row of `x`.
    #[inline(never)]
    pub fn apply(&self, x: &[Input], out: &mut [[f32; 4]]) {
        lanes::apply(&self.blocks, &self.ends, self.inputs / TOGETHER, x, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::array::from_fn;

    #[test]
    fn as_by_hand() {
        let rows: Vec<i8> = (0..16 * 8).map(|i| (i * 37 % 255 - 127) as i8).collect();
        let scales: Vec<f32> = (0..16).map(|i| 0.01 * (i + 1) as f32).collect();
        let matrix = Matrix::new(&rows, 8, &scales, &[1.0; 16], 64.0);
        for n in 1..7 {
            let x: Vec<[f32; 4]> = (0..n * 2).map(|i| from_fn(|k| (i * 4 + k) as f32 * 0.25 - 3.0)).collect();
            let mut inputs = zeros(n * 8);
            lanes::inputs(&x, 64.0, &mut inputs);
            let mut out = vec![[0.0; 4]; n * 4];
            matrix.apply(&inputs, &mut out);
            for (i, &got) in out.as_flattened().iter().enumerate() {
                let (row, output) = (i / 16, i % 16);
                let x = &x.as_flattened()[row * 8..][..8];
                let sum: f32 = (0..8).map(|k| x[k] * f32::from(rows[output * 8 + k])).sum();
                assert!((got - 1.0 - sum * scales[output]).abs() < 1e-3, "{n} rows, {row}, {output}");
            }
        }
    }
}
