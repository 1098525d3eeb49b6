//! What sort of block a passage makes, and which sorts are annotated.

use super::{
    passages::{Passage, tags},
    snapshot::{Data, Snapshot},
};
use serde::Serialize;

/// The sort of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading between paragraphs.
    Subhead,
    /// An item of a list.
    ListItem,
    /// Text of a `<blockquote>`.
    Blockquote,
    /// The headline, where it stands amid the text.
    Headline,
    /// The lines under the headline that sum the article up.
    Deck,
    /// What a picture shows.
    Caption,
    /// Who wrote it, or what it is from.
    Credit,
    /// Who the writer is.
    Bio,
    /// What the publisher asks of the reader.
    Invitation,
    /// What somebody posted elsewhere, in a frame of its own that the article does without.
    Post,
    /// Text beside the article that is about it: a box of facts, a sidebar.
    Aside,
    /// What readers say of the article.
    Comment,
    /// The beginning of another article, or the way there.
    Teaser,
    /// Menus, notices, adverts: what stands on every page of a site.
    Boilerplate,
}

impl BlockKind {
    /// Whether quotations in it are the article's own. What is said in the others stands in the text as well, or is not
    /// part of it.
    pub fn is_annotated(self) -> bool {
        matches!(self, Self::Paragraph | Self::Subhead | Self::ListItem | Self::Blockquote)
    }

    /// Of a passage of `page`'s article: whether it is the `headline`, and whether it comes `first`, before all text.
    pub(super) fn of(passage: &Passage, page: &Snapshot, headline: bool, first: bool) -> Self {
        let within = |bits: u32| passage.place.tags & bits != 0;
        let hinted = |words: &[&str]| {
            let Data::Element(element) = &page.nodes[passage.block as usize].data else { return false };
            let mut own = element.hints.split(|c: char| !c.is_alphanumeric());
            own.any(|own| words.iter().any(|word| own.ends_with(word)))
        };
        if headline {
            Self::Headline
        } else if within(tags::CAPTION) || hinted(&["caption", "cutline"]) {
            Self::Caption
        } else if first && hinted(&["deck", "dek", "standfirst", "subtitle", "subheadline"]) {
            Self::Deck
        } else if within(tags::TITLE | tags::HEADING) {
            Self::Subhead
        } else if within(tags::QUOTE) {
            Self::Blockquote
        } else if within(tags::ITEM) {
            Self::ListItem
        } else {
            Self::Paragraph
        }
    }
}
