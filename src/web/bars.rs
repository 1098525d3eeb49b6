//! Bars of the page that stay at the window's edge while it scrolls, and labels that come under them.

use super::{
    bind::parent,
    events::window_size,
    label::Labels,
    layout::{Corner, pinned},
    overlay::Overlay,
};
use crate::placing::Rect;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// What lies at an edge of the window, where that was looked at last, and the bar that it is in.
type Known = RefCell<Option<(Element, Option<Element>)>>;

/// Bars at the window's upper and lower edge.
#[derive(Default)]
pub struct Bars([Known; 2]);

impl Bars {
    /// Takes the `labels` in `overlay`, which stand at `spots`, out of the way of bars.
    pub fn clear(&self, document: &Document, overlay: &Overlay, labels: &Labels, spots: &[Rect]) {
        let Some(spot) = spots.first() else { return };
        let corner = Corner::of(overlay);
        let x = (spot.left + spot.right) / 2.0 + corner.left;
        let height = window_size().1;
        let bars = [1.0, height - 2.0].into_iter().zip(&self.0).filter_map(|(y, known)| {
            let bar = bar(document, overlay, (x, y), known)?;
            Some(corner.shift(&bar.get_bounding_client_rect()))
        });
        labels.duck(&bars.collect::<Vec<_>>());
    }
}

/// The bar at a point of the window.
fn bar(document: &Document, overlay: &Overlay, (x, y): (f64, f64), known: &Known) -> Option<Element> {
    let all = document.elements_from_point(x as f32, y as f32);
    let host: &Element = &overlay.host.element;
    let top = all.iter().map(|one| one.unchecked_into::<Element>()).find(|one| one != host)?;
    let mut known = known.borrow_mut();
    if known.as_ref().is_none_or(|(last, _)| *last != top) {
        let mut around = Some(top.clone());
        while let Some(element) = around.as_ref().filter(|element| !pinned(element)) {
            around = parent(element);
        }
        *known = Some((top, around));
    }
    known.as_ref()?.1.clone()
}
