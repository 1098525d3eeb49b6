//! What is found, as text and data for whoever reads it outside.
//!
//! [`rows()`] are the annotations as plain rows. What stands in a page goes out as a [`Sheet`] of statements: as W3C
//! Web Annotations ([`web_annotation`]), as a table ([`csv`]), as a list to be read ([`markdown`]), or as an overview
//! of who says how much ([`overview`]). [`document`] finds the words again in the page's own text, and [`fragment`]
//! makes addresses that open the page at them.
//!
//! ```
//! use hearsay::{annotation::Form, article::Article, export::{Sheet, Statement, csv, fragment}, span::Span};
//!
//! let article = Article::from_text("“It will hold,” said Ann Lee.");
//! let (content, cue) = ([Span::new(0, 19)], [Span::new(20, 24)]);
//! let statement = Statement {
//!     content: &content,
//!     quoted: &content,
//!     cue: &cue,
//!     form: Form::Direct,
//!     speaker: None,
//!     number: None,
//!     chain: &[],
//!     to: None,
//!     confidence: Some(0.9),
//! };
//! let sheet = Sheet { url: "https://news.example/dam", article: &article, statements: vec![statement] };
//! let table = csv::write(&sheet, &["text=It%20will".to_owned()]);
//! assert!(table.starts_with("number,text,form,speaker,"));
//! assert!(table.contains(&fragment::address(sheet.url, "text=It%20will")));
//! ```

pub mod csv;
pub mod document;
pub mod fragment;
mod json;
pub mod markdown;
mod names;
pub mod overview;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;
pub mod web_annotation;

pub use rows::{Row, Rows, rows, words};
pub use sheet::{Sheet, Statement};
