//! How likely each label of each token is: forward and backward sums over all rows of labels (Rabiner, 1989).

use super::{math::exp, viterbi::LABELS};

type Row = [f32; LABELS];

/// Tokens between two rests.
const STRETCH: usize = 32;

/// The probability of each label of each token; `scores`, `steps` and `rest` as for [`best`](super::viterbi::best).
pub async fn chances(scores: &[Row], steps: &[Row; LABELS], rest: impl AsyncFn(usize)) -> Vec<Row> {
    let steps = steps.map(|row| row.map(exp));
    let mut shares: Vec<Row> = Vec::with_capacity(scores.len());
    for scores in scores.chunks(STRETCH) {
        shares.extend(scores.iter().map(powers));
        rest(1).await;
    }
    let mut rows: Vec<Row> = Vec::with_capacity(scores.len());
    let mut before = [1.0 / LABELS as f32; LABELS];
    let begin = [[1.0; LABELS]; LABELS];
    for (t, shares) in shares.iter().enumerate() {
        let steps = if t == 0 { &begin } else { &steps };
        let mut row = [0.0; LABELS];
        for (a, steps) in before.iter().zip(steps) {
            for (sum, step) in row.iter_mut().zip(steps) {
                *sum += a * step;
            }
        }
        row.iter_mut().zip(shares).for_each(|(sum, share)| *sum *= share);
        before = even(row);
        rows.push(before);
        if t.is_multiple_of(STRETCH) {
            rest(1).await;
        }
    }
    let mut after = [1.0; LABELS];
    for t in (0..rows.len()).rev() {
        let mut row = rows[t];
        row.iter_mut().zip(after).for_each(|(chance, after)| *chance *= after);
        rows[t] = even(row);
        let mut next = shares[t];
        next.iter_mut().zip(after).for_each(|(share, after)| *share *= after);
        for (sum, steps) in after.iter_mut().zip(&steps) {
            *sum = next.iter().zip(steps).map(|(next, step)| next * step).sum();
        }
        after = even(after);
        if t.is_multiple_of(STRETCH) {
            rest(1).await;
        }
    }
    rows
}

/// Powers of the scores, the greatest 1.
fn powers(score: &Row) -> Row {
    let most = score.iter().copied().fold(f32::MIN, f32::max);
    score.map(|s| exp(s - most))
}

/// The row made to sum to one.
fn even(row: Row) -> Row {
    let sum: f32 = row.iter().sum();
    row.map(|x| x / sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        pin::pin,
        task::{Context, Poll, Waker},
    };

    #[test]
    fn as_by_counting_all_rows() {
        let number = |i: usize| ((i * 7919 + 5) % 31) as f32 * 0.1 - 1.5;
        let scores: Vec<Row> = (0..3).map(|t| std::array::from_fn(|j| number(t * 7 + j))).collect();
        let steps: [Row; LABELS] = std::array::from_fn(|i| std::array::from_fn(|j| number(50 + i * 7 + j)));
        let mut wanted = [[0.0f32; LABELS]; 3];
        for row in 0..LABELS.pow(3) {
            let labels = [row % 7, row / 7 % 7, row / 49];
            let mut score = (0..3).map(|t| scores[t][labels[t]]).sum::<f32>();
            score += steps[labels[0]][labels[1]] + steps[labels[1]][labels[2]];
            (0..3).for_each(|t| wanted[t][labels[t]] += score.exp());
        }
        let work = pin!(chances(&scores, &steps, async |_| ()));
        let Poll::Ready(found) = work.poll(&mut Context::from_waker(Waker::noop())) else { panic!("it waits") };
        for (got, wanted) in found.iter().zip(wanted.map(even)) {
            got.iter().zip(wanted).for_each(|(got, wanted)| assert!((got - wanted).abs() < 1e-5));
        }
    }
}
