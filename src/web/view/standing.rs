//! Where statements stand on the screen, and the way to them.

use super::View;
use crate::{
    placing::Rect,
    web::{
        anchor::Fragment,
        bind::{DeepSelection, SeenRoots},
        card::Card,
        events::{window, window_size},
        hit::whole,
        label::Labels,
        paint::{Painting, Prepared},
    },
};
use wasm_bindgen::JsCast;
use web_sys::{AbstractRange, Document, DomRect, Element, Range, Selection, ShadowRoot};

/// The point lies on the card.
pub struct OnCard;

impl View {
    /// The statement at a point of the window, under the page's words or a label; `Err` on the card itself.
    pub fn at(&self, document: &Document, (x, y): (f64, f64)) -> Result<Option<(usize, Rect)>, OnCard> {
        let top = document.element_from_point(x as f32, y as f32);
        if top.is_some_and(|top| top == *self.overlay.host.element.unchecked_ref::<Element>()) {
            let inner = self.overlay.host.root.element_from_point(x as f32, y as f32);
            return match inner {
                Some(inner) if Card::holds(&inner) => Err(OnCard),
                Some(inner) => {
                    Ok(Labels::statement(&inner).map(|index| (index, whole(&[inner.get_bounding_client_rect()]))))
                }
                None => Ok(None),
            };
        }
        // Those too that the reader has hidden: that is the way to take it back.
        Ok(self.places.at(document, &self.page.statements, self.look, &self.range, (x, y)))
    }

    /// The statement that the page's selection is in or begins with.
    pub fn selected(&self) -> Option<usize> {
        let selection = window().get_selection().ok()??;
        let marked = self.composed(&selection).or_else(|| selection.get_range_at(0).ok())?;
        let inside = |fragment: &Fragment| {
            let at = |unit| marked.compare_point(&fragment.node, unit).unwrap_or(-1);
            // Neither all before nor all after.
            at(fragment.end) >= 0 && at(fragment.start) <= 0
        };
        let mut all = self.page.statements.iter();
        all.position(|statement| statement.everywhere().any(inside))
    }

    /// What is selected, in a shadow tree too.
    fn composed(&self, selection: &Selection) -> Option<Range> {
        let roots = SeenRoots::new();
        roots.set_shadow_roots(&self.page.reading.roots.iter().collect());
        let all = selection.unchecked_ref::<DeepSelection>().composed_ranges(&roots).ok()?;
        let one: AbstractRange = all.get(0).dyn_into().ok()?;
        let range = Range::new().ok()?;
        range.set_start(&one.start_container(), one.start_offset()).ok()?;
        range.set_end(&one.end_container(), one.end_offset()).ok()?;
        Some(range)
    }

    /// Whether the first words of a statement stand within the window.
    fn in_sight(&self, index: usize) -> bool {
        let lines = self.page.statements[index].first().rects(&self.range);
        lines.first().is_some_and(|line| line.top() >= 0.0 && line.bottom() <= window_size().1)
    }

    /// Whether any word of a statement stands within the window.
    pub(super) fn touches_sight(&self, index: usize) -> bool {
        let mut words = self.page.statements[index].everywhere();
        let seen = |line: &DomRect| line.bottom() > 0.0 && line.top() < window_size().1;
        words.any(|fragment| fragment.rects(&self.range).iter().any(seen))
    }

    /// Whether the middle of the first line of a statement is not to be seen where it lies: under a bar at the window's
    /// edge, or beyond the edge of a box that scrolls.
    fn covered(&self, document: &Document, index: usize) -> bool {
        let first = self.page.statements[index].first();
        let line = first.rects(&self.range).into_iter().next();
        let Some((line, mut own)) = line.zip(first.node.parent_element()) else { return false };
        // Asked for what lies at a point, a document does not look into shadow trees.
        while let Ok(root) = own.get_root_node().dyn_into::<ShadowRoot>() {
            own = root.host();
        }
        let (x, y) = (line.left() + line.width() / 2.0, line.top() + line.height() / 2.0);
        let all = document.elements_from_point(x as f32, y as f32);
        let host: &Element = &self.overlay.host.element;
        let top = all.iter().map(|one| one.unchecked_into::<Element>()).find(|one| one != host);
        top.is_some_and(|top| !own.contains(Some(&top)))
    }

    /// Brings a statement into sight, because the reader asked for it.
    pub fn reveal(&self, document: &Document, index: usize) {
        let seen = || self.in_sight(index) && !self.covered(document, index);
        if seen() {
            return;
        }
        let first = self.page.statements[index].first();
        if let Some(element) = first.node.parent_element() {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            // At once: whoever wants less motion has none.
            options.set_behavior(web_sys::ScrollBehavior::Instant);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        // The element may be higher than the window.
        if !seen()
            && let Some(line) = first.rects(&self.range).first()
        {
            let options = web_sys::ScrollToOptions::new();
            options.set_top(line.top() - window_size().1 / 2.0);
            options.set_behavior(web_sys::ScrollBehavior::Instant);
            window().scroll_by_with_scroll_to_options(&options);
        }
    }

    /// Brings a statement into sight and moves the keyboard to its label.
    pub fn visit(&self, document: &Document, index: usize) {
        self.reveal(document, index);
        self.labels.focus(index);
    }

    /// Brings a statement into sight and sets it off until what is returned is dropped; the keyboard stays where it is.
    pub fn point_out(&self, document: &Document, index: usize) -> Option<Painting> {
        let statement = self.page.statements.get(index)?;
        self.reveal(document, index);
        Some(Prepared::flash(statement, self.dark).show(self.look))
    }
}
