//! Posts that an article embeds: what is signed stays with its signature.

use super::{
    passages::{Passage, tags},
    snapshot::{NodeId, Snapshot},
};

/// Chooses all passages of each block quotation that has a chosen one.
pub fn complete(page: &Snapshot, list: &[Passage], chosen: &mut [bool]) {
    let quoted = |passage: &Passage| passage.place.tags & tags::QUOTE != 0;
    let around = |passage: &Passage| quoted(passage).then(|| page.nearest(passage.block, "blockquote")).flatten();
    let around: Vec<Option<NodeId>> = list.iter().map(around).collect();
    let mut start = 0;
    for row in around.chunk_by(|a, b| a == b) {
        let chosen = &mut chosen[start..start + row.len()];
        if row[0].is_some() && chosen.contains(&true) {
            chosen.fill(true);
        }
        start += row.len();
    }
}
