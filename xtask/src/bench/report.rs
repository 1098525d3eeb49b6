//! What comes out.

use super::articles::Articles;
use super::figures::{self, Figures, median, ratio};
use super::machine::Machine;
use super::native::Native;
use super::pages;
use super::sizes::Sizes;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// All that a run measured, the answers first.
#[derive(Deserialize, Serialize)]
pub struct Report {
    /// The engines against compromise, in Chromium.
    pub ratios: Ratios,
    /// Where and when.
    pub machine: Machine,
    /// The native core by itself.
    pub native: Native,
    /// Where the articles are from.
    pub origin: String,
    /// How many there are.
    pub articles: usize,
    /// Words in all of them: runs of anything but white space.
    pub words: usize,
    /// How often everything was measured.
    pub rounds: usize,
    /// What each reader came to.
    pub contenders: Vec<Contender>,
    /// What each reader must load.
    pub sizes: Sizes,
    /// What the extension costs on pages.
    pub pages: pages::Report,
}

/// What the engines' figures are to compromise's; of times the median over rounds.
#[derive(Deserialize, Serialize)]
pub struct Ratios {
    /// More is better.
    pub words_per_second: Engines,
    /// Less is better.
    pub ready_ms: Engines,
    /// Less is better.
    pub bytes: Engines,
    /// Less is better.
    pub gzip_bytes: Engines,
}

/// A ratio for each engine.
#[derive(Deserialize, Serialize)]
pub struct Engines {
    /// The engine as WebAssembly.
    pub wasm: f64,
    /// The engine as JavaScript.
    pub js: f64,
}

/// A reader's figures.
#[derive(Deserialize, Serialize)]
pub struct Contender {
    /// `native`, `wasm`, `js` or `compromise`.
    pub reader: String,
    /// Where it ran; none for the native core.
    pub browser: Option<String>,
    /// From text to statements, in the median round.
    pub words_per_second: f64,
    /// The same in the best round.
    pub words_per_second_best: f64,
    /// Milliseconds from the first byte asked for until the first article is read, in the median round.
    pub ready_ms: Option<f64>,
    /// Bytes: the process at its largest, or the engine's own memory, which never shrinks.
    pub memory_bytes: Option<u64>,
    /// Bytes of JavaScript's heap at its largest after a pass, where the browser tells.
    pub js_heap_bytes: Option<u64>,
    /// Statements found in all articles.
    pub found: usize,
}

impl Report {
    /// Of what was measured on `articles`.
    pub fn new(
        articles: &Articles,
        rounds: usize,
        measured: &[Figures],
        native: Native,
        sizes: Sizes,
        pages: pages::Report,
    ) -> Result<Self> {
        let words = articles.words();
        Ok(Self {
            ratios: ratios(measured, &sizes)?,
            machine: Machine::this(),
            native,
            origin: articles.origin.to_owned(),
            articles: articles.texts.len(),
            words,
            rounds,
            contenders: measured.iter().map(|figures| contender(figures, words)).collect::<Result<_>>()?,
            sizes,
            pages,
        })
    }
}

fn contender(figures: &Figures, words: usize) -> Result<Contender> {
    let speeds = || figures.pass_ms.iter().map(|ms| words as f64 * 1000.0 / ms);
    Ok(Contender {
        reader: figures.reader.clone(),
        browser: figures.browser.clone(),
        words_per_second: median(speeds()).context("no round was run")?,
        words_per_second_best: speeds().fold(0.0, f64::max),
        ready_ms: median(figures.ready_ms.iter().copied()),
        memory_bytes: figures.memory_bytes,
        js_heap_bytes: figures.js_heap_bytes,
        found: figures.found,
    })
}

fn ratios(measured: &[Figures], sizes: &Sizes) -> Result<Ratios> {
    let [wasm, js, compromise] = ["wasm", "js", "compromise"].map(|reader| figures::of(measured, reader, "chromium"));
    let (wasm, js, compromise) = (wasm?, js?, compromise?);
    // Both read the same words, so that speeds are to each other as times are the other way round.
    let speed = |engine: &Figures| ratio(&compromise.pass_ms, &engine.pass_ms).context("no round was run");
    let ready = |engine: &Figures| ratio(&engine.ready_ms, &compromise.ready_ms).context("no round was run");
    let of = |ours: usize, theirs: usize| ours as f64 / theirs as f64;
    let (ours, theirs) = (sizes, sizes.compromise);
    Ok(Ratios {
        words_per_second: Engines { wasm: speed(wasm)?, js: speed(js)? },
        ready_ms: Engines { wasm: ready(wasm)?, js: ready(js)? },
        bytes: Engines { wasm: of(ours.wasm.bytes, theirs.bytes), js: of(ours.js.bytes, theirs.bytes) },
        gzip_bytes: Engines {
            wasm: of(ours.wasm.gzip_bytes, theirs.gzip_bytes),
            js: of(ours.js.gzip_bytes, theirs.gzip_bytes),
        },
    })
}
