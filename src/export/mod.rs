//! What is found, as text and data for whoever reads it outside.
//!
//! [`rows()`] are the annotations as plain rows. What stands in a page goes out as a [`Sheet`] of statements: as W3C Web
//! Annotations ([`web_annotation`]), as a table ([`csv`]), as a list to be read ([`markdown`]), or as an overview of who
//! says how much ([`overview`]). [`document`] finds the words again in the page's own text, and [`fragment`] makes
//! addresses that open the page at them.

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
