//! A walk over a page as the reader sees it: in an open shadow tree, with what is put into its slots in their places.

use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, Node, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Element)]
    type Slot;

    #[wasm_bindgen(method, js_name = assignedNodes)]
    fn assigned_nodes(this: &Slot) -> Array;
}

/// Nodes beside each other that are still to come.
enum Row {
    /// A node and its siblings.
    Siblings(Option<Node>),
    /// What was put into a slot, from an index on.
    Slotted(Array, u32),
}

impl Row {
    fn next(&mut self) -> Option<Node> {
        match self {
            Row::Siblings(next) => {
                let here = next.take()?;
                *next = here.next_sibling();
                Some(here)
            }
            Row::Slotted(nodes, index) => {
                let here = nodes.get(*index);
                *index += 1;
                here.dyn_into().ok()
            }
        }
    }
}

/// A walk in reading order.
pub struct Walk {
    first: Option<Node>,
    rows: Vec<Row>,
}

impl Walk {
    /// From `root` on, through all that is in it.
    pub fn new(root: Node) -> Self {
        Self { first: Some(root), rows: Vec::new() }
    }

    /// The next node; `leave` is called for each element entered whose end is passed.
    pub fn next(&mut self, mut leave: impl FnMut()) -> Option<Node> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        loop {
            if let Some(next) = self.rows.last_mut()?.next() {
                return Some(next);
            }
            self.rows.pop();
            leave();
        }
    }

    /// Goes on within `element`, the node met last; the shadow root that stands for what is in it, if any.
    pub fn enter(&mut self, element: &Element) -> Option<ShadowRoot> {
        let root = element.shadow_root();
        let slotted = (root.is_none() && element.local_name() == "slot")
            .then(|| element.unchecked_ref::<Slot>().assigned_nodes())
            .filter(|nodes| nodes.length() > 0);
        self.rows.push(match (&root, slotted) {
            (Some(root), _) => Row::Siblings(root.first_child()),
            (None, Some(nodes)) => Row::Slotted(nodes, 0),
            (None, None) => Row::Siblings(element.first_child()),
        });
        root
    }
}
