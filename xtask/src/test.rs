//! `test`: every test there is.

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Result, bail};
use std::path::Path;

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
    let failed: Vec<_> = tests.iter().filter(|test| !passes(test)).collect();
    // A browser on a busy machine may be late once; what fails again fails.
    let (late, broken): (Vec<_>, Vec<_>) = failed.into_iter().partition(|test| passes(test));
    for test in late {
        eprintln!("{}: failed, and passed when run again", test.display());
    }
    if !broken.is_empty() {
        bail!("{} of {} files failed twice", broken.len(), tests.len());
    }
    Ok(())
}

/// Whether the tests of one file pass. They have the machine to themselves: a page in front is what a reader sees, and
/// two browsers would fight for it.
fn passes(test: &Path) -> bool {
    let mut node = process::quiet("node");
    let told = browsers::tell(&mut node, &Browser::ALL);
    let run = told.and_then(|()| process::run(node.args(["--test", "--test-reporter=spec"]).arg(test)));
    run.inspect_err(|error| eprintln!("{}: {error:#}", test.display())).is_ok()
}
