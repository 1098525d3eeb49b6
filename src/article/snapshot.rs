//! A page as plain data: what one pass over its DOM saw.

/// Index of a node in [`Snapshot::nodes`]. Nodes stand in document order (preorder).
pub type NodeId = u32;

/// A flat copy of a page. Knows no browser; the web layer and the HTML reader of the tools both build it.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// Address of the page, without fragment; may be empty.
    pub url: String,
    /// `<title>`.
    pub title: String,
    /// `lang` of the root element; may be empty.
    pub lang: String,
    /// Name (or property, or itemprop) and content of each `<meta>`, in page order, names in lower case.
    pub meta: Vec<(String, String)>,
    /// Text of each `<script type="application/ld+json">`, unparsed.
    pub json_ld: Vec<String>,
    /// Elements and text nodes of the body in document order.
    pub nodes: Vec<Node>,
}

impl Snapshot {
    /// The nearest element of this name that holds node `id` or is it, within `REACH` levels.
    pub fn nearest(&self, id: NodeId, tag: &str) -> Option<NodeId> {
        let mut up = std::iter::successors(Some(id), |&id| self.nodes[id as usize].parent).take(REACH);
        up.find(|&id| matches!(&self.nodes[id as usize].data, Data::Element(element) if element.tag == tag))
    }
}

/// Levels that are looked up from a node: pages may be nested as deep as they like.
const REACH: usize = 100;

/// An element or a text node.
#[derive(Clone, Debug)]
pub struct Node {
    /// The element it stands in; `None` for the body itself.
    pub parent: Option<NodeId>,
    /// One past the last node of its subtree.
    pub end: NodeId,
    /// What it is.
    pub data: Data,
}

/// The two sorts of node that a snapshot keeps.
#[derive(Clone, Debug)]
pub enum Data {
    /// An element.
    Element(Element),
    /// The data of a text node exactly as in the DOM, white space included.
    Text(String),
}

/// What is kept of an element.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Local name in lower case.
    pub tag: String,
    /// `id`, `class`, `role`, `itemprop`, `rel`, `data-testid`, `aria-label` values, in lower case, separated by
    /// spaces.
    pub hints: String,
    /// `href` of links, as written.
    pub href: String,
    /// Not shown: `hidden`, `aria-hidden="true"`, or display or visibility says so.
    pub hidden: bool,
}

/// Builds a [`Snapshot`] in document order.
#[derive(Debug, Default)]
pub struct Builder {
    snapshot: Snapshot,
    open: Vec<NodeId>,
}

impl Builder {
    /// A builder on a snapshot whose page-wide fields are set by the caller and whose nodes are empty.
    pub fn new(snapshot: Snapshot) -> Self {
        Self { snapshot, open: Vec::new() }
    }

    fn push(&mut self, data: Data) -> NodeId {
        let id = self.snapshot.nodes.len() as NodeId;
        self.snapshot.nodes.push(Node { parent: self.open.last().copied(), end: id + 1, data });
        id
    }

    /// Opens an element; every call needs its [`close`](Self::close).
    pub fn open(&mut self, element: Element) -> NodeId {
        let id = self.push(Data::Element(element));
        self.open.push(id);
        id
    }

    /// Adds a text node.
    pub fn text(&mut self, data: &str) -> NodeId {
        self.push(Data::Text(data.to_owned()))
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if let Some(id) = self.open.pop() {
            self.snapshot.nodes[id as usize].end = self.snapshot.nodes.len() as NodeId;
        }
    }

    /// The snapshot, with every open element closed.
    pub fn finish(mut self) -> Snapshot {
        while !self.open.is_empty() {
            self.close();
        }
        self.snapshot
    }
}
