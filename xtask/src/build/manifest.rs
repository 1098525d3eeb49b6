//! One manifest for two browsers: `extension/manifest.json`, over which `manifest.BROWSER.json` lays what differs.

use super::Browser;
use crate::paths;
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::ffi::OsStr;

/// Whether a file of that name is a part that manifests are made from, and no part of the extension itself.
pub fn is_source(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with("manifest.") && name.ends_with(".json"))
}

/// The manifest for `browser`, with the version that the workspace states.
pub fn generate(browser: Browser) -> Result<String> {
    let mut manifest = read("manifest.json")?;
    overlay(&mut manifest, read(&format!("manifest.{}.json", browser.name()))?);
    manifest.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn read(name: &str) -> Result<Map<String, Value>> {
    let path = paths::root().join("extension").join(name);
    serde_json::from_slice(&paths::read(&path)?).with_context(|| format!("{} is no JSON object", path.display()))
}

/// Objects are merged, anything else is replaced.
fn overlay(base: &mut Map<String, Value>, differences: Map<String, Value>) {
    for (key, value) in differences {
        match (base.get_mut(&key), value) {
            (Some(Value::Object(below)), Value::Object(above)) => overlay(below, above),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn differences_go_on_top_and_the_rest_stays() {
        let Value::Object(mut base) = json!({"name": "x", "action": {"title": "t", "icon": 1}, "list": [1, 2]}) else {
            unreachable!()
        };
        let Value::Object(above) = json!({"action": {"icon": 2}, "list": [3], "new": true}) else { unreachable!() };
        overlay(&mut base, above);
        let expected = json!({"name": "x", "action": {"title": "t", "icon": 2}, "list": [3], "new": true});
        assert_eq!(Value::Object(base), expected);
    }
}
