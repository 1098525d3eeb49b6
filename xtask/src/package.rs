//! `package`: what is handed out, the same bytes each time.

use crate::build::{self, Browser};
use crate::paths;
use crate::size::Size;
use anyhow::{Context, Result, bail};
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

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
        if pack(browser.name(), &folder, &paths::files(&folder)?)? > LARGEST_PACKAGE {
            bail!("a package may have {LARGEST_PACKAGE} bytes");
        }
    }
    pack("source", &paths::root(), &sources()?)?;
    engine_size(&Browser::Chromium.folder())
}

/// Zips `files` of `folder`, in order of their names, at a time that never changes; returns the number of bytes.
fn pack(name: &str, folder: &Path, files: &[String]) -> Result<usize> {
    let options = SimpleFileOptions::DEFAULT
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let bytes = paths::read(&folder.join(file))?;
        let options = if bytes.starts_with(b"#!") { options.unix_permissions(0o755) } else { options };
        zip.start_file(file.as_str(), options)?;
        zip.write_all(&bytes)?;
    }
    let bytes = zip.finish()?.into_inner();
    let path = paths::dist().join(format!("hearsay-{name}-{}.zip", env!("CARGO_PKG_VERSION")));
    paths::write(&path, &bytes)?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(bytes.len())
}

/// The files that make up the source, sorted.
fn sources() -> Result<Vec<String>> {
    let root = paths::root();
    if !root.join(".git").exists() {
        // A source package, unpacked: all that is there but what the build has made since.
        let made = |file: &String| MADE.iter().any(|folder| file.starts_with(folder));
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
const MADE: [&str; 3] = ["target/", "dist/", "xtask/browser/node_modules/"];

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
