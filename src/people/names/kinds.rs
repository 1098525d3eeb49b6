//! What a name's words and the words beside it say that it is.

use super::split::organisation_in;
use crate::{
    lexicon,
    people::{Kind, titles, words},
    text::Doc,
};
use std::ops::Range;

/// What the name in `tokens`, with `titles` before it, is; `None` where it may be anything.
pub fn kind(doc: &Doc, titles: &Range<usize>, tokens: &Range<usize>) -> Option<Kind> {
    let last = doc.lower(tokens.end - 1);
    if person(doc, tokens) {
        return Some(Kind::Person);
    }
    let inner = tokens.clone().any(|i| doc.one(i, "of for on and & without against"));
    // "Delta Radio Osby"
    let amid = tokens.len() > 2 && !words::given(doc.lower(tokens.start));
    let first = tokens.start..if amid { tokens.end - 1 } else { tokens.start + 1 };
    if words::organisation(last) && tokens.len() > 1 || inner || organisation_in(doc, first) {
        return Some(Kind::Organisation);
    }
    // "the ferry MV Ann Lee"
    let ship = tokens.len() > 1 && doc.one(tokens.start, "uss hms hmas mv ss");
    if ship {
        return Some(Kind::Organisation);
    }
    if !titles.is_empty() {
        return Some(Kind::Person);
    }
    // "TNV", "TNV ORL", but "IDA HOLM"
    let short = |i: usize| words::all_capitals(doc, i) && (tokens.len() == 1 || doc.word(i).len() <= 4);
    let acronym = tokens.clone().all(short) && (tokens.len() == 1 || !words::given(doc.lower(tokens.start)));
    // "the Ann Lee brand" tells nothing of Ann Lee.
    let the = tokens.start > 0 && doc.says(tokens.start - 1, "the");
    let end = tokens.end;
    let noun =
        || words::noun(doc, end) || doc.says(end, "show") || titles::basic(doc.lower(end)) && !last.ends_with('s');
    // and "the Lee administration" is his.
    let his = tokens.len() == 1 && doc.one(end, "administration campaign presidency");
    let only = the && (tokens.len() == 2 && noun() || his);
    if the && !only || acronym {
        return Some(Kind::Organisation);
    }
    if tokens.len() > 1 && words::given(doc.lower(tokens.start)) {
        return Some(Kind::Person);
    }
    None
}

/// Whether what stands beside a name of two words makes it a person's, though its last word could end a body's name.
fn person(doc: &Doc, tokens: &Range<usize>) -> bool {
    if tokens.len() != 2 {
        return false;
    }
    let (end, last) = (tokens.end, doc.lower(tokens.end - 1));
    // "journalist Ann Press"
    let job = tokens.start > 0 && words::title(doc, tokens.start - 1);
    let called = job && lexicon::PAPERS.has(last) && words::given(doc.lower(tokens.start));
    // "Ann Radio, a chemist in Osby,"
    let trade =
        |i: usize| words::title(doc, i) && !doc.one(i, "leader partner member owner") && !words::cue(doc, i + 1);
    let apposed = || words::is(doc, end, ",") && doc.one(end + 1, "a an") && (end + 2..end + 5).any(trade);
    called || words::organisation(last) && apposed()
}
