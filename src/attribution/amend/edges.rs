//! Where the content of a linked report begins and ends, and its source.

use super::{
    Found, Told,
    bare::{bare, past},
    extent,
};
use crate::{
    attribution::phrase::time_word,
    lexicon::{self, cues, one},
    text::Doc,
};
use std::ops::Range;

/// How verbs begin that take a thing for their content.
const DENIALS: &str = "den reject condemn critici confirm dismiss denounc prais slam blast";

/// Most tokens of a source that was taken for a content.
const LONGEST: usize = 24;

/// Most tokens of a content that are looked at for what its source does besides.
const FAR: usize = 80;

/// What happens or is told, and does nothing itself.
const EVENTS: &str = "attack attacks raid killing killings strike bombing shooting remarks remark comments comment \
    move decision plan proposal law ban claims allegations charges incident situation";

/// Takes the time from the end of the source.
pub fn timeless(doc: &Doc, found: &mut Found) {
    if let Some(source) = &mut found.source {
        *source = doc.span(without_time(doc, doc.tokens_in(*source)));
    }
}

/// Mends the edges of the statement.
pub fn mend(told: &Told, found: &mut Found) {
    let doc = told.doc;
    let mut content = told.content.clone();
    if told.follows() && found.content.len() == 1 {
        let ahead =
            |before: &Range<usize>| found.source.is_none_or(|source| source.start >= doc.span(before.clone()).end);
        if let Some(occasion) = said_before(told).filter(ahead) {
            found.content[0] = doc.span(occasion);
            return;
        }
        if let Some((content, source)) = inverted(told, found) {
            found.content[0] = doc.span(content);
            found.source = Some(doc.span(source));
            return;
        }
        content.end = own_end(told);
    }
    content.end = closed(doc, &content);
    if content != told.content && !content.is_empty() {
        found.content[0] = doc.span(content);
    }
}

/// `tokens` without the time that stands behind the source ("the court last week"), but for "a poll taken last week".
fn without_time(doc: &Doc, tokens: Range<usize>) -> Range<usize> {
    let word = |n: usize| tokens.end.checked_sub(n).filter(|&i| i >= tokens.start).map_or("", |i| doc.lower(i));
    let span = one(word(1), "week month year night") && one(word(2), "last this")
        || one(word(1), "today yesterday") && one(word(2), "earlier late");
    // "Osby Today" is a paper.
    let capital = tokens.len() > 1 && doc.capital(tokens.end - 1) && one(word(1), "today");
    let length = if span { 2 } else { usize::from(time_word(word(1)) && !capital) };
    // "Orland last week", but "Ash Wednesday"
    let rest = tokens.len() > length + 1 || span || one(word(1), "yesterday today");
    let before = if rest { word(length + 1) } else { "" };
    let hangs = lexicon::PREPOSITIONS.has(before)
        || lexicon::DETERMINERS.has(before)
        || before.ends_with("ed")
        || time_word(before)
        || before.is_empty()
        || one(before, "taken made last this late early");
    // "those going to the polls on Tuesday", "the board, which met last week"
    let clause = |i: usize| doc.one(i, "who which that") || doc.lower(i).ends_with("ing");
    if length == 0 || hangs || tokens.clone().any(clause) { tokens } else { tokens.start..tokens.end - length }
}

/// What stands before source and cue where nothing but the occasion or whoever is told follows: "The mill closed, Lee
/// said while visiting Osby", "the mill closed, Lee further claimed to the Courier".
fn said_before(told: &Told) -> Option<Range<usize>> {
    let doc = told.doc;
    let start = told.content.start;
    let occasion =
        doc.one(start, "while when after before during") && told.cue.len() == 1 && doc.one(told.verb, "said says");
    let named = doc.has(&lexicon::DETERMINERS, start + 1) || doc.capital(start + 1);
    let occasion = occasion || doc.says(start, "to") && named && told.content.len() < 7;
    let sentence = doc.sentence_of(told.cue.start)?.tokens.clone();
    if !occasion || told.content.start != told.cue.end || told.content.end + 2 < sentence.end {
        return None;
    }
    let low = sentence.start.max(told.cue.start.saturating_sub(12));
    let comma = (low..told.cue.start).rev().find(|&i| doc.says(i, ","))?;
    let plain = !(sentence.start..comma).any(|i| doc.one(i, "\" “ ”"));
    (plain && comma > sentence.start + 3).then_some(sentence.start..comma)
}

/// The content before a verb whose subject was taken for it: "The mill closed, says the planner Ann Lee".
fn inverted(told: &Told, found: &Found) -> Option<(Range<usize>, Range<usize>)> {
    let doc = told.doc;
    let says = doc.one(told.verb, "said says added adds explained explains");
    let comma = told.cue.start.checked_sub(1).filter(|&i| doc.says(i, ",") && told.cue.len() == 1 && says)?;
    let sentence = doc.sentence_of(comma)?.tokens.clone();
    let content = told.content.clone();
    let named = content.clone().any(|i| doc.capital(i)) && content.len() <= LONGEST;
    // A content may go on in the next paragraph.
    let last = content.end <= sentence.end && content.end + 2 >= sentence.end;
    let phrase = content.start == told.cue.end && bare(doc, content.clone());
    let end = content.clone().find(|&i| doc.says(i, ",")).unwrap_or(content.end);
    let plain = !(sentence.start..comma).any(|i| doc.one(i, "\" “ ”"));
    let fits =
        named && last && phrase && plain && end > content.start && found.source.is_none() && comma > sentence.start + 3;
    fits.then_some((sentence.start..comma, content.start..end))
}

/// Where the content ends and what the source does besides begins: "denied the charges and left", "promised to call but
/// did not", "declared the mill unsafe and has closed it".
fn own_end(told: &Told) -> usize {
    let doc = told.doc;
    let limit = told.content.end;
    let denies = |end| told.verb_of(DENIALS) && bare(doc, told.content.start..end);
    let pledges = told.verb_of("promis pledg vow") && doc.says(told.content.start, "to");
    let directs = told.verb_of("promis pledg vow threaten urg ask order")
        || told.verb_of("demand") && doc.says(told.content.start, "that");
    let next = |i: usize| doc.lower(i + 1);
    let verbal = |i: usize| doc.has(&lexicon::AUXILIARIES, i) || doc.one(i, ", who which that");
    let acts = |&i: &usize| match doc.lower(i) {
        "and" if one(next(i), "has have had") => {
            !(told.content.start..i).any(verbal) && bare(doc, told.content.start..i)
        }
        "and" => {
            let verb = i + 1 + usize::from(lexicon::manner(next(i)));
            let past = doc.lower(verb).ends_with("ed") || past(doc.lower(verb));
            // "demanded that it close and left", but not "urged it to help the hurt and displaced in Osby"
            // "confirmed the sale of the mill, which closed in May and left"
            let clause = cues::class(doc.lower(verb)).is_none() && (told.content.start + 1..i).any(verbal)
                || doc.one(i - 1, "sick ill dead hurt poor elderly");
            let acts =
                directs && (told.content.start..i).any(|k| doc.one(k, "to that")) && !doc.lower(i - 1).ends_with("ed");
            past && !clause && verb + 1 < limit && !noun_follows(doc, verb + 1) && (acts || denies(i))
        }
        "but" => one(next(i), "did has had never failed later") && (pledges || denies(i)),
        _ => false,
    };
    let mut end = told.content.clone().skip(1).take(FAR).find(acts).unwrap_or(limit);
    while end > told.content.start + 1 && end < limit && doc.says(end - 1, ",") {
        end -= 1;
    }
    // "acknowledged shortages Tuesday"
    let last = doc.lower(end - 1);
    let hangs = |i: usize| doc.has(&lexicon::PREPOSITIONS, i) || doc.has(&lexicon::DETERMINERS, i) || doc.capital(i);
    let day = end > told.content.start + 1 && last.ends_with("day") && time_word(last) && !hangs(end - 2);
    end - usize::from(day && bare(doc, told.content.start..end))
}

/// Takes what the source says besides from the content: "said the mill would close but denied that he had sold it",
/// "said he was sorry and urged the board to act".
pub fn second(told: &Told, found: &mut Found) -> Option<Found> {
    let doc = told.doc;
    if !told.follows() || found.content.len() != 1 || !doc.one(told.verb, "said says told claimed added argued") {
        return None;
    }
    let content = doc.tokens_in(found.content[0]);
    let besides = |i: usize| {
        doc.one(i, "denied insisted stressed warned acknowledged conceded admitted rejected declined refused")
    };
    let deed = |i: usize| {
        let word = doc.lower(i);
        let acts =
            one(word, "slammed blasted accused criticised criticized denounced condemned dismissed praised thanked");
        let hangs = doc.has(&lexicon::PREPOSITIONS, i + 1);
        !hangs && (acts || one(word, "urged asked demanded vowed pledged defended advised") || besides(i))
    };
    let subject = content.start + usize::from(doc.says(content.start, "that"));
    // "said the raid was wrong and asked for an inquiry": raids ask for nothing.
    let event = |i: usize| doc.one(i, EVENTS) && doc.one(i + 1, "is was were are");
    let own = doc.one(subject, "he she they it")
        || doc.has(&lexicon::DETERMINERS, subject) && (subject + 1..subject + 3).any(event);
    let clear =
        |i: usize| doc.says(i, "made") && doc.says(i + 1, "clear") || doc.says(i, "called") && doc.one(i + 1, "for on");
    // "said a man was hurt and appealed for witnesses"
    let appeals = |i: usize| doc.says(i, "appealed") && doc.says(i + 1, "for");
    let first = |i: usize| if lexicon::manner(doc.lower(i + 1)) || doc.says(i + 1, "also") { i + 2 } else { i + 1 };
    let joins = |i: usize| match doc.lower(i) {
        "but" => besides(first(i)) || clear(first(i)),
        "and" => appeals(first(i)) || (own || doc.says(i.wrapping_sub(1), ",")) && (deed(first(i)) || clear(first(i))),
        _ => false,
    };
    let at = content.clone().skip(2).take(FAR).find(|&i| joins(i) && first(i) + 2 < content.end && !told.quoted(i))?;
    let verb = first(at);
    let comma = usize::from(doc.says(at.wrapping_sub(1), ","));
    let start = verb + 1 + usize::from(clear(verb) || appeals(verb));
    let mut rest = Found { cue: vec![doc.span(verb..start)], ..found.clone() };
    extent::set(doc, found, content.start..at - comma);
    extent::set(doc, &mut rest, start..content.end);
    (!doc.one(verb, "declined refused")).then_some(rest)
}

fn noun_follows(doc: &Doc, i: usize) -> bool {
    let word = doc.lower(i);
    let more = lexicon::PREPOSITIONS.has(word) || lexicon::DETERMINERS.has(word) || lexicon::PRONOUNS.has(word);
    !(more || lexicon::SUBORDINATORS.has(word) || lexicon::manner(word) || one(word, "that him them"))
}

/// The end of the content with the bracket that closes one of its own.
fn closed(doc: &Doc, content: &Range<usize>) -> usize {
    let mut open = 0i32;
    for i in content.clone() {
        open += match doc.lower(i) {
            "(" | "[" => 1,
            ")" | "]" => -1,
            _ => 0,
        };
    }
    let sentence = doc.sentence_of(content.end - 1).map_or(content.end, |sentence| sentence.tokens.end);
    let closes = open > 0 && content.end < sentence && doc.one(content.end, ") ]");
    content.end + usize::from(closes)
}
