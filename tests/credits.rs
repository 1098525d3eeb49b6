//! Writers, publishers and news agencies of saved pages in `../shared`, against what was marked by hand
//! (`tests/credits.txt`). Skipped, loudly, where that folder is absent.

use hearsay::article::{self, Credits};
use std::{fs, path::Path};

/// The least shares of pages on which each is right.
const LEAST: [(&str, f64); 3] = [("writers", 0.95), ("publisher", 0.95), ("agency", 0.9)];

/// A name as it is compared.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    lower.strip_prefix("the ").unwrap_or(&lower).trim().to_owned()
}

fn list(names: &str) -> Vec<String> {
    names.split(';').map(plain).filter(|name| !name.is_empty()).collect()
}

/// What was found on a page; nothing where it has no article.
fn found(shared: &Path, page: &str) -> Credits {
    let file = ["gold/articles", "pages"].map(|folder| shared.join(folder).join(format!("{page}.html")));
    let html = file.iter().find_map(|file| fs::read(file).ok()).unwrap_or_else(|| panic!("no page {page}"));
    let snapshot = hearsay_html::snapshot(&String::from_utf8_lossy(&html), "");
    article::find(&snapshot).map(|article| article.credits).unwrap_or_default()
}

#[test]
fn writers_publishers_and_agencies() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../shared");
    if !shared.exists() {
        eprintln!("SKIPPED: ../shared is not there, so the credits of its pages were not looked at");
        return;
    }
    let marked = fs::read_to_string(root.join("tests/credits.txt")).expect("tests/credits.txt");
    let rows: Vec<&str> = marked.lines().filter(|line| line.contains('|') && !line.starts_with('#')).collect();
    assert!(rows.len() >= 60, "{} pages", rows.len());
    // Where there is an agency, or one is named: pages without either would make the share look good.
    let (mut right, mut of) = ([0_u32; 3], [0_u32; 3]);
    for row in &rows {
        let fields: Vec<&str> = row.split('|').map(str::trim).collect();
        let credits = found(&shared, fields[0]);
        let writers = credits.byline.iter().map(|name| plain(name)).collect::<Vec<_>>();
        let publisher = credits.publisher.as_deref().map(plain).unwrap_or_default();
        let wire = credits.wire.as_deref().map(plain).unwrap_or_default();
        let facts = [writers == list(fields[1]), list(fields[2]).contains(&publisher), wire == plain(fields[3])];
        for (fact, holds) in facts.into_iter().enumerate() {
            if fact == 2 && wire.is_empty() && fields[3].is_empty() {
                continue;
            }
            of[fact] += 1;
            right[fact] += u32::from(holds);
            if !holds {
                eprintln!("{}: {} {writers:?} {publisher:?} {wire:?}", fields[0], LEAST[fact].0);
            }
        }
    }
    for (fact, (name, least)) in LEAST.into_iter().enumerate() {
        let share = f64::from(right[fact]) / f64::from(of[fact]);
        eprintln!("{name}: {} of {} pages", right[fact], of[fact]);
        assert!(share >= least, "{name}: {share:.3}, at least {least}");
    }
}
