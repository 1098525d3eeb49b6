//! Hearsay's developer commands: `cargo xtask …`.
//!
//! Standard output carries data and nothing else; progress and complaints go to standard error.

mod annotate;
mod archive;
mod bench;
mod bodies;
mod browsers;
mod build;
mod fuzz;
mod licences;
mod package;
mod pages;
mod paths;
mod process;
mod release;
mod reproduce;
mod run;
mod screenshots;
mod setup;
mod size;
mod soak;
mod stamp;
mod test;
mod train;

use anyhow::{Result, bail};
use std::process::ExitCode;

/// A command: its name, how it is called, what it does, and the function that does it.
struct Command {
    name: &'static str,
    arguments: &'static str,
    summary: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "run",
        arguments: "[--browser chromium|firefox]",
        summary: "opens a browser with the extension on the sample article",
        run: run::run,
    },
    Command {
        name: "test",
        arguments: "",
        summary: "every test: native, corpus, properties, both browsers",
        run: test::run,
    },
    Command {
        name: "build",
        arguments: "",
        summary: "the unpacked extensions and the page that stands alone, under dist/",
        run: |arguments| no_arguments(arguments).and_then(|()| build::all()),
    },
    Command {
        name: "package",
        arguments: "",
        summary: "packages for both browsers and of the source, under dist/",
        run: package::run,
    },
    Command {
        name: "reproduce",
        arguments: "",
        summary: "packages once more from the source package alone, elsewhere: the same bytes?",
        run: reproduce::run,
    },
    Command {
        name: "release",
        arguments: "",
        summary: "checks all that a release must be, and lists what is left for a person",
        run: release::run,
    },
    Command {
        name: "annotate",
        arguments: "",
        summary: "JSON lines {\"id\", \"text\"} in, who said what out",
        run: annotate::run,
    },
    Command { name: "bodies", arguments: "DIR", summary: "the article's text on each DIR/*.html", run: bodies::run },
    Command {
        name: "pages",
        arguments: "DIR [--browser chromium|firefox] [--scripts]",
        summary: "what the extension finds on each DIR/*.html in a real browser",
        run: pages::run,
    },
    Command {
        name: "screenshots",
        arguments: "",
        summary: "pictures for the README and the stores, under docs/ and extension/store/",
        run: screenshots::run,
    },
    Command {
        name: "bench",
        arguments: "[--quick | --write | --check]",
        summary: "speeds, memory and sizes as one JSON object; kept in docs/, or compared with what was kept",
        run: bench::run,
    },
    Command {
        name: "fuzz",
        arguments: "TARGET [SEED]",
        summary: "random inputs until one fails: text, html, changes, exports, settings, messages, pages",
        run: fuzz::run,
    },
    Command {
        name: "licences",
        arguments: "",
        summary: "the licences of all that is shipped, as extension/LICENCES.txt",
        run: licences::run,
    },
    Command {
        name: "soak",
        arguments: "[DIR] [--loads N] [--seed S] [--browser NAME]",
        summary: "a long session at random: errors, growth of memory, lost settings",
        run: soak::run,
    },
    Command { name: "train", arguments: "", summary: "the shipped weights again, from ../shared", run: train::run },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        eprintln!("{}", usage());
        return ExitCode::from(2);
    };
    if matches!(name.as_str(), "help" | "-h" | "--help") {
        println!("{}", usage());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        let names: Vec<_> = COMMANDS.iter().map(|command| command.name).collect();
        eprintln!("xtask: no command {name:?}; there are: {}", names.join(", "));
        return ExitCode::from(2);
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {name}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let mut text = String::from("usage: cargo xtask COMMAND\n");
    for Command { name, arguments, summary, .. } in COMMANDS {
        text += &format!("\n  {:<62} {summary}", format!("{name} {arguments}").trim_end());
    }
    text
}

/// Refuses arguments to a command that takes none.
fn no_arguments(arguments: &[String]) -> Result<()> {
    match arguments.first() {
        Some(argument) => bail!("takes no argument, but got {argument:?}"),
        None => Ok(()),
    }
}
