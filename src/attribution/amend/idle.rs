//! Verbs of saying by which nobody says anything: what is made, who is summoned, set phrases, silence, and what is too
//! faint to be told.

use super::{Found, Told, bare::bare};
use crate::{
    lexicon::{self, cues},
    text::Doc,
};

/// The least confidence in a thing that is told with nobody who tells it.
const LEAST: f32 = 0.35;

/// Most tokens of a thing and what is told of it before its noun.
const FEW: usize = 5;

/// Whether nobody says anything.
pub fn is(told: &Told, found: &Found) -> bool {
    phrase(told, found) || made(told) || summoned(told) || unclaimed(told, found)
}

/// "calls the plan into question", "Be warned:", "has asked Lee for comment", "begs to differ"
fn phrase(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let last = told.content.end - 1;
    let question = told.verb_of("call") && doc.says(last, "question") && doc.says(last.wrapping_sub(1), "into");
    let warned =
        found.source.is_none() && doc.says(told.cue.start, "be") && doc.one(told.verb, "warned advised assured");
    let comment = told.verb_of("ask contact") && doc.says(last, "comment") && doc.says(last.wrapping_sub(1), "for");
    let differs = told.verb_of("beg") && doc.says(last, "differ");
    // "reported the board, as saying": whoever says it
    let as_saying = |i: usize| doc.says(i, "as") && doc.says(i + 1, "saying");
    let quoted = told.verb_of("quot cit report") && (as_saying(last + 1) || as_saying(last + 2));
    // "easier said than done", "says it all about the club", "said the same thing to me"
    let start = told.content.start;
    let same = start + usize::from(doc.one(start, "exactly much pretty"));
    let idiom = doc.says(start, "than")
        || told.verb_of("sa")
            && (doc.says(start, "it") && doc.says(start + 1, "all")
                || doc.says(same, "the") && doc.says(same + 1, "same") && doc.one(same + 2, "thing about to"));
    question || warned || comment || differs || quoted || idiom
}

/// "found himself at odds with Lee"
pub fn himself(told: &Told) -> bool {
    let himself = told.doc.one(told.content.start, "himself herself itself themselves");
    told.follows() && himself && told.verb_of("find found project")
}

/// What is no statement although a term in it stands in marks: "agreed to sell the “family silver”", "recalled his
/// envoy after the “hostile” vote".
pub fn term(told: &Told) -> bool {
    let (doc, start) = (told.doc, told.content.start);
    let agrees = told.verb_of("agree") && doc.says(start, "to") && !told.quoted(start + 1);
    // but not "recalled cars “flying by”"
    let envoy = |i: usize| doc.one(i, "ambassador ambassadors envoy envoys vehicles cars") && !told.quoted(i + 1);
    let recalls = told.verb_of("recall") && (start..told.content.end).take(FEW).any(envoy);
    told.follows() && (agrees || recalls || doc.says(told.verb, "signed"))
}

/// Whether the words in marks are what somebody was tried or punished for: "was fined for “misconduct”"; or the words
/// are but a link: "READ MORE".
pub fn offence(doc: &Doc, found: &Found) -> bool {
    const PUNISHED: &str = "charged convicted fined jailed imprisoned suspended arrested detained sentenced indicted \
        investigated investigation prosecuted banned sacked reprimanded punished disciplined guilty";
    let Some(content) = found.content.first() else { return false };
    let led = doc.token_at(content.start).saturating_sub(1);
    let ahead = found.cue.iter().all(|cue| cue.start < content.start);
    found.cue.iter().any(|cue| doc.at(*cue) == "READ")
        || ahead && doc.one(led, "for with of over") && (led.saturating_sub(4)..led).any(|i| doc.one(i, PUNISHED))
}

/// "to write tests", "wrote a letter to the board", "tweeted a picture", "stories that take hours", "blog posts that
/// will run"
fn made(told: &Told) -> bool {
    let doc = told.doc;
    let (start, last) = (told.content.start, told.cue.end - 1);
    let relative = doc.says(start, "that") && !doc.has(&lexicon::PRONOUNS, start + 1);
    let tale =
        doc.one(last, "stories tales jokes lies posts") && relative && !doc.has(&lexicon::DETERMINERS, start + 1);
    let about = doc.has(&lexicon::PREPOSITIONS, start) || doc.has(&lexicon::PREPOSITIONS, last);
    let stops = |&i: &usize| doc.has(&lexicon::PREPOSITIONS, i) || !doc.tokens[i].is_word();
    let noun = told.content.clone().find(stops).unwrap_or(told.content.end).wrapping_sub(1);
    let pictures = "image images picture pictures photo photos photograph photographs video videos clip link selfie";
    let letter =
        doc.says(told.verb, "wrote") && doc.has(&lexicon::WRITINGS, noun) && doc.has(&lexicon::DETERMINERS, start);
    let picture = told.verb_of("tweet post shar") && doc.one(noun, pictures);
    let writes = doc.one(told.verb, "write writes writing") && !about && bare(doc, told.content.clone());
    tale || told.follows() && (letter || picture || writes)
}

/// "was called in to help", "called off the march", "called on by"
fn summoned(told: &Told) -> bool {
    let doc = told.doc;
    let next = told.verb + 1;
    let by = doc.one(next, "on upon") && doc.says(next + 1, "by");
    told.follows() && told.verb_of("call") && (by || doc.one(next, "in back up away off"))
}

/// "say little about", "avoided commenting on", "stopped short of saying"
pub fn silent(told: &Told) -> bool {
    const AVOIDS: &str = "little nothing avoid avoids avoided avoiding refrain refrains refrained refraining";
    let (doc, start) = (told.doc, told.content.start);
    let says = cues::class(doc.lower(told.verb)).is_some() && told.follows();
    let nothing = doc.one(start, "little nothing") && doc.one(start + 1, "about on of");
    let short = told.cue.clone().any(|i| doc.says(i, "short") && doc.says(i + 1, "of"));
    says && (nothing || short || told.cue_has(AVOIDS))
}

/// A thing that is told with nobody who tells it, by a cue that may be none.
fn unclaimed(told: &Told, found: &Found) -> bool {
    let sure = told.doc.one(told.verb, "said says told");
    let plain = found.source.is_none() && told.follows() && found.confidence < LEAST && !sure;
    plain && bare(told.doc, told.content.clone())
}
