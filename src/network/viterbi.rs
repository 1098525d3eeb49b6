//! The best row of labels (Viterbi, 1967) that the marks of the text allow.

use std::array::from_fn;

/// What a token is part of. `B…` begins a span, `I…` goes on with one.
pub const LABELS: usize = 7;
/// No part of an attribution.
pub const OUTSIDE: u8 = 0;
/// Begins a source; the label after it goes on with one.
pub const SOURCE: u8 = 1;
/// Begins a cue; the label after it goes on with one.
pub const CUE: u8 = 3;
/// Begins a content; the label after it goes on with one.
pub const CONTENT: u8 = 5;

/// Where a token stands in a passage in marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In none, or at its edge.
    Free,
    /// The first word of one.
    First,
    /// In the same passage as the token before.
    Within,
}

const LOW: f32 = -1e9;

/// Whether label `b` may follow label `a` at `place`.
fn allowed(a: usize, b: usize, place: Place) -> bool {
    let goes_on = b != 0 && b.is_multiple_of(2);
    if goes_on && a != b && a != b - 1 {
        return false;
    }
    match place {
        Place::Free => true,
        Place::First => b == 0 || b >= CONTENT as usize,
        Place::Within => b == 0 && a == 0 || b == 6 && a >= 5,
    }
}

/// The scores of each label (row) followed by another at `place`.
fn steps_at(place: Place, steps: &[[f32; LABELS]; LABELS]) -> [[f32; LABELS]; LABELS] {
    from_fn(|a| from_fn(|b| if allowed(a, b, place) { steps[a][b] } else { LOW }))
}

/// Tokens between two rests.
const STRETCH: usize = 32;

/// The best labels for `scores` ([`LABELS`] a token), where `steps` has the score of each label (row) after another.
/// Waits for `rest` after each bounded number of tokens.
pub async fn best(
    scores: &[[f32; LABELS]],
    steps: &[[f32; LABELS]; LABELS],
    places: &[Place],
    rest: impl AsyncFn(usize),
) -> Vec<u8> {
    let tables = [Place::Free, Place::First, Place::Within].map(|place| steps_at(place, steps));
    let begin = places.first().map_or(tables[0], |&place| steps_at(place, &[[0.0; LABELS]; LABELS]));
    let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    // Before the first token there is nothing to go on with.
    let mut row = [LOW; LABELS];
    row[OUTSIDE as usize] = 0.0;
    for (score, &place) in scores.iter().zip(places) {
        let mut next = [f32::MIN; LABELS];
        let mut came = [0u8; LABELS];
        let steps = if from.is_empty() { &begin } else { &tables[place as usize] };
        for (a, (before, steps)) in row.iter().zip(steps).enumerate() {
            for b in 0..LABELS {
                let sum = before + steps[b];
                if sum > next[b] {
                    next[b] = sum;
                    came[b] = a as u8;
                }
            }
        }
        // Kept near 0, so that long texts lose no precision.
        next.iter_mut().zip(score).for_each(|(sum, score)| *sum += score);
        let most = next.iter().copied().fold(f32::MIN, f32::max);
        row = next.map(|x| x - most);
        from.push(came);
        if from.len().is_multiple_of(STRETCH) {
            rest(1).await;
        }
    }
    let mut label = (0..LABELS).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap_or(0) as u8;
    let mut labels = vec![0; scores.len()];
    for t in (0..scores.len()).rev() {
        labels[t] = label;
        label = from[t][label as usize];
    }
    labels
}
