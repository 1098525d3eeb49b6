//! Trains the tagger and the linker: the same bytes on every machine.
//!
//! `hearsay-trainer SHARED VECTORS FILE` learns from `SHARED/gold` and what `VECTORS` tells of words, and writes the
//! weights to `FILE`. `cargo xtask train` builds it for the machine at hand and runs it; no sum depends on how wide the
//! machine's vectors are.

mod adam;
mod corpus;
mod crf;
mod file;
mod folds;
mod gemm;
mod judge;
mod layout;
mod link;
mod net;
mod random;
mod tag;
mod vectors;

use anyhow::{Context, Result};
use hearsay::tagger::{
    features,
    vocabulary::{Vocabulary, hash, key},
};
use layout::{Layout, Sizes};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use tag::{Drop, Plan};
use vectors::Vectors;

/// How often a word has to stand in the training articles to have a row of its own.
const COMMON: usize = 5;

/// As many of the words that are most frequent elsewhere have a row too.
const FREQUENT: usize = 12_000;

const PLAN: Plan = Plan {
    rounds: 12,
    rate: 0.002,
    drop: Drop { word: 0.05, own: 0.3, embed: 0.2, state: 0.5 },
    seed: 1,
    window: 160,
    width: 8,
};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [shared, vectors, target] = &arguments[..] else {
        anyhow::bail!("usage: hearsay-trainer SHARED VECTORS FILE");
    };
    let shared = Path::new(shared);
    let gold = corpus::read(&shared.join("gold/polnear/train.jsonl"))?;
    let articles: Vec<_> = gold.iter().map(|gold| corpus::article(&gold.text)).collect();
    let texts: Vec<_> = articles.iter().map(corpus::Read::new).collect();
    let vectors = Vectors::read(Path::new(vectors))?;
    let words = vocabulary(&texts, &vectors);
    let sizes = Sizes { words: words.rows(), embed: 48, state: 40, layers: 2 };
    let layout = Layout::new(sizes, vectors.rows(words.keys()));
    eprintln!("{} articles, {} words, {} weights", gold.len(), words.rows(), layout.len);
    let mut examples: Vec<_> = texts.iter().zip(&gold).map(|(text, gold)| text.example(&words, gold)).collect();

    let opinions = folds::opinions(&layout, &mut examples, &PLAN);
    let linker = judge::linker(&texts, &gold, &opinions);
    let weights = tag::train(&layout, &examples, &PLAN, |round, loss| eprintln!("round {round}: {loss:.4}"));
    let bytes = file::write(&layout, &weights, &words, &linker);
    std::fs::write(target, bytes).with_context(|| format!("cannot write {target}"))
}

/// The words that stand often enough in `texts`, and those that do elsewhere.
fn vocabulary(texts: &[corpus::Read], vectors: &Vectors) -> Vocabulary {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for token in texts.iter().flat_map(|text| &text.doc.tokens) {
        *counts.entry(hash(features::fold(&token.lower))).or_default() += 1;
    }
    let common = counts.into_iter().filter(|(_, count)| *count >= COMMON).map(|(word, _)| word);
    let words: BTreeSet<u32> = vectors.frequent(FREQUENT).chain(common).map(key).collect();
    Vocabulary::new(words.into_iter().collect())
}
