//! What the network has made of a text, for when that text comes again with changes.

use super::{layers::Features, viterbi::LABELS, windows::Window};
use std::{cell::RefCell, collections::HashMap};

/// Scores of windows, kept until [`Memo::forget`] finds them unused.
#[derive(Debug, Default)]
pub struct Memo(RefCell<Kept>);

#[derive(Debug, Default)]
struct Kept {
    /// By the key of each window: whether the run at hand met it, and its scores.
    windows: HashMap<u64, (bool, Vec<[f32; LABELS]>)>,
    /// Windows that were not known.
    run: usize,
}

impl Memo {
    /// How many windows have been run because they were not known.
    pub fn run(&self) -> usize {
        self.0.borrow().run
    }

    /// Adds the scores of a known window to `scores`; false where it is not known.
    pub(crate) fn copy(&self, key: u64, scores: &mut Vec<[f32; LABELS]>) -> bool {
        let mut kept = self.0.borrow_mut();
        let Some((met, known)) = kept.windows.get_mut(&key) else { return false };
        *met = true;
        scores.extend_from_slice(known);
        true
    }

    /// Keeps the scores of a window.
    pub(crate) fn keep(&self, key: u64, scores: &[[f32; LABELS]]) {
        let mut kept = self.0.borrow_mut();
        kept.run += 1;
        kept.windows.insert(key, (true, scores.to_vec()));
    }

    /// After a text has been run: forgets the windows that were not in it.
    pub fn forget(&self) {
        self.0.borrow_mut().windows.retain(|_, (met, _)| std::mem::take(met));
    }
}

/// Tells a window from all others: FNV-1a of the tokens that are run, and of which of them are used.
pub(crate) fn key(features: &[Features], window: &Window) -> u64 {
    let edges = [window.used.start - window.run.start, window.run.end - window.used.end].map(|edge| edge as u16);
    let all = features[window.run.clone()].as_flattened().iter().chain(&edges);
    all.fold(0xcbf2_9ce4_8422_2325, |sum, &row| (sum ^ u64::from(row)).wrapping_mul(0x100_0000_01b3))
}
