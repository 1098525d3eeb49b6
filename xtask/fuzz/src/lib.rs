//! What Hearsay does with hostile input: a function for each fuzz target, which panics where an invariant is broken,
//! and random inputs for them. `fuzz/README.md` says how they are run.

mod changes;
mod corpus;
mod exports;
pub mod holds;
mod html;
mod mutate;
pub mod pieces;
mod text;

pub use corpus::{Corpus, folder};
pub use mutate::mutate;

/// Something that takes input from outside.
pub struct Target {
    /// Its name, and that of its folder of kept inputs.
    pub name: &'static str,
    /// Does with an input what Hearsay would. Panics where an invariant is broken.
    pub run: fn(&[u8]),
    /// What inputs are made of.
    pub pieces: &'static [&'static [&'static str]],
    /// Bytes of an input at the most: what is found in long inputs is found in short ones sooner.
    pub longest: usize,
}

/// Every target.
pub const TARGETS: [Target; 4] = [
    Target { name: "text", run: text::run, pieces: &[pieces::SPEECH], longest: 600 },
    Target { name: "html", run: html::run, pieces: &[pieces::SPEECH, pieces::TAGS], longest: 1500 },
    Target { name: "changes", run: changes::run, pieces: &[pieces::SPEECH, pieces::STEPS], longest: 800 },
    Target { name: "exports", run: exports::run, pieces: &[pieces::SPEECH, pieces::MARKUP], longest: 400 },
];

/// The target of that name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
