//! `release`: all that a release must be, as far as a machine can tell, and what is left for a person.

mod state;
mod store;

use crate::{licences, package, paths, process, reproduce};
use anyhow::{Result, bail};

/// What must hold, and what tells.
type Check = (&'static str, fn() -> Result<()>);

/// Quick ones first. The last two build everything, the last of them twice.
const CHECKS: [Check; 9] = [
    ("the tree is clean", state::clean),
    ("the version is the first in CHANGELOG.md", state::logged),
    ("the version has no tag yet", state::untagged),
    ("the manifests have the version", state::manifests),
    ("licences are up to date", licences::check),
    ("store texts are within the stores' limits, and every permission is explained", store::check),
    ("locales are complete, and what is locked is pinned", || tests(&["locales", "locks", "borders"])),
    ("packages are within their sizes, hold what they should, and reach no other machine", || {
        package::run(&[])?;
        tests(&["packaged"])
    }),
    ("packages are the same bytes from the source alone", reproduce::check),
];

/// What no machine can see to.
const LEFT: [&str; 7] = [
    "cargo xtask test on this commit, with ../shared beside the project: nothing is skipped",
    "cargo deny check, and npm audit --audit-level=moderate in xtask/browser",
    "cargo xtask screenshots, and a look at each picture",
    "CHANGELOG.md and extension/store/: read once as a reader",
    "the packages, installed by hand in both browsers, on one real article each",
    "git tag vVERSION, pushed with the packages and the source package",
    "both stores: package, texts, pictures and answers of extension/store/; in Firefox's the source package too",
];

/// Says a line of each; fails where one does not hold.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    let mut failed = 0;
    for (what, check) in CHECKS {
        match check() {
            Ok(()) => println!("ok      {what}"),
            Err(error) => {
                failed += 1;
                println!("FAILED  {what}: {error:#}");
            }
        }
    }
    for what in LEFT {
        println!("to do   {}", what.replace("VERSION", env!("CARGO_PKG_VERSION")));
    }
    if failed > 0 {
        bail!("{failed} of {} checks failed", CHECKS.len());
    }
    Ok(())
}

/// Runs tests that need no browser.
fn tests(names: &[&str]) -> Result<()> {
    let folder = paths::root().join("tests/browser");
    let files = names.iter().map(|name| folder.join(format!("{name}.test.mjs")));
    process::run(process::quiet("node").args(["--test", "--test-reporter=dot"]).args(files))
}
