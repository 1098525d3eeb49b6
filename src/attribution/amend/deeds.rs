//! Deeds and stances that verbs of saying tell as well: "announced the squad", "called the police", "hopes to return".

use super::{
    Found, Told,
    bare::{bare, past},
    idle,
    passive::{lone, passive},
};
use crate::{
    lexicon::{
        self,
        cues::{self, Class},
        one,
    },
    span::Span,
};
use std::ops::Range;

/// How verbs begin that with a thing as their object tell a deed or what came to light.
const DEEDS: &str = "announc unveil reveal conclud observ order offer indicat agree post find found show add \
    respon repl answer think thought demonstrat signal";

/// How verbs begin that stand for what somebody thinks of a thing, and need no clause for it.
const JUDGES: &str = "call descri accus critici hail dismiss condemn denounc blast slam prais mock thank credit \
    brand dub label cit characteri derid plead implor beg tout command lash summar shout \
    yell scream";

/// Most tokens of whoever is advised.
const FEW: usize = 8;

/// Whether the statement tells what somebody did rather than said, or wants rather than tells.
pub fn is(told: &Told, found: &Found) -> bool {
    if nobody(told, found.source) || unreal(told) || boat(told, found) || idle::term(told) {
        return true;
    }
    let doc = told.doc;
    // "was admitted to hospital", "was recalled to Osby", "was ruled out of the match", "These appeals were echoed by
    // Lee"
    let out = told.cue_has("of") || doc.says(told.content.start, "of");
    let from = told.cue_has("from") && told.verb_of("dismiss");
    let deed = from || told.verb_of("admit add recall agree charg echo characteri") || told.verb_of("ruled") && out;
    let done = deed && passive(told) && !doc.says(told.content.start, "that");
    if done || !told.follows() {
        return done || lone(told, found);
    }
    // "responded by hitting the other", "tweeted at Lee"
    let next = told.verb + 1;
    let acts = next < told.cue.end && (doc.says(next, "by") || doc.says(next, "at") && told.verb_of("tweet"));
    // "advised the crew on how to build a mill"
    let how = |i: usize| doc.says(i, "how") && doc.says(i + 1, "to");
    let acts = acts || told.verb_of("advis") && told.content.clone().take(FEW).any(how);
    if acts || not_accused(told) || wishes(told) || charged(told) || answers(told) || thing(told, found) {
        return true;
    }
    let bare = bare(doc, object(told));
    let class = cues::class(doc.lower(told.verb));
    let other = class == Some(Class::Quote) && !told.verb_of(JUDGES);
    // "will encourage more mills to open"
    other && told.cue_has("will")
        || bare
            && (other
                || told.verb_of(DEEDS)
                || told.verb_of("maintain") && !doc.says(told.content.end - 1, "innocence")
                || denied(told)
                || called(told)
                || asks_questions(told)
                || heard(told, found)
                || named(told, found)
                || gained(told))
}

/// The content, without the "to" of what is agreed to.
fn object(told: &Told) -> Range<usize> {
    let led = told.doc.says(told.content.start, "to")
        && told.doc.has(&lexicon::DETERMINERS, told.content.start + 1)
        && told.content.len() > 2;
    told.content.start + usize::from(led)..told.content.end
}

/// "No one said that"
fn nobody(told: &Told, source: Option<Span>) -> bool {
    let Some(source) = source else { return false };
    let tokens = told.doc.tokens_in(source);
    let first = told.doc.lower(tokens.start);
    // "When asked why, …", "to find said boat": no subject
    let other = one(first, "when while if although to") && (first == "to" || tokens.len() == 1);
    let few = one(first, "few hardly") && told.cue_has("would could will can");
    other
        || few
        || supposed(told, Some(source))
        || one(first, "nobody none neither")
        || first == "no" && tokens.len() > 1
}

/// "If Lee says that it is safe", "until Lee tells the board"
pub fn supposed(told: &Told, source: Option<Span>) -> bool {
    let Some(source) = source.map(|source| told.doc.tokens_in(source)) else { return false };
    let present = told.doc.lower(told.verb).ends_with('s');
    let condition = |i: usize| told.doc.one(i, "if unless") || present && told.doc.says(i, "until");
    let led = condition(source.start) || source.start > 0 && condition(source.start - 1);
    led && source.end == told.cue.start && told.follows()
}

/// "responded to claims that": these are another's words.
fn answers(told: &Told) -> bool {
    const ANSWERS: &str = "respond responds responded responding reply replies replied replying";
    let doc = told.doc;
    let to = |i: usize| doc.one(i, ANSWERS) && doc.says(i + 1, "to") && !doc.has(&lexicon::PRONOUNS, i + 2);
    told.cue.clone().any(to)
}

/// "changes announced to the scheme", "the video posted on Monday": a thing announces nothing.
fn thing(told: &Told, found: &Found) -> bool {
    const THINGS: &str = "changes cuts plans measures reforms sanctions restrictions proposals video videos footage \
        photo photos picture pictures image images";
    let before = |source: Span| source.end <= told.doc.tokens[told.cue.start].span.start;
    let last = |source: Span| told.doc.lower(told.doc.tokens_in(source).end.wrapping_sub(1));
    told.verb_of("announced proposed unveiled posted")
        && found.source.is_some_and(|source| before(source) && one(last(source), THINGS))
}

/// "might have suggested that", "cannot say that", "can claim to be", "is blamed for not disclosing it": nothing was.
pub fn unreal(told: &Told) -> bool {
    let doc = told.doc;
    let cannot = told.cue_has("cannot can't") && doc.says(told.verb, "say");
    let can = told.cue_has("can could") && told.verb_of("claim");
    let nothing = |i: usize| {
        doc.one(i, "might could should would") && doc.says(i + 1, "have")
            || doc.says(i, "not") && doc.lower(i + 1).ends_with("ing")
    };
    cannot || can || told.cue.clone().any(nothing)
}

/// "a boat called Lindby sank", "a man described as angry broke in": only a name.
fn boat(told: &Told, found: &Found) -> bool {
    let (doc, start) = (told.doc, told.content.start);
    let some = |source: Span| doc.one(doc.token_at(source.start), "a an");
    let called = doc.says(told.verb, "called") && doc.capital(start)
        || doc.says(told.verb, "described") && doc.says(start, "as");
    called && found.source.is_some_and(some)
}

/// "hopes to return", "agreed to pay": a wish or a promise to oneself, that nobody is told of.
fn wishes(told: &Told) -> bool {
    let at = told.content.start;
    let infinitive = told.doc.says(at, "to") && !told.doc.has(&lexicon::DETERMINERS, at + 1);
    infinitive && told.verb_of("hope hoping agree think thought continu")
}

/// "was charged with theft", "promises to be better", "a claim to the throne": no words.
fn charged(told: &Told) -> bool {
    let doc = told.doc;
    let at = told.content.start;
    let to = |i: usize| doc.says(i, "to");
    told.verb_of("charg") && !doc.says(at, "that")
        || told.verb_of("add") && joins(told)
        || told.verb_of("promis") && to(at) && doc.says(at + 1, "be")
        || doc.one(told.verb, "claim claims") && told.cue.end > told.verb + 1 && doc.one(told.cue.end - 1, "to against")
}

/// "added two cranes to the quay": no clause.
fn joins(told: &Told) -> bool {
    let doc = told.doc;
    let verbal = |i: usize| doc.has(&lexicon::AUXILIARIES, i) || doc.has(&lexicon::PRONOUNS, i) || past(doc.lower(i));
    let mut content = told.content.clone();
    content.clone().any(|i| doc.says(i, "to")) && !content.any(|i| verbal(i) || doc.says(i, "that"))
}

/// "did not emphasize her youth": nothing is said.
fn denied(told: &Told) -> bool {
    negated(told) && !told.verb_of("confirm deny rule comment")
}

/// "has not accused Lee of lying"
fn not_accused(told: &Told) -> bool {
    told.verb_of("accus blam") && negated(told)
}

fn negated(told: &Told) -> bool {
    told.cue.clone().any(|i| told.doc.one(i, "not never") || told.doc.lower(i).ends_with("n't"))
}

/// "called the police", "called an early vote", but not "called the plan a disgrace".
fn called(told: &Told) -> bool {
    let doc = told.doc;
    let (at, len) = (told.content.start, told.content.len());
    let again = (at + 1..told.content.end).any(|i| doc.one(i, "a an the"));
    let summons = match doc.lower(at) {
        "a" | "an" => !again,
        "the" | "for" | "his" | "her" | "their" => len <= 2,
        "him" | "them" => len == 1 || doc.one(at + 1, "later back again first"),
        _ => len == 1,
    };
    summons && told.verb_of("call") && told.cue.end == told.verb + 1
}

/// "asked each other questions"
fn asks_questions(told: &Told) -> bool {
    told.verb_of("ask") && told.doc.one(told.content.end - 1, "question questions")
}

/// "the event, called the Lindby Fair", "has been labelled a risk", "what the firm calls the Lindby Scheme": only a
/// name.
fn named(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let name = |i: usize| doc.capital(i) || !doc.tokens[i].is_word() || doc.one(i, "the of and");
    let led = doc.has(&lexicon::DETERMINERS, told.content.start);
    let only = told.cue.len() == 1 || passive(told);
    found.source.is_none() && only && told.verb_of("called dubbed named labelled labeled branded")
        || led && told.verb_of("call dub nam") && told.content.clone().all(name)
}

/// "asked about the plan", with nobody who asks.
fn heard(told: &Told, found: &Found) -> bool {
    found.source.is_none() && told.verb_of("asked questioned") && told.cue_has("about on over")
}

/// What is won, kept, taken or decreed: "confirmed his place", "claimed three lives", "denied them a penalty",
/// "admitted 40 patients", "declared a state of siege", "ruled Osby for years".
fn gained(told: &Told) -> bool {
    let doc = told.doc;
    let stops = |&i: &usize| doc.has(&lexicon::PREPOSITIONS, i) || doc.one(i, "just only ahead");
    let end = told.content.clone().find(stops).unwrap_or(told.content.end);
    let noun = doc.lower(end.max(told.content.start + 1) - 1);
    let counted = told.content.clone().take(3).any(|i| doc.lower(i).starts_with(|c: char| c.is_ascii_digit()));
    let prize = one(
        noun,
        "place spot title win gold silver bronze medal medals crown trophy lives life point \
        points penalty goal chance entry bail access visa permit permits service services",
    );
    let decreed = one(noun, "state war emergency bankruptcy holiday truce ceasefire zone") && told.verb_of("declar");
    let realm = told.content.start + 1 + usize::from(doc.has(&lexicon::DETERMINERS, told.content.start));
    let reigns = doc.says(told.verb, "ruled") && doc.one(realm, "for from since until with");
    // "claimed the plan as her own"
    let taken = told.verb_of("claim") && doc.says(told.content.end - 1, "own");
    taken
        || prize && told.verb_of("confirm claim deni deny promis")
        || counted && told.verb_of("admit")
        || decreed
        || reigns
}
