//! The probability of a row of labels: the linear-chain conditional random field (Lafferty, McCallum and Pereira,
//! 2001).

use crate::layout::{LABELS, WIDE};
use hearsay_network::math::exp;

/// Probabilities by forward and backward sums over the scores of `n` tokens.
struct Sums {
    label: Vec<[f32; LABELS]>,
    step: Vec<[[f32; LABELS]; LABELS]>,
    log_sum: f64,
}

/// `scores` has [`WIDE`] numbers a token, `steps` those of a label (row) followed by another.
fn sums(scores: &[f32], steps: &[f32]) -> Sums {
    let n = scores.len() / WIDE;
    let mut e = [[0.0f32; WIDE]; LABELS];
    let mut turned = [[0.0f32; WIDE]; LABELS];
    for i in 0..LABELS {
        for j in 0..LABELS {
            e[i][j] = exp(steps[i * LABELS + j]);
            turned[j][i] = e[i][j];
        }
    }
    let mut u = vec![[0.0f32; WIDE]; n];
    let mut log_sum = 0.0f64;
    for (u, s) in u.iter_mut().zip(scores.chunks_exact(WIDE)) {
        let most = s[..LABELS].iter().fold(f32::MIN, |a, &b| a.max(b));
        log_sum += f64::from(most);
        for j in 0..LABELS {
            u[j] = exp(s[j] - most);
        }
    }
    let mut a = vec![[0.0f32; WIDE]; n];
    let mut scale = vec![0.0f32; n];
    for t in 0..n {
        let mut row = [0.0f32; WIDE];
        if t == 0 {
            row = u[0];
        } else {
            for i in 0..LABELS {
                let x = a[t - 1][i];
                for j in 0..WIDE {
                    row[j] += x * e[i][j];
                }
            }
            for j in 0..WIDE {
                row[j] *= u[t][j];
            }
        }
        let sum: f32 = row[..LABELS].iter().sum();
        scale[t] = sum;
        log_sum += f64::from(sum).ln();
        for j in 0..WIDE {
            a[t][j] = row[j] / sum;
        }
    }
    let mut label = vec![[0.0; LABELS]; n];
    let mut step = vec![[[0.0; LABELS]; LABELS]; n.saturating_sub(1)];
    let mut b = [1.0f32; WIDE];
    for t in (0..n).rev() {
        for j in 0..LABELS {
            label[t][j] = a[t][j] * b[j];
        }
        if t > 0 {
            let mut w = [0.0f32; WIDE];
            for j in 0..LABELS {
                w[j] = u[t][j] * b[j] / scale[t];
            }
            let mut next = [0.0f32; WIDE];
            for j in 0..LABELS {
                for i in 0..WIDE {
                    next[i] += turned[j][i] * w[j];
                }
            }
            for i in 0..LABELS {
                for j in 0..LABELS {
                    step[t - 1][i][j] = a[t - 1][i] * e[i][j] * w[j];
                }
            }
            b = next;
        }
    }
    Sums { label, step, log_sum }
}

/// Minus the log probability of `labels` under `scores`; its slope is added to `d_scores` and `d_steps`.
pub fn loss(scores: &[f32], steps: &[f32], labels: &[u8], d_scores: &mut [f32], d_steps: &mut [f32]) -> f64 {
    if labels.is_empty() {
        return 0.0;
    }
    let sums = sums(scores, steps);
    let mut loss = sums.log_sum;
    for (t, &label) in labels.iter().enumerate() {
        let (d_scores, label) = (&mut d_scores[t * WIDE..][..LABELS], label as usize);
        d_scores.iter_mut().zip(sums.label[t]).for_each(|(d, chance)| *d += chance);
        d_scores[label] -= 1.0;
        loss -= f64::from(scores[t * WIDE + label]);
        if let Some(&next) = labels.get(t + 1) {
            let step = label * LABELS + next as usize;
            d_steps.iter_mut().zip(sums.step[t].as_flattened()).for_each(|(d, chance)| *d += chance);
            d_steps[step] -= 1.0;
            loss -= f64::from(steps[step]);
        }
    }
    loss
}
