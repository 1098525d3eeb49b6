//! `screenshots`: a picture of every surface, for the README and the stores.

use crate::build::{self, Browser};
use crate::{browsers, paths, process, run};
use anyhow::{Context, Result};

/// Takes them anew, in Chromium.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    let mut node = browsers::node("screenshots.mjs", &[Browser::Chromium])?;
    build::all()?;
    let places = ["docs/screenshots", "extension/store/screenshots", run::SAMPLE];
    node.args(places.map(|place| paths::root().join(place)));
    process::run(&mut node).context("not every surface has its picture")
}
