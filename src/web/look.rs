//! How the reader wants it to look.

use super::statement::Statement;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A look as a plain object; members that are missing have their defaults.
    ///
    /// - `labels`: `"auto"` (labels where there is room, the default) or `"hover"` (on hover and focus only)
    /// - `quotations`, `reports`: whether that sort is marked, labelled and stopped at (by default it is)
    /// - `print`: whether a printed page has the marks too, and a list of who said what at its end (by default not)
    /// - `theme`: of the card, `"auto"` (as the page, the default), `"light"` or `"dark"`
    pub type Told;

    #[wasm_bindgen(method, getter)]
    fn labels(this: &Told) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn quotations(this: &Told) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn reports(this: &Told) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn print(this: &Told) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn theme(this: &Told) -> JsValue;
}

/// What is shown, and how.
#[derive(Clone, Copy, PartialEq)]
pub struct Look {
    /// Whether labels stand where there is room.
    pub auto: bool,
    /// Whether quotations are shown.
    pub quotations: bool,
    /// Whether reports are shown.
    pub reports: bool,
    /// Whether it is printed too.
    pub print: bool,
    /// Whether the card is dark; `None` where it is as the page.
    pub dark: Option<bool>,
}

impl Look {
    /// The look that the reader has told of.
    pub fn new(told: Option<&Told>) -> Self {
        let text = |of: fn(&Told) -> JsValue| told.and_then(|told| of(told).as_string());
        let on = |of: fn(&Told) -> JsValue| told.and_then(|told| of(told).as_bool());
        let theme = text(Told::theme);
        Self {
            auto: text(Told::labels).as_deref() != Some("hover"),
            quotations: on(Told::quotations) != Some(false),
            reports: on(Told::reports) != Some(false),
            print: on(Told::print) == Some(true),
            dark: theme.filter(|theme| theme != "auto").map(|theme| theme == "dark"),
        }
    }

    /// Whether anything of `statement` is shown.
    pub fn shows(&self, statement: &Statement) -> bool {
        self.wants(statement) && !statement.hidden()
    }

    /// Whether `statement` is of a sort that is shown, be it that the reader has hidden this one.
    pub fn wants(&self, statement: &Statement) -> bool {
        let sort = |wanted: bool, fragments: &[_]| wanted && !fragments.is_empty();
        sort(self.quotations, &statement.quoted) || sort(self.reports, &statement.reported)
    }
}
