//! `reproduce`: whether packages are the same bytes when they are made from the source package alone, in another folder.

use crate::build::Browser;
use crate::{package, paths, process};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use zip::ZipArchive;

/// Makes the packages here and elsewhere, and says of each whether it is the same.
pub fn run(arguments: &[String]) -> Result<()> {
    package::run(arguments)?;
    check()
}

/// Makes the packages that lie in `dist/` once more elsewhere; fails where one differs.
pub fn check() -> Result<()> {
    // Of another depth and length than any folder that people work in.
    let folder = std::env::temp_dir().join(format!("hearsay-reproduce-{}/a/source", std::process::id()));
    ZipArchive::new(fs::File::open(package::path("source"))?)?.extract(&folder)?;
    eprintln!("packages from the source alone, in {} …", folder.display());
    let mut cargo = process::cargo();
    cargo
        .args(["xtask", "package"])
        .current_dir(&folder)
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("CARGO_MANIFEST_DIR");
    process::run(&mut cargo)?;
    let mut differ = Vec::new();
    for name in Browser::ALL.map(Browser::name).into_iter().chain(["source"]) {
        let here = package::path(name);
        let there = folder.join(here.strip_prefix(paths::root())?);
        if paths::read(&here)? != paths::read(&there)? {
            differ.push(format!("{name} ({})", entries(&here, &there)?.join(", ")));
        }
    }
    if !differ.is_empty() {
        bail!("not the same bytes: {}; see {}", differ.join("; "), folder.display());
    }
    fs::remove_dir_all(folder.ancestors().nth(2).context("a folder of its own")?)?;
    println!("the same bytes from the source alone");
    Ok(())
}

/// The names of what differs in two archives.
fn entries(here: &Path, there: &Path) -> Result<Vec<String>> {
    let list = |path: &Path| -> Result<Vec<(String, u32)>> {
        let mut archive = ZipArchive::new(fs::File::open(path)?)?;
        let entry = |index| archive.by_index(index).map(|entry| (entry.name().to_owned(), entry.crc32()));
        Ok((0..ZipArchive::new(fs::File::open(path)?)?.len()).map(entry).collect::<zip::result::ZipResult<_>>()?)
    };
    let (here, there) = (list(here)?, list(there)?);
    let mut names: Vec<_> =
        here.iter().filter(|one| !there.contains(one)).chain(there.iter().filter(|one| !here.contains(one))).collect();
    names.dedup();
    Ok(names.into_iter().map(|(name, _)| name.clone()).collect())
}
