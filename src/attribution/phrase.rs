//! Noun phrases beside a verb, found by function words and capitals alone.

use super::view::View;
use crate::lexicon;
use std::ops::Range;

/// Longest phrase looked at, in tokens.
const REACH: usize = 40;

/// Least tokens of a clause that stands before whoever says it.
const CLAUSE: usize = 4;

/// The subject that ends right before token `verb`, looking back no further than `floor`.
pub fn before(view: &View, verb: usize, floor: usize) -> Option<Range<usize>> {
    let floor = floor.max(verb.saturating_sub(REACH));
    let mut end = verb;
    while end > floor && (view.is(end - 1, ",") || view.is(end - 1, ")")) {
        // "Ann Lee, a nurse from Ohio, said": the phrase begins before the aside.
        let opener = if view.is(end - 1, ")") { "(" } else { "," };
        let aside = (floor..end - 1).rev().find(|&i| view.is(i, opener))?;
        if aside == floor {
            return None;
        }
        let inner = before_plain(view, aside, floor).filter(|r| !r.is_empty());
        match inner {
            Some(found) => return Some(found.start..if opener == "," { end - 1 } else { end }),
            None => end = aside,
        }
    }
    before_plain(view, end, floor).filter(|r| !r.is_empty())
}

/// The phrase that ends right before token `end`, with no comma in it.
fn before_plain(view: &View, end: usize, floor: usize) -> Option<Range<usize>> {
    if end <= floor || !view.word(end - 1) {
        return None;
    }
    let doc = view.doc;
    let last = doc.lower(end - 1);
    if lexicon::PRONOUNS.has(last) && !lexicon::one(last, "one all both others") {
        // "gave it", but "for what it said was an attack"
        let object = |i: usize| i >= floor && view.word(i) && !view.is(i, "what");
        return (last != "it" || !object(end.wrapping_sub(2))).then_some(end - 1..end);
    }
    let mut start = end;
    while start > floor && belongs(view, start - 1, start) {
        start -= 1;
    }
    // "The United States, Canada and Britain said"
    while (start..end).any(|i| view.is(i, "and"))
        && start > floor + 1
        && view.is(start - 1, ",")
        && doc.capital(start)
        && doc.capital(start - 2)
    {
        start -= 2;
        while start > floor && belongs(view, start - 1, start) {
            start -= 1;
        }
    }
    // An introductory phrase is no part of the subject ("In a statement Lee", "On Tuesday the court").
    if start < end && doc.has(&lexicon::PREPOSITIONS, start) {
        start = (start + 1..end).rev().find(|&i| phrase_starts(view, i, start))?;
    }
    while start < end && (view.adverb(start) && !view.is(start, "first") || doc.one(start, "and but or yet")) {
        start += 1;
    }
    let nominal = (start..end).any(|i| view.word(i) && !doc.has(&lexicon::DETERMINERS, i));
    (start < end && nominal && !doc.has(&lexicon::PREPOSITIONS, end - 1)).then_some(start..end)
}

/// Whether token `i` can stand in the phrase that goes on at `next`.
fn belongs(view: &View, i: usize, next: usize) -> bool {
    let doc = view.doc;
    if view.quote(i).is_some() {
        return view.quote(i).is_some_and(|q| view.words(q) <= 3);
    }
    let word = doc.lower(i);
    if !view.word(i) {
        return lexicon::one(word, "- / & ' ’ . $ %");
    }
    if matches!(word, "and" | "or") {
        let names = doc.capital(next) && i > 0 && doc.capital(i - 1);
        // "…, sailors and police said"
        let far = |from: usize| doc.sentence_of(i).is_some_and(|sentence| sentence.tokens.start + CLAUSE < from);
        let bare = far(i.saturating_sub(2)) && view.is(i - 2, ",") && doc.lower(i - 1).ends_with('s');
        return names || bare || doc.has(&lexicon::DETERMINERS, next) && i > 0 && !view.is(i - 1, ",");
    }
    let stops = clause_word(word) && !initials(view, i)
        || lexicon::SUBORDINATORS.has(word) && !doc.capital(i)
        || lexicon::one(word, "but yet after before as think thinks believe believes hope")
        || lexicon::one(word, "said says say told added");
    !stops
}

/// Auxiliaries and pronouns, which no noun phrase holds.
fn clause_word(word: &str) -> bool {
    lexicon::AUXILIARIES.has(word) || lexicon::PRONOUNS.has(word) && !lexicon::DETERMINERS.has(word)
}

/// Whether what looks like a pronoun is the initials of a body, as those of the World Health Organization.
fn initials(view: &View, i: usize) -> bool {
    let word = view.doc.word(i);
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a new phrase can begin at `i` in a stretch that began with a preposition at `start`.
fn phrase_starts(view: &View, i: usize, start: usize) -> bool {
    let doc = view.doc;
    let before = doc.lower(i - 1);
    let linked =
        lexicon::PREPOSITIONS.has(before) || lexicon::DETERMINERS.has(before) || matches!(before, "and" | "or" | "'s");
    let name = doc.capital(i) && (!doc.capital(i - 1) || time_word(before));
    !linked && i > start + 1 && (doc.has(&lexicon::DETERMINERS, i) || name)
}

/// Whether `word` is a time that ends an introductory phrase.
pub fn time_word(word: &str) -> bool {
    lexicon::TIMES.has(word)
}

/// Verbs of what leads up to somebody's words: "Speaking on Monday, Lee".
pub const GERUNDS: &str = "speaking talking writing responding reacting replying commenting appearing addressing \
    announcing referring testifying opposing";

/// The subject that sentence `sentence` begins with, where it stands before token `limit`: what leads up to it is
/// passed over ("Then Lee", "In May, Lee", "When asked why, Lee").
pub fn leading(view: &View, sentence: usize, limit: usize) -> Option<Range<usize>> {
    let mut start = view.doc.sentences[sentence].tokens.start;
    let opens =
        |i: usize| view.doc.one(i, "and but so — , here then now later still however meanwhile shortly soon just");
    while start < limit && opens(start) {
        start += 1;
    }
    let first = view.doc.lower(start);
    let leads = [&lexicon::PREPOSITIONS, &lexicon::SUBORDINATORS].iter().any(|words| words.has(first));
    if view.word(start) && (leads || lexicon::one(first, GERUNDS)) {
        // "When asked of “the tide,” Lee"
        let ends = |i: usize| view.quote(i).is_some_and(|q| view.last_char(q) == ',' && view.quote(i + 1) != Some(q));
        start = (start..limit).find(|&i| view.is(i, ",") || ends(i))? + 1;
    }
    after(view, start, limit)
}

/// The noun phrase that begins at token `start` and ends before `limit`: names and nouns with what hangs on them, an
/// aside in commas left out.
pub fn after(view: &View, start: usize, limit: usize) -> Option<Range<usize>> {
    let doc = view.doc;
    let limit = limit.min(start + REACH);
    if start >= limit || !view.word(start) {
        return None;
    }
    let first = doc.lower(start);
    if lexicon::PRONOUNS.has(first) && !lexicon::DETERMINERS.has(first) {
        return Some(start..start + 1);
    }
    if lexicon::PREPOSITIONS.has(first)
        || lexicon::SUBORDINATORS.has(first)
        || lexicon::AUXILIARIES.has(first)
        || view.adverb(start)
    {
        return None;
    }
    let mut end = start;
    while end < limit && extends(view, end, start) {
        end += 1;
    }
    (end > start).then_some(start..end)
}

/// The phrase of [`after`] with what follows its comma where that names the same: "Dravic's adviser, Pavel Vasko,".
pub fn with_aside(view: &View, start: usize, limit: usize) -> Option<Range<usize>> {
    let mut found = after(view, start, limit)?;
    let doc = view.doc;
    // In a source that a preposition leads, every preposition belongs to the phrase ("the adviser on foreign affairs").
    while view.word(found.end) && doc.has(&lexicon::PREPOSITIONS, found.end) && !phrase_of_time(view, found.end) {
        let Some(more) = after(view, found.end + 1, limit) else { break };
        found.end = more.end;
    }
    let name = found.end + 1;
    let aside = if view.is(found.end, ",") { after(view, name, limit) } else { None };
    match aside.filter(|a| {
        (a.len() <= 6) && view.is(a.end, ",") && a.clone().all(|i| doc.capital(i)) && !doc.capital(found.end - 1)
    }) {
        Some(aside) => Some(found.start..aside.end),
        None => Some(found),
    }
}

fn phrase_of_time(view: &View, preposition: usize) -> bool {
    time_word(view.doc.lower(preposition + 1)) || view.doc.one(preposition, "in as than like by")
}

fn extends(view: &View, i: usize, start: usize) -> bool {
    let doc = view.doc;
    let word = doc.lower(i);
    if view.quote(i).is_some() {
        return false;
    }
    if !view.word(i) {
        let apart = doc.tokens[i].span.start > doc.tokens[i.max(1) - 1].span.end;
        return lexicon::one(word, "& ’ '") || word == "-" && !apart;
    }
    if lexicon::PREPOSITIONS.has(word) {
        // "a spokesman for the group", but not "Lee in an interview".
        let common = i > start && !doc.capital(i - 1);
        return matches!(word, "of" | "for") && i > start || matches!(word, "with" | "from" | "at") && common;
    }
    if matches!(word, "and" | "or") {
        return doc.capital(i + 1) && i > 0 && doc.capital(i - 1) || doc.has(&lexicon::DETERMINERS, i + 1);
    }
    let new_phrase = i > start
        && lexicon::DETERMINERS.has(word)
        && !doc.capital(i)
        && !doc.has(&lexicon::PREPOSITIONS, i - 1)
        && !doc.one(i - 1, "and or")
        && !doc.has(&lexicon::DETERMINERS, i - 1);
    let begun = i > start && !doc.has(&lexicon::DETERMINERS, i - 1);
    // "Lee nodded" and "the court ruled", but "Lee spokeswoman Ann Park" and "Lee's lawyer".
    let after_name = begun && doc.capital(i - 1) && !doc.capital(i + 1) && !doc.says(i - 1, "'s");
    let verb = begun && !doc.capital(i) && word != "'s" && (word.ends_with("ed") || after_name);
    let stops = new_phrase
        || clause_word(word) && !initials(view, i)
        || lexicon::SUBORDINATORS.has(word)
        || verb
        || view.adverb(i);
    !(stops || begun && time_word(word))
}
