//! Reports that the rules hear and no linked statement holds.

use super::Found;
use crate::{
    attribution::phrase::time_word,
    lexicon::{self, one},
    span::Span,
    text::Doc,
};

/// How many statements before and after a place are looked at.
const NEAR: usize = 12;

/// Most tokens of a source that "according to" leads.
const SOURCE: usize = 14;

/// Most tokens of a day that ends a sentence, stop and all.
const DAY: usize = 5;

/// Most tokens of what tells who a name is.
const ASIDE: usize = 30;

/// Adds at the end of `found`, which is in text order of its contents, those of `rules` that are plain reports and stand
/// apart from all of it, or around what they report.
pub fn add(doc: &Doc, rules: &[Found], found: &mut Vec<Found>) {
    let mut more: Vec<Found> = Vec::new();
    for rule in rules.iter().filter(|rule| plain(doc, rule)) {
        let at = found.partition_point(|f| start(f) < start(rule));
        let near = &found[at.saturating_sub(NEAR)..found.len().min(at + NEAR)];
        let rule = whole(doc, rule);
        if near.iter().all(|other| apart(&rule, other)) {
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
    rule.cue.first().is_some_and(|cue| doc.says(doc.token_at(cue.start), "according"))
}

/// Whether the rule's parts touch none of the other's, or the other stands in its content as a whole and is no more than a
/// part of it.
fn apart(rule: &Found, other: &Found) -> bool {
    if start(rule) == start(other) || rule.quotes.iter().any(|quote| other.quotes.contains(quote)) {
        return false;
    }
    let parts = || other.cue.iter().chain(&other.source).chain(&other.content);
    let inside = parts().all(|part| rule.content.iter().any(|content| content.contains(*part)));
    let touches = |a: &Span, b: &Span| a.start < b.end && b.start < a.end;
    let mut own = rule.cue.iter().chain(&rule.source).chain(&rule.content);
    inside || !own.any(|part| parts().any(|other| touches(part, other)))
}

/// Whether it is a plain report: "…, the office said on Monday", "…, according to Lee".
fn plain(doc: &Doc, rule: &Found) -> bool {
    let ([cue], [content], Some(source)) = (&rule.cue[..], &rule.content[..], rule.source) else { return false };
    let (tokens, from) = (doc.tokens_in(*cue), doc.tokens_in(source));
    let verb = doc.lower(tokens.end - 1);
    let says = one(verb, "say said says reported reports added adds wrote explained explains");
    let words = doc.tokens_in(*content).filter(|&i| doc.tokens[i].is_word()).count();
    let yours = doc.one(from.start, "your my our his her their its");
    let ends = says && !doc.says(from.start, "according") && closes(doc, tokens.end.max(from.end));
    content.end <= cue.start.min(source.start) && words >= 4 && (according(doc, rule) && !yours || ends)
}

/// Whether nothing but a day, or who a name is, follows in the sentence from token `start` on.
fn closes(doc: &Doc, start: usize) -> bool {
    let Some(sentence) = doc.sentence_of(start.saturating_sub(1)) else { return false };
    let rest = start..sentence.tokens.end;
    let aside = doc.says(start, ",")
        && doc.capital(start - 1)
        && rest.len() <= ASIDE
        && !doc.lower(start + 1).ends_with("ing")
        && !doc.has(&lexicon::PREPOSITIONS, start + 1);
    if aside && !rest.clone().any(|i| doc.has(&lexicon::AUXILIARIES, i) || doc.one(i, "“ ” \"")) {
        return true;
    }
    let day = |i: usize| time_word(doc.lower(i)) || doc.one(i, "on last this week late early");
    rest.len() <= DAY && rest.into_iter().all(|i| !doc.tokens[i].is_word() || day(i))
}
