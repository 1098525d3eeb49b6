//! What stands beside the text, where no label can.

use super::{Corner, columns::computed};
use crate::{
    pace::Pace,
    placing::{Rect, Wish},
    web::{bind::parent, overlay::Overlay, read::Reading},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, Range};

/// Texts and pictures beyond which a page is too full to look for room in it.
const MOST_THINGS: usize = 20_000;

/// How far the columns of text reach.
#[derive(Clone, Copy)]
pub struct Across {
    /// From the left edge of the first to the right edge of the last.
    all: (f64, f64),
    /// What they have in common; nothing lies in it where they stand side by side.
    common: (f64, f64),
}

impl Across {
    /// How far those of `wishes` reach.
    pub fn of(wishes: &[(usize, Wish)]) -> Self {
        let none = Self { all: (f64::MAX, f64::MIN), common: (f64::MIN, f64::MAX) };
        wishes.iter().fold(none, |Self { all, common }, (_, Wish { column: (left, right), .. })| Self {
            all: (all.0.min(*left), all.1.max(*right)),
            common: (common.0.max(*left), common.1.min(*right)),
        })
    }
}

/// What stands outside the text of all columns: boxes of texts and pictures; `None` where they are too many.
pub async fn obstacles(
    reading: &Reading,
    range: &Range,
    across: Across,
    overlay: &Overlay,
    pace: &Pace,
) -> Option<Vec<Rect>> {
    let mut corner = Corner::of(overlay);
    let texts = reading.texts().filter_map(|text| {
        range.select_node_contents(text).ok()?;
        Some((range.get_bounding_client_rect(), text.parent_element()?))
    });
    let solids = reading.solids.iter().map(|element| (element.get_bounding_client_rect(), element.clone()));
    let mut pins = Pins { known: js_sys::Map::new() };
    let mut taken = Vec::new();
    for (index, (boxed, element)) in texts.chain(solids).enumerate() {
        if index >= MOST_THINGS {
            return None;
        }
        taken.extend(outside(&boxed, &element, across, &corner, &mut pins));
        if pace.rest(8).await {
            corner = Corner::of(overlay);
        }
    }
    Some(taken)
}

/// Where a thing stands that is not within every column and does not slide over one.
fn outside(boxed: &DomRect, element: &Element, across: Across, corner: &Corner, pins: &mut Pins) -> Option<Rect> {
    let mut thing = corner.shift(boxed);
    let empty = thing.right - thing.left < 2.0 || thing.bottom - thing.top < 2.0;
    if empty || (thing.left >= across.common.0 && thing.right <= across.common.1) {
        return None;
    }
    if let Some(pin) = pins.of(element) {
        let own = corner.shift(&pin.get_bounding_client_rect());
        if own.left < across.all.1 && own.right > across.all.0 {
            return None;
        }
        let track = parent(&pin).filter(|_| computed(&pin, "position").as_deref() == Some("sticky"));
        let track = track.map(|track| corner.shift(&track.get_bounding_client_rect()));
        (thing.top, thing.bottom) = track.map_or((f64::MIN, f64::MAX), |track| (track.top, track.bottom));
    }
    Some(thing)
}

/// Whether `element` stays where it is while the page scrolls.
pub fn pinned(element: &Element) -> bool {
    computed(element, "position").is_some_and(|position| position == "fixed" || position == "sticky")
}

/// Which elements stay where they are while the page scrolls.
struct Pins {
    /// Of each element met so far: the element around it that is fixed or sticky, or null.
    known: js_sys::Map,
}

impl Pins {
    fn of(&mut self, element: &Element) -> Option<Element> {
        let mut met = Vec::new();
        let mut here = Some(element.clone());
        let mut pin = JsValue::NULL;
        while let Some(element) = here {
            let known = self.known.get(&element);
            if !known.is_undefined() {
                pin = known;
                break;
            }
            let fixed = pinned(&element);
            here = parent(&element);
            met.push(element.clone());
            if fixed {
                pin = element.into();
                break;
            }
        }
        for element in met {
            self.known.set(&element, &pin);
        }
        (!pin.is_null()).then(|| pin.unchecked_into())
    }
}
