//! Source, cue and content of every quotation and report, by rule.
//!
//! Everything works on tokens outside quotation marks: `cue`, `verb` and `citing` find the words that attribute with
//! the source beside them, `links` ties each passage in marks to a cue, `quoted` makes statements of these, `report`
//! gives the remaining cues their content, `relay` notes who reports whom. `amend` comes last: it mends what was
//! linked.

mod amend;
mod beside;
mod citing;
mod content;
mod cue;
mod links;
mod phrase;
mod quoted;
mod relay;
mod report;
#[cfg(test)]
mod tests;
mod verb;
mod view;

pub use amend::{amend, claims, unsaid};
pub use beside::signs;
pub use cue::{heard, told};
pub use phrase::time_word;
pub use relay::nest;
pub use view::{is_title, named_work};

use crate::{
    annotation::Form,
    lexicon::cues,
    order,
    pace::{self, Pace},
    span::Span,
    text::{Doc, tokens::Kind},
};
use std::ops::Range;

/// Somebody's statement, before the source is resolved to a speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// How it is quoted.
    pub form: Form,
    /// Whether it is an attitude or a deed in the writer's words; rules find none.
    pub attitude: bool,
    /// What was said, marks included.
    pub content: Vec<Span>,
    /// The words that attribute it.
    pub cue: Vec<Span>,
    /// The mention of the source.
    pub source: Option<Span>,
    /// The mention of who relays the source's words.
    pub relay: Option<Span>,
    /// Indices into [`Doc::quotes`] of the passages that belong to it.
    pub quotes: Vec<usize>,
    /// 0 to 1.
    pub confidence: f32,
}

/// The least confidence in an attitude.
const LEAST: f32 = 0.3;

impl Found {
    /// Whether it is hardly an attitude: one piece without a passage in marks, and its cue no verb that is known to
    /// attribute.
    pub fn faint(&self, doc: &Doc) -> bool {
        let (&[content], &[cue]) = (&self.content[..], &self.cue[..]) else { return false };
        let at = doc.quotes.partition_point(|quote| quote.outer.start < content.start);
        let marked = doc.quotes.get(at).is_some_and(|quote| quote.outer.start < content.end);
        let known = doc.tokens_in(cue).last().is_some_and(|i| cues::class(doc.lower(i)).is_some());
        self.attitude && self.confidence < LEAST && !marked && !known
    }
}

/// All statements of `doc`, in text order of their contents.
pub fn find(doc: &Doc) -> Vec<Found> {
    pace::finish(find_at(doc, &Pace::unhurried()))
}

/// The same in slices.
pub async fn find_at(doc: &Doc<'_>, pace: &Pace) -> Vec<Found> {
    let view = view::View::new(doc);
    let cues = cue::find(&view, pace).await;
    let (mut found, used) = quoted::find(&view, &cues, pace).await;
    report::find(&view, &cues, &used, &mut found, pace).await;
    sort(&mut found);
    relay::nest(doc, &mut found, pace).await;
    found
}

/// Puts statements in text order of their contents.
pub fn sort(found: &mut Vec<Found>) {
    order::by_key(found, |f| order::of_span(f.content.first().copied().unwrap_or_default()));
}

/// `tokens` as a span without the punctuation at its end, but for closing marks.
fn without_stop(doc: &Doc, tokens: Range<usize>) -> Span {
    let mut end = tokens.end;
    while end > tokens.start
        && doc.tokens[end - 1].kind == Kind::Punctuation
        && matches!(doc.lower(end - 1), "." | "," | ";" | ":" | "—" | "–" | "?" | "!")
    {
        end -= 1;
    }
    doc.span(tokens.start..end)
}
