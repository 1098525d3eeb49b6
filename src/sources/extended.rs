//! A medium with what says more of it: "an interview with Delta News", "a radio show", "on radio show Morning Tide".

use super::{
    nouns::{masthead, name, outlet, press, time},
    phrase::{self, phrase},
};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// The medium that begins at token `start` and whose noun stands at `head`, with all that says more of it.
pub fn whole(doc: &Doc, start: usize, head: usize, limit: usize) -> Range<usize> {
    let end = head + 1 + usize::from(head + 1 < limit && feature(doc, head));
    extended(doc, start..titled(doc, end, limit), limit)
}

/// Whether the noun behind the medium at `head` is the head of the phrase: "an Instagram story", "a radio show".
fn feature(doc: &Doc, head: usize) -> bool {
    let site = doc.capital(head) && doc.one(head + 1, "story reel video rant feed");
    let own = doc.one(head + 1, "account page show program programme series ad segment");
    site || own
}

/// Where the title ends that stands behind the noun for a programme which ends at token `end`: "on radio show Morning
/// Tide".
fn titled(doc: &Doc, end: usize, limit: usize) -> usize {
    let called = doc.one(end - 1, "show programme program podcast series") && name(doc, end);
    let title = phrase(doc, end, limit);
    if called && title.len() > 1 && !title.clone().any(|i| time(doc.lower(i))) { title.end } else { end }
}

/// A medium with what says more of it: "an interview with Delta News", "a post on X", "a letter to staff".
fn extended(doc: &Doc, tokens: Range<usize>, limit: usize) -> Range<usize> {
    // "a talk on Monday with Delta News", "an article published in the Delta Courier"
    let aside = |i: &usize| time(doc.lower(*i)) || doc.one(*i, "on earlier last this week month year published");
    let behind = (tokens.end..limit.min(tokens.end + 4)).find(|i| !aside(i)).unwrap_or(tokens.end);
    let further = doc.one(behind, "with in") && behind + 1 < limit;
    let body = || phrase(doc, behind + 1, limit);
    let preposition = if further && masthead(doc, body()) { behind } else { tokens.end };
    // "a report in the Delta Courier"
    let printed = doc.says(preposition, "in") && preposition + 1 < limit;
    let paper = printed.then(|| phrase(doc, preposition + 1, limit)).filter(|paper| masthead(doc, paper.clone()));
    if let Some(paper) = paper {
        return tokens.start..paper.end;
    }
    let episode = doc.says(preposition, "of") && doc.says(preposition - 1, "episode");
    // "thanked her on Twitter for her help"
    let thanks = doc.says(preposition, "for") && doc.capital(preposition - 1);
    if !episode && !doc.one(preposition, "with on to for") || thanks || preposition + 1 >= limit {
        return tokens;
    }
    let more = phrase(doc, preposition + 1, limit);
    // "on Monday", but not "on CBS This Morning"
    let timed = more.clone().any(|i| time(doc.lower(i))) && outlet(doc, more.clone(), true).is_none();
    let named = more.clone().any(|i| name(doc, i));
    // "a conference call with reporters"
    let those = || more.end > more.start && press(doc.lower(more.end - 1));
    let few =
        more.len() <= 3 && (episode || doc.one(preposition, "to for") || doc.says(preposition, "with") && those());
    // "a letter to members", "a letter to her crew", but not "a speech to praise Lee".
    let people = |i: usize| doc.lower(i).ends_with('s') || doc.one(i, "staff congress parliament");
    let begins = name(doc, more.start) || doc.has(&lexicon::DETERMINERS, more.start);
    let verb = doc.says(preposition, "to") && !begins && !(more.len() == 1 && people(more.start));
    if more.is_empty() || timed || !(named || few) || verb {
        return tokens;
    }
    // What goes on is not cut off: "a letter to Orland officials", "a speech for the Osby nomination".
    match doc.lower(preposition) {
        "to" if phrase::noun_at(doc, more.end, limit) && people(more.end) => tokens.start..more.end + 1,
        "to" if (more.end..more.end + 2).all(|i| phrase::noun_at(doc, i, limit)) && people(more.end + 1) => {
            tokens.start..more.end + 2
        }
        "for" if phrase::noun_at(doc, more.end, limit) || doc.lower(more.end - 1).ends_with("ing") => tokens,
        // "a chat with Delta founder Ann Lee" is not one with Delta.
        "with" if doc.has(&lexicon::TITLES, more.end) => tokens,
        _ => tokens.start..more.end,
    }
}
