//! Adam (Kingma and Ba, 2015).

/// The running means of a slope and of its square.
pub struct Adam {
    mean: Vec<f32>,
    square: Vec<f32>,
    steps: i32,
}

/// How much of the means is kept at each step.
const BETA: [f32; 2] = [0.9, 0.99];

/// Longest slope that is taken as it is.
const LONGEST: f64 = 5.0;

impl Adam {
    pub fn new(n: usize) -> Self {
        Self { mean: vec![0.0; n], square: vec![0.0; n], steps: 0 }
    }

    /// Moves `weights` down the `slope`, which is cut to [`LONGEST`].
    pub fn step(&mut self, weights: &mut [f32], slope: &[f32], rate: f32) {
        self.steps += 1;
        let length: f64 = slope.iter().map(|&s| f64::from(s) * f64::from(s)).sum::<f64>().sqrt();
        let scale = if length > LONGEST { (LONGEST / length) as f32 } else { 1.0 };
        let even = [1.0 - powi(BETA[0], self.steps), 1.0 - powi(BETA[1], self.steps)];
        for i in 0..weights.len() {
            let s = slope[i] * scale;
            self.mean[i] += (1.0 - BETA[0]) * (s - self.mean[i]);
            self.square[i] += (1.0 - BETA[1]) * (s * s - self.square[i]);
            weights[i] -= rate * (self.mean[i] / even[0]) / ((self.square[i] / even[1]).sqrt() + 1e-8);
        }
    }
}

/// By multiplication alone, the same everywhere.
fn powi(base: f32, n: i32) -> f32 {
    (0..n.min(5000)).fold(1.0, |product, _| product * base)
}
