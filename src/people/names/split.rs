//! Which words of a run are titles, and which are the name.

use super::{PARTIES, body, employed, posted};
use crate::{
    lexicon, outlets,
    people::{compound, words},
    text::Doc,
};
use std::ops::Range;

/// Splits a run into titles and a name; `None` where it has no name ("the Foreign Secretary").
pub fn split(doc: &Doc, run: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let mut name = past_titles(doc, &run);
    // "Secretary of State Ann Lee", "Minister for Ferries Ann Lee": after the office the last two words are the name.
    let over = |i: usize| doc.says(i, "of") || doc.says(i, "for") && !doc.says(i - 1, "member");
    let of = (run.start + 1..run.end).find(|&i| over(i) && words::title(doc, i - 1));
    let alone = |of: usize| doc.says(of, "for") && field(doc, of, run.end);
    let house = |of: usize| doc.says(of - 1, "speaker") && doc.says(of + 2, "house") && of + 5 == run.end;
    let plain =
        |of: usize| doc.says(of + 1, "state") || house(of) || !alone(of) && !organisation_in(doc, of + 1..run.end);
    if let Some(of) = of.filter(|&of| of + 3 < run.end && plain(of)) {
        let whole = doc.says(of + 1, "state") && of + 5 == run.end;
        name = name.max(if whole { of + 2 } else { two_words(doc, &run, of + 2) });
    }
    if let Some(name) = officer(doc, &run) {
        return Some((run.start..name, name..run.end));
    }
    // "Ambassador to Orland Ann Lee", "Ambassador to the United Nations Ann Lee"
    let from = run.start + 2 * usize::from(doc.says(run.start + 1, "nations"));
    if posted(doc, run.start).is_some() && run.len() > 2 && !organisation_in(doc, from..run.end) {
        let name = two_words(doc, &run, run.start + 1);
        // "the Republic of South Orland"
        if !doc.says(name, "of") && !doc.says(name - 1, "of") {
            return Some((name..name, name..run.end));
        }
    }
    // "Mr. President": an address to the office; "Lindby’s Lord Mayor".
    let lord = || doc.says(name, "mayor") && doc.says(name - 1, "lord");
    let address = name + 1 == run.end && name > run.start && (office(doc.lower(name)) || lord());
    let none = address || nobody(doc, &run) || name == run.start && office_alone(doc, &run, of.is_some());
    (!none).then_some((run.start..name, name..run.end))
}

/// Whether what stands behind the "for" of an office up to `end` is what it is over alone: "Minister for Foreign
/// Affairs".
fn field(doc: &Doc, of: usize, end: usize) -> bool {
    let last = doc.lower(end - 1);
    let noun = lexicon::FIELDS.has(last) || ["ment", "tion", "ing"].iter().any(|end| last.ends_with(end));
    !words::given(doc.lower(end - 2)) && (noun || (of..end).any(|i| doc.says(i, "and")))
}

/// Where the name begins in a run behind the titles, if there are any.
fn past_titles(doc: &Doc, run: &Range<usize>) -> usize {
    // "Mr de la Holm"
    let named = |i: usize| words::capital(doc, i) || words::particle(doc.lower(i));
    let followed = |i: usize| i + 1 < run.end && named(i + 1) && !words::suffix(doc.lower(i + 1));
    let title = |&i: &usize| {
        // "Ahmad Shah Holm" is no shah.
        let second = i > run.start && words::given(doc.lower(i - 1)) && doc.says(i, "sheikh");
        let given = words::given(doc.lower(i)) || doc.says(i, "shah") && i > run.start || second;
        followed(i) && addressed(doc, i, run) && !ends_organisation(doc, i, run) && !given
    };
    run.clone().rev().find(title).map_or(run.start, |i| i + 1)
}

/// Whether token `i` of a run is a title, or what stands for one.
fn addressed(doc: &Doc, i: usize, run: &Range<usize>) -> bool {
    words::title(doc, i)
        || words::honorific(doc, i)
        || several(doc, i, run)
        || party(doc, i, run)
        || position(doc, i, run)
        || compound::trade(doc, i, run)
        || doc.lower(i).ends_with("-year-old")
}

/// Whether token `i` of a run tells of what party or nation the person behind it is: "Republican Ann Lee", "Danish Ann
/// Lee".
fn party(doc: &Doc, i: usize, run: &Range<usize>) -> bool {
    let nation = words::demonym(doc.lower(i)) && i + 3 == run.end;
    let acts = || words::cue(doc, run.end) || doc.has(&lexicon::AUXILIARIES, run.end);
    let whole = || i + 3 == run.end && acts() && !doc.has(&lexicon::DOUBTFUL, i + 1);
    let member = doc.one(i, PARTIES);
    (member || nation) && words::given(doc.lower(i + 1)) || member && whole()
}

/// Whether token `i` of a run is the title of several: "Guitarists Tom Falk and Pat Lee", "Professors Falk and Lee".
fn several(doc: &Doc, i: usize, run: &Range<usize>) -> bool {
    let first = words::given(doc.lower(i + 1)) && doc.one(run.end, "and ,");
    let full = |i: usize| words::given(doc.lower(i)) || words::capital(doc, i) && words::capital(doc, i + 1);
    // "Rivals Delta Foods and Osby Foods"
    let firms = || lexicon::PARTNERS.has(&words::singular(doc.lower(i)));
    let second = || run.len() == 3 && doc.says(run.end, "and") && full(run.end + 1) && !firms();
    let two = || run.len() == 2 && surnames(doc, run.end);
    i == run.start && words::titles(doc, i) && (first || second() || two())
}

/// Whether a run with no title before a name is an office, or what somebody is the office of: "the Foreign Secretary",
/// "Minister for Ferries, Ann Lee,"; `of` says whether an office has an "of" behind it.
fn office_alone(doc: &Doc, run: &Range<usize>, of: bool) -> bool {
    let the = run.start > 0 && doc.has(&lexicon::DETERMINERS, run.start - 1);
    // The police are a body too.
    let title = words::title(doc, run.end - 1) && !doc.says(run.end - 1, "police");
    let apart = words::is(doc, run.end, ",") && words::capital(doc, run.end + 1);
    let over = |i: usize| doc.says(i, "for") && words::title(doc, i - 1);
    let over = of || apart && (run.start + 1..run.end).any(over);
    let outlet = || outlets::named(doc.at(doc.span(run.clone())), true).is_some();
    (title || over) && (the || !surname(doc, run, of)) && !outlet()
}

/// Whether the noun for an office that ends a run may be somebody's surname.
fn surname(doc: &Doc, run: &Range<usize>, of: bool) -> bool {
    let land = words::demonym(doc.lower(run.start)) || words::all_capitals(doc, run.end - 1);
    // "Senate Leader" is nobody's name, "Ann Speaker" may be.
    let body = run.len() == 2 && words::organisation(doc.lower(run.start));
    // "Ann Marie Baker"
    let trade =
        run.len() == 3 && words::given(doc.lower(run.start)) && doc.one(run.end - 1, "baker dean bishop farmer");
    let two = run.len() == 2 || trade;
    run.len() == 1 || two && !words::title(doc, run.start) && !of && !land && !body
}

/// Whether a run is no name: "the Ministry", "the Republican", "the Orland Republican", letters behind a name.
fn nobody(doc: &Doc, run: &Range<usize>) -> bool {
    let the = run.start > 0 && doc.has(&lexicon::DETERMINERS, run.start - 1);
    let body = run.len() == 1 && words::organisation(doc.lower(run.start)) && !words::all_capitals(doc, run.start);
    // "Ann Lee, PhD,"
    let letters = || run.len() == 1 && words::post_nominal(doc.lower(run.start)) && words::is(doc, run.start - 1, ",");
    the && (body || doc.one(run.end - 1, PARTIES)) || run.start > 0 && letters()
}

/// Where the name of two words begins at the end of a run, if after `first`, or of three with an initial ("Tom F. Lee")
/// or with a given name first ("Ann Holm Lee").
fn two_words(doc: &Doc, run: &Range<usize>, first: usize) -> usize {
    // "Tom de la Holm"
    let middle = (first..run.end - 1).rev().find(|&i| !words::particle(doc.lower(i))).unwrap_or(run.end - 2);
    let initial = || words::bare(doc.lower(middle)).chars().count() == 1 || words::given(doc.lower(middle - 1));
    middle - usize::from(middle > first && initial())
}

/// Where a name begins in a run that begins with the body whose officer is named: "head of Osby Airport Ann Lee".
fn officer(doc: &Doc, run: &Range<usize>) -> Option<usize> {
    let other = words::organisation(doc.lower(run.end - 1));
    let person = |&i: &usize| run.end - i <= 3 && words::given(doc.lower(i)) && !other;
    let body = (run.start + 2..run.end - 1).rev().find(|&i| body(doc.lower(i - 1))).filter(person);
    // "Director of the Office for Mills Ann Lee"
    let last = || {
        (run.end.saturating_sub(3).max(run.start + 3)..run.end - 1).find(|i| person(i) && words::capital(doc, i - 1))
    };
    let first = body.or_else(|| last().filter(|&i| organisation_in(doc, run.start..i)))?;
    let office = || (run.start + 1..first).any(|i| doc.says(i, "of") && words::title(doc, i - 1));
    (office() || employed(doc, run.start).is_some()).then_some(first)
}

/// Most tokens of the place that the first of two people is of.
const PLACE: usize = 5;

/// Whether a surname before `end` is the first of two: "Lee and Falk", "Lee of Upper Orland and Falk".
fn surnames(doc: &Doc, end: usize) -> bool {
    let and = (end..end + PLACE).find(|&i| doc.says(i, "and"));
    let place = |and: usize| and == end || doc.says(end, "of") && (end + 1..and).all(|i| words::capital(doc, i));
    !words::several(doc.lower(end - 1)) && and.is_some_and(|and| words::joins(doc, and + 1) && place(and))
}

/// Whether token `i` of a run is a player's or an officer's position in letters: "Osby DL Tom Falk", "Orland AG Ann
/// Lee".
fn position(doc: &Doc, i: usize, run: &Range<usize>) -> bool {
    let letters = doc.word(i).len();
    let numeral = doc.word(i).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let person = i + 3 == run.end && !words::all_capitals(doc, i + 1) && !words::organisation(doc.lower(i + 2));
    i > run.start && person && (2..=3).contains(&letters) && words::all_capitals(doc, i) && !numeral
}

/// Whether a title is hardly ever a surname.
fn office(lower: &str) -> bool {
    lexicon::one(lower, "president speaker chairman chairwoman secretary minister justice ambassador premier")
}

/// Whether the title at `i` is part of an organisation's name ("Police Federation", "General Assembly").
fn ends_organisation(doc: &Doc, i: usize, run: &Range<usize>) -> bool {
    words::organisation(doc.lower(i + 1)) || i + 2 < run.end && words::organisation(doc.lower(run.end - 1))
}

/// Whether a word of `tokens` begins or ends the names of organisations.
pub fn organisation_in(doc: &Doc, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|i| words::organisation(doc.lower(i)))
}
