//! How fast the native core reads: `cargo xtask bench` runs this beside the browsers.
//!
//! Standard input: a JSON array of texts. Standard output: one JSON object of `ms`, the milliseconds of one pass over
//! all of them after another that warms up; `found`, the quotations and reports in them; and `memory_bytes`, the most
//! memory that the process ever held, `null` where the system does not tell.

use hearsay::{Engine, article::Article, export};
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let texts: Vec<String> = serde_json::from_reader(std::io::stdin().lock())?;
    pass(&texts);
    let start = Instant::now();
    let found = pass(&texts);
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    println!("{}", serde_json::json!({ "ms": ms, "found": found, "memory_bytes": peak() }));
    Ok(())
}

/// Reads every text as far as rows; how many there are.
fn pass(texts: &[String]) -> usize {
    let rows = |text: &String| {
        let article = Article::from_text(text);
        let annotations = Engine::shipped().annotate(&article);
        let rows = export::rows(&article.text, &annotations);
        rows.quotations.len() + rows.reports.len()
    };
    texts.iter().map(rows).sum()
}

/// Bytes, as Linux counts them.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}
