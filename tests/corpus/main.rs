//! Reads every article of `articles/` as a tool would, and holds what is found against the labels written beside it.
//!
//! `README.md` here tells the form of the labels. With `HEARSAY_REMARK=1` in the environment the test rewrites the
//! marks of known failures (and nothing else) instead of failing.

mod expected;
mod found;
mod remark;

use expected::Expected;
use found::Found;
use std::{fs, path::Path};

/// The least shares of facts that hold, so that marks cannot cover for a fall.
const LEAST: &[(&str, f64)] = &[
    ("quotation", 0.96),
    ("report", 0.94),
    ("not speech", 0.79),
    ("speaker", 0.84),
    ("role", 0.78),
    ("via", 0.95),
    ("credit", 0.9),
];

#[test]
fn every_article_is_labelled_as_a_reader_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/articles");
    let mut pages: Vec<_> =
        fs::read_dir(&folder).expect("articles").map(|entry| entry.expect("entry").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    pages.sort();
    assert!(pages.len() >= 28, "only {} articles in {}", pages.len(), folder.display());

    let mut tally = remark::Tally::default();
    let mut complaint = String::new();
    for page in &pages {
        let labels = page.with_extension("txt");
        let html = fs::read_to_string(page).expect("page");
        let text = fs::read_to_string(&labels).unwrap_or_else(|error| panic!("{}: {error}", labels.display()));
        let expected = Expected::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", labels.display()));
        let (marked, notes) = remark::remark(expected, &Found::on(&html), &mut tally);
        if marked == text {
            continue;
        }
        if std::env::var_os("HEARSAY_REMARK").is_some() {
            fs::write(&labels, marked).expect("labels");
        } else {
            complaint += &remark::difference(&labels, &text, &marked, &notes);
        }
    }
    println!("{tally}");
    for (fact, least) in LEAST {
        let share = tally.share(fact);
        assert!(share >= *least, "{fact}: only {share:.3} hold, and {least} did before");
    }
    assert!(complaint.is_empty(), "{complaint}\n{tally}\nSee tests/corpus/README.md.");
}
