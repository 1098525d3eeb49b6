//! Posts that an article embeds: what is signed stays with its signature.

use super::{
    passages::{Passage, tags},
    snapshot::{Data, NodeId, Snapshot},
};

/// Elements that are looked at around a passage for the block quotation that it stands in.
const REACH: usize = 20;

/// Chooses the passages that stand in one block quotation with a chosen one beside them.
pub fn complete(page: &Snapshot, list: &[Passage], chosen: &mut [bool]) {
    let quoted = |i: usize| list[i].place.tags & tags::QUOTE != 0;
    let is_quotation =
        |id: &NodeId| matches!(&page.nodes[*id as usize].data, Data::Element(element) if element.tag == "blockquote");
    let around = |i: usize| {
        let mut up = std::iter::successors(Some(list[i].block), |&id| page.nodes[id as usize].parent).take(REACH);
        up.find(is_quotation)
    };
    for i in 1..list.len() {
        if chosen[i - 1] != chosen[i] && quoted(i - 1) && quoted(i) && around(i - 1) == around(i) {
            chosen[i - 1] = true;
            chosen[i] = true;
        }
    }
}
