//! From what was measured to what comes out.

use super::figures::{self, Figures, Load};
use super::report::{Live, Page, Ratios, Report};
use super::spread::Spread;
use crate::bench::figures::{median, ratio, upper};
use anyhow::{Context, Result};

impl Report {
    /// Of what was measured.
    pub fn new(figures: Figures) -> Result<Self> {
        let pages = |pages: Vec<figures::Page>| pages.into_iter().map(page).collect::<Result<Vec<_>>>();
        let (saved, stress) = (pages(figures.saved)?, pages(figures.stress)?);
        let live = figures.live.into_iter().map(live).collect::<Result<Vec<_>>>()?;
        let over = |number: fn(&Page) -> Option<f64>| Spread::of(saved.iter().filter_map(number));
        Ok(Self {
            ratios: Ratios {
                main_thread_ms: over(|page| Some(page.ratio)),
                warm_main_thread_ms: over(|page| Some(page.warm_ratio)),
                insertions_per_second: live.iter().map(|live| (live.browser.clone(), live.ratio)).collect(),
            },
            longest_task_ms: over(|page| page.longest_task_ms),
            sampled_longest_task_ms: over(|page| Some(page.sampled.longest_task_ms)),
            first_label_ms: over(|page| page.first_label_ms),
            saved,
            stress,
            live,
            memory: figures.memory,
        })
    }
}

fn page(figures: figures::Page) -> Result<Page> {
    let loads = &figures.loads;
    let each = |number: fn(&Load) -> f64| loads.iter().map(number).collect::<Vec<_>>();
    let (ours, warm) = (each(|load| load.main_thread_ms), each(|load| load.warm_ms));
    let theirs: Option<Vec<f64>> = loads.iter().map(|load| median(load.readability_ms.iter().copied())).collect();
    let theirs = theirs.context("Readability parsed nothing")?;
    let first = loads.first().context("no page was loaded")?;
    let middle = |numbers: &[f64]| median(numbers.iter().copied()).context("no page was loaded");
    Ok(Page {
        ratio: ratio(&ours, &theirs).context("no page was loaded")?,
        warm_ratio: ratio(&warm, &theirs).context("no page was loaded")?,
        main_thread_ms: middle(&ours)?,
        first_main_thread_ms: first.main_thread_ms,
        warm_main_thread_ms: middle(&warm)?,
        readability_ms: middle(&theirs)?,
        first_readability_ms: middle(&each(|load| load.readability_ms[0]))?,
        longest_task_ms: loads.iter().filter_map(|load| load.longest_task_ms).reduce(f64::max),
        first_label_ms: median(loads.iter().filter_map(|load| load.first_label_ms)),
        sampled: figures.sampled,
        state: first.state.clone(),
        engine: first.engine.clone(),
        statements: first.statements,
        page: figures.page,
        page_unchanged: figures.page_unchanged,
    })
}

fn live(figures: figures::Live) -> Result<Live> {
    // Whatever else a browser does takes from a round and never gives: some rounds of Firefox are a third of others.
    let undisturbed = |numbers: &[f64]| upper(numbers.iter().copied()).context("no round was run");
    let (off, on) = (undisturbed(&figures.off)?, undisturbed(&figures.on)?);
    Ok(Live {
        ratio: on / off,
        insertions_per_second_off: off,
        insertions_per_second_on: on,
        busy_share: figures.busy.main_thread_ms / figures.busy.ms,
        busy_longest_task_ms: figures.busy.longest_task_ms,
        busy_sampled: figures.busy.sampled,
        page_unchanged: figures.busy.page_unchanged,
        browser: figures.browser,
    })
}
