//! What the stores are told, under `extension/store/`.

use crate::build::{Browser, manifest};
use crate::paths;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeSet;

/// Each text, and how many characters the stricter store takes of it.
const TEXTS: [(&str, usize); 3] = [("summary.txt", 132), ("description.txt", 15_000), ("purpose.txt", 1_000)];
/// Of one permission.
const LONGEST_REASON: usize = 1_000;
/// Of an extension's name and its description in the manifest, by which Chrome's store lists it in each language.
const LONGEST_NAME: usize = 45;
const LONGEST_DESCRIPTION: usize = 132;
/// Width and height of a picture, at most five of which Chrome's store takes.
const PICTURE: (u32, u32) = (1280, 800);

/// Fails where a text is missing or too long, a permission is not explained, or a picture has the wrong size.
pub fn check() -> Result<()> {
    for (name, most) in TEXTS {
        fits(&text(name)?, most).context(name)?;
    }
    reasons()?;
    locales()?;
    pictures()
}

fn text(name: &str) -> Result<String> {
    Ok(String::from_utf8(paths::read(&paths::root().join("extension/store").join(name))?)?.trim().to_owned())
}

fn fits(text: &str, most: usize) -> Result<()> {
    let length = text.chars().count();
    ensure!((1..=most).contains(&length), "{length} characters, of {most}");
    Ok(())
}

/// A paragraph for each permission that a manifest asks for, and for no other: `permission: why`.
fn reasons() -> Result<()> {
    let text = text("permissions.txt")?;
    let mut explained = BTreeSet::new();
    for paragraph in text.split("\n\n") {
        let (name, reason) = paragraph.split_once(": ").with_context(|| format!("no permission in {paragraph:?}"))?;
        fits(reason, LONGEST_REASON).with_context(|| name.to_owned())?;
        explained.insert(name.to_owned());
    }
    let mut asked = BTreeSet::new();
    for browser in Browser::ALL {
        let manifest: Value = serde_json::from_str(&manifest::generate(browser)?)?;
        let lists = [&manifest["permissions"], &manifest["content_scripts"][0]["matches"]];
        asked.extend(
            lists.into_iter().flat_map(|list| list.as_array()).flatten().filter_map(Value::as_str).map(str::to_owned),
        );
    }
    ensure!(explained == asked, "permissions.txt explains {explained:?}, and the manifests ask for {asked:?}");
    Ok(())
}

/// Each language's name and description.
fn locales() -> Result<()> {
    let folder = paths::root().join("extension/_locales");
    for file in paths::files(&folder)? {
        let words: Value = serde_json::from_slice(&paths::read(&folder.join(&file))?)?;
        for (key, most) in [("name", LONGEST_NAME), ("description", LONGEST_DESCRIPTION)] {
            fits(words[key]["message"].as_str().unwrap_or(""), most).with_context(|| format!("{key} in {file}"))?;
        }
    }
    Ok(())
}

fn pictures() -> Result<()> {
    let folder = paths::root().join("extension/store/screenshots");
    let names = paths::files(&folder)?;
    ensure!((1..=5).contains(&names.len()), "{} pictures, of at most 5", names.len());
    for name in names {
        let bytes = paths::read(&folder.join(&name))?;
        let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let size = number(16).zip(number(20)).filter(|_| bytes.starts_with(b"\x89PNG"));
        ensure!(size == Some(PICTURE), "{name} is {size:?}, not {PICTURE:?}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stores_take_what_they_are_told() {
        check().unwrap();
    }

    #[test]
    fn too_long_and_empty_are_refused() {
        assert!(fits("so", 2).is_ok());
        assert!(fits("", 2).is_err());
        assert!(fits("söö", 2).is_err());
    }
}
