//! `soak`: a long session of a reader who does things at random, in real browsers.

use crate::build::{self, Browser};
use crate::{browsers, paths, process};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::PathBuf;

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    folder: Option<PathBuf>,
    loads: u32,
    seed: u32,
    browsers: Vec<Browser>,
}

/// What `soak-run.mjs` is told.
#[derive(Serialize)]
struct Task<'a> {
    browser: &'static str,
    loads: u32,
    seed: u32,
    every: u32,
    saved: &'a [PathBuf],
}

/// Page loads between two looks at memory. It takes three to tell what grows on and on.
const EVERY: u32 = 100;

/// Runs a session in each browser and writes a line of what was done and found; fails where anything was wrong.
pub fn run(arguments: &[String]) -> Result<()> {
    let Options { folder, loads, seed, browsers } = parse(arguments)?;
    let saved = match folder {
        Some(folder) => paths::html_files(&folder)?.iter().map(|page| page.canonicalize()).collect::<Result<_, _>>()?,
        None => Vec::new(),
    };
    build::all()?;
    let mut wrong = Vec::new();
    for browser in browsers {
        let mut node = browsers::node("soak-run.mjs", &[browser])?;
        let task = Task { browser: browser.name(), loads, seed, every: EVERY.min(loads / 3), saved: &saved };
        let report = process::ask(&mut node, &serde_json::to_vec(&task)?).context("the session broke off")?;
        std::io::stdout().write_all(&report)?;
        let Verdict { clean } = serde_json::from_slice(&report)?;
        wrong.extend((!clean).then_some(browser.name()));
    }
    if !wrong.is_empty() {
        bail!("not all went well in {}", wrong.join(" and "));
    }
    Ok(())
}

/// Of all that a session tells.
#[derive(Deserialize)]
struct Verdict {
    clean: bool,
}

fn parse(arguments: &[String]) -> Result<Options> {
    let mut options = Options { folder: None, loads: 500, seed: 1, browsers: Browser::ALL.to_vec() };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut number = || -> Result<u32> {
            let value = rest.next().with_context(|| format!("{argument} wants a number"))?;
            value.parse().with_context(|| format!("{argument} wants a whole number, but got {value:?}"))
        };
        match argument.as_str() {
            "--loads" => options.loads = number()?,
            "--seed" => options.seed = number()?,
            "--browser" => options.browsers = vec![Browser::parse(rest.next().context("--browser wants a name")?)?],
            option if option.starts_with('-') => bail!("no option {option:?}"),
            path if options.folder.is_none() => options.folder = Some(PathBuf::from(path)),
            extra => bail!("one folder only, but got {extra:?} too"),
        }
    }
    if options.loads < 3 {
        bail!("growth shows after 3 loads at the least, but got --loads {}", options.loads);
    }
    Ok(options)
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
        let all = || Options { folder: None, loads: 500, seed: 1, browsers: Browser::ALL.to_vec() };
        check("", Ok(all()));
        check("x --loads 40", Ok(Options { folder: Some("x".into()), loads: 40, ..all() }));
        check("--seed 7 --browser firefox", Ok(Options { seed: 7, browsers: vec![Browser::Firefox], ..all() }));
        check("--loads", Err("--loads wants a number"));
        check("--loads many", Err("--loads wants a whole number, but got \"many\""));
        check("--loads 2", Err("growth shows after 3 loads at the least, but got --loads 2"));
        check("x y", Err("one folder only, but got \"y\" too"));
        check("--fast", Err("no option \"--fast\""));
        check("--browser lynx", Err("no browser \"lynx\"; there are: chromium, firefox"));
    }
}
