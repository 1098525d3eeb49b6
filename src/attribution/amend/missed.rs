//! Reports that the rules hear and no linked statement holds.

use super::{
    Found, Told, View, asides,
    bare::{bare, past},
    clause::{around_fragment, verb},
};
use crate::{
    annotation::Form,
    attribution::{phrase::time_word, report::COMMENTS, without_stop},
    lexicon::{self, one},
    pace::Pace,
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// How many statements before and after a place are looked at.
const NEAR: usize = 12;

/// Most tokens of a source that "according to" leads.
const SOURCE: usize = 14;

/// Most tokens of a day that ends a sentence, stop and all.
const DAY: usize = 5;

/// Most tokens of whoever is told.
const HEARER: usize = 12;

/// Most tokens of what tells who a name is.
const ASIDE: usize = 30;

/// Adds at the end of `found`, which is in text order of its contents, those of `rules` that are plain reports and
/// stand apart from all of it, or around what they report.
pub async fn add(view: &View<'_>, rules: &[Found], found: &mut Vec<Found>, pace: &Pace) {
    let doc = view.doc;
    let mut more: Vec<Found> = Vec::new();
    found.retain(|found| !asides::heading(doc, found));
    for rule in rules {
        pace.rest(1).await;
        let marked = quoted(doc, rule);
        if !marked && !plain(doc, rule) {
            continue;
        }
        let at = found.partition_point(|f| start(f) < start(rule));
        let near = &found[at.saturating_sub(NEAR)..found.len().min(at + NEAR)];
        let mut rule = whole(doc, rule);
        // Whoever is told of does not relay it.
        rule.relay = rule.relay.filter(|relay| !rule.content.iter().any(|content| content.contains(*relay)));
        if marked {
            around_fragment(view, &mut rule);
        }
        if near.iter().all(|other| apart(doc, &rule, other)) {
            more.push(rule);
        }
    }
    found.extend(more);
}

fn start(found: &Found) -> usize {
    found.content.first().map_or(0, |content| content.start)
}

/// The rule with all of the source that "according to" leads: rules end a phrase early.
fn whole(doc: &Doc, rule: &Found) -> Found {
    let Some(source) = rule.source.filter(|_| according(doc, rule)) else { return rule.clone() };
    let tokens = doc.tokens_in(source);
    let stops = |i: usize| {
        let word = doc.lower(i);
        let apart = one(word, "in on at who which that as after before when");
        !(doc.tokens[i].is_word() || one(word, "- / &")) || apart || time_word(word)
    };
    let sentence = doc.sentence_of(tokens.start).map_or(tokens.end, |sentence| sentence.tokens.end);
    let limit = sentence.min(tokens.start + SOURCE);
    let end = (tokens.end..limit).find(|&i| stops(i)).unwrap_or(tokens.end);
    Found { source: Some(doc.span(tokens.start..end)), ..rule.clone() }
}

fn according(doc: &Doc, rule: &Found) -> bool {
    rule.cue.first().is_some_and(|cue| doc.one(doc.token_at(cue.start), "according per"))
}

/// Whether the rule's parts touch none of the other's, or the other stands in its content as a whole and is no more
/// than a part of it.
fn apart(doc: &Doc, rule: &Found, other: &Found) -> bool {
    let parts = || other.cue.iter().chain(&other.source).chain(&other.content);
    let inside = parts().all(|part| rule.content.iter().any(|content| content.contains(*part)));
    // "Lee fled, saying it was “over”, police say"
    let amid = |&quote: &usize| !doc.capital(doc.token_at(doc.quotes[quote].inner.start));
    let again = rule.source.is_some_and(|source| doc.has(&lexicon::PRONOUNS, doc.token_at(source.start)));
    let relayed = inside && !again && other.source.is_some() && !other.cue.is_empty() && rule.quotes.iter().all(amid);
    let shared = || rule.quotes.iter().any(|quote| other.quotes.contains(quote));
    if start(rule) == start(other) || !relayed && shared() {
        return false;
    }
    // What else somebody says has the same source.
    let source = rule.source.iter().filter(|_| rule.source != other.source);
    let mut own = rule.cue.iter().chain(source).chain(&rule.content);
    inside || !own.any(|part| parts().any(|other| part.overlaps(*other)))
}

/// Whether it is a plain report: "…, the office said on Monday", "…, he adds, …", "…, according to Lee", "the study
/// found more fish may come".
fn plain(doc: &Doc, rule: &Found) -> bool {
    let ([cue], [content, more @ ..], Some(source)) = (&rule.cue[..], &rule.content[..], rule.source) else {
        return false;
    };
    let (tokens, from) = (doc.tokens_in(*cue), doc.tokens_in(source));
    let verb = doc.lower(tokens.end - 1);
    let says = one(
        verb,
        "say said says reported reports added adds wrote explained explains testified stated recalled recalls noted \
            notes claimed claims argued argues warned out report confirmed",
    );
    let words = rule.content.iter().flat_map(|part| doc.tokens_in(*part)).filter(|&i| doc.tokens[i].is_word()).count();
    let yours = doc.one(from.start, "your my our his her their its");
    let end = tokens.end.max(from.end);
    let ends = says
        && !doc.says(from.start, "according")
        && if more.is_empty() { closes(doc, end) } else { doc.says(end, ",") }
        || verb == "told" && more.is_empty() && hears(doc, end);
    let before = content.end <= cue.start.min(source.start);
    let first = doc.token_at(content.start);
    let that = doc.says(first, "that") && from.end == tokens.start;
    let tells = one(
        verb,
        "say says said told report reported warn warns warned argues responded projected signaled signalled \
            demonstrated",
    );
    let near = (tokens.end..tokens.end + if verb == "told" { HEARER } else { DAY }).contains(&first);
    // "Lee said in the early hours he was called"
    let clause = |mut words: Range<usize>| words.any(|i| doc.has(&lexicon::AUXILIARIES, i) || past(doc.lower(i)));
    let plain = from.end == tokens.start && one(verb, "said says") && clause(doc.tokens_in(*content));
    let holds = "found finds shows showed show reveals revealed out claim claims maintain maintains insist insists \
        argue argues contend contends allege alleges concede concedes";
    // "told the board she would stay"
    let begins = doc.capital(first) || doc.has(&lexicon::PRONOUNS, first) || doc.has(&lexicon::DETERMINERS, first);
    let told = from.end == tokens.start && verb == "told" && near && begins && clause(doc.tokens_in(*content));
    let as_said = from.start > 0 && doc.says(from.start - 1, "as") && first == tokens.end + 1;
    // "said in a statement the mill was old"
    let written =
        doc.one(tokens.end, "in") && doc.one(tokens.end + 1, "a an") && doc.has(&lexicon::MEDIA, tokens.end + 2);
    let next = tokens.end + if written { 3 } else { 0 };
    let found = if that {
        near && tells || first == tokens.end && one(verb, "maintained maintains")
    } else {
        first == next && doc.tokens[first].is_word() && (plain || one(verb, holds)) || as_said || told
    };
    let leads = rule.quotes.is_empty()
        && doc.sentence_of(tokens.start).is_some_and(|sentence| sentence.tokens.start == tokens.start);
    let denied = verb == "denied" && from.end == tokens.start && first == tokens.end;
    denied && (words == 1 || bare(doc, doc.tokens_in(*content)))
        || words >= 4 && (according(doc, rule) && !yours && (before || leads) || before && ends || found)
}

/// Whether somebody says a passage in marks at the end of the rule's clause: "the plan rests on “old money”, says Lee".
fn quoted(doc: &Doc, rule: &Found) -> bool {
    let ([cue], [content], Some(_)) = (&rule.cue[..], &rule.content[..], rule.source) else { return false };
    let verb = doc.token_at(cue.end) - 1;
    rule.form == Form::Direct && content.end <= cue.start && doc.one(verb, "say says said adds added")
}

/// Whether nothing but a day, or who a name is, follows in the sentence from token `start` on.
fn closes(doc: &Doc, start: usize) -> bool {
    let Some(sentence) = doc.sentence_of(start.saturating_sub(1)) else { return false };
    let rest = start..sentence.tokens.end;
    // "The mill is old, the board says, describing it as a danger"
    if doc.says(start, ",") && doc.one(start + 1, COMMENTS) {
        // "…, Lee said, citing its cost, would fail"
        return !(start + 2..sentence.tokens.end).any(|i| doc.says(i, ",") && verb(doc, i + 1));
    }
    let aside = doc.says(start, ",")
        && doc.capital(start.wrapping_sub(1))
        && rest.len() <= ASIDE
        && !doc.lower(start + 1).ends_with("ing")
        && !doc.has(&lexicon::PREPOSITIONS, start + 1);
    if aside && !rest.clone().any(|i| doc.has(&lexicon::AUXILIARIES, i) || doc.one(i, "“ ” \"")) {
        return true;
    }
    let day = |i: usize| time_word(doc.lower(i)) || doc.one(i, "on last this week late early");
    rest.len() <= DAY && rest.into_iter().all(|i| !doc.tokens[i].is_word() || day(i))
}

/// Whether nothing but those who are told, by their name, follows in the sentence from token `start` on.
fn hears(doc: &Doc, start: usize) -> bool {
    let Some(sentence) = doc.sentence_of(start) else { return false };
    let rest = start..sentence.tokens.end;
    let name = |i: usize| doc.capital(i) || doc.one(i, "the news agency radio newspaper on in");
    let ends = |i: usize| !doc.tokens[i].is_word() && i + 1 == rest.end;
    rest.len() > 1 && rest.len() <= DAY + 3 && rest.clone().all(|i| name(i) || ends(i))
}

/// Nouns that stand for what somebody says.
const SAYINGS: &str = "assertion assertions admission claim claims allegation allegations accusation accusations \
    charge charges warning warnings statement testimony declaration insistence contention argument arguments complaint \
    complaints prediction predictions assurance assurances announcement denial dictum suggestion boast quip concern \
    concerns fear fears doubt doubts alarm";

/// Whether the cue that ends before token `end` is a noun for what somebody says, with its clause ("his assertion
/// that"), or a verb that tells what the one asked takes to be so ("she suspects that").
pub fn claims(doc: &Doc, end: usize) -> bool {
    doc.says(end, "that")
        && (doc.one(end.wrapping_sub(1), SAYINGS) || doc.one(end.wrapping_sub(1), "suspects suspected"))
}

/// Whether a statement whose cue is no verb of saying tells what somebody says all the same: "his assertion that",
/// "have voiced fears that", "projects that".
pub fn voiced(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let that = |i: usize| doc.says(i, "that");
    let (at, last) = (told.content.start, told.cue.end.wrapping_sub(1));
    let next = doc.lower(at + 1);
    // "a statement that appeared to be new", "arrested over allegations that"
    let relative = that(at) && (lexicon::AUXILIARIES.has(next) || next.ends_with("ed") && !doc.capital(at + 1));
    let beside = found.source.is_some_and(|source| doc.tokens_in(source).end == told.cue.start);
    let mut verbs = told.cue.clone();
    let expressed =
        verbs.any(|i| doc.one(i, "express expresses expressed expressing voice voices voiced voicing raised"));
    let noun = |i: usize| doc.one(i, SAYINGS);
    let passive = told.cue.clone().any(|i| doc.be(i));
    let told_so = that(at)
        && !passive
        && (noun(last)
            || doc.one(
                last,
                "projects projected mentioned highlighted forecasts forecast criticised clear threatened disputed \
                    disputes",
            ));
    let feared = doc.one(last, "fear fears concern concerns doubt doubts alarm");
    let asks = doc.one(at, "how why whether") && doc.one(last, "questioned recounted");
    beside
        && told.follows()
        && !relative
        && (asks || told_so && (expressed || !feared) || expressed && noun(at) && that(at + 1))
}

/// "That is according to a new poll": the sentence before is what it tells.
pub fn sentence_before(told: &Told, found: &mut Found) {
    let doc = told.doc;
    let points = doc.one(told.content.start, "that's that this it") && told.content.len() < 3;
    let whole = found.content.len() == 1 && told.content.end == told.cue.start;
    if !(points && whole && doc.says(told.cue.start, "according")) {
        return;
    }
    let sentence = told.content.start.checked_sub(1).and_then(|i| doc.sentence_of(i));
    let here = |span: &Span| doc.block_at(span.start) == doc.block_at(found.content[0].start);
    if let Some(before) = sentence.map(|sentence| without_stop(doc, sentence.tokens.clone())).filter(here) {
        found.content = vec![before];
        found.attitude = false;
    }
}
