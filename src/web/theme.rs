//! Whether a page is dark where the article stands.

use super::{layout::computed, statement::Statement};
use web_sys::Element;

/// Whether the page is dark where the first of `statements` stands, which are in `scope`.
pub fn is_dark_at(statements: &[Statement], scope: &Element) -> bool {
    is_dark(&statements.first().and_then(Statement::element).unwrap_or_else(|| scope.clone()))
}

/// Whether text in `element` is light, so that what lies behind it is dark.
pub fn is_dark(element: &Element) -> bool {
    let colour = computed(element, "color").unwrap_or_default();
    let Some((notation, values)) = colour.split_once('(') else { return false };
    let mut values = values.split([' ', ',', ')']).filter(|value| !value.is_empty());
    if notation == "color" {
        values.next(); // the name of its space
    }
    // Rust's own way to read a fraction is eighteen kilobytes of tables and code. "none" is 0.
    let mut next = || values.next().map(js_sys::parse_float).filter(|value| !value.is_nan()).unwrap_or(0.0);
    // As light as a grey of 55 % is in each notation.
    match notation {
        "oklab" | "oklch" => next() > 0.64,
        "lab" | "lch" => next() > 58.0,
        _ => {
            let full = if notation.starts_with("rgb") { 255.0 } else { 1.0 };
            (0.2126 * next() + 0.7152 * next() + 0.0722 * next()) / full > 0.55
        }
    }
}
