//! The crates that are compiled into the engine, as cargo knows them.

use crate::{paths, process};
use anyhow::{Context, Result, bail};
use std::{collections::BTreeSet, fs, path::PathBuf};

/// A crate that is shipped.
pub struct Crate {
    /// What it is called.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an SPDX expression.
    pub expression: String,
}

/// What is compiled into the engine beside the project's own crates, in order of names. A macro is not: it runs in the
/// compiler. Unlike `cargo metadata`, `cargo tree` asks for no crate that the build does not need.
pub fn shipped() -> Result<Vec<Crate>> {
    let mut cargo = process::cargo();
    cargo.args(["tree", "--quiet", "--locked", "--package=hearsay", "--target=wasm32-unknown-unknown"]);
    cargo.args(["--edges=normal,no-proc-macro", "--no-dedupe", "--prefix=none", "--format={p}\t{l}"]);
    let tree = String::from_utf8(process::ask(cargo.current_dir(paths::root()), &[])?)?;
    let lines: BTreeSet<&str> = tree.lines().filter(|line| !line.is_empty()).collect();
    // Behind the project's own stands the folder that they are in.
    lines.into_iter().filter(|line| !line.contains("(/") && !line.contains(":\\")).map(Crate::of).collect()
}

impl Crate {
    /// From a line of the tree: `name vVERSION`, a tab, the licence.
    fn of(line: &str) -> Result<Self> {
        let (package, expression) = line.split_once('\t').with_context(|| format!("cargo tree wrote {line:?}"))?;
        let (name, version) = package.split_once(" v").with_context(|| format!("cargo tree wrote {line:?}"))?;
        if expression.is_empty() {
            bail!("{name} states no licence");
        }
        Ok(Self { name: name.into(), version: version.into(), expression: expression.into() })
    }

    /// The text of its `licence`: of the file that is named after it, else of the only one there is.
    pub fn text(&self, licence: &str) -> Result<String> {
        let folder = self.folder()?;
        let names = paths::files(&folder)?;
        let names = || names.iter().filter(|name| !name.contains('/') && name.to_uppercase().starts_with("LICEN"));
        let word = licence.split('-').next().unwrap_or(licence).to_uppercase();
        let named = names().find(|name| name.to_uppercase().contains(&word));
        let only = || if names().count() == 1 { names().next() } else { None };
        let Some(name) = named.or_else(only) else { bail!("{} has no text of its licence {licence}", self.name) };
        let text = String::from_utf8(paths::read(&folder.join(name))?)?;
        Ok(text.replace("\r\n", "\n"))
    }

    /// Where cargo has unpacked it, from whichever registry it got it.
    fn folder(&self) -> Result<PathBuf> {
        let registries = paths::cargo_home()?.join("registry/src");
        for registry in fs::read_dir(&registries).with_context(|| format!("cannot list {}", registries.display()))? {
            let folder = registry?.path().join(format!("{}-{}", self.name, self.version));
            if folder.is_dir() {
                return Ok(folder);
            }
        }
        bail!("{} {} is not among cargo's crates", self.name, self.version)
    }
}
