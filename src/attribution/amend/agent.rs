//! Whoever calls a thing by words in marks, where these stand before them: "was described as “a disgrace” by the union".

use super::{Found, passive::unsaid};
use crate::{
    annotation::Form,
    attribution::{phrase::time_word, view::View},
    lexicon,
};

/// Most tokens between the words in marks and who says them.
const NEAR: usize = 6;

/// Most tokens of whoever says them.
const LONGEST: usize = 9;

/// Gives the statement, whose cue is a passive, the one behind its words as its source.
pub fn restore(view: &View, found: &mut Found) {
    let doc = view.doc;
    let (Some(&cue), Some(&last)) = (found.cue.first(), found.content.last()) else { return };
    let Some(&quote) = found.quotes.last().filter(|_| found.form != Form::Direct && unsaid(doc, cue)) else { return };
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
        found.content.push(doc.span(words.start..by));
    }
}
