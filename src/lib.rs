//! Hearsay's core: who said it, and who says they said it. This page is its architecture.
//!
//! ```text
//! page ──read──▶ Snapshot ──find──▶ Article ──annotate──▶ Annotations ──paint──▶ highlights · labels · card
//! (DOM)          flat tree          blocks of text,       quotations, speakers,   (nothing of the page's
//!                                   credits               evidence                own is changed)
//! ```
//!
//! Data flows left to right and never back. The middle is plain data and total functions: it cannot fail, knows no
//! browser, and runs natively in tests and tools.
//!
//! | module | does | must not know |
//! | --- | --- | --- |
//! | [`pace`] | long work in slices: every stage rests between bounded pieces of it | everything else |
//! | [`span`] | places in a text, in the one unit of offset | everything else |
//! | [`order`], [`keyed`] | sorting and tables by key, in little code | everything else but spans |
//! | `slim` | files of data as they are compiled in, without comments | everything else |
//! | [`outlets`] | agencies, broadcasters and publications as a table: country, owner, control | everything else |
//! | [`article`] | a page's snapshot to its article: body, kinds of block, credits, and the text node of every byte | quotations |
//! | [`text`] | tokens, sentences, quotation marks in pairs | who speaks |
//! | [`lexicon`] | word lists as data, a file each | everything else |
//! | [`attribution`] | source, cue and content by rule: evidence for what comes after | who a source stands for |
//! | [`tagger`] | which tokens are source, cue or content, by a small trained network | what belongs to what |
//! | `src/network` | the network's arithmetic, a crate compiled for speed | text |
//! | [`linker`] | which content, cue and source belong together, how sure that is; statements | who a source stands for |
//! | [`weights`] | what is learned, from one file to tagger and linker | texts, articles |
//! | [`people`] | names, roles and pronouns to entities | what anybody said |
//! | [`sources`] | the way that words came by: relays, media, kinds of source | how a statement was found |
//! | [`Engine`] | what is learned with the way through the stages | |
//! | `assemble` | the stages in order, statements with mentions to annotations with speakers | |
//! | [`annotation`] | what comes out | how it was found |
//! | [`export`] | what is found as text and data: rows, Web Annotations, tables, lists, links to passages | how it was found |
//! | [`placing`], [`utf16`] | arithmetic of the drawing, testable without a browser | the DOM |
//! | `web` | reads and paints pages; the only place with web types | how anything is decided |
//!
//! What holds, and what keeps it so:
//!
//! - Browser crates stand under the wasm target's dependencies: a core module that names one fails every native build.
//!   `tests/layers.rs` holds the order of the modules.
//! - There is one unit of offset, UTF-8 bytes of [`Article::text`](article::Article::text), with a type of its own,
//!   [`span::Span`]. UTF-16 appears within the text node that is hit, after its text has been compared again: a label
//!   that no longer fits is dropped, never moved ([`utf16::Utf16Map::units`]). `tests/properties.rs` goes there and
//!   back, the fuzz target `changes` and `tests/browser/mutations.test.mjs` change pages under labels.
//! - Any input has an output: nothing panics. Spans lie on borders of characters within the text, in order, none over
//!   another; indices point at what is there; the same input comes to the same end, be it at once, in slices, or with
//!   the memo of what it was. `xtask/fuzz/src/holds.rs` lists all of it; `tests/fuzz.rs` and `tests/properties.rs` try
//!   it.
//! - Every stage takes time and memory linear in its input. What looks around looks a bounded way: sentences are cut at
//!   a fixed length, passages in single marks too, and nesting is followed with a stack. `tests/growth.rs` counts the
//!   steps between rests; what is done within one it cannot see, so no list is gone through for each entry of another.
//! - No stage holds up the page: each rests at [`pace`] between pieces of bounded work. `tests/slices.rs` counts them.
//! - What is put into a page is owned by a value whose `Drop` takes it out again. `tests/browser/untouched.test.mjs`
//!   compares the page before, with labels, and after.
//! - What is exported is read the same by everybody, and runs nowhere: the fuzz target `exports` reads it again.
//! - Every construction that is read has examples as data, each of which `tests/passages.rs` runs.
//!
//! Structure binds the model and not the other way round: a passage in marks is somebody's words as a whole or not at
//! all ([`hearsay_network::viterbi`]), passages that go on over paragraphs have one source, and what the rules see
//! reaches the tagger and the linker as evidence. Every statement carries the words that it was found by.
//!
//! A page that refuses WebAssembly gets the same crate compiled to JavaScript. Both are loaded by a dynamic `import` of
//! one file, which needs no permission beyond the content script's own.

pub mod annotation;
pub mod article;
mod assemble;
pub mod attribution;
mod engine;
pub mod export;
pub mod keyed;
pub mod lexicon;
pub mod linker;
pub mod order;
pub mod outlets;
pub mod pace;
pub mod people;
pub mod placing;
mod slim;
pub mod sources;
pub mod span;
pub mod tagger;
pub mod text;
pub mod utf16;
#[cfg(target_family = "wasm")]
pub mod web;
pub mod weights;

pub use engine::{Engine, Memo};
