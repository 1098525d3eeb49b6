//! Logistic regression by Newton's method, the same to the last bit on every run.

/// One example.
pub struct Example<'a> {
    /// As many for each example.
    pub numbers: &'a [f32],
    /// Whether it is one of those looked for.
    pub label: bool,
    /// Next to 1.
    pub weight: f64,
}

const MOST_STEPS: usize = 40;

/// Longest change of one weight in a step: full steps may overshoot at first.
const LONGEST_STEP: f64 = 3.0;

/// The weights that tell the `examples` apart best where each squared weight costs half of `ridge`; the first number,
/// which is the same for all, goes free.
pub fn fit(examples: &[Example], ridge: f64) -> Vec<f64> {
    let n = examples.first().map_or(0, |example| example.numbers.len());
    let rows: Vec<Vec<(usize, f64)>> = examples.iter().map(|example| sparse(example.numbers)).collect();
    let cost = |i: usize| if i == 0 { 1e-3 } else { ridge };
    let mut weights = vec![0.0; n];
    for _ in 0..MOST_STEPS {
        let mut gradient: Vec<f64> = (0..n).map(|i| cost(i) * weights[i]).collect();
        let mut curvature = vec![vec![0.0; n]; n];
        for (i, row) in curvature.iter_mut().enumerate() {
            row[i] = cost(i);
        }
        for (example, row) in examples.iter().zip(&rows) {
            let odds: f64 = row.iter().map(|&(i, number)| weights[i] * number).sum();
            let likely = 1.0 / (1.0 + (-odds).exp());
            let slope = example.weight * (likely - f64::from(u8::from(example.label)));
            let bend = example.weight * likely * (1.0 - likely);
            for (at, &(i, number)) in row.iter().enumerate() {
                gradient[i] += slope * number;
                for &(j, other) in &row[..=at] {
                    curvature[i][j] += bend * number * other;
                }
            }
        }
        let step = solve(curvature, gradient);
        let longest = step.iter().fold(0.0_f64, |most, change| most.max(change.abs()));
        let scale = if longest > LONGEST_STEP { LONGEST_STEP / longest } else { 1.0 };
        for (weight, change) in weights.iter_mut().zip(&step) {
            *weight -= scale * change;
        }
        if longest < 1e-7 {
            break;
        }
    }
    weights
}

/// The log odds that `weights` give to `numbers`.
pub fn odds(weights: &[f64], numbers: &[f32]) -> f32 {
    weights.iter().zip(numbers).map(|(weight, number)| weight * f64::from(*number)).sum::<f64>() as f32
}

/// The numbers that are not 0, with their places: most are.
fn sparse(numbers: &[f32]) -> Vec<(usize, f64)> {
    numbers
        .iter()
        .enumerate()
        .filter(|(_, number)| **number != 0.0)
        .map(|(i, number)| (i, f64::from(*number)))
        .collect()
}

/// Solves `a` · x = `b` for a symmetric positive definite `a`, of which the lower half is read (Cholesky).
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for i in 0..n {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| a[i][k] * a[j][k]).sum();
            let rest = a[i][j] - sum;
            a[i][j] = if i == j { rest.max(1e-12).sqrt() } else { rest / a[j][j] };
        }
    }
    for i in 0..n {
        let sum: f64 = (0..i).map(|k| a[i][k] * b[k]).sum();
        b[i] = (b[i] - sum) / a[i][i];
    }
    for i in (0..n).rev() {
        let sum: f64 = (i + 1..n).map(|k| a[k][i] * b[k]).sum();
        b[i] = (b[i] - sum) / a[i][i];
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves() {
        let x = solve(vec![vec![4.0, 0.0], vec![2.0, 3.0]], vec![10.0, 8.0]);
        assert!((x[0] - 1.75).abs() < 1e-9 && (x[1] - 1.5).abs() < 1e-9, "{x:?}");
    }

    #[test]
    fn weighs_what_tells() {
        let rows: Vec<([f32; 3], bool)> =
            (0..40).map(|i| ([1.0, (i % 2) as f32, (i % 3) as f32], i % 2 == 1)).collect();
        let examples: Vec<Example> =
            rows.iter().map(|(numbers, label)| Example { numbers, label: *label, weight: 1.0 }).collect();
        let weights = fit(&examples, 0.1);
        assert!(weights[1] > 3.0 && weights[2].abs() < 0.2, "{weights:?}");
        assert!(rows.iter().all(|(numbers, label)| (odds(&weights, numbers) > 0.0) == *label));
    }
}
