//! Hand-marked articles as tokens with labels.

use crate::tag::Example;
use anyhow::{Context, Result};
use hearsay::{
    article::Article,
    attribution::{self, Found},
    span::Span,
    tagger::{features, vocabulary::Vocabulary},
    text::{self, Doc},
};
use hearsay_network::viterbi::{CONTENT, CUE, OUTSIDE, SOURCE};
use serde::Deserialize;
use std::{fs, ops::Range, path::Path};

/// An article of PolNeAR.
#[derive(Deserialize)]
pub struct Gold {
    pub text: String,
    pub attributions: Vec<Marked>,
}

/// An attribution as marked by hand: spans in bytes of the text.
#[derive(Deserialize)]
pub struct Marked {
    pub source: Vec<(usize, usize)>,
    pub cue: Vec<(usize, usize)>,
    pub content: Vec<(usize, usize)>,
}

/// All articles of a file of JSON lines.
pub fn read(path: &Path) -> Result<Vec<Gold>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).with_context(|| format!("a bad line in {}", path.display()))).collect()
}

/// The article to annotate.
pub fn article(text: &str) -> Article {
    Article::from_text(text)
}

/// An article as the tagger is told of it.
pub struct Read<'a> {
    pub doc: Doc<'a>,
    pub rules: Vec<Found>,
}

impl<'a> Read<'a> {
    pub fn new(article: &'a Article) -> Self {
        let doc = text::read(article);
        let rules = attribution::find(&doc);
        Self { doc, rules }
    }

    /// What there is to learn from it.
    pub fn example(&self, words: &Vocabulary, gold: &Gold) -> Example {
        let features = features::read(&self.doc, words, &self.rules);
        Example { features, labels: labels(&self.doc, gold) }
    }
}

/// The tokens of `span` without marks and stops at the edges; all of them where there is nothing else.
pub fn tokens(doc: &Doc, span: (usize, usize)) -> Range<usize> {
    let all = doc.tokens_in(Span::new(span.0, span.1));
    let mut tokens = all.clone();
    let edge = |i: usize| doc.word(i).chars().all(|c| "\"“”„«»'’‘.,;:!?…—–-()[]".contains(c));
    while !tokens.is_empty() && edge(tokens.start) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && edge(tokens.end - 1) {
        tokens.end -= 1;
    }
    if tokens.is_empty() { all } else { tokens }
}

/// The label of each token.
fn labels(doc: &Doc, gold: &Gold) -> Vec<u8> {
    let mut labels = vec![OUTSIDE; doc.tokens.len()];
    for a in &gold.attributions {
        for (spans, first) in [(&a.content, CONTENT), (&a.source, SOURCE), (&a.cue, CUE)] {
            for &span in spans {
                for (k, i) in tokens(doc, span).enumerate() {
                    labels[i] = first + u8::from(k > 0);
                }
            }
        }
    }
    // What another span cut in two begins anew.
    for i in 0..labels.len() {
        let before = if i == 0 { OUTSIDE } else { labels[i - 1] };
        let goes_on = labels[i] != OUTSIDE && labels[i].is_multiple_of(2);
        if goes_on && before != labels[i] && before != labels[i] - 1 {
            labels[i] -= 1;
        }
    }
    labels
}
