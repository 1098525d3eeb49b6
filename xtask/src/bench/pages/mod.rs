//! What Hearsay costs on pages: beside Readability, which finds the article of a page in JavaScript, and over time.
//!
//! The pages are those of the research corpus where it is at hand, and stress pages that `xtask/browser/stress.mjs`
//! makes.

mod figures;
mod report;
mod spread;
mod summary;
mod table;

pub use report::Report;
pub use spread::Spread;
pub use table::of as table;

use crate::build::Browser;
use crate::{browsers, paths, process};
use anyhow::{Context, Result};
use figures::Figures;
use serde::Serialize;
use std::path::PathBuf;

/// Where saved pages are from.
const SAVED: &str = "../shared/pages";

/// How much is measured.
#[derive(Clone, Copy, Serialize)]
pub struct Extent {
    /// The most saved pages.
    #[serde(skip)]
    pages: usize,
    /// How large the stress pages are: 1 is full size.
    scale: f64,
    /// How often each page is loaded.
    loads: usize,
    live: Live,
    growth: Growth,
}

/// How long a live page is watched.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
struct Live {
    rounds: usize,
    flood_ms: u32,
    drip_ms: u32,
}

/// After how many toggles and navigations memory is looked at.
#[derive(Clone, Copy, Serialize)]
struct Growth {
    early: usize,
    late: usize,
}

pub const FULL: Extent = Extent {
    pages: usize::MAX,
    scale: 1.0,
    loads: 3,
    live: Live { rounds: 9, flood_ms: 2000, drip_ms: 10_000 },
    growth: Growth { early: 10, late: 100 },
};
pub const QUICK: Extent = Extent {
    pages: 2,
    scale: 0.1,
    loads: 1,
    live: Live { rounds: 1, flood_ms: 1000, drip_ms: 1000 },
    growth: Growth { early: 2, late: 4 },
};

/// What `bench-pages.mjs` is told.
#[derive(Serialize)]
struct Task {
    saved: Vec<PathBuf>,
    #[serde(flatten)]
    extent: Extent,
}

/// Measures in both browsers; the extension is built.
pub fn measure(extent: Extent) -> Result<Report> {
    let mut node = browsers::node("bench-pages.mjs", &Browser::ALL)?;
    let task = serde_json::to_vec(&Task { saved: saved(extent.pages)?, extent })?;
    let figures = process::ask(&mut node, &task).context("not every page could be measured")?;
    let figures: Figures = serde_json::from_slice(&figures)?;
    Report::new(figures)
}

/// The saved pages there are, `most` of them or fewer.
fn saved(most: usize) -> Result<Vec<PathBuf>> {
    let folder = paths::root().join(SAVED);
    if !folder.is_dir() {
        eprintln!("no saved pages are measured: there is no folder {SAVED}");
        return Ok(Vec::new());
    }
    let mut pages = paths::html_files(&folder.canonicalize()?)?;
    pages.truncate(most);
    Ok(pages)
}
