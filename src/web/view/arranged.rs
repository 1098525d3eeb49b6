//! Labels put where there is room, and words painted anew.

use super::{Arranged, View, hear};
use crate::web::{
    desk::{Event, Sender},
    layout,
    look::Look,
    near::Nearby,
    paint::{Painting, Prepared},
    slices::Work,
};
use web_sys::Document;

impl View {
    /// The work of putting the labels where there is room, and of painting anew where that is asked for.
    pub fn arrange(&self, repaint: bool) -> Work<Arranged> {
        let (overlay, page, range) = (self.overlay.clone(), self.page.clone(), self.range.clone());
        let (look, dark, measured) = (self.look, self.dark, self.sizes.measured.clone());
        Work::new(move |pace| async move {
            let painting = if repaint { Some(Prepared::new(&page.statements, dark, &pace).await) } else { None };
            measured.note();
            (layout::arrange(overlay, page, range, look, pace).await, painting)
        })
    }

    /// Takes what an arrangement came to.
    pub fn arranged(&mut self, document: &Document, (spots, painting): Arranged, sender: &Sender) {
        if let Some(mut painting) = painting {
            self.painting = Painting::default(); // the old one goes before the new one comes
            self.nearby = nearby(&mut painting, sender);
            self.painting = painting.show(self.look);
        }
        self.lifted |= spots.is_empty() || self.overlay.host.lift(&spots);
        self.spots = spots;
        self.bars.clear(document, &self.overlay, &self.spots);
    }

    /// Looks otherwise from now on; the labels are to be arranged then.
    pub fn set_look(&mut self, look: Look) {
        self.look = look;
        self.painting.show(look);
        self.keep_near();
        self.overlay.host.set_print(look.print);
        self.overlay.card.set_theme(look.dark.unwrap_or(self.dark));
        if self.open().is_some_and(|index| !self.shows(index)) {
            self.hide();
        }
    }

    /// Paints what is near the window, where there is much; all of it where it is to be printed.
    pub fn keep_near(&mut self) {
        if let Some(nearby) = &self.nearby {
            self.painting.keep(|element| self.look.print || nearby.holds(element));
        }
    }
}

/// What is near the window of all that `painting` has words in, where that matters.
pub(super) fn nearby(painting: &mut Prepared, sender: &Sender) -> Option<Nearby> {
    Nearby::new(painting.elements.take()?, hear(sender, Event::Neared)).ok()
}
