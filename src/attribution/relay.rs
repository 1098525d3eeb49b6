//! Whose report a statement stands in: "Vasko added that Dravic told Orlen …".

use super::Found;
use crate::{lexicon, order, pace::Pace, span::Span, text::Doc};

/// Most tokens from a "but" to the clause that it joins, an occasion and its comma between them.
const BUT: usize = 4;

/// Sets the relay of each statement that stands in the content of another: the source of the innermost such that is no
/// clause beside it.
///
/// Expects `found` in order of the first content, and the contents of each in text order; linear in practice, since
/// statements nest only a few levels deep.
///
/// A statement of nobody's within somebody's is the latter's own words, and goes: "Lee said it had offered “a bit
/// more”".
pub async fn nest(doc: &Doc<'_>, found: &mut Vec<Found>, pace: &Pace) {
    let mut own = vec![true; found.len()];
    // Statements that the one at hand may stand in the contents of, each with the end of these.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut outer_first: Vec<usize> = (0..found.len()).collect();
    order::by_key(&mut outer_first, |&i| order::of_outer_span(hull(&found[i])));
    for i in outer_first {
        let here = hull(&found[i]);
        open.retain(|&(end, _)| end > here.start);
        let cue = found[i].cue.first().copied().unwrap_or(here);
        let around = |&(_, outer): &(usize, usize)| {
            let contents = &found[outer].content;
            let content = contents.get(contents.partition_point(|content| content.end < cue.end))?;
            (content.contains(cue) && found[outer].source != found[i].source).then_some((*content, outer))
        };
        let outers = || open.iter().rev().filter_map(around);
        if let Some((content, outer)) = outers().next().filter(|_| found[i].source.is_none()) {
            let all = found[i].quotes.iter().all(|quote| found[outer].quotes.contains(quote));
            own[i] = !(all && content.contains(here));
        }
        if found[i].relay.is_none() && !adjoined(doc, &found[i]) {
            let reports = |&(_, outer): &(Span, usize)| !main(doc, &found[outer], &found[i]);
            found[i].relay = outers().find(reports).and_then(|(_, outer)| found[outer].source);
        }
        open.extend(found[i].content.last().map(|content| (content.end, i)));
        pace.rest(1).await;
    }
    let mut own = own.into_iter();
    found.retain(|_| own.next().unwrap_or(true));
}

/// From the first to the last byte of source, cue and content.
fn hull(found: &Found) -> Span {
    let parts = found.content.iter().chain(&found.cue).chain(&found.source);
    parts.copied().reduce(Span::join).unwrap_or_default()
}

/// The first token of the words that attribute.
fn first(doc: &Doc, found: &Found) -> usize {
    doc.token_at(found.source.iter().chain(&found.cue).map(|s| s.start).min().unwrap_or_default())
}

/// The word `back` tokens before `token`.
fn before<'a>(doc: &'a Doc, token: usize, back: usize) -> &'a str {
    token.checked_sub(back).map_or("", |i| doc.lower(i))
}

/// Whether the main clause is that of `inner`, and `outer` stands in one before it that is joined to it: "while the
/// ministry said it had paid, Lee denied it", "the ministry said it had paid but Lee denied it".
fn main(doc: &Doc, outer: &Found, inner: &Found) -> bool {
    let start = first(doc, inner);
    // A source may hold the word that joins: "while the ministry". "When asked" joins what is asked to the answer.
    let joined = || {
        let begins = outer.source.map(|source| doc.tokens_in(source)).filter(|tokens| tokens.len() > 1);
        adjoined(doc, outer) || begins.is_some_and(|tokens| joins(doc.lower(tokens.start)))
    };
    // "but so far, Lee denied it"
    let but = (2..=BUT).any(|back| before(doc, start, back) == "but");
    let answers = |cue: &Span| doc.one(doc.token_at(cue.start), "agreed agrees replied replies responded countered");
    match before(doc, start, 1) {
        "," => but || joined(),
        // "Lee said it held, and Falk agreed that it did"
        "and" => inner.cue.first().is_some_and(answers),
        word => word == "but",
    }
}

/// Whether the words that attribute stand in a clause of time, cause or relation: these are often the writer's own, as
/// in "the ministry denied the plan after officials warned of it".
fn adjoined(doc: &Doc, found: &Found) -> bool {
    joins(before(doc, first(doc, found), 1))
}

/// Whether a word begins such a clause.
fn joins(word: &str) -> bool {
    lexicon::one(word, "after before when while as since because although though until which")
}
