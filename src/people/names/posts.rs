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

/// The office whose place token `i` is: "ambassador to Orland", "envoy to the UN", "consul in Orland".
pub fn posted(doc: &Doc, i: usize) -> Option<usize> {
    // "the UN", "the Republic of Orland", but "the United Isles"
    let known = || words::all_capitals(doc, i) || doc.says(i + 1, "of") || doc.says(i + 1, "nations");
    let the = doc.says(i.checked_sub(1)?, "the") && known();
    let office = i.checked_sub(2 + usize::from(the))?;
    let sent = doc.one(office, "ambassador envoy emissary delegate consul");
    (doc.says(office + 1, "to") && words::title(doc, office) && (sent || !the) || doc.says(office + 1, "in") && sent)
        .then_some(office)
}
