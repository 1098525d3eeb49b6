//! What was measured of one contender, and the numbers that many rounds come to.

use anyhow::{Context, Result};
use serde::Deserialize;

/// A contender's figures as `bench.mjs` gives them.
#[derive(Deserialize)]
pub struct Figures {
    /// `native`, `wasm`, `js` or `compromise`.
    pub reader: String,
    /// The browser that it ran in; none for the native core.
    pub browser: Option<String>,
    /// Milliseconds of a pass over all texts, one a round.
    pub pass_ms: Vec<f64>,
    /// Milliseconds until it was loaded and had read the first text, one a round; none of the native core.
    pub ready_ms: Vec<f64>,
    /// Statements found in a pass.
    pub found: usize,
    /// Bytes of the process at its largest, or of the engine's own memory after the last pass, which never shrinks.
    pub memory_bytes: Option<u64>,
    /// The most bytes of JavaScript's heap that the browser held after a pass, where it tells.
    pub js_heap_bytes: Option<u64>,
}

/// The contender of that name in that browser.
pub fn of<'a>(all: &'a [Figures], reader: &str, browser: &str) -> Result<&'a Figures> {
    let it = |figures: &&Figures| figures.reader == reader && figures.browser.as_deref() == Some(browser);
    all.iter().find(it).with_context(|| format!("nothing was measured of {reader} in {browser}"))
}

/// The middle number, or the mean of the two there; `None` of nothing.
pub fn median(numbers: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = numbers.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        length if length % 2 == 1 => Some(sorted[middle]),
        _ => Some((sorted[middle - 1] + sorted[middle]) / 2.0),
    }
}

/// The number that a quarter of `numbers` are not below.
pub fn upper(numbers: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = numbers.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() * 3 / 4).copied()
}

/// The median of what `ours` is to `theirs` in the same round.
pub fn ratio(ours: &[f64], theirs: &[f64]) -> Option<f64> {
    median(ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians() {
        assert_eq!(median([]), None);
        assert_eq!(median([3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), Some(2.5));
    }

    #[test]
    fn a_quarter_is_not_below() {
        assert_eq!(upper([]), None);
        assert_eq!(upper([2.0]), Some(2.0));
        assert_eq!(upper([4.0, 1.0, 2.0, 3.0]), Some(4.0));
        assert_eq!(upper([9.0, 1.0, 8.0, 2.0, 3.0, 7.0, 4.0, 5.0, 6.0]), Some(7.0));
    }

    #[test]
    fn a_ratio_is_of_the_same_round() {
        // Twice as busy a machine in the second round changes nothing.
        assert_eq!(ratio(&[10.0, 20.0, 30.0], &[5.0, 10.0, 15.0]), Some(2.0));
    }
}
