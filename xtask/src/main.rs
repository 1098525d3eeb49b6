//! Hearsay's developer commands: `cargo xtask …`.
//!
//! Standard output carries data and nothing else; progress and complaints go to standard error.

mod annotate;
mod build;
mod paths;
mod process;
mod setup;
mod stamp;

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
        name: "build",
        arguments: "",
        summary: "unpacked extensions and the page under dist/",
        run: |arguments| no_arguments(arguments).and_then(|()| build::all()),
    },
    Command {
        name: "annotate",
        arguments: "",
        summary: "JSON lines {\"id\", \"text\"} in, who said what out",
        run: annotate::run,
    },
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
