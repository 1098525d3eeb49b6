//! Where things are.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).parent().expect("the tool's folder stands in the repository").to_owned()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Where cargo keeps what it downloads.
pub fn cargo_home() -> Result<PathBuf> {
    let stated = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    stated.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).context("no home folder")
}

/// What is handed out: unpacked extensions, the page, the packages.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Node packages and scripts that drive browsers.
pub fn browser() -> PathBuf {
    root().join("xtask/browser")
}

/// Reads a file, naming it where that fails.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file and the folders above it, naming it where that fails.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    let written = fs::create_dir_all(path.parent().unwrap_or(path)).and_then(|()| fs::write(path, bytes));
    written.with_context(|| format!("cannot write {}", path.display()))
}

/// Every file under `folder`, sorted, as paths relative to it with forward slashes.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                walk(&entry.path(), &format!("{name}/"), found)?;
            } else {
                found.push(name);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found).with_context(|| format!("cannot list {}", folder.display()))?;
    found.sort();
    Ok(found)
}

/// The `*.html` files of `folder` in order of their names; an error where there are none.
pub fn html_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "html") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("no *.html in {}", folder.display());
    }
    files.sort();
    Ok(files)
}
