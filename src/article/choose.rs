//! Which passages of a page are its article: two linear models, one after the other.

use super::{
    features::{Scene, Take},
    second::{Guesses, best},
    snapshot::Snapshot,
    weights::{FIRST, SECOND, Weight},
};

/// Log odds that [`best`] gives at least on any article; on 192 pages the least was -0.5.
const LEAST: f32 = -1.0;

/// For each passage of `scene`, which was made from `page`, whether it is of the article.
pub fn chosen(scene: &Scene, page: &Snapshot) -> Vec<bool> {
    let first: Vec<f32> = (0..scene.len()).map(|i| weighed(&FIRST, |take| scene.passage(i, take))).collect();
    if best(scene, &first) < LEAST {
        return vec![false; scene.len()];
    }
    let guesses = Guesses::new(scene, page, &first);
    (0..scene.len()).map(|i| weighed(&SECOND, |take| guesses.passage(i, take)) > 0.0).collect()
}

/// The sum of the `numbers`, each times its weight: log odds.
fn weighed(weights: &[Weight], numbers: impl FnOnce(Take)) -> f32 {
    let mut weights = weights.iter();
    let mut sum = 0.0;
    numbers(&mut |name, part, number| {
        let weight = weights.next();
        debug_assert_eq!(weight.map(|w| (w.0, w.1)), Some((name, part)), "the weights are of other numbers");
        sum += weight.map_or(0.0, |weight| weight.2) * number;
    });
    sum
}
