//! `licences`: one file with the licences of everything that is in the packages.

mod crates;

use crate::paths;
use anyhow::{Context, Result};
use crates::Crate;
use std::path::PathBuf;

/// Licences that a part of what is shipped may have, those first that are taken where there is a choice.
const ALLOWED: [&str; 4] = ["MIT", "Apache-2.0", "Zlib", "Unicode-3.0"];

/// What is shipped beside crates.
const PARTS: &str = include_str!("parts.txt");

/// Writes the file.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    paths::write(&path(), text()?)
}

/// Fails where the file is not what `run` would write.
pub fn check() -> Result<()> {
    let kept = paths::read(&path())?;
    anyhow::ensure!(kept == text()?.into_bytes(), "extension/LICENCES.txt is out of date: run `cargo xtask licences`");
    Ok(())
}

fn path() -> PathBuf {
    paths::root().join("extension/LICENCES.txt")
}

/// The file's text: what is shipped with its licences, then the texts, each once.
fn text() -> Result<String> {
    let shipped = crates::shipped()?;
    let mut out = format!("Licences of what is in the packages of Hearsay\n\n{PARTS}\n");
    out += "Crates compiled into hearsay.wasm and engine-js.js\n";
    let own = |name: &str| -> Result<String> { Ok(String::from_utf8(paths::read(&paths::root().join(name))?)?) };
    let mut texts = vec![
        (own("LICENSE-MIT")?, vec!["Hearsay".to_owned()]),
        (
            own("LICENSE-APACHE")?,
            vec!["Hearsay".to_owned(), "the Rust standard library".to_owned(), "binaryen".to_owned()],
        ),
    ];
    for one in &shipped {
        let Crate { name, version, expression } = one;
        let chosen = choose(expression).with_context(|| format!("{name} has the licence {expression:?}"))?;
        out += &format!("    {name} {version}: {expression}");
        out += &if chosen == [expression.as_str()] {
            "\n".to_owned()
        } else {
            format!(", here under {}\n", chosen.join(" AND "))
        };
        for licence in chosen {
            let text = one.text(licence)?;
            let title = format!("{name} {version}");
            match texts.iter_mut().find(|(known, _)| *known == text) {
                Some((_, titles)) => titles.push(title),
                None => texts.push((text, vec![title])),
            }
        }
    }
    for (text, titles) in texts {
        out += &format!("\n{}\n{}\n\n{}\n", "-".repeat(80), titles.join(", "), text.trim_end());
    }
    Ok(out)
}

/// The licences that a crate of this `expression` is taken under; `None` where one of them is not allowed.
fn choose(expression: &str) -> Option<Vec<&'static str>> {
    // Before there were expressions, a choice was written with a slash.
    let expression = expression.replace('/', " OR ");
    let parts = expression.split(" AND ").map(|part| {
        let part = part.trim_matches(['(', ')', ' ']);
        ALLOWED.into_iter().find(|allowed| part.split(" OR ").any(|choice| choice == *allowed))
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_up_to_date() {
        check().unwrap();
    }

    #[test]
    fn every_licence_is_allowed() {
        let shipped = crates::shipped().unwrap();
        assert!(shipped.len() > 10, "crates are seen");
        for Crate { name, expression, .. } in shipped {
            assert!(choose(&expression).is_some(), "{name}: {expression}");
        }
    }

    #[test]
    fn what_is_not_allowed_is_not_chosen() {
        assert_eq!(choose("Zlib OR Apache-2.0 OR MIT"), Some(vec!["MIT"]));
        assert_eq!(choose("Apache-2.0/MIT"), Some(vec!["MIT"]));
        assert_eq!(choose("(MIT OR Apache-2.0) AND Unicode-3.0"), Some(vec!["MIT", "Unicode-3.0"]));
        assert_eq!(choose("MIT AND GPL-3.0"), None);
        assert_eq!(choose("MPL-2.0"), None);
    }
}
