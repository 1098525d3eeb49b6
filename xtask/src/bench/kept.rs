//! The last figures: as they were measured, and as a page for people that is written from them alone.

use super::report::Report;
use super::table;
use crate::paths;
use anyhow::{Context, Result};
use std::path::Path;

const FIGURES: &str = "docs/performance.json";
const PAGE: &str = "docs/performance.md";

/// The figures that are kept under `root`.
pub fn read(root: &Path) -> Result<Report> {
    serde_json::from_slice(&paths::read(&root.join(FIGURES))?).with_context(|| format!("{FIGURES} holds no figures"))
}

/// Keeps `report`, and writes the page. Whose pages were saved is nobody's business.
pub fn write(mut report: Report) -> Result<()> {
    for (number, page) in (1..).zip(&mut report.pages.saved) {
        page.page = format!("saved page {number}");
    }
    let (report, root) = (&report, paths::root());
    paths::write(&root.join(FIGURES), serde_json::to_string_pretty(report)? + "\n")?;
    paths::write(&root.join(PAGE), page(report))
}

/// The page, ratios first.
fn page(report: &Report) -> String {
    let machine = &report.machine;
    let processor = machine.processor.as_deref().unwrap_or("a processor that has no name");
    let ratios = &report.ratios;
    let pages = &report.pages.ratios;
    let over = |spread: &Option<_>| spread.as_ref().map_or("not measured".to_owned(), median);
    let mut rows = vec![
        ("words a second to compromise's, wasm", "more", times(ratios.words_per_second.wasm)),
        ("words a second to compromise's, js", "more", times(ratios.words_per_second.js)),
        ("time until ready to compromise's, wasm", "less", times(ratios.ready_ms.wasm)),
        ("time until ready to compromise's, js", "less", times(ratios.ready_ms.js)),
        ("bytes compressed to compromise's, wasm", "less", times(ratios.gzip_bytes.wasm)),
        ("bytes compressed to compromise's, js", "less", times(ratios.gzip_bytes.js)),
        ("native speed to the reference computation", "more", format!("{:.4}", report.native.ratio)),
        ("native time a byte at the longest text to 100 KB", "1 is a straight line", times(report.native.straightness)),
        ("time on the page's thread to Readability's, median page", "less", over(&pages.main_thread_ms)),
        ("the same with an engine that has run", "less", over(&pages.warm_main_thread_ms)),
    ];
    let live = pages.insertions_per_second.iter();
    let live: Vec<_> = live
        .map(|(browser, ratio)| (format!("changes of a live page with Hearsay on to off, {browser}"), *ratio))
        .collect();
    rows.extend(live.iter().map(|(name, ratio)| (name.as_str(), "more", times(*ratio))));
    let rows: String = rows.iter().map(|(name, better, value)| format!("| {name} | {better} | {value} |\n")).collect();
    let growth: String = report.native.growth.iter().map(growth).collect();
    let date = &machine.date;
    let on = format!("{processor}, {} threads, {}, {}", machine.threads, machine.architecture, machine.system);
    let table = table::of(report);
    format!(
        "{HEAD}\nMeasured on {date}: {on}.\n\n{RATIOS}{rows}\n{GROWTH}{growth}\n## All else\n\n```text\n{table}\n```\n"
    )
}

const HEAD: &str = "# Performance

`cargo xtask bench --write` writes this page from what it has measured; `docs/performance.json` holds it in full. What
is compared ran in turns in the same run. `cargo xtask bench --check` fails where the native speed to the reference is
less than three quarters of what is kept there.
";

const RATIOS: &str = "## Ratios

| | better | |
| --- | --- | ---: |
";

const GROWTH: &str = "## How the native core's time grows

Milliseconds of the processor; and the engine's time to that of reading every byte and of copying the text, the floor.

| bytes | engine | ms a MB | read | copy | engine to read | engine to copy |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
";

fn times(ratio: f64) -> String {
    format!("{ratio:.2}")
}

fn median(spread: &super::pages::Spread) -> String {
    times(spread.median)
}

fn growth(row: &super::native::Row) -> String {
    let super::native::Row { bytes, engine_ms, scan_ms, copy_ms, .. } = *row;
    let per_megabyte = engine_ms / bytes as f64 * 1e6;
    let (read, copy) = (engine_ms / scan_ms, engine_ms / copy_ms);
    format!("| {bytes} | {engine_ms:.2} | {per_megabyte:.0} | {scan_ms:.5} | {copy_ms:.5} | {read:.0} | {copy:.0} |\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_what_the_figures_say() {
        let root = paths::root();
        let written = String::from_utf8(paths::read(&root.join(PAGE)).unwrap()).unwrap();
        assert_eq!(page(&read(&root).unwrap()), written, "cargo xtask bench --write writes {PAGE}");
    }
}
