//! From a page to its article: which text is the article, in which order, and what the page says of itself.
//!
//! Knows nothing of quotations. Offsets are UTF-8 bytes of [`Article::text`].

mod about;
mod byline;
mod choose;
mod credits;
mod dateline;
mod features;
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
mod second;
mod shape;
pub mod snapshot;
mod twins;
mod weights;

use crate::{outlets, span::Span};
pub use find::{Found, NoArticle, all, find, find_at, whole};
pub use kind::BlockKind;
pub use published::published;
use serde::Serialize;
use snapshot::NodeId;
use std::borrow::Cow;

/// The text that is annotated, and where each part of it came from.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Its paragraphs in reading order, joined by line feeds; runs of white space folded to one space where it came from
    /// a page, untouched where it came from [`Article::from_text`].
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

    /// Takes the blocks out that are notes on the articles that begin at the start and at `further` blocks, and keeps what
    /// credits those of the first give.
    fn take_notes(&mut self, further: &[usize]) {
        let borders: Vec<usize> = further.iter().copied().chain([self.blocks.len()]).collect();
        let mut left = std::mem::take(&mut self.blocks);
        let mut taken = 0;
        for border in borders {
            let rest = left.split_off(border - taken);
            taken = border;
            let mut one = Self { text: std::mem::take(&mut self.text), blocks: left, ..Self::default() };
            if self.blocks.is_empty() {
                one.credits = std::mem::take(&mut self.credits);
            }
            one.take_own_notes();
            if self.blocks.is_empty() {
                self.credits = std::mem::take(&mut one.credits);
            } else {
                self.further.push(self.blocks.len());
            }
            self.text = one.text;
            self.blocks.extend(one.blocks);
            self.beside.extend(one.beside);
            left = rest;
        }
    }

    fn take_own_notes(&mut self) {
        let lines: Vec<&str> = self.blocks.iter().map(|block| block.span.of(&self.text)).collect();
        let edges = notes::edges(&lines);
        let wire = notes::wire(&lines, edges);
        let publisher = self.credits.publisher.as_deref().and_then(outlets::agency).map(|agency| agency.name);
        // On an agency's own site its name is the publisher's, no relay's.
        let wire = self.credits.wire.take().or(wire).filter(|wire| publisher != Some(wire.as_str()));
        self.credits.wire = wire;
        self.credits.dateline = notes::written_in(&lines, edges);
        if self.credits.byline.is_empty() {
            self.credits.byline = notes::writers(&lines, edges);
        }
        let (first, end) = (edges.0, self.blocks.len() - edges.1);
        // Whether the lines are links that a line such as "More:" leads to.
        let mut led = false;
        for (i, block) in std::mem::take(&mut self.blocks).into_iter().enumerate() {
            let line = block.span.of(&self.text);
            let stray = notes::stray(line);
            led = stray && line.ends_with(':') || led && !line.ends_with('.') && !line.ends_with('”');
            if stray || led || i < first || i >= end {
                self.beside.push(Block { kind: notes::kind(line), ..block });
            } else {
                self.blocks.push(block);
            }
        }
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

    /// Each of its articles as one of its own, with the same text.
    pub fn parts(&self) -> Vec<Cow<'_, Article>> {
        if self.further.is_empty() {
            return vec![Cow::Borrowed(self)];
        }
        let borders = self.further.iter().copied().chain([self.blocks.len()]);
        let starts = [0].into_iter().chain(self.further.iter().copied());
        let part = |(start, end): (usize, usize)| {
            let (text, blocks) = (self.text.clone(), self.blocks[start..end].to_vec());
            let (credits, language) = (self.credits.clone(), self.language.clone());
            Cow::Owned(Article { text, blocks, credits, language, ..Article::default() })
        };
        starts.zip(borders).map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use snapshot::{Builder, Data, Element, Snapshot};

    const TAGS: [&str; 12] = ["div", "p", "a", "b", "br", "li", "ul", "h1", "blockquote", "article", "figure", "x-y"];
    const PROSE: &str =
        "The harbour of the town was closed on Monday, the mayor said, as the tide had risen more than it ever has.";

    #[derive(Clone, Debug)]
    enum Step {
        Open(usize, String, bool),
        Close,
        Text(String),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            (0..TAGS.len(), "(article|byline|related|body|){1,2}", prop::bool::weighted(0.05))
                .prop_map(|(tag, hints, hidden)| Step::Open(tag, hints, hidden)),
            Just(Step::Close),
            "\\PC{0,30}".prop_map(Step::Text),
            Just(Step::Text(format!(" {PROSE}\n  {PROSE}"))),
        ]
    }

    fn page(steps: &[Step]) -> Snapshot {
        let mut builder = Builder::new(Snapshot::default());
        builder.open(Element { tag: "body".into(), ..Element::default() });
        for step in steps {
            match step {
                Step::Open(tag, hints, hidden) => {
                    let (tag, hints) = (TAGS[*tag].to_owned(), hints.clone());
                    builder.open(Element { tag, hints, hidden: *hidden, ..Element::default() });
                }
                Step::Close => builder.close(),
                Step::Text(data) => {
                    builder.text(data);
                }
            }
        }
        builder.finish()
    }

    /// The data of the text nodes under `pieces`.
    fn data<'a>(page: &'a Snapshot, pieces: &[Piece]) -> Vec<&'a str> {
        let of = |piece: &Piece| match &page.nodes[piece.node as usize].data {
            Data::Text(data) => &data[piece.start..piece.start + piece.span.len()],
            Data::Element(_) => panic!("a piece in an element"),
        };
        pieces.iter().map(of).collect()
    }

    proptest! {
        #[test]
        fn any_page_is_read_and_every_piece_stands_in_its_node(
            steps in prop::collection::vec(step(), 0..60), from in 0.0..1.0, share in 0.0..1.0
        ) {
            let page = page(&steps);
            let Ok(article) = find(&page) else { return Ok(()) };
            let mut end = 0;
            for block in &article.blocks {
                prop_assert!(block.span.start >= end && !block.span.is_empty());
                end = block.span.end;
                prop_assert_eq!(block.span.of(&article.text).trim(), block.span.of(&article.text));
            }
            prop_assert!(end <= article.text.len());
            let border = |at: f64| article.text.floor_char_boundary((at * article.text.len() as f64) as usize);
            let span = Span::new(border(from), border(from + (1.0 - from) * share));
            for span in article.blocks.iter().map(|block| block.span).chain([span]) {
                let pieces = article.pieces(span);
                for (piece, data) in pieces.iter().zip(data(&page, &pieces)) {
                    prop_assert!(span.contains(piece.span));
                    prop_assert_eq!(piece.span.of(&article.text), data);
                }
            }
        }
    }

    #[test]
    fn pieces_cover_a_span_but_for_white_space() {
        let long = |text: &str| Step::Text(text.to_owned());
        let steps = [
            Step::Open(1, String::new(), false),
            long(PROSE),
            Step::Open(3, String::new(), false),
            long(" So  it"),
            Step::Close,
        ];
        let page = page(&[&steps[..], &[long(" is. "), long(PROSE), long(" "), long(PROSE)]].concat());
        let article = find(&page).expect("an article");
        let at = article.text.find("has. So it is.").expect("the text");
        let pieces = article.pieces(Span::new(at, at + 14));
        assert_eq!(data(&page, &pieces), ["has.", "So", "it", "is."]);
    }

    #[test]
    fn notes_of_plain_text_are_no_blocks() {
        let article = Article::from_text("By Ann Lee\nThe tide came in.\n\nwith wire\n");
        assert_eq!(article.blocks.len(), 1);
        assert_eq!(article.blocks[0].span.of(&article.text), "The tide came in.");
        assert_eq!(article.credits.wire.as_deref(), Some("news agencies"));
    }

    #[test]
    fn a_page_without_an_article_says_why() {
        assert_eq!(find(&Snapshot::default()).err(), Some(NoArticle::Empty));
        assert_eq!(find(&page(&[Step::Text("Menu".into())])).err(), Some(NoArticle::NoProse));
    }

    #[test]
    fn a_deep_page_is_read() {
        let level = [Step::Open(0, "a".into(), false), Step::Text("x".into())];
        let mut steps: Vec<Step> = level.iter().cloned().cycle().take(400_000).collect();
        steps.extend(vec![Step::Text(PROSE.into()); 3]);
        assert!(find(&page(&steps)).is_ok());
    }
}
