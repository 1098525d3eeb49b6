//! `bench`: how fast, how large, how soon; beside compromise, the JavaScript library that finds quotations too. And
//! what a page feels of it; beside Readability, the JavaScript library that finds articles.
//!
//! Contenders get the same texts, or the same page, in the same run, in turns: on a busy machine their ratios still
//! hold.

mod articles;
mod check;
mod figures;
mod kept;
mod machine;
mod native;
mod pages;
mod report;
mod sizes;
mod table;

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Context, Result, bail};
use articles::Articles;
use figures::Figures;
use report::Report;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// How many rounds there are, the most articles in each, and how much is done on pages.
struct Extent {
    rounds: usize,
    articles: usize,
    /// The longest text that the native core reads by itself, and how often.
    longest: (usize, usize),
    pages: pages::Extent,
}

const FULL: Extent = Extent { rounds: 7, articles: usize::MAX, longest: (5_000_000, 5), pages: pages::FULL };
/// Enough words that a clock of whole milliseconds, as browsers have, always sees some pass.
const QUICK: Extent = Extent { rounds: 1, articles: 20, longest: (100_000, 2), pages: pages::QUICK };

/// What `bench.mjs` is told.
#[derive(Serialize)]
struct Task<'a> {
    texts: &'a [String],
    rounds: usize,
    native: &'a Path,
}

/// Measures; JSON to standard output, a table to standard error. Keeps that too, or compares with what was kept.
pub fn run(arguments: &[String]) -> Result<()> {
    let (extent, write) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => (FULL, false),
        ["--quick"] => (QUICK, false),
        ["--write"] => (FULL, true),
        ["--check"] => return check::run(),
        _ => bail!("takes --quick, --write, --check or nothing, but got {:?}", arguments.join(" ")),
    };
    let report = measure(extent)?;
    eprintln!("\n{}", table::of(&report));
    println!("{}", serde_json::to_string(&report)?);
    if write { kept::write(report) } else { Ok(()) }
}

fn measure(Extent { rounds, articles, longest: (longest, times), pages }: Extent) -> Result<Report> {
    let mut node = browsers::node("bench.mjs", &Browser::ALL)?;
    build::all()?;
    let native = example("native")?;
    let articles = articles::load(articles)?;
    let Articles { texts, origin } = &articles;
    eprintln!("{} articles of {origin}", texts.len());
    let task = serde_json::to_vec(&Task { texts, rounds, native: &native })?;
    let figures = process::ask(&mut node, &task).context("the contenders could not be timed")?;
    let figures: Vec<Figures> = serde_json::from_slice(&figures)?;
    let native = native::measure(texts, longest, times)?;
    Report::new(&articles, rounds, &figures, native, sizes::all()?, pages::measure(pages)?)
}

/// Builds the native core with a stopwatch as it is released; the program.
fn example(name: &str) -> Result<PathBuf> {
    let arguments = ["build", "--quiet", "--locked", "--release", "--package", "hearsay", "--example", name];
    process::run(process::cargo().args(arguments).current_dir(paths::root()))
        .context("the native core does not compile")?;
    Ok(paths::target().join("release/examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
