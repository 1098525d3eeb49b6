//! Hearsay's core: who said it, and who says they said it.
//!
//! ```text
//! page ──read──▶ Article ──annotate──▶ Annotations ──paint──▶ highlights · labels · card
//! ```
//!
//! The middle is plain data and total functions; only [`web`] knows a browser.

pub mod annotation;
pub mod article;
mod assemble;
pub mod attribution;
pub mod export;
pub mod lexicon;
pub mod order;
pub mod people;
pub mod placing;
pub mod sources;
pub mod span;
pub mod text;
pub mod utf16;
#[cfg(target_family = "wasm")]
pub mod web;

use annotation::Annotations;
use article::Article;

/// Every quotation and report of `article`, with its speaker.
pub fn annotate(article: &Article) -> Annotations {
    assemble::annotations(&text::read(article))
}
