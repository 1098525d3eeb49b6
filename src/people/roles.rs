//! What the article says that somebody is: titles and appositions, in its own words.

use super::{EntityId, Kind, bearer::plain, jobs, names::Name, phrases::noun_key, words};
use crate::{lexicon, pace::Pace, text::Doc};
use std::collections::HashMap;
use std::ops::Range;

/// Longest description looked at, in tokens.
const LONGEST: usize = 24;

/// One description of an entity.
#[derive(Clone, Debug)]
pub struct Role {
    /// Whose it is.
    pub id: EntityId,
    /// Its words.
    pub tokens: Range<usize>,
}

/// Descriptions by the nouns at their heads, each list in text order.
pub type Roles = HashMap<String, Vec<Role>>;

/// All descriptions of people beside their names, and for each of the `count` entities the first and fullest, if any.
pub async fn read(
    doc: &Doc<'_>,
    names: &[(Name, EntityId)],
    kinds: &[Kind],
    pace: &Pace,
) -> (Roles, Vec<Option<String>>) {
    let mut roles = Roles::new();
    let mut best: Vec<Option<String>> = vec![None; kinds.len()];
    for (n, (name, id)) in names.iter().enumerate() {
        pace.rest(1).await;
        if matches!(kinds[id.0], Kind::Organisation | Kind::Place) {
            for i in name.tokens.clone().filter(|&i| words::organisation(doc.lower(i))) {
                roles.entry(noun_key(doc.lower(i))).or_default().push(Role { id: *id, tokens: name.tokens.clone() });
            }
            continue;
        }
        if let Some(years) = years(doc, name) {
            roles.entry(format!("{years}-year-old")).or_default().push(Role { id: *id, tokens: name.tokens.clone() });
        }
        let next = names.get(n + 1).map(|(name, _)| name);
        let previous = n.checked_sub(1).map(|n| &names[n].0);
        let found = around(doc, name, previous, next);
        if best[id.0].is_none() {
            let longest = found.iter().max_by_key(|tokens| tokens.len());
            best[id.0] = longest.map(|tokens| plain(doc, tokens.clone()));
        }
        for tokens in found {
            for noun in heads(doc, &tokens) {
                roles.entry(noun).or_default().push(Role { id: *id, tokens: tokens.clone() });
            }
        }
    }
    (roles, best)
}

/// The age after a name ("Ann Lee, 34, said").
fn years<'a>(doc: &'a Doc, name: &Name) -> Option<&'a str> {
    let at = name.tokens.end + 1;
    (words::is(doc, at - 1, ",") && words::age(doc.lower(at)) && !doc.tokens.get(at + 1).is_some_and(|t| t.is_word()))
        .then(|| doc.lower(at))
}

/// The nouns that a description names: offices in its first part, and the last word of that part; none of its owner
/// ("the mayor’s aide").
fn heads(doc: &Doc, tokens: &Range<usize>) -> Vec<String> {
    let end = part_end(doc, tokens.clone());
    let last = end.saturating_sub(1);
    let owner = (tokens.start..end).rev().find(|&i| doc.lower(i) == "'s" || matches!(doc.word(i), "’" | "'"));
    (owner.map_or(tokens.start, |i| i + 1)..end)
        .filter(|&i| words::title(doc, i) || i == last)
        .map(|i| noun_key(doc.lower(i)))
        .collect()
}

/// The descriptions on either side of `name`; `previous` and `next` are the names before and after it.
fn around(doc: &Doc, name: &Name, previous: Option<&Name>, next: Option<&Name>) -> Vec<Range<usize>> {
    let Some(sentence) = doc.sentences.get(name.sentence) else { return Vec::new() };
    let title = title(doc, name, previous, sentence.tokens.start);
    let start = title.as_ref().map_or(name.start(), |t| t.start);
    let first = apposed_before(doc, name, start, sentence.tokens.start);
    let after = apposed_after(doc, name, next, sentence.tokens.end);
    [title, after, first].into_iter().flatten().collect()
}

/// "Chinese President", "her brother", "Harris senior adviser": the words right before the name.
fn title(doc: &Doc, name: &Name, previous: Option<&Name>, floor: usize) -> Option<Range<usize>> {
    let mut end = name.tokens.start;
    while end > floor && words::honorific(doc, end - 1) && !words::title(doc, end - 1) {
        end -= 1;
    }
    let trade = |i: usize| !words::capital(doc, i) && jobs::sure(doc.lower(i));
    if end <= floor || !words::title(doc, end - 1) && !trade(end - 1) && end <= name.titles.start {
        return None;
    }
    let mut start = name.titles.start.min(end - 1);
    while start > floor && end - start < LONGEST / 2 {
        let i = start - 1;
        let lower = doc.lower(i);
        if lower == "'s" && i > floor {
            let owner = previous.filter(|n| n.tokens.end == i).map_or(i - 1, |n| n.start());
            start = owner.max(floor);
            break;
        }
        if matches!(lower, "his" | "her" | "their" | "its" | "our" | "my") {
            start = i;
            break;
        }
        if !modifies(doc, i, floor) {
            break;
        }
        start = i;
    }
    Some(start..end)
}

/// Whether token `i` can describe the noun after it.
fn modifies(doc: &Doc, i: usize, floor: usize) -> bool {
    let lower = doc.lower(i);
    let stops =
        lexicon::OPENERS.has(lower) || lexicon::PREPOSITIONS.has(lower) || words::cue(doc, i) || lower.ends_with("ly");
    if lower == "and" && i > floor && words::title(doc, i - 1) {
        return true;
    }
    let verb = lower.ends_with("ed") || lower.ends_with("ing");
    let begins = i == floor || lexicon::DETERMINERS.has(doc.lower(i - 1));
    doc.tokens[i].is_word() && !stops && (!verb || begins || lower == "retired")
}

/// ", 34, a nurse from Ohio,", ", who heads the union,", "of the University of Berg": the words after the name.
fn apposed_after(doc: &Doc, name: &Name, next: Option<&Name>, limit: usize) -> Option<Range<usize>> {
    let mut start = name.tokens.end;
    if matches!(doc.lower(start), "of" | "from") {
        let body = next.filter(|n| n.kind == Some(Kind::Organisation) && n.tokens.start <= start + 2)?;
        return Some(start..body.tokens.end);
    }
    let copula = matches!(doc.lower(start), "is" | "was") && matches!(doc.lower(start + 1), "a" | "an" | "the");
    if !copula && !matches!(doc.word(start), "," | "—" | "–") {
        return None;
    }
    start += 1;
    if words::age(doc.lower(start)) && words::is(doc, start + 1, ",") {
        start += 2;
    }
    let who = doc.lower(start) == "who" && jobs::works(doc.lower(start + 1));
    let stop = limit.min(start + LONGEST);
    let closed = |&i: &usize| if who { mark(doc, i) } else { closes(doc, i) };
    let end = (start + usize::from(who) * 2..stop).find(closed);
    // A description that goes on for long ends before its last phrase.
    let within = |i: usize| words::capital(doc, i - 1) && words::capital(doc, i + 1);
    let last = || (start + 1..stop).rev().find(|&i| lexicon::PREPOSITIONS.has(doc.lower(i)) && !within(i));
    let dangles = |i: usize| lexicon::AUXILIARIES.has(doc.lower(i)) || matches!(doc.lower(i), "who" | "which" | "and");
    let phrase = || (start + 1..=last()?).rev().find(|&end| !dangles(end - 1));
    let end = end.or_else(|| if stop < limit { phrase() } else { None }).unwrap_or(stop);
    let nature = copula && matches!(doc.lower(end - 1), "child" | "kid" | "baby" | "boy" | "girl" | "fan" | "star");
    let other = next.filter(|n| n.start() == end + 1 && words::is(doc, end, ","));
    let office = other.is_none() && !nature && describes(doc, start..end);
    (end > start && (office || who)).then_some(start..end)
}

/// "Dravic's adviser on foreign affairs,": the words before the name, which begins at `start`, and a comma.
fn apposed_before(doc: &Doc, name: &Name, start: usize, floor: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&i| i > floor && words::is(doc, i, ","))?;
    let mut from = comma;
    while from > floor && comma - from < LONGEST && !closes(doc, from - 1) {
        from -= 1;
    }
    let begins = |i: usize| {
        let before = if i > from { doc.lower(i - 1) } else { "" };
        let article = lexicon::DETERMINERS.has(doc.lower(i)) && doc.lower(i) != "that";
        let owner = words::capital(doc, i) && doc.lower(i + 1) == "'s" && !words::capital(doc, i.saturating_sub(1));
        article || owner || i == from || matches!(before, "to" | "as")
    };
    let found = (from..comma).rev().find(|&i| begins(i) && describes(doc, i..comma))?;
    let told = found == from || matches!(doc.lower(found - 1), "to" | "as" | "by" | "with");
    (told || !words::cue(doc, name.tokens.end)).then_some(found..comma)
}

/// Whether a description ends before token `i`.
fn closes(doc: &Doc, i: usize) -> bool {
    mark(doc, i) || words::cue(doc, i)
}

/// Whether token `i` is a mark that stands between phrases.
fn mark(doc: &Doc, i: usize) -> bool {
    !doc.tokens[i].is_word() && !matches!(doc.word(i), "’" | "'" | "-" | "&" | "/")
}

/// Whether `tokens` are a noun phrase for somebody: its first part ends in an office, a job or a relation.
fn describes(doc: &Doc, tokens: Range<usize>) -> bool {
    let end = part_end(doc, tokens.clone());
    if end <= tokens.start {
        return false;
    }
    let last = doc.lower(end - 1);
    let determined = lexicon::DETERMINERS.has(doc.lower(tokens.start));
    let job = jobs::sure(last) || determined && jobs::likely(last) && !doc.capital(end - 1);
    let one_of = doc.lower(tokens.start) == "one" && doc.lower(tokens.start + 1) == "of";
    let plain = tokens.clone().take(end - tokens.start).all(|i| !lexicon::AUXILIARIES.has(doc.lower(i)));
    plain && (words::title(doc, end - 1) || job || one_of)
}

/// Where the first part of a description ends: before a preposition or a clause.
fn part_end(doc: &Doc, tokens: Range<usize>) -> usize {
    let ends = |i: usize| {
        let lower = doc.lower(i);
        lexicon::PREPOSITIONS.has(lower)
            || lower.ends_with("ing") && words::title(doc, i - 1)
            || matches!(lower, "who" | "whose" | "that" | "which" | "where")
            || !doc.tokens[i].is_word()
    };
    let inner = tokens.start + 1..tokens.end;
    inner.into_iter().find(|&i| ends(i) && !matches!(doc.word(i), "-" | "’" | "'" | "&" | "/")).unwrap_or(tokens.end)
}
