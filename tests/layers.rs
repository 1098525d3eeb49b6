//! Data flows one way: each folder of the core names only the folders before it, and only `web` names a browser. What
//! stands around the core sees what goes in and what comes out, not how anything is decided.

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
    ("keyed", &[]),
    ("slim", &[]),
    ("outlets", &["slim"]),
    ("article", &["pace", "span", "order", "keyed", "outlets"]),
    ("annotation", &["span", "outlets", "article"]),
    ("lexicon", &["keyed", "slim"]),
    ("text", &["pace", "span", "order", "article", "lexicon"]),
    ("attribution", &["pace", "span", "order", "article", "annotation", "lexicon", "text"]),
    ("tagger", &["pace", "span", "order", "annotation", "lexicon", "text", "attribution"]),
    ("linker", &["pace", "span", "order", "article", "annotation", "lexicon", "text", "attribution", "tagger"]),
    ("weights", &["tagger", "linker"]),
    ("people", &["pace", "span", "keyed", "outlets", "article", "annotation", "lexicon", "text"]),
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
    ("engine", &["pace", "order", "article", "annotation", "text", "weights", "assemble"]),
    ("export", &["pace", "span", "order", "outlets", "article", "annotation"]),
    ("utf16", &[]),
    ("placing", &["span", "order", "article", "annotation", "utf16"]),
];

/// What stands around the core, and what of it each may name.
const AROUND: &[(&str, &str, &[&str])] = &[
    (
        "src/web",
        "crate",
        &[
            "pace",
            "span",
            "order",
            "keyed",
            "slim",
            "outlets",
            "article",
            "annotation",
            "export",
            "utf16",
            "placing",
            "engine",
            "web",
        ],
    ),
    ("src/network", "hearsay", &[]),
    ("xtask/html/src", "hearsay", &["article"]),
    (
        "xtask/trainer/src",
        "hearsay",
        &["span", "article", "annotation", "text", "attribution", "tagger", "linker", "weights"],
    ),
];

const BROWSER: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "console_error_panic_hook"];

/// Every Rust file of `layer`, which is a file or a folder.
fn files(layer: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut left = vec![root.join(format!("{layer}.rs")), root.join(layer)];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(path).expect("folder").map(|entry| entry.expect("entry").path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") && path.exists() {
            found.push(path);
        }
    }
    found
}

/// The code of a file without its comments.
fn code(file: &Path) -> String {
    let code = fs::read_to_string(file).expect("source");
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect()
}

/// Modules of a crate's root that `code` names after `root::`, alone or in braces.
fn named(code: &str, root: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in code.split(&format!("{root}::")).skip(1) {
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
        for file in files(&format!("src/{layer}")) {
            let code = code(&file);
            for name in named(&code, "crate") {
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
fn what_stands_around_sees_in_and_out() {
    for (folder, root, allowed) in AROUND {
        let files = files(folder);
        assert!(!files.is_empty(), "{folder} is empty");
        for file in files {
            for name in named(&code(&file), root).iter().filter(|name| !name.starts_with(char::is_uppercase)) {
                assert!(allowed.contains(&name.as_str()), "{} uses {name}", file.display());
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
    let names = named("use crate::{article::{Credits, Block}, span::Span}; crate::text::split(x)", "crate");
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["article", "span", "text"]);
}
