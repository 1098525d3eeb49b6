//! Browser interfaces that `web-sys` holds for unstable.

use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, Node, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// A range that the browser need not keep up to date.
    #[derive(Clone)]
    pub type StaticRange;

    #[wasm_bindgen(constructor, catch)]
    pub fn new(init: &StaticRangeInit) -> Result<StaticRange, JsValue>;

    /// A plain object.
    #[wasm_bindgen(js_name = Object)]
    pub type StaticRangeInit;

    #[wasm_bindgen(constructor, js_class = "Object")]
    pub fn new() -> StaticRangeInit;

    #[wasm_bindgen(method, setter, js_name = startContainer)]
    pub fn set_start_container(this: &StaticRangeInit, node: &Node);

    #[wasm_bindgen(method, setter, js_name = startOffset)]
    pub fn set_start_offset(this: &StaticRangeInit, unit: u32);

    #[wasm_bindgen(method, setter, js_name = endContainer)]
    pub fn set_end_container(this: &StaticRangeInit, node: &Node);

    #[wasm_bindgen(method, setter, js_name = endOffset)]
    pub fn set_end_offset(this: &StaticRangeInit, unit: u32);

    /// A set of ranges that are painted alike.
    pub type Highlight;

    #[wasm_bindgen(constructor)]
    pub fn new() -> Highlight;

    #[wasm_bindgen(method)]
    pub fn add(this: &Highlight, range: &StaticRange);

    #[wasm_bindgen(method, js_name = delete)]
    pub fn remove(this: &Highlight, range: &StaticRange);

    #[wasm_bindgen(method, setter)]
    pub fn set_priority(this: &Highlight, priority: i32);

    /// `CSS.highlights`, which the page uses too.
    pub type HighlightRegistry;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    pub static HIGHLIGHTS: HighlightRegistry;

    #[wasm_bindgen(method)]
    pub fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method)]
    pub fn delete(this: &HighlightRegistry, name: &str);

    /// A shadow root that adopts style sheets.
    #[wasm_bindgen(extends = ShadowRoot)]
    pub type StyledRoot;

    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    pub fn set_adopted_style_sheets(this: &StyledRoot, sheets: &js_sys::Array);

    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    pub fn adopted_style_sheets(this: &StyledRoot) -> Sheets;

    /// The style sheets that a root has adopted.
    pub type Sheets;

    #[wasm_bindgen(method, catch)]
    pub fn push(this: &Sheets, sheet: &CssStyleSheet) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = indexOf)]
    pub fn index_of(this: &Sheets, sheet: &CssStyleSheet) -> i32;

    #[wasm_bindgen(method, catch)]
    pub fn splice(this: &Sheets, start: i32, count: u32) -> Result<JsValue, JsValue>;

    /// An element with `popover`.
    #[wasm_bindgen(extends = HtmlElement)]
    pub type Popover;

    #[wasm_bindgen(method, catch, js_name = showPopover)]
    pub fn show_popover(this: &Popover) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    pub fn hide_popover(this: &Popover) -> Result<(), JsValue>;

    /// An element that tells whether it is shown.
    #[wasm_bindgen(extends = Element)]
    pub type Seen;

    #[wasm_bindgen(method, js_name = checkVisibility)]
    pub fn check_visibility(this: &Seen, options: &VisibilityOptions) -> bool;

    /// A plain object.
    #[wasm_bindgen(js_name = Object)]
    pub type VisibilityOptions;

    #[wasm_bindgen(constructor, js_class = "Object")]
    pub fn new() -> VisibilityOptions;

    #[wasm_bindgen(method, setter, js_name = visibilityProperty)]
    pub fn set_visibility_property(this: &VisibilityOptions, on: bool);

    /// What text is copied to; pages without encryption have none.
    pub type Clipboard;

    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = clipboard)]
    pub static CLIPBOARD: Option<Clipboard>;

    #[wasm_bindgen(method, catch, js_name = writeText)]
    pub fn write_text(this: &Clipboard, text: &str) -> Result<Promise, JsValue>;

    /// What shares the page's thread out.
    pub type Scheduler;

    #[wasm_bindgen(thread_local_v2, js_name = scheduler)]
    pub static SCHEDULER: Option<Scheduler>;

    /// Settles when it is this script's turn again.
    #[wasm_bindgen(method, catch, js_name = yield)]
    pub fn give_way(this: &Scheduler) -> Result<Promise, JsValue>;

    /// A place between two characters.
    pub type CaretPosition;

    #[wasm_bindgen(method, getter, js_name = offsetNode)]
    pub fn offset_node(this: &CaretPosition) -> Option<Node>;

    #[wasm_bindgen(method, getter)]
    pub fn offset(this: &CaretPosition) -> u32;

    /// A promise, given a function that is called once.
    #[wasm_bindgen(extends = js_sys::Promise)]
    type Once;

    #[wasm_bindgen(method, js_name = then)]
    fn then_call(this: &Once, next: &JsValue) -> JsValue;

    #[wasm_bindgen(method, js_name = then)]
    fn then_or_call(this: &Once, kept: &JsValue, broken: &JsValue) -> JsValue;
}

/// Calls the function `next` once `promise` has settled.
pub fn then(promise: &Promise, next: &JsValue) {
    promise.unchecked_ref::<Once>().then_call(next);
}

/// Calls `next` once `promise` has settled, with whether it was kept.
pub fn then_or(promise: &Promise, next: impl Fn(bool) + 'static) {
    let next = Rc::new(next);
    let other = next.clone();
    let kept = Closure::once_into_js(move || next(true));
    let broken = Closure::once_into_js(move || other(false));
    promise.unchecked_ref::<Once>().then_or_call(&kept, &broken);
}
