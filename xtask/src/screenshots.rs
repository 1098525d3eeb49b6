//! `screenshots`: a picture of every surface, for the README.

use crate::build::{self, Browser};
use crate::{browsers, paths, process, run};
use anyhow::{Context, Result};

/// Takes them anew, in Chromium.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    let mut node = browsers::node("screenshots.mjs", &[Browser::Chromium])?;
    build::all()?;
    node.arg(paths::root().join("docs/screenshots")).arg(paths::root().join(run::SAMPLE));
    process::run(&mut node).context("not every surface has its picture")
}
