//! Whoever calls a thing by words in marks, where these stand before them: "was described as “a disgrace” by the
//! union".

use super::{Found, passive::unsaid};
use crate::{
    annotation::Form,
    attribution::{
        phrase::{self, time_word},
        view::View,
    },
    lexicon,
    span::Span,
    text::Doc,
};

/// Most tokens between the words in marks and who says them.
const NEAR: usize = 6;

/// Most tokens of whoever says them.
const LONGEST: usize = 9;

/// Whether the cue is a participle alone that tells what others say of a thing: "Called “a disgrace” by the union, the
/// plan".
fn fronted(doc: &Doc, cue: Span) -> bool {
    let first = doc.token_at(cue.start);
    let calls = doc.one(first, "called described hailed praised dismissed condemned denounced dubbed branded");
    calls && (doc.capital(first) || first > 0 && doc.one(first - 1, ", ("))
}

/// Gives the statement, whose cue is a passive, the one behind its words as its source.
pub fn restore(view: &View, found: &mut Found) {
    let doc = view.doc;
    let (Some(&cue), Some(&last)) = (found.cue.first(), found.content.last()) else { return };
    let fronted = fronted(doc, cue);
    let quote = if fronted { found.quotes.first() } else { found.quotes.last() };
    let Some(&quote) = quote.filter(|_| found.form != Form::Direct && (fronted || unsaid(doc, cue))) else { return };
    let passage = doc.tokens_in(doc.quotes[quote].outer);
    let Some(sentence) = doc.sentence_of(passage.start) else { return };
    let free = found.source.is_none_or(|source| source.end <= cue.start);
    if !free || cue.start > doc.quotes[quote].outer.start {
        return;
    }
    let end = sentence.tokens.end;
    let plain = |&i: &usize| view.word(i);
    let mut near = (passage.end..end.min(passage.end + NEAR)).take_while(plain);
    let Some(by) = near.find(|&i| doc.says(i, "by")) else { return };
    let stops = |i: &usize| {
        let lists = [&lexicon::AUXILIARIES, &lexicon::SUBORDINATORS, &lexicon::PREPOSITIONS];
        let other = lists.iter().any(|list| doc.has(list, *i)) && !doc.says(*i, "of");
        !view.word(*i) || other || time_word(doc.lower(*i)) || doc.one(*i, "and but or last this")
    };
    let whom = by + 1..(by + 1..end.min(by + 1 + LONGEST)).find(stops).unwrap_or(end.min(by + 1));
    let measure = |i: usize| {
        let word = doc.lower(i);
        word.starts_with(|c: char| c.is_ascii_digit()) || lexicon::one(word, "end time comparison definition far")
    };
    if whom.is_empty() || whom.clone().any(measure) || doc.lower(by + 1).ends_with("ing") {
        return;
    }
    found.source = Some(doc.span(whom));
    let words = doc.tokens_in(last);
    if by > words.start && by < words.end {
        found.content.pop();
        let words = doc.span(words.start..by);
        found.content.push(words);
        found.quotes.retain(|&quote| doc.quotes[quote].outer.start < words.end);
    }
}

/// Gives the statement, a thing before a passive, whoever tells of it: "The tour was confirmed in a statement released
/// by Lee".
pub fn by(view: &View, found: &mut Found) {
    let doc = view.doc;
    let (Some(&cue), Some(&content)) = (found.cue.first(), found.content.first()) else { return };
    let cue = doc.tokens_in(cue);
    let passive = cue.clone().take(3).any(|i| doc.be(i));
    if found.source.is_some() || content.end > doc.tokens[cue.start].span.start || !passive || !doc.says(cue.end, "by")
    {
        return;
    }
    let limit = doc.sentence_of(cue.start).map_or(cue.end, |sentence| sentence.tokens.end);
    let Some(whom) = phrase::after(view, cue.end + 1, limit) else { return };
    // "by Lee's managers late this week"
    let end = whom.end - usize::from(doc.one(whom.end - 1, "late early"));
    if !doc.lower(whom.start).ends_with("ing") {
        found.source = Some(view.span(&(whom.start..end)));
    }
}
