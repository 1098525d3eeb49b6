//! Where a run of words that may be a title and a name ends.

use super::{compound, words};
use crate::{lexicon, text::Doc};

/// Where the run of name words from `start` ends.
pub fn end(doc: &Doc, start: usize, limit: usize) -> usize {
    // "In Dark Matters I think" has the writer behind the name, "Elizabeth I ruled" does not.
    let own = |i: usize| doc.says(i, "i") && (words::cue(doc, i + 1) || doc.has(&lexicon::AUXILIARIES, i + 1));
    // "Ann Lee Says He Won" is a heading.
    let says = |i: usize| doc.one(i, "says said tells");
    let plain = |i: usize| i < limit && words::capital(doc, i) && !own(i) && !words::opener(doc, i) && !says(i);
    let name_word = |i: usize| {
        // "Yin Ona May, 60,", "Ida May said", "said Ida May."
        let speaks = || {
            words::cue(doc, i + 1) || i == start + 1 && start > 0 && words::cue(doc, start - 1) && !words::date(doc, i)
        };
        let aged = || words::is(doc, i + 1, ",") && words::age(doc.lower(i + 2)) && words::is(doc, i + 3, ",");
        let month = words::month(doc.lower(i)) && !words::given(doc.lower(i - 1)) && !speaks() && !aged();
        // A capital amid a sentence is part of the name, even that of a small word: "Save Our Ferry".
        let small = doc.has(&lexicon::DETERMINERS, i) || doc.has(&lexicon::PREPOSITIONS, i);
        plain(i) && !month || small && i < limit && words::capital(doc, i) && plain(i - 1) && plain(i + 1)
    };
    let mut i = start + 1;
    let mut noun = None;
    loop {
        let last = doc.lower(i - 1);
        if words::organisation(last)
            || words::title(doc, i - 1) && !surname(doc, start, i - 1)
            || lexicon::one(last, "house representatives district port city county republic kingdom")
        {
            noun = Some(i - 1);
        }
        if name_word(i) {
            i += 1;
            continue;
        }
        if let Some(after) = compound::nickname_end(doc, i).filter(|&after| name_word(after)) {
            i = after + 1;
            continue;
        }
        // "Coach (Ann) Lee": a quotation is filled in.
        let given = i == start + 1 && words::given(last) && start > 0 && words::is(doc, start - 1, "(");
        if given && words::is(doc, i, ")") && name_word(i + 1) {
            i += 2;
            continue;
        }
        let lower = doc.lower(i);
        let mut next = i + 1;
        let joins = match lower {
            "for" | "on" if lexicon::one(last, "port city county republic kingdom") => false,
            "of" | "for" | "on" => noun == Some(i - 1),
            // "the US Embassy in Orland"
            "in" => i > start + 1 && lexicon::one(last, "embassy consulate"),
            "and" if i == start + 1 && compound::pair(doc, start, limit) => true,
            "and" => noun.is_some_and(|n| n + 1 < i && doc.one(n + 1, "of for on")) && !words::title(doc, i - 1),
            "&" | "+" => true,
            // "Teachers’ Union", "Police Chiefs’ Council"
            "’" | "'" => doc.lower(i - 1).ends_with('s') && words::organisation(doc.lower(next)),
            _ => words::particle(lower) && i > start,
        };
        if joins && matches!(lower, "of" | "for" | "on") && doc.says(next, "the") {
            next += 1;
        }
        while joins && next < limit && words::particle(doc.lower(next)) && !words::capital(doc, next) {
            next += 1;
        }
        if joins && name_word(next) && (lower != "and" || !words::title(doc, next)) {
            i = next + 1;
        } else {
            return i;
        }
    }
}

/// Whether the noun for an office at `i`, in a run from `start`, is a surname behind a title: "Senator Ann Baker".
fn surname(doc: &Doc, start: usize, i: usize) -> bool {
    let titled = |i: usize| words::title(doc, i) || words::honorific(doc, i);
    i > start + 1 && words::given(doc.lower(i - 1)) && titled(i - 2)
}
