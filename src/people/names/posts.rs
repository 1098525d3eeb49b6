//! Where somebody is posted or employed: "ambassador to Orland", "forecaster with the Osby Weather Bureau".

use crate::{
    lexicon,
    people::{jobs, words},
    text::Doc,
};

/// Whether a word ends the names of bodies that have officers.
pub fn body(lower: &str) -> bool {
    words::organisation(lower) || lexicon::one(lower, "airport zoo prison park brigade")
}

/// The office that somebody has at the body whose name begins at `body`: "forecaster with the Osby Weather Bureau".
pub fn employed(doc: &Doc, body: usize) -> Option<usize> {
    let mut at = body.checked_sub(1)?;
    // "president of Osby-based Delta Company"
    at = at.saturating_sub(usize::from(doc.lower(at).ends_with("-based")));
    if doc.says(at, "the") {
        at = at.checked_sub(1)?;
    } else if doc.says(at, "'s") {
        at = (at.saturating_sub(3)..at).rev().find(|&i| !words::capital(doc, i))?;
    }
    let office = at.checked_sub(1).filter(|_| doc.one(at, "of with at for from"))?;
    (words::title(doc, office) || jobs::likely(doc.lower(office))).then_some(office)
}

/// Whether token `i` is the place of somebody's office: "ambassador to Orland".
pub fn posted(doc: &Doc, i: usize) -> bool {
    i > 1 && doc.says(i - 1, "to") && words::title(doc, i - 2)
}
