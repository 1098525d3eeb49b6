//! Names that the article shortens to their initials: "Roads, Rails and Harbours Orland (RRHO)".

use super::words;
use crate::{keyed::WordSet, text::Doc};
use std::ops::RangeInclusive;

/// Bytes of an acronym.
const LENGTH: RangeInclusive<usize> = 3..=6;

/// Longest name that is looked at, in tokens.
const LONGEST: usize = 14;

/// Small words of such names.
const SMALL: &str = ", and & of for the on in to against";

/// The acronyms of an article, in lower case.
pub struct Acronyms<'a>(WordSet<'a>);

impl<'a> Acronyms<'a> {
    /// Every word of `doc` that can be one.
    pub fn of(doc: &'a Doc) -> Self {
        let fits = |i: &usize| LENGTH.contains(&doc.word(*i).len()) && words::all_capitals(doc, *i);
        Self((0..doc.tokens.len()).filter(fits).map(|i| doc.lower(i)).collect())
    }

    /// Where the name ends that begins at `start`, is several words joined by "and" or a comma, and has an acronym's
    /// initials.
    pub fn end(&self, doc: &Doc, start: usize, limit: usize) -> Option<usize> {
        if words::given(doc.lower(start)) {
            return None;
        }
        let mut initials = String::new();
        // "Harbours Orland": a list of places has no two names side by side.
        let (mut joined, mut double) = (false, false);
        for i in start..limit.min(start + LONGEST) {
            if words::capital(doc, i) {
                initials.extend(doc.lower(i).chars().next());
                double |= i > start && words::capital(doc, i - 1);
                // "Citizens for Ferries (CFF)"
                let told = words::is(doc, i + 1, "(") && doc.lower(i + 2) == initials && words::is(doc, i + 3, ")");
                let whole = (joined && double || told && i > start)
                    && !words::capital(doc, i + 1)
                    && self.0.has(initials.as_str());
                if whole {
                    return Some(i + 1);
                }
            } else {
                joined |= doc.one(i, ", and &");
                if !doc.one(i, SMALL) {
                    return None;
                }
            }
        }
        None
    }
}
