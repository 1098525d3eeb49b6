//! What the linker looks at: the spans that the tagger found, and what stands between any two of them in a few steps.

use super::facts::{self, ContentFacts, CueFacts};
use crate::{
    article::BlockKind,
    attribution::Found,
    lexicon,
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
    /// The statements that the rules found.
    pub rules: &'a [Found],
    /// For each token the statement of the rules whose content it is part of, the innermost.
    content_of: Vec<Option<u32>>,
    /// For each token the statement of the rules whose cue it is part of.
    cue_of: Vec<Option<u32>>,
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
        let (mut content_of, mut cue_of) = (vec![None; n], vec![None; n]);
        for (index, found) in rules.iter().enumerate() {
            for &span in &found.content {
                content_of[doc.tokens_in(span)].fill(Some(index as u32));
            }
            for &span in &found.cue {
                cue_of[doc.tokens_in(span)].fill(Some(index as u32));
            }
        }
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
            content_of,
            cue_of,
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

    /// The statement of the rules that has most of `content`.
    pub fn rule_of(&self, content: &Range<usize>) -> Option<&Found> {
        let middle = (content.start + content.end) / 2;
        self.content_of[middle].map(|i| &self.rules[i as usize])
    }

    /// What the rules think of `content` as that of `cue`: nothing (0), another cue (1), no cue (2), the same (3).
    pub fn rules_tie(&self, content: &Range<usize>, cue: &Range<usize>) -> u32 {
        match self.rule_of(content) {
            None => 0,
            Some(found) => match found.cue.first() {
                None => 2,
                Some(&span) => {
                    if overlap(&self.doc.tokens_in(span), cue) {
                        3
                    } else {
                        1
                    }
                }
            },
        }
    }

    /// The dash of the signature that the rules find after `content`, a passage in marks.
    pub fn signed(&self, content: &Range<usize>) -> Option<usize> {
        let rule = self.rule_of(content).filter(|_| self.quoted(content) == 2)?;
        let cue = self.doc.tokens_in(*rule.cue.first()?);
        let at = self.tagged.cues.partition_point(|q| q.end <= cue.start);
        let mark = cue.start >= content.end
            && !cue.is_empty()
            && cue.clone().all(|i| self.doc.tokens[i].kind == Kind::Punctuation);
        (mark && self.tagged.cues.get(at).is_some_and(|q| overlap(q, &cue))).then_some(at)
    }

    /// Whether cue `q` is the dash before a signature that the rules find.
    pub fn signature(&self, q: usize) -> bool {
        let cue = &self.tagged.cues[q];
        let dash = cue.clone().all(|i| lexicon::one(self.doc.lower(i), "— – - ― ~"));
        let rule = self.rule_at_cue(cue).filter(|_| dash);
        rule.and_then(|rule| rule.content.last())
            .is_some_and(|content| content.end <= self.doc.tokens[cue.start].span.start)
    }

    /// The statement of the rules whose cue shares a token with `cue`.
    pub fn rule_at_cue(&self, cue: &Range<usize>) -> Option<&Found> {
        cue.clone().find_map(|i| self.cue_of[i]).map(|i| &self.rules[i as usize])
    }

    /// What the rules think of `source` as that of `cue`: nothing (0), another (1), none (2), the same (3).
    pub fn rules_name(&self, cue: &Range<usize>, source: &Range<usize>) -> u32 {
        match self.rule_at_cue(cue) {
            None => 0,
            Some(found) => match found.source {
                None => 2,
                Some(span) => {
                    if overlap(&self.doc.tokens_in(span), source) {
                        3
                    } else {
                        1
                    }
                }
            },
        }
    }

    /// Whether a subhead parts token `a` from token `b`, which is after it: what is said under one has its source there.
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
