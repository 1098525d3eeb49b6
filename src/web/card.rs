//! The card that tells all of one statement.

use super::{bind::Popover, host::Host, kinds, label::marks, options::Words, statement::Statement};
use crate::{
    annotation::{Form, Relay, SourceKind},
    placing::Rect,
};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Its id within the shadow root, for the buttons that it describes.
pub const ID: &str = "hearsay-card";
/// Between card and text, and between card and window.
const GAP: f64 = 8.0;
/// The pointer should not have to go further than this from the line to the card.
const FAR: f64 = 170.0;
/// Below this, a statement is told with a doubt.
const SURE: f32 = 0.5;

/// The card; hidden at first.
pub struct Card {
    element: Popover,
}

impl Card {
    /// Puts a hidden card into the overlay.
    pub fn new(host: &Host) -> Self {
        let element = host.add(&host.layer, "div", "card", "");
        element.set_id(ID);
        let _ = element.set_attribute("popover", "manual");
        let _ = element.set_attribute("role", "tooltip");
        // So that a click in it does not take the focus out of the overlay, which would close it.
        let _ = element.set_attribute("tabindex", "-1");
        Self { element: element.unchecked_into() }
    }

    /// Tells of `statement`.
    pub fn fill(&self, host: &Host, statement: &Statement, words: &Words) {
        let card: &Element = &self.element;
        card.set_text_content(None);
        let name = match &statement.speaker {
            Some(speaker) => speaker.name.clone(),
            None => words.get("card_nobody"),
        };
        let head = host.add(card, "div", &format!("name {}", marks(statement)), &name);
        let _ = head.set_attribute("dir", "auto");
        if !statement.chain.is_empty() {
            chain(host, card, &statement.chain, words);
        }
        if let Some(to) = &statement.to {
            host.add(card, "div", "to", &words.with("card_to", &[to]));
        }
        if let Some(speaker) = &statement.speaker {
            let kind = host.add(card, "div", "kind", &kinds::kind(speaker.kind, words));
            let outlet = speaker.outlet.map(|outlet| kinds::outlet(&outlet, words));
            for more in speaker.role.iter().chain(&outlet) {
                host.add(&kind, "span", "note", more);
            }
        }
        let form = match statement.form {
            Form::Direct => "card_direct",
            Form::Mixed => "card_mixed",
            Form::Indirect => "card_indirect",
        };
        let facts = host.add(card, "div", "form", &words.get(form));
        if let Some((place, all)) = statement.place.filter(|(_, all)| *all > 1) {
            host.add(&facts, "span", "note", &words.with("card_place", &[&place.to_string(), &all.to_string()]));
        }
        // The kind says it of a person.
        if statement.speaker.as_ref().is_some_and(|s| s.unnamed && s.kind != SourceKind::UnnamedPerson) {
            host.add(&facts, "span", "note", &words.get("card_unnamed"));
        }
        if statement.confidence < SURE {
            host.add(&facts, "span", "note", &words.get("card_unsure"));
        }
        if !statement.evidence.is_empty() {
            let proof = host.add(card, "div", "proof", "");
            host.add(&proof, "span", "because", &words.get("card_because"));
            let quote = host.add(&proof, "q", "", "");
            for (text, marked) in &statement.evidence {
                host.add(&quote, if *marked { "b" } else { "span" }, "", text);
            }
        }
    }

    /// Shows the card close to `whole` without covering it, else close to `line`, all within `window`.
    pub fn show(&self, whole: Rect, line: Rect, window: Rect) {
        let _ = self.element.show_popover();
        let size = self.element.get_bounding_client_rect();
        let fits = |top: f64| top >= window.top + GAP && top + size.height() <= window.bottom - GAP;
        let above = |edge: f64| edge - size.height() - GAP;
        let mut tops = vec![line.bottom + GAP];
        if line.top - whole.top < FAR {
            tops.insert(0, above(whole.top));
        }
        if whole.bottom - line.bottom < FAR {
            tops.insert(0, whole.bottom + GAP);
        }
        let top = tops.into_iter().find(|&top| fits(top)).unwrap_or(above(line.top));
        let clamp = |at: f64, low: f64, high: f64| at.min(high).max(low);
        let left = clamp(line.left, window.left + GAP, window.right - size.width() - GAP);
        let top = clamp(top, window.top + GAP, window.bottom - size.height() - GAP);
        Host::put(&self.element, left, top);
    }

    /// Hides it.
    pub fn hide(&self) {
        let _ = self.element.hide_popover();
    }

    /// Whether `element` is a card.
    pub fn is(element: &Element) -> bool {
        element.id() == ID
    }

    /// Whether `element` is the card or in it.
    pub fn holds(&self, element: &Element) -> bool {
        self.element.contains(Some(element))
    }
}

/// The path that the words came by, outermost first.
fn chain(host: &Host, card: &Element, chain: &[Relay], words: &Words) {
    let path = host.add(card, "div", "via", &words.get("card_via"));
    for (index, relay) in chain.iter().enumerate() {
        let step = if index > 0 { kinds::STEP } else { " " };
        host.add(&path, "span", "", step);
        let class = if kinds::of_state(relay) { "relay state" } else { "relay" };
        host.add(&path, "bdi", class, &relay.text);
        if let Some(outlet) = &relay.outlet {
            host.add(&path, "span", "about", &format!(" ({})", kinds::outlet(outlet, words)));
        }
    }
}
