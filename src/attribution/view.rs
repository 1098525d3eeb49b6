//! The text outside quotation marks: cues and sources are looked for there alone.

use crate::{lexicon, span::Span, text::Doc};
use std::ops::Range;

/// A document with its outermost passages in marks blotted out.
pub struct View<'a> {
    /// The text.
    pub doc: &'a Doc<'a>,
    /// Indices into [`Doc::quotes`] of the outermost passages, in order.
    pub outer: Vec<usize>,
    /// The tokens of each passage in `outer`, marks included.
    pub tokens: Vec<Range<usize>>,
    shapes: Vec<Shape>,
    /// For each token the position in `outer` of the passage that it stands in.
    inside: Vec<Option<u32>>,
}

/// What a passage looks like from outside.
struct Shape {
    words: usize,
    title_case: bool,
    last_char: char,
}

impl Shape {
    /// The shape of the passage `q`, whose tokens are `tokens`.
    fn of(doc: &Doc, q: usize, tokens: &Range<usize>) -> Self {
        let mut words = 0;
        let mut small = 0;
        for i in tokens.clone().filter(|&i| doc.tokens[i].is_word()) {
            let short = doc.lower(i).len() <= 3 || doc.has(&lexicon::PREPOSITIONS, i);
            words += 1;
            small += usize::from(doc.word(i).starts_with(char::is_lowercase) && !short);
        }
        let nested = |c: char| c.is_whitespace() || matches!(c, '’' | '\'' | '”' | '"');
        let last_char = doc.at(doc.quotes[q].inner).trim_end_matches(nested).chars().next_back().unwrap_or(' ');
        Self { words, title_case: (1..=9).contains(&words) && small == 0, last_char }
    }
}

/// Nouns of works, and words that name one.
const WORKS: &str = "book novel song duet single album film movie documentary series sitcom musical play poem painting \
    paper brochure exhibition competition podcast game opera ballet track campaign programme magazine essay memoir \
    memoirs autobiography episode nickname titled entitled";

/// Whether passage `q` of `doc` reads like the title of a work: few words, all of them capitalised, and no stop of its
/// own (one that ends the sentence around it stands within the marks, too).
pub fn is_title(doc: &Doc, q: usize) -> bool {
    let tokens = doc.tokens_in(doc.quotes[q].outer);
    let shape = Shape::of(doc, q, &tokens);
    let work = |i: usize| doc.says(i, ",") && i > 0 && doc.one(i - 1, WORKS);
    let amid = tokens.start.checked_sub(1).is_some_and(|i| doc.tokens[i].is_word() || work(i));
    shape.title_case && (!matches!(shape.last_char, '.' | '!' | '?') || amid && shape.last_char == '.')
}

/// Whether the passage in marks that begins at token `start` is named by the noun before it: "his book “The Tide”", "a
/// version of “The Tide”".
pub fn named_work(doc: &Doc, start: usize) -> bool {
    const PARTS: &str = "intro version cover rendition remix performance production soundtrack trailer screening \
        recording";
    let part = start > 1 && doc.one(start - 1, "of to from") && doc.one(start - 2, PARTS);
    // "his song, “The Tide.”"
    let comma = start > 1 && doc.says(start - 1, ",") && doc.one(start - 2, WORKS);
    let q = doc.quotes.partition_point(|quote| quote.outer.end <= doc.tokens[start].span.start);
    let titled = comma && q < doc.quotes.len() && is_title(doc, q);
    start > 0 && (part || doc.one(start - 1, WORKS) || titled) && doc.capital(start + 1)
}

impl<'a> View<'a> {
    /// The view of `doc`.
    pub fn new(doc: &'a Doc<'a>) -> Self {
        let outer: Vec<_> = (0..doc.quotes.len()).filter(|&q| doc.quotes[q].depth == 0).collect();
        let tokens: Vec<_> = outer.iter().map(|&q| doc.tokens_in(doc.quotes[q].outer)).collect();
        let mut inside = vec![None; doc.tokens.len()];
        for (i, range) in tokens.iter().enumerate() {
            inside[range.clone()].fill(Some(i as u32));
        }
        let shapes = outer.iter().zip(&tokens).map(|(&q, range)| Shape::of(doc, q, range)).collect();
        Self { doc, outer, tokens, shapes, inside }
    }

    /// Whether the passage at position `q` of `outer` holds the title of a work: few words, all of them capitalised.
    pub fn title_case(&self, q: usize) -> bool {
        self.shapes[q].title_case
    }

    /// Number of words in the passage at position `q` of `outer`.
    pub fn words(&self, q: usize) -> usize {
        self.shapes[q].words
    }

    /// The last character inside the marks of the passage at position `q` of `outer`, marks of passages within passed
    /// over.
    pub fn last_char(&self, q: usize) -> char {
        self.shapes[q].last_char
    }

    /// The passage that token `i` stands in, as a position in `outer`.
    pub fn quote(&self, i: usize) -> Option<usize> {
        self.inside.get(i).copied().flatten().map(|q| q as usize)
    }

    /// Whether token `i` is this word, outside quotation marks.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.quote(i).is_none() && self.doc.lower(i) == word
    }

    /// Whether token `i` is a word outside quotation marks.
    pub fn word(&self, i: usize) -> bool {
        self.quote(i).is_none() && self.doc.tokens.get(i).is_some_and(|t| t.is_word())
    }

    /// Whether token `i` is an adverb that may stand amid a verb group.
    pub fn adverb(&self, i: usize) -> bool {
        let word = self.doc.lower(i);
        self.word(i) && !self.doc.capital(i) && lexicon::adverb(word)
    }

    /// The span of tokens `range`.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.doc.span(range.clone())
    }

    /// The tokens of the block that token `i` stands in.
    pub fn block(&self, i: usize) -> Range<usize> {
        let Some(token) = self.doc.tokens.get(i) else { return i..i };
        let block = self.doc.block_at(token.span.start);
        self.doc.article.blocks.get(block).map_or(i..i, |b| self.doc.tokens_in(b.span))
    }
}
