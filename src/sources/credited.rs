//! To whom words are credited beside their speaker: "Lee said, per Delta News", "as first reported by Delta News", "in
//! a letter seen by Delta News".

use super::{
    Step, bare, nouns,
    phrase::{named, phrase},
    told::{Told, told},
};
use crate::{
    attribution::{Found, time_word},
    lexicon,
    people::{Kind, People},
    text::Doc,
};
use std::ops::Range;

/// Farthest from the words that attribute that the credit stands, in tokens.
const REACH: usize = 24;

/// Most words between a document and the verb that tells who has it: "the letter, which was first | seen by".
const BETWEEN: usize = 5;

/// Verbs of whoever passes on what others said.
const REPORTS: &str = "reported reports noted notes explained explains wrote writes";

/// The one to whom the words of `found` are credited in its `sentence`, outside quotation marks and what is reported.
/// `attributing` are the tokens of source and cue.
pub fn credited(
    doc: &Doc,
    people: &mut People,
    found: &Found,
    sentence: Range<usize>,
    attributing: Range<usize>,
) -> Option<Step> {
    let tokens = sentence.start.max(attributing.start.saturating_sub(REACH))..sentence.end.min(attributing.end + REACH);
    let step = tokens.clone().find_map(|i| {
        let (step, whole) = match doc.lower(i) {
            _ if people.quoted(i) => return None,
            "per" if !attributing.contains(&i) => (per(doc, people, i, tokens.clone())?, true),
            "by" | "to" | "with" => has(doc, people, i, tokens.clone(), &attributing)?,
            _ => return None,
        };
        // "Lee said a letter seen by Delta News was false", but "the dam held, Lee said, per Delta News".
        let at = step.span?;
        // "When asked by a reporter whether it held": the question is the reporter's.
        if i > 0 && doc.says(i - 1, "asked") && attributing.contains(&(i - 1)) {
            return None;
        }
        let reported = found.content.iter().any(|c| c.contains(doc.tokens[i].span) && !(whole && c.end <= at.end + 1));
        (!reported).then_some(step)
    });
    let step = step.or_else(|| self::reported(doc, people, sentence, attributing.start))?;
    let home = doc.article.credits.publisher.as_deref().map(bare);
    (!home.is_some_and(|home| home.starts_with(&bare(&step.text)))).then_some(step)
}

/// The name behind "per" at token `i`, where that is no measure and no rule: "per Delta News" beside a clause.
fn per(doc: &Doc, people: &mut People, i: usize, tokens: Range<usize>) -> Option<Step> {
    let apart = i == tokens.start || lexicon::one(doc.word(i - 1), ", ( - – —");
    let name = named(doc, i + 1, tokens.end);
    let next = doc.lower(name.end);
    let ends =
        !doc.tokens.get(name.end).is_some_and(|t| t.is_word()) || lexicon::PREPOSITIONS.has(next) || time_word(next);
    let names = name.clone().any(|k| nouns::name(doc, k));
    if !(apart && names && ends) {
        return None;
    }
    Some(in_full(doc, people, name))
}

/// Whoever is called `name`: a person goes by the full name ("per Lee").
fn in_full(doc: &Doc, people: &mut People, name: Range<usize>) -> Step {
    let span = doc.span(name);
    let step = Step::named(doc, span);
    let whom = people.resolve(doc, span, &[]).filter(|id| people.entity(*id).kind == Kind::Person);
    let text = whom.map(|id| people.entity(id)).filter(|person| person.name.ends_with(&step.text));
    Step { text: text.map_or_else(|| step.text.clone(), |person| person.name.clone()), whom, ..step }
}

/// Whose report the `sentence` begins with, before the words that attribute, which begin at `start`: "As Delta News
/// reported,", "As Lee explains,".
fn reported(doc: &Doc, people: &mut People, sentence: Range<usize>, start: usize) -> Option<Step> {
    let whom = phrase(doc, sentence.start + 1, sentence.end);
    let verb = whom.end + usize::from(doc.one(whom.end, "first previously"));
    let comma = (verb..sentence.end.min(verb + REACH)).find(|&i| doc.word(i) == ",")?;
    let reports = doc.says(sentence.start, "as") && doc.one(verb, REPORTS) && comma < start;
    let named = nouns::name(doc, whom.end.max(1) - 1) && !whom.is_empty();
    (reports && named && !people.quoted(sentence.start)).then(|| in_full(doc, people, whom))
}

/// The outlet behind the preposition at token `i` that reported the words, asked for them or has what they are in; and
/// whether the clause is about all of them.
fn has(doc: &Doc, people: &mut People, i: usize, tokens: Range<usize>, cue: &Range<usize>) -> Option<(Step, bool)> {
    let verb = i.checked_sub(1).filter(|verb| tokens.contains(verb))?;
    let before = tokens.start.max(verb.saturating_sub(BETWEEN))..verb;
    let small = |k: &usize| doc.one(*k, ", which that was were first exclusively later");
    let medium = |k: usize| nouns::kind(doc.lower(k)).is_some();
    // "an email to staff that was reviewed by"
    let sent = |noun: usize| before.contains(&(noun - 2)) && doc.says(noun - 1, "to") && medium(noun - 2);
    let noun = before.clone().rev().find(|k| !small(k));
    let document = || noun.is_some_and(|noun| medium(noun) || noun > before.start + 1 && sent(noun));
    let sources = || noun.is_some_and(|noun| doc.one(noun, "source sources person people official officials comments"));
    let clause = || before.clone().rev().take(2).any(|k| doc.says(k, "as"));
    // "A sailor interviewed by Delta News said"
    let opens = || before.is_empty() || doc.one(verb - 1, ", when") || cue.contains(&verb);
    let credits = match (doc.lower(verb), doc.lower(i)) {
        ("reported" | "quoted" | "cited" | "relayed", "by") => clause() || document() || sources(),
        ("obtained" | "seen" | "reviewed" | "viewed", "by") => document(),
        ("asked" | "contacted" | "reached" | "interviewed" | "approached" | "questioned", "by") => opens(),
        // Others publish and get letters too.
        ("shared" | "published" | "carried" | "broadcast" | "aired", "by")
        | ("sent" | "emailed" | "provided" | "given" | "issued" | "released", "to")
        | ("shared", "with") => document() && nouns::masthead(doc, phrase(doc, i + 1, tokens.end)),
        // "said in a statement according to Delta News"
        ("according", "to") => cue.end == i + 1,
        _ => false,
    };
    match told(doc, people, credits.then_some(i + 1)?..tokens.end, false).0 {
        Some(Told::Relay(step)) => Some((step, clause())),
        _ => None,
    }
}
