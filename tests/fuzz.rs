//! The fuzz targets on their kept inputs, and on random ones that are the same each time. `cargo xtask fuzz` goes on.

use hearsay_fuzz::{Corpus, target};
use std::panic::catch_unwind;

/// Runs the target `name` on all that is kept for it, and on the inputs of the first `seeds`.
fn survives(name: &str, seeds: u64) {
    let target = target(name).expect("a target");
    let corpus = Corpus::of(target).expect("kept inputs");
    assert!(!corpus.kept.is_empty(), "nothing is kept for {name}");
    let random = (0..seeds).map(|seed| (format!("seed {seed}"), corpus.input(seed)));
    for (origin, input) in corpus.kept.iter().cloned().chain(random) {
        let ran = catch_unwind(|| (target.run)(&input));
        assert!(ran.is_ok(), "{name} fails on {origin}: {}", String::from_utf8_lossy(&input));
    }
}

#[test]
fn text() {
    survives("text", 10_000);
}

#[test]
fn html() {
    survives("html", 4_000);
}

#[test]
fn changes() {
    survives("changes", 3_000);
}

#[test]
fn exports() {
    survives("exports", 10_000);
}
