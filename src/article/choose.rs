//! Which passages of a page are its article: two linear models, one after the other.

use super::{
    features::{Scene, Take},
    second::{Guesses, best},
    snapshot::Snapshot,
    weights::{FIRST, SECOND, Weight},
};
use crate::pace::Pace;

/// Log odds that [`best`] gives at least on any article; on 192 pages the least was -0.5.
const LEAST: f32 = -1.0;

/// For each passage of `scene`, which was made from `page`, whether it is of the article.
pub async fn chosen(scene: &Scene<'_>, page: &Snapshot, pace: &Pace) -> Vec<bool> {
    let mut first: Vec<f32> = Vec::with_capacity(scene.len());
    for i in 0..scene.len() {
        first.push(weighed(&FIRST, |take| scene.passage(i, take)));
        pace.rest(4).await;
    }
    if best(scene, &first) < LEAST {
        return vec![false; scene.len()];
    }
    let guesses = Guesses::new(scene, page, &first);
    let mut chosen = Vec::with_capacity(scene.len());
    for i in 0..scene.len() {
        chosen.push(weighed(&SECOND, |take| guesses.passage(i, take)) > 0.0);
        pace.rest(4).await;
    }
    chosen
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
