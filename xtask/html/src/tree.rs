//! A DOM in one vector: the parser links nodes by index, so that no page is deep enough to overflow a stack.

use html5ever::{
    Attribute, LocalName, Namespace, QualName, expanded_name,
    interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink},
    local_name, ns,
    tendril::StrTendril,
};
use std::{
    borrow::Cow,
    cell::{Ref, RefCell},
};

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

/// The parser's way into a [`Tree`].
pub struct Sink(RefCell<Tree>);

impl Default for Sink {
    fn default() -> Self {
        let mut tree = Tree { nodes: Vec::new() };
        tree.push(Kind::Other);
        Self(RefCell::new(tree))
    }
}

/// An element's name while the parser looks at it.
#[derive(Debug)]
pub struct Name<'a>(Ref<'a, QualName>);

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Tree {
        self.0.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name<'a> {
        Name(Ref::map(self.0.borrow(), |tree| match &tree.nodes[*target].kind {
            Kind::Element(name, _) => name,
            _ => unreachable!("the parser names elements only"),
        }))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        let mut tree = self.0.borrow_mut();
        let template = name.expanded() == expanded_name!(html "template");
        let id = tree.push(Kind::Element(name, attributes));
        if template {
            tree.push(Kind::Other); // its contents: found by `get_template_contents`, linked to nothing
        }
        id
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.0.borrow_mut().push(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.0.borrow_mut().push(Kind::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.0.borrow_mut().insert_child(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.0.borrow().nodes[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        target + 1
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let mut tree = self.0.borrow_mut();
        if let NodeOrText::AppendNode(id) = child {
            tree.detach(id);
        }
        if let Some(parent) = tree.nodes[*sibling].parent {
            tree.insert_child(parent, Some(*sibling), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Kind::Element(_, present) = &mut self.0.borrow_mut().nodes[*target].kind {
            for attribute in attributes {
                if present.iter().all(|a| a.name != attribute.name) {
                    present.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.0.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let mut tree = self.0.borrow_mut();
        while let Some(child) = tree.nodes[*node].first {
            tree.insert(*new_parent, None, child);
        }
    }
}
