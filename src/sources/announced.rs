//! Media that the text tells of beside a statement: "Lee shared a picture on Instagram. “…” she wrote."

use super::{
    Step, carried, cued,
    introduced::{elsewhere, place, programme},
    nouns,
    phrase::phrase,
};
use crate::{
    annotation::Medium,
    attribution::{Found, time_word},
    lexicon::{self, cues},
    pace::Pace,
    people::{EntityId, Kind, People},
    text::{Doc, sentences::Sentence},
};
use std::ops::Range;

/// What a sentence says that somebody gave out or wrote in.
#[derive(Clone, Debug)]
pub struct Announced {
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of its block.
    pub block: usize,
    /// Who did.
    pub whom: Option<EntityId>,
    /// What it is.
    pub step: Step,
    /// Whether a colon at its end leads to words that follow.
    pub leads: bool,
}

/// All media that are announced, in text order; what stands in the words of one of `found` is that speaker's to tell.
pub async fn all(doc: &Doc<'_>, people: &People, found: &[Found], pace: &Pace) -> Vec<Announced> {
    let mut told = vec![false; doc.tokens.len()];
    // What somebody "shared", or "spoke with", is no more than the object of the verb.
    let object = |i: usize| gives(doc.lower(i)) || doc.says(i, "spoke");
    let says = |f: &&Found| !f.cue.iter().any(|cue| doc.tokens_in(*cue).any(object));
    for content in found.iter().filter(says).flat_map(|f| &f.content) {
        told[doc.tokens_in(*content)].fill(true);
    }
    pace.look().await;
    let mut all = Vec::new();
    for (index, sentence) in doc.sentences.iter().enumerate() {
        pace.rest(1).await;
        let step = given_out(doc, people, sentence);
        let Some(step) = step.filter(|step| step.span.is_none_or(|span| !told[doc.token_at(span.start)])) else {
            continue;
        };
        let limit = step.span.map_or(sentence.tokens.end, |span| doc.token_at(span.start));
        // "I reached Ann Lee by phone": she is the one who spoke on it.
        // "an interview that she gave to Delta News" is hers.
        // "I got Ann Lee on the phone"
        let got = |i: usize| step.text == "the phone" && doc.one(i, "got get gets");
        let reaches = |i: &usize| doc.one(*i, "reached contacted interviewed interview") || got(*i);
        let reached = (sentence.tokens.start..limit).find(reaches);
        let other = reached.and_then(|verb| people.subject(doc, verb + 1..limit));
        let whom = other.or_else(|| people.subject(doc, sentence.tokens.start..limit));
        // "In a speech", "A day later, in a speech"
        let opens = limit <= sentence.tokens.start + 1 || doc.word(limit - 2) == ",";
        let whom = whom.or_else(|| guest(doc, people, limit..sentence.tokens.end, &step, opens));
        let leads = doc.word(sentence.tokens.end - 1) == ":";
        all.push(Announced { sentence: index, block: sentence.block, whom, step, leads });
    }
    all
}

/// Most tokens from "spoke" to the outlet that it was on.
const NEAR: usize = 24;

/// Most tokens of a subject.
const SUBJECT: usize = 8;

/// Who is the guest where the sentence of `tokens` begins with the interview of `step`: "In an interview with Delta
/// News, Lee was asked"; or who does something in it, where the sentence `opens` so: "At the news conference, Lee
/// smiled".
fn guest(doc: &Doc, people: &People, mut tokens: Range<usize>, step: &Step, opens: bool) -> Option<EntityId> {
    let end = tokens.end;
    let comma = tokens.find(|&i| doc.word(i) == ",")?;
    match step.medium? {
        Medium::Interview => people.subject(doc, comma + 1..end.min(comma + 1 + SUBJECT)),
        Medium::Statement | Medium::Speech | Medium::Press if opens => {
            let whom = phrase(doc, comma + 1, end);
            // "In the statement, Lee was blamed"
            let passive = doc.has(&lexicon::AUXILIARIES, whom.end) && !doc.one(whom.end, "did does");
            people.named_before(whom.end).or_else(|| people.subject(doc, comma + 1..comma + 2)).filter(|_| !passive)
        }
        _ => None,
    }
}

/// How far back, in tokens, "the statement" was given out.
const FAR: usize = 200;

/// Who gave out the document that is spoken of as `noun` before token `at`, behind token `floor`: "Lee issued a
/// statement".
pub fn issuer(doc: &Doc, people: &People, noun: &str, floor: usize, at: usize) -> Option<EntityId> {
    // "emailed supporters" before "the email"
    let sends = |i: usize| doc.lower(i).strip_suffix("ed") == Some(noun) && noun != "report";
    let gives = |i: usize| gives(doc.lower(i)) && doc.one(i + 1, "a an this the by");
    let given = |&i: &usize| (sends(i) || gives(i)) && !people.quoted(i);
    (floor.max(at.saturating_sub(FAR))..at).rev().filter(given).find_map(|verb| {
        // "a statement issued by the club"
        if doc.says(verb + 1, "by") {
            let the = doc.says(verb + 2, "the");
            let name = people.named_at(verb + 2 + usize::from(the));
            // "the Falk office"
            let body = |id: &EntityId| !the || people.entity(*id).kind != Kind::Person;
            return name.filter(|id| doc.says(verb.wrapping_sub(1), noun) && body(id));
        }
        let medium = nouns::medium(doc, verb + 1, at, false).filter(|_| !sends(verb));
        let given = medium.is_some_and(|medium| medium.tokens.into_iter().any(|i| doc.says(i, noun)));
        let sentence = doc.sentence_of(verb).filter(|_| given || sends(verb))?.tokens.start;
        people.subject(doc, sentence..verb)
    })
}

/// The first medium that `sentence` tells of outside quotation marks.
fn given_out(doc: &Doc, people: &People, sentence: &Sentence) -> Option<Step> {
    let mut tokens = sentence.tokens.clone();
    tokens.end = tokens.clone().find(|&i| people.quoted(i)).unwrap_or(tokens.end);
    let medium = |i: usize| {
        let found = nouns::medium(doc, i + 1, tokens.end, false)?;
        let medium = found.medium.filter(|&medium| lasts(medium))?;
        Some(Step::medium(doc, doc.span(found.tokens), medium)).filter(|step| !carried::first(step))
    };
    // Pictures that a body "released" are none of its words.
    let object = || {
        let given =
            |i: usize| medium(i).filter(|m| m.medium != Some(Medium::Broadcast) || !doc.one(i, "released releasing"));
        // "made an address", "held a news conference", but neither "made the remarks in" nor "held a post"
        let event = |step: &Step| matches!(step.medium, Some(Medium::Press | Medium::Speech | Medium::Interview));
        let makes = |i: usize| medium(i).filter(|step| doc.one(i + 1, "a an") && event(step));
        let step = |i: usize| if doc.one(i, "made held") { makes(i) } else { given(i) };
        tokens.clone().filter(|&i| gives(doc.lower(i)) || doc.one(i, "made held")).find_map(step)
    };
    let place = |i: &usize| place(doc, *i, "on via over in during at through");
    let at = |step: &Step| step.span.map_or(tokens.end, |span| doc.token_at(span.start));
    // "seen on a television show, and wonders why" is not said there.
    let speaks = |at: usize| {
        let end = if at <= tokens.start + 1 { tokens.end } else { at };
        (tokens.start..end).any(|i| speaks(doc.lower(i)))
    };
    // Somebody may just be praised in the press, or seen on television.
    let told = |step: &Step| !matches!(step.medium, Some(Medium::Press | Medium::Broadcast)) || speaks(at(step));
    // "what he is likely to say in a speech"
    // "her post on Reddit two years ago"
    let to_come = |step: &Step| {
        let expected = |i: usize| doc.one(i, "will likely expected plans planned scheduled");
        let end = step.span.map_or(tokens.end, |span| doc.token_at(span.end));
        let ago = (end..tokens.end.min(end + 3)).any(|i| doc.says(i, "ago"));
        // "Lee, who said at the hearing in May"
        let month = doc.says(end, "in") && time_word(doc.lower(end + 1));
        let ago = ago || month && (tokens.start..at(step)).any(|i| doc.says(i, "who"));
        (tokens.start..at(step)).any(expected) || ago || elsewhere(doc, at(step))
    };
    let placed = || tokens.clone().filter(place).filter_map(medium).find(told);
    let by = |i: &usize| doc.says(*i, "by");
    let talk = |step: &Step| matches!(step.medium, Some(Medium::Interview | Medium::Message));
    let reached = || tokens.clone().filter(by).find_map(|i| medium(i).filter(talk));
    // "the emails" are rarely what somebody just did.
    let verb = |i: usize| cued::verb(doc, i..i + 1).filter(|_| !doc.lower(i).ends_with("ails"));
    let verbs = || tokens.clone().find_map(verb).filter(|step| step.medium != Some(Medium::Speech));
    let aired = || {
        // "told Osby Radio"
        let airs = |m: Medium, last: usize| m == Medium::Broadcast && doc.capital(last);
        let outlet = |i: usize| {
            let named = |found: &nouns::Named| found.medium.is_none_or(|m| airs(m, found.tokens.end - 1));
            nouns::medium(doc, i + 1, tokens.end, true).filter(named)
        };
        let found = tokens.clone().filter(|&i| appears(doc, tokens.start..i)).find_map(outlet)?;
        Some(Step::named(doc, doc.span(found.tokens)))
    };
    let guest = || tokens.clone().any(|i| appears(doc, tokens.start..i));
    let show = || programme(doc, people, tokens.clone()).filter(|_| guest());
    object().or_else(show).or_else(aired).or_else(placed).or_else(reached).or_else(verbs).filter(|step| !to_come(step))
}

/// Whether the preposition behind `before` leads to whoever somebody speaks to: "talked of the boats on Delta News",
/// "was on Delta News", "sat down with Delta News", "the interview that she gave to Delta News"; or whether its verb is
/// "told".
fn appears(doc: &Doc, mut before: Range<usize>) -> bool {
    let last = before.end.wrapping_sub(1);
    before.start = before.start.max(before.end.saturating_sub(NEAR));
    match doc.lower(before.end) {
        "on" => doc.says(last, "was") || before.any(|i| doc.one(i, "spoke talked appeared appearing")),
        "with" => doc.one(last, "spoke talked speaking down"),
        "to" => doc.one(last, "spoke talked speaking gave"),
        "told" => doc.capital(last) || lexicon::one(doc.word(last), ", he she has also"),
        _ => false,
    }
}

/// Whether what is told of a medium tells of the words around it as well: a book or a survey that somebody made is
/// mostly just spoken of.
fn lasts(medium: Medium) -> bool {
    !matches!(medium, Medium::Document | Medium::Book)
}

/// Whether a verb tells that somebody speaks.
fn speaks(lower: &str) -> bool {
    let speaks = lexicon::one(lower, "spoke speaks speaking sat talked talking appeared appearing took addressed made");
    speaks || cues::class(lower).is_some() || gives(lower)
}

/// Whether a verb takes what is given out as its object.
fn gives(lower: &str) -> bool {
    lexicon::GIVING.has(lower)
}
