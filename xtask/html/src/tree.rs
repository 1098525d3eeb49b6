//! A DOM in one vector: the parser links nodes by index, so that no page is deep enough to overflow a stack.

mod sink;

use html5ever::{Attribute, QualName, interface::NodeOrText, tendril::StrTendril};
pub use sink::Sink;

/// Index of a node in its tree.
pub type Id = usize;

/// The document's own index.
const DOCUMENT: Id = 0;

/// What a node is.
pub enum Kind {
    /// An element with its attributes.
    Element(QualName, Vec<Attribute>),
    /// A text node.
    Text(StrTendril),
    /// The document, a comment, or the contents of a template.
    Other,
}

/// A node and its neighbours.
pub struct Node {
    /// What it is.
    pub kind: Kind,
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
}

/// The tree that the parser builds; the first node is the document.
pub struct Tree {
    nodes: Vec<Node>,
}

/// A step of a walk in document order.
pub enum Step {
    /// Arrives at a node.
    Enter(Id),
    /// Leaves it, after all that is in it.
    Leave(Id),
}

impl Tree {
    fn push(&mut self, kind: Kind) -> Id {
        self.nodes.push(Node { kind, parent: None, previous: None, next: None, first: None, last: None });
        self.nodes.len() - 1
    }

    /// The node at `id`.
    pub fn kind(&self, id: Id) -> &Kind {
        &self.nodes[id].kind
    }

    /// The first child of `id`, then its next siblings.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.nodes[id].first, |&child| self.nodes[child].next)
    }

    /// The step after `step` in a walk; `skip` passes over what is in the node just entered.
    pub fn step(&self, step: &Step, skip: bool) -> Option<Step> {
        let after = |id: Id| match (self.nodes[id].next, self.nodes[id].parent) {
            (Some(next), _) => Some(Step::Enter(next)),
            (None, parent) => parent.map(Step::Leave),
        };
        match *step {
            Step::Enter(id) => match self.nodes[id].first {
                Some(first) if !skip => Some(Step::Enter(first)),
                _ => Some(Step::Leave(id)),
            },
            Step::Leave(id) => after(id),
        }
    }

    /// The first step of a walk over the whole tree.
    pub fn start() -> Step {
        Step::Enter(DOCUMENT)
    }

    fn detach(&mut self, id: Id) {
        let Node { parent, previous, next, .. } = self.nodes[id];
        match (previous, parent) {
            (Some(previous), _) => self.nodes[previous].next = next,
            (None, Some(parent)) => self.nodes[parent].first = next,
            (None, None) => {}
        }
        match (next, parent) {
            (Some(next), _) => self.nodes[next].previous = previous,
            (None, Some(parent)) => self.nodes[parent].last = previous,
            (None, None) => {}
        }
        let node = &mut self.nodes[id];
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    /// Puts `id` into `parent`, before its child `next` or at the end.
    fn insert(&mut self, parent: Id, next: Option<Id>, id: Id) {
        self.detach(id);
        let previous = match next {
            Some(next) => self.nodes[next].previous.replace(id),
            None => self.nodes[parent].last.replace(id),
        };
        match previous {
            Some(previous) => self.nodes[previous].next = Some(id),
            None => self.nodes[parent].first = Some(id),
        }
        let node = &mut self.nodes[id];
        (node.parent, node.previous, node.next) = (Some(parent), previous, next);
    }

    /// The same for a node or a text, which joins a text node that stands just before.
    fn insert_child(&mut self, parent: Id, next: Option<Id>, child: NodeOrText<Id>) {
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                let previous = next.map_or(self.nodes[parent].last, |next| self.nodes[next].previous);
                if let Some(Kind::Text(data)) = previous.map(|id| &mut self.nodes[id].kind) {
                    data.push_tendril(&text);
                    return;
                }
                self.push(Kind::Text(text))
            }
        };
        self.insert(parent, next, id);
    }
}
