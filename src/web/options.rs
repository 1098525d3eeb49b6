//! What a session is told from outside.

use super::look::Told;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The object that `new Session(engine, options)` takes:
    ///
    /// - `word(key, substitutions)`: the message of that key, as `i18n.getMessage` gives it
    /// - `look`: how it looks, see [`Told`]; may be left out
    /// - `corrections`: a list of what the reader has corrected on this page, as `corrected` gave it; may be left out
    /// - `corrected([correction, stands])`: called after the reader has corrected something, or has taken that back, so
    ///   that it does not stand any more; `correction` replaces one with the same `words` and `nth`; may be left out
    /// - `whole`: an element whose whole text is the article; without it the article is looked for in the page
    /// - `changed(fresh)`: called after the page was read again, `fresh` where other text or counts were found than
    ///   before; may be left out
    /// - `failed(message)`: called when the engine stops for good; may be left out
    pub type Options;

    #[wasm_bindgen(method, getter)]
    pub fn word(this: &Options) -> Function;

    #[wasm_bindgen(method, getter)]
    pub fn look(this: &Options) -> Option<Told>;

    #[wasm_bindgen(method, getter)]
    pub fn corrections(this: &Options) -> Option<Array>;

    #[wasm_bindgen(method, getter)]
    pub fn corrected(this: &Options) -> Option<Function>;

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
