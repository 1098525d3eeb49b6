//! The crates that are compiled into the engine, as cargo knows them.

use crate::{paths, process};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// What the engine is made of first.
const ROOT: &str = "hearsay";

/// A crate that is shipped.
pub struct Crate {
    /// What it is called.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an SPDX expression.
    pub expression: String,
    folder: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
    source: Option<String>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// `None` for what is compiled in, as opposed to what only tests or build scripts use.
    kind: Option<String>,
}

fn metadata() -> Result<Metadata> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--quiet", "--locked", "--format-version=1", "--filter-platform=wasm32-unknown-unknown"]);
    let output = process::ask(cargo.current_dir(paths::root()), &[])?;
    serde_json::from_slice(&output).context("cargo metadata wrote something else than it should")
}

/// What is compiled into the engine beside the project's own crates, in order of names.
pub fn shipped() -> Result<Vec<Crate>> {
    let Metadata { packages, resolve } = metadata()?;
    let packages: BTreeMap<_, _> = packages.into_iter().map(|package| (package.id.clone(), package)).collect();
    let nodes: BTreeMap<_, _> = resolve.nodes.into_iter().map(|node| (node.id, node.deps)).collect();
    let root = packages.values().find(|package| package.name == ROOT).context("cargo knows no engine")?;
    let (mut left, mut seen) = (vec![&root.id], BTreeSet::new());
    while let Some(id) = left.pop() {
        // A macro runs in the compiler, and with it all that it uses.
        if !packages[id].targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
            && seen.insert(id)
        {
            let compiled =
                nodes[id].iter().filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            left.extend(compiled.map(|dependency| &dependency.pkg));
        }
    }
    let others = seen.into_iter().map(|id| &packages[id]).filter(|package| package.source.is_some());
    let mut shipped = others.map(Crate::of).collect::<Result<Vec<_>>>()?;
    shipped.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(shipped)
}

impl Crate {
    fn of(package: &Package) -> Result<Self> {
        let Package { name, version, license, manifest_path, .. } = package;
        Ok(Self {
            name: name.clone(),
            version: version.clone(),
            expression: license.clone().with_context(|| format!("{name} states no licence"))?,
            folder: manifest_path.parent().unwrap_or(Path::new("")).to_owned(),
        })
    }

    /// The text of its `licence`: of the file that is named after it, else of the only one there is.
    pub fn text(&self, licence: &str) -> Result<String> {
        let names = paths::files(&self.folder)?;
        let names = || names.iter().filter(|name| !name.contains('/') && name.to_uppercase().starts_with("LICEN"));
        let word = licence.split('-').next().unwrap_or(licence).to_uppercase();
        let named = names().find(|name| name.to_uppercase().contains(&word));
        let only = || if names().count() == 1 { names().next() } else { None };
        let Some(name) = named.or_else(only) else { bail!("{} has no text of its licence {licence}", self.name) };
        let text = String::from_utf8(paths::read(&self.folder.join(name))?)?;
        Ok(text.replace("\r\n", "\n"))
    }
}
