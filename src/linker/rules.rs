//! What the rules found where the tagger's spans stand.

use super::scene::{Scene, overlap};
use crate::{
    attribution::{self, Found},
    span::Span,
    text::{Doc, tokens::Kind},
};
use std::ops::Range;

/// The statements that the rules found, by the tokens that they stand at.
pub struct Rules<'a> {
    /// In text order of their contents.
    pub found: &'a [Found],
    /// For each token the statement whose content it is part of, the last where several are.
    content_of: Vec<Option<u32>>,
    /// For each token the statement whose cue it is part of.
    cue_of: Vec<Option<u32>>,
}

impl<'a> Rules<'a> {
    /// Those of `found`, which are in text order of their contents.
    pub fn of(doc: &Doc, found: &'a [Found]) -> Self {
        let (mut content_of, mut cue_of) = (vec![None; doc.tokens.len()], vec![None; doc.tokens.len()]);
        for (index, statement) in found.iter().enumerate() {
            for &span in &statement.content {
                content_of[doc.tokens_in(span)].fill(Some(index as u32));
            }
            for &span in &statement.cue {
                cue_of[doc.tokens_in(span)].fill(Some(index as u32));
            }
        }
        Self { found, content_of, cue_of }
    }
}

/// What the rules think of `range` as the part at `span` of a statement of theirs: none (2), the same (3), another (1).
fn tie(doc: &Doc, span: Option<Span>, range: &Range<usize>) -> u32 {
    match span {
        None => 2,
        Some(span) if overlap(&doc.tokens_in(span), range) => 3,
        Some(_) => 1,
    }
}

/// Whether the source of `rule` stands between its content and `cue`: "The mill is old, | the force that guards it |
/// said".
pub fn behind(rule: &Found, cue: Span) -> bool {
    let content = rule.content.last().map_or(cue.end, |content| content.end);
    rule.source.is_some_and(|source| content <= source.start && source.end <= cue.start)
}

impl Scene<'_> {
    /// The statement of the rules that has most of `content`.
    pub fn rule_of(&self, content: &Range<usize>) -> Option<&Found> {
        let middle = (content.start + content.end) / 2;
        self.rules.content_of[middle].map(|i| &self.rules.found[i as usize])
    }

    /// The statement of the rules whose cue shares a token with `cue`.
    pub fn rule_at_cue(&self, cue: &Range<usize>) -> Option<&Found> {
        cue.clone().find_map(|i| self.rules.cue_of[i]).map(|i| &self.rules.found[i as usize])
    }

    /// What the rules think of `content` as that of `cue`: nothing (0), another cue (1), no cue (2), the same (3).
    pub fn rules_tie(&self, content: &Range<usize>, cue: &Range<usize>) -> u32 {
        self.rule_of(content).map_or(0, |found| tie(self.doc, found.cue.first().copied(), cue))
    }

    /// What the rules think of `source` as that of `cue`: nothing (0), another (1), none (2), the same (3).
    pub fn rules_name(&self, cue: &Range<usize>, source: &Range<usize>) -> u32 {
        self.rule_at_cue(cue).map_or(0, |found| tie(self.doc, found.source, source))
    }

    /// Whether `rule` is told where its own cue stands: "“…,” the agency quoted Lee as saying".
    pub fn as_saying(&self, rule: &Found) -> bool {
        rule.cue.first().is_some_and(|cue| self.doc.at(*cue).ends_with(" as saying"))
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
        let dash = cue.clone().all(|i| attribution::signs(self.doc.lower(i)));
        let rule = self.rule_at_cue(cue).filter(|_| dash);
        rule.and_then(|rule| rule.content.last())
            .is_some_and(|content| content.end <= self.doc.tokens[cue.start].span.start)
    }
}
