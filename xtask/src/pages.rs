//! `pages`: what the built extension finds on saved pages, in a real browser.

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    folder: PathBuf,
    browser: Browser,
    scripts: bool,
}

/// Opens each `*.html` of a folder with the extension and writes a line of what it found.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = parse(arguments)?;
    paths::html_files(&options.folder)?;
    let folder = options.folder.canonicalize()?;
    let mut node = browsers::node("pages.mjs", &[options.browser])?;
    build::all()?;
    node.arg(options.browser.name()).arg(folder).args(options.scripts.then_some("--scripts"));
    process::run(&mut node).context("not every page could be looked at")
}

fn parse(arguments: &[String]) -> Result<Options> {
    let (mut folder, mut browser, mut scripts) = (None, Browser::Chromium, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--browser" => browser = Browser::parse(rest.next().context("--browser wants a name")?)?,
            "--scripts" => scripts = true,
            option if option.starts_with('-') => bail!("no option {option:?}"),
            path if folder.is_none() => folder = Some(PathBuf::from(path)),
            extra => bail!("one folder only, but got {extra:?} too"),
        }
    }
    Ok(Options { folder: folder.context("wants a folder of pages")?, browser, scripts })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Result<Options, &str>) {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        assert_eq!(parse(&arguments).map_err(|error| error.to_string()), expected.map_err(str::to_owned), "{line:?}");
    }

    #[test]
    fn command_lines() {
        let options = |browser, scripts| Ok(Options { folder: "x".into(), browser, scripts });
        check("x", options(Browser::Chromium, false));
        check("--scripts x --browser firefox", options(Browser::Firefox, true));
        check("", Err("wants a folder of pages"));
        check("x y", Err("one folder only, but got \"y\" too"));
        check("x --browser", Err("--browser wants a name"));
        check("x --browser lynx", Err("no browser \"lynx\"; there are: chromium, firefox"));
        check("x --fast", Err("no option \"--fast\""));
    }
}
