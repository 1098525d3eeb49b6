//! A long text in windows that are run one by one, so that memory stays small.
//!
//! Where a window ends depends on the text around that place alone: after an insertion the windows are soon the old
//! ones again (content-defined chunking, Muthitacharoen, Chen and Mazieres, 2001).

use super::layers::Features;
use std::ops::Range;

/// Tokens of a window at least and at most.
const SIZE: Range<usize> = 768..1152;

/// Tokens on either side of a window that are run with it and whose scores are not used.
const MARGIN: usize = 64;

/// One place in as many may end a window.
const ODDS: u32 = 64;

/// Tokens of one window.
pub struct Window {
    /// Those whose scores are used.
    pub used: Range<usize>,
    /// Those that are run.
    pub run: Range<usize>,
}

/// The window of `features` that begins at `start`.
pub fn after(features: &[Features], start: usize) -> Window {
    let most = start + SIZE.end;
    let end = match features.len() {
        all if all <= most => all,
        _ => (start + SIZE.start..most).find(|&at| is_border(&features[at - 2..at + 2])).unwrap_or(most),
    };
    Window { used: start..end, run: start.saturating_sub(MARGIN)..(end + MARGIN).min(features.len()) }
}

/// Whether a window may end in the middle of these tokens.
fn is_border(around: &[Features]) -> bool {
    let mix = |sum: u32, features: &Features| (sum.rotate_left(5) ^ u32::from(features[0])).wrapping_mul(0x9e37_79b1);
    (around.iter().fold(0, mix) >> 16).is_multiple_of(ODDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(tokens: usize, seed: u32) -> Vec<Features> {
        let word = |i: usize| ((i as u32 + seed).wrapping_mul(0x9e37_79b1) >> 20) as u16;
        (0..tokens).map(|i| [word(i), 0, 0, 0, 0, 0, 0, 0]).collect()
    }

    fn borders(features: &[Features]) -> Vec<usize> {
        let next = |&start: &usize| Some(after(features, start).used.end).filter(|&end| end < features.len());
        std::iter::successors(Some(0), next).collect()
    }

    #[test]
    fn windows_cover_the_text_and_are_bounded() {
        let features = text(20_000, 1);
        let borders = borders(&features);
        assert!(borders.windows(2).all(|pair| (SIZE.start..=SIZE.end).contains(&(pair[1] - pair[0]))));
        assert!(features.len() - borders.last().unwrap() <= SIZE.end);
    }

    #[test]
    fn after_an_insertion_the_windows_are_soon_the_same() {
        let features = text(100_000, 1);
        let (before, inserted) = (borders(&features), text(37, 500_000));
        let after = borders(&[&inserted, &features[..]].concat());
        let same = before.iter().filter(|&&at| after.contains(&(at + inserted.len()))).count();
        assert!(same * 10 > before.len() * 8, "{same} of {}", before.len());
    }
}
