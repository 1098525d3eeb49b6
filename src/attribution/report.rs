//! Reported speech: what the cues that no quotation took attribute.

use super::{Found, content, cue::Cue, phrase, verb, view::View, without_stop};
use crate::{
    annotation::Form,
    lexicon::{self, cues::Class},
    pace::Pace,
    span::Span,
};
use std::ops::Range;

/// Adds a statement for each cue that is not `used` and has both source and content.
pub async fn find(view: &View<'_>, cues: &[Cue], used: &[bool], found: &mut Vec<Found>, pace: &Pace) {
    for (index, cue) in cues.iter().enumerate() {
        if used[index] || cue.source.is_none() {
            continue;
        }
        let next = cues.get(index + 1);
        if let Some((content, confidence)) = around(view, cue, next).filter(|(content, _)| !content.is_empty()) {
            let mut statement = statement(view, cue, content, confidence);
            statement.content.extend(resumed(view, cue, content));
            found.push(statement);
        }
        pace.rest(1).await;
    }
}

/// A statement in the writer's words, or mixed where passages in marks stand in it.
pub fn statement(view: &View, cue: &Cue, content: Span, confidence: f32) -> Found {
    let tokens = view.doc.tokens_in(content);
    let mut quotes: Vec<usize> = tokens.filter_map(|i| view.quote(i)).map(|q| view.outer[q]).collect();
    quotes.dedup();
    Found {
        form: if quotes.is_empty() { Form::Indirect } else { Form::Mixed },
        attitude: false,
        content: vec![content],
        cue: vec![view.span(&cue.group)],
        source: cue.source.as_ref().map(|s| view.span(s)),
        relay: cue.relay.as_ref().map(|s| view.span(s)),
        quotes,
        confidence,
    }
}

/// Participles that tell how what was said is meant: "The mill is old, the board says, calling it a danger".
pub const COMMENTS: &str = "describing citing adding calling accusing warning";

/// The content of `cue` in its sentence, and how sure it is.
pub fn around(view: &View, cue: &Cue, next: Option<&Cue>) -> Option<(Span, f32)> {
    let sentence = view.doc.sentence_of(cue.group.start)?.tokens.clone();
    let clause = cue.clause();
    // "The court will decide in May, Ann Lee said on Tuesday."
    let comma = view.is(clause.start.wrapping_sub(1), ",");
    let quoted = clause.start > 0 && view.quote(clause.start - 1).is_some_and(|q| view.last_char(q) == ',');
    let amid = comma && view.is(clause.end, ",") && (cue.class.is_none() || !cue.inverted());
    let leads = clause.start > sentence.start + if amid { 1 } else { 3 } && (comma || quoted);
    // "…, says Ann Lee, a nurse at the clinic of the county in Lindby."
    let aside = cue.inverted() && verb::describes(view, clause.end, sentence.end);
    // "…, the board says, calling it “a danger”."
    let does = amid && view.doc.one(clause.end + 1, COMMENTS);
    let rest = aside || does || tail(view, clause.end, sentence.end, amid && !cue.inverted());
    if leads && rest && !cue.participle && !goes_on(view, cue, sentence.end) {
        return Some((without_stop(view.doc, sentence.start..clause.start), 0.7));
    }
    if cue.class.is_none() {
        return according(view, &clause, sentence);
    }
    // "As the Courier reports, the mill is old"
    let as_said = clause.start == sentence.start + 1 && view.is(sentence.start, "as") && view.is(clause.end, ",");
    if as_said && matches!(cue.class, Some(Class::Say | Class::Show)) && !cue.inverted() {
        return Some((without_stop(view.doc, clause.end + 1..sentence.end), 0.7));
    }
    let end = next
        .filter(|n| n.group.start < sentence.end && (adds(view, n) || closes(view, n) || relays(view, n)))
        .map_or(sentence.end, |n| if n.participle { n.group.start } else { n.clause().start });
    let content = content::clause_after(view, cue, end)?;
    Some((without_stop(view.doc, content), if cue.doubtful { 0.5 } else { 0.65 }))
}

/// Whether `cue` begins another clause of the same source: "…, adding that".
fn adds(view: &View, cue: &Cue) -> bool {
    cue.participle && view.is(cue.group.start.wrapping_sub(1), ",")
}

/// Whether `cue` tells by whom the clause before it came: "Lee said it was old, according to the board".
fn relays(view: &View, cue: &Cue) -> bool {
    cue.class.is_none() && view.is(cue.group.start - 1, ",")
}

/// Whether `cue` follows a passage in marks that ends with a comma: it attributes all that stands before it.
fn closes(view: &View, cue: &Cue) -> bool {
    let start = cue.clause().start;
    start > 0 && view.quote(start - 1).is_some_and(|q| view.last_char(q) == ',')
}

/// Whether nothing but time, place and occasion of speaking follows from token `start` to `end`.
fn tail(view: &View, start: usize, end: usize, amid: bool) -> bool {
    let words = (start..end).filter(|&i| view.word(i)).count();
    let content_follows = view.is(content::past_occasion(view, start, end), "that");
    let more = (start..end).any(|i| view.is(i, ":") || view.quote(i).is_some());
    words <= if amid || apart(view.doc.lower(start)) { 20 } else { 9 } && !content_follows && !more
}

/// Whether `word` begins what tells time, place or occasion.
fn apart(word: &str) -> bool {
    lexicon::PREPOSITIONS.has(word)
        || phrase::time_word(word)
        || lexicon::one(word, "last this next earlier later early late when as")
}

/// What goes on after the source and its verb: "The cost, Lee said, was double."
fn resumed(view: &View, cue: &Cue, content: Span) -> Option<Span> {
    let clause = cue.clause();
    let sentence = view.doc.sentence_of(clause.start)?.tokens.clone();
    let amid = content.end <= view.span(&clause).start
        && (!cue.inverted() || cue.class.is_none() && unfinished(view, content, clause.end + 1..sentence.end))
        && view.is(clause.end, ",")
        && view.word(clause.end + 1)
        && !view.doc.lower(clause.end + 1).ends_with("ing")
        && !view.is(clause.end + 1, "according");
    let rest = without_stop(view.doc, clause.end + 1..sentence.end);
    let plain = !view.doc.tokens_in(rest).any(|i| view.quote(i).is_some());
    (amid && plain && view.doc.tokens_in(rest).len() >= 2).then_some(rest)
}

/// Whether the clause of `content` has its verb, or what its verb takes, in `rest`: "The quay, according to Lee, is
/// old".
fn unfinished(view: &View, content: Span, rest: Range<usize>) -> bool {
    let helps = |i: usize| view.doc.has(&lexicon::AUXILIARIES, i);
    let mut before = view.doc.tokens_in(content);
    let aside = view.doc.one(rest.start, "a an another one which who");
    helps(rest.start)
        || before.clone().next_back().is_some_and(helps)
        || !aside && !before.any(helps) && rest.clone().any(helps)
}

/// Whether a clause follows the verb at once: what stands before the source is no content ("In a statement, Lee said
/// the road was open").
fn goes_on(view: &View, cue: &Cue, end: usize) -> bool {
    let at = cue.group.end;
    let apart = apart(view.doc.lower(at));
    let words = (at..end).filter(|&i| view.word(i)).count();
    cue.class == Some(Class::Say) && !cue.inverted() && view.word(at) && !view.adverb(at) && !apart && words >= 3
}

/// "According to Lee, …" and "…, according to Lee".
fn according(view: &View, clause: &Range<usize>, sentence: Range<usize>) -> Option<(Span, f32)> {
    if clause.start > sentence.start + 3 {
        return Some((without_stop(view.doc, sentence.start..clause.start), 0.7));
    }
    let comma = (clause.end..sentence.end.min(clause.end + 30)).find(|&i| view.is(i, ","))?;
    (sentence.end > comma + 3).then(|| (without_stop(view.doc, comma + 1..sentence.end), 0.7))
}
