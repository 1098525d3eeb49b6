//! Media amid what is reported: those that the words are about, and those that they came by all the same.

use super::Step;
use crate::{
    annotation::Medium,
    attribution::Found,
    lexicon::{self, cues},
    people::People,
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Whether the medium of `step` belongs to the content of `found` and tells nothing of how its words came: "workers
/// heard of it by text message, Lee said" is not what Lee sent; "in a letter, Lee said" is. `says` is the verb of the
/// cue.
pub fn amid(doc: &Doc, people: &People, found: &Found, step: &Step, says: Option<usize>) -> bool {
    let Some(medium) = step.span else { return false };
    let at = doc.token_at(medium.start);
    let within = |content: &&Span| content.contains(medium) && doc.token_at(content.start) + 1 < at;
    let Some(content) = found.content.iter().find(within) else { return false };
    // A post stands in no report where the verb makes none or the words of it follow: "praised the crew on Instagram",
    // "thanked it on Instagram for “…”".
    let next = doc.token_at(medium.end);
    let follows = || doc.one(next, "for as") && people.quoted(next + 2) || people.quoted(next + 1);
    if step.medium == Some(Medium::Post) && (says.is_none() || follows()) {
        return false;
    }
    // "denied the claim in a statement", but not "denied the errors in the letter", "said the crew heard it in an
    // interview"
    let mut object = doc.token_at(content.start)..at - 1;
    // "claimed responsibility in a call"
    let claims = doc.one(object.start, "responsibility credit");
    let judges = claims || says.is_none_or(|verb| judges(doc.lower(verb)));
    // "said of the crew in the statement", "hinted at it in a speech"
    let of = found.cue.first().is_some_and(|cue| doc.one(doc.token_at(cue.end).wrapping_sub(1), "of at about"));
    // "Later, in remarks to the crew, Lee said", "said of that boat in a speech"
    let adverb = object.len() == 2 && doc.word(object.start + 1) == "," && found.content.len() > 1;
    object.start += usize::from(of && doc.says(object.start, "that"));
    let spoken = matches!(step.medium, Some(Medium::Statement | Medium::Interview | Medium::Press | Medium::Speech));
    // "confirmed the loss to Delta News"
    let told = step.medium.is_none() && doc.says(at - 1, "to") && says.is_some_and(|verb| gives(doc.lower(verb)));
    let lasting = of && spoken || told || (judges || adverb) && lasting(doc, step, at);
    !(lasting && (adverb || claims || object.is_empty() || noun_phrase(doc, object)))
}

/// Whether a verb of saying mostly takes a thing rather than a clause.
fn judges(lower: &str) -> bool {
    gives(lower) || lexicon::one(lower, "explained explains") || cues::class(lower) == Some(cues::Class::Quote)
}

/// Whether what a verb takes is given out.
fn gives(lower: &str) -> bool {
    lexicon::one(lower, "denied denies confirmed confirms announced announces revealed reveals disclosed")
}

/// Whether the medium at token `at` is one that somebody uses, rather than one that was spoken of or is looked into.
fn lasting(doc: &Doc, step: &Step, at: usize) -> bool {
    let own = doc.one(at, "a an his her its their statements remarks comments");
    match step.medium {
        Some(Medium::Statement | Medium::Message | Medium::Interview | Medium::Press | Medium::Speech) => own,
        Some(Medium::Post) => own || doc.capital(at),
        _ => false,
    }
}

/// Whether `tokens` are a noun phrase as far as small words tell: none of them begins a clause or is a verb.
fn noun_phrase(doc: &Doc, mut tokens: Range<usize>) -> bool {
    let clause = |i: usize| {
        let (lower, next) = (doc.lower(i), doc.lower(i + 1));
        let object =
            || lexicon::DETERMINERS.has(next) || lexicon::PRONOUNS.has(next) || matches!(next, "him" | "her" | "them");
        let said = || matches!(cues::class(lower), Some(cues::Class::Say | cues::Class::Tell)) && lower.ends_with("ed");
        lexicon::SUBORDINATORS.has(lower)
            || lexicon::AUXILIARIES.has(lower)
            || lexicon::PRONOUNS.has(lower)
            || lexicon::one(lower, "to , and who which that")
            || !doc.capital(i) && (said() || lower.ends_with("ing") && object())
    };
    !tokens.is_empty() && !tokens.any(clause)
}
