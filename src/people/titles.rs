//! What stands right before a name and tells what its bearer is: "the recently named chair".

use super::{jobs, names, names::Name, offices, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// Longest title, in tokens.
const LONGEST: usize = 12;

/// Most words after "of" in an office before a name ("head of public affairs Ann Lee").
const OFFICE: usize = 3;

/// The words of the title before `name`; `previous` is the name before it, `floor` where the sentence begins.
pub fn before(doc: &Doc, name: &Name, previous: Option<&Name>, floor: usize) -> Option<Range<usize>> {
    let mut end = name.tokens.start;
    while end > floor && words::honorific(doc, end - 1) && !words::title(doc, end - 1) {
        end -= 1;
    }
    let first = head(doc, name, end, floor)?;
    let mut start = first;
    while start > floor && end - start < LONGEST {
        let i = start - 1;
        let lower = doc.lower(i);
        let plural = matches!(doc.word(i), "’" | "'") && i > floor && doc.lower(i - 1).ends_with('s');
        if (lower == "'s" || plural) && i > floor {
            let owner = previous.filter(|n| n.tokens.end == i).map_or(i - 1, |n| n.start());
            start = owned(doc, owner.max(floor), floor);
            break;
        }
        if words::possessive(doc, i) {
            start = i;
            break;
        }
        // "Bank of Orland economist": the small words of a name belong to it.
        let body = previous.filter(|n| n.tokens.end == start && n.start() >= floor && n.tokens.len() > 2);
        if let Some(body) = body {
            start = body.start();
            continue;
        }
        if !modifies(doc, i, floor) {
            break;
        }
        start = i;
    }
    // "a defiant President Lee"
    let mood = start + 1 == first && start > floor && doc.one(start - 1, "a an") && !doc.capital(start);
    let mood = mood && doc.capital(first) && !doc.one(start, "former retired federal");
    if start < first && (mood || verb(doc, start, floor)) {
        start += 1;
    }
    Some(listed(doc, start, floor)..end)
}

/// Whether the words before it say that token `i`, in small letters, is a verb: "will meet mayor Ann Lee".
fn verb(doc: &Doc, i: usize, floor: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|&before| before >= floor).map(|i| doc.lower(i)) else { return false };
    let lower = doc.lower(i);
    let other = lexicon::DETERMINERS.has(lower)
        || lexicon::one(lower, "his her fellow late longtime state then")
        || ["ed", "ing", "al", "ive"].iter().any(|end| lower.ends_with(end));
    // "warn Orland and blame daughter Ann Lee"
    let kin =
        before == "and" && offices::kin(doc.lower(i + 1)) && !lexicon::one(lower, "twin older younger elder eldest");
    let modal = lexicon::one(before, "will would can could may might should must did does do");
    let subject = lexicon::one(before, "i he she we they you");
    let open = lexicon::one(before, "to not has have had") && words::capital(doc, i + 1);
    // "few currently back Gov. Ann Lee", "senators deny Gov. Ann Lee"
    let adverb = lexicon::manner(before) && !doc.has(&lexicon::DETERMINERS, i.saturating_sub(2));
    let open = open || (adverb || before.ends_with('s') && basic(lower)) && words::capital(doc, i + 1);
    doc.tokens[i].is_word() && !words::capital(doc, i) && !other && (modal || subject || open || kin)
}

/// The first word that is surely of the title that ends before token `end`.
fn head(doc: &Doc, name: &Name, end: usize, floor: usize) -> Option<usize> {
    let last = end.checked_sub(1).filter(|&last| last >= floor)?;
    let body = !name.titles.is_empty() && names::body(doc.lower(name.titles.end - 1));
    if let Some(office) = names::employed(doc, name.titles.start).filter(|&office| body && office >= floor) {
        return Some(office);
    }
    // "28-year-old Ann Lee" has no office.
    if doc.lower(last).ends_with("-year-old") {
        return None;
    }
    // "world number one Ann Lee", "counsel assisting Ann Lee"
    let counted = words::number(doc.lower(last)) && doc.says(last.wrapping_sub(1), "number");
    let assists = doc.says(last, "assisting") && doc.says(last.wrapping_sub(1), "counsel");
    if last > floor && (counted || assists) {
        return Some(last - 1);
    }
    let trade = !words::capital(doc, last) && (jobs::sure(doc.lower(last)) || ranked(doc, name, last, floor));
    if words::title(doc, last) || trade || end > name.titles.start || several(doc, name, last) {
        return Some(name.titles.start.min(last));
    }
    // "ambassador to Orland Ann Lee"
    let post = |i: usize| {
        let office = names::posted(doc, i).filter(|&office| office >= floor && !words::demonym(doc.lower(i)))?;
        let sent = doc.one(office, "ambassador envoy emissary delegate consul");
        (sent && (i..end).all(|i| words::capital(doc, i) || doc.says(i, "of"))).then_some(office)
    };
    if let Some(office) = (last.saturating_sub(2)..end).rev().find_map(post) {
        return Some(office);
    }
    // "secretary of state Ann Lee"
    let noun = |i: &usize| {
        let lower = doc.lower(*i);
        let other = lexicon::DETERMINERS.has(lower) || lexicon::AUXILIARIES.has(lower) || lexicon::OPENERS.has(lower);
        let other = other || lower.ends_with("ed") || lexicon::manner(lower);
        doc.tokens[*i].is_word() && !words::capital(doc, *i) && !other && lower != "'s"
    };
    let nouns = (floor..end).rev().take_while(noun).take(OFFICE).count();
    let of = (end - nouns).checked_sub(1).filter(|&of| nouns > 0 && of > floor && doc.says(of, "of"))?;
    lexicon::one(
        doc.lower(of - 1),
        "secretary director head president chief minister manager commissioner superintendent",
    )
    .then(|| of - 1)
}

/// Whether the noun `last` before a full name is a trade by the word before it: "chief guide Ann Lee".
fn ranked(doc: &Doc, name: &Name, last: usize, floor: usize) -> bool {
    let Some(before) = last.checked_sub(1).filter(|&before| before >= floor) else { return false };
    let rank = doc.one(before, "chief senior assistant deputy veteran") && words::noun(doc, last);
    let nation = words::capital(doc, before) && words::demonym(doc.lower(before));
    let trade = nation && jobs::likely(doc.lower(last)) && !words::imperative(doc.lower(last));
    name.tokens.len() > 1 && words::given(doc.lower(name.tokens.start)) && (rank || trade)
}

/// Whether token `last` is an office that `name` has with those named after it: "mayors Ann Lee and Bo Ek".
pub fn several(doc: &Doc, name: &Name, last: usize) -> bool {
    let end = name.tokens.end;
    let and = || (end..doc.tokens.len().min(end + LONGEST)).any(|i| doc.says(i, "and"));
    words::titles(doc, last) && doc.one(end, ", and & of (") && and()
}

/// Where the phrase for the owner begins that has `owner` at its end or, as a name, at its start: "the resort", "the
/// Bank of Orland".
pub fn owned(doc: &Doc, owner: usize, floor: usize) -> usize {
    let mut start = owner;
    let named = |i: usize| words::capital(doc, i) && !doc.has(&lexicon::OPENERS, i);
    if start > floor + 1 && doc.says(start - 1, "of") && named(start) && named(start - 2) {
        start -= 2;
    }
    while start > floor && named(start) && named(start - 1) {
        start -= 1;
    }
    // "the ferry company": small words up to the article are part of it.
    let near = (floor..start).rev().take(OFFICE).take_while(|&i| doc.tokens[i].is_word() && !words::cue(doc, i));
    let article = near.clone().find(|&i| doc.has(&lexicon::DETERMINERS, i));
    let plain = |i: usize| !doc.has(&lexicon::OPENERS, i) && !doc.has(&lexicon::PREPOSITIONS, i);
    article.filter(|&article| (article + 1..start).all(plain)).unwrap_or(start)
}

/// Where a list of offices begins of which the last two stand from `start` ("chairman, chief executive and president").
fn listed(doc: &Doc, start: usize, floor: usize) -> usize {
    let joined = (start + 1..start + 4).any(|i| doc.says(i, "and"));
    let first = start.checked_sub(2).filter(|&i| i >= floor && joined && words::is(doc, i + 1, ","));
    first.filter(|&i| words::title(doc, i) && (i == floor || !doc.tokens[i - 1].is_word())).unwrap_or(start)
}

/// Whether token `i` can describe the noun after it.
fn modifies(doc: &Doc, i: usize, floor: usize) -> bool {
    let lower = doc.lower(i);
    // "Trade and Mines Minister"
    let field = |i: usize| lexicon::FIELDS.has(doc.lower(i)) && words::capital(doc, i);
    if lower == "and" && i > floor && (words::title(doc, i - 1) || jobs::sure(doc.lower(i - 1)) || field(i - 1)) {
        return true;
    }
    let before = |i: usize| if i > floor { doc.lower(i - 1) } else { "" };
    let begins = |i: usize| i == floor || lexicon::DETERMINERS.has(before(i)) || before(i) == "'s";
    let adverb = lexicon::manner(lower);
    let participle = lower.ends_with("ed") || lower.ends_with("ing");
    // "the newly elected mayor"
    let newly = |lower: &str| lexicon::one(lower, "newly recently freshly democratically jointly");
    let degree = newly(lower) && doc.lower(i + 1).ends_with("ed") && begins(i);
    let done = begins(i)
        || lexicon::one(
            lower,
            "retired founding certified registered licensed chartered convicted disgraced acting managing operating \
             commanding presiding",
        )
        || i > floor && newly(before(i)) && begins(i - 1);
    // "last week"
    let time = lexicon::one(lower, "week month year night season") && lexicon::one(before(i), "last this next");
    // "US Marines"
    let stops = lexicon::OPENERS.has(lower) && !degree && doc.word(i) != "US"
        || lexicon::PREPOSITIONS.has(lower)
        || lexicon::AUXILIARIES.has(lower)
        || lower == "now"
        || i == floor && words::imperative(lower)
        || words::cue(doc, i) && !attributive(doc, i, floor);
    doc.tokens[i].is_word()
        && !stops
        && !time
        && !acts(doc, i)
        && (!adverb || degree || words::capital(doc, i))
        && (!participle || done)
}

/// Whether token `i` before a name or a body is what somebody does to them: "meets Orland mayor", "left Prince".
fn acts(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i);
    let past = lexicon::one(lower, "met saw beat gave took won brought threw");
    let name = words::capital(doc, i + 1) && lexicon::one(lower, "left led made put");
    let plural = lower.ends_with('s') && !lower.ends_with("ss") && lower != "'s" && words::capital(doc, i + 1);
    !doc.capital(i) && (past || name || plural && !(words::title(doc, i + 1) && lexicon::FIELDS.has(lower)))
}

/// Whether a form that attributes words is no verb here but tells of what kind the next noun is: "the state senator".
pub fn attributive(doc: &Doc, i: usize, floor: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|&before| before >= floor) else { return false };
    let lower = doc.lower(before);
    let article = lexicon::one(lower, "a an the his her their its former 's");
    let name = words::capital(doc, before) && !lexicon::OPENERS.has(lower) && !lower.ends_with('s');
    basic(doc.lower(i)) && (article || name)
}

/// Whether `lower` is the basic form of a verb that attributes words: no single person can be its subject.
pub fn basic(lower: &str) -> bool {
    lexicon::cues::class(&format!("{lower}s")).is_some()
}
