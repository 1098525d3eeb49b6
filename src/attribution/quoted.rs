//! Who said the passages in quotation marks.

use super::{Found, content, cue::Cue, phrase, report, view::View, without_stop};
use crate::{annotation::Form, lexicon::cues::Class, span::Span};
use std::ops::Range;

/// How a passage hangs on the words that attribute it.
#[derive(Clone, Debug, PartialEq)]
enum Link {
    /// To the cue, as its whole content or a part of that set apart.
    Whole(usize),
    /// To the cue, as a part of a clause in the writer's words.
    Part(usize),
    /// To a source without a cue verb, by a colon or by standing after a sentence about it.
    Bare(Option<Range<usize>>, Option<usize>),
    /// To whatever the passage at this position is linked to.
    Same(usize),
    /// To nobody that can be told, though it reads like speech.
    Unknown,
}

/// The statements that hold passages in marks; notes in `used` which cues these took.
pub fn find(view: &View, cues: &[Cue], used: &mut [bool]) -> Vec<Found> {
    let mut links: Vec<Option<Link>> = Vec::with_capacity(view.outer.len());
    for q in 0..view.outer.len() {
        let link = link(view, cues, &links, q);
        links.push(link);
    }
    join_paragraphs(view, &mut links);
    gather(view, cues, &links, used)
}

/// A quotation that is opened again at each paragraph has one source: the first that any of its paragraphs has.
fn join_paragraphs(view: &View, links: &mut [Option<Link>]) {
    let mut start = 0;
    while start < links.len() {
        let mut end = start;
        while end + 1 < links.len() && view.doc.quotes[view.outer[end]].continues {
            end += 1;
        }
        if end > start {
            let told = |l: &Option<Link>| matches!(l, Some(Link::Whole(_) | Link::Bare(..)));
            let head = (start..=end).find(|&q| told(&links[q])).unwrap_or(start);
            if links[head].is_none() {
                links[head] = Some(Link::Unknown);
            }
            for q in (start..=end).filter(|&q| q != head) {
                links[q] = Some(Link::Same(head));
            }
        }
        start = end + 1;
    }
}

fn link(view: &View, cues: &[Cue], links: &[Option<Link>], q: usize) -> Option<Link> {
    let tokens = &view.tokens[q];
    let block = view.block(tokens.start);
    let lead = before(view, cues, q, &block);
    if let Some((cue, Gap::Direct)) = lead {
        return Some(Link::Whole(cue));
    }
    if let Some(cue) = after(view, cues, q, &block) {
        // "Xi responded that he “…,” the adviser said": his words, as another reports them.
        return Some(
            lead.filter(|&(_, gap)| gap == Gap::Clause).map_or(Link::Whole(cue), |(inner, _)| Link::Part(inner)),
        );
    }
    if let Some((cue, gap)) = lead {
        if gap == Gap::Object {
            return Some(Link::Whole(cue));
        }
        if !(view.title_case(q) && view.words(q) > 1) {
            return Some(Link::Part(cue));
        }
        return None;
    }
    let previous = q.checked_sub(1).filter(|&p| view.tokens[p].start >= block.start);
    if let Some(p) = previous.filter(|&p| goes_on(view, cues, links, p, q)) {
        return Some(Link::Same(p));
    }
    if let Some(cue) = trailing(view, cues, q) {
        return (!(view.title_case(q) && view.words(q) > 1)).then_some(Link::Part(cue));
    }
    if let Some(source) = colon(view, tokens.start, block.start) {
        return Some(Link::Bare(Some(source), Some(tokens.start - 1)));
    }
    if !reads_like_speech(view, q, &block) {
        return None;
    }
    if let Some(p) = previous.filter(|&p| links[p].is_some()) {
        return Some(Link::Same(p));
    }
    carried(view, cues, links, q, &block)
}

/// What stands between a cue and the passage after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    /// Nothing, or words that end in a comma, a colon or "that": the passage is the content.
    Direct,
    /// What the passage is said of ("called the plan “a disgrace”").
    Object,
    /// The beginning of a clause in the writer's words.
    Clause,
}

/// The nearest cue before the passage in its sentence.
fn before(view: &View, cues: &[Cue], q: usize, block: &Range<usize>) -> Option<(usize, Gap)> {
    let tokens = &view.tokens[q];
    let index = cues.partition_point(|c| c.group.end <= tokens.start).checked_sub(1)?;
    let cue = &cues[index];
    let sentence = view.doc.sentence_of(tokens.start)?.tokens.start.max(block.start);
    if cue.group.start < sentence {
        return None;
    }
    let from = cue.clause().end.max(cue.group.end).min(tokens.start);
    let gap = from..tokens.start;
    if cue.class.is_none() {
        // "According to Lee, the plan is “a disgrace”" but not "…, according to Lee. “…”".
        return Some((index, if gap.len() <= 1 { Gap::Direct } else { Gap::Clause }));
    }
    // A cue that closes its own quotation ("“…,” Lee said, “…”") has to be told from one that begins another.
    let closes = cue.clause().start > 0
        && view.quote(cue.clause().start - 1).is_some_and(|p| matches!(view.last_char(p), ',' | '?' | '!'))
        || cue.clause().start > 1
            && view.is(cue.clause().start - 1, ",")
            && view.quote(cue.clause().start - 2).is_some();
    if closes {
        return None;
    }
    let quoted_between = gap.clone().any(|i| view.quote(i).is_some());
    let last = tokens.start.wrapping_sub(1);
    let led = view.is(last, ",") || view.is(last, ":");
    if gap.is_empty() || (led || view.is(last, "that")) && gap.len() <= 25 && !quoted_between {
        return Some((index, Gap::Direct));
    }
    if matches!(cue.class, Some(Class::Quote | Class::Ask)) {
        return (gap.len() <= 14).then_some((index, Gap::Object));
    }
    Some((index, Gap::Clause))
}

/// The cue that follows the passage: "“…,” Lee said", "“…,” said Lee", "“…,” according to Lee".
fn after(view: &View, cues: &[Cue], q: usize, block: &Range<usize>) -> Option<usize> {
    let end = view.tokens[q].end;
    let comma = view.is(end, ",");
    let at = if comma { end + 1 } else { end };
    let open = comma || matches!(view.last_char(q), ',' | '?' | '!' | '—' | '–' | '…' | '-');
    let first = cues.partition_point(|c| c.group.end <= at);
    let cue = cues.get(first).filter(|c| c.group.end <= block.end && c.source.is_some())?;
    let begins = cue.clause().start == at;
    let lower_case = !view.doc.capital(at);
    let near = cue.group.start < at + 16
        && !(at..cue.group.start).any(|i| view.quote(i).is_some() || view.is(i, ".") || view.is(i, ";"));
    let direct = begins && (open || lower_case && cue.group.start == at);
    (direct || open && near && !cue.participle && cue.clause().start >= at && cue.clause().start <= at + 3)
        .then_some(first)
}

/// Whether the passage `q` takes up the one before it after their common attribution: "“…,” Lee said. “…”".
fn goes_on(view: &View, cues: &[Cue], links: &[Option<Link>], p: usize, q: usize) -> bool {
    let between = view.tokens[p].end..view.tokens[q].start;
    let mut head = p;
    while let Some(Link::Same(earlier)) = links[head] {
        head = earlier;
    }
    let Some(Link::Whole(cue)) = links[head] else { return false };
    let clause = cues[cue].clause();
    let attributed_between = between.start <= clause.start && clause.end <= between.end;
    let stops = between.clone().filter(|&i| matches!(view.doc.lower(i), "." | "!" | "?")).count();
    let last = view.doc.lower(view.tokens[q].start - 1);
    attributed_between
        && stops <= 1
        && between.len() <= 45
        && matches!(last, "." | "," | ";" | ":" | "—" | "–" | "!" | "?")
}

/// A cue at the end of the sentence that the passage is a part of: "The plan is “a disgrace”, Lee said."
fn trailing(view: &View, cues: &[Cue], q: usize) -> Option<usize> {
    let end = view.tokens[q].end;
    let sentence = view.doc.sentence_of(end.checked_sub(1)?)?.tokens.clone();
    let first = cues.partition_point(|c| c.group.start < end);
    let (index, cue) = cues
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, c)| c.group.end <= sentence.end)
        .find(|(_, c)| !c.participle)?;
    let start = cue.clause().start;
    let led = start > end && (view.is(start - 1, ",") || cue.class.is_none());
    (led && cue.source.is_some()).then_some(index)
}

/// The phrase before a colon right before token `start`, in the same block.
fn colon(view: &View, start: usize, block: usize) -> Option<Range<usize>> {
    if start <= block || !view.is(start - 1, ":") {
        return None;
    }
    let sentence = view.doc.sentence_of(start - 1)?.tokens.start.max(block);
    phrase::before(view, start - 1, sentence).or_else(|| phrase::after(view, sentence, start - 1))
}

/// Whether a passage that nothing in its sentence attributes is speech: it makes up its sentence.
fn reads_like_speech(view: &View, q: usize, block: &Range<usize>) -> bool {
    let tokens = &view.tokens[q];
    let starts =
        tokens.start == block.start || matches!(view.doc.lower(tokens.start - 1), "." | "!" | "?" | ":" | "”" | "\"");
    let ends =
        matches!(view.last_char(q), '.' | ',' | '!' | '?' | '…' | '—' | '–') || !view.doc.quotes[view.outer[q]].closed;
    let words = view.words(q);
    starts && (ends && words >= 2 || words >= 6) && !(view.title_case(q) && !ends)
}

/// The source of a passage that makes up its own sentences: who the words before it are about or by.
fn carried(view: &View, cues: &[Cue], links: &[Option<Link>], q: usize, block: &Range<usize>) -> Option<Link> {
    let start = view.tokens[q].start;
    if start > block.start {
        // "Lee disagreed. “It won’t work.”"
        let sentence = view.doc.sentence_of(start - 1)?.tokens.clone();
        let last = cues
            .partition_point(|c| c.group.end <= start)
            .checked_sub(1)
            .filter(|&c| cues[c].group.start >= sentence.start);
        let source = last.and_then(|c| cues[c].source.clone()).or_else(|| subject(view, &sentence));
        return Some(Link::Bare(source, None));
    }
    // A paragraph that is nothing but a passage goes on with the speaker of the one before, or is announced by it.
    let above = view.block(block.start.checked_sub(1)?);
    if view.is(above.end - 1, ":") {
        let last = cues
            .partition_point(|c| c.group.end <= above.end)
            .checked_sub(1)
            .filter(|&c| cues[c].group.start >= above.start);
        let sentence = view.doc.sentence_of(above.end - 1)?.tokens.clone();
        let source = last.and_then(|c| cues[c].source.clone()).or_else(|| subject(view, &sentence));
        return Some(Link::Bare(source, None));
    }
    let previous = q.checked_sub(1).filter(|&p| view.tokens[p].start >= above.start && links[p].is_some());
    if let Some(p) = previous {
        return Some(Link::Same(p));
    }
    let last = cues
        .partition_point(|c| c.group.end <= above.end)
        .checked_sub(1)
        .filter(|&c| cues[c].group.start >= above.start);
    Some(last.and_then(|c| cues[c].source.clone()).map_or(Link::Unknown, |s| Link::Bare(Some(s), None)))
}

/// The phrase that a sentence begins with.
fn subject(view: &View, sentence: &Range<usize>) -> Option<Range<usize>> {
    phrase::after(view, sentence.start, sentence.end)
}

/// Makes statements of the links: passages of one attribution together.
fn gather(view: &View, cues: &[Cue], links: &[Option<Link>], used: &mut [bool]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut place: Vec<Option<usize>> = vec![None; links.len()];
    // Heads before those that follow them, wherever they stand.
    let order = (0..links.len())
        .filter(|&q| !matches!(links[q], Some(Link::Same(_))))
        .chain((0..links.len()).filter(|&q| matches!(links[q], Some(Link::Same(_)))));
    for q in order {
        let outer = view.doc.quotes[view.outer[q]].outer;
        let statement = match &links[q] {
            None => continue,
            Some(Link::Same(p)) => {
                place[q] = place[*p];
                if let Some(to) = place[q] {
                    add(&mut found[to], view.outer[q], outer);
                }
                continue;
            }
            Some(Link::Whole(c)) => {
                let same = (0..q).rev().take(3).find(|&p| links[p] == links[q]).and_then(|p| place[p]);
                if let Some(to) = same {
                    place[q] = Some(to);
                    add(&mut found[to], view.outer[q], outer);
                    continue;
                }
                used[*c] = true;
                direct(view, q, Some(&cues[*c]), 0.9)
            }
            Some(Link::Part(c)) => {
                if used[*c] {
                    place[q] = found.iter().position(|f| f.cue == [view.span(&cues[*c].group)]);
                    if let Some(to) = place[q] {
                        let inside = found[to].content.iter().any(|s| s.contains(outer));
                        if inside {
                            found[to].quotes.push(view.outer[q]);
                            found[to].quotes.dedup();
                        } else {
                            add(&mut found[to], view.outer[q], outer);
                        }
                    }
                    continue;
                }
                used[*c] = true;
                mixed(view, cues, *c, q)
            }
            Some(Link::Bare(source, cue)) => {
                let mut statement = direct(view, q, None, 0.6);
                statement.source = source.as_ref().map(|s| view.span(s));
                statement.cue = cue.iter().map(|&i| view.doc.tokens[i].span).collect();
                statement
            }
            Some(Link::Unknown) => direct(view, q, None, 0.3),
        };
        place[q] = Some(found.len());
        found.push(statement);
    }
    found
}

fn add(statement: &mut Found, quote: usize, outer: Span) {
    if !statement.quotes.contains(&quote) {
        statement.quotes.push(quote);
        statement.content.push(outer);
        statement.content.sort();
    }
}

fn direct(view: &View, q: usize, cue: Option<&Cue>, confidence: f32) -> Found {
    Found {
        form: Form::Direct,
        content: vec![view.doc.quotes[view.outer[q]].outer],
        cue: cue.iter().map(|c| view.span(&c.group)).collect(),
        source: cue.and_then(|c| c.source.as_ref()).map(|s| view.span(s)),
        relay: cue.and_then(|c| c.relay.as_ref()).map(|s| view.span(s)),
        quotes: vec![view.outer[q]],
        confidence,
    }
}

/// The clause of cue `c` that the passage `q` stands in.
fn mixed(view: &View, cues: &[Cue], c: usize, q: usize) -> Found {
    let outer = view.doc.quotes[view.outer[q]].outer;
    let cue = &cues[c];
    let next = cues.get(c + 1);
    let clause = report::around(view, cue, next, c.checked_sub(1).map(|i| &cues[i])).map(|(span, _)| span);
    let clause = clause.or_else(|| {
        let sentence = view.doc.sentence_of(cue.group.start)?.tokens.clone();
        let start = content::clause_after(view, cue, sentence.end).map_or(cue.clause().end, |r| r.start);
        Some(without_stop(view.doc, start..sentence.end))
    });
    match clause.filter(|s| s.overlaps(outer)) {
        Some(span) => report::statement(view, cue, span.join(outer), 0.75),
        None => direct(view, q, Some(cue), 0.7),
    }
}
