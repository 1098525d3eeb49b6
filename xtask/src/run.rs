//! `run`: a browser with the extension, on the sample article.

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Context, Result, bail};

/// Opens the browser until it is closed; without a display prints every label and writes a screenshot.
pub fn run(arguments: &[String]) -> Result<()> {
    let browser = match arguments {
        [] => Browser::Chromium,
        [option, name] if option == "--browser" => Browser::parse(name)?,
        [option] if option == "--browser" => bail!("--browser wants a name"),
        [argument, ..] => bail!("no option {argument:?}"),
    };
    let mut node = browsers::node("run.mjs", &[browser])?;
    build::all()?;
    node.arg(browser.name()).arg(paths::root().join(SAMPLE)).arg(paths::dist().join("screenshot.png"));
    process::run(node.args((!has_display()).then_some("--headless"))).context("the sample article shows no labels")
}

/// The article that shows what there is to see.
pub const SAMPLE: &str = "tests/corpus/articles/summit-relay.html";

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
