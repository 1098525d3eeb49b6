//! What a session is told from outside.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// What the reader wants to see, the object that `set_look` takes. What it lacks is as by default.
    ///
    /// - `labels`: `"auto"` (labels where there is room, the default) or `"hover"` (on hover and focus only)
    pub type Look;

    #[wasm_bindgen(method, getter)]
    pub fn labels(this: &Look) -> Option<String>;

    /// The object that `new Session(engine, options)` takes, the members of a [`Look`] among the rest:
    ///
    /// - `word(key, substitutions)`: the message of that key, as `i18n.getMessage` gives it
    /// - `whole`: an element whose whole text is the article; without it the article is looked for in the page
    /// - `changed()`: called after the page was read again; may be left out
    /// - `failed(message)`: called when the engine stops for good; may be left out
    #[wasm_bindgen(extends = Look)]
    pub type Options;

    #[wasm_bindgen(method, getter)]
    pub fn word(this: &Options) -> Function;

    #[wasm_bindgen(method, getter)]
    pub fn whole(this: &Options) -> Option<Element>;

    #[wasm_bindgen(method, getter)]
    pub fn changed(this: &Options) -> Option<Function>;

    #[wasm_bindgen(method, getter)]
    pub fn failed(this: &Options) -> Option<Function>;
}

/// The reader's language.
#[derive(Clone)]
pub struct Words(Function);

impl Words {
    /// The messages that `options` give.
    pub fn new(options: &Options) -> Self {
        Self(options.word())
    }

    /// A message.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with its `$1`, `$2` … filled in.
    pub fn with(&self, key: &str, substitutions: &[&str]) -> String {
        let substitutions: Array = substitutions.iter().copied().map(JsValue::from_str).collect();
        let message = self.0.call2(&JsValue::NULL, &key.into(), &substitutions);
        message.ok().and_then(|message| message.as_string()).unwrap_or_default()
    }
}
