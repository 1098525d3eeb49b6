//! What the rest of its sentence says of a name: whether its bearer is "he" or "she", or else "it".

use crate::{
    keyed::Keyed,
    people::{names::Name, words},
    text::Doc,
};

/// Tokens behind a name in which it is spoken of again.
const NEXT: usize = 15;

/// By the first word of names, how much more often their bearers are "he" or "she" than "it".
pub struct Votes<'a>(Keyed<'a, i32>);

impl<'a> Votes<'a> {
    /// Those of `names`.
    pub fn of(doc: &'a Doc, names: &[Name]) -> Self {
        let mut votes = Keyed::default();
        for name in names.iter().filter(|n| !n.quoted) {
            *votes.or(words::bare(doc.lower(name.tokens.start)), || 0) += vote(doc, name);
        }
        Self(votes)
    }

    /// The votes for whoever goes by a name with `word` first.
    pub fn get(&self, word: &str) -> i32 {
        self.0.get(word).copied().unwrap_or(0)
    }
}

fn vote(doc: &Doc, name: &Name) -> i32 {
    // "on Stratos": what one plays, reads or sails on is no person.
    if name.start() > 0 && doc.says(name.start() - 1, "on") {
        return -1;
    }
    let end = doc.sentences[name.sentence].tokens.end.min(name.tokens.end + NEXT);
    let vote = (name.tokens.end..end).find_map(|i| match doc.lower(i) {
        "its" | "itself" => Some(-1),
        "he" | "she" | "his" | "her" | "him" => Some(1),
        _ => None,
    });
    vote.unwrap_or(0)
}
