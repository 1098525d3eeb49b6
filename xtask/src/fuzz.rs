//! `fuzz`: random inputs, until one fails.

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Context, Result, bail};
use hearsay_fuzz::TARGETS;
use std::time::{SystemTime, UNIX_EPOCH};

/// Targets that are JavaScript.
const SCRIPTS: [&str; 2] = ["settings", "messages"];

/// Pages that are built and changed at random in browsers.
const PAGES: &str = "pages";

/// Pages that a browser is kept for.
const ROUNDS: u64 = 50;

/// Goes from seed to seed, from one that is named or else from one that nobody has tried.
pub fn run(arguments: &[String]) -> Result<()> {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).chain(SCRIPTS).chain([PAGES]).collect();
    let (name, seed) = match arguments {
        [] => bail!("a target is wanted: {}", names.join(", ")),
        [name] => (name.as_str(), SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() % 1_000_000_000),
        [name, seed] => (name.as_str(), seed.parse().with_context(|| format!("no seed {seed:?}: a number is wanted"))?),
        [_, _, extra, ..] => bail!("a target and a seed only, but got {extra:?} too"),
    };
    match name {
        PAGES => pages(seed),
        _ if SCRIPTS.contains(&name) => {
            let script = paths::root().join("fuzz/javascript/run.mjs");
            process::run(process::quiet("node").arg(script).args([name, &seed.to_string()]))
        }
        _ if names.contains(&name) => {
            let run = ["run", "--locked", "--quiet", "--profile", "fuzz", "--package", "hearsay-fuzz", "--", name];
            process::run(process::cargo().args(run).arg(seed.to_string()).current_dir(paths::root()))
        }
        _ => bail!("no target {name:?}; there are: {}", names.join(", ")),
    }
}

fn pages(mut seed: u64) -> Result<()> {
    rounds(seed)?;
    build::all()?;
    loop {
        let next = rounds(seed)?;
        eprintln!("seeds {seed} to {} …", next - 1);
        let mut node = process::quiet("node");
        browsers::tell(&mut node, &Browser::ALL)?;
        node.env("HEARSAY_SEED", seed.to_string()).env("HEARSAY_ROUNDS", ROUNDS.to_string());
        process::run(node.arg("--test").arg(paths::root().join("tests/browser/mutations.test.mjs")))?;
        seed = next;
    }
}

/// The seed behind those that a browser is kept for.
fn rounds(seed: u64) -> Result<u64> {
    seed.checked_add(ROUNDS).with_context(|| format!("no seed {seed}: too large a number to count on from"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_seed_without_one_behind_it_is_refused() {
        let run = |seed: u64| super::run(&[super::PAGES.to_owned(), seed.to_string()]);
        assert!(run(u64::MAX).unwrap_err().to_string().contains("too large"));
    }
}
