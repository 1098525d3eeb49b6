//! Measures the page, so that labels find the room beside the text.

use super::{
    events::window, kinds, label::Labels, look::Look, overlay::Overlay, read::Reading, statement::Statement, view::Page,
};
use crate::{
    keyed::WordSet,
    order,
    pace::Pace,
    placing::{self, Rect, Wish},
};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, Range};

/// Texts and pictures beyond which a page is too full to look for room in it.
const MOST_THINGS: usize = 20_000;
/// Height of a label's first row, as `overlay.css` has it; it stands level with its line of text.
const ROW: f64 = 16.0;
/// Labels beyond which no more are shown at once.
const MOST_LABELS: usize = 600;

/// Puts every label in its place that `look` wants. Returns the places of those that can be seen.
pub async fn arrange(overlay: Rc<Overlay>, page: Rc<Page>, range: Range, look: Look, pace: Pace) -> Vec<Rect> {
    let (labels, Page { reading, statements }) = (&overlay.labels, &*page);
    let mut corner = Corner::of(&overlay);
    let mut columns = Columns::default();
    let mut begins: Vec<Option<(Rect, Rect)>> = Vec::with_capacity(statements.len());
    for statement in statements {
        let line = statement.first().rects(&range).into_iter().next();
        begins.push(line.zip(columns.of(statement)).map(|(line, column)| (corner.shift(&line), corner.shift(&column))));
        if pace.rest(16).await {
            (corner, columns) = (Corner::of(&overlay), Columns::default());
        }
    }
    let mut wishes = Vec::new();
    if look.auto && statements.len() <= MOST_LABELS {
        wishes = wanted(statements, look, &begins, labels);
    }
    let mut spots = vec![None; statements.len()];
    if let Some(&(first, _)) = wishes.first() {
        let bounds = bounds(statements[first].element(), &corner);
        let across = Across::of(&wishes);
        if let Some(taken) = obstacles(reading, &range, across, &overlay, &pace).await {
            let plain: Vec<Wish> = wishes.iter().map(|(_, wish)| *wish).collect();
            for ((index, _), spot) in wishes.iter().zip(placing::place(&plain, &taken, bounds)) {
                spots[*index] = spot;
            }
        }
    }
    for (index, spot) in spots.iter().enumerate() {
        let begin = begins[index].map_or((0.0, 0.0), |(line, _)| (line.left, line.top));
        if look.shows(&statements[index]) {
            labels.place(index, *spot, begin);
        } else {
            labels.remove(index);
        }
        pace.rest(8).await;
    }
    spots.into_iter().flatten().collect()
}

/// The overlay's own corner, which places count from; the page may scroll between two slices.
pub struct Corner {
    /// Pixels from the window's left edge.
    pub left: f64,
    /// Pixels from its upper edge.
    pub top: f64,
}

impl Corner {
    /// The corner as it stands in the window now.
    pub fn of(overlay: &Overlay) -> Self {
        let rect = overlay.host.element.get_bounding_client_rect();
        Self { left: rect.left(), top: rect.top() }
    }

    /// A box of the window, as it counts from the corner.
    pub fn shift(&self, r: &DomRect) -> Rect {
        let (left, top) = (self.left, self.top);
        Rect { left: r.left() - left, top: r.top() - top, right: r.right() - left, bottom: r.bottom() - top }
    }
}

/// The labels to be placed, in order of their lines: those with a speaker, and of several alike in one paragraph the
/// first alone.
fn wanted(
    statements: &[Statement],
    look: Look,
    begins: &[Option<(Rect, Rect)>],
    labels: &Labels,
) -> Vec<(usize, Wish)> {
    let mut wishes: Vec<(usize, Wish)> = Vec::new();
    let mut seen = WordSet::default();
    for (index, (statement, begin)) in statements.iter().zip(begins).enumerate() {
        let (Some(number), Some((line, column))) = (statement.number, begin) else { continue };
        if look.shows(statement)
            && seen.insert(format!("{} {number} {}", statement.block, kinds::path(&statement.chain)))
        {
            let (width, height) = labels.size(index);
            let top = (line.top + line.bottom - ROW) / 2.0;
            wishes.push((index, Wish { top, column: (column.left, column.right), width, height }));
        }
    }
    order::by_key(&mut wishes, |(_, wish)| order::of_number(wish.top));
    wishes
}

/// The boxes of paragraphs, remembered for the paragraph met last.
#[derive(Default)]
struct Columns {
    last: Option<(Element, DomRect)>,
}

impl Columns {
    fn of(&mut self, statement: &Statement) -> Option<DomRect> {
        let mut element = statement.element()?;
        while computed(&element, "display")
            .is_some_and(|display| display.starts_with("inline") || display == "contents")
        {
            element = element.parent_element()?;
        }
        if let Some((last, rect)) = &self.last
            && *last == element
        {
            return Some(rect.clone());
        }
        let rect = element.get_bounding_client_rect();
        self.last = Some((element, rect.clone()));
        Some(rect)
    }
}

/// The value that `element` has of a CSS property.
pub fn computed(element: &Element, property: &str) -> Option<String> {
    window().get_computed_style(element).ok()??.get_property_value(property).ok()
}

/// Where labels may stand: the page as wide as the window, or the box that the text around `inside` scrolls in.
fn bounds(inside: Option<Element>, corner: &Corner) -> Rect {
    let mut element = inside;
    while let Some(here) = element {
        let parent = here.parent_element();
        if parent.as_ref().is_none_or(|parent| parent.parent_element().is_none()) {
            break; // the body or the root: the window scrolls
        }
        let scrolls = here.scroll_height() > here.client_height() + 1
            && computed(&here, "overflow-y").is_some_and(|flow| flow == "auto" || flow == "scroll");
        if scrolls {
            return corner.shift(&here.get_bounding_client_rect());
        }
        element = parent;
    }
    let Some(root) = window().document().and_then(|document| document.document_element()) else {
        return Rect::default();
    };
    let top = root.get_bounding_client_rect().top() - corner.top;
    Rect {
        left: -corner.left,
        top,
        right: f64::from(root.client_width()) - corner.left,
        bottom: top + f64::from(root.scroll_height()),
    }
}

/// How far the columns of text reach.
#[derive(Clone, Copy)]
struct Across {
    /// From the left edge of the first to the right edge of the last.
    all: (f64, f64),
    /// What they have in common; nothing lies in it where they stand side by side.
    common: (f64, f64),
}

impl Across {
    fn of(wishes: &[(usize, Wish)]) -> Self {
        let none = Self { all: (f64::MAX, f64::MIN), common: (f64::MIN, f64::MAX) };
        wishes.iter().fold(none, |Self { all, common }, (_, Wish { column: (left, right), .. })| Self {
            all: (all.0.min(*left), all.1.max(*right)),
            common: (common.0.max(*left), common.1.min(*right)),
        })
    }
}

/// What stands outside the text of all columns: boxes of texts and pictures; `None` where they are too many.
async fn obstacles(
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
        let track = pin.parent_element().filter(|_| computed(&pin, "position").as_deref() == Some("sticky"));
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
            here = element.parent_element();
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
