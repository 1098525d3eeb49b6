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
/// passages that structure alone makes somebody's words: signed ones ("“…” — Ann Lee"), and block quotations with a
/// source.
pub fn with_rules(doc: &Doc, mut tagged: Tagged, rules: &[Found]) -> Tagged {
    let (mut contents, mut cues, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    let mut trailing = vec![false; doc.tokens.len()];
    for cue in rules.iter().filter_map(|found| trailing_cue(doc, found)) {
        trailing[doc.tokens_in(cue)].fill(true);
    }
    // What was taken for somebody's words together with the "Lee said" or the dash behind them.
    tagged.contents.retain(|content| !trailing[content.clone()].contains(&true));
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

/// The cue of a statement without marks that stands behind all of it: the dash that signs a block quotation, or what
/// ends a report ("…, Lee said").
fn trailing_cue(doc: &Doc, found: &Found) -> Option<Span> {
    let [cue] = found.cue[..] else { return None };
    let after = found.content.last().is_some_and(|content| content.end <= cue.start);
    (after && unmarked(doc, found)).then_some(cue)
}

/// Whether a mark attributes the passages, or none has marks of its own.
fn structural(doc: &Doc, found: &Found) -> bool {
    let by_mark = |span: &Span| doc.tokens_in(*span).all(|i| doc.tokens[i].kind == Kind::Punctuation);
    !found.cue.is_empty() && found.cue.iter().all(by_mark) || unmarked(doc, found)
}

/// Whether no passage has marks of its own, as is so where there is none.
fn unmarked(doc: &Doc, found: &Found) -> bool {
    found.quotes.iter().all(|&quote| !doc.quotes[quote].marked())
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
