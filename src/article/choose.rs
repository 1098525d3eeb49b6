//! Which passages of a page are its article: two sums of what their numbers tell, one after the other.

use super::{
    passages::tags,
    scene::Scene,
    second::{Guesses, best},
    snapshot::Snapshot,
    take::{Take, name},
    weights::{FIRST, FIRST_NAMES, LEAST, SECOND, SECOND_NAMES},
};
use crate::pace::Pace;

/// Log odds that [`best`] gives at least on any article; on 192 pages the least was -0.5.
const LIKELIEST: f32 = -1.0;

/// For each passage of `scene`, which was made from `page`, whether it is of the article.
pub async fn chosen(scene: &Scene<'_>, page: &Snapshot, pace: &Pace) -> Vec<bool> {
    let mut first: Vec<f32> = Vec::with_capacity(scene.len());
    for i in 0..scene.len() {
        first.push(sum(FIRST, FIRST_NAMES, |weight, number| weight * number, |take| scene.passage(i, take)));
        pace.rest(4).await;
    }
    if best(scene, &first) < LIKELIEST {
        return vec![false; scene.len()];
    }
    let guesses = Guesses::new(scene, page, &first);
    let mut chosen = Vec::with_capacity(scene.len());
    for i in 0..scene.len() {
        let likely = sum(SECOND, SECOND_NAMES, stepped, |take| guesses.passage(i, take)) > LEAST;
        // Too few articles have one amid their text to learn from.
        chosen.push(likely && !scene.advertises(i));
        pace.rest(4).await;
    }
    // A heading that leads nowhere else, between what is of the article, is as well: of 179 on unseen sites the model
    // had left out five, all of the article.
    for i in 1..chosen.len().saturating_sub(1) {
        let amid = !chosen[i] && chosen[i - 1] && chosen[i + 1];
        chosen[i] |= amid && scene.is_in(i, tags::HEADING) && scene.link(i) == 0.0 && !scene.advertises(i);
    }
    chosen
}

/// What is added of all `steps` that `number` is beyond.
fn stepped(steps: &'static [(f32, f32)], number: f32) -> f32 {
    steps.iter().take_while(|(above, _)| number > *above).map(|(_, by)| by).sum()
}

/// Log odds: what `tells` makes of each of the `numbers` and what is `learned` of it; `names` are those of the numbers.
fn sum<T: Copy>(
    learned: &[T],
    names: &[(&'static str, &'static str)],
    tells: impl Fn(T, f32) -> f32,
    numbers: impl FnOnce(&mut Take),
) -> f32 {
    let mut learned = learned.iter();
    let mut sum = 0.0;
    let mut add = |of, number| {
        let expected = || names.get(names.len() - learned.len()).map(|(first, part)| name(first, part));
        debug_assert_eq!(expected(), Some(of), "other numbers were learned of");
        sum += learned.next().map_or(0.0, |learned| tells(*learned, number));
    };
    numbers(&mut Take(&mut add));
    sum
}
