//! Words that belong to a noun of saying, whoever does something with what it says: "Lee denounced Falk's call for
//! “calm”".

use super::Found;
use crate::{
    annotation::Form,
    attribution::view::View,
    lexicon::{
        self,
        cues::{self, Class},
    },
};
use std::ops::Range;

/// What somebody said or wrote, with what follows it.
const SAYINGS: &str = "call calls claim claims assertion statement comment comments remark remarks description \
    characterization pledge promise vow warning suggestion contention accusation allegation insistence argument";

/// Most tokens between such a noun and the words in marks.
const NEAR: usize = 7;

/// Longest name or description of whoever said it.
const LONGEST: usize = 12;

/// Gives the words in marks to whoever said what the verb has for its object; a statement of their own where somebody
/// tells of them: "Lee said Falk's call for “calm” was late".
pub fn mend(view: &View, found: &mut Found) -> Option<Found> {
    let doc = view.doc;
    let (Form::Mixed, Some(&cue), &[quote]) = (found.form, found.cue.first(), &found.quotes[..]) else { return None };
    let (cue, passage) = (doc.tokens_in(cue), doc.tokens_in(doc.quotes[quote].outer));
    let says = matches!(cues::class(doc.lower(cue.end - 1)), Some(Class::Say | Class::Tell | Class::Ask | Class::Show));
    if cue.end > passage.start {
        return None;
    }
    let near = cue.end.max(passage.start.saturating_sub(NEAR))..passage.start;
    let noun = near.rev().take_while(|&i| view.word(i)).find(|&i| doc.one(i, SAYINGS));
    let (noun, owner) = noun.and_then(|noun| Some((noun, owner(view, cue.end, noun, passage.start, says)?)))?;
    let own = Found {
        source: Some(view.span(&owner)),
        cue: vec![view.span(&(noun..noun + 1))],
        content: vec![doc.quotes[quote].outer],
        form: Form::Direct,
        ..found.clone()
    };
    if says {
        return Some(own);
    }
    *found = own;
    None
}

/// Whose saying `noun` is: "| Falk |'s call for", "a statement by | Falk | that"; where a clause may stand before, only
/// whoever is `named`.
fn owner(view: &View, from: usize, noun: usize, limit: usize, named: bool) -> Option<Range<usize>> {
    let doc = view.doc;
    let introduces = |i: usize| doc.one(i, "that for of to about as");
    let plain = |tokens: &Range<usize>| {
        let word = |i: usize| view.word(i) && !doc.has(&lexicon::PREPOSITIONS, i) && !doc.has(&lexicon::AUXILIARIES, i);
        (1..=LONGEST).contains(&tokens.len()) && tokens.clone().all(word)
    };
    let by = doc.one(noun + 1, "by from").then(|| (noun + 2..limit).find(|&i| doc.says(i, "that"))).flatten();
    let owner = match by {
        Some(that) => noun + 2..that,
        None => {
            from..(noun.saturating_sub(2)..noun).rev().find(|&i| doc.says(i, "'s")).filter(|_| introduces(noun + 1))?
        }
    };
    let name = |i: &usize| doc.capital(*i);
    let start = if named { owner.clone().rev().take_while(name).last()? } else { owner.start };
    let owner = start..owner.end;
    (owner.start < owner.end && plain(&owner)).then_some(owner)
}
