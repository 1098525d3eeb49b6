//! What "is", "became" or "worked as" tells of somebody.

use super::{LONGEST, mark};
use crate::{
    lexicon,
    people::{jobs, words},
    text::Doc,
};

/// Where the description begins of which a verb at `start` tells: "is a baker", "was appointed chair of the board".
pub fn told(doc: &Doc, start: usize) -> Option<usize> {
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
pub fn dated(doc: &Doc, i: usize) -> bool {
    let next = doc.lower(i + 1);
    let year = next.len() == 4 && next.bytes().all(|b| b.is_ascii_digit());
    let day = lexicon::OPENERS.has(next) && (next.ends_with("day") || next.ends_with("ary") || next.ends_with("ber"));
    let date = year || day || words::month(next) || next == "july" || words::date(doc, i + 1);
    lexicon::one(doc.lower(i), "in on since until from") && date
}

/// Whether the sentence goes on from token `i` with what else was so: "and later worked", "when the school opened".
pub fn goes_on(doc: &Doc, i: usize) -> bool {
    let next = doc.lower(i + 1);
    let when = lexicon::manner(doc.lower(i)) && words::title(doc, i.wrapping_sub(1));
    let act = next.ends_with("ed") || lexicon::one(next, "later then also now has had is was");
    when || doc.says(i, "and") && act || lexicon::one(doc.lower(i), "when while because until")
}
