//! Whose report a statement stands in: "Ushakov added that Putin told Xi …".

use super::Found;
use crate::{order, span::Span};

/// Sets the relay of each statement that stands in the content of another: the source of the innermost such.
///
/// Expects `found` in order of the first content; linear in practice, since contents nest only a few levels deep.
pub fn nest(found: &mut [Found]) {
    let mut open: Vec<(Span, Option<Span>)> = Vec::new();
    let mut outer_first: Vec<usize> = (0..found.len()).collect();
    order::by_key(&mut outer_first, |&i| order::of_outer_span(hull(&found[i])));
    for i in outer_first {
        let here = hull(&found[i]);
        open.retain(|(content, _)| content.end > here.start);
        let cue = found[i].cue.first().copied().unwrap_or(here);
        let outer = open.iter().rev().find(|(content, source)| content.contains(cue) && *source != found[i].source);
        if found[i].relay.is_none() {
            found[i].relay = outer.and_then(|(_, source)| *source);
        }
        let contents: Vec<_> = found[i].content.iter().map(|&c| (c, found[i].source)).collect();
        open.extend(contents);
    }
}

/// From the first to the last byte of source, cue and content.
fn hull(found: &Found) -> Span {
    let parts = found.content.iter().chain(&found.cue).chain(&found.source);
    parts.copied().reduce(Span::join).unwrap_or_default()
}
