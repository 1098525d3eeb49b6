//! What the two models of an article's passages see, for whoever trains or examines them.

use super::{about::About, passages, scene::Scene, second::Guesses, snapshot::Snapshot, take::Take};
use crate::pace::{self, Pace};

pub use super::take::Name;

/// A passage of a page, as a model sees it.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Its text, white space folded.
    pub text: String,
    /// Its numbers, in the order of the names.
    pub numbers: Vec<f32>,
}

/// The passages of `page` as the first model sees them, or as the second does that is told the `odds` that the first
/// gave each; and the names of their numbers, which are the same for every page that has a passage.
pub fn passages(page: &Snapshot, odds: Option<&[f32]>) -> (Vec<Name>, Vec<Measured>) {
    let pace = &Pace::unhurried();
    let passages = pace::finish(passages::of(page, pace));
    let about = About::of(page);
    let scene = pace::finish(Scene::new(page, &passages, &about, pace));
    let guesses = odds.map(|odds| Guesses::new(&scene, page, odds));
    let numbers = |i: usize, take: &mut Take| match &guesses {
        Some(guesses) => guesses.passage(i, take),
        None => scene.passage(i, take),
    };
    let mut names = Vec::new();
    let measured = passages.list.iter().enumerate().map(|(i, passage)| {
        let mut row = Vec::new();
        let mut take = |name, number| {
            if i == 0 {
                names.push(name);
            }
            row.push(number);
        };
        numbers(i, &mut Take(&mut take));
        Measured { text: passage.span.of(&passages.text).to_owned(), numbers: row }
    });
    let measured = measured.collect();
    (names, measured)
}
