//! One manifest for two browsers: `extension/manifest.json`, over which `manifest.BROWSER.json` lays what differs.

use super::Browser;
use crate::paths;
use anyhow::{Context, Result};
use serde_json::{Map, Value};

/// Whether a file of that name is a part that manifests are made from, and no part of the extension itself.
pub fn is_source(name: &str) -> bool {
    name.starts_with("manifest.") && name.ends_with(".json")
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
    fn the_version_is_the_workspaces_and_stands_nowhere_else() {
        for browser in Browser::ALL {
            let manifest: Value = serde_json::from_str(&generate(browser).unwrap()).unwrap();
            assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
            assert!(!read(&format!("manifest.{}.json", browser.name())).unwrap().contains_key("version"));
        }
        assert!(!read("manifest.json").unwrap().contains_key("version"));
        let root = paths::root();
        let cargo =
            |folder: &str| String::from_utf8(paths::read(&root.join(folder).join("Cargo.toml")).unwrap()).unwrap();
        assert!(cargo("").contains(concat!("\nversion = \"", env!("CARGO_PKG_VERSION"), "\"\n")));
        for folder in ["", "src/network", "xtask", "xtask/fuzz", "xtask/html", "xtask/trainer"] {
            assert!(cargo(folder).contains("\nversion.workspace = true\n"), "{folder}");
        }
        for folder in ["xtask/browser", "xtask/trainer"] {
            let package: Value =
                serde_json::from_slice(&paths::read(&root.join(folder).join("package.json")).unwrap()).unwrap();
            assert_eq!(package.get("version"), None, "{folder}");
        }
    }

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
