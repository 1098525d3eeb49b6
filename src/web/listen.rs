//! Tells a desk what happens in a page.

use super::{
    desk::{Event, Sender},
    events::{Listener, Mutations},
};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, Element, EventTarget, KeyboardEvent, PointerEvent, ShadowRoot};

/// Hears of what changes in and around `scope`, and in the shadow `roots` of the page.
pub fn watch(scope: &Element, roots: &[ShadowRoot], sender: &Sender) -> Result<Mutations, JsValue> {
    let to = sender.clone();
    Mutations::new(scope, roots, move || to.send(Event::Changed))
}

/// Hears of what the reader does, until dropped.
pub fn listen(document: &Document, sender: &Sender) -> Vec<Listener> {
    let to = sender.clone();
    let pointer = Listener::new(document, "pointermove", move |event| {
        let event: PointerEvent = event.unchecked_into();
        if event.pointer_type() != "touch" && event.buttons() == 0 {
            to.send(Event::Pointer(f64::from(event.client_x()), f64::from(event.client_y())));
        }
    });
    let to = sender.clone();
    let tap = Listener::new(document, "click", move |event| {
        let event: PointerEvent = event.unchecked_into();
        if event.pointer_type() != "touch" && event.pointer_type() != "pen" {
            return;
        }
        let target = event.target().map(|target| target.unchecked_into::<Element>());
        // What has a use of its own keeps it, also what is drawn here.
        let uses = "a, button, input, label, summary, hearsay-overlay";
        let own = target.and_then(|target| target.closest(uses).ok().flatten());
        if own.is_none() {
            to.send(Event::Tapped(f64::from(event.client_x()), f64::from(event.client_y())));
        }
    });
    let to = sender.clone();
    let escape = Listener::new(document, "keydown", move |event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            to.send(Event::Escaped);
        }
    });
    let (to, page) = (sender.clone(), EventTarget::from(document.clone()));
    let scroll = Listener::new(document, "scroll", move |event| {
        let inner = event.target().is_some_and(|target| target != page);
        to.send(Event::Scrolled(inner));
    });
    let to = sender.clone();
    let shown = Listener::new(document, "visibilitychange", move |_| to.send(Event::Shown));
    vec![pointer, tap, escape, scroll, shown]
}
