//! In what capacity whoever says "I" outside quotation marks speaks, where they tell: "as President, I must", "to be
//! here today as the chief guest".

use super::{describes, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// Longest phrase for an office, in tokens.
const LONGEST: usize = 10;

/// The first office that the article's "I" speaks in, with "the".
pub fn told(doc: &Doc, quoted: &[bool]) -> Option<String> {
    let places = (0..doc.tokens.len()).filter(|&i| doc.says(i, "as") && !quoted[i]);
    let office = places.filter_map(|i| Some((i, office(doc, i + 1)?)));
    let (_, office) = office.into_iter().find(|(i, office)| leads(doc, *i, office.end) || stands(doc, *i))?;
    Some(format!("the {}", doc.at(doc.span(office))))
}

/// The words for the office at token `start`, without the determiner before them: "your President", "chair of the
/// council".
fn office(doc: &Doc, start: usize) -> Option<Range<usize>> {
    let determined = doc.one(start, "the your");
    let start = start + usize::from(determined);
    let part = describes::part_end(doc, start..doc.tokens.len().min(start + LONGEST));
    let noun = part.checked_sub(1).filter(|&noun| noun >= start)?;
    // "as a democrat", "as father" tell of no office.
    let definite = determined || doc.capital(start) && doc.capital(noun);
    let kin = lexicon::KIN.has(doc.lower(noun)) || words::honorific(doc, noun);
    let end = (part..start + LONGEST).find(|&i| words::is(doc, i, ",") || doc.says(i, "i"));
    let end = end.filter(|_| doc.says(part, "of")).unwrap_or(part);
    (definite && words::title(doc, noun) && !kin).then_some(start..end)
}

/// Whether "I" follows the office that ends before token `end` and whose "as" is token `i`, at the head of its clause.
fn leads(doc: &Doc, i: usize, end: usize) -> bool {
    let first = doc.sentence_of(i).is_some_and(|sentence| sentence.tokens.start == i);
    let clause = first || doc.one(i - 1, ", but and so — –");
    clause && doc.says(end + usize::from(words::is(doc, end, ",")), "i")
}

/// Whether the words before "as", token `i`, say that the one who speaks is there as what follows.
fn stands(doc: &Doc, i: usize) -> bool {
    let floor = doc.sentence_of(i).map_or(i, |sentence| sentence.tokens.start);
    let near = |i: usize| doc.one(i, "here speak stand serve serving");
    (floor.max(i.saturating_sub(2))..i).any(near) && (floor..i).any(|i| doc.one(i, "i me"))
}
