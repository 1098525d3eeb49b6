//! How much of its sentence the content of a linked report is: a clause is told as a whole, with nothing of another
//! sentence and of the telling itself.

use super::{
    Found, Told, View,
    bare::bare,
    clause::{from_subject, joined, past_bracket, past_dateline, resumed, tells_of, verb},
    hearer::{past_apposition, past_hearer, past_title},
    telling, verdict,
    whole::{before_conjunction, from_amount, from_front, saying, to_next_verb, to_verb},
};
use crate::{
    annotation::Form,
    article::BlockKind,
    attribution::{heard, is_title, without_stop},
    lexicon,
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Most tokens of an aside between a subject and its verb.
pub const ASIDE: usize = 25;

/// Most tokens of a clause that are looked at before what was taken of it.
pub const FAR: usize = 60;

/// Mends the statement, which is in the writer's words, wholly or in part.
pub fn mend(told: &Told, found: &mut Found) {
    let doc = told.doc;
    let mut content = own_lines(told);
    if found.content.len() > 1 && !told.follows() {
        found.content[0] = doc.span(content);
        return;
    }
    if let &[_, .., last] = &found.content[..] {
        // "According to Lee, the mill, which is old, will close": nothing of it is left out.
        let last = doc.tokens_in(last).end;
        let whole =
            doc.says(told.cue.start, "according") && doc.sentence_of(last - 1) == doc.sentence_of(content.start);
        if !whole {
            return;
        }
        found.content.truncate(1);
        content.end = last;
    }
    if let Some(start) = told.follows().then(|| from_amount(told, &content)).flatten() {
        content.start = start;
        found.cue[0] = doc.span(told.cue.start..told.cue.end - 1);
    }
    content.start = past_title(doc, content.start).unwrap_or(content.start);
    if told.follows() {
        if found.form == Form::Indirect {
            content.end = in_sentence(doc, &content);
        }
        if let Some((verb, saying)) = saying(told, &content) {
            found.relay = found.relay.or(found.source).filter(|relay| relay.end <= doc.tokens[verb].span.start);
            found.source = Some(without_stop(doc, verb + 1..saying));
            found.cue = vec![doc.span(told.cue.start..verb + 1), doc.span(saying..saying + 2)];
            content.start = saying + 2;
        }
        content.start = past_apposition(told, found, &content);
        let hearer = past_hearer(told, &content);
        // "promised at the end of May to"
        let during = doc.one(told.cue.end - 1, "at in on during") && told.verb + 1 < told.cue.end;
        if hearer > content.start && during {
            found.cue[0] = doc.span(told.cue.start..told.verb + 1);
        }
        content.start = from_front(told, &content).unwrap_or(hearer);
        content.end = verdict::start(told, &content).unwrap_or(content.end);
        content.end = own_clause(told, &content).unwrap_or(content.end);
        content.end = to_verb(told, &content).or_else(|| to_next_verb(told, &content)).unwrap_or(content.end);
        content.end = telling::start(told, &content, found.form).unwrap_or(content.end);
        content.end = before_conjunction(doc, &content);
    } else {
        content.start = past_bracket(doc, &content).unwrap_or(content.start);
        content.start = from_subject(told, found, &content).or(past_dateline(doc, &content)).unwrap_or(content.start);
        if let Some(comma) = resumed(told, found, &content) {
            let end = doc.sentence_of(comma).map_or(comma, |sentence| sentence.tokens.end);
            found.content.extend(Some(without_stop(doc, comma + 1..end)).filter(|rest| !rest.is_empty()));
            let whose = |source: Span| doc.span(doc.tokens_in(source).start..doc.tokens_in(source).end.min(comma));
            found.source = found.source.map(whose);
        }
    }
    if content != told.content && !content.is_empty() {
        set(doc, found, content);
    }
}

/// Makes `tokens` the content, with the passages in marks that stand in it.
pub fn set(doc: &Doc, found: &mut Found, tokens: Range<usize>) {
    let span = doc.span(tokens);
    found.content[0] = span;
    let from = doc.quotes.partition_point(|quote| quote.outer.start < span.start);
    let inside = |&q: &usize| doc.quotes[q].depth == 0 && span.contains(doc.quotes[q].outer);
    found.quotes =
        (from..doc.quotes.len()).take_while(|&q| doc.quotes[q].outer.start < span.end).filter(inside).collect();
    found.form = match found.quotes[..] {
        [] => Form::Indirect,
        [quote] if doc.quotes[quote].outer == span => Form::Direct,
        _ => Form::Mixed,
    };
}

/// Leaves the one part that is said of two: a passage in marks behind whose cue the writer tells what else was done
/// ("“No,” he said, waving", "“No,” he said as he left the mill"), what follows the cue where a clause of the writer's
/// own, an occasion, a conjunction or a title stands before it ("While it rained, she said she would go", "Later, at
/// the mill, Lee said, “No.”").
pub fn alone(view: &View, found: &mut Found) {
    let doc = view.doc;
    joined(doc, found);
    let (&[first, second], Some(cue)) = (&found.content[..], found.cue.first()) else { return };
    let that = doc.says(doc.token_at(second.start), "that");
    if found.source.is_none() && !that {
        return;
    }
    let (cue, start, before) = (doc.tokens_in(*cue), doc.token_at(second.start), doc.tokens_in(first));
    // "The baker who had bought the mill | said on Monday that"
    if found.source.is_none()
        && before.end == cue.start
        && start > cue.end
        && doc.has(&lexicon::DETERMINERS, before.start)
    {
        found.source = Some(first);
        found.content.remove(0);
        return;
    }
    let passage = |part: Span| found.quotes.iter().find(|&&quote| doc.quotes[quote].outer == part);
    let opened = found.quotes.iter().map(|&quote| doc.quotes[quote].outer).find(|outer| outer.start == second.start);
    let (said, next) = (passage(first), opened.is_some());
    // "“No,” Lee recalled Falk saying", but not "was quoted by the agency Delta as saying"
    let says = |i: usize| doc.one(i, "saying telling") && !doc.says(i - 1, "as");
    // "“The old quay,” Lee said, needs a roof"
    let needs =
        !doc.capital(start) && doc.lower(start).ends_with('s') && !doc.one(start, "as his its this across towards");
    let goes_on = doc.one(start, "that but and") || needs || verb(doc, start) || doc.tokens_in(second).any(says);
    let does = before.end <= cue.start && start >= cue.end && !goes_on;
    let plainly = found.quotes.len() == 1 || doc.one(start.wrapping_sub(1), "as before after when while");
    if said.is_some() && plainly && does && !next {
        set(doc, found, before);
        found.content.pop();
        return;
    }
    if before.end <= cue.start && doc.says(cue.start, "according") && tells_of(doc, &before, &doc.tokens_in(second)) {
        set(doc, found, before);
        found.content.pop();
        return;
    }
    let plain = || !before.clone().any(|i| view.quote(i).is_some());
    let clause = || doc.one(start, "that he she they it the there");
    // "The board was told by Lee that"
    let hearer = found.form == Form::Indirect && heard(doc, found.cue[0]);
    let title = |&quote: &usize| before.start > 0 && doc.tokens[before.start - 1].is_word() && is_title(doc, quote);
    let led = doc.has(&lexicon::PREPOSITIONS, before.start) || doc.one(before.start, "later earlier then");
    let fronted =
        plain() && (start == cue.end && clause() || (next || start == cue.end) && led && bare(doc, before.clone()));
    if before.end <= cue.start && start >= cue.end && (fronted || hearer || next && said.is_some_and(title)) {
        found.content.remove(0);
        set(doc, found, doc.tokens_in(opened.map_or(second, |outer| outer.join(second))));
    }
}

/// The part of the content in the paragraph of its cue, where a heading without a stop of its own ran into the next
/// one; the block quotation that a cue above it leads to.
fn own_lines(told: &Told) -> Range<usize> {
    let (doc, content) = (told.doc, told.content.clone());
    let block = |i: usize| doc.block_at(doc.tokens[i].span.start);
    let lines = |block: usize| doc.tokens_in(doc.article.blocks[block].span);
    let (first, last) = (block(content.start), block(content.end - 1));
    if first == last {
        return content;
    }
    let end = lines(first).end;
    let set_apart = doc.article.blocks[first + 1].kind == BlockKind::Blockquote;
    if told.follows() && set_apart && doc.article.blocks[first].kind != BlockKind::Blockquote {
        return end..content.end;
    }
    match doc.tokens[end - 1].is_word() && content.end > end {
        true if told.follows() => content.start..end,
        true => lines(last).start.max(content.start)..content.end,
        false => content,
    }
}

/// The end of a content that runs on into the next sentence.
fn in_sentence(doc: &Doc, content: &Range<usize>) -> usize {
    let end = doc.sentence_of(content.start).map_or(content.end, |sentence| sentence.tokens.end);
    let own = |end: usize| doc.tokens_in(without_stop(doc, content.start..end)).end;
    if end < content.end && doc.lower(end.wrapping_sub(1)) != ":" { own(end) } else { content.end }
}

/// Where the clause ends that the cue stands in, be that in brackets or before the main one: "(Lee says it is old)",
/// "After Lee said that it was old, the board".
fn own_clause(told: &Told, content: &Range<usize>) -> Option<usize> {
    const JOINS: &str = "before after when while although though since once because if whereas";
    let doc = told.doc;
    let mut open = 0usize;
    for i in content.clone() {
        match doc.lower(i) {
            "(" => open += 1,
            ")" if open == 0 => return (!told.quoted(i)).then_some(i),
            ")" => open -= 1,
            _ => {}
        }
    }
    let sentence = doc.sentence_of(told.cue.start)?.tokens.clone();
    let fronted = doc.one(sentence.start, JOINS) && !(sentence.start..told.cue.start).any(|i| doc.says(i, ","));
    if !fronted || content.end + 2 < sentence.end {
        return None;
    }
    let hangs = |i: usize| doc.one(i, "which who where and or a an with") || doc.lower(i).ends_with("ing");
    let main = |&i: &usize| doc.says(i, ",") && !hangs(i + 1) && !told.quoted(i);
    // "When asked about “boats for all,” | Lee left"
    let marked = |&i: &usize| {
        let before = told.view.quote(i - 1).filter(|_| !told.quoted(i) && doc.tokens[i].is_word() && !hangs(i));
        before.is_some_and(|q| told.view.last_char(q) == ',')
    };
    content.clone().skip(2).find(|i| main(i) || marked(i))
}
