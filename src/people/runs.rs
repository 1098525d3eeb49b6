//! Where a run of words that may be a title and a name ends.

use super::{compound, words};
use crate::{lexicon, text::Doc};

/// Where the run of name words from `start` ends, before token `limit` at the latest.
pub fn end(doc: &Doc, start: usize, limit: usize) -> usize {
    let run = Run { doc, start, limit };
    let mut i = start + 1;
    // The last noun that tells what the name is over: "Ministry of", "Secretary for".
    let mut noun = None;
    loop {
        if run.over(i - 1) {
            noun = Some(i - 1);
        }
        match run.past(i, noun) {
            Some(next) => i = next,
            None => return i,
        }
    }
}

/// Kinds of lands and places that an "of" goes on from.
const PLACES: &str = "port city county republic kingdom";

/// A run of name words, of which `start` is the first.
struct Run<'a> {
    doc: &'a Doc<'a>,
    start: usize,
    limit: usize,
}

impl Run<'_> {
    /// Whether an "of" behind token `i` may go on with the name.
    fn over(&self, i: usize) -> bool {
        let last = self.doc.lower(i);
        words::organisation(last)
            || words::title(self.doc, i) && !surname(self.doc, self.start, i)
            || lexicon::one(last, "house representatives district")
            || lexicon::one(last, PLACES)
    }

    /// Past the next word of the run, which goes up to token `i`; `noun` is the last noun that it is over something by.
    fn past(&self, i: usize, noun: Option<usize>) -> Option<usize> {
        if self.name_word(i) {
            return Some(i + 1);
        }
        if let Some(after) = compound::nickname_end(self.doc, i).filter(|&after| self.name_word(after)) {
            return Some(after + 1);
        }
        // "Coach (Ann) Lee": a quotation is filled in.
        let (doc, start) = (self.doc, self.start);
        let given = i == start + 1 && words::given(doc.lower(start)) && start > 0 && words::is(doc, start - 1, "(");
        if given && words::is(doc, i, ")") && self.name_word(i + 1) {
            return Some(i + 2);
        }
        self.past_joint(i, noun)
    }

    /// Past the small words at `i` that join what stands before them to the name word behind them.
    fn past_joint(&self, i: usize, noun: Option<usize>) -> Option<usize> {
        let doc = self.doc;
        let lower = doc.lower(i);
        if !self.joins(i, noun) {
            return None;
        }
        let mut next = i + 1;
        if matches!(lower, "of" | "for" | "on") && doc.says(next, "the") {
            next += 1;
        }
        while next < self.limit && words::particle(doc.lower(next)) && !words::capital(doc, next) {
            next += 1;
        }
        (self.name_word(next) && (lower != "and" || !words::title(doc, next))).then_some(next + 1)
    }

    /// Whether the small word at `i` may stand amid a name.
    fn joins(&self, i: usize, noun: Option<usize>) -> bool {
        let (doc, start, last) = (self.doc, self.start, self.doc.lower(i - 1));
        let lower = doc.lower(i);
        match lower {
            "for" | "on" if lexicon::one(last, PLACES) => false,
            "of" | "for" | "on" => noun == Some(i - 1),
            // "the US Embassy in Orland"
            "in" => i > start + 1 && lexicon::one(last, "embassy consulate"),
            "and" if i == start + 1 && compound::pair(doc, start, self.limit) => true,
            "and" => noun.is_some_and(|n| n + 1 < i && doc.one(n + 1, "of for on")) && !words::title(doc, i - 1),
            "&" | "+" => true,
            // "Teachers’ Union", "Police Chiefs’ Council"
            "’" | "'" => last.ends_with('s') && words::organisation(doc.lower(i + 1)),
            _ => words::particle(lower),
        }
    }

    /// Whether token `i` is a word of the name.
    fn name_word(&self, i: usize) -> bool {
        let (doc, start) = (self.doc, self.start);
        // "Yin Ona May, 60,", "Ida May said", "said Ida May."
        let speaks = || {
            words::cue(doc, i + 1) || i == start + 1 && start > 0 && words::cue(doc, start - 1) && !words::date(doc, i)
        };
        let aged = || words::is(doc, i + 1, ",") && words::age(doc.lower(i + 2)) && words::is(doc, i + 3, ",");
        let named = words::given(doc.lower(i - 1)) || words::honorific(doc, i - 1);
        let month = words::month(doc.lower(i)) && !named && !speaks() && !aged();
        // A capital amid a sentence is part of the name, even that of a small word: "Save Our Ferry".
        let small = doc.has(&lexicon::DETERMINERS, i) || doc.has(&lexicon::PREPOSITIONS, i);
        let amid = || small && i < self.limit && words::capital(doc, i) && self.plain(i - 1) && self.plain(i + 1);
        self.plain(i) && !month || amid()
    }

    /// Whether token `i` has a capital that makes it a word of a name wherever it stands.
    fn plain(&self, i: usize) -> bool {
        let doc = self.doc;
        // "In Dark Matters I think" has the writer behind the name, "Elizabeth I ruled" does not.
        let own = doc.says(i, "i") && (words::cue(doc, i + 1) || doc.has(&lexicon::AUXILIARIES, i + 1));
        // "Ann Lee Says He Won" is a heading.
        let says = doc.one(i, "says said tells");
        i < self.limit && words::capital(doc, i) && !own && !words::opener(doc, i) && !says
    }
}

/// Whether the noun for an office at `i`, in a run from `start`, is a surname behind a title: "Senator Ann Baker".
fn surname(doc: &Doc, start: usize, i: usize) -> bool {
    let titled = |i: usize| words::title(doc, i) || words::honorific(doc, i);
    i > start + 1 && words::given(doc.lower(i - 1)) && titled(i - 2)
}
