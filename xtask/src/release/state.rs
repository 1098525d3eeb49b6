//! The repository's state and the version.

use crate::build::{Browser, manifest};
use crate::paths;
use anyhow::{Context, Result, bail, ensure};
use std::process::Command;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn git(arguments: &[&str]) -> Result<String> {
    let output = Command::new("git").args(arguments).current_dir(paths::root()).output().context("cannot run git")?;
    ensure!(output.status.success(), "git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    Ok(String::from_utf8(output.stdout)?)
}

/// Nothing is changed, nothing stands beside what is kept.
pub fn clean() -> Result<()> {
    let changed = git(&["status", "--porcelain"])?;
    ensure!(changed.is_empty(), "{} files differ from the last commit", changed.lines().count());
    Ok(())
}

/// The first entry of the log is the version's, and says something.
pub fn logged() -> Result<()> {
    first_entry(&String::from_utf8(paths::read(&paths::root().join("CHANGELOG.md"))?)?)
}

fn first_entry(log: &str) -> Result<()> {
    let (_, entry) = log.split_once("\n## ").context("CHANGELOG.md has no entry")?;
    let (title, text) = entry.split_once('\n').context("the entry has no text")?;
    ensure!(title.split_whitespace().next() == Some(VERSION), "the first entry is {title:?}, not {VERSION}");
    ensure!(text.split("\n## ").next().is_some_and(|text| !text.trim().is_empty()), "the entry has no text");
    Ok(())
}

/// Nobody has this version yet.
pub fn untagged() -> Result<()> {
    let tag = format!("v{VERSION}");
    if !git(&["tag", "--list", &tag])?.trim().is_empty() {
        bail!("{tag} is there: the version in Cargo.toml must be a new one");
    }
    Ok(())
}

/// Both manifests say the version.
pub fn manifests() -> Result<()> {
    for browser in Browser::ALL {
        let manifest: serde_json::Value = serde_json::from_str(&manifest::generate(browser)?)?;
        ensure!(manifest["version"] == VERSION, "{} has {}", browser.name(), manifest["version"]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_begins_with_the_version() {
        logged().unwrap();
        manifests().unwrap();
        assert!(first_entry("# Changelog\n\n## 9.9.9\n\nNew.\n").is_err());
        assert!(first_entry(&format!("# Changelog\n\n## {VERSION}\n\n## 0.0.1\n\nOld.\n")).is_err());
        assert!(first_entry("# Changelog\n").is_err());
    }
}
