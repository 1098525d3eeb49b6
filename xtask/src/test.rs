//! `test`: every test there is.

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Result, bail};

/// A group of tests: what it holds, and what runs it.
type Group = (&'static str, fn() -> Result<()>);

/// Native tests, the corpus, the properties, then both browsers; all of them, even after a failure.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    let groups: [Group; 2] = [("native tests, corpus, properties", native), ("both browsers", in_browsers)];
    let mut failed = Vec::new();
    for (name, group) in groups {
        eprintln!("{name} …");
        if let Err(error) = group() {
            eprintln!("{name}: {error:#}");
            failed.push(name);
        }
    }
    if !failed.is_empty() {
        bail!("tests failed: {}", failed.join("; "));
    }
    eprintln!("All tests passed: native, corpus, properties, Chromium, Firefox.");
    Ok(())
}

fn native() -> Result<()> {
    let arguments = ["test", "--locked", "--workspace", "--quiet", "--no-fail-fast"];
    process::run(process::cargo().args(arguments).current_dir(paths::root()))
}

/// A missing browser is a failure.
fn in_browsers() -> Result<()> {
    build::all()?;
    let folder = paths::root().join("tests/browser");
    let names = paths::files(&folder)?;
    let tests: Vec<_> = names.iter().filter(|name| name.ends_with(".test.mjs")).map(|name| folder.join(name)).collect();
    if tests.is_empty() {
        bail!("no browser tests in {}", folder.display());
    }
    let mut node = process::quiet("node");
    browsers::tell(&mut node, &Browser::ALL)?;
    // One at a time: a page in front is what a reader sees, and two browsers would fight for the machine.
    process::run(node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(tests))
}
