//! From sources to an unpacked extension for each browser and the page that stands alone, under `dist/`.

mod bindgen;
mod engine;
mod javascript;
pub mod manifest;

use crate::{paths, setup};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A browser that the extension is built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium and its kin.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Both, in the order of their names.
    pub const ALL: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

    /// As in file names and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        }
    }

    /// The browser of that name.
    pub fn parse(name: &str) -> Result<Self> {
        let known = Self::ALL.into_iter().find(|browser| browser.name() == name);
        known.with_context(|| format!("no browser {name:?}; there are: chromium, firefox"))
    }

    /// Where its unpacked extension is.
    pub fn folder(self) -> PathBuf {
        paths::dist().join(self.name())
    }
}

/// What the page that stands alone takes of the extension, beside the panel.
const SHARED: [&str; 9] = [
    "LICENCES.txt",
    "_locales/en/messages.json",
    "highlights.css",
    "icons/icon.svg",
    "page.js",
    "reasons.js",
    "rules.js",
    "settings.js",
    "tokens.css",
];

/// Builds everything under `dist/` anew where its sources have changed, after setting up what that needs.
pub fn all() -> Result<()> {
    setup::wasm_target()?;
    setup::node_packages(&paths::browser())?;
    let wasm = engine::build()?;
    let javascript = javascript::build()?;
    let weights = paths::root().join("src/weights/hearsay.weights");
    let engine = [(wasm.glue, "engine.js"), (wasm.wasm, "hearsay.wasm"), (weights, "hearsay.weights")];
    for browser in Browser::ALL {
        let folder = browser.folder();
        // What manifests are made from, and what the stores want to know, are no part of the extension itself.
        fill(&folder, &paths::root().join("extension"), |name| {
            !manifest::is_source(name) && !name.starts_with("store/")
        })?;
        paths::write(&folder.join("manifest.json"), manifest::generate(browser)?)?;
        for (from, name) in &engine {
            copy(from, &folder.join(name))?;
        }
        copy(&javascript, &folder.join("engine-js.js"))?;
    }
    let www = paths::dist().join("www");
    fill(&www, &paths::root().join("www"), |_| true)?;
    let extension = paths::root().join("extension");
    for name in
        paths::files(&extension)?.iter().filter(|name| name.starts_with("panel") || SHARED.contains(&name.as_str()))
    {
        copy(&extension.join(name), &www.join(name))?;
    }
    engine.iter().try_for_each(|(from, name)| copy(from, &www.join(name)))
}

/// Makes `folder` hold those files of `source` that `kept` tells, by their names, and nothing else.
fn fill(folder: &Path, source: &Path, kept: impl Fn(&str) -> bool) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let names = paths::files(source)?;
    names.iter().filter(|name| kept(name)).try_for_each(|name| copy(&source.join(name), &folder.join(name)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    paths::write(to, paths::read(from)?)
}
