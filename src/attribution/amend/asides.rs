//! The writer's own asides, and nouns that were taken for verbs of saying: nobody is reported.

use super::{Found, Told};
use crate::{
    annotation::Form,
    lexicon::{self, one},
    span::Span,
    text::Doc,
};

/// Whether nothing is told of anybody.
pub fn is(told: &Told, found: &Found) -> bool {
    phrase(told, found) || noun(told, found) || adjective(told) || unnamed(told) || cut(told)
}

/// "Suffice it to say that", "let's say", "to say the least", "can't tell that"
fn phrase(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let before = |n: usize| told.cue.start.checked_sub(n).map_or("", |i| doc.lower(i));
    let infinitive = told.cue_has("to") || before(1) == "to";
    let suffices = [1, 2, 3].into_iter().any(|n| one(before(n), "suffice needless")) || told.cue_has("suffice");
    let let_us = told.cue_has("let's")
        || doc.says(told.cue.start, "'s") && before(1) == "let"
        || before(2) == "let" && one(before(1), "us 's me");
    let least = infinitive && doc.says(told.content.start, "the") && doc.says(told.content.start + 1, "least");
    let can = told.cue_has("can can't could couldn't cannot");
    // "It is worth noting that", "find said boat had sunk"
    let worth = before(1) == "worth" || told.cue_has("worth");
    let same = told.cue.len() == 1 && doc.says(told.cue.start, "said") && lexicon::PREPOSITIONS.has(before(1));
    // "the rest, as they say, is history", "is not who he says he is"
    let they = before(2) == "as" && before(1) == "they" && doc.says(told.verb, "say") && doc.says(told.cue.end, ",");
    let start = told.content.start;
    let who = before(2) == "who" && doc.says(start, before(1)) && doc.be(start + 1);
    infinitive && suffices
        || they
        || who
        || let_us
        || least
        || worth
        || same && told.follows() && found.source.is_none()
        || can && told.verb_of("tell told think")
}

/// A noun without anybody whose it is: "hopes of a thaw", "stress, infections and radiation"; one of what others say:
/// "he had reports that", "played down claims of a rift".
fn noun(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let others = doc.one(told.verb, "reports claims")
        && doc.one(told.verb.wrapping_sub(1), "had has have down deny denies denying");
    // "saw a report on"
    if others || doc.one(told.cue.start, "saw watched") {
        return true;
    }
    let word = doc.lower(told.verb);
    let base = !word.ends_with("ed") && !word.ends_with("ing") && !told.cue_has("said says told wrote");
    let before = told.cue.start.checked_sub(1).map_or("", |i| doc.lower(i));
    let alone = told.cue.clone().all(|i| i == told.verb || doc.has(&lexicon::PREPOSITIONS, i));
    let verbal = lexicon::PRONOUNS.has(before) || one(before, "to and but who which that");
    // "…, vows to return"
    let clause = doc.says(told.content.start, "that") || word.ends_with('s') && doc.says(told.content.start, "to");
    // "The promise of a bridge"
    let article = |source: Span| doc.tokens_in(source).all(|i| doc.one(i, "a an the"));
    found.source.is_none_or(article)
        && base
        && alone
        && !verbal
        && !clause
        && told.follows()
        && !doc.says(told.cue.start, "according")
}

/// "Alleged thieves were held", "over alleged assaults", "the proposed law"
fn adjective(told: &Told) -> bool {
    let doc = told.doc;
    let before = told.verb.checked_sub(1).map_or("", |i| doc.lower(i));
    let led = doc.sentence_of(told.verb).is_some_and(|sentence| sentence.tokens.start == told.verb)
        || one(before, "'s his her its their")
        || lexicon::PREPOSITIONS.has(before)
        || before.ends_with("ing")
        || lexicon::DETERMINERS.has(before) && !lexicon::PRONOUNS.has(before);
    let next = doc.lower(told.content.start);
    let object = next.starts_with(|c: char| !c.is_alphabetic())
        || lexicon::DETERMINERS.has(next)
        || lexicon::PRONOUNS.has(next)
        || one(next, "to that");
    led && doc.one(told.verb, "alleged proposed suspected reported") && told.content.start == told.verb + 1 && !object
}

/// "Lee recalled that he said, “…”", "if all goes according to plan", "Staff Reports": no words are told.
fn cut(told: &Told) -> bool {
    let doc = told.doc;
    let (first, last) = (doc.lower(told.content.start), doc.lower(told.content.end.wrapping_sub(1)));
    let verb = |last| one(doc.lower(last), "said told");
    let end = told.content.end.wrapping_sub(1);
    let verb = told.content.len() < 5
        && (first == "that" || lexicon::PRONOUNS.has(first))
        && (verb(end) || verb(end.wrapping_sub(1)) && one(last, "him her them me us reporters"));
    let goes = told.cue.start > 0 && doc.one(told.cue.start - 1, "go goes going went");
    let plan = doc.says(told.cue.start, "according") && (goes || told.follows() && one(first, "plan plans schedule"));
    let byline = told.cue.start > 0 && doc.one(told.cue.start - 1, "staff") && doc.one(told.verb, "report reports");
    verb || plan || byline
}

/// A heading over "according to Lee, …"
pub fn heading(doc: &Doc, found: &Found) -> bool {
    let (Some(&content), Some(&cue)) = (found.content.first(), found.cue.first()) else { return false };
    let over = content.start < cue.start && doc.block_at(content.start) != doc.block_at(cue.start);
    over && found.form == Form::Indirect && doc.says(doc.token_at(cue.start), "according")
}

/// What the writer thinks, finds and notes, or anybody may: "I think", "we should note that", "one would say".
pub fn own(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let source = found.source.map(|source| doc.tokens_in(source));
    let last = source.filter(|tokens| tokens.len() == 1).map(|tokens| tokens.start);
    let subject = last.or_else(|| told.cue.start.checked_sub(1).filter(|_| found.source.is_none()));
    let within = Some(told.cue.start).filter(|&i| lexicon::PRONOUNS.has(doc.lower(i).split('\'').next().unwrap_or("")));
    let subject = within.or(subject);
    let Some(subject) = subject.filter(|&i| !told.quoted(i)) else { return false };
    let thinks = told.verb_of(
        "think thought believ hop not find found speculat estimat wonder read observ confirm \
            conclud",
    ) || doc.one(told.verb, "suggest recommend predict argue call show agree");
    let must = told.cue_has("have has") && told.cue_has("to");
    let may = must || told.cue_has("can cannot could would may might should must 'd");
    // "In this part we describe"
    let thinks = thinks || doc.one(told.verb, "describe outline discuss");
    let first = doc.lower(subject).split('\'').next().unwrap_or("");
    match first {
        "i" | "we" => !doc.says(told.verb, "told") && (thinks || may || within.is_some()),
        "you" => true,
        "one" => may,
        // "It should be noted"
        "it" => told.cue_has("should must") && told.cue_has("be"),
        _ => false,
    }
}

/// "asked not to be named": told of whom the words come from.
fn unnamed(told: &Told) -> bool {
    let doc = told.doc;
    let asks = told.verb_of("ask request insist");
    let hidden = |i: usize| doc.one(i, "named identified anonymity anonymous pseudonym");
    asks && told.cue.clone().chain(told.content.clone().take(8)).any(hidden)
}
