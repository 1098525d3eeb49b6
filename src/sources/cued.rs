//! Media that the cue tells of, or what stands right behind the words: "tweeted", "wrote “a great day” on Instagram".

use super::{
    Step,
    introduced::{REACH, introduced},
    nouns,
    phrase::phrase,
};
use crate::{
    annotation::Medium,
    attribution::Found,
    lexicon,
    people::{Kind, People},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// The medium right behind the last words in marks: "wrote “a great day” on Instagram".
pub fn behind_words(doc: &Doc, found: &Found, limit: usize) -> Option<Step> {
    let last = doc.quotes.get(*found.quotes.last()?)?.outer;
    let start = doc.token_at(last.end);
    let place = doc.one(start, "in on via during through over");
    if !place || start >= limit {
        return None;
    }
    // "changed its name to “the keeper” during a debate between Lee and Ek" is all of it what was done.
    let runs_on = |span: Span| found.content.last().is_some_and(|content| content.end > span.end);
    let next = |step: &Step| step.span.is_some_and(|span| doc.token_at(span.start) == start + 1 && !runs_on(span));
    introduced(doc, start..limit).filter(next)
}

/// The medium in a long cue: "closed a text message by writing".
pub fn in_cue(doc: &Doc, cue: Range<usize>) -> Option<Step> {
    // "took to Facebook to say"
    if let Some(step) = cue.clone().find(|&i| doc.says(i, "to")).and_then(|to| introduced(doc, to..cue.end)) {
        return Some(step);
    }
    // "the crew’s statement declares"
    let noun = cue.start + usize::from(doc.says(cue.start, "'s"));
    let tells = |i: usize| lexicon::cues::class(doc.lower(i)).is_some() || doc.says(i, "was");
    let owned = noun > 0 && doc.says(noun - 1, "'s") && cue.clone().any(tells);
    let begins = |i: &usize| doc.one(*i, "a an the his her its their") || owned && *i == noun;
    // Who "continued her remarks" just went on.
    let goes_on = doc.one(cue.start, "continued continues resumed");
    let found = cue.clone().filter(begins).find_map(|i| nouns::medium(doc, i, cue.end, false)).filter(|_| !goes_on)?;
    Some(Step::medium(doc, doc.span(found.tokens), found.medium?))
}

/// What somebody "wrote in", whatever it is: "wrote in a log", "wrote in Harbour Notes",
/// "was quoted as saying in the Delta Courier".
pub fn written(doc: &Doc, people: &People, cue: Range<usize>, after: Range<usize>) -> Option<Step> {
    let writes = |i: usize| doc.one(i, "wrote writes written quoted");
    if !cue.into_iter().any(writes) || !doc.one(after.start, "in on") {
        return None;
    }
    let tokens = phrase(doc, after.start + 1, after.end);
    let names =
        tokens.len() > 1 && tokens.clone().all(|i| nouns::name(doc, i) || i == tokens.start && doc.says(i, "the"));
    if names && doc.says(after.start, "in") && nouns::may_be_outlet(doc, tokens.clone()) {
        let whom = people.named_at(tokens.end).map(|id| people.entity(id).kind);
        let other =
            matches!(whom, Some(Kind::Place | Kind::Person)) || tokens.clone().any(|i| nouns::time(doc.lower(i)));
        return (!other).then(|| Step::named(doc, doc.span(tokens)));
    }
    let determined = doc.one(tokens.start, "a an the his her its their");
    let other = |lower: &str| lexicon::one(lower, "way effort bid attempt response case end time");
    let last = tokens.end.checked_sub(1).filter(|&i| i > tokens.start && determined)?;
    let tells = !nouns::time(doc.lower(last)) && !other(doc.lower(last));
    tells.then(|| Step::medium(doc, doc.span(tokens), Medium::Document))
}

/// The medium that the verb itself tells: "tweeted".
pub fn verb(doc: &Doc, cue: Range<usize>) -> Option<Step> {
    let (text, medium) = cue.clone().find_map(|i| {
        Some(match doc.lower(i) {
            // "over her tweeting of pictures", "concerns the tweets"
            _ if i > 0 && doc.has(&lexicon::DETERMINERS, i - 1) => return None,
            // "could have testified"
            _ if (i.saturating_sub(2)..i).any(|i| doc.one(i, "could would should might")) => return None,
            "tweeted" | "tweets" | "tweeting" | "retweeted" => ("Twitter", Medium::Post),
            "emailed" | "e-mailed" | "emails" => ("email", Medium::Message),
            "texted" => ("text message", Medium::Message),
            "phoned" => ("phone", Medium::Interview),
            "testified" | "testifies" | "testifying" => ("testimony", Medium::Speech),
            "posted" if !passive(doc, i) && !put_up(doc, i) => ("a post", Medium::Post),
            _ => return None,
        })
    })?;
    Some(Step::untold(text, medium))
}

/// Whether what is "posted" at token `i` hangs somewhere: "posted pictures on the wall".
fn put_up(doc: &Doc, i: usize) -> bool {
    let place = |i: &usize| doc.one(*i, "on in at outside") && doc.one(*i + 1, "the a an his her their its");
    let limit = doc.sentence_of(i).map_or(i, |s| s.tokens.end.min(i + REACH));
    let Some(at) = (i + 1..limit).find(place) else { return false };
    let where_to = phrase(doc, at + 1, limit);
    let site =
        |i: usize| doc.one(i, "platform app forum page account board feed internet") || doc.has(&lexicon::OUTLETS, i);
    nouns::medium(doc, at + 1, limit, true).is_none() && !where_to.into_iter().any(site)
}

/// Whether the verb at token `i` is passive: "was posted", but not "has posted".
pub fn passive(doc: &Doc, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |i| doc.lower(i));
    let perfect = before.starts_with("ha") || before.ends_with("'ve") || before.ends_with("'d");
    lexicon::AUXILIARIES.has(before) && !perfect
}
