//! One pass over a page's DOM: a plain snapshot, and the nodes that it was made of.

use super::bind::{Seen, VisibilityOptions};
use super::events::window;
use crate::article::{
    read,
    snapshot::{Builder, Data, NodeId, Snapshot},
};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, Text};

/// Nodes of a page beyond which it is not read: no article comes near.
const MOST_NODES: u32 = 150_000;
/// Bytes of text beyond which a page is not read.
const MOST_TEXT: usize = 3_000_000;

/// A page as data, and where the data stands.
pub struct Reading {
    /// The page.
    pub snapshot: Snapshot,
    /// The page's node of each of the snapshot's nodes.
    pub nodes: Vec<Node>,
    /// Elements that take up room without text where they are shown: pictures, players, fields.
    pub solids: Vec<Element>,
}

impl Reading {
    /// A text node of the snapshot; `None` where `id` is no text.
    pub fn text(&self, id: NodeId) -> Option<(&Text, &str)> {
        match &self.snapshot.nodes.get(id as usize)?.data {
            Data::Text(data) => Some((self.nodes.get(id as usize)?.unchecked_ref(), data)),
            Data::Element(_) => None,
        }
    }

    /// All text nodes that hold more than white space.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        (0..self.nodes.len() as NodeId)
            .filter_map(|id| self.text(id))
            .filter_map(|(node, data)| (!data.trim().is_empty()).then_some(node))
    }
}

/// The page was larger than any article.
#[derive(Debug)]
pub struct TooLarge;

/// Reads all that is shown of `root` in `document`.
pub fn read(document: &Document, root: &Element) -> Result<Reading, TooLarge> {
    let options = VisibilityOptions::new();
    options.set_visibility_property(true);
    let mut builder = Builder::new(page_wide(document));
    let mut reading = Reading { snapshot: Snapshot::default(), nodes: Vec::new(), solids: Vec::new() };
    let (mut count, mut bytes) = (0, 0);
    let mut here: Node = root.clone().into();
    loop {
        count += 1;
        if count > MOST_NODES || bytes > MOST_TEXT {
            return Err(TooLarge);
        }
        let inside = match here.node_type() {
            Node::TEXT_NODE => {
                let data = here.unchecked_ref::<Text>().data();
                bytes += data.len();
                builder.text(&data);
                reading.nodes.push(here.clone());
                None
            }
            Node::ELEMENT_NODE => enter(here.unchecked_ref(), &options, &mut builder, &mut reading),
            _ => None,
        };
        // Down, else along, else up and along.
        here = match inside {
            Some(child) => child,
            None => match onward(here, root, &mut builder) {
                Some(next) => next,
                None => break,
            },
        };
    }
    reading.snapshot = builder.finish();
    Ok(reading)
}

/// Opens `element` where something in it may be read, and gives its first child; the caller closes it.
fn enter(element: &Element, options: &VisibilityOptions, builder: &mut Builder, reading: &mut Reading) -> Option<Node> {
    let tag = element.local_name();
    let left_out = read::left_out(&tag);
    if left_out || matches!(tag.as_str(), "img" | "button") {
        reading.solids.push(element.clone());
    }
    if left_out {
        return None;
    }
    let attributes = element.has_attributes();
    let mut kept = read::element(&tag, |name| if attributes { element.get_attribute(name) } else { None });
    kept.hidden |= !shown(element, options);
    let child = if kept.hidden || edited(element) { None } else { element.first_child() };
    builder.open(kept);
    reading.nodes.push(element.clone().into());
    if child.is_none() {
        builder.close();
    }
    child
}

/// The node after `here` and all that is in it, within `root`.
fn onward(mut here: Node, root: &Element, builder: &mut Builder) -> Option<Node> {
    let root: &Node = root;
    while here != *root {
        if let Some(next) = here.next_sibling() {
            return Some(next);
        }
        here = here.parent_node()?;
        builder.close();
    }
    None
}

fn shown(element: &Element, options: &VisibilityOptions) -> bool {
    element.unchecked_ref::<Seen>().check_visibility(options)
        // `display: contents` has no box of its own, yet what is in it may be shown.
        || window()
            .get_computed_style(element)
            .ok()
            .flatten()
            .and_then(|style| style.get_property_value("display").ok())
            .is_some_and(|display| display == "contents")
}

/// Whether the reader writes in it.
fn edited(element: &Element) -> bool {
    element.get_attribute("contenteditable").is_some_and(|value| value != "false")
}

fn page_wide(document: &Document) -> Snapshot {
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
