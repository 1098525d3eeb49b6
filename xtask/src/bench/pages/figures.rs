//! What `bench-pages.mjs` measures, as it says it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub struct Figures {
    pub saved: Vec<Page>,
    pub stress: Vec<Page>,
    pub live: Vec<Live>,
    pub memory: Memory,
}

/// A page in Chromium.
#[derive(Deserialize)]
pub struct Page {
    pub page: String,
    pub loads: Vec<Load>,
    pub sampled: Sampled,
    /// Of stress pages, by browser.
    #[serde(default)]
    pub page_unchanged: BTreeMap<String, bool>,
}

/// One time that a page was opened.
#[derive(Deserialize)]
pub struct Load {
    pub state: String,
    pub engine: Option<String>,
    pub statements: usize,
    pub main_thread_ms: f64,
    pub warm_ms: f64,
    pub longest_task_ms: Option<f64>,
    pub first_label_ms: Option<f64>,
    /// Of each parse.
    pub readability_ms: Vec<f64>,
}

/// Hearsay as Chromium's profiler sees it from outside, every half millisecond.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct Sampled {
    /// Milliseconds on the page's thread in the extension's scripts and what they called, its loading included.
    pub main_thread_ms: f64,
    /// The longest stretch of them.
    pub longest_task_ms: f64,
}

/// The live page in one browser.
#[derive(Deserialize)]
pub struct Live {
    pub browser: String,
    /// Insertions per second, one a round.
    pub off: Vec<f64>,
    /// The same with Hearsay on.
    pub on: Vec<f64>,
    pub busy: Busy,
}

/// While the page changes 1,000 times a second.
#[derive(Deserialize)]
pub struct Busy {
    /// For so long.
    pub ms: f64,
    pub main_thread_ms: f64,
    pub longest_task_ms: Option<f64>,
    pub sampled: Option<Sampled>,
    pub page_unchanged: bool,
}

/// Chromium's memory of a page, all rubbish collected.
#[derive(Deserialize, Serialize)]
pub struct Memory {
    /// How many times are early.
    pub early: usize,
    /// How many are late.
    pub late: usize,
    /// After Hearsay was paused and resumed so often on one page.
    pub toggles: Held,
    /// After the tab went from page to page so often.
    pub navigations: Held,
}

/// What is held after so many times; where it does not grow, the two are alike.
#[derive(Deserialize, Serialize)]
pub struct Held {
    pub early: Bytes,
    pub late: Bytes,
}

/// What is held at one moment.
#[derive(Deserialize, Serialize)]
pub struct Bytes {
    /// JavaScript's heap, the page's and Hearsay's.
    pub heap_bytes: u64,
    /// The engine's own memory, which never shrinks.
    pub engine_bytes: Option<u64>,
    /// Nodes of documents, Hearsay's among them.
    pub nodes: u64,
    /// Listeners, Hearsay's among them.
    pub listeners: u64,
}
