//! Where the writer's own words on what was said begin: "Claims that the pier is safe | are false", "says it is safe, | but
//! that's not so".

use super::Told;
use crate::lexicon::{self, one};
use std::ops::Range;

/// Nouns for what somebody says, with which a sentence begins.
const CLAIMS: &str = "claims claim allegations allegation accusations accusation reports rumours rumors assertions assertion \
    suggestions suggestion declaration vow pledge promise insistence admission warning warnings statement announcement";

/// Where in `content`, which follows its cue, the writer's own words begin.
pub fn start(told: &Told, content: &Range<usize>) -> Option<usize> {
    main_verb(told, content).or_else(|| contradiction(told, content))
}

/// The verb of a sentence whose subject is the cue, a noun, with its clause: "His vow that he would go | has angered the board".
fn main_verb(told: &Told, content: &Range<usize>) -> Option<usize> {
    let doc = told.doc;
    let noun = doc.one(told.cue.end - 1, CLAIMS) && doc.says(content.start, "that");
    let rest = content.start + 1..doc.sentence_of(content.start).filter(|_| noun)?.tokens.end.min(content.end);
    // Each clause has one verb: the first beyond these is the sentence's.
    let (mut clauses, mut verbs, mut group) = (1, 0, false);
    for i in rest {
        let word = doc.lower(i);
        let helps = lexicon::AUXILIARIES.has(word) && !doc.says(i - 1, "to") && !told.quoted(i);
        let main =
            helps || verbs > 0 && one(word, "makes made remains remain came comes drew prompted sparked angered");
        if main && !group {
            if verbs == clauses {
                return Some(i);
            }
            verbs += 1;
        }
        group = main || group && (one(word, "not also") || lexicon::manner(word));
        let opens = lexicon::SUBORDINATORS.has(word)
            || one(word, "who which what that where how why and or but , he she they we i you it");
        clauses += usize::from(opens && i > content.start + 1);
    }
    None
}

/// ", but that's not so", ", but critics say"
fn contradiction(told: &Told, content: &Range<usize>) -> Option<usize> {
    let doc = told.doc;
    let other = |i: usize| {
        doc.says(i, "that") && doc.one(i + 1, "is isn't") || doc.one(i, "that's critics experts analysts opponents")
    };
    content.clone().find(|&i| doc.says(i, ",") && doc.says(i + 1, "but") && other(i + 2) && !told.quoted(i))
}
