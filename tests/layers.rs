//! Data flows one way: each folder of the core names only the folders before it, and only `web` names a browser.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each layer, and those of the crate that it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("pace", &[]),
    ("span", &[]),
    ("order", &["span"]),
    ("outlets", &[]),
    ("article", &["pace", "span", "order", "outlets"]),
    ("annotation", &["span", "outlets", "article"]),
    ("lexicon", &[]),
    ("text", &["pace", "span", "order", "article", "lexicon"]),
    ("attribution", &["pace", "span", "order", "article", "annotation", "lexicon", "text"]),
    ("tagger", &["pace", "span", "annotation", "lexicon", "text", "attribution"]),
    ("linker", &["pace", "span", "order", "article", "annotation", "lexicon", "text", "attribution", "tagger"]),
    ("weights", &["tagger", "linker"]),
    ("people", &["pace", "span", "outlets", "article", "annotation", "lexicon", "text"]),
    (
        "sources",
        &["pace", "span", "order", "outlets", "article", "annotation", "lexicon", "text", "attribution", "people"],
    ),
    (
        "assemble",
        &[
            "pace",
            "span",
            "order",
            "article",
            "annotation",
            "lexicon",
            "text",
            "attribution",
            "tagger",
            "linker",
            "weights",
            "people",
            "sources",
        ],
    ),
    ("engine", &["pace", "article", "annotation", "text", "weights", "assemble"]),
    ("export", &["pace", "span", "order", "outlets", "article", "annotation"]),
    ("utf16", &[]),
    ("placing", &["span", "order", "article", "annotation", "utf16"]),
];

const BROWSER: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "console_error_panic_hook"];

/// Every Rust file of `layer`, which is a file or a folder of `src`.
fn files(layer: &str) -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut left = vec![source.join(format!("{layer}.rs")), source.join(layer)];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(path).expect("folder").map(|entry| entry.expect("entry").path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") && path.exists() {
            found.push(path);
        }
    }
    found
}

/// Modules of the crate's root that `code` names after `crate::`, alone or in braces.
fn named(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        match rest.strip_prefix('{') {
            None => {
                names.insert(word(rest));
            }
            Some(group) => {
                let mut depth = 0;
                let mut start = true;
                for (at, c) in group.char_indices() {
                    match c {
                        '}' if depth == 0 => break,
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        _ if start && !c.is_whitespace() => {
                            start = false;
                            names.insert(word(&group[at..]));
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    names
}

#[test]
fn a_layer_uses_only_those_before_it() {
    for (layer, allowed) in LAYERS {
        let files = files(layer);
        for file in files {
            let code = fs::read_to_string(&file).expect("source");
            let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            for name in named(&code) {
                let core = LAYERS.iter().any(|(other, _)| *other == name);
                let fine = name == *layer || !core || allowed.contains(&name.as_str());
                assert!(fine && name != "web", "{} uses {name}", file.display());
            }
            for browser in BROWSER {
                assert!(!code.contains(browser), "{} names {browser}", file.display());
            }
        }
    }
}

#[test]
fn every_module_has_its_place() {
    let root = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("src/lib.rs");
    let modules = root.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "));
    for module in modules.filter_map(|rest| rest.strip_suffix(';')).filter(|module| *module != "web") {
        assert!(LAYERS.iter().any(|(layer, _)| *layer == module), "{module} is in no layer");
    }
}

#[test]
fn names_are_read_from_groups_too() {
    let names = named("use crate::{article::{Credits, Block}, span::Span}; crate::text::split(x)");
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["article", "span", "text"]);
}
