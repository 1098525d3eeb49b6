//! Several articles on one page, one under the other, as endless scrolling makes them.

use super::{
    find::FEWEST_WORDS,
    passages::{Passage, tags},
    scene::Scene,
    snapshot::{NodeId, Snapshot},
};
use std::ops::Range;

/// Titles beyond which no more articles are told apart.
const MOST: usize = 200;

/// The part of the page that each of the `chosen` passages belongs to, as a number that grows; all 0 where the page has
/// one article. Another begins with each `<article>` that has a first-rank heading of its own: posts of a live blog and
/// cards have lower ones.
pub fn of(page: &Snapshot, list: &[Passage], scene: &Scene, chosen: &[usize]) -> Vec<usize> {
    let titled = titled(page, list);
    if titled.len() < 2 {
        return vec![0; chosen.len()];
    }
    let around = |i: usize| {
        let node = list[i].node;
        let at = titled.partition_point(|range| range.start <= node);
        at.checked_sub(1).filter(|&at| node < titled[at].end)
    };
    let mut words = vec![0; titled.len()];
    for &i in chosen {
        if let Some(at) = around(i) {
            words[at] += scene.shape(i).words;
        }
    }
    let (mut part, mut last) = (0, None);
    let part_of = |&i: &usize| {
        let here = around(i).filter(|&at| words[at] >= FEWEST_WORDS);
        if here.is_some() && here != last {
            part += usize::from(last.is_some());
            last = here;
        }
        part
    };
    chosen.iter().map(part_of).collect()
}

/// The nodes of each `<article>` that is the nearest around a first-rank heading, none within another.
fn titled(page: &Snapshot, list: &[Passage]) -> Vec<Range<NodeId>> {
    let mut found: Vec<Range<NodeId>> = Vec::new();
    let titles = list.iter().filter(|passage| passage.place.tags & tags::TITLE != 0);
    for title in titles.filter(|passage| passage.place.tags & tags::ARTICLE != 0).take(MOST) {
        if let Some(id) = page.nearest(title.block, "article")
            && found.last().is_none_or(|last| last.end <= id)
        {
            found.push(id..page.nodes[id as usize].end);
        }
    }
    found
}
