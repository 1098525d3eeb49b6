//! Lists that an article has: their items stay together, however short they are.

use super::{
    features::Scene,
    passages::{Passages, tags},
    snapshot::{Data, NodeId, Snapshot},
};

/// Most passages of a list that is completed.
const MOST: usize = 60;

/// Chooses all items of each list that has a chosen one or that a chosen paragraph leads to, but for lists of links.
pub fn complete(page: &Snapshot, passages: &Passages, scene: &Scene, chosen: &mut [bool]) {
    let is = |id: NodeId, name: &str| matches!(&page.nodes[id as usize].data, Data::Element(e) if e.tag == name);
    // The list whose item the passage's own block is, or the block around that.
    let list = |i: usize| {
        let mut around = scene.around(i).take(3).skip_while(|&id| !is(id, "li"));
        around.next().filter(|_| scene.is_in(i, tags::ITEM))?;
        around.next()
    };
    let around: Vec<Option<NodeId>> = (0..chosen.len()).map(list).collect();
    let mut start = 0;
    for row in around.chunk_by(|a, b| a == b) {
        let items = start..start + row.len();
        let led = start > 0 && chosen[start - 1] && passages.list[start - 1].span.of(&passages.text).ends_with(':');
        let links = items.clone().filter(|&i| scene.link(i) > 0.5).count();
        let own = led || chosen[items.clone()].contains(&true);
        if row[0].is_some() && own && links * 2 < row.len() && row.len() <= MOST {
            chosen[items].fill(true);
        }
        start += row.len();
    }
}
