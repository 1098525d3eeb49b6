//! The report for people.

use super::pages;
use super::report::{Contender, Engines, Report};
use crate::size::Size;

/// The report as a table of several lines.
pub fn of(report: &Report) -> String {
    let mut lines = vec![
        format!("{} articles of {}, {} words, {} rounds", report.articles, report.origin, report.words, report.rounds),
        String::new(),
        row("", ["words/s", "best", "ready ms", "memory kB", "JS heap kB", "found"].map(str::to_owned)),
    ];
    lines.extend(report.contenders.iter().map(contender));
    lines.push(String::new());
    lines.push(row("", ["bytes", "gzip"].map(str::to_owned)));
    let sizes = &report.sizes;
    lines.extend(sizes.files.iter().map(|file| size(&file.name, file.size)));
    let sums = [("wasm in all", sizes.wasm), ("js in all", sizes.js)];
    lines.extend(sums.map(|(name, sum)| size(name, sum)));
    lines.push(String::new());
    lines.push(row("against compromise", ["wasm", "js"].map(str::to_owned)));
    let ratios = &report.ratios;
    lines.extend([
        engines("words/s", &ratios.words_per_second),
        engines("ready", &ratios.ready_ms),
        engines("bytes", &ratios.bytes),
        engines("gzip", &ratios.gzip_bytes),
    ]);
    lines.extend([String::new(), pages::table(&report.pages)]);
    lines.join("\n")
}

fn row<const N: usize>(name: &str, cells: [String; N]) -> String {
    let cells: String = cells.iter().map(|cell| format!("{cell:>12}")).collect();
    format!("{name:<22}{cells}").trim_end().to_owned()
}

fn contender(it: &Contender) -> String {
    let kilobytes = |bytes: Option<u64>| bytes.map(|bytes| (bytes / 1000).to_string()).unwrap_or_default();
    row(
        &[it.reader.as_str(), it.browser.as_deref().unwrap_or_default()].join(" "),
        [
            format!("{:.0}", it.words_per_second),
            format!("{:.0}", it.words_per_second_best),
            it.ready_ms.map(|ms| format!("{ms:.0}")).unwrap_or_default(),
            kilobytes(it.memory_bytes),
            kilobytes(it.js_heap_bytes),
            it.found.to_string(),
        ],
    )
}

fn size(name: &str, size: Size) -> String {
    row(name, [size.bytes.to_string(), size.gzip_bytes.to_string()])
}

fn engines(name: &str, ratio: &Engines) -> String {
    row(name, [format!("{:.2}", ratio.wasm), format!("{:.2}", ratio.js)])
}
