//! Sources that the linker lost: behind an aside, a relative pronoun, a participle, or a verb before.

use super::{Found, Told, bare::past, passive::passive};
use crate::{
    attribution::{heard, phrase, view::View},
    lexicon::{self, cues, one},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// How verbs begin that somebody has to say, not something that shows it.
const TOLD: &str = "sa accus alleg report call claim deni insist announc tell told warn add demand urg describ confirm \
    indicat cit argu writ wrote stat reject condemn not admit promis vow declar";

/// Gives the statement the subject of its verb, where it has no source.
pub fn restore(view: &View, told: &Told, found: &mut Found) {
    let which = |source: Span| view.doc.says(view.doc.token_at(source.start), "which");
    let heard = heard(view.doc, found.cue[0]);
    if !found.source.is_none_or(which) || !told.follows() || !told.verb_of(TOLD) || passive(told) || heard {
        return;
    }
    let verbal = |&i: &usize| !view.adverb(i) && !view.doc.one(i, "which who");
    let start = told.cue.clone().find(verbal).unwrap_or(told.cue.start);
    let subject = of(view, told, start.min(told.verb)).filter(|tokens| speaks(view, tokens));
    found.source = subject.map(|tokens| view.span(&tokens)).or(found.source);
}

/// Takes for the source what the verb goes with, where that was taken which hangs on something else: "the board sent a
/// letter to Lee demanding", "a talk to Lee revealed".
pub fn head(view: &View, told: &Told, found: &mut Found) {
    let doc = view.doc;
    let Some(source) = found.source.map(|source| doc.tokens_in(source)) else { return };
    let before = source.start.wrapping_sub(1);
    let hangs = doc.one(before, "to by") && !doc.says(before.wrapping_sub(1), "according");
    // "Lee — named by the Courier — told", "a panel, led by Falk, told"
    let dash = doc.one(source.end, "— –");
    let apart = view.is(before.wrapping_sub(2), ",");
    let mark = |i: usize| !view.word(i);
    if !hangs
        || source.end > told.cue.start
        || source.end + usize::from(dash) != told.cue.start && !(apart && (source.end..told.cue.start).all(mark))
        || !told.follows()
        || cues::class(doc.lower(told.verb)).is_none()
    {
        return;
    }
    let index = doc.sentence_index(before);
    let gerund = doc.lower(told.cue.start).ends_with("ing");
    let subject = phrase::leading(view, index, before).filter(|_| gerund || dash || apart);
    let verb = |subject: &Range<usize>| subject.clone().skip(1).find(|&i| past(doc.lower(i)));
    found.source = subject.map(|subject| view.span(&(subject.start..verb(&subject).unwrap_or(subject.end))));
}

/// Takes for the source the name that a clause begins with, where that was taken which ends what tells of it: "Ann Lee,
/// a fellow in Lindby, Norway, and author of the study, said".
pub fn apposed(view: &View, found: &mut Found) {
    let doc = view.doc;
    let Some(source) = found.source.map(|source| doc.tokens_in(source)) else { return };
    let at = source.start;
    let ends = doc.says(at + 1, ",") && doc.says(at + 2, "and") && !doc.capital(at + 3) && source.contains(&(at + 3));
    let sentence = doc.sentence_of(at).filter(|_| ends && at > 0 && doc.capital(at) && view.is(at - 1, ","));
    let Some(sentence) = sentence else { return };
    let quoted = |i: &usize| view.quote(*i).is_some();
    let start = (sentence.tokens.start..at).rev().find(quoted).map_or(sentence.tokens.start, |i| i + 1);
    let name = phrase::after(view, start, at).filter(|name| doc.capital(name.start));
    found.source = name.map(|name| view.span(&name)).or(found.source);
}

/// Nouns of what somebody has to say, which is no document.
const MESSAGES: &str = "message advice response answer reply reaction verdict motto conclusion line question point \
    view explanation argument plea assessment philosophy prediction mantra";

/// Takes for the source whoever has to say what follows: "Lee's message was simple: “…”", "Her advice: “…”".
pub fn possessor(doc: &Doc, found: &mut Found) {
    let verb = found.cue.first().map_or("", |cue| doc.lower(doc.tokens_in(*cue).end.wrapping_sub(1)));
    let Some(source) = found.source.filter(|_| cues::class(verb).is_none()) else { return };
    let tokens = doc.tokens_in(source);
    let mut owners = tokens.clone().skip(1).filter(|&i| doc.says(i, "'s"));
    let pronoun = doc.one(tokens.start, "his her their my our");
    let owner =
        if pronoun { tokens.start..tokens.start + 1 } else { tokens.start..owners.next().unwrap_or(tokens.end) };
    let noun = owner.end + usize::from(!pronoun);
    if (noun..tokens.end.min(noun + 2)).any(|i| doc.one(i, MESSAGES)) {
        found.source = Some(doc.span(owner));
    }
}

/// Whether a phrase can be a subject: no dateline, no time, no verb taken for a part of it.
fn speaks(view: &View, tokens: &Range<usize>) -> bool {
    let dateline = view.doc.one(tokens.end, "– — - . (") && tokens.len() < 3;
    let time = |i: usize| {
        let word = view.doc.lower(i);
        phrase::time_word(word) || past(word) || one(word, "minutes hours days week month year")
    };
    !(dateline || tokens.clone().any(time))
}

/// The subject of the verb group that begins at token `start`.
fn of(view: &View, told: &Told, start: usize) -> Option<Range<usize>> {
    let doc = view.doc;
    let index = doc.sentence_index(start);
    let sentence = doc.sentences.get(index)?.tokens.clone();
    let before = start.checked_sub(1).filter(|&i| i > sentence.start)?;
    let gerund = doc.lower(told.cue.start).ends_with("ing");
    match doc.lower(before) {
        // "the union, which says that"
        "which" | "who" => noun(view, sentence.start..before - usize::from(view.is(before - 1, ","))),
        // "The Harbour Board - which fought the plan - called", "the club, founded in May, said"
        "," | "-" | "–" | "—" | ")" if !gerund => {
            let subject = phrase::leading(view, index, before)?;
            let mark = doc.lower(subject.end);
            // "A pilot who left the club in May, saying no, says"
            let clause =
                || doc.says(before, ",") && doc.says(subject.end, "who") && one_clause(doc, subject.end + 1..before);
            let opens = mark == doc.lower(before) || mark == "(" && doc.says(before, ")") || clause();
            (opens && subject.end < before).then_some(subject)
        }
        // "The crew sailed off, citing the weather"
        "," | "-" | "–" | "—" => {
            // "Osby, Lindby and Norby"
            let list = |end: usize| view.is(end, ",") && doc.capital(end + 1) && doc.says(end + 2, "and");
            let single = |subject: &Range<usize>| alone(view, subject.end..before) && !list(subject.end);
            phrase::leading(view, index, before).filter(single)
        }
        // "Lee closed the mill and accused the council"
        "and" | "but" | "then" => {
            let verb = doc.lower(told.cue.start);
            let past = verb.ends_with("ed") || lexicon::AUXILIARIES.has(verb) || one(verb, "said says told wrote");
            phrase::leading(view, index, before).filter(|subject| past && alone(view, subject.end..before))
        }
        // "A report on the fire released in May described"
        _ => {
            let subject = phrase::leading(view, index, before)?;
            let end = (subject.end..start).find(|&i| doc.has(&lexicon::PREPOSITIONS, i))?;
            let document = doc.has(&lexicon::THINGS, end - 1) && end < subject.end + NOUNS;
            let (subject, rest) = (subject.start..end, end..start);
            let other = rest.clone().any(|i| doc.one(i, "who which ,"));
            (document && !gerund && !other && one_clause(doc, rest)).then_some(subject)
        }
    }
}

/// Most nouns behind a name.
const NOUNS: usize = 4;

/// The noun phrase at the end of `tokens`: from its determiner on, or a name.
fn noun(view: &View, tokens: Range<usize>) -> Option<Range<usize>> {
    let doc = view.doc;
    let mut start = tokens.end;
    while start > tokens.start && view.word(start - 1) && !doc.has(&lexicon::PREPOSITIONS, start - 1) {
        if start < tokens.end && doc.capital(start) && !doc.capital(start - 1) && !determines(doc.lower(start - 1)) {
            break;
        }
        start -= 1;
        if determines(doc.lower(start)) {
            return Some(start..tokens.end);
        }
    }
    (start < tokens.end && doc.capital(start)).then_some(start..tokens.end)
}

fn determines(word: &str) -> bool {
    lexicon::DETERMINERS.has(word)
}

/// Whether no other clause with a subject of its own begins in `tokens`.
fn alone(view: &View, tokens: Range<usize>) -> bool {
    let clause = |i: usize| {
        let word = view.doc.lower(i);
        lexicon::SUBORDINATORS.has(word) || one(word, "and but as after before ;")
    };
    !tokens.into_iter().any(|i| view.word(i) && clause(i) || view.is(i, ";"))
}

/// Longest clause between a subject and its verb, in tokens.
const CLAUSE: usize = 60;

/// Whether `tokens` hold no second clause and nobody else who says something.
fn one_clause(doc: &Doc, tokens: Range<usize>) -> bool {
    let subject = |i: usize| doc.capital(i) || doc.has(&lexicon::DETERMINERS, i) || doc.has(&lexicon::PRONOUNS, i);
    let tells = |i: usize| !doc.capital(i) && cues::class(doc.lower(i)).is_some();
    let other = |i: usize| tells(i) || doc.one(i, "and but or") && subject(i + 1) || doc.one(i, "; : — – \" “ that");
    tokens.len() <= CLAUSE && !tokens.into_iter().any(other)
}

/// Takes for the source whoever the sentence begins with, where that was taken which ends a clause on them: "Ann Lee,
/// who is to play in place of Bo Ek says", "The report issued by the board says".
pub fn outer(view: &View, told: &Told, found: &mut Found) {
    let doc = view.doc;
    let Some(source) = found.source.map(|source| doc.tokens_in(source)) else { return };
    let says = cues::class(doc.lower(told.verb)).is_some() && told.follows() && source.end == told.cue.start;
    if !says || !hangs(view, source.start) {
        return;
    }
    let index = doc.sentence_index(source.start);
    let Some(mut subject) = phrase::leading(view, index, source.start) else { return };
    // "An Orland sailor who"
    subject.end += usize::from(doc.says(subject.end + 1, "who") && view.word(subject.end));
    let next = subject.end + usize::from(view.is(subject.end, ","));
    let participle = |&i: &usize| {
        let word = doc.lower(i);
        let ends = word.ends_with("ing") || word.ends_with("ed") && doc.has(&lexicon::PREPOSITIONS, i + 1);
        ends && word.len() > 4 && !doc.capital(i) && !doc.has(&lexicon::DETERMINERS, i - 1)
    };
    let whole = if doc.one(next, "who which") {
        subject
    } else if (subject.start + 1..subject.end + 1).any(|i| participle(&i)) {
        subject.start..source.end
    } else {
        return;
    };
    if one_clause(doc, next.min(source.start)..source.start) {
        found.source = Some(view.span(&whole));
    }
}

/// Most words between a preposition and the name that hangs on it.
const TITLE: usize = 3;

/// Whether what begins at token `start` hangs on a preposition or a participle: "in Osby", "in place of the baker Bo
/// Ek", "representing small mills".
fn hangs(view: &View, start: usize) -> bool {
    let doc = view.doc;
    // "who was held after police say"
    let on = |i: usize| doc.has(&lexicon::PREPOSITIONS, i) && !doc.one(i, "after before since until as than like");
    let plain = |i: &usize| {
        let word = doc.lower(*i);
        view.word(*i) && !doc.capital(*i) && word.starts_with(char::is_alphabetic) && !on(*i)
    };
    let title = if doc.capital(start) { TITLE } else { 0 };
    // "small mills and bakers"
    let listed = start > 1 && !doc.capital(start) && doc.one(start - 1, "and or");
    let start = if listed { start - 2 } else { start };
    let before = start - (0..start).rev().take(title).take_while(plain).count();
    before > 0 && (on(before - 1) || doc.lower(start - 1).ends_with("ing"))
}
