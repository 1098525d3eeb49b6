//! From a page to its article: which text is the article, in which order, and what the page says of itself.
//!
//! Knows nothing of quotations. Offsets are UTF-8 bytes of [`Article::text`].

mod about;
mod byline;
mod choose;
mod credits;
mod dateline;
mod find;
mod fold;
mod hints;
mod json;
mod json_ld;
mod kind;
pub mod language;
pub mod measure;
mod notes;
mod outside;
mod parts;
mod passages;
mod phrases;
mod plain;
mod posts;
mod published;
mod pulled;
pub mod read;
mod references;
mod scene;
mod second;
mod shape;
mod signed;
pub mod snapshot;
mod take;
mod twins;
mod weights;

use crate::span::Span;
pub use find::{Found, NoArticle, all, find, find_at, whole};
pub use kind::BlockKind;
pub use published::published;
use serde::Serialize;
use snapshot::NodeId;
use std::borrow::Cow;

/// The text that is annotated, and where each part of it came from.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Its paragraphs in reading order, joined by line feeds; runs of white space folded to one space where it came
    /// from a page, untouched where it came from [`Article::from_text`].
    pub text: String,
    /// The parts of the text that are annotated, in order of their spans, which do not overlap.
    pub blocks: Vec<Block>,
    /// The parts that are not: captions, a headline amid the text, and lines at its start and end that are about it
    /// (credits, bios, invitations).
    pub beside: Vec<Block>,
    /// What the page says of the article as a whole.
    pub credits: Credits,
    /// BCP 47 tag as the page gives it; may be empty.
    pub language: String,
    /// Where further articles of the same page begin, as indices of blocks: nobody in one is known from another. The
    /// credits are the first one's.
    pub further: Vec<usize>,
}

/// A paragraph, subhead, list item …: text that no block border interrupts.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Where its text came from, in order; empty for an article made from plain text.
    pub pieces: Vec<Piece>,
    /// Whether its words stand in a longer block too, as those of a pull quote do.
    pub pulled: bool,
}

/// A run of a block's text that stands byte for byte in one text node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In [`Article::text`].
    pub span: Span,
    /// The text node.
    pub node: NodeId,
    /// First byte within that node's data (UTF-8).
    pub start: usize,
}

impl Piece {
    /// The part of it within `span`, which it overlaps.
    fn clipped(self, span: Span) -> Piece {
        let start = self.span.start.max(span.start);
        let end = self.span.end.min(span.end);
        Piece { span: Span::new(start, end), start: self.start + (start - self.span.start), ..self }
    }
}

/// Who made the article, as the page says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Credits {
    /// The headline.
    pub headline: String,
    /// The writers' names, in order.
    pub byline: Vec<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The news agency that it came from, wholly or in part.
    pub wire: Option<String>,
    /// Where it was written, as its dateline says ("OSLO").
    pub dateline: Option<String>,
}

impl Article {
    /// Where the words at `span` came from: pieces clipped to it, in order. Between two pieces of one node lies white
    /// space that is folded in the text, or a character without width.
    pub fn pieces(&self, span: Span) -> Vec<Piece> {
        let first = self.blocks.partition_point(|block| block.span.end <= span.start);
        let blocks = self.blocks[first..].iter().take_while(|block| block.span.start < span.end);
        let pieces = blocks.flat_map(|block| {
            let first = block.pieces.partition_point(|piece| piece.span.end <= span.start);
            block.pieces[first..].iter().take_while(|piece| piece.span.start < span.end)
        });
        pieces.map(|piece| piece.clipped(span)).collect()
    }

    /// An article of plain text, one block a non-empty line. Offsets are those of `text`, which is kept as it is.
    pub fn from_text(text: &str) -> Self {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(start, start + line.len()).trimmed(text);
            if !span.is_empty() {
                blocks.push(Block { span, kind: BlockKind::Paragraph, pieces: Vec::new(), pulled: false });
            }
            start += line.len();
        }
        let mut article = Self { text: text.to_owned(), blocks, ..Self::default() };
        article.take_notes(&[]);
        article
    }

    /// Each of its articles as one of its own, with the same text: made when it is asked for, so that there are not as
    /// many texts at once as there are articles.
    pub fn parts(&self) -> impl Iterator<Item = Cow<'_, Article>> {
        let borders = self.further.iter().copied().chain([self.blocks.len()]);
        let starts = [0].into_iter().chain(self.further.iter().copied());
        let part = |(start, end): (usize, usize)| {
            if self.further.is_empty() {
                return Cow::Borrowed(self);
            }
            let (text, blocks) = (self.text.clone(), self.blocks[start..end].to_vec());
            let (credits, language) = (self.credits.clone(), self.language.clone());
            Cow::Owned(Article { text, blocks, credits, language, ..Article::default() })
        };
        starts.zip(borders).map(part)
    }
}

#[cfg(test)]
mod tests;
