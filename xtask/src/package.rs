//! `package`: what is handed out, the same bytes each time.

use crate::build::{self, Browser};
use crate::size::Size;
use crate::{archive, paths};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The engine and its weights may be no larger: over the wire as always, unpacked by 200 KB more than before it named
/// people and sources.
const LARGEST: Size = Size { bytes: 1_467_000, gzip_bytes: 900_000 };

/// Nor may an extension, packed.
const LARGEST_PACKAGE: usize = 2_500_000;

/// What a page loads, where it allows WebAssembly.
const ENGINE: [&str; 3] = ["engine.js", "hearsay.wasm", "hearsay.weights"];

/// Builds, packs an extension for each browser and the source, and prints the sizes.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    build::all()?;
    for browser in Browser::ALL {
        let folder = browser.folder();
        let files = paths::files(&folder)?;
        archive::tell_no_place(&folder, &files)?;
        if pack(browser.name(), &folder, &files)? > LARGEST_PACKAGE {
            bail!("a package may have {LARGEST_PACKAGE} bytes");
        }
    }
    pack("source", &paths::root(), &sources()?)?;
    engine_size(&Browser::Chromium.folder())
}

/// What is handed out, where it lies once made: an extension for each browser, and the source.
pub fn path(name: &str) -> PathBuf {
    paths::dist().join(format!("hearsay-{name}-{}.zip", env!("CARGO_PKG_VERSION")))
}

/// Writes a package of `files`; returns the number of bytes.
fn pack(name: &str, folder: &Path, files: &[String]) -> Result<usize> {
    let bytes = archive::zip(folder, files)?;
    let path = path(name);
    paths::write(&path, &bytes)?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(bytes.len())
}

/// The files that make up the source, sorted.
fn sources() -> Result<Vec<String>> {
    let root = paths::root();
    if !root.join(".git").exists() {
        // A source package, unpacked: all that is there but what the build has made since.
        let made = made()?;
        let made = |file: &String| made.iter().any(|folder| file.starts_with(folder));
        return Ok(paths::files(&root)?.into_iter().filter(|file| !made(file)).collect());
    }
    let output = Command::new("git").args(["ls-files", "-z"]).current_dir(&root).output().context("cannot run git")?;
    if !output.status.success() {
        bail!("git ls-files: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let names = String::from_utf8(output.stdout)?;
    let mut files: Vec<_> = names.split_terminator('\0').map(str::to_owned).collect();
    files.sort();
    Ok(files)
}

/// The folders that the build makes, as `.gitignore` names them.
fn made() -> Result<Vec<String>> {
    let ignored = String::from_utf8(paths::read(&paths::root().join(".gitignore"))?)?;
    Ok(ignored.lines().filter_map(|line| Some(format!("{}/", line.strip_prefix('/')?))).collect())
}

/// Prints the engine's size; fails where it is over the limit.
fn engine_size(folder: &Path) -> Result<()> {
    let sizes = ENGINE.iter().map(|name| Size::of(&folder.join(name))).collect::<Result<Vec<_>>>()?;
    for (name, Size { bytes, gzip_bytes }) in ENGINE.iter().zip(&sizes) {
        println!("{name}: {bytes} bytes, {gzip_bytes} gzipped");
    }
    let all: Size = sizes.into_iter().sum();
    println!("engine and weights: {} bytes, {} gzipped", all.bytes, all.gzip_bytes);
    if all.bytes > LARGEST.bytes || all.gzip_bytes > LARGEST.gzip_bytes {
        bail!("engine and weights may have {} bytes and {} gzipped", LARGEST.bytes, LARGEST.gzip_bytes);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_makes_is_no_source() {
        let made = made().unwrap();
        assert!(
            ["target/", "dist/", "xtask/browser/node_modules/"].iter().all(|folder| made.contains(&folder.to_string()))
        );
        let sources = sources().unwrap();
        for file in
            ["Cargo.lock", "rust-toolchain.toml", "xtask/browser/package-lock.json", "src/weights/hearsay.weights"]
        {
            assert!(sources.iter().any(|source| source == file), "{file}");
        }
        assert!(!sources.iter().any(|source| made.iter().any(|folder| source.starts_with(folder))));
    }
}
