//! The boxes that text stands in.

use super::Corner;
use crate::{
    placing::Rect,
    web::{bind::parent, events::window, statement::Statement},
};
use web_sys::{DomRect, Element};

/// The boxes of paragraphs, remembered for the paragraph met last.
#[derive(Default)]
pub struct Columns {
    last: Option<(Element, DomRect)>,
}

impl Columns {
    /// The box of the paragraph in which `statement` begins.
    pub fn of(&mut self, statement: &Statement) -> Option<DomRect> {
        let mut element = statement.element()?;
        while computed(&element, "display")
            .is_some_and(|display| display.starts_with("inline") || display == "contents")
        {
            element = parent(&element)?;
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
pub fn bounds(inside: Option<Element>, corner: &Corner) -> Rect {
    let mut element = inside;
    while let Some(here) = element {
        let around = parent(&here);
        if around.as_ref().is_none_or(|around| parent(around).is_none()) {
            break; // the body or the root: the window scrolls
        }
        let scrolls = here.scroll_height() > here.client_height() + 1
            && computed(&here, "overflow-y").is_some_and(|flow| flow == "auto" || flow == "scroll");
        if scrolls {
            return corner.shift(&here.get_bounding_client_rect());
        }
        element = around;
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
