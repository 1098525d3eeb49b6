//! Noun phrases that name a medium, an outlet, or the press.

use super::{
    extended,
    phrase::{self, phrase},
};
use crate::{
    annotation::Medium,
    attribution::time_word,
    lexicon, outlets,
    people::words,
    text::{Doc, tokens::Kind},
};
use std::ops::Range;

/// A noun phrase of what words came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is; `None` for an outlet that is just named.
    pub medium: Option<Medium>,
}

/// What the noun `lower` says that words were published in.
pub fn kind(lower: &str) -> Option<Medium> {
    Some(match lexicon::genre(lower)? {
        "statement" => Medium::Statement,
        "post" => Medium::Post,
        "message" => Medium::Message,
        "document" => Medium::Document,
        "interview" => Medium::Interview,
        "briefing" => Medium::Press,
        "speech" => Medium::Speech,
        "broadcast" => Medium::Broadcast,
        _ => Medium::Book,
    })
}

/// Whether a noun stands for those who report news.
pub fn press(lower: &str) -> bool {
    lexicon::one(lower, "reporters journalists press media newsmen")
}

/// Whether the name among `tokens`, which is somebody told and no person, may be that of an outlet: none of another
/// sort of body, and of those in capitals alone only the call signs of American stations.
pub fn may_be_outlet(doc: &Doc, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.clone().rev().find(|&i| name(doc, i)) else { return false };
    let (word, lower) = (doc.word(last), doc.lower(last));
    let capitals = word.len() > 1 && word.chars().all(|c| c.is_uppercase());
    let sign = word.len() == 4 && word.starts_with(['K', 'W']);
    let body = tokens.clone().any(|i| doc.has(&lexicon::ORGANISATIONS, i) && !doc.has(&lexicon::PAPERS, i));
    lexicon::PAPERS.has(lower) || last + 1 == tokens.end && !body && (!capitals || sign)
}

/// Whether token `i` is written as a name is, "theCUBE" too.
pub fn name(doc: &Doc, i: usize) -> bool {
    doc.tokens.get(i).is_some_and(|t| t.kind == Kind::Word) && doc.word(i).contains(char::is_uppercase)
}

/// The medium or outlet that the noun phrase at `start` is; an outlet without a noun counts only where it is known,
/// even by a name of several meanings where the text is `sure` to speak of one.
pub fn medium(doc: &Doc, start: usize, limit: usize, sure: bool) -> Option<Named> {
    let all = phrase(doc, start, limit);
    let noun = |&i: &usize| !in_name(doc, start, i) && kind(doc.lower(i)).is_some() && !no_medium(doc, start, i);
    if let Some(head) = all.clone().rev().find(noun) {
        let tokens = extended::whole(doc, start, head, limit);
        // "a conference call with reporters"
        let talk = doc.says(head, "call") && press(doc.lower(tokens.end - 1));
        let medium = if talk { Some(Medium::Press) } else { kind(doc.lower(head)) };
        return Some(Named { tokens, medium });
    }
    let reporters = |&i: &usize| press(doc.lower(i)) && !in_name(doc, start, i) && !modifies(doc, i, limit);
    if let Some(last) = all.clone().rev().find(reporters) {
        let social = last > start && doc.says(last - 1, "social");
        let medium = if social { Medium::Post } else { Medium::Press };
        return Some(Named { tokens: start..last + 1, medium: Some(medium) });
    }
    // "appeared on Delta News"
    let last = all.end.saturating_sub(1);
    let masthead = sure && last > start && paper(doc, last) && doc.capital(last - 1);
    let named = !owns(doc, &all, limit) && (masthead || outlet(doc, all.clone(), sure).is_some());
    named.then_some(Named { tokens: all, medium: None })
}

/// The word before the phrase at `start`.
fn before<'a>(doc: &'a Doc, start: usize) -> &'a str {
    start.checked_sub(1).map_or("", |i| doc.lower(i))
}

/// Whether token `i` is part of a name in the phrase at `start`: "the Washington Post" is no post.
fn in_name(doc: &Doc, start: usize, i: usize) -> bool {
    doc.capital(i) && (i > start + 1 && doc.capital(i - 1) || paper(doc, i) && name(doc, i + 1))
}

/// Whether the noun at token `i` of the phrase at `start` means another thing than a medium where it stands: somebody
/// may be "at the boat show", or end "on a sad note".
fn no_medium(doc: &Doc, start: usize, i: usize) -> bool {
    let before = before(doc, start);
    match doc.lower(i) {
        "note" | "paper" | "appeal" => before != "in",
        "show" | "programme" => before != "on",
        "debate" | "rally" | "ceremony" | "forum" => !matches!(before, "at" | "during"),
        // "at a town hall", but not "at the town hall"
        "hall" => !(doc.says(i.wrapping_sub(1), "town") && (before == "during" || doc.one(start, "a an"))),
        // "in her order", but not "in that order"
        "order" => !doc.one(start, "a an his her its") || doc.says(i - 1, "good"),
        "meeting" => !(matches!(before, "at" | "during") && doc.one(i.wrapping_sub(1), "hall hall-style")),
        // An x is no site.
        "x" => !doc.capital(i),
        // "resigned from her post", but not "from her post on Facebook"; "lashed out on the Post"
        "post" => {
            let from = matches!(before, "from" | "to") && !doc.says(i + 1, "on");
            from || doc.capital(i) && doc.says(start, "the")
        }
        // "on Truth Social", but not "on Social Security"
        "social" => before != "on" || i == start || !doc.capital(i) || doc.capital(i + 1),
        // "on Instagram stories", but not "on sad stories"
        "stories" => before == "on" && !doc.capital(start) && !doc.has(&lexicon::DETERMINERS, start),
        "episode" => !doc.says(i + 1, "of"),
        // "his appearance on Delta News", but not "her appearance at the mill"
        "appearance" => !doc.says(i + 1, "on"),
        // "interview shows" are none.
        "interview" => doc.one(i + 1, "shows programs programmes requests"),
        "piece" => i == 0 || !doc.says(i - 1, "opinion"),
        // "commenting on her speech" is not said in it.
        "statement" | "statements" | "speech" | "remarks" | "testimony" => before == "on",
        "email" | "tweet" => doc.one(i + 1, "server probe scandal account inquiry investigation row"),
        // "a call for boats", "his call to drop it" ask for them; "a call to Delta News", "a call to reporters" do not.
        // "a statement on the call" is about it.
        "call" => {
            let about = before == "on" && start > 1 && doc.has(&lexicon::MEDIA, start - 2);
            about || doc.says(i + 1, "for") || doc.says(i + 1, "to") && verb(doc, i + 2)
        }
        _ => false,
    }
}

/// Whether the word at token `i`, behind a "to", may be a verb.
fn verb(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i);
    lower.bytes().all(|b| b.is_ascii_lowercase())
        && !doc.capital(i)
        && !lower.ends_with('s')
        && !lexicon::DETERMINERS.has(lower)
        && !lexicon::one(lower, "staff congress parliament")
}

/// "media attention", "a press tour" are not the press; "media interviews", "press conferences" are.
fn modifies(doc: &Doc, i: usize, limit: usize) -> bool {
    let next = doc.lower(i + 1);
    let adverb = lexicon::adverb(next) || matches!(next, "last" | "next");
    let talk =
        matches!(next, "appearance" | "appearances") || next.strip_suffix('s').is_some_and(|one| kind(one).is_some());
    doc.one(i, "press media") && phrase::noun_at(doc, i + 1, limit) && !adverb && !talk
}

/// Whether the phrase `all` is something of an outlet's rather than the outlet: "to The Courier’s request" is not to
/// the Courier, and "in Delta News's Osby office" is not in Delta News.
fn owns(doc: &Doc, all: &Range<usize>, limit: usize) -> bool {
    let goes_on = matches!(before(doc, all.start), "in" | "at") && phrase::noun_at(doc, all.end, limit);
    all.clone().any(|i| doc.says(i, "'s") && i + 1 < all.end && (goes_on || !name(doc, i + 1)))
}

/// Whether `tokens` are the name of an outlet that is known, or end as such names do.
pub fn masthead(doc: &Doc, tokens: Range<usize>) -> bool {
    outlet(doc, tokens.clone(), true).is_some() || tokens.last().is_some_and(|last| paper(doc, last))
}

/// Whether token `i` ends or begins the name of a newspaper or station.
fn paper(doc: &Doc, i: usize) -> bool {
    doc.capital(i) && doc.has(&lexicon::PAPERS, i)
}

/// The outlet that is named among `tokens`.
pub fn outlet(doc: &Doc, tokens: Range<usize>, sure: bool) -> Option<&'static outlets::Outlet> {
    let starts = tokens.clone().filter(|&i| name(doc, i) && (i == tokens.start || !name(doc, i - 1)));
    let runs = starts.flat_map(|i| {
        let end = (i..tokens.end).find(|&k| !name(doc, k) && doc.word(k) != "&").unwrap_or(tokens.end);
        // "the BBC Radio": the run, or what it begins with; but not "the Australian Harbour Board".
        let body = words::demonym(doc.lower(i)) && words::organisation(doc.lower(end - 1));
        [i..end, i..end.min(i + 2), i..if body { end } else { i + 1 }]
    });
    runs.into_iter().find_map(|run| outlets::named(doc.at(doc.span(run)), sure))
}

/// Whether a word tells a time or a number: "on Monday", "on 28 February".
pub fn time(lower: &str) -> bool {
    time_word(lower) || lower.starts_with(|c: char| c.is_ascii_digit())
}
