//! Which statement stands under the pointer.

use super::{bind::CaretPosition, look::Look, statement::Statement};
use crate::{article::snapshot::NodeId, placing::Rect};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomRect, Range, ShadowRoot, Text};

#[wasm_bindgen]
extern "C" {
    /// A document that tells which character a point lies on.
    #[wasm_bindgen(extends = Document)]
    type Located;

    #[wasm_bindgen(method, js_name = caretPositionFromPoint, catch)]
    fn caret_position_from_point(
        this: &Located,
        x: f64,
        y: f64,
        options: &CaretOptions,
    ) -> Result<Option<CaretPosition>, JsValue>;

    /// A plain object.
    #[wasm_bindgen(js_name = Object)]
    type CaretOptions;

    #[wasm_bindgen(constructor, js_class = "Object")]
    fn new() -> CaretOptions;

    /// Shadow trees that are looked into.
    #[wasm_bindgen(method, setter, js_name = shadowRoots)]
    fn set_shadow_roots(this: &CaretOptions, roots: &Array);
}

/// Pixels around a line of text that count as on it.
const NEAR: f64 = 3.0;

/// Where statements stand, by text node.
pub struct Places {
    nodes: js_sys::Map,
    /// Of each node of the snapshot: first unit, unit past the last, index of the statement.
    runs: Vec<Vec<(u32, u32, usize)>>,
    options: CaretOptions,
}

impl Places {
    /// The places of `statements`, some of them perhaps in shadow `roots`.
    pub fn new(statements: &[Statement], roots: &[ShadowRoot]) -> Self {
        let options = CaretOptions::new();
        options.set_shadow_roots(&roots.iter().collect());
        let mut places = Self { nodes: js_sys::Map::new(), runs: Vec::new(), options };
        for (index, statement) in statements.iter().enumerate() {
            for fragment in statement.everywhere() {
                places.nodes.set(&fragment.node, &fragment.id.into());
                let id = fragment.id as usize;
                if places.runs.len() <= id {
                    places.runs.resize(id + 1, Vec::new());
                }
                places.runs[id].push((fragment.start, fragment.end, index));
            }
        }
        places
    }

    /// The innermost of those `statements` that `look` wants at a point of the window, and the box of its line there.
    pub fn at(
        &self,
        document: &Document,
        statements: &[Statement],
        look: Look,
        range: &Range,
        (x, y): (f64, f64),
    ) -> Option<(usize, Rect)> {
        let caret = document.unchecked_ref::<Located>().caret_position_from_point(x, y, &self.options).ok()??;
        let node: Text = caret.offset_node()?.unchecked_into();
        let id = self.nodes.get(&node).as_f64()? as NodeId;
        let at = caret.offset();
        let here =
            |&&(start, end, index): &&(u32, u32, usize)| (start..=end).contains(&at) && look.wants(&statements[index]);
        let around = self.runs.get(id as usize)?.iter().filter(here);
        let (.., index) = *around.min_by_key(|(start, end, _)| end - start)?;
        // The caret next to a point may be far from it.
        let own = statements[index].everywhere().filter(|fragment| fragment.id == id);
        let mut lines = own.flat_map(|fragment| fragment.rects(range));
        lines.find(|line| near(line, x, y)).map(|line| (index, whole(&[line])))
    }
}

fn near(line: &DomRect, x: f64, y: f64) -> bool {
    x >= line.left() - NEAR && x <= line.right() + NEAR && y >= line.top() - NEAR && y <= line.bottom() + NEAR
}

/// The box around several boxes.
pub fn whole(boxes: &[DomRect]) -> Rect {
    let mut all = Rect { left: f64::MAX, top: f64::MAX, right: f64::MIN, bottom: f64::MIN };
    for one in boxes {
        all.left = all.left.min(one.left());
        all.top = all.top.min(one.top());
        all.right = all.right.max(one.right());
        all.bottom = all.bottom.max(one.bottom());
    }
    all
}
