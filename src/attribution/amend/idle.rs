//! Verbs of saying by which nobody says anything: what is made, who is summoned, set phrases, silence, and what is too
//! faint to be told.

use super::{Found, Told, bare::bare};
use crate::lexicon::{self, cues};

/// The least confidence in a thing that is told with nobody who tells it.
const LEAST: f32 = 0.35;

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
    question || warned || comment || differs || quoted
}

/// "to write tests", "stories that take hours", "blog posts that will run"
fn made(told: &Told) -> bool {
    let doc = told.doc;
    let (start, last) = (told.content.start, told.cue.end - 1);
    let relative = doc.says(start, "that") && !doc.has(&lexicon::PRONOUNS, start + 1);
    let tale =
        doc.one(last, "stories tales jokes lies posts") && relative && !doc.has(&lexicon::DETERMINERS, start + 1);
    let about = doc.has(&lexicon::PREPOSITIONS, start) || doc.has(&lexicon::PREPOSITIONS, last);
    tale || told.follows() && doc.one(told.verb, "write writes writing") && !about && bare(doc, told.content.clone())
}

/// "was called in to help", "called off the march", "called on by"
fn summoned(told: &Told) -> bool {
    let doc = told.doc;
    let next = told.verb + 1;
    let by = doc.one(next, "on upon") && doc.says(next + 1, "by");
    told.follows() && told.verb_of("call") && (by || doc.one(next, "in back up away off"))
}

/// "say little about", "avoided commenting on"
pub fn silent(told: &Told) -> bool {
    const AVOIDS: &str = "little nothing avoid avoids avoided avoiding refrain refrains refrained refraining";
    let (doc, start) = (told.doc, told.content.start);
    let says = cues::class(doc.lower(told.verb)).is_some() && told.follows();
    let nothing = doc.one(start, "little nothing") && doc.one(start + 1, "about on of");
    says && (nothing || told.cue_has(AVOIDS))
}

/// A thing that is told with nobody who tells it, by a cue that may be none.
fn unclaimed(told: &Told, found: &Found) -> bool {
    let sure = told.doc.one(told.verb, "said says told");
    let plain = found.source.is_none() && told.follows() && found.confidence < LEAST && !sure;
    plain && bare(told.doc, told.content.clone())
}
