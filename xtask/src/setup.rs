//! Sets up what a fresh machine lacks.

use crate::{paths, process};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// The Rust target that the engine is compiled for.
pub fn wasm_target() -> Result<()> {
    let output = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let output = output.context("cannot run rustc")?;
    if PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()).is_dir() {
        return Ok(());
    }
    eprintln!("adding the Rust target {TARGET}");
    process::run(process::quiet("rustup").args(["target", "add", TARGET]))
}

/// The Node packages that `folder` asks for, exactly as locked.
pub fn node_packages(folder: &Path) -> Result<()> {
    let lock = paths::read(&folder.join("package-lock.json"))?;
    // Written last, so that a broken installation does not count.
    let installed = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|last| last == lock) {
        return Ok(());
    }
    eprintln!("installing the Node packages of {}", folder.display());
    let mut npm = process::quiet(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    process::run(npm.current_dir(folder))?;
    paths::write(&installed, lock)
}

/// Pins every Node package of the build and the tests.
pub fn lockfile() -> PathBuf {
    paths::browser().join("package-lock.json")
}

/// Runs one of binaryen's programs.
pub fn binaryen(program: &str, arguments: impl FnOnce(&mut Command) -> &mut Command) -> Result<()> {
    process::run(arguments(&mut program_of("binaryen", program))).with_context(|| program.to_owned())
}

/// Names of properties that glue keeps to itself.
const OWN: &str = "regex=/^_?_wbg_(ptr|cb_unref)$|^__destroy_into_raw$/";

/// Writes the glue's module `whole` to `small` without comments and white space, and with short names.
pub fn terser(whole: &Path, small: &Path, options: &[&str]) -> Result<()> {
    let mut command = program_of("terser", "terser");
    command.arg(whole).args(["--module", "--mangle", "--mangle-props", OWN]).args(options).arg("--output").arg(small);
    process::run(&mut command).context("terser")
}

/// The command that runs `program` of a Node package.
fn program_of(package: &str, program: &str) -> Command {
    let mut command = process::quiet("node");
    command.arg(paths::browser().join("node_modules").join(package).join("bin").join(program));
    command
}
