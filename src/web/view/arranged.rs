//! Labels put where there is room, and words painted anew.

use super::{Arranged, View, hear};
use crate::web::{
    desk::{Event, Sender},
    events::Mutations,
    layout,
    look::Look,
    near::Nearby,
    paint::{Painting, Prepared},
    slices::Work,
    theme::is_dark_at,
};
use web_sys::{Document, Element};

impl View {
    /// The work of putting the labels where there is room, and of painting anew where that is asked for.
    pub fn arrange(&self, repaint: bool) -> Work<Arranged> {
        let (overlay, labels) = (self.overlay.clone(), self.labels.clone());
        let (page, range) = (self.page.clone(), self.range.clone());
        let (look, dark, measured) = (self.look, self.dark, self.sizes.measured.clone());
        Work::new(move |pace| async move {
            let painting = if repaint { Some(Prepared::new(&page.statements, dark, &pace).await) } else { None };
            measured.note();
            (layout::arrange(overlay, labels, page, range, look, pace).await, painting)
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
        self.bars.clear(document, &self.overlay, &self.labels, &self.spots);
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

    /// Draws for a dark page or for a light one, whichever it is by now; whether it is another than before, so that all
    /// is to be painted anew.
    pub fn look_again(&mut self, document: &Document, sender: &Sender) -> bool {
        self.dress = dress(document, sender);
        let dark = is_dark_at(&self.page.statements, &self.scope);
        if self.dark == dark {
            return false;
        }
        self.dark = dark;
        self.overlay.host.set_theme(dark);
        self.overlay.card.set_theme(self.look.dark.unwrap_or(dark));
        if let Some((index, painting)) = self.open.take() {
            drop(painting); // the old one goes before the new one comes
            self.open = Some((index, Prepared::current(self.statement(index), dark).show(self.look)));
        }
        true
    }

    /// Paints what is near the window, where there is much; all of it where it is to be printed.
    pub fn keep_near(&mut self) {
        if let Some(nearby) = &self.nearby {
            self.painting.keep(|element| self.look.print || nearby.holds(element));
        }
    }
}

/// What tells when the page of `document` may have turned dark or light by a switch of its own.
pub(super) fn dress(document: &Document, sender: &Sender) -> Option<Mutations> {
    let elements: Vec<Element> =
        document.document_element().into_iter().chain(document.body().map(Element::from)).collect();
    Mutations::of_attributes(&elements, hear(sender, Event::Dressed)).ok()
}

/// What is near the window of all that `painting` has words in, where that matters.
pub(super) fn nearby(painting: &mut Prepared, sender: &Sender) -> Option<Nearby> {
    Nearby::new(painting.elements.take()?, hear(sender, Event::Neared)).ok()
}
