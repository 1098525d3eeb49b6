//! Which words ask for somebody in mind: pronouns, nouns for just anybody, epithets.

use super::Antecedent;
use crate::{
    lexicon,
    people::{
        Gender, gender, names, offices,
        phrases::noun_key,
        presence::{Presence, clearly},
        pronouns::word,
        roles::{Role, Roles},
        telling, words,
    },
    text::Doc,
};
use std::ops::Range;

/// Most words between "the" and such a noun.
const MODIFIERS: usize = 4;

/// What newspapers call those of whom there are several in one contest: only whoever is clearly the most present is
/// meant.
const RIVALS: &str = "candidate nominee contender frontrunner front-runner republican democrat";

/// Descriptions by one such noun that are looked through.
const TOLD: usize = 64;

/// Whether `whom` can be the one of several in a contest that is called by `noun` alone: nobody of whom the article
/// says so beside the name, which would be told again.
fn rival(roles: &Roles, noun: &str, whom: Option<&Presence>) -> bool {
    let told = |whom: &Presence| {
        let mut all = roles.get(&noun_key(noun)).into_iter().flatten().take(TOLD);
        all.any(|role| Antecedent::Entity(role.id) == whom.whom)
    };
    whom.is_some_and(|whom| !told(whom))
}

/// The gender that token `i` asks for, and how present it makes whom it means; `None` where it is neither a pronoun nor
/// a noun for just anybody ("the woman", "the 80-year-old") or an epithet that speaks of somebody known.
pub fn gender(doc: &Doc, roles: &Roles, i: usize, sentence: usize, mind: &[Presence]) -> Option<(Option<Gender>, f32)> {
    let pronoun = |gender, weight| Some((Some(gender), weight));
    let subject = if i <= sentence + 1 { 100.0 } else { 70.0 };
    let object = || if telling::asked(doc, i) { 150.0 } else { 40.0 };
    match word(doc, i) {
        "he" => pronoun(Gender::Male, subject),
        "she" => pronoun(Gender::Female, subject),
        "him" | "his" => pronoun(Gender::Male, object()),
        "her" => pronoun(Gender::Female, object()),
        noun if i > sentence && (!words::capital(doc, i) || doc.one(i, names::PARTIES)) => {
            let the = (i.saturating_sub(MODIFIERS).max(sentence)..i).rev().find(|&k| doc.says(k, "the"))?;
            // "The mother of three", "the father-of-two".
            let (head, counted) = noun.split_once("-of-").unwrap_or((noun, doc.lower(i + 2)));
            let parent = offices::parent(head) && words::number(counted) && (head != noun || doc.says(i + 1, "of"));
            let general = || ends_phrase(doc, i) && (offices::anybody(noun) || noun.ends_with("-year-old"));
            let close = the + 1 == i && (parent || general());
            let rivals = || lexicon::one(noun, RIVALS);
            let fits = close || ends_phrase(doc, i) && epithet(doc, roles, the, i, sentence);
            (fits && (!rivals() || rival(roles, noun, clearly(mind)))).then(|| (gender::of_word(head), 60.0))
        }
        _ => None,
    }
}

/// Whether nothing behind the noun at `i` tells whom of several it means.
fn ends_phrase(doc: &Doc, i: usize) -> bool {
    !doc.one(i + 1, "'s who") && !doc.has(&lexicon::PREPOSITIONS, i + 1)
}

/// Whether the noun at `i`, behind a "the" at `the`, speaks of somebody known by what that one is famous for.
fn epithet(doc: &Doc, roles: &Roles, the: usize, i: usize, sentence: usize) -> bool {
    let noun = word(doc, i);
    let told =
        |k: usize| doc.tokens[k].is_word() && !doc.has(&lexicon::PREPOSITIONS, k) && !doc.has(&lexicon::DETERMINERS, k);
    // "Lee wrote to Falk, but the singer refused": that may be either.
    let before = if the > sentence { doc.lower(the - 1) } else { "" };
    let clause = lexicon::SUBORDINATORS.has(before) || lexicon::PREPOSITIONS.has(before);
    let within = clause || lexicon::cues::class(before).is_some();
    // "the singer and guitarist", "the South Orland senator"
    let seat = (offices::seat(noun) || lexicon::one(noun, "leader secretary"))
        && words::capital(doc, the + 1)
        && !words::all_capitals(doc, the + 1);
    let epithet =
        (seat || lexicon::EPITHETS.has(noun)) && !described(doc, roles, the..i + 1) || lexicon::one(noun, RIVALS);
    epithet && !words::noun(doc, i + 1) && (the + 1..i).all(told) && !within
}

/// Whether the article describes somebody by the noun that ends `tokens`: before it, or just one person below.
fn described(doc: &Doc, roles: &Roles, tokens: Range<usize>) -> bool {
    let noun = noun_key(doc.lower(tokens.end - 1));
    let before = |role: &Role| role.tokens.start < tokens.start;
    roles.get(&noun).is_some_and(|all| all.iter().take(TOLD).any(before))
        || offices::below(roles, doc, &tokens, &noun).is_some()
}
