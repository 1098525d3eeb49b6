//! The arithmetic of the tagger: a small recurrent network in whole numbers, and the best row of labels.
//!
//! A crate of its own, since it is compiled for speed alone, as the rest of the engine is not. Knows numbers
//! alone: nothing of text, of files, of what a label means beyond how labels may follow each other.

pub mod chances;
#[cfg(any(not(target_family = "wasm"), target_feature = "simd128"))]
mod lanes;
pub mod layers;
pub mod math;
pub mod memo;
pub mod product;
#[cfg(test)]
mod scalar;
pub mod viterbi;
mod windows;
// JavaScript has no lanes.
#[cfg(all(target_family = "wasm", not(target_feature = "simd128")))]
#[path = "scalar.rs"]
mod lanes;
