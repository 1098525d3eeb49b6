//! Descriptions behind a name: "Ann Lee, 34, a nurse from Ohio,", "Ann Lee is the mayor".

use super::{LONGEST, acts, aimed, copula, ends, lists, mark};
use crate::{
    lexicon,
    people::{
        Kind, brackets,
        describes::{self, apposed, describes},
        jobs,
        names::Name,
        telling, words,
    },
    text::Doc,
};
use std::ops::Range;

/// ", 34, a nurse from Ohio,", ", who heads the union,", "of the University of Berg": the words after the name of a
/// `person`, or of what may be one; `next` is the name after it and what that is.
pub fn after(doc: &Doc, name: &Name, person: bool, next: Option<(&Name, Kind)>, limit: usize) -> Option<Range<usize>> {
    let start = past_letters(doc, brackets::past(doc, name.tokens.end, limit));
    let of = start + usize::from(words::is(doc, start, ","));
    if !doc.one(of, "of from") {
        return Behind { doc, name, person, next, limit }.description(start);
    }
    let near = |n: &Name| (of..of + 3).contains(&n.tokens.start) && n.tokens.end <= limit;
    let (body, _) = next.filter(|(n, _)| near(n))?;
    if body.kind == Some(Kind::Organisation) {
        return Some(of..body_end(doc, body, limit));
    }
    // "Ann Lee of Osby, a nurse,"
    Behind { doc, name, person, next: None, limit }.description(body.tokens.end)
}

/// Past the letters behind a name at token `start`: ", PhD, of Osby University".
fn past_letters(doc: &Doc, start: usize) -> usize {
    let letters = words::is(doc, start, ",") && words::capital(doc, start + 1) && words::is(doc, start + 2, ",");
    start + if letters && words::post_nominal(doc.lower(start + 1)) { 2 } else { 0 }
}

/// A name, and what stands behind it.
struct Behind<'a> {
    doc: &'a Doc<'a>,
    name: &'a Name,
    /// Whether it surely is a person's.
    person: bool,
    /// The name after it, and what that is.
    next: Option<(&'a Name, Kind)>,
    /// Where the sentence ends.
    limit: usize,
}

/// How a description begins.
struct Opening {
    /// Its first token.
    start: usize,
    /// Whether a verb leads up to it: "is a nurse".
    copula: bool,
    /// Whether it tells what somebody does: "who heads the union".
    who: bool,
}

impl Behind<'_> {
    /// The description behind the name, which a mark or a verb at token `start` parts from it.
    fn description(&self, start: usize) -> Option<Range<usize>> {
        let opening = self.opening(start)?;
        let tokens = opening.start..self.end(&opening);
        if self.other(&opening, &tokens) {
            return None;
        }
        let office = self.office(&opening, &tokens);
        let end = tokens.end;
        let beside = self.next.filter(|(n, _)| n.start() == end + 1 && words::is(self.doc, end, ","));
        let Some((body, kind)) = beside else { return (office || opening.who).then_some(tokens) };
        if office && self.works(&tokens, body, kind) {
            let rest = body.tokens.end..self.limit.min(body.tokens.end + LONGEST);
            return Some(tokens.start..rest.clone().find(|&i| ends(self.doc, i)).unwrap_or(rest.end));
        }
        (opening.who || office && !matches!(kind, Kind::Person | Kind::Named | Kind::Group)).then_some(tokens)
    }

    fn opening(&self, start: usize) -> Option<Opening> {
        let doc = self.doc;
        // "Ann Lee, who was a teacher,"
        let relative = doc.says(start + 1, "who") && doc.one(start, ", — –");
        let copula = copula::told(doc, if relative { start + 2 } else { start });
        // “Lee is a man who is lost,” said Falk: what somebody thinks of Lee.
        // "He said Lee was the only hope": what he thinks of Lee.
        let before = self.name.start().wrapping_sub(1);
        let said = words::cue(doc, before) || doc.says(before, "that");
        let copula = copula.filter(|_| relative || !self.name.quoted && !said);
        if copula.is_none() && !doc.one(start, ", — –") {
            return None;
        }
        let mut start = copula.unwrap_or(start + 1);
        if words::age(doc.lower(start)) && words::is(doc, start + 1, ",") {
            start += 2;
        }
        start += usize::from(doc.says(start, "also"));
        // "who heads the union", "who has headed the union"
        let works = start + 1 + usize::from(doc.says(start + 1, "has"));
        let who = doc.says(start, "who") && jobs::works(doc.lower(works));
        Some(Opening { start, copula: copula.is_some(), who })
    }

    /// Where the description ends that begins so.
    fn end(&self, &Opening { start, copula, who }: &Opening) -> usize {
        let doc = self.doc;
        let stop = self.limit.min(start + LONGEST);
        let closed = |&i: &usize| if who { mark(doc, i) } else { ends(doc, i) } && !lists::listed(doc, i, start, stop);
        let long = || if stop < self.limit { cut(doc, start..stop) } else { None };
        let mut end = (start + usize::from(who) * 2..stop).find(closed).or_else(long).unwrap_or(stop);
        if copula {
            end = (start + 1..end).find(|&i| copula::dated(doc, i) || copula::goes_on(doc, i)).unwrap_or(end);
        } else if who {
            // "who owns a firm in Osby and headed out"
            let acts = |&i: &usize| doc.says(i, "and") && doc.lower(i + 1).ends_with("ed");
            end = (start + 4..end).find(acts).unwrap_or(end);
        }
        whole(doc, start..end)
    }

    /// Whether `tokens` tell of somebody else, or what whoever is named does.
    fn other(&self, opening: &Opening, tokens: &Range<usize>) -> bool {
        let (doc, start) = (self.doc, opening.start);
        let pronoun = words::pronoun(doc, start) && !opening.who && !doc.has(&lexicon::DETERMINERS, start);
        tokens.is_empty()
            || pronoun
            // ", where the mayor said"
            || doc.says(start, "where")
            // ", with each blaming the other"
            || doc.says(start, "with") && doc.one(start + 1, "each both all some many")
            || telling::leads_up(doc, self.name.tokens.end, tokens.end)
            || !opening.who && acts(doc, tokens.clone())
            || lists::another(doc, tokens)
            || !opening.copula && aimed(doc, self.name) && words::cue(doc, tokens.end)
    }

    /// Whether `tokens` tell an office, a job or a relation, or anything else that somebody can be called.
    fn office(&self, opening: &Opening, tokens: &Range<usize>) -> bool {
        let (doc, name) = (self.doc, self.name);
        // "said Ann Lee, a steel magnate.", "Ann Lee, a steel magnate, said": a mark that ends the sentence ends no
        // apposition of whoever does something in it.
        let spoken = spoken(doc, name);
        let closed = tokens.end < self.limit && !doc.one(tokens.end, ". ? ! ;");
        // "For Ann Lee, a loss would be bitter."
        let before = name.start().checked_sub(1);
        let first = before.is_some_and(|i| doc.has(&lexicon::PREPOSITIONS, i) && doc.capital(i));
        let apart = !opening.copula && self.person && !name.quoted && (spoken || closed && !first);
        // "is a child", "was a fan" tell nobody's office.
        let last = describes::part_end(doc, tokens.clone()).wrapping_sub(1);
        let nature =
            opening.copula && doc.one(last, "child kid baby boy girl man woman fan believer star mother father parent");
        // “Ann Lee, one of our worst mayors, is ill”: what somebody thinks of her.
        let judged = name.quoted && doc.says(tokens.start, "one");
        !nature && !judged && describes(doc, tokens.clone())
            || apart && apposed(doc, tokens.clone())
            || spoken && over(doc, tokens.clone())
    }

    /// Whether `body`, the name behind the bare office that `tokens` tell, is where it is held: "said Ann Lee,
    /// director, Orland Securities".
    fn works(&self, tokens: &Range<usize>, body: &Name, kind: Kind) -> bool {
        let doc = self.doc;
        let first = describes::part_end(doc, tokens.clone());
        let bare = !doc.has(&lexicon::DETERMINERS, tokens.start) && words::title(doc, first.wrapping_sub(1));
        let parted = !doc.tokens.get(body.tokens.end).is_some_and(|t| t.is_word())
            || doc.has(&lexicon::PREPOSITIONS, body.tokens.end);
        // Whoever speaks is a person, so that the next name is none.
        let named = || kind == Kind::Named && spoken(doc, self.name) && !words::given(doc.lower(tokens.end + 1));
        bare && parted && body.tokens.end <= self.limit && (kind == Kind::Organisation || named())
    }
}

/// Where a description ends without the words of a clause that has lost its verb.
fn whole(doc: &Doc, tokens: Range<usize>) -> usize {
    let lost =
        |i: usize| doc.one(i, "who whose which that and or but of the a now") || doc.has(&lexicon::AUXILIARIES, i);
    // "a chemist who has successfully", "a major who Lee"
    let bare = |i: usize| lost(i) || words::capital(doc, i) || lexicon::manner(doc.lower(i));
    let (start, end) = (tokens.start, tokens.end);
    let clause = (start + 1..end).rev().find(|&i| doc.one(i, "who whom")).filter(|&i| (i..end).all(bare));
    (start..clause.unwrap_or(end)).rev().find(|&i| !lost(i)).map_or(start, |i| i + 1)
}

/// Where a description that goes on for long ends: before the clause in it, or before its last phrase.
fn cut(doc: &Doc, tokens: Range<usize>) -> Option<usize> {
    let clause = |&i: &usize| lexicon::one(doc.lower(i), "who whose which that");
    if let Some(clause) = (tokens.start + 2..tokens.end).find(clause) {
        return Some(clause);
    }
    let within = |i: usize| words::capital(doc, i - 1) && words::capital(doc, i + 1);
    let preposition = |&i: &usize| doc.has(&lexicon::PREPOSITIONS, i) && !within(i);
    let last = (tokens.start + 1..tokens.end).rev().find(preposition)?;
    let dangles = |i: usize| doc.has(&lexicon::AUXILIARIES, i) || doc.says(i, "and");
    (tokens.start + 1..=last).rev().find(|&end| !dangles(end - 1))
}

/// Whether `tokens` are an office and what it is over: "senior vp partnerships and revenue at Delta Games".
fn over(doc: &Doc, tokens: Range<usize>) -> bool {
    let office = |&i: &usize| words::title(doc, i) || jobs::sure(doc.lower(i));
    let Some(office) = tokens.clone().take(3).find(office) else { return false };
    let end = describes::part_end(doc, tokens);
    (office + 1..end).all(|i| words::noun(doc, i) || doc.one(i, "and & -"))
}

/// Whether the words before a name say that its bearer is whoever speaks: "said Ann Lee", "according to Ann Lee".
fn spoken(doc: &Doc, name: &Name) -> bool {
    let Some(before) = name.start().checked_sub(1) else { return false };
    let inverted = words::cue(doc, before) && (before == 0 || !doc.tokens[before - 1].is_word());
    let according = before > 0 && doc.says(before - 1, "according");
    inverted || according || matches!(doc.word(before), "—" | "–")
}

/// Where a body's name ends, with what it owns: "of Orland's Rock Museum".
fn body_end(doc: &Doc, body: &Name, limit: usize) -> usize {
    let end = body.tokens.end;
    let owns = doc.says(end, "'s") && words::capital(doc, end + 1);
    if owns { (end + 1..limit).find(|&i| !words::capital(doc, i)).unwrap_or(limit) } else { end }
}
