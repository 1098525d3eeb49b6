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
    // Rust's own way to read a fraction is eighteen kilobytes of tables and code.
    let parts = colour.split(|c: char| !c.is_ascii_digit() && c != '.').map(js_sys::parse_float);
    let parts: Vec<f64> = parts.filter(|part| !part.is_nan()).take(3).collect();
    let &[red, green, blue] = parts.as_slice() else { return false };
    // Other notations count to 1.
    let full = if colour.starts_with("rgb") { 255.0 } else { 1.0 };
    (0.2126 * red + 0.7152 * green + 0.0722 * blue) / full > 0.55
}
