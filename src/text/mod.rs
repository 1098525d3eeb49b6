//! Text as the later stages see it: tokens, sentences, quotation marks in pairs.
//!
//! Knows nothing of who speaks. Offsets are UTF-8 bytes of [`Article::text`](crate::article::Article::text).

mod context;
mod excerpts;
pub mod marks;
pub mod sentences;
pub mod tokens;

use crate::{
    article::Article,
    lexicon::{self, Words},
    pace::{self, Pace},
    span::Span,
};
use marks::Quote;
use sentences::Sentence;
use std::ops::Range;
use tokens::Token;

/// An article's text, read once for all later stages.
#[derive(Clone, Debug)]
pub struct Doc<'a> {
    /// The article that was read.
    pub article: &'a Article,
    /// All tokens in text order; none crosses a block's border.
    pub tokens: Vec<Token>,
    /// All sentences in text order.
    pub sentences: Vec<Sentence>,
    /// All passages in quotation marks, in order of their opening mark; nested ones follow the one they stand in.
    pub quotes: Vec<Quote>,
}

/// Reads the text of `article`.
pub fn read(article: &Article) -> Doc<'_> {
    pace::finish(read_at(article, &Pace::unhurried()))
}

/// The same in slices.
pub async fn read_at<'a>(article: &'a Article, pace: &Pace) -> Doc<'a> {
    let mut tokens = Vec::new();
    let mut sentences = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let first = tokens.len();
        tokens::read(&article.text, block.span, &mut tokens);
        sentences::read(&article.text, &tokens, first, index, &mut sentences);
        pace.rest((tokens.len() - first) / 8).await;
    }
    let quotes = marks::pair(article, pace).await;
    let mut doc = Doc { article, tokens, sentences, quotes };
    excerpts::open(&mut doc);
    doc
}

// Asked everywhere: called rather than copied in, they make the engine smaller.
impl Doc<'_> {
    /// The words at `span`.
    pub fn at(&self, span: Span) -> &str {
        span.of(&self.article.text)
    }

    /// The text of token `i` as written; empty past the end.
    pub fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| self.at(t.span))
    }

    /// The text of token `i` in lower case, with plain apostrophes; empty past the end.
    #[inline(never)]
    pub fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| &t.lower)
    }

    /// Whether token `i` is `word`, which is in lower case.
    #[inline(never)]
    pub fn says(&self, i: usize, word: &str) -> bool {
        self.lower(i) == word
    }

    /// Whether token `i` is one of `words`, which are in lower case and parted by single spaces.
    #[inline(never)]
    pub fn one(&self, i: usize, words: &str) -> bool {
        lexicon::one(self.lower(i), words)
    }

    /// Whether token `i` is a form of "be" other than "am".
    #[inline(never)]
    pub fn be(&self, i: usize) -> bool {
        self.one(i, "is are was were be been being isn't aren't wasn't weren't")
    }

    /// Whether token `i` is in `list`.
    #[inline(never)]
    pub fn has(&self, list: &Words, i: usize) -> bool {
        list.has(self.lower(i))
    }

    /// Whether token `i` begins with a capital letter.
    pub fn capital(&self, i: usize) -> bool {
        self.word(i).starts_with(char::is_uppercase)
    }

    /// The first token that ends after `byte`: the one at it, or else the next; the number of tokens past the end.
    #[inline(never)]
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end <= byte)
    }

    /// The tokens that lie wholly or partly in `span`.
    #[inline(never)]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        start..self.tokens.partition_point(|t| t.span.start < span.end).max(start)
    }

    /// The index of the sentence that token `i` stands in; the number of sentences past the end.
    #[inline(never)]
    pub fn sentence_index(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= i)
    }

    /// The sentence that token `i` stands in.
    #[inline(never)]
    pub fn sentence_of(&self, i: usize) -> Option<&Sentence> {
        self.sentences.get(self.sentence_index(i))
    }

    /// The block that holds `byte`, or else the next one.
    #[inline(never)]
    pub fn block_at(&self, byte: usize) -> usize {
        self.article.blocks.partition_point(|b| b.span.end <= byte)
    }

    /// The span from the first to the last token of `tokens`; empty for an empty range.
    #[inline(never)]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }
}
