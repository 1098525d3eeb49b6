//! The one element that is added to a page. All that is drawn stands in its closed shadow root.

use super::{bind::StyledRoot, events::window_size, options::Words};
use crate::{article::language, placing::Rect, slim};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{CssStyleSheet, Document, Element, HtmlElement, ShadowRootInit, ShadowRootMode};

/// Name of the element.
const NAME: &str = "hearsay-overlay";

/// The style of all that is drawn in it.
static STYLE: [u8; slim::length(SHEETS)] = slim::copy(SHEETS);
const SHEETS: &str = concat!(include_str!("overlay.css"), include_str!("card.css"));

/// The element and its shadow root; dropped, both are gone from the page.
pub struct Host {
    /// Stands at the end of the root element, takes no room, and lets the pointer through.
    pub element: HtmlElement,
    /// Nobody else can reach it.
    pub root: StyledRoot,
    /// All parts' parent; carries the theme.
    pub layer: HtmlElement,
    document: Document,
}

impl Host {
    /// An element for `document`, not yet in it, which speaks the language of `words` and not that of the page.
    pub fn new(document: &Document, words: &Words) -> Result<Self, JsValue> {
        let element: HtmlElement = document.create_element(NAME)?.unchecked_into();
        let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        let root: StyledRoot = root.unchecked_into();
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(slim::text(&STYLE))?;
        root.set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
        let layer: HtmlElement = document.create_element("div")?.unchecked_into();
        layer.set_lang(&words.get("language"));
        root.append_child(&layer)?;
        Ok(Self { element, root, layer, document: document.clone() })
    }

    /// Puts the element into the page.
    pub fn enter(&self) {
        if let Some(page) = self.document.document_element() {
            let _ = page.append_child(&self.element);
        }
    }

    /// A new element of the overlay, not yet in it.
    pub fn make(&self, tag: &str, class: &str) -> HtmlElement {
        // Fails only for a name that is none.
        let element: HtmlElement =
            self.document.create_element(tag).unwrap_or_else(|_| unreachable!("a tag name")).unchecked_into();
        element.set_class_name(class);
        element
    }

    /// A new element at the end of `parent`, holding `text`.
    pub fn add(&self, parent: &Element, tag: &str, class: &str, text: &str) -> HtmlElement {
        let element = self.make(tag, class);
        element.set_text_content(Some(text));
        let _ = parent.append_child(&element);
        element
    }

    /// The same of words of the article, which are in its language.
    pub fn quote(&self, parent: &Element, tag: &str, class: &str, text: &str) -> HtmlElement {
        let element = self.add(parent, tag, class, text);
        element.set_lang(language::KNOWN);
        element
    }

    /// Lifts the overlay above everything where the page covers it at one of `spots`, which count from its corner. It
    /// stands low at first, so that the page's own bars slide over it. Whether one of them was in sight.
    pub fn lift(&self, spots: &[Rect]) -> bool {
        let corner = self.element.get_bounding_client_rect();
        let height = window_size().1;
        // Bars stand at the window's edges.
        let middle = height * 0.2..height * 0.8;
        let points =
            spots.iter().map(|s| ((s.left + s.right) / 2.0 + corner.left(), (s.top + s.bottom) / 2.0 + corner.top()));
        let Some((x, y)) = points.into_iter().find(|(_, y)| middle.contains(y)) else { return false };
        let top = self.document.element_from_point(x as f32, y as f32);
        if top.is_some_and(|top| top != *self.element.unchecked_ref::<Element>()) {
            let _ = self.element.class_list().add_1("above");
        }
        true
    }

    /// Puts one of its elements at a point, in whole pixels.
    pub fn put(element: &HtmlElement, left: f64, top: f64) {
        let style = element.style();
        let _ = style.set_property("left", &pixels(left));
        let _ = style.set_property("top", &pixels(top));
    }

    /// Says whether the overlay is printed with the page.
    pub fn set_print(&self, on: bool) {
        let _ = self.element.class_list().toggle_with_force("print", on);
    }

    /// Draws for a page that is dark where the article stands, or for a light one.
    pub fn set_theme(&self, dark: bool) {
        self.layer.set_class_name(if dark { "layer dark" } else { "layer light" });
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// A length for a style, in whole pixels: writing out fractions takes twenty kilobytes of code.
pub fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
