//! Puts text on the clipboard; the page's selection and focus stay as they are.

use super::{
    bind::{CLIPBOARD, then_or},
    events::{Listener, window},
};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, EventTarget};

#[wasm_bindgen]
extern "C" {
    /// A document that takes commands.
    #[wasm_bindgen(extends = Document)]
    type Commanded;

    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(this: &Commanded, command: &str) -> Result<bool, JsValue>;

    /// The event of a copy.
    #[wasm_bindgen(extends = Event)]
    type Copying;

    #[wasm_bindgen(method, getter, js_name = clipboardData)]
    fn clipboard_data(this: &Copying) -> Option<Data>;

    /// What is copied.
    type Data;

    #[wasm_bindgen(method, catch, js_name = setData)]
    fn set_data(this: &Data, format: &str, text: &str) -> Result<(), JsValue>;
}

/// Copies `text`, and then calls `done` with whether that came about.
pub fn copy(document: &Document, text: String, done: impl Fn(bool) + 'static) {
    match CLIPBOARD.with(|clipboard| clipboard.as_ref().and_then(|clipboard| clipboard.write_text(&text).ok())) {
        Some(writing) => {
            let document = document.clone();
            then_or(&writing, move |written| done(written || by_command(&document, &text)));
        }
        // Pages without encryption have none.
        None => done(by_command(document, &text)),
    }
}

/// Has the browser copy, and gives it the text for what is selected.
fn by_command(document: &Document, text: &str) -> bool {
    let copied = Rc::new(Cell::new(false));
    let (text, told) = (text.to_owned(), copied.clone());
    let window = EventTarget::from(window());
    // Without a selection, Chromium asks first.
    let _asked = Listener::holding(&window, "beforecopy", |event| event.prevent_default());
    let _copying = Listener::holding(&window, "copy", move |event| {
        event.prevent_default();
        event.stop_immediate_propagation();
        let data = event.unchecked_ref::<Copying>().clipboard_data();
        told.set(data.is_some_and(|data| data.set_data("text/plain", &text).is_ok()));
    });
    let _ = document.unchecked_ref::<Commanded>().exec_command("copy");
    copied.get()
}
