//! A page's whole text, and where statements stand in it.
//!
//! Offsets that go out are those of the Web Annotation recommendation's `TextPositionSelector`: code points, not UTF-16
//! units, of the text content of the page's body as it stands in the DOM, white space and hidden text included.

use super::words;
use crate::{
    article::{Article, snapshot::NodeId},
    span::Span,
};

/// Bytes between two remembered offsets; a look-up counts fewer characters than this.
const STEP: usize = 256;

/// Bytes beyond which text is left out: of what stands there, no place is known.
const MOST: usize = 8_000_000;

/// Characters before and after a passage that tell it from others with the same words.
const CONTEXT: usize = 32;

/// The text content of a page's body.
#[derive(Default)]
pub struct Document {
    text: String,
    /// Code points that were pushed.
    points: usize,
    /// Byte and code point of the first character at or after every `STEP`th byte.
    marks: Vec<(usize, usize)>,
    /// First byte of each text node that is asked for, by its number.
    starts: Vec<Option<usize>>,
    /// Whether text was left out.
    cut: bool,
}

/// Words in one place of a page.
#[derive(Debug, PartialEq)]
pub struct Place {
    /// The words, as they stand there.
    pub exact: String,
    /// Where that is known.
    pub at: Option<At>,
}

/// Where words stand in a page's text.
#[derive(Debug, PartialEq)]
pub struct At {
    /// What stands before them.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
    /// Code points before the first of them, and before what follows the last.
    pub points: (usize, usize),
}

impl Document {
    /// Adds the next text node in document order; `node`, where words in it may be asked for.
    pub fn push(&mut self, node: Option<NodeId>, data: &str) {
        self.cut |= self.text.len() + data.len() > MOST;
        if self.cut {
            return;
        }
        if let Some(node) = node.map(|node| node as usize) {
            self.starts.resize(self.starts.len().max(node + 1), None);
            self.starts[node] = Some(self.text.len());
        }
        for (at, _) in data.char_indices() {
            let byte = self.text.len() + at;
            if byte >= self.marks.len() * STEP {
                self.marks.push((byte, self.points));
            }
            self.points += 1;
        }
        self.text.push_str(data);
    }

    /// Whether this is still the whole text, given that as it is now.
    pub fn holds(&self, text: &str) -> bool {
        if self.cut { text.starts_with(&self.text) } else { text == self.text }
    }

    /// Where the words of `article` at `spans` stand: what only white space parts is one place. Where they are not
    /// found as they were read, the words alone.
    pub fn places(&self, article: &Article, spans: &[Span]) -> Vec<Place> {
        match self.runs(article, spans) {
            Some(runs) if !runs.is_empty() => runs.into_iter().map(|run| self.place(run)).collect(),
            _ => vec![Place { exact: words(&article.text, spans), at: None }],
        }
    }

    fn runs(&self, article: &Article, spans: &[Span]) -> Option<Vec<Span>> {
        let mut runs = Vec::new();
        for piece in spans.iter().flat_map(|&span| article.pieces(span)) {
            let start = (*self.starts.get(piece.node as usize)?)? + piece.start;
            let run = Span::new(start, start + piece.span.len());
            if run.of(&self.text) != piece.span.of(&article.text) {
                return None;
            }
            join(&mut runs, run, &self.text);
        }
        Some(runs)
    }

    fn place(&self, run: Span) -> Place {
        let before = &self.text[..run.start];
        let after = &self.text[run.end..];
        let first = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let last = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Place {
            exact: run.of(&self.text).to_owned(),
            at: Some(At {
                prefix: before[first..].to_owned(),
                suffix: after[..last].to_owned(),
                points: (self.point(run.start), self.point(run.end)),
            }),
        }
    }

    /// Code points before `byte`, which lies on a character's border.
    fn point(&self, byte: usize) -> usize {
        let near = self.marks.partition_point(|&(mark, _)| mark <= byte).checked_sub(1);
        let (mark, points) = near.map_or((0, 0), |near| self.marks[near]);
        points + self.text[mark..byte].chars().count()
    }
}

/// Adds `run` to `runs` of `text`, which are in order: to the last one, where nothing that can be seen lies between.
pub(super) fn join(runs: &mut Vec<Span>, run: Span, text: &str) {
    let unseen =
        |c: char| c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    match runs.last_mut() {
        Some(last) if last.end <= run.start && Span::new(last.end, run.start).of(text).chars().all(unseen) => {
            last.end = run.end;
        }
        _ => runs.push(run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{
            self,
            snapshot::{Builder, Data, Element, Snapshot},
        },
        pace::{Pace, finish},
    };

    /// The page whose paragraphs hold text nodes, and its article; text that begins with `!` is hidden.
    fn page(paragraphs: &[&[&str]]) -> (Snapshot, Article, Document) {
        let mut builder = Builder::new(Snapshot::default());
        let element = |tag: &str, hidden| Element { tag: tag.to_owned(), hidden, ..Element::default() };
        builder.open(element("body", false));
        for nodes in paragraphs {
            builder.open(element("p", false));
            for text in *nodes {
                builder.open(element("span", text.starts_with('!')));
                builder.text(text);
                builder.close();
            }
            builder.close();
        }
        let page = builder.finish();
        let mut document = Document::default();
        for (id, node) in page.nodes.iter().enumerate() {
            if let Data::Text(data) = &node.data {
                document.push(Some(id as NodeId), data);
            }
        }
        let article = finish(article::whole(&page, &Pace::unhurried()));
        (page, article, document)
    }

    fn places(paragraphs: &[&[&str]], wanted: &[&str]) -> Vec<Place> {
        let (_, article, document) = page(paragraphs);
        let span = |words: &&str| {
            let start = article.text.find(*words).unwrap();
            Span::new(start, start + words.len())
        };
        document.places(&article, &wanted.iter().map(span).collect::<Vec<_>>())
    }

    #[test]
    fn words_as_they_stand_in_the_page() {
        let found = places(&[&["“Go\n  on,”", " said ", "Ann."]], &["“Go on,”"]);
        let at = At { prefix: "".into(), suffix: " said Ann.".into(), points: (0, 10) };
        assert_eq!(found, [Place { exact: "“Go\n  on,”".into(), at: Some(at) }]);
    }

    #[test]
    fn code_points_count() {
        let found = places(&[&["😀é ", "“No”", "!ad", " he said"]], &["No"]);
        assert_eq!(found[0].at.as_ref().unwrap().points, (4, 6));
        assert_eq!(found[0].at.as_ref().unwrap().prefix, "😀é “");
        assert_eq!(found[0].at.as_ref().unwrap().suffix, "”!ad he said");
    }

    #[test]
    fn what_is_hidden_within_parts_words() {
        let exact = |places: Vec<Place>| places.into_iter().map(|place| place.exact).collect::<Vec<_>>();
        assert_eq!(exact(places(&[&["one ", "!two", "three"]], &["one three"])), ["one", "three"]);
        assert_eq!(exact(places(&[&["one "], &[" two"]], &["one", "two"])), ["one  two"]);
        assert_eq!(exact(places(&[&["one two three"]], &["one", "three"])), ["one", "three"]);
    }

    #[test]
    fn far_down_a_long_page() {
        let long = "é—".repeat(3000);
        let found = places(&[&[&long, " “Yes”"]], &["Yes"]);
        let At { prefix, points, .. } = found[0].at.as_ref().unwrap();
        assert_eq!((prefix.chars().count(), *points), (CONTEXT, (6002, 6005)));
    }

    #[test]
    fn words_that_changed_have_no_place() {
        let (page, article, _) = page(&[&["one two"]]);
        let mut document = Document::default();
        document.push(page.nodes.iter().position(|n| matches!(n.data, Data::Text(_))).map(|i| i as NodeId), "one six");
        let span = Span::new(0, 7);
        assert_eq!(document.places(&article, &[span]), [Place { exact: "one two".into(), at: None }]);
        assert!(document.holds("one six") && !document.holds("one sixty"));
    }
}
