//! From places in the article's text to places in the page's text nodes.

use super::read::Reading;
use crate::{
    article::{Article, snapshot::NodeId},
    span::Span,
    utf16::Utf16Map,
};
use web_sys::{DomRect, Range, Text};

/// A run of characters in one text node, in UTF-16 units.
#[derive(Clone)]
pub struct Fragment {
    /// The node in the snapshot.
    pub id: NodeId,
    /// The node in the page.
    pub node: Text,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

impl Fragment {
    /// Its boxes on the screen, one a line, with `range` as a tool; none where the page has changed since.
    pub fn rects(&self, range: &Range) -> Vec<DomRect> {
        let set = range.set_start(&self.node, self.start).and_then(|()| range.set_end(&self.node, self.end));
        let list = set.ok().and_then(|()| range.get_client_rects());
        list.map_or_else(Vec::new, |list| (0..list.length()).filter_map(|i| list.item(i)).collect())
    }
}

/// Finds places of one article in the page that it was read from.
pub struct Anchors<'a> {
    article: &'a Article,
    reading: &'a Reading,
    /// Of each node met so far: its offsets, or `None` where its text is no longer what was read.
    maps: Vec<Option<Option<Utf16Map<'a>>>>,
}

impl<'a> Anchors<'a> {
    /// Nothing is looked up yet.
    pub fn new(article: &'a Article, reading: &'a Reading) -> Self {
        Self { article, reading, maps: Vec::new() }
    }

    /// Where `spans` stand; `None` unless every word of them is found again.
    pub fn find(&mut self, spans: &[Span]) -> Option<Vec<Fragment>> {
        let mut found: Vec<Fragment> = Vec::new();
        for &span in spans {
            let first = found.len();
            for piece in self.article.pieces(span) {
                let (node, data) = self.reading.text(piece.node)?;
                let id = piece.node as usize;
                if self.maps.len() <= id {
                    self.maps.resize_with(id + 1, || None);
                }
                let map = self.maps[id].get_or_insert_with(|| (node.data() == data).then(|| Utf16Map::new(data)));
                let map = map.as_ref()?;
                let std::ops::Range { start, end } = map.units(piece.start, piece.span.of(&self.article.text))?;
                // What lies between two pieces of one node is white space that was folded.
                if let Some(last) = found[first..].last_mut().filter(|last| last.id == piece.node) {
                    last.end = end;
                    continue;
                }
                found.push(Fragment { id: piece.node, node: node.clone(), start, end });
            }
        }
        (!found.is_empty()).then_some(found)
    }
}
