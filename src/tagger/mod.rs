//! The trained model that tells for each token whether it belongs to a source, a cue or a content.

pub mod features;
pub mod spans;
pub mod vocabulary;

use crate::{
    attribution::Found,
    pace::{self, Pace},
    text::{Doc, tokens::Kind},
};
use hearsay_network::{
    chances::chances,
    layers::Network,
    memo::Memo,
    viterbi::{self, LABELS, Place},
};
pub use spans::Tagged;
use vocabulary::Vocabulary;

/// What tells the parts of attributions.
#[derive(Clone, Debug)]
pub struct Tagger {
    /// The words that have a row in the first table.
    pub words: Vocabulary,
    /// From features to scores.
    pub network: Network,
}

impl Tagger {
    /// The sources, cues and contents of `doc`, where `rules` are the statements found by rule, and how likely each
    /// label of each token is. What `memo` knows of the text is not worked out again.
    pub async fn tag(&self, doc: &Doc<'_>, rules: &[Found], memo: &Memo, pace: &Pace) -> (Tagged, Vec<[f32; LABELS]>) {
        let features = features::read_at(doc, &self.words, rules, pace).await;
        let scores = self.network.scores(&features, memo, async |tokens| _ = pace.rest(tokens).await).await;
        decode_at(doc, scores, &self.network.steps, pace).await
    }
}

/// What the `scores` of labels and steps come to.
pub fn decode(doc: &Doc, scores: Vec<[f32; LABELS]>, steps: &[[f32; LABELS]; LABELS]) -> (Tagged, Vec<[f32; LABELS]>) {
    pace::finish(decode_at(doc, scores, steps, &Pace::unhurried()))
}

/// The same in slices.
pub async fn decode_at(
    doc: &Doc<'_>,
    scores: Vec<[f32; LABELS]>,
    steps: &[[f32; LABELS]; LABELS],
    pace: &Pace,
) -> (Tagged, Vec<[f32; LABELS]>) {
    let rest = async |tokens| _ = pace.rest(tokens).await;
    let chances = chances(&scores, steps, rest).await;
    pace.look().await;
    let mut begins = vec![false; doc.tokens.len()];
    for block in &doc.article.blocks {
        if let Some(first) = begins.get_mut(doc.token_at(block.span.start)) {
            *first = true;
        }
    }
    let places = places(doc);
    pace.look().await;
    let labels = viterbi::best(&scores, steps, &places, rest).await;
    pace.look().await;
    (Tagged::new(&labels, &begins), chances)
}

/// Where each token of `doc` stands in the passages in marks.
pub fn places(doc: &Doc) -> Vec<Place> {
    let mut places = vec![Place::Free; doc.tokens.len()];
    for quote in doc.quotes.iter().filter(|q| q.depth == 0) {
        let mut tokens = doc.tokens_in(quote.inner);
        let edge = |i: usize| doc.tokens[i].kind == Kind::Punctuation && !matches!(doc.lower(i), "$" | "£" | "€" | "%");
        while !tokens.is_empty() && edge(tokens.start) {
            tokens.start += 1;
        }
        while !tokens.is_empty() && edge(tokens.end - 1) {
            tokens.end -= 1;
        }
        for i in tokens.clone() {
            places[i] = if i == tokens.start { Place::First } else { Place::Within };
        }
    }
    places
}
