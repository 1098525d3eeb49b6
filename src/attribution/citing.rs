//! "The agency quoted Dravic as saying": cues that tell a source and who relays it.

use super::{cue::Cue, phrase, view::View};
use crate::lexicon::{self, cues::Class};

/// Most tokens between "quoted" and "as saying".
const SOURCE: usize = 12;

/// Whether the verb at token `i` begins such a cue, which is found at its end, before token `limit`.
pub fn begins(view: &View, i: usize, limit: usize) -> bool {
    let cites = |k: usize| view.doc.one(k, "quoted quotes cited cites reported");
    let saying = |&k: &usize| view.is(k, "as") && view.is(k + 1, "saying");
    let ends = (i..limit.min(i + SOURCE)).find(saying).filter(|_| cites(i));
    ends.is_some_and(|end| !(i + 1..end).any(cites))
}

/// "the agency quoted Dravic as saying": the one quoted is the source, the one who quotes the relay.
pub fn as_saying(view: &View, saying: usize, floor: usize) -> Option<Cue> {
    let doc = view.doc;
    let verb = (floor..saying - 1).rev().find(|&k| doc.one(k, "quoted quotes quoting cited citing cites reported"))?;
    let mut start = verb;
    while start > floor && (doc.has(&lexicon::AUXILIARIES, start - 1) || view.adverb(start - 1)) {
        start -= 1;
    }
    let passive = (start..verb).any(|i| doc.be(i)) && doc.lower(verb).ends_with("ed");
    let mut cue = Cue {
        group: verb..saying + 1,
        class: Some(Class::Say),
        source: None,
        doubtful: false,
        participle: false,
        relay: None,
    };
    if passive {
        cue.source = phrase::before(view, start, floor);
        // "was quoted by Delta News as saying", "was quoted as saying by Delta News"
        let by = (verb..saying).find(|&k| doc.one(k, "by in"));
        let time = |k: &usize| phrase::time_word(doc.lower(*k)) || doc.one(*k, "on late early");
        let behind = Some((saying + 1..).take_while(time).last().unwrap_or(saying) + 1).filter(|&k| view.is(k, "by"));
        cue.relay = by.and_then(|k| phrase::after(view, k + 1, saying - 1)).or_else(|| {
            let limit = doc.sentence_of(saying)?.tokens.end;
            phrase::after(view, behind? + 1, limit)
        });
    } else {
        cue.source = phrase::after(view, verb + 1, saying - 1);
        cue.relay = phrase::before(view, start, floor);
    }
    Some(cue)
}
