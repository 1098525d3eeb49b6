//! The pages for people.

use super::figures::{Bytes, Held};
use super::report::{Live, Page, Report};
use super::spread::Spread;

/// The report as a table of several lines.
pub fn of(report: &Report) -> String {
    let head = [
        "state",
        "found",
        "ratio",
        "warm",
        "ms",
        "first ms",
        "warm ms",
        "Readab.",
        "task",
        "sampled",
        "label",
        "unchanged",
    ];
    let mut lines = vec![row("on pages, in Chromium", head.map(str::to_owned))];
    lines.extend(report.saved.iter().chain(&report.stress).map(page));
    lines.push(String::new());
    lines.push(row("over saved pages", ["median", "p95", "max"].map(str::to_owned)));
    let spreads = [
        ("ms to Readability's", &report.ratios.main_thread_ms),
        ("the same, warm", &report.ratios.warm_main_thread_ms),
        ("longest task, ms", &report.longest_task_ms),
        ("longest task, sampled, ms", &report.sampled_longest_task_ms),
        ("first label, ms", &report.first_label_ms),
    ];
    lines.extend(spreads.iter().filter_map(|(name, numbers)| Some(spread(name, numbers.as_ref()?))));
    lines.push(String::new());
    lines.push(row(
        "a live page",
        ["off/s", "on/s", "ratio", "busy %", "task", "sampled", "unchanged"].map(str::to_owned),
    ));
    lines.extend(report.live.iter().map(live));
    lines.push(String::new());
    lines.push(row("memory in Chromium", ["heap kB", "engine kB", "nodes", "listeners"].map(str::to_owned)));
    let memory = &report.memory;
    for (name, Held { early, late }) in [("toggles", &memory.toggles), ("navigations", &memory.navigations)] {
        lines.push(held(&format!("after {} {name}", memory.early), early));
        lines.push(held(&format!("after {} {name}", memory.late), late));
    }
    lines.join("\n")
}

fn row<const N: usize>(name: &str, cells: [String; N]) -> String {
    let cells: String = cells.iter().map(|cell| format!("{cell:>10}")).collect();
    format!("{name:<44}{cells}").trim_end().to_owned()
}

fn ms(number: Option<f64>) -> String {
    number.map(|ms| format!("{ms:.0}")).unwrap_or_default()
}

fn page(it: &Page) -> String {
    let unchanged = match it.page_unchanged.values().all(|unchanged| *unchanged) {
        _ if it.page_unchanged.is_empty() => String::new(),
        unchanged => unchanged.to_string(),
    };
    row(
        &it.page,
        [
            it.state.clone(),
            it.statements.to_string(),
            format!("{:.1}", it.ratio),
            format!("{:.1}", it.warm_ratio),
            ms(Some(it.main_thread_ms)),
            ms(Some(it.first_main_thread_ms)),
            ms(Some(it.warm_main_thread_ms)),
            format!("{:.1}", it.readability_ms),
            ms(it.longest_task_ms),
            ms(Some(it.sampled.longest_task_ms)),
            ms(it.first_label_ms),
            unchanged,
        ],
    )
}

fn spread(name: &str, Spread { median, p95, max }: &Spread) -> String {
    row(name, [median, p95, max].map(|number| format!("{number:.1}")))
}

fn live(it: &Live) -> String {
    let sampled = it.busy_sampled.as_ref().map(|sampled| sampled.longest_task_ms);
    row(
        &it.browser,
        [
            format!("{:.0}", it.insertions_per_second_off),
            format!("{:.0}", it.insertions_per_second_on),
            format!("{:.2}", it.ratio),
            format!("{:.1}", it.busy_share * 100.0),
            ms(it.busy_longest_task_ms),
            ms(sampled),
            it.page_unchanged.to_string(),
        ],
    )
}

fn held(name: &str, it: &Bytes) -> String {
    let engine = it.engine_bytes.map(|bytes| (bytes / 1000).to_string()).unwrap_or_default();
    row(name, [(it.heap_bytes / 1000).to_string(), engine, it.nodes.to_string(), it.listeners.to_string()])
}
