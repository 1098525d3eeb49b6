//! `fuzz`: pages that are built and changed at random, until one fails.

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Context, Result, bail};
use std::time::{SystemTime, UNIX_EPOCH};

/// Pages that a browser is kept for.
const ROUNDS: u64 = 50;

/// Goes from seed to seed, from one that is named or else from one that nobody has tried.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut seed = match arguments {
        [] => SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() % 1_000_000_000,
        [seed] => seed.parse().with_context(|| format!("no seed {seed:?}: a whole number is wanted"))?,
        [_, extra, ..] => bail!("one seed only, but got {extra:?} too"),
    };
    build::all()?;
    loop {
        eprintln!("seeds {seed} to {} …", seed + ROUNDS - 1);
        let mut node = process::quiet("node");
        browsers::tell(&mut node, &Browser::ALL)?;
        node.env("HEARSAY_SEED", seed.to_string()).env("HEARSAY_ROUNDS", ROUNDS.to_string());
        process::run(node.arg("--test").arg(paths::root().join("tests/browser/mutations.test.mjs")))?;
        seed += ROUNDS;
    }
}
