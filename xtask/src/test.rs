//! `test`: every test there is.

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Context, Result, bail};

/// Native tests, the corpus, the properties, then both browsers.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    eprintln!("— native tests, corpus, properties");
    let mut native = process::cargo();
    process::run(native.args(["test", "--locked", "--workspace", "--quiet"]).current_dir(paths::root()))?;
    build::all()?;
    eprintln!("— both browsers");
    let folder = paths::root().join("tests/browser");
    let names = paths::files(&folder)?;
    let tests: Vec<_> = names.iter().filter(|name| name.ends_with(".test.mjs")).map(|name| folder.join(name)).collect();
    if tests.is_empty() {
        bail!("no browser tests in {}", folder.display());
    }
    let mut node = process::quiet("node");
    browsers::tell(&mut node, &Browser::ALL)?;
    process::run(node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(tests))
        .context("in the browsers")?;
    eprintln!("All tests passed: native, corpus, properties, Chromium, Firefox.");
    Ok(())
}
