//! How large the engines are, and compromise.

use crate::build::Browser;
use crate::{paths, size::Size};
use anyhow::Result;
use serde::{Deserialize, Serialize};

/// A file that is loaded.
#[derive(Deserialize, Serialize)]
pub struct File {
    /// Its name under `dist/`; of compromise the minified build's.
    pub name: String,
    /// How large it is.
    #[serde(flatten)]
    pub size: Size,
}

/// Every file, and what each reader must load in all.
#[derive(Deserialize, Serialize)]
pub struct Sizes {
    /// One by one.
    pub files: Vec<File>,
    /// The engine as WebAssembly.
    pub wasm: Size,
    /// The engine as JavaScript.
    pub js: Size,
    /// The library that it is measured against.
    pub compromise: Size,
}

const GLUE: &str = "engine.js";
const WASM: &str = "hearsay.wasm";
/// Both engines load it where there is one.
const WEIGHTS: &str = "hearsay.weights";
const JS: &str = "engine-js.js";
const COMPROMISE: &str = "compromise.js";

/// The sizes of what is built and installed.
pub fn all() -> Result<Sizes> {
    let dist = Browser::Chromium.folder();
    let compromise = paths::browser().join("node_modules/compromise/builds");
    let weights = dist.join(WEIGHTS).is_file().then_some((&dist, WEIGHTS));
    let mut files = Vec::new();
    for (folder, name) in
        [(&dist, GLUE), (&dist, WASM), (&dist, JS), (&compromise, COMPROMISE)].into_iter().chain(weights)
    {
        files.push(File { name: name.to_owned(), size: Size::of(&folder.join(name))? });
    }
    let sum =
        |names: &[&str]| files.iter().filter(|file| names.contains(&file.name.as_str())).map(|file| file.size).sum();
    Ok(Sizes { wasm: sum(&[GLUE, WASM, WEIGHTS]), js: sum(&[JS, WEIGHTS]), compromise: sum(&[COMPROMISE]), files })
}
