//! Where the writer's own words on what was said begin: "Claims that the pier is safe | are false", "says it is safe, |
//! but that's not so", "says it is safe | but did not say why".

use super::{
    Told,
    bare::{bare, past},
};
use crate::lexicon::{self, one};
use std::ops::Range;

/// Nouns for what somebody says, with which a sentence begins.
const CLAIMS: &str = "claims claim allegations allegation accusations accusation reports rumours rumors assertions \
    assertion suggestions suggestion declaration vow pledge promise insistence admission warning warnings statement \
    announcement";

/// Most tokens of a subject before its "who".
const SUBJECT: usize = 8;

/// Where in `content`, which follows its cue, the writer's own words begin.
pub fn start(told: &Told, content: &Range<usize>) -> Option<usize> {
    let own = main_verb(told, content).or_else(|| contradiction(told, content)).or_else(|| comment(told, content));
    own.or_else(|| since(told, content))
}

/// The verb of a sentence whose subject is the cue, a noun, with its clause, or one of whom it tells: "His vow that he
/// would go | has angered the board", "A man who says he fell | has sued the board".
fn main_verb(told: &Told, content: &Range<usize>) -> Option<usize> {
    let doc = told.doc;
    let noun = doc.one(told.cue.end - 1, CLAIMS) && doc.says(content.start, "that");
    let sentence = doc.sentence_of(content.start)?.tokens.clone();
    let who = told.cue.start.wrapping_sub(usize::from(!doc.says(told.cue.start, "who")));
    let told_of = doc.says(who, "who") && sentence.start < who && who < sentence.start + SUBJECT;
    if !(noun || told_of && bare(doc, sentence.start..who)) {
        return None;
    }
    let rest = content.start + 1..sentence.end.min(content.end);
    // Each clause has one verb: the first beyond these is the sentence's.
    let (mut clauses, mut verbs, mut group) = (1, 0, false);
    for i in rest {
        let word = doc.lower(i);
        let helps = lexicon::AUXILIARIES.has(word) && !doc.says(i - 1, "to") && !told.quoted(i);
        let main =
            helps || verbs > 0 && one(word, "makes made remains remain came comes drew prompted sparked angered");
        if main && !group {
            if verbs == clauses {
                return Some(i);
            }
            verbs += 1;
        }
        group = main || group && (one(word, "not also") || lexicon::manner(word));
        let opens = lexicon::SUBORDINATORS.has(word)
            || one(word, "who which what that where how why and or but , he she they we i you it");
        clauses += usize::from(opens && i > content.start + 1);
    }
    None
}

/// ", but that's not so", ", but critics say", "but did not say why"
fn contradiction(told: &Told, content: &Range<usize>) -> Option<usize> {
    let doc = told.doc;
    let other = |i: usize| {
        doc.says(i, "that") && doc.one(i + 1, "is isn't") || doc.one(i, "that's critics experts analysts opponents")
    };
    let apart = |i: usize| doc.says(i - 1, ",");
    let begins = |i: usize| doc.says(i, "but") && (apart(i) && other(i + 1) || silent(told, i + 1)) && !told.quoted(i);
    content.clone().skip(2).find(|&i| begins(i)).map(|i| i - usize::from(apart(i)))
}

/// ", a move that has angered the board", "– charges he denies"
fn comment(told: &Told, content: &Range<usize>) -> Option<usize> {
    const NOUNS: &str =
        "move step decision development claim charge accusation allegation assertion figure practice result";
    let doc = told.doc;
    let relative = |i: usize| doc.one(i, "a an") && doc.one(i + 1, NOUNS) && doc.one(i + 2, "that which");
    let denied = |i: usize| {
        let noun = i + usize::from(doc.one(i, "a an"));
        let claims = doc.one(noun, "charge charges claim claims accusation accusations allegation allegations");
        claims && (noun + 2..noun + 4).any(|i| doc.one(i, "denies deny denied rejects reject rejected"))
    };
    let apart = |i: usize| doc.one(i, ", - – —") && (relative(i + 1) || denied(i + 1));
    content.clone().skip(3).find(|&i| apart(i) && !told.quoted(i))
}

/// ", a day after the board met", where nothing that is told of is past: how long after it was said.
fn since(told: &Told, content: &Range<usize>) -> Option<usize> {
    const UNITS: &str = "hours day days week weeks month months";
    let doc = told.doc;
    let begins = |&i: &usize| {
        let unit = (i + 1..content.end.min(i + 5)).find(|&k| doc.one(k, UNITS));
        !doc.tokens[i].is_word() && !told.quoted(i + 1) && unit.is_some_and(|unit| doc.says(unit + 1, "after"))
    };
    let at = content.clone().skip(2).find(begins)?;
    let over = |i: usize| {
        past(doc.lower(i)) || doc.lower(i).ends_with("ed") && !doc.capital(i) || doc.one(i, "was were had did")
    };
    let now = !(content.start..at).any(|i| over(i) && !told.quoted(i));
    // "it will open in May, a day after the mill does"
    let then = (at + 1..content.end).any(over);
    (now && then).then_some(at + usize::from(!doc.says(at, ",")))
}

/// Whether a clause about somebody's silence begins at token `i`: "he won't reveal", "Lee did not say", "declined to
/// comment".
fn silent(told: &Told, i: usize) -> bool {
    const SAYS: &str = "say reveal elaborate give comment specify disclose identify name provide explain mention \
        confirm discuss guarantee";
    let doc = told.doc;
    let subject = |&k: &usize| doc.capital(k) || doc.one(k, "he she they it");
    let verb = (i..i + 3).find(|k| !subject(k)).unwrap_or(i);
    let not = doc.one(verb, "did does do would will has have") && doc.says(verb + 1, "not");
    let refuses = doc.one(verb, "declined refused declines refuses") && doc.says(verb + 1, "to");
    // "but gave no further details", but not "but gave no money"
    let gives = doc.one(verb, "gave offered provided released disclosed") && doc.one(verb + 1, "no few");
    if gives && [2, 3].iter().any(|n| doc.one(verb + n, "details detail evidence reason reasons explanation specifics"))
    {
        return true;
    }
    let next = match () {
        () if not || refuses => verb + 2,
        () if lexicon::AUXILIARIES.has(doc.lower(verb)) && doc.lower(verb).ends_with("n't") => verb + 1,
        () => return false,
    };
    doc.one(next + usize::from(doc.one(next, "immediately yet further")), SAYS)
}
