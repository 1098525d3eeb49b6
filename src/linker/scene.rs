//! What the linker looks at: the spans that the tagger found, and what stands between any two of them in a few steps.

use super::{
    facts::{self, ContentFacts, CueFacts},
    rules::Rules,
};
use crate::{
    article::BlockKind,
    attribution::Found,
    pace::{self, Pace},
    tagger::{Tagged, features::fold},
    text::{Doc, tokens::Kind},
};
use hearsay_network::viterbi::LABELS;
use std::ops::Range;

/// Words and marks that tell something of how the spans around them hang together.
const SIGNS: [&str; 7] = [",", "\"", ":", "that", ".", ";", "and"];

/// An article with its sources, cues and contents.
pub struct Scene<'a> {
    /// The text.
    pub doc: &'a Doc<'a>,
    /// The spans to link, as tokens.
    pub tagged: &'a Tagged,
    /// For each token the index of its sentence.
    sentence: Vec<u32>,
    /// For each token the index of its block.
    block: Vec<u32>,
    /// For each block how many subheads there are up to it.
    sections: Vec<u32>,
    /// For each token the outermost passage in marks that it stands in, as an index into `quotes`.
    inside: Vec<Option<u32>>,
    /// The outermost passages in marks, as tokens, marks included.
    pub quotes: Vec<Range<usize>>,
    /// The same passages as indices into [`Doc::quotes`].
    pub outer: Vec<usize>,
    /// For each token a bit that tells which of seven signs ("that", a comma, …) it is, if any.
    pub signs: Vec<u8>,
    /// What is asked of each cue in every pair.
    pub cue_facts: Vec<CueFacts>,
    /// What is asked of each content in every pair.
    pub content_facts: Vec<ContentFacts>,
    /// How likely each label of each token is.
    pub chances: &'a [[f32; LABELS]],
    /// What the rules found.
    pub rules: Rules<'a>,
}

impl<'a> Scene<'a> {
    /// The scene of `doc`.
    pub fn new(doc: &'a Doc<'a>, tagged: &'a Tagged, rules: &'a [Found], chances: &'a [[f32; LABELS]]) -> Self {
        pace::finish(Self::read(doc, tagged, rules, chances, &Pace::unhurried()))
    }

    /// The same in slices.
    pub async fn read(
        doc: &'a Doc<'a>,
        tagged: &'a Tagged,
        rules: &'a [Found],
        chances: &'a [[f32; LABELS]],
        pace: &Pace,
    ) -> Self {
        let n = doc.tokens.len();
        let (mut sentence, mut block, mut inside) = (vec![0; n], vec![0; n], vec![None; n]);
        for (index, s) in doc.sentences.iter().enumerate() {
            sentence[s.tokens.clone()].fill(index as u32);
        }
        for (index, b) in doc.article.blocks.iter().enumerate() {
            block[doc.tokens_in(b.span)].fill(index as u32);
        }
        let subheads = doc.article.blocks.iter().scan(0, |count, b| {
            *count += u32::from(b.kind == BlockKind::Subhead);
            Some(*count)
        });
        let sections = subheads.collect();
        let outer: Vec<usize> = (0..doc.quotes.len()).filter(|&q| doc.quotes[q].depth == 0).collect();
        let quotes: Vec<_> = outer.iter().map(|&q| doc.tokens_in(doc.quotes[q].outer)).collect();
        for (index, tokens) in quotes.iter().enumerate() {
            inside[tokens.clone()].fill(Some(index as u32));
        }
        pace.look().await;
        let rules = Rules::of(doc, rules);
        pace.look().await;
        let mut scene = Self {
            doc,
            tagged,
            sentence,
            block,
            sections,
            inside,
            quotes,
            outer,
            signs: Vec::new(),
            cue_facts: Vec::new(),
            content_facts: Vec::new(),
            chances,
            rules,
        };
        scene.signs = (0..n).map(|i| scene.sign(i)).collect();
        pace.look().await;
        scene.cue_facts = tagged.cues.iter().map(|cue| facts::cue_facts(&scene, cue)).collect();
        pace.look().await;
        scene.content_facts = tagged.contents.iter().map(|content| facts::content_facts(&scene, content)).collect();
        scene
    }

    /// Sentences between token `a` and token `b`.
    pub fn sentences(&self, a: usize, b: usize) -> usize {
        self.sentence[b].abs_diff(self.sentence[a]) as usize
    }

    /// Blocks between token `a` and token `b`.
    pub fn blocks(&self, a: usize, b: usize) -> usize {
        self.block[b].abs_diff(self.block[a]) as usize
    }

    /// The outermost passage in marks that token `i` stands in.
    pub fn quote(&self, i: usize) -> Option<usize> {
        self.inside.get(i).copied().flatten().map(|q| q as usize)
    }

    /// Token `i` in lower case, marks around passages as double ones and dashes as one.
    pub fn folded(&self, i: usize) -> &str {
        let edge = |q: usize| i == self.quotes[q].start || i + 1 == self.quotes[q].end;
        let mark = self.quote(i).is_some_and(edge) && self.doc.tokens[i].kind == Kind::Punctuation;
        if mark { "\"" } else { fold(self.doc.lower(i)) }
    }

    fn sign(&self, i: usize) -> u8 {
        // Most words are longer than all of them.
        if self.doc.tokens[i].span.len() > 4 {
            return 0;
        }
        let word = self.folded(i);
        SIGNS.iter().position(|sign| *sign == word).map_or(0, |k| 1 << k)
    }

    /// Whether `tokens` make up a passage in marks (2), hold or cut one (1), or none (0).
    pub fn quoted(&self, tokens: &Range<usize>) -> u32 {
        match (self.quote(tokens.start), self.quote(tokens.end - 1)) {
            (Some(a), Some(b)) if a == b => 2,
            _ if tokens.clone().any(|i| self.inside[i].is_some()) => 1,
            _ => 0,
        }
    }

    /// Whether a subhead parts token `a` from token `b`, which is after it: what is said under one has its source
    /// there.
    pub fn parted(&self, a: usize, b: usize) -> bool {
        self.sections[self.block[a] as usize] < self.sections[self.block[b] as usize]
    }

    /// Whether token `i` is the first of its block.
    pub fn begins_block(&self, i: usize) -> bool {
        i == 0 || self.block[i] != self.block[i - 1]
    }

    /// Whether token `i` is the last of its block.
    pub fn ends_block(&self, i: usize) -> bool {
        i + 1 >= self.block.len() || self.block[i] != self.block[i + 1]
    }

    /// Whether token `i` is the first of its sentence.
    pub fn begins_sentence(&self, i: usize) -> bool {
        i == 0 || self.sentence[i] != self.sentence[i - 1]
    }
}

/// Whether two ranges share a token.
pub fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// How many of `spans`, which are in text order, start in `range`.
pub fn between(spans: &[Range<usize>], range: &Range<usize>) -> usize {
    let from = spans.partition_point(|s| s.start < range.start);
    let to = spans.partition_point(|s| s.start < range.end);
    to.saturating_sub(from)
}
