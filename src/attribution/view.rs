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
    /// For each token the position in `outer` of the passage that it stands in.
    inside: Vec<Option<u32>>,
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
        Self { doc, outer, tokens, inside }
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
        self.word(i) && !self.doc.capital(i) && (lexicon::ADVERBS.has(word) || word.len() > 4 && word.ends_with("ly"))
    }

    /// Whether the passage at position `q` of `outer` holds the title of a work: few words, all of them capitalised.
    pub fn title_case(&self, q: usize) -> bool {
        let words = self.tokens[q].clone().filter(|&i| self.doc.tokens[i].is_word());
        let (mut all, mut small) = (0, 0);
        for i in words {
            all += 1;
            let short = self.doc.lower(i).len() <= 3 || lexicon::PREPOSITIONS.has(self.doc.lower(i));
            small += usize::from(!self.doc.capital(i) && !short);
        }
        all > 0 && small == 0 && all <= 9
    }

    /// Number of words in the passage at position `q` of `outer`.
    pub fn words(&self, q: usize) -> usize {
        self.tokens[q].clone().filter(|&i| self.doc.tokens[i].is_word()).count()
    }

    /// The last character inside the marks of the passage at position `q` of `outer`, marks of passages within passed
    /// over.
    pub fn last_char(&self, q: usize) -> char {
        let nested = |c: char| c.is_whitespace() || matches!(c, '’' | '\'' | '”' | '"');
        self.doc.at(self.doc.quotes[self.outer[q]].inner).trim_end_matches(nested).chars().next_back().unwrap_or(' ')
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
