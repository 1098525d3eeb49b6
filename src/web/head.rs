//! What a page says of itself as a whole.

use crate::article::{read, snapshot::Snapshot};
use web_sys::{Document, Element};

/// A snapshot of `document` that has no nodes yet.
pub fn read(document: &Document) -> Snapshot {
    let root = document.document_element();
    let mut page = Snapshot {
        url: document.url().map(|url| url.split('#').next().unwrap_or("").to_owned()).unwrap_or_default(),
        title: document.title().trim().to_owned(),
        lang: root.and_then(|root| root.get_attribute("lang")).unwrap_or_default(),
        ..Snapshot::default()
    };
    for meta in all(document, "meta") {
        page.meta.extend(read::meta(|name| meta.get_attribute(name)));
    }
    for script in all(document, "script") {
        if script.get_attribute("type").is_some_and(|kind| read::is_json_ld(&kind)) {
            page.json_ld.push(script.text_content().unwrap_or_default());
        }
    }
    page
}

fn all(document: &Document, tag: &str) -> impl Iterator<Item = Element> {
    let found = document.get_elements_by_tag_name(tag);
    (0..found.length()).filter_map(move |i| found.item(i))
}
