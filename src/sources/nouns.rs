//! Noun phrases that name a medium, an outlet, or the press.

use super::phrase::{self, phrase};
use crate::{
    annotation::Medium,
    attribution::time_word,
    lexicon, outlets,
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
    // Nouns that are media only where the place of a noun is asked for; the tagger does not know them as such.
    let more = match lower {
        "communique" | "communiqué" | "readout" => Some("statement"),
        "thread" | "subreddit" | "stories" | "social" | "blog" | "website" => Some("post"),
        "exchange" | "note" => Some("message"),
        "conversation" | "chat" | "phone" | "telephone" | "appearance" => Some("interview"),
        "clip" | "footage" | "documentary" | "show" | "programme" | "episode" | "webcast" | "newscast" => {
            Some("broadcast")
        }
        "ruling" | "judgment" | "judgement" | "petition" | "indictment" | "paper" | "manifesto" | "proclamation"
        | "announcement" | "order" | "dissent" => Some("document"),
        "presser" | "teleconference" | "telecon" => Some("briefing"),
        "meeting" | "ceremony" | "sermon" | "keynote" | "eulogy" | "lecture" | "debate" | "rally" | "forum"
        | "hall" => Some("speech"),
        "autobiography" | "editorial" | "foreword" | "piece" => Some("book"),
        _ => None,
    };
    Some(match more.or_else(|| lexicon::medium(lower))? {
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

/// Whether the name among `tokens`, which is somebody told and no person, may be that of an outlet: none of another sort of
/// body, and of those in capitals alone only the call signs of American stations.
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

/// The medium or outlet that the noun phrase at `start` is; an outlet without a noun counts only where it is known, even by
/// a name of several meanings where the text is `sure` to speak of one.
pub fn medium(doc: &Doc, start: usize, limit: usize, sure: bool) -> Option<Named> {
    let all = phrase(doc, start, limit);
    // "the Washington Post" is no post, and an x no site.
    let named = |i: usize| doc.capital(i) && (i > start + 1 && doc.capital(i - 1) || paper(doc, i) && name(doc, i + 1));
    // Somebody may be "at the boat show", or end "on a sad note".
    let before = start.checked_sub(1).map_or("", |i| doc.lower(i));
    let elsewhere = |i: usize| match doc.lower(i) {
        "note" | "paper" => before != "in",
        "show" | "programme" => before != "on",
        "debate" | "rally" | "ceremony" | "forum" => !matches!(before, "at" | "during"),
        // "at a town hall", but not "at the town hall"
        "hall" => !(doc.says(i.wrapping_sub(1), "town") && (before == "during" || doc.one(start, "a an"))),
        // "in her order", but not "in that order"
        "order" => !doc.one(start, "a an his her its") || doc.says(i - 1, "good"),
        "meeting" => !(matches!(before, "at" | "during") && doc.one(i.wrapping_sub(1), "hall hall-style")),
        "x" => !doc.capital(i),
        // "resigned from her post", but not "from her post on Facebook"
        // or "lashed out on the Post"
        "post" => {
            let from = matches!(before, "from" | "to") && !doc.says(i + 1, "on");
            from || doc.capital(i) && doc.says(start, "the")
        }
        // "on Truth Social", but not "on Social Security"
        "social" => before != "on" || i == start || !doc.capital(i) || doc.capital(i + 1),
        "episode" => !doc.says(i + 1, "of"),
        // "his appearance on Delta News", but not "her appearance at the mill"
        "appearance" => !doc.says(i + 1, "on"),
        // "interview shows" are none.
        "interview" => doc.one(i + 1, "shows programs programmes requests"),
        "piece" => i == 0 || !doc.says(i - 1, "opinion"),
        "email" => doc.one(i + 1, "server probe scandal account inquiry"),
        // "a call for boats" asks for them.
        "call" => doc.says(i + 1, "for"),
        _ => false,
    };
    let noun = |i: usize| !named(i) && !elsewhere(i) && kind(doc.lower(i)).is_some();
    let head = all.clone().rev().find(|&i| noun(i));
    if let Some(head) = head {
        let end = head + 1 + usize::from(head + 1 < limit && feature(doc, head));
        let tokens = start..titled(doc, end, limit);
        let tokens = extended(doc, tokens, limit);
        // "a conference call with reporters"
        let talk = doc.says(head, "call") && press(doc.lower(tokens.end - 1));
        let medium = if talk { Some(Medium::Press) } else { kind(doc.lower(head)) };
        return Some(Named { tokens, medium });
    }
    // "media attention", "a press tour" are not the press; "media interviews", "press conferences" are.
    let modifies = |i: usize| {
        let next = doc.lower(i + 1);
        let adverb = lexicon::adverb(next) || matches!(next, "last" | "next");
        let talk = matches!(next, "appearance" | "appearances")
            || next.strip_suffix('s').is_some_and(|one| kind(one).is_some());
        doc.one(i, "press media") && phrase::noun_at(doc, i + 1, limit) && !adverb && !talk
    };
    if let Some(last) = all.clone().rev().find(|&i| press(doc.lower(i)) && !named(i) && !modifies(i)) {
        let social = last > start && doc.says(last - 1, "social");
        return Some(Named {
            tokens: start..last + 1,
            medium: Some(if social { Medium::Post } else { Medium::Press }),
        });
    }
    // "to The Courier’s request" is not to the Courier.
    // and "in Delta News's Osby office" is not in Delta News.
    let goes_on = matches!(before, "in" | "at") && phrase::noun_at(doc, all.end, limit);
    let owns = all.clone().any(|i| doc.says(i, "'s") && i + 1 < all.end && (goes_on || !name(doc, i + 1)));
    // "appeared on Delta News"
    let last = all.end.saturating_sub(1);
    let masthead = sure && last > start && paper(doc, last) && doc.capital(last - 1);
    (!owns && (masthead || outlet(doc, all.clone(), sure).is_some())).then_some(Named { tokens: all, medium: None })
}

/// Whether `tokens` are the name of an outlet that is known, or end as such names do.
pub fn masthead(doc: &Doc, tokens: Range<usize>) -> bool {
    outlet(doc, tokens.clone(), true).is_some() || tokens.last().is_some_and(|last| paper(doc, last))
}

/// Whether token `i` ends or begins the name of a newspaper or station.
fn paper(doc: &Doc, i: usize) -> bool {
    doc.capital(i) && doc.has(&lexicon::PAPERS, i)
}

/// Whether the noun behind the medium at `head` is the head of the phrase: "an Instagram story", "a radio show".
fn feature(doc: &Doc, head: usize) -> bool {
    let site = doc.capital(head) && doc.one(head + 1, "story reel video rant feed");
    let own = doc.one(head + 1, "account page show program programme series ad segment");
    site || own
}

/// Where the title ends that stands behind the noun for a programme which ends at token `end`: "on radio show Morning Tide".
fn titled(doc: &Doc, end: usize, limit: usize) -> usize {
    let called = doc.one(end - 1, "show programme program podcast series") && name(doc, end);
    let title = phrase(doc, end, limit);
    if called && title.len() > 1 && !title.clone().any(|i| time(doc.lower(i))) { title.end } else { end }
}

/// The outlet that is named among `tokens`.
pub fn outlet(doc: &Doc, tokens: Range<usize>, sure: bool) -> Option<&'static outlets::Outlet> {
    let starts = tokens.clone().filter(|&i| name(doc, i) && (i == tokens.start || !name(doc, i - 1)));
    let runs = starts.flat_map(|i| {
        let end = (i..tokens.end).find(|&k| !name(doc, k) && doc.word(k) != "&").unwrap_or(tokens.end);
        // "the BBC Radio", "Britain’s Sky News": the run, or what it begins or ends with.
        [i..end, i..end.min(i + 2), i..end.min(i + 1)]
    });
    runs.into_iter().find_map(|run| outlets::named(doc.at(doc.span(run)), sure))
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
    if !episode && !doc.one(preposition, "with on to for") || preposition + 1 >= limit {
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
        "for" if phrase::noun_at(doc, more.end, limit) || doc.lower(more.end - 1).ends_with("ing") => tokens,
        // "a chat with Delta founder Ann Lee" is not one with Delta.
        "with" if doc.has(&lexicon::TITLES, more.end) => tokens,
        _ => tokens.start..more.end,
    }
}

/// Whether a word tells a time or a number: "on Monday", "on 28 February".
pub fn time(lower: &str) -> bool {
    time_word(lower) || lower.starts_with(|c: char| c.is_ascii_digit())
}
