//! What comes out of the pages.

use super::figures::{Memory, Sampled};
use super::spread::Spread;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that was measured on pages, the answers first.
#[derive(Deserialize, Serialize)]
pub struct Report {
    /// Hearsay against Readability, and pages with it against pages without.
    pub ratios: Ratios,
    /// Over the saved pages: milliseconds of Hearsay's longest task, as it says itself.
    pub longest_task_ms: Option<Spread>,
    /// The same as Chromium's profiler sees it, the loading of the engine included.
    pub sampled_longest_task_ms: Option<Spread>,
    /// Over the saved pages: milliseconds from `document_idle` to the first label.
    pub first_label_ms: Option<Spread>,
    /// Pages of the research corpus, in Chromium; none where it is not at hand.
    pub saved: Vec<Page>,
    /// Pages made to be hard, in Chromium.
    pub stress: Vec<Page>,
    /// The stress page that changes all the time, in each browser.
    pub live: Vec<Live>,
    /// What stays in Chromium's memory.
    pub memory: Memory,
}

/// The answers.
#[derive(Deserialize, Serialize)]
pub struct Ratios {
    /// Hearsay's time on the page's thread to Readability's, over the saved pages. Less is better.
    pub main_thread_ms: Option<Spread>,
    /// The same with an engine that ran before in the same page.
    pub warm_main_thread_ms: Option<Spread>,
    /// Insertions per second on a live page with Hearsay on to those with it off, by browser. More is better.
    pub insertions_per_second: BTreeMap<String, f64>,
}

/// One page. Of what was measured in several loads the median; times are milliseconds.
#[derive(Deserialize, Serialize)]
pub struct Page {
    /// Its file, or what makes it a stress page.
    pub page: String,
    /// Hearsay's time on the page's thread to Readability's in the same load.
    pub ratio: f64,
    /// The same with an engine that ran before in the same page.
    pub warm_ratio: f64,
    /// Reading, annotating and painting, in a fresh tab.
    pub main_thread_ms: f64,
    /// The same in the first load of all.
    pub first_main_thread_ms: f64,
    /// The same after Hearsay was paused and resumed.
    pub warm_main_thread_ms: f64,
    /// A parse by Readability, the median of three in the same page.
    pub readability_ms: f64,
    /// The first of the three.
    pub first_readability_ms: f64,
    /// Hearsay's longest task, in the worst load.
    pub longest_task_ms: Option<f64>,
    /// From `document_idle` to the first label; none where there is none.
    pub first_label_ms: Option<f64>,
    /// In a load of its own.
    pub sampled: Sampled,
    /// `on`, or `nothing` where Hearsay found nothing to label.
    pub state: String,
    /// `wasm` or `js`; none where the page is no article at first glance, so that none was loaded.
    pub engine: Option<String>,
    /// Quotations and reports that were found.
    pub statements: usize,
    /// Of stress pages, by browser: whether all of the page's own stayed as it was, Hearsay on and off again.
    pub page_unchanged: BTreeMap<String, bool>,
}

/// The live page in one browser.
#[derive(Deserialize, Serialize)]
pub struct Live {
    /// Which.
    pub browser: String,
    /// Insertions per second with Hearsay on to those with it off, each in a round that little disturbed.
    pub ratio: f64,
    /// A paragraph in and one out, as fast as tasks follow each other.
    pub insertions_per_second_off: f64,
    /// The same with Hearsay on.
    pub insertions_per_second_on: f64,
    /// Hearsay's share of the page's thread while there are 1,000 changes a second.
    pub busy_share: f64,
    /// Hearsay's longest task, as it says itself, the first reading of the page included.
    pub busy_longest_task_ms: Option<f64>,
    /// While there are those changes, by Chromium's profiler.
    pub busy_sampled: Option<Sampled>,
    /// Whether the page came out of it as it does without Hearsay.
    pub page_unchanged: bool,
}
