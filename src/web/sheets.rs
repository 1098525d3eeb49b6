//! The rules of the tints, lent to shadow trees that do not take them from the page: Firefox wants them in each.

use super::{
    bind::{Sheets, StyledRoot},
    events::Stop,
};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, ShadowRoot};

/// The rules, as the extension gives them to the page.
const RULES: &str = include_str!("../../extension/highlights.css");

/// Rules in shadow trees; dropped, they are taken back.
pub struct Lent {
    _stop: Option<Stop>,
}

impl Lent {
    /// Lends the rules to each of `roots`, which all stand in one document.
    pub fn new(roots: &[ShadowRoot]) -> Self {
        let Some(sheet) = sheet().filter(|_| !roots.is_empty()) else { return Self { _stop: None } };
        let lent: Vec<StyledRoot> = roots
            .iter()
            .filter_map(|root| {
                let root: StyledRoot = root.clone().unchecked_into();
                root.adopted_style_sheets().push(&sheet).ok()?;
                Some(root)
            })
            .collect();
        Self { _stop: Some(Stop::new(move || take_back(&lent, &sheet))) }
    }
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    // Each value holds only where the page has the extension's own sheet: that goes with the extension, these stay
    // where nobody is left to take them back.
    let rules = RULES.replace("background-color: ", "background-color: var(--hearsay-lent) ");
    sheet.replace_sync(&rules.replace("text-decoration: ", "text-decoration: var(--hearsay-lent) ")).ok()?;
    Some(sheet)
}

fn take_back(roots: &[StyledRoot], sheet: &CssStyleSheet) {
    for root in roots {
        let sheets: Sheets = root.adopted_style_sheets();
        let at = sheets.index_of(sheet);
        if at >= 0 {
            let _ = sheets.splice(at, 1);
        }
    }
}
