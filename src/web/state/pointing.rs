//! What the pointer does: the card opens where it rests and goes when it has left.

use super::{REST, State};
use crate::web::{desk::Event, events::window, view::OnCard};

/// Milliseconds that the pointer may take from the words to the card.
const LEAVE: f64 = 320.0;

impl State {
    /// The pointer has rested: opens, keeps or leaves the card.
    pub(super) fn rested(&mut self) {
        self.rest = None;
        if self.pointer != self.checked {
            // Still on its way: look again when it has stood still.
            self.checked = self.pointer;
            self.rest = Some(self.later(REST, Event::Rested));
            return;
        }
        let Ok(view) = &mut self.view else { return };
        match view.at(&self.document, self.pointer) {
            Err(OnCard) => {
                self.leave = None;
                view.reached();
            }
            Ok(Some((index, _))) if view.open() == Some(index) => {
                self.leave = None;
                view.reached();
            }
            Ok(_) if view.overlay.within() => {}
            Ok(Some((index, line))) if !selecting() => {
                self.leave = None;
                view.hide();
                view.show(index, Some(line), &self.words);
            }
            Ok(_) if view.open().is_some() && !view.stays() && self.leave.is_none() => {
                self.leave = Some(self.later(LEAVE, Event::Away));
            }
            Ok(_) => {}
        }
    }

    /// A finger has tapped `point`: opens or closes the card.
    pub(super) fn tapped(&mut self, point: (f64, f64)) {
        let Ok(view) = &mut self.view else { return };
        match view.at(&self.document, point) {
            Err(OnCard) => {}
            Ok(Some((index, line))) if view.open() != Some(index) => view.show(index, Some(line), &self.words),
            Ok(_) => view.hide(),
        }
    }
}

/// Whether the reader is marking text.
fn selecting() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}
