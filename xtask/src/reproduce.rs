//! `reproduce`: whether packages are the same bytes when they are made from the source package alone, in another
//! folder.

use crate::build::Browser;
use crate::{package, paths, process};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
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
    let (here, there) = (list(here)?, list(there)?);
    let differ =
        |one: &BTreeSet<(String, u32)>, other: &BTreeSet<_>| one.difference(other).cloned().collect::<Vec<_>>();
    let names: BTreeSet<_> =
        differ(&here, &there).into_iter().chain(differ(&there, &here)).map(|(name, _)| name).collect();
    Ok(names.into_iter().collect())
}

/// The entries of an archive by name and checksum.
fn list(path: &Path) -> Result<BTreeSet<(String, u32)>> {
    let mut archive = ZipArchive::new(fs::File::open(path)?)?;
    let entries =
        (0..archive.len()).map(|index| archive.by_index(index).map(|one| (one.name().to_owned(), one.crc32())));
    Ok(entries.collect::<zip::result::ZipResult<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive;

    #[test]
    fn what_differs_is_named() {
        let folder = std::env::temp_dir().join(format!("hearsay-entries-{}", std::process::id()));
        let archive = |name: &str, second: &str| {
            let (files, path) = (["a.js", "b.js"].map(str::to_owned), folder.join(format!("{name}.zip")));
            paths::write(&folder.join("a.js"), "the same").unwrap();
            paths::write(&folder.join("b.js"), second).unwrap();
            paths::write(&path, archive::zip(&folder, &files).unwrap()).unwrap();
            path
        };
        let differ = entries(&archive("one", "here"), &archive("other", "there")).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(differ, ["b.js"]);
    }
}
