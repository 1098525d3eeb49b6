//! What the pages for readers say of files and tests is so.

use std::{fs, path::Path};

const PAGES: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "docs/glossary.md",
    "docs/dependencies.md",
];

/// Every file that names dependencies.
const MANIFESTS: &[&str] = &[
    "Cargo.toml",
    "src/network/Cargo.toml",
    "xtask/Cargo.toml",
    "xtask/html/Cargo.toml",
    "xtask/trainer/Cargo.toml",
    "xtask/fuzz/Cargo.toml",
    "fuzz/Cargo.toml",
    "xtask/browser/package.json",
    "xtask/trainer/package.json",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(page: &str) -> String {
    fs::read_to_string(root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"))
}

/// What stands in `text` between `open` and the next `close`, with the place behind it.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = (&'a str, usize)> {
    text.match_indices(open).filter_map(move |(at, _)| {
        let start = at + open.len();
        let length = text[start..].find(close)?;
        Some((&text[start..start + length], start + length + close.len()))
    })
}

/// Whether `text` is the path of a file or folder, as opposed to a command or a name in code.
fn is_path(text: &str) -> bool {
    let folders = ["src/", "tests/", "extension/", "xtask/", "www/", "docs/", "examples/"];
    folders.iter().any(|folder| text.starts_with(folder))
        && !text.contains(|c: char| c.is_ascii_uppercase() || c == ' ')
}

#[test]
fn every_file_that_is_named_is_there() {
    for page in PAGES {
        let text = read(page);
        let folder = root().join(page).parent().expect("a folder").to_owned();
        for (link, _) in between(&text, "](", ")") {
            let file = link.split('#').next().unwrap_or("");
            assert!(link.contains("://") || folder.join(file).exists(), "{page} links to {link}");
        }
        let mut code = text.split('`');
        while let (Some(_), Some(inside)) = (code.next(), code.next()) {
            assert!(!is_path(inside) || root().join(inside).exists(), "{page} names {inside}");
        }
    }
}

/// Tests are named so: a file in code, then one or more titles in curly marks.
#[test]
fn every_test_that_is_named_is_there() {
    let mut named = 0;
    for page in PAGES {
        let text = read(page);
        let pieces: Vec<&str> = text.split('`').collect();
        for pair in pieces.windows(2).skip(1).step_by(2).filter(|pair| pair[1].trim_start().starts_with('“')) {
            let [file, titles] = pair else { unreachable!("two pieces") };
            let code = read(file);
            for (title, _) in between(titles, "“", "”") {
                let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(code.contains(&title), "{page}: {file} has no {title}");
                named += 1;
            }
        }
    }
    assert!(named > 40, "{named} tests are named");
}

#[test]
fn lines_are_short() {
    for page in PAGES {
        for (number, line) in (1..).zip(read(page).lines()) {
            // Rows of tables and pictures cannot be broken.
            let whole = line.starts_with('|') || line.starts_with("<picture>");
            assert!(whole || line.chars().count() <= 120, "{page}:{number} is long");
        }
    }
}

/// The names of the dependencies in `manifest`, which is Cargo's or npm's.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') || line.ends_with('{') || line.trim_start().starts_with('}') {
            inside = line.ends_with("ependencies]") || line.ends_with("ependencies\": {");
            names.extend(line.strip_prefix("[dependencies.").map(|name| name.trim_end_matches(']').to_owned()));
            continue;
        }
        let name = line.trim_start().trim_start_matches('"').split([' ', '"']).next().unwrap_or_default();
        let listed = line.trim_start().starts_with('"') == line.starts_with(' ') && line.contains(['=', ':']);
        if inside && listed && name.starts_with(|c: char| c.is_alphanumeric() || c == '@') && !line.contains("path =") {
            names.push(name.to_owned());
        }
    }
    names
}

#[test]
fn every_dependency_has_its_reason() {
    let page = read("docs/dependencies.md");
    for manifest in MANIFESTS {
        let names = dependencies(&read(manifest));
        for name in &names {
            assert!(page.contains(&format!("`{name}`")), "{manifest} takes {name}, for which no reason is given");
        }
        assert!(!names.is_empty(), "{manifest} is read");
    }
}
