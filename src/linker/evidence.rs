//! What the rules add to the tagger's spans.

use super::scene::overlap;
use crate::{
    annotation::Form,
    attribution::Found,
    order,
    span::Span,
    tagger::Tagged,
    text::{Doc, tokens::Kind},
};
use std::ops::Range;

/// `tagged` with the cues and sources that the rules give passages in marks where the tagger found none, and with the
/// passages that structure alone makes somebody's words: signed ones ("“…” — Ann Lee"), and block quotations with a source.
pub fn with_rules(doc: &Doc, mut tagged: Tagged, rules: &[Found]) -> Tagged {
    let (mut contents, mut cues, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    let mut signatures = vec![false; doc.tokens.len()];
    for found in rules.iter().filter(|found| signed(doc, found)) {
        signatures[doc.tokens_in(found.cue[0])].fill(true);
    }
    // What was taken for words of the signer's, signature and all.
    tagged.contents.retain(|content| !signatures[content.clone()].contains(&true));
    for found in rules.iter().filter(|found| !found.quotes.is_empty()) {
        let tokens = |span: &Span| doc.tokens_in(*span);
        let untouched = |range: &Range<usize>| free(&tagged.contents, range) && !range.is_empty();
        if found.form == Form::Direct && found.source.is_some() && structural(doc, found) {
            let passages = found.quotes.iter().map(|&quote| tokens(&doc.quotes[quote].inner));
            contents.extend(passages.filter(|range| untouched(range) && free(&tagged.cues, range)));
        }
        cues.extend(found.cue.iter().map(tokens).filter(|range| untouched(range) && free(&tagged.cues, range)));
        sources
            .extend(found.source.iter().map(tokens).filter(|range| untouched(range) && free(&tagged.sources, range)));
    }
    add(&mut tagged.contents, contents);
    add(&mut tagged.cues, cues);
    add(&mut tagged.sources, sources);
    tagged
}

/// Whether block quotations are signed with a dash after them.
fn signed(doc: &Doc, found: &Found) -> bool {
    let [cue] = found.cue[..] else { return false };
    let after = found.content.last().is_some_and(|content| content.end <= cue.start);
    after && found.quotes.iter().all(|&quote| !doc.quotes[quote].marked()) && structural(doc, found)
}

/// Whether a mark attributes the passages, or none has marks of its own.
fn structural(doc: &Doc, found: &Found) -> bool {
    let by_mark = |span: &Span| doc.tokens_in(*span).all(|i| doc.tokens[i].kind == Kind::Punctuation);
    let set_apart = found.quotes.iter().all(|&quote| !doc.quotes[quote].marked());
    !found.cue.is_empty() && found.cue.iter().all(by_mark) || set_apart
}

/// Whether `range` shares no token with any of `spans`, which are in text order and apart.
fn free(spans: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = spans.partition_point(|span| span.end <= range.start);
    spans.get(next).is_none_or(|span| !overlap(span, range))
}

/// Adds `more` to `spans`; of those that overlap the first stays.
fn add(spans: &mut Vec<Range<usize>>, more: Vec<Range<usize>>) {
    spans.extend(more);
    order::by_key(spans, |span| span.start as u64);
    spans.dedup_by(|next, last| overlap(next, last));
}
