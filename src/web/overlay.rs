//! What stands in the overlay beside the labels: the card, and what is read out.

use super::{
    act::Act,
    card::Card,
    desk::{Event, Sender},
    events::Listener,
    host::Host,
    label::Labels,
    options::Words,
};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent};

/// What tells of keys and text: none of it is for the page where it comes from the card, be it for the page's shortcuts
/// or for what it gathers. Listeners of the page on its window and document that capture were asked before.
const TELLING: &[&str] = &[
    "keypress",
    "keyup",
    "beforeinput",
    "input",
    "textInput",
    "paste",
    "cut",
    "copy",
    "drop",
    "compositionstart",
    "compositionupdate",
    "compositionend",
];

/// The card in its host, which labels come and go in; dropped, all are gone from the page.
pub struct Overlay {
    /// Where they stand.
    pub host: Host,
    /// The card of the statement that is looked at.
    pub card: Card,
    /// What is read out.
    aloud: HtmlElement,
}

impl Overlay {
    /// A card for `document`, not yet in the page.
    pub fn new(document: &Document, words: &Words) -> Result<Self, JsValue> {
        let host = Host::new(document, words)?;
        let card = Card::new(&host, words);
        let aloud = host.add(&host.layer, "div", "aloud", "");
        aloud.set_attribute("role", "status")?;
        Ok(Self { host, card, aloud })
    }

    /// Reads out what the card says.
    pub fn read_out(&self) {
        self.aloud.set_text_content(Some(&self.card.aloud()));
    }

    /// What in it the keyboard is on.
    pub fn focused(&self) -> Option<Element> {
        self.host.root.active_element()
    }

    /// Whether the keyboard is in the card.
    pub fn within(&self) -> bool {
        self.focused().is_some_and(|element| Card::holds(&element))
    }

    /// Tells `sender` what keyboard and pointer do with labels and card.
    pub fn listen(&self, sender: &Sender) -> Vec<Listener> {
        let root = &self.host.root;
        let to = sender.clone();
        let focused = Listener::new(root, "focusin", move |event| {
            if let Some(index) = target(&event).and_then(|target| Labels::statement(&target)) {
                to.send(Event::Focused(index));
            }
        });
        let (to, document) = (sender.clone(), root.owner_document());
        let blurred = Listener::new(root, "focusout", move |event| {
            let next = event.unchecked_ref::<FocusEvent>().related_target();
            let inside = next.is_some_and(|next| Card::holds(next.unchecked_ref()));
            // The reader may look something up in another window.
            let here = document.as_ref().is_none_or(|document| document.has_focus().unwrap_or(true));
            if !inside && here {
                to.send(Event::Blurred);
            }
        });
        let to = sender.clone();
        let clicked = Listener::new(root, "click", move |event| {
            let Some(target) = target(&event) else { return };
            // Pressed by keyboard, a button is clicked no times.
            let keyboard = event.unchecked_ref::<MouseEvent>().detail() == 0;
            if let Some(index) = Labels::statement(&target) {
                to.send(Event::Chosen(index, keyboard));
            } else if let Some(act) = Act::of(&target) {
                to.send(Event::Pressed(act, keyboard));
            }
        });
        // The page keeps focus and selection where a button is pressed by pointer.
        let held = Listener::holding(root, "mousedown", |event| {
            if target(&event).is_some_and(|target| target.closest("button").is_ok_and(|button| button.is_some())) {
                event.prevent_default();
            }
        });
        let to = sender.clone();
        let typed = Listener::holding(root, "keydown", move |event| {
            let Some(target) = target(&event).filter(Card::holds) else { return };
            let key: &KeyboardEvent = event.unchecked_ref();
            let back = key.shift_key();
            if key.key() == "Tab" && Card::ends(&target, !back) {
                event.prevent_default();
                to.send(Event::Left(back));
            } else if key.key() == "Enter" && target.local_name() == "input" {
                to.send(Event::Pressed(Act::Name, true));
            }
            event.stop_propagation();
        });
        let kept = TELLING.iter().map(|name| {
            Listener::new(root, name, |event| {
                if target(&event).is_some_and(|target| Card::holds(&target)) {
                    event.stop_propagation();
                }
            })
        });
        [focused, blurred, clicked, held, typed].into_iter().chain(kept).collect()
    }
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target().map(JsCast::unchecked_into)
}
