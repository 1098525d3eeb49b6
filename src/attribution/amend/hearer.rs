//! What stands between a cue and its content and is no part of it: whoever is told, the day, the title of a work.

use super::{Told, bare::dated};
use crate::{
    attribution::phrase::time_word,
    lexicon::{
        self,
        cues::{self, Class},
    },
    text::Doc,
};
use std::ops::Range;

/// Past the title of a work: "writes in an article titled ‘The Tide’ that it is late".
pub fn past_title(doc: &Doc, at: usize) -> Option<usize> {
    let start = doc.tokens[at].span.start;
    let quote = doc.quotes.get(doc.quotes.partition_point(|quote| quote.outer.start < start))?;
    let titled = at > 0 && doc.one(at - 1, "titled entitled headlined called") && quote.outer.start == start;
    let end = doc.token_at(quote.outer.end);
    (titled && doc.says(end, "that")).then_some(end)
}

/// Past whoever is told, and the day: "told Lindby workers she wants", "announced Nov. 18 that".
pub fn past_hearer(told: &Told, content: &Range<usize>) -> usize {
    let (doc, at) = (told.doc, content.start);
    let limit = content.end.min(at + 6);
    let led = doc.has(&lexicon::PREPOSITIONS, at);
    let day = led || time_word(doc.lower(at)) || doc.one(at, "last late early") || doc.lower(at).ends_with('.');
    const TO: &str = "sa claim admit confess confirm insist explain announc complain acknowledg testif reveal disclos";
    let hears = told.verb_of(TO) && doc.says(told.verb + 1, "to") && told.verb + 2 == at;
    let occasion = |&i: &usize| {
        day && dated(doc, i)
            || led && doc.has(&lexicon::MEDIA, i.wrapping_sub(1))
            || hears && !doc.one(i.wrapping_sub(1), "fact idea")
    };
    if let Some(that) = (at + 1..limit).find(|&i| doc.says(i, "that")).filter(occasion) {
        return that;
    }
    if cues::class(doc.lower(told.verb)) != Some(Class::Tell) {
        return at;
    }
    let hears = told.verb + 1 == at && !doc.has(&lexicon::AUXILIARIES, at + 1);
    if doc.one(at, "them him me us you") && hears && at + 2 < content.end {
        return at + 1;
    }
    let name = |i: usize| doc.capital(i) || doc.says(i, "of");
    let begins = |i: usize| {
        doc.one(i, "he she they it there he's she's they're it's")
            || doc.has(&lexicon::DETERMINERS, i)
                && !doc.capital(i)
                && doc.capital(i.wrapping_sub(1))
                && (at..i).all(name)
    };
    let plain = |i: usize| {
        let word = doc.lower(i);
        let lists = [&lexicon::AUXILIARIES, &lexicon::PRONOUNS, &lexicon::DETERMINERS, &lexicon::SUBORDINATORS];
        let other = lists.iter().any(|list| list.has(word)) || word != "of" && lexicon::PREPOSITIONS.has(word);
        doc.tokens[i].is_word() && !other
    };
    let amid = doc.capital(at) || told.cue.end < at || told.verb + 1 < told.cue.end;
    let start = (at..limit).find(|&i| !plain(i)).filter(|&i| i > at && amid && begins(i));
    start.unwrap_or(at)
}
