//! Sums of steps by gradient boosting (Friedman, 2001; each step's heights by Newton's method, as Chen and Guestrin
//! have it, 2016), the same to the last bit on every run. What one number tells may bend as it likes; what two tell
//! together beyond their sum is not learned, which keeps a model of few examples from learning them by heart.

use crate::logistic::Example;

/// What is added where a number is larger than something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Which of an example's numbers.
    pub number: usize,
    /// Larger than this.
    pub above: f32,
    /// Log odds.
    pub by: f64,
}

/// Share of the best heights that a round takes.
const RATE: f64 = 0.1;

/// What a squared height costs, and the fewest examples on either side of a step.
const RIDGE: f64 = 5.0;
const FEWEST: usize = 50;

/// Places of steps that are tried of each number.
const MOST_PLACES: usize = 254;

/// A number's places for steps, ascending, and how many of them lie below each example.
struct Column {
    places: Vec<f32>,
    below: Vec<u8>,
}

impl Column {
    fn new(examples: &[Example], number: usize) -> Self {
        let values: Vec<f32> = examples.iter().map(|example| example.numbers[number]).collect();
        let mut sorted = values.clone();
        sorted.sort_by(f32::total_cmp);
        let stride = (sorted.len() / MOST_PLACES).max(1);
        let mut distinct = sorted.clone();
        distinct.dedup();
        if distinct.len() > MOST_PLACES {
            distinct = sorted.into_iter().step_by(stride).collect();
            distinct.dedup();
            distinct.truncate(MOST_PLACES);
        }
        let places: Vec<f32> = distinct.windows(2).map(|pair| pair[0] + (pair[1] - pair[0]) / 2.0).collect();
        let below = values.iter().map(|value| places.partition_point(|place| place < value) as u8).collect();
        Self { places, below }
    }
}

/// The sum of slopes, of bends, and number of examples.
#[derive(Clone, Copy, Default)]
struct Sum(f64, f64, usize);

impl Sum {
    fn with(self, other: Sum) -> Sum {
        Sum(self.0 + other.0, self.1 + other.1, self.2 + other.2)
    }

    /// The best height.
    fn height(self) -> f64 {
        -self.0 / (self.1 + RIDGE)
    }

    /// How much the best height gains.
    fn gain(self) -> f64 {
        self.0 * self.0 / (self.1 + RIDGE)
    }
}

/// The steps that tell the `examples` apart best after as many `rounds`, in order of number and place. The first
/// number, which is 1 for all, has the step that counts for all.
pub fn fit(examples: &[Example], rounds: usize) -> Vec<Step> {
    let width = examples.first().map_or(0, |example| example.numbers.len());
    let columns: Vec<Column> = (1..width).map(|number| Column::new(examples, number)).collect();
    let mut odds = vec![0.0; examples.len()];
    let mut steps = Vec::new();
    for _ in 0..rounds {
        let slopes: Vec<Sum> = examples.iter().zip(&odds).map(|(example, odds)| slope(example, *odds)).collect();
        let Some((column, place, low, high)) = best(&columns, &slopes) else { break };
        steps.push(Step { number: 0, above: 0.5, by: low });
        steps.push(Step { number: column + 1, above: columns[column].places[place], by: high - low });
        for (odds, below) in odds.iter_mut().zip(&columns[column].below) {
            *odds += if usize::from(*below) > place { high } else { low };
        }
    }
    steps.sort_by(|a, b| a.number.cmp(&b.number).then(a.above.total_cmp(&b.above)));
    steps.dedup_by(|step, kept| {
        let same = (step.number, step.above) == (kept.number, kept.above);
        kept.by += if same { step.by } else { 0.0 };
        same
    });
    steps
}

fn slope(example: &Example, odds: f64) -> Sum {
    let likely = 1.0 / (1.0 + (-odds).exp());
    let label = f64::from(u8::from(example.label));
    Sum(example.weight * (likely - label), example.weight * likely * (1.0 - likely), 1)
}

/// The column and the place of the step that gains most, with the heights before and beyond it.
fn best(columns: &[Column], slopes: &[Sum]) -> Option<(usize, usize, f64, f64)> {
    let all = slopes.iter().fold(Sum::default(), |all, slope| all.with(*slope));
    let mut best = None;
    let mut most = all.gain();
    for (column, Column { places, below }) in columns.iter().enumerate() {
        let mut sums = vec![Sum::default(); places.len() + 1];
        for (below, slope) in below.iter().zip(slopes) {
            let sum = &mut sums[usize::from(*below)];
            *sum = sum.with(*slope);
        }
        let mut low = Sum::default();
        for (place, sum) in sums[..places.len()].iter().enumerate() {
            low = low.with(*sum);
            let high = Sum(all.0 - low.0, all.1 - low.1, all.2 - low.2);
            let gain = low.gain() + high.gain();
            if gain > most && low.2.min(high.2) >= FEWEST {
                most = gain;
                best = Some((column, place, RATE * low.height(), RATE * high.height()));
            }
        }
    }
    best
}

/// The log odds that `steps` give to `numbers`.
pub fn odds(steps: &[Step], numbers: &[f32]) -> f32 {
    steps.iter().filter(|step| numbers[step.number] > step.above).map(|step| step.by).sum::<f64>() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_tells_amid_its_range() {
        let rows: Vec<([f32; 3], bool)> =
            (0..3000).map(|i| ([1.0, (i % 30) as f32, (i % 7) as f32], (10..20).contains(&(i % 30)))).collect();
        let examples: Vec<Example> =
            rows.iter().map(|(numbers, label)| Example { numbers, label: *label, weight: 1.0 }).collect();
        let steps = fit(&examples, 60);
        assert!(rows.iter().all(|(numbers, label)| (odds(&steps, numbers) > 0.0) == *label));
        assert!(steps.iter().all(|step| step.number < 2), "{steps:?}");
        assert!(steps.is_sorted_by_key(|step| (step.number, (step.above * 2.0) as i32)), "{steps:?}");
    }

    #[test]
    fn nothing_to_learn_from() {
        assert_eq!(fit(&[], 10), []);
        let few: Vec<Example> = [true, false].map(|label| Example { numbers: &[1.0, 2.0], label, weight: 1.0 }).into();
        assert_eq!(fit(&few, 10), []);
    }
}
