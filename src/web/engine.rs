//! The engine as scripts see it.

use super::plain;
use crate::{article::Article, export::rows};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// The engine with its weights: made once, used by any number of sessions.
#[wasm_bindgen]
pub struct Engine {
    /// Shared with the sessions that it has made possible.
    pub(super) core: Rc<crate::Engine>,
}

#[wasm_bindgen]
impl Engine {
    /// From the bytes of `hearsay.weights`. Throws where they are of another version.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: &[u8]) -> Result<Engine, JsError> {
        let core = crate::Engine::new(weights).map_err(|_| JsError::new("these weights are of another version"))?;
        Ok(Self { core: Rc::new(core) })
    }

    /// Every quotation and report of a plain text, its paragraphs parted by line feeds; see [`crate::export::Rows`].
    pub fn annotate(&self, text: &str) -> JsValue {
        let article = Article::from_text(text);
        plain(&rows(&article.text, &self.core.annotate(&article)))
    }
}
