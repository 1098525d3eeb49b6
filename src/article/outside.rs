//! The sort of a passage that is not of the article, by what its surroundings are called and what stands in it.

use super::{
    BlockKind,
    hints::{self, Hints},
    passages::{Passage, tags},
    scene::Scene,
    snapshot::Snapshot,
};

/// Share of links in a passage beyond which it leads elsewhere.
const LINKED: f32 = 0.5;

/// Words that a link to another article has at least; menus have fewer.
const FEWEST_WORDS: usize = 4;

/// Groups of hints, each with the sort that it makes of a passage, the surest first.
pub struct Sorts([(Hints, BlockKind); 5]);

impl Sorts {
    /// Looks the groups up, for all passages of a page.
    pub fn new() -> Self {
        Self([
            (hints::bits(&["comment"]), BlockKind::Comment),
            (hints::bits(&["embed"]), BlockKind::Post),
            (
                hints::bits(&["navigation", "footer", "share", "advert", "subscribe", "consent", "button"]),
                BlockKind::Boilerplate,
            ),
            (hints::bits(&["related", "teaser"]), BlockKind::Teaser),
            (hints::bits(&["box", "side"]), BlockKind::Aside),
        ])
    }

    /// The sort of `passage`, the `i`th of `scene`, which was made from `page`.
    pub fn of(&self, passage: &Passage, i: usize, scene: &Scene, page: &Snapshot) -> BlockKind {
        let own = BlockKind::of(passage, page, scene.is_headline(i), true);
        if matches!(own, BlockKind::Headline | BlockKind::Caption | BlockKind::Deck) {
            return own;
        }
        let within = |bits: u32| passage.place.tags & bits != 0;
        let near = passage.place.near.into_iter().fold(0, |all, near| all | near);
        let hinted = |hints: Hints| self.0.iter().find(|(group, _)| hints & group != 0).map(|(_, kind)| *kind);
        let linked = scene.link(i) > LINKED;
        match hinted(near).or_else(|| hinted(passage.place.around)) {
            Some(kind @ (BlockKind::Comment | BlockKind::Post)) => kind,
            _ if within(tags::NAV | tags::FOOTER | tags::FORM | tags::BUTTON) => BlockKind::Boilerplate,
            _ if linked && scene.shape(i).words >= FEWEST_WORDS => BlockKind::Teaser,
            _ if linked => BlockKind::Boilerplate,
            Some(kind) => kind,
            None if within(tags::ASIDE | tags::TABLE) => BlockKind::Aside,
            None => BlockKind::Boilerplate,
        }
    }
}
