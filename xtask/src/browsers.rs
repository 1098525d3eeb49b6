//! Finds the browsers, or installs them where the system has a way to.

use crate::build::Browser;
use crate::{paths, process};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Node script of `xtask/browser` that is told where `browsers` are.
pub fn node(script: &str, browsers: &[Browser]) -> Result<Command> {
    let mut node = Command::new("node");
    node.arg(paths::browser().join(script));
    tell(&mut node, browsers)?;
    Ok(node)
}

/// Tells `command` where `browsers` are.
pub fn tell(command: &mut Command, browsers: &[Browser]) -> Result<()> {
    for &browser in browsers {
        command.env(variable(browser), executable(browser)?);
    }
    Ok(())
}

/// Names a browser's program where it is not in its usual place.
fn variable(browser: Browser) -> String {
    format!("HEARSAY_{}", browser.name().to_uppercase())
}

/// The browser's program, installed first where need be.
pub fn executable(browser: Browser) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(variable(browser)).map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("{} names no file: {}", variable(browser), path.display());
    }
    if let Some(path) = find(browser) {
        return Ok(path);
    }
    let package = match browser {
        Browser::Chromium => "chromium",
        Browser::Firefox => "firefox-esr",
    };
    if search("apt-get").is_some() {
        eprintln!("installing {package}");
        // What went wrong stands on standard error; whether a browser is there now is all that counts.
        let _ = process::run(&mut apt(&["update", "--quiet"]));
        let _ = process::run(&mut apt(&["install", "--quiet", "--yes", "--no-install-recommends", package]));
    }
    match find(browser) {
        Some(path) => Ok(path),
        None => bail!(
            "no {0}: install {0} (Debian: apt-get install {package}), or set {1}",
            browser.name(),
            variable(browser)
        ),
    }
}

/// `apt-get` as root, which this may be, or else by a `sudo` that asks nothing.
fn apt(arguments: &[&str]) -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    let mut command = process::quiet(if root { "apt-get" } else { "sudo" });
    if !root {
        command.args(["--non-interactive", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn find(browser: Browser) -> Option<PathBuf> {
    let (names, places): (&[&str], &[&str]) = match browser {
        Browser::Chromium => (
            &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
            &[
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                r"C:\Program Files\Google\Chrome\Application\chrome.exe",
            ],
        ),
        Browser::Firefox => (
            &["firefox-esr", "firefox"],
            &["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"],
        ),
    };
    let there = || places.iter().map(PathBuf::from).find(|path| path.is_file());
    names.iter().find_map(|name| search(name)).or_else(there)
}

/// A program on the search path.
fn search(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let name = Path::new(name).with_extension(std::env::consts::EXE_EXTENSION);
    std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|path| path.is_file())
}
