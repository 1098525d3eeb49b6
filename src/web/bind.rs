//! Browser interfaces that `web-sys` holds for unstable.

use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, Node, Selection, ShadowRoot};

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

    /// A node whose parents are asked of what all nodes have in common: a field that is named `parentNode` takes that
    /// name of its form, and a walk outwards would end in itself.
    #[wasm_bindgen(extends = Node, js_name = Node)]
    pub type Inner;

    #[wasm_bindgen(method, getter, final, js_name = parentElement)]
    pub fn parent_element(this: &Inner) -> Option<Element>;

    #[wasm_bindgen(method, getter, final, js_name = parentNode)]
    pub fn parent_node(this: &Inner) -> Option<Node>;

    /// A selection that tells of shadow trees; browsers of before 2025 have none.
    #[wasm_bindgen(extends = Selection)]
    pub type DeepSelection;

    #[wasm_bindgen(method, catch, js_name = getComposedRanges)]
    pub fn composed_ranges(this: &DeepSelection, options: &SeenRoots) -> Result<js_sys::Array, JsValue>;

    /// A plain object.
    #[wasm_bindgen(js_name = Object)]
    pub type SeenRoots;

    #[wasm_bindgen(constructor, js_class = "Object")]
    pub fn new() -> SeenRoots;

    #[wasm_bindgen(method, setter, js_name = shadowRoots)]
    pub fn set_shadow_roots(this: &SeenRoots, roots: &js_sys::Array);

    /// Names of countries in one language.
    #[wasm_bindgen(js_name = DisplayNames)]
    pub type Countries;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "DisplayNames")]
    pub fn new(language: &str, options: &NamesOptions) -> Result<Countries, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub fn of(this: &Countries, code: &str) -> Result<String, JsValue>;

    /// A plain object.
    #[wasm_bindgen(js_name = Object)]
    pub type NamesOptions;

    #[wasm_bindgen(constructor, js_class = "Object")]
    pub fn new() -> NamesOptions;

    #[wasm_bindgen(method, setter, js_name = type)]
    pub fn set_type(this: &NamesOptions, name: &str);

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

/// The element around `element`.
pub fn parent(element: &Element) -> Option<Element> {
    element.unchecked_ref::<Inner>().parent_element()
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
