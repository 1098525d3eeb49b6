//! A few words for the reader, which go by themselves.

use super::{bind::Popover, events::Timer, host::Host, options::Words};
use wasm_bindgen::prelude::*;
use web_sys::Document;

/// Milliseconds for which it is seen.
const LONG: f64 = 4000.0;

/// The words in an element of their own, so that there may be some on a page without labels; dropped, they are gone.
pub struct Notice {
    _host: Host,
    _gone: Timer,
}

impl Notice {
    /// Shows the message `key`, and calls `gone` when it was seen for long enough.
    pub fn new(
        document: &Document,
        words: &Words,
        key: &str,
        dark: bool,
        gone: impl FnMut() + 'static,
    ) -> Result<Self, JsValue> {
        let host = Host::new(document, words)?;
        host.set_theme(dark);
        let notice = host.add(&host.layer, "div", "notice", "");
        let _ = notice.set_attribute("role", "status");
        let _ = notice.set_attribute("popover", "manual");
        host.enter();
        let _ = notice.unchecked_ref::<Popover>().show_popover();
        // Read out only where it comes after its element.
        notice.set_text_content(Some(&words.get(key)));
        Ok(Self { _host: host, _gone: Timer::after(LONG, gone) })
    }
}
