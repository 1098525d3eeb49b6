//! Media that a preposition introduces: "in a statement", "on Twitter", "via Delta News".

use super::{
    Step, nouns,
    phrase::{named, phrase},
};
use crate::{annotation::Medium, lexicon, people::People, text::Doc};
use std::ops::Range;

/// Tokens among which a medium begins.
pub const REACH: usize = 12;

/// Most tokens of the name of whoever a programme is of.
const OWNER: usize = 4;

/// Most bytes of the title of a programme.
const TITLE: usize = 60;

/// Whether token `i` is one of the `prepositions` that place words in a medium, and not the medium where somebody was
/// not: "during a taping of", but not "who wasn't at the rally".
pub fn place(doc: &Doc, i: usize, prepositions: &str) -> bool {
    let part = "start beginning opening end taping recording filming broadcast";
    let during = doc.says(i, "of") && i > 0 && doc.one(i - 1, part);
    let denied = |k: usize| doc.lower(k).ends_with("n't") || doc.says(k, "not");
    let absent = || doc.one(i, "in on at") && (i.saturating_sub(2)..i).any(denied);
    (during || doc.one(i, prepositions)) && !absent()
}

/// The first "in a statement", "on Twitter", "reading a statement" that begins among the first of `tokens`.
pub fn introduced(doc: &Doc, tokens: Range<usize>) -> Option<Step> {
    tokens.clone().take(REACH).find_map(|i| {
        let lower = doc.lower(i);
        let place = place(doc, i, "in on at via during through by from over");
        let to = matches!(lower, "to" | "with");
        if !place && !to && lower != "reading" {
            return None;
        }
        // "its story on the interview" is about it.
        if lower == "on" && i > 0 && doc.one(i - 1, "story report article piece column") && doc.says(i + 1, "the") {
            return None;
        }
        let found = nouns::medium(doc, i + 1, tokens.end, lower == "on" || to);
        // "said through a spokesman"
        if found.is_none() && matches!(lower, "through" | "via") {
            let whom = phrase(doc, i + 1, tokens.end);
            let speaks = |noun: &str| {
                let other = lexicon::one(
                    noun,
                    "lawyer lawyers attorney attorneys interpreter translator representative publicist agent",
                );
                other || noun.starts_with("spokes")
            };
            if !whom.is_empty() && speaks(doc.lower(whom.end - 1)) {
                return Some(Step::named(doc, doc.span(whom)));
            }
        }
        // "said, via Ann Lee", but not "who came via Orland"
        let apart = i == tokens.start
            || matches!(doc.word(i - 1), "," | "(")
            || lexicon::cues::class(doc.lower(i - 1)).is_some();
        let name = i + 1 + usize::from(doc.says(i + 1, "the"));
        if found.is_none() && lower == "via" && apart && name < tokens.end && doc.capital(name) {
            return Some(Step::named(doc, doc.span(named(doc, i + 1, tokens.end))));
        }
        let found = found?;
        // "hit out at the media", "attacks on the press"; but "on state media"
        let press = nouns::press(doc.lower(found.tokens.end - 1)) && found.medium == Some(Medium::Press);
        if press && (lower == "at" || lower == "on" && doc.says(i + 1, "the")) {
            return None;
        }
        // "Repeating from his speech, Lee said" it anew; "the lesson from his speech" is another's.
        if lower == "from" && i > tokens.start && found.medium != Some(Medium::Post) && aside(doc, i - 1) {
            return None;
        }
        // "to a report" is no way that words come by; "to reporters" is, "confirmed to Delta News" and "took to
        // Facebook", "posted to Facebook".
        let took = i > 0 && doc.one(i - 1, "took takes taken taking turned turning posted posting");
        if to && !(found.medium.is_none() || press || took && found.medium == Some(Medium::Post)) {
            return None;
        }
        Some(Step { medium: found.medium, ..Step::named(doc, doc.span(found.tokens)) })
    })
}

/// Whether what stands from somewhere behind token `i` is some other thing than what is said.
fn aside(doc: &Doc, i: usize) -> bool {
    let says = || {
        lexicon::cues::class(doc.lower(i)).is_some() || doc.lower(i).ends_with("ing") || doc.one(i, "quoted read reads")
    };
    doc.one(i, "repeating quoting borrowing") || doc.tokens[i].is_word() && !says()
}

/// The programme whose title in marks follows "on" among `tokens`: "said on “Meet the Boats”", "in a call to Delta
/// Radio’s “Meet the Boats”".
pub fn programme(doc: &Doc, people: &People, tokens: Range<usize>) -> Option<Step> {
    let talk = |i: usize| i > 0 && doc.one(i, "to with") && doc.one(i - 1, "interview call appearance down");
    // "Lee wrote in “Harbour Notes”"
    let book = |i: usize| i > 0 && doc.says(i, "in") && doc.one(i - 1, "wrote writes recalled recalls");
    // "a project on “Mills and Boats”"
    let on = |i: usize| doc.says(i, "on") && (i == 0 || !doc.one(i - 1, "project series book film report story bill"));
    let mut on = tokens.clone().filter(|&i| (on(i) || talk(i) || book(i)) && !people.quoted(i));
    on.find_map(|on| {
        let (step, _) = titled(doc, on + 1, tokens.end)?;
        Some(if book(on) { Step { medium: Some(Medium::Book), ..step } } else { step })
    })
}

/// Whether the medium at token `at` is where something else was said: "despite what he wrote in | her letter, Lee
/// said", "in capitals, as one might on | Twitter".
pub fn elsewhere(doc: &Doc, at: usize) -> bool {
    let first = doc.sentence_of(at).map_or(at, |sentence| sentence.tokens.start);
    (first.max(at.saturating_sub(5))..at).any(|i| doc.one(i, "what might could"))
}

/// The programme whose title in marks begins at token `start` or behind the name of whoever it is of, and where it
/// ends: "Delta Radio’s “Meet the Boats”".
pub fn titled(doc: &Doc, start: usize, limit: usize) -> Option<(Step, usize)> {
    let owner = (start + 1..limit).take(OWNER).find(|&i| doc.says(i, "'s")).filter(|_| doc.capital(start));
    // "the CBS programme “Meet the Boats”"
    let before = phrase(doc, start, limit);
    let network = nouns::outlet(doc, before.clone(), true).and(before.end.checked_sub(1));
    let owner = owner.or(network);
    let marks = doc.tokens.get(owner.map_or(start, |owner| owner + 1))?.span;
    let at = doc.quotes.partition_point(|quote| quote.outer.start < marks.start);
    let title = doc.quotes.get(at).filter(|quote| quote.outer.start == marks.start && quote.inner.len() <= TITLE)?;
    let words = || doc.at(title.inner).split_whitespace();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let titled = words().filter(|word| capital(word)).count() > 1 && words().next().is_some_and(capital);
    // "told “DMB”", which is a programme
    let short = title.inner.len() < 6
        && doc.at(title.inner).trim_end_matches([',', '.']).bytes().all(|b| b.is_ascii_uppercase());
    let titled = titled || short;
    let name = doc.at(title.inner).trim().trim_end_matches([',', '.']);
    let text = match owner {
        Some(owner) => format!("{} {name}", doc.at(doc.span(start..owner + 1))),
        None => name.to_owned(),
    };
    let step = Step::medium(doc, title.inner.trimmed(&doc.article.text), Medium::Broadcast);
    titled.then(|| (Step { text, ..step }, doc.token_at(title.outer.end)))
}
