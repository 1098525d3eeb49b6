//! What is told of somebody beside the name, between commas or by "is": "Ann Lee, a nurse from Orland,".

use super::{
    Kind,
    describes::{self, apposed, describes},
    jobs,
    names::Name,
    telling, titles, words,
};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// Longest description looked at, in tokens.
const LONGEST: usize = 24;

/// ", 34, a nurse from Ohio,", ", who heads the union,", "of the University of Berg": the words after the name of a `person`,
/// or of what may be one; `next` is the name after it and what that is.
pub fn after(doc: &Doc, name: &Name, person: bool, next: Option<(&Name, Kind)>, limit: usize) -> Option<Range<usize>> {
    let mut start = past_bracket(doc, name.tokens.end, limit);
    let mut next = next;
    let apart = usize::from(words::is(doc, start, ","));
    if doc.one(start + apart, "of from") {
        let (body, _) = next.filter(|(n, _)| {
            let beside = start + apart..start + apart + 3;
            beside.contains(&n.tokens.start) && n.tokens.end <= limit
        })?;
        if body.kind == Some(Kind::Organisation) {
            return Some(start + apart..body_end(doc, body, limit));
        }
        // "Ann Lee of Osby, a nurse,"
        (start, next) = (body.tokens.end, None);
    }
    // "Ann Lee, who was a teacher,"
    let relative = doc.says(start + 1, "who") && lexicon::one(doc.lower(start), ", — –");
    let copula = told(doc, if relative { start + 2 } else { start });
    // “Lee is a man who is lost,” said Falk: what somebody thinks of Lee.
    let copula = copula.filter(|_| relative || !name.quoted);
    if copula.is_none() && !lexicon::one(doc.word(start), ", — –") {
        return None;
    }
    start = copula.unwrap_or(start + 1);
    let letters = words::capital(doc, start) && words::post_nominal(doc.lower(start));
    if (words::age(doc.lower(start)) || letters) && words::is(doc, start + 1, ",") {
        start += 2;
    }
    start += usize::from(doc.says(start, "also"));
    // "who heads the union", "who has headed the union"
    let works = start + 1 + usize::from(doc.says(start + 1, "has"));
    let who = doc.says(start, "who") && jobs::works(doc.lower(works));
    let stop = limit.min(start + LONGEST);
    let closed = |&i: &usize| if who { mark(doc, i) } else { ends(doc, i) } && !listed(doc, i, start, stop);
    let mut end = (start + usize::from(who) * 2..stop)
        .find(closed)
        .or_else(|| if stop < limit { cut(doc, start..stop) } else { None })
        .unwrap_or(stop);
    if copula.is_some() {
        end = (start + 1..end).find(|&i| dated(doc, i) || goes_on(doc, i)).unwrap_or(end);
    } else if who {
        // "who owns a firm in Osby and headed out"
        let acts = |&i: &usize| doc.says(i, "and") && doc.lower(i + 1).ends_with("ed");
        end = (start + 4..end).find(acts).unwrap_or(end);
    }
    let lost = |i: usize| {
        let lower = doc.lower(i);
        lexicon::one(lower, "who whose which that and or but of the a now") || lexicon::AUXILIARIES.has(lower)
    };
    // "a chemist who has successfully", "a major who Lee": a clause that has lost its verb.
    let bare = |i: usize| lost(i) || words::capital(doc, i) || lexicon::manner(doc.lower(i));
    let clause = (start + 1..end).rev().find(|&i| doc.one(i, "who whom")).filter(|&i| (i..end).all(bare));
    end = clause.unwrap_or(end);
    end = (start..end).rev().find(|&i| !lost(i)).map_or(start, |i| i + 1);
    // ", where the mayor said": of somebody else.
    if doc.says(start, "where") {
        return None;
    }
    let pronoun = words::pronoun(doc, start) && !who && !doc.has(&lexicon::DETERMINERS, start);
    let led = telling::leads_up(doc, name.tokens.end, end);
    if end <= start || pronoun || led || !who && acts(doc, start..end) {
        return None;
    }
    if copula.is_none() && aimed(doc, name) && words::cue(doc, end) {
        return None;
    }
    // "said Ann Lee, a steel magnate.", "Ann Lee, a steel magnate, said": a mark that ends the sentence ends no apposition
    // of whoever does something in it.
    let spoken = spoken(doc, name);
    let closed = end < limit && !lexicon::one(doc.word(end), ". ? ! ;");
    // "For Ann Lee, a loss would be bitter."
    let before = name.start().checked_sub(1);
    let first = before.is_some_and(|i| doc.has(&lexicon::PREPOSITIONS, i) && doc.capital(i));
    let apart = copula.is_none() && person && !name.quoted && (spoken || closed && !first);
    let part = describes::part_end(doc, start..end);
    let nature = copula.is_some()
        && lexicon::one(doc.lower(part.wrapping_sub(1)), "child kid baby boy girl fan star mother father parent");
    let office =
        !nature && describes(doc, start..end) || apart && apposed(doc, start..end) || spoken && over(doc, start..end);
    let other = next.filter(|(n, _)| n.start() == end + 1 && words::is(doc, end, ","));
    let Some((body, kind)) = other else { return (office || who).then_some(start..end) };
    // "said Ann Lee, director, Orland Securities": whoever speaks is one, so that the next name is where she works.
    let first = describes::part_end(doc, start..end);
    let bare = !doc.has(&lexicon::DETERMINERS, start) && words::title(doc, first.wrapping_sub(1));
    let parted = !doc.tokens.get(body.tokens.end).is_some_and(|t| t.is_word())
        || doc.has(&lexicon::PREPOSITIONS, body.tokens.end);
    let works = kind == Kind::Organisation || kind == Kind::Named && spoken && !words::given(doc.lower(end + 1));
    if bare && office && works && parted && body.tokens.end <= limit {
        let rest = body.tokens.end..limit.min(body.tokens.end + LONGEST);
        return Some(start..rest.clone().find(|&i| ends(doc, i)).unwrap_or(rest.end));
    }
    (who || office && !matches!(kind, Kind::Person | Kind::Named | Kind::Group)).then_some(start..end)
}

/// The description behind the last name of a list, of all of them: "Ann Lee and Bo Ek, analysts at Delta Bank,".
pub fn several(doc: &Doc, name: &Name) -> Option<Range<usize>> {
    let start = name.tokens.end + 1;
    let stop = doc.sentences.get(name.sentence)?.tokens.end.min(start + LONGEST);
    let clause = |i: usize| doc.one(i, "who whose");
    let end = (start..stop).find(|&i| ends(doc, i) || clause(i))?;
    let end = Some(end).filter(|&end| end > start && (mark(doc, end) || clause(end)))?;
    let told = words::is(doc, start.wrapping_sub(1), ",")
        && words::titles(doc, describes::part_end(doc, start..end).wrapping_sub(1));
    (told && !words::capital(doc, start) && !acts(doc, start..end)).then_some(start..end)
}

/// Whether words after a name go on to a verb, as no description does: "On the road with Ann Lee, the mayor was late".
fn acts(doc: &Doc, tokens: Range<usize>) -> bool {
    let clause = |i: &usize| !lexicon::one(doc.lower(*i), "who whose which that where");
    let within = |i: usize| doc.capital(i - 1) && doc.capital(i + 1);
    let verb = |i: usize| doc.has(&lexicon::AUXILIARIES, i) && !doc.capital(i) && !within(i);
    tokens.take_while(clause).any(verb)
}

/// Whether a name follows a preposition, so that it is not whoever a clause right behind it tells of: "In a talk with Ann Lee,
/// the mayor said".
pub fn aimed(doc: &Doc, name: &Name) -> bool {
    name.start().checked_sub(1).is_some_and(|i| doc.has(&lexicon::PREPOSITIONS, i))
}

/// Most tokens in brackets behind a name.
const BRACKET: usize = 6;

/// Past what stands in brackets at `start`: "Ann Lee (D-Osby), the chair".
fn past_bracket(doc: &Doc, start: usize, limit: usize) -> usize {
    let closes = |i: usize| words::is(doc, i, ")") && words::is(doc, i + 1, ",");
    let close = (start..limit.min(start + BRACKET)).find(|&i| closes(i)).filter(|_| words::is(doc, start, "("));
    close.map_or(start, |close| close + 1)
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

/// Where the description begins of which a verb at `start` tells: "is a baker", "was appointed chair of the board".
fn told(doc: &Doc, start: usize) -> Option<usize> {
    if let Some(job) = taken_up(doc, start) {
        return Some(job);
    }
    let mut at = match doc.lower(start) {
        "is" | "was" | "became" | "remains" => start + 1,
        "has" if doc.says(start + 1, "been") => start + 2,
        "serves" | "served" | "works" | "worked" if doc.says(start + 1, "as") => start + 2,
        _ => return None,
    };
    if lexicon::one(doc.lower(at), "now currently") {
        at += 1;
    }
    if lexicon::one(doc.lower(at), "appointed elected named") {
        at += 1;
    }
    if lexicon::one(doc.lower(at), "a an the") {
        return lexicon::one(doc.lower(start), "is was remains").then_some(at);
    }
    // "is head of the school"
    let office = (at..at + 3).find(|&i| words::title(doc, i))?;
    let plain = (at..office)
        .all(|i| doc.tokens[i].is_word() && !doc.has(&lexicon::OPENERS, i) && !lexicon::manner(doc.lower(i)));
    (plain && lexicon::one(doc.lower(office + 1), "of for at")).then_some(at)
}

/// Where the job begins that a clause from `start` ends in: "who followed Bo Ek as mayor", "who is working here as a
/// nurse".
fn taken_up(doc: &Doc, start: usize) -> Option<usize> {
    let verb = start + usize::from(doc.one(start, "is was"));
    let takes = doc.one(verb, "replaced succeeded followed joined works worked working");
    let clause = verb + 1..doc.tokens.len().min(verb + LONGEST / 2);
    let mut clause = clause.take_while(|&i| !mark(doc, i) || doc.one(i, "( )"));
    let job = clause.find(|&i| takes && doc.says(i, "as") && doc.says(start.wrapping_sub(1), "who"))? + 1;
    let trade = doc.one(job, "a an") && jobs::likely(doc.lower(job + 1));
    (trade || (job..job + 3).any(|i| words::title(doc, i))).then_some(job)
}

/// Whether token `i` begins a date after a description: "in May", "since 2017".
fn dated(doc: &Doc, i: usize) -> bool {
    let next = doc.lower(i + 1);
    let year = next.len() == 4 && next.bytes().all(|b| b.is_ascii_digit());
    let day = lexicon::OPENERS.has(next) && (next.ends_with("day") || next.ends_with("ary") || next.ends_with("ber"));
    let date = year || day || words::month(next) || next == "july" || words::date(doc, i + 1);
    lexicon::one(doc.lower(i), "in on since until from") && date
}

/// Whether the sentence goes on from token `i` with what else was so: "and later worked", "when the school opened".
fn goes_on(doc: &Doc, i: usize) -> bool {
    let next = doc.lower(i + 1);
    let when = lexicon::manner(doc.lower(i)) && words::title(doc, i.wrapping_sub(1));
    let act = next.ends_with("ed") || lexicon::one(next, "later then also now has had is was");
    when || doc.says(i, "and") && act || lexicon::one(doc.lower(i), "when while because until")
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

/// "Dravic's adviser on foreign affairs,": the words before the name, which begins at `start`, and a comma; `previous` is
/// the name before it.
pub fn before(doc: &Doc, name: &Name, previous: Option<&Name>, start: usize, floor: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&i| i > floor && words::is(doc, i, ","))?;
    // "Moving forward, Ann Lee"
    if doc.says(comma - 1, "forward") && comma > floor + 1 && doc.lower(comma - 2).ends_with("ing") {
        return None;
    }
    // "the head of the Lind Mill Union (LMU), Ann Lee,"
    let bracket = (comma.saturating_sub(BRACKET).max(floor)..comma).rev().find(|&i| words::is(doc, i, "("));
    let comma = bracket.filter(|_| words::is(doc, comma - 1, ")")).unwrap_or(comma);
    let mut from = comma;
    while from > floor && comma - from < LONGEST && !closes(doc, from - 1, floor) {
        from -= 1;
    }
    let begins = |i: usize| {
        let before = if i > from { doc.lower(i - 1) } else { "" };
        let inner = doc.one(i, "former other") && lexicon::one(before, "and 's the a an");
        let article = doc.has(&lexicon::DETERMINERS, i) && !doc.says(i, "that") && !inner;
        let owner = words::capital(doc, i) && doc.says(i + 1, "'s") && !words::capital(doc, i.saturating_sub(1));
        let first = i == from && !doc.has(&lexicon::SUBORDINATORS, i);
        article || owner || first || matches!(before, "to" | "as")
    };
    let mut found = (from..comma).rev().find(|&i| begins(i) && describes(doc, i..comma))?;
    // "The mother of the boy, Ann Lee", "an aide to the mayor, Ann Lee", "the man who took the boy, Tom Lee": no boy.
    let whose = found > from && doc.one(found - 1, "of for to") && doc.has(&lexicon::DETERMINERS, found);
    let who = (from..found).any(|i| doc.says(i, "who"));
    if whose || who {
        let led = |i: usize| doc.has(&lexicon::PREPOSITIONS, i);
        let whole = (from..found).find(|&i| begins(i) && !led(i) && describes(doc, i..comma));
        found = whole.or(Some(found).filter(|_| !who))?;
    }
    // "As a biologist and a mother of two, Ann Lee"
    if doc.says(from, "as") && found > from + 1 && doc.says(found - 1, "and") && describes(doc, from + 1..comma) {
        found = from + 1;
    }
    if doc.says(found + 1, "'s") {
        found = titles::owned(doc, found, from);
    }
    // "Ann Lee, director, Orland Securities": she is the director.
    let taken = previous.is_some_and(|n| n.tokens.end + 1 == found && words::is(doc, found - 1, ","));
    if taken && !doc.has(&lexicon::DETERMINERS, found) {
        return None;
    }
    let told = found == from || lexicon::one(doc.lower(found - 1), "to as by with");
    let closed = !doc.tokens.get(name.tokens.end).is_some_and(|t| t.is_word()) && !words::is(doc, name.tokens.end, "(");
    (told || closed).then_some(found..comma)
}

/// Whether a description that stands before a name may begin only after token `i`.
fn closes(doc: &Doc, i: usize, floor: usize) -> bool {
    mark(doc, i) || words::cue(doc, i) && !titles::attributive(doc, i, floor)
}

/// Whether a description that stands after a name ends before token `i`: at a mark, or a verb that it is the subject of.
fn ends(doc: &Doc, i: usize) -> bool {
    let before = doc.lower(i - 1);
    let noun = lexicon::DETERMINERS.has(before) || lexicon::PREPOSITIONS.has(before) || before == "'s";
    // "director of political advertising, said"
    let gerund = doc.lower(i).ends_with("ing") && !doc.tokens.get(i + 1).is_some_and(|t| t.is_word());
    mark(doc, i) || words::cue(doc, i) && !noun && !gerund && !titles::basic(doc.lower(i))
}

/// Whether token `i` is a mark that stands between phrases.
fn mark(doc: &Doc, i: usize) -> bool {
    !doc.tokens[i].is_word() && !lexicon::one(doc.word(i), "’ ' - & / + $ £ € %")
}

/// Whether the comma at `i` stands in a list within a name that begins after `start`: "of the Centre for Ferries, Roads and
/// Harbours".
fn listed(doc: &Doc, i: usize, start: usize, stop: usize) -> bool {
    let capital = |i: &usize| words::capital(doc, *i);
    let first = (start..i).rev().take_while(|i| capital(i)).last();
    let led = first.is_some_and(|first| first > start && lexicon::one(doc.lower(first - 1), "of for on the ,"));
    let plain = |i: usize| capital(&i) && !words::given(doc.lower(i)) && !words::title(doc, i);
    if !words::is(doc, i, ",") || !led || i + 1 >= stop {
        return false;
    }
    if words::is(doc, first.unwrap_or(i) - 1, ",") && doc.says(i + 1, "and") {
        return i + 2 < stop && plain(i + 2);
    }
    if !plain(i + 1) {
        return false;
    }
    let next = (i + 1..stop).find(|i| !capital(i)).unwrap_or(stop);
    // "the University of Norland, Osby"
    let school = first.is_some_and(|first| first > start + 1 && doc.one(first - 2, "university college institute"));
    if school && (next == stop || mark(doc, next) || doc.says(next, "who")) {
        return true;
    }
    let and = if words::is(doc, next, ",") { next + 1 } else { next };
    doc.one(and, "and &") && and + 1 < stop && plain(and + 1)
}
