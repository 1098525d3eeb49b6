//! Where the reader is in an article that is drawn anew.

use super::View;
use crate::web::{label::Labels, options::Words, statement::Statement};
use web_sys::Document;

/// Where the reader is, by indices of the statements that are drawn from now on.
#[derive(Default)]
pub struct Place {
    /// The statement that the card tells of.
    pub open: Option<usize>,
    /// The one that was looked at last.
    pub current: Option<usize>,
    /// The one whose label the keyboard is on.
    pub label: Option<usize>,
}

impl View {
    /// Where the reader, who looked at `current` last, is once `statements` are drawn instead of these.
    pub fn place(&self, current: Option<usize>, statements: &[Statement]) -> Place {
        let again = |index| again(self.statements(), index, statements);
        let label = self.overlay.focused().and_then(|element| Labels::statement(&element));
        Place { open: self.open().and_then(again), current: current.and_then(again), label: label.and_then(again) }
    }

    /// Has a card that stayed open tell what its statement is now, and stand where that is; not what the reader writes.
    pub fn renew(&mut self, document: &Document, words: &Words) {
        if let Some(open) = self.open().filter(|_| !self.overlay.card.correcting()) {
            self.fill(open, words);
        }
        self.follow(document, words);
    }
}

/// Which of `new` is the one at `index` of `old`: of the same words in the same node, else of the same words in
/// another, as pages make nodes anew.
fn again(old: &[Statement], index: usize, new: &[Statement]) -> Option<usize> {
    let one = old.get(index)?;
    let alike = |other: &Statement| other.key == one.key;
    let same = |other: &Statement| alike(other) && other.first().node == one.first().node;
    let find = |like: &dyn Fn(&Statement) -> bool| {
        let nth = old[..index].iter().filter(|other| like(other)).count();
        (0..new.len()).filter(|&at| like(&new[at])).nth(nth)
    };
    find(&same).or_else(|| find(&alike))
}
