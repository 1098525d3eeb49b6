//! One pass over a page's DOM: a plain snapshot, and the nodes that it was made of.

use super::{
    bind::{Seen, VisibilityOptions},
    events::window,
    head,
    walk::Walk,
};
use crate::{
    article::{
        read,
        snapshot::{Builder, Data, NodeId, Snapshot},
    },
    pace::Pace,
};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, ShadowRoot, Text};

/// Nodes of a page beyond which it is not read: no article comes near.
const MOST_NODES: u32 = 150_000;
/// Bytes of text beyond which a page is not read.
const MOST_TEXT: usize = 3_000_000;

/// A page as data, and where the data stands.
#[derive(Default)]
pub struct Reading {
    /// The page.
    pub snapshot: Snapshot,
    /// The page's node of each of the snapshot's nodes.
    pub nodes: Vec<Node>,
    /// Elements that take up room without text where they are shown: pictures, players, fields.
    pub solids: Vec<Element>,
    /// The open shadow roots that were read.
    pub roots: Vec<ShadowRoot>,
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

/// Why a page could not be read.
#[derive(Debug)]
pub enum Unread {
    /// It is larger than any article.
    TooLarge,
    /// It was changed while it was read.
    Torn,
}

/// Reads all that is shown of `root` in `document`.
pub async fn read(document: &Document, root: &Element, pace: &Pace) -> Result<Reading, Unread> {
    let options = VisibilityOptions::new();
    options.set_visibility_property(true);
    let mut builder = Builder::new(head::read(document));
    let mut reading = Reading::default();
    let (mut count, mut bytes) = (0, 0);
    let mut walk = Walk::new(root.clone().into());
    while let Some(here) = walk.next(|| builder.close()) {
        count += 1;
        if count > MOST_NODES || bytes > MOST_TEXT {
            return Err(Unread::TooLarge);
        }
        match here.node_type() {
            Node::TEXT_NODE => {
                let data = here.unchecked_ref::<Text>().data();
                bytes += data.len();
                builder.text(&data);
                reading.nodes.push(here.clone());
            }
            Node::ELEMENT_NODE if enter(here.unchecked_ref(), &options, &mut builder, &mut reading) => {
                reading.roots.extend(walk.enter(here.unchecked_ref()));
            }
            _ => {}
        }
        if pace.rest(4).await && !here.is_connected() {
            return Err(Unread::Torn);
        }
    }
    reading.snapshot = builder.finish();
    Ok(reading)
}

/// Keeps `element` where something in it may be read; whether what is in it is to be read as well, in which case it is
/// open.
fn enter(element: &Element, options: &VisibilityOptions, builder: &mut Builder, reading: &mut Reading) -> bool {
    let tag = element.local_name();
    let left_out = read::left_out(&tag);
    if left_out || matches!(tag.as_str(), "img" | "button") {
        reading.solids.push(element.clone());
    }
    if left_out {
        return false;
    }
    let attributes = element.has_attributes();
    let mut kept = read::element(&tag, |name| if attributes { element.get_attribute(name) } else { None });
    kept.hidden |= !shown(element, options);
    let within = !kept.hidden && !edited(element);
    builder.open(kept);
    reading.nodes.push(element.clone().into());
    if !within {
        builder.close();
    }
    within
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
