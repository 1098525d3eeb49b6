//! What a page says of itself as a whole.

use crate::article::{read, snapshot::Snapshot};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Text};

/// Bytes of all that a page says of itself; what is larger than what is left of them is left out.
const MOST: usize = 1_000_000;
/// Elements of a sort that are looked at.
const MOST_TAGS: u32 = 2000;

/// A snapshot of `document` that has no nodes yet.
pub fn read(document: &Document) -> Snapshot {
    let root = document.document_element();
    let mut page = Snapshot {
        url: document.url().map(|url| url.split('#').next().unwrap_or("").to_owned()).unwrap_or_default(),
        title: document.title().trim().to_owned(),
        lang: root.and_then(|root| root.get_attribute("lang")).unwrap_or_default(),
        ..Snapshot::default()
    };
    let mut left = MOST;
    for meta in all(document, "meta") {
        if let Some((name, content)) = read::meta(|name| meta.get_attribute(name))
            && let Some(rest) = left.checked_sub(name.len() + content.len())
        {
            left = rest;
            page.meta.push((name, content));
        }
    }
    for script in all(document, "script") {
        if script.get_attribute("type").is_some_and(|kind| read::is_json_ld(&kind))
            && let Some(text) = text(&script, left)
        {
            left -= text.len();
            page.json_ld.push(text);
        }
    }
    page
}

/// The text of `script`; `None` where that is more than `most` bytes, which are not copied first.
fn text(script: &Element, most: usize) -> Option<String> {
    let mut text = String::new();
    let mut next = script.first_child();
    while let Some(node) = next {
        if let Some(node) = node.dyn_ref::<Text>() {
            if text.len() + node.length() as usize > most {
                return None;
            }
            text += &node.data();
        }
        next = node.next_sibling();
    }
    (text.len() <= most).then_some(text)
}

fn all(document: &Document, tag: &str) -> impl Iterator<Item = Element> {
    let found = document.get_elements_by_tag_name(tag);
    (0..found.length().min(MOST_TAGS)).filter_map(move |i| found.item(i))
}
