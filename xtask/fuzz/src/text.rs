//! Text to annotations.

use crate::holds;
use hearsay::{Memo, article::Article, export};

/// What anybody's text comes to.
pub fn run(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let article = Article::from_text(&text);
    assert_eq!(article.text, text, "plain text is kept as it is");
    let found = holds::annotated(&article, &Memo::default());
    let rows = export::rows(&article.text, &found);
    assert_eq!(rows.quotations.len(), found.quotations.len(), "a row for each quotation");
    assert!(serde_json::to_string(&rows).is_ok(), "rows are data");
}
