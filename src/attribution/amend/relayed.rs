//! Whoever passes words on and was taken for their speaker: "“…,” Lee wrote, according to Delta News", "“…,” Lee
//! recalled Falk saying", "Falk told the crew, “…,” police said", "Falk shared a post by Lee that said".

use super::Found;
use crate::{
    annotation::Form,
    attribution::{phrase, view::View},
    lexicon::{
        self,
        cues::{self, Class},
    },
};
use std::ops::Range;

/// Most tokens of whoever is told or recalled.
const NEAR: usize = 6;

/// Most tokens of whoever wrote what is passed on.
const FAR: usize = 14;

/// The one who said the words in marks, and the verb that tells so.
type Inner = (Range<usize>, usize);

/// Gives the statement the speaker that its words have beside its source, which then relays them.
pub fn mend(view: &View, found: &mut Found) {
    let doc = view.doc;
    let (Some(source), Some(&cue), Some(&quote)) = (found.source, found.cue.first(), found.quotes.first()) else {
        return;
    };
    let passage = doc.tokens_in(doc.quotes[quote].outer);
    let (source, cue) = (doc.tokens_in(source), doc.tokens_in(cue));
    if let Some((speaker, outlet)) = quoted(view, &cue) {
        found.source = Some(view.span(&speaker));
        found.relay = Some(view.span(&outlet));
        only_marked(view, found);
        return;
    }
    if let Some(writer) = written(view, &cue) {
        found.source = Some(view.span(&writer));
        // "that said the mill was “gone”" is not all in marks.
        if passage.start <= cue.end + 1 {
            only_marked(view, found);
        }
        return;
    }
    if let Some(speaker) = overheard(view, &cue, passage.start) {
        found.source = Some(view.span(&speaker));
        only_marked(view, found);
        return;
    }
    let ends = view.quote(passage.start).is_some_and(|q| matches!(view.last_char(q), ',' | '?' | '!'));
    if ends && leads_up(view, &passage, &source, &cue) {
        if let Some((speaker, verb)) = tagged(view, passage.end) {
            found.source = Some(view.span(&speaker));
            found.cue = vec![view.span(&(verb..verb + 1))];
        } else if found.relay.is_some_and(|relay| relay.start >= view.span(&passage).end) {
            found.source = found.relay.take();
        }
        return;
    }
    let tells = source.start.min(cue.start);
    if found.relay.is_some() || !ends || tells < passage.end {
        return;
    }
    let inner = match found.form {
        Form::Direct if tells == passage.end => before(view, &passage, &source),
        Form::Mixed => behind(view, passage.end, tells).or_else(|| recalled(view, &cue)),
        _ => None,
    };
    let Some((speaker, verb)) = inner else { return };
    found.relay = found.source.replace(view.span(&speaker));
    found.cue = vec![view.span(&(verb..verb + 1))];
    only_marked(view, found);
}

/// Leaves the statement its words in marks alone.
fn only_marked(view: &View, found: &mut Found) {
    found.content = found.quotes.iter().map(|&quote| view.doc.quotes[quote].outer).collect();
    found.form = Form::Direct;
}

/// The writer of what somebody else passes on: "Falk shared a post by | Ann Lee | that said".
fn written(view: &View, cue: &Range<usize>) -> Option<Range<usize>> {
    let doc = view.doc;
    let that =
        cue.start.checked_sub(1).filter(|&i| view.is(i, "that") && doc.one(cue.start, "read reads said says"))?;
    let by = |&i: &usize| doc.one(i, "by from") && i > 0 && lexicon::medium(doc.lower(i - 1)).is_some();
    let by = (doc.sentence_of(that)?.tokens.start.max(that.saturating_sub(FAR))..that).rev().find(by)?;
    let shared = (by.saturating_sub(NEAR)..by).any(|i| doc.one(i, "shared retweeted reposted forwarded posted quoted"));
    shared.then(|| by + 1..that - usize::from(view.is(that - 1, ",")))
}

/// Who says the words that begin at token `end` and that another hears: "Lee heard | Falk | shout, “…”".
fn overheard(view: &View, cue: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let doc = view.doc;
    let hears = cue.clone().find(|&i| doc.one(i, "hear hears heard"))? + 1;
    let says = |i: &usize| doc.one(*i, "say tell talk speak call shout yell scream ask joke whisper cry");
    let verb = (hears.max(end.saturating_sub(NEAR))..end).rev().find(says)?;
    let plain = |i: usize| view.word(i) && !doc.has(&lexicon::PREPOSITIONS, i) && !doc.one(i, "that and");
    (hears < verb && verb < hears + FAR && (hears..verb).all(plain)).then_some(hears..verb)
}

/// Who is quoted and who quotes: "“…,” | Lee | was quoted by | Delta News |".
fn quoted(view: &View, cue: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let doc = view.doc;
    let by = Some(cue.end).filter(|&i| doc.says(i, "by") && doc.says(i - 1, "quoted"))?;
    let sentence = doc.sentence_of(by)?.tokens.clone();
    let be = cue.clone().find(|&i| doc.be(i))?;
    let start = be - usize::from(doc.one(be.wrapping_sub(1), "has had have"));
    Some((phrase::before(view, start, sentence.start)?, phrase::after(view, by + 1, sentence.end)?))
}

/// Whether the verb at token `i` has words for its object.
fn says(view: &View, i: usize) -> bool {
    let lower = view.doc.lower(i);
    let class = cues::class(lower).filter(|_| view.word(i) && !lower.ends_with("ing"));
    matches!(class, Some(Class::Say | Class::Tell))
}

/// "“…,” | Lee wrote in her book, | according to Delta News".
fn behind(view: &View, start: usize, limit: usize) -> Option<Inner> {
    let speaker = phrase::after(view, start, limit)?;
    Some(speaker).filter(|speaker| says(view, speaker.end)).map(|speaker| (speaker.clone(), speaker.end))
}

/// "“…,” Lee recalled | Falk saying".
fn recalled(view: &View, cue: &Range<usize>) -> Option<Inner> {
    let hears = view.doc.one(cue.end - 1, "recalled recalls remembered remembers");
    let verb = (cue.end + 1..cue.end + NEAR).find(|&i| view.doc.one(i, "saying telling")).filter(|_| hears)?;
    (cue.end..verb).all(|i| view.word(i)).then_some((cue.end..verb, verb))
}

/// Whether source and cue stand in what only leads up to the words: "When Falk left, “…,” Lee said", "Nothing Falk said
/// “…,” Lee said", "— Falk denies it — “…?” asked Lee".
fn leads_up(view: &View, passage: &Range<usize>, source: &Range<usize>, cue: &Range<usize>) -> bool {
    let doc = view.doc;
    let depends = source.start > 0 && doc.has(&lexicon::SUBORDINATORS, source.start - 1) && cue.end + 1 < passage.start;
    let leads = depends || doc.one(source.start, "nothing everything") || doc.one(passage.start.wrapping_sub(1), "— –");
    leads && source.end <= passage.start && cue.end <= passage.start
}

/// Who says the words that end before token `end` by a tag right behind them: "| Lee said", "asked | Lee".
fn tagged(view: &View, end: usize) -> Option<Inner> {
    let limit = view.doc.sentence_of(end)?.tokens.end;
    let asks = says(view, end) || view.doc.one(end, "asked asks");
    let inverted = || phrase::after(view, end + 1, limit).filter(|_| asks).map(|speaker| (speaker, end));
    behind(view, end, limit).or_else(inverted)
}

/// "Falk told the crew, | “…,” police said".
fn before(view: &View, passage: &Range<usize>, source: &Range<usize>) -> Option<Inner> {
    let doc = view.doc;
    let comma = passage.start.checked_sub(1).filter(|&i| view.is(i, ","))?;
    let start = doc.sentence_of(comma)?.tokens.start;
    let verb = (start..comma).rev().take(NEAR).find(|&i| says(view, i))?;
    let hangs = |i: usize| !view.word(i) || doc.has(&lexicon::PREPOSITIONS, i) && !(doc.says(i, "to") && i == verb + 1);
    let again = source.len() == 1 && doc.has(&lexicon::PRONOUNS, source.start);
    if again || (verb + 1..comma).any(hangs) {
        return None;
    }
    Some((phrase::before(view, verb, start)?, verb))
}
