//! The page's text cut into passages: runs of text that no block border interrupts.

use super::{
    Piece,
    fold::Folded,
    hints::{self, Hints},
    snapshot::{Data, Element, NodeId, Snapshot},
};
use crate::{keyed::Keyed, pace::Pace, span::Span};

/// All visible text of a page.
#[derive(Debug, Default)]
pub struct Passages {
    /// The passages' texts, one after the other.
    pub text: String,
    /// Where it came from, in order.
    pub pieces: Vec<Piece>,
    /// In page order.
    pub list: Vec<Passage>,
}

/// A paragraph, heading, list item, menu entry …
#[derive(Clone, Copy, Debug)]
pub struct Passage {
    /// In [`Passages::text`].
    pub span: Span,
    /// Its first text node.
    pub node: NodeId,
    /// The innermost block element around it.
    pub block: NodeId,
    /// What is around it.
    pub place: Place,
    /// Bytes of it that stand in links.
    pub linked: usize,
    /// Bytes of it that are bold or italic.
    pub stressed: usize,
}

/// What surrounds a text node, handed down from element to element.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// Tags around it, as bits of [`tags`].
    pub tags: u32,
    /// Hints of all elements around it but the body.
    pub around: Hints,
    /// Hints of the innermost three block elements, innermost first.
    pub near: [Hints; 3],
}

/// Bits of [`Place::tags`]: what an element's tag says.
#[allow(missing_docs)]
pub mod tags {
    pub const LINK: u32 = 1 << 0;
    pub const STRESS: u32 = 1 << 1;
    pub const P: u32 = 1 << 2;
    pub const ITEM: u32 = 1 << 3;
    pub const TABLE: u32 = 1 << 4;
    pub const FIGURE: u32 = 1 << 5;
    pub const ASIDE: u32 = 1 << 6;
    pub const NAV: u32 = 1 << 7;
    pub const FOOTER: u32 = 1 << 8;
    pub const HEADER: u32 = 1 << 9;
    pub const FORM: u32 = 1 << 10;
    pub const BUTTON: u32 = 1 << 11;
    pub const QUOTE: u32 = 1 << 12;
    pub const ARTICLE: u32 = 1 << 13;
    pub const MAIN: u32 = 1 << 14;
    pub const SECTION: u32 = 1 << 15;
    pub const TITLE: u32 = 1 << 16;
    pub const HEADING: u32 = 1 << 17;
    pub const CAPTION: u32 = 1 << 18;

    /// Every bit with its name.
    pub const NAMED: [(&str, u32); 19] = [
        ("link", LINK),
        ("stress", STRESS),
        ("p", P),
        ("item", ITEM),
        ("table", TABLE),
        ("figure", FIGURE),
        ("aside", ASIDE),
        ("nav", NAV),
        ("footer", FOOTER),
        ("header", HEADER),
        ("form", FORM),
        ("button", BUTTON),
        ("quote", QUOTE),
        ("article", ARTICLE),
        ("main", MAIN),
        ("section", SECTION),
        ("title", TITLE),
        ("heading", HEADING),
        ("caption", CAPTION),
    ];
}

/// The bit of [`Place::tags`] that an element of this name sets; 0 for most.
fn bit(tag: &str) -> u32 {
    match tag {
        "a" => tags::LINK,
        "b" | "strong" | "em" | "i" => tags::STRESS,
        "p" => tags::P,
        "li" | "dd" | "dt" => tags::ITEM,
        "table" => tags::TABLE,
        "figure" => tags::FIGURE,
        "figcaption" | "caption" => tags::CAPTION,
        "aside" => tags::ASIDE,
        "nav" | "menu" => tags::NAV,
        "footer" => tags::FOOTER,
        "header" => tags::HEADER,
        "form" | "fieldset" => tags::FORM,
        "button" | "label" => tags::BUTTON,
        "blockquote" => tags::QUOTE,
        "article" => tags::ARTICLE,
        "main" => tags::MAIN,
        "section" => tags::SECTION,
        "h1" => tags::TITLE,
        "h2" | "h3" | "h4" | "h5" | "h6" => tags::HEADING,
        _ => 0,
    }
}

/// Whether an element stands in its line. Elements that HTML does not know (and buttons) do so only in a paragraph.
fn inline(tag: &str, around: u32) -> bool {
    const TAGS: [&str; 36] = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "img", "ins", "kbd", "label", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source",
        "span", "strike", "strong", "sub", "sup", "time", "u",
    ];
    TAGS.contains(&tag)
        || matches!(tag, "var" | "wbr" | "tt")
        || (around & tags::P != 0 && (tag == "button" || tag.contains('-')))
}

impl Place {
    /// The place inside an element that adds a tag and hints of its own.
    fn inside(self, tag: u32, own: Hints, block: bool) -> Place {
        let near =
            if block { [own, self.near[0], self.near[1]] } else { [self.near[0] | own, self.near[1], self.near[2]] };
        Place { tags: self.tags | tag, around: self.around | own, near }
    }
}

/// An element whose end is still to come.
struct Open {
    id: NodeId,
    end: NodeId,
    /// The innermost block element: itself, if it is one.
    block: NodeId,
    place: Place,
}

/// Cuts the visible text of `page` into passages.
pub async fn of(page: &Snapshot, pace: &Pace) -> Passages {
    let mut reader = Reader::default();
    let mut id = 0;
    while let Some(node) = page.nodes.get(id) {
        reader.leave(id as NodeId);
        let mut next = id + 1;
        match &node.data {
            Data::Text(data) => reader.text(id as NodeId, data),
            Data::Element(element) if element.hidden && id > 0 => next = (node.end as usize).max(next),
            Data::Element(element) if element.tag == "br" => reader.line_break(),
            Data::Element(element) => reader.enter(id as NodeId, node.end, element),
        }
        id = next;
        pace.rest(1).await;
    }
    reader.flush();
    Passages { text: reader.folded.text, pieces: reader.folded.pieces, list: reader.list }
}

#[derive(Default)]
struct Reader<'a> {
    /// Hints by their words: sites repeat them a thousand times.
    known: Keyed<'a, Hints>,
    folded: Folded,
    list: Vec<Passage>,
    open: Vec<Open>,
    /// The passage that is being gathered; its span is not set yet.
    current: Option<Passage>,
    /// The last thing seen was a line break.
    broken: bool,
}

impl<'a> Reader<'a> {
    /// Closes the elements that end before node `id`.
    fn leave(&mut self, id: NodeId) {
        while let Some(open) = self.open.pop_if(|open| open.end <= id) {
            if open.block == open.id {
                self.flush();
            }
        }
    }

    fn enter(&mut self, id: NodeId, end: NodeId, element: &'a Element) {
        let Some(&Open { block: outer, place: around, .. }) = self.open.last() else {
            // The body: what is said of it is said of the whole page.
            self.open.push(Open { id, end, block: id, place: Place::default() });
            return;
        };
        let block = if inline(&element.tag, around.tags) { outer } else { id };
        if block == id {
            self.flush();
        }
        let own = *self.known.or(&*element.hints, || hints::of(&element.hints));
        self.open.push(Open { id, end, block, place: around.inside(bit(&element.tag), own, block == id) });
    }

    fn text(&mut self, node: NodeId, data: &str) {
        let Some(&Open { block, place, .. }) = self.open.last() else { return };
        let before = self.folded.text.len();
        self.folded.push(node, data);
        let added = self.folded.text.len() - before;
        if added == 0 {
            return;
        }
        self.broken = false;
        let passage =
            self.current.get_or_insert(Passage { span: Span::default(), node, block, place, linked: 0, stressed: 0 });
        if place.tags & tags::LINK != 0 {
            passage.linked += added;
        }
        if place.tags & tags::STRESS != 0 {
            passage.stressed += added;
        }
    }

    /// Two breaks end a passage, and so does one after a finished sentence.
    fn line_break(&mut self) {
        let finished = self.folded.open().trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '!', '?', '…']);
        if self.broken || finished {
            self.flush();
        } else {
            self.folded.space();
        }
        self.broken = true;
    }

    fn flush(&mut self) {
        self.broken = false;
        if let (Some(span), Some(passage)) = (self.folded.take(), self.current.take()) {
            self.list.push(Passage { span, ..passage });
        }
    }
}
