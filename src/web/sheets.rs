//! The rules of the tints, lent to shadow trees that do not take them from the page: Firefox wants them in each.

use super::bind::{Sheets, StyledRoot};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, ShadowRoot};

/// The rules, as the extension gives them to the page.
const RULES: &str = include_str!("../../extension/highlights.css");

/// Rules in shadow trees; dropped, they are taken back.
#[derive(Default)]
pub struct Lent(Vec<(StyledRoot, CssStyleSheet)>);

impl Lent {
    /// Lends the rules to each of `roots`, which all stand in one document.
    pub fn new(roots: &[ShadowRoot]) -> Self {
        let Some(sheet) = sheet().filter(|_| !roots.is_empty()) else { return Self::default() };
        let lent = roots.iter().filter_map(|root| {
            let root: StyledRoot = root.clone().unchecked_into();
            root.adopted_style_sheets().push(&sheet).ok()?;
            Some((root, sheet.clone()))
        });
        Self(lent.collect())
    }
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    // Each value holds only where the page has the extension's own sheet: that goes with the extension, these stay where
    // nobody is left to take them back.
    let rules = RULES.replace("background-color: ", "background-color: var(--hearsay-lent) ");
    sheet.replace_sync(&rules.replace("text-decoration: ", "text-decoration: var(--hearsay-lent) ")).ok()?;
    Some(sheet)
}

impl Drop for Lent {
    fn drop(&mut self) {
        for (root, sheet) in &self.0 {
            let sheets: Sheets = root.adopted_style_sheets();
            let at = sheets.index_of(sheet);
            if at >= 0 {
                let _ = sheets.splice(at, 1);
            }
        }
    }
}
