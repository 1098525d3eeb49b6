//! The card of one statement, open or not.

use super::View;
use crate::{
    placing::Rect,
    web::{
        anchor::Fragment,
        events::{now, window_size},
        hit::whole,
        options::Words,
        paint::Prepared,
    },
};
use web_sys::{Document, DomRect};

/// Milliseconds for which presses are not taken after the card has come under the pointer: a page could have had it
/// open where the reader was about to press something else.
const SUDDEN: f64 = 300.0;

impl View {
    /// The statement that the card tells of.
    pub fn open(&self) -> Option<usize> {
        self.open.as_ref().map(|(index, _)| *index)
    }

    /// Opens the card of a statement, close to `line` where that is known.
    pub fn show(&mut self, index: usize, line: Option<Rect>, words: &Words) {
        let page = self.page.clone();
        let Some(statement) = page.statements.get(index) else { return };
        if self.open() != Some(index) {
            self.open = None; // the old one's paint goes before the new one's comes
            self.open = Some((index, Prepared::current(statement, self.dark).show(self.look)));
            self.fill(index, words);
        }
        let statement = self.statement(index);
        let boxes = |fragments: &mut dyn Iterator<Item = &Fragment>| -> Vec<DomRect> {
            fragments.flat_map(|fragment| fragment.rects(&self.range)).collect()
        };
        // The words that the reader is at, be it those of a pull quote.
        let at = |line: &Rect, one: &DomRect| one.top() < line.bottom && one.bottom() > line.top;
        let pulled = boxes(&mut statement.pulled.iter());
        let here = line.is_some_and(|line| pulled.iter().any(|one| at(&line, one)));
        let boxes = if here { pulled } else { boxes(&mut statement.fragments()) };
        let first = boxes.iter().min_by(|a, b| a.top().total_cmp(&b.top()));
        let Some(first) = first.map(|first| whole(std::slice::from_ref(first))) else { return };
        let (width, height) = window_size();
        let window = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
        if self.overlay.card.show(whole(&boxes), line.unwrap_or(first), window) {
            self.appeared = now();
        }
    }

    /// Opens the card of a statement because the reader asked for it: it stays until the pointer has come to it, and is
    /// read out.
    pub fn ask(&mut self, index: usize, words: &Words) {
        self.show(index, None, words);
        self.held = true;
        self.overlay.read_out();
    }

    /// Whether the card stays although the pointer is elsewhere.
    pub fn stays(&self) -> bool {
        self.held || self.overlay.within()
    }

    /// The pointer has come to the card or its words.
    pub fn reached(&mut self) {
        self.held = false;
    }

    /// Whether the card may have come under the pointer so lately that a press is not meant for it.
    pub fn sudden(&self) -> bool {
        now() - self.appeared < SUDDEN
    }

    /// Closes the card.
    pub fn hide(&mut self) {
        self.overlay.card.hide();
        self.open = None;
        self.held = false;
    }

    /// The statements that are shown of the speaker of the one at `index`.
    pub fn same(&self, index: usize) -> Vec<usize> {
        let number = self.statement(index).number;
        let all = 0..self.len();
        all.filter(|&i| i == index || (number.is_some() && self.statement(i).number == number && self.shows(i)))
            .collect()
    }

    pub(super) fn fill(&self, index: usize, words: &Words) {
        let same = self.same(index);
        let turn = same.iter().take_while(|&&i| i <= index).count();
        self.overlay.card.fill(&self.overlay.host, self.statement(index), (turn, same.len()), words);
    }

    /// Keeps the card at its words after a scroll; closes it where they went out of sight, unless the keyboard is in
    /// it.
    pub fn follow(&mut self, document: &Document, words: &Words) {
        self.bars.clear(document, &self.overlay, &self.labels, &self.spots);
        if let Some(index) = self.open() {
            let stays = self.overlay.within() || self.touches_sight(index);
            if stays { self.show(index, None, words) } else { self.hide() }
        }
    }
}
