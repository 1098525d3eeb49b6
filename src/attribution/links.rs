//! Which words attribute each passage in quotation marks.

use super::{
    beside::{self, Gap},
    cue::Cue,
    phrase,
    view::View,
};
use crate::{lexicon, lexicon::cues::Class, pace::Pace};
use std::ops::Range;

/// How a passage hangs on the words that attribute it.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// To the cue, as its whole content or a part of that set apart.
    Whole(usize),
    /// To the cue, as a part of a clause in the writer's words.
    Part(usize),
    /// To a source, if any, without a cue verb, by the mark at a token or by standing after a sentence about it.
    Bare(Option<Range<usize>>, Option<usize>),
    /// To whatever the passage at this position is linked to.
    Same(usize),
    /// To nobody that can be told, though it reads like speech.
    Unknown,
}

/// The link of each passage in [`View::outer`]; `None` for those that are no speech.
pub async fn find(view: &View<'_>, cues: &[Cue], pace: &Pace) -> Vec<Option<Link>> {
    let mut links: Vec<Option<Link>> = Vec::with_capacity(view.outer.len());
    for q in 0..view.outer.len() {
        let link = match link(view, cues, &links, q) {
            // Always to the first of a row, so that nobody has to walk it.
            Some(Link::Same(p)) => Some(Link::Same(head(&links, p))),
            other => other,
        };
        links.push(link);
        pace.rest(1).await;
    }
    join_paragraphs(view, &mut links);
    links
}

/// The passage that the one at position `p` is tied to, or `p` itself.
fn head(links: &[Option<Link>], p: usize) -> usize {
    if let Some(Link::Same(head)) = links[p] { head } else { p }
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
            let known = |l: &Option<Link>| matches!(l, Some(Link::Whole(_) | Link::Bare(..)));
            let head = (start..=end).find(|&q| known(&links[q])).unwrap_or(start);
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
    let lead = beside::before(view, cues, q, &block);
    let titled = view.title_case(q) && !matches!(view.last_char(q), '.' | '!' | '?');
    if let Some((cue, Gap::Direct)) = lead {
        // "a film called “Still Water”", but "he said, “No”".
        let named =
            titled && (cues[cue].class == Some(Class::Quote) || view.words(q) > 1) && view.word(tokens.start - 1);
        return (!named).then_some(Link::Whole(cue));
    }
    // "On Delta TV's “Harbour Hour,” Lee said": the comma ends what leads up to the clause.
    let amid =
        titled && work(view, q) && view.words(q) > 1 && tokens.start > block.start && view.word(tokens.start - 1);
    if let Some(cue) = beside::after(view, cues, q, &block).filter(|_| !amid) {
        // "Orlen responded that she “…,” the adviser said": his words, as another reports them.
        return Some(
            lead.filter(|&(_, gap)| gap == Gap::Clause).map_or(Link::Whole(cue), |(inner, _)| Link::Part(inner)),
        );
    }
    if let Some((cue, gap)) = lead {
        if gap == Gap::Object {
            return Some(Link::Whole(cue));
        }
        return (!titled).then_some(Link::Part(cue));
    }
    let previous = q.checked_sub(1).filter(|&p| view.tokens[p].start >= block.start);
    if let Some(p) = previous.filter(|&p| goes_on(view, cues, links, p, q)) {
        return Some(Link::Same(p));
    }
    if let Some(cue) = beside::trailing(view, cues, q) {
        return (!titled).then_some(Link::Part(cue));
    }
    if let Some(source) = beside::colon(view, tokens.start, block.start) {
        return Some(Link::Bare(Some(source), Some(tokens.start - 1)));
    }
    if let Some(source) = beside::dash(view, tokens.end, block.end) {
        return Some(Link::Bare(Some(source), Some(tokens.end)));
    }
    if !reads_like_speech(view, q, &block) {
        return None;
    }
    if let Some(p) = previous.filter(|&p| links[p].is_some()) {
        return Some(introduced(view, cues, p, q).map_or(Link::Same(p), |source| Link::Bare(Some(source), None)));
    }
    carried(view, cues, links, q, &block)
}

/// Whether the passage `q` takes up the one before it after their common attribution: "“…,” Lee said. “…”".
fn goes_on(view: &View, cues: &[Cue], links: &[Option<Link>], p: usize, q: usize) -> bool {
    let between = view.tokens[p].end..view.tokens[q].start;
    let Some(Link::Whole(cue)) = links[head(links, p)] else { return false };
    let clause = cues[cue].clause();
    let attributed_between = between.start <= clause.start && clause.end <= between.end;
    let stops = between.clone().filter(|&i| view.doc.one(i, ". ! ?")).count();
    let last = view.doc.lower(view.tokens[q].start - 1);
    attributed_between && stops <= 1 && between.len() <= 45 && lexicon::one(last, ". , ; : — – ! ?")
}

/// Whether a passage that nothing in its sentence attributes is speech: it makes up its sentence.
fn reads_like_speech(view: &View, q: usize, block: &Range<usize>) -> bool {
    let tokens = &view.tokens[q];
    let starts =
        tokens.start == block.start || matches!(view.doc.lower(tokens.start - 1), "." | "!" | "?" | ":" | "”" | "\"");
    let ends =
        matches!(view.last_char(q), '.' | ',' | '!' | '?' | '…' | '—' | '–') || !view.doc.quotes[view.outer[q]].closed;
    let words = view.words(q);
    // "“Still Water,” a film of 1989, is back"
    let title = view.title_case(q) && (!ends || view.last_char(q) == ',' && work(view, q));
    starts && (ends && words >= 2 || words >= 6) && !title
}

/// Whether the last word of passage `q` has a capital, as that of a title has: "“I do not,” she said" is none.
fn work(view: &View, q: usize) -> bool {
    view.tokens[q].clone().rev().find(|&i| view.doc.tokens[i].is_word()).is_some_and(|i| view.doc.capital(i))
}

/// The source of a passage that makes up its own sentences: who the words before it are about or by.
fn carried(view: &View, cues: &[Cue], links: &[Option<Link>], q: usize, block: &Range<usize>) -> Option<Link> {
    let start = view.tokens[q].start;
    if start > block.start {
        // "Lee disagreed. “It won’t work.”"
        let sentence = view.doc.sentence_of(start - 1)?.tokens.start..start;
        return Some(Link::Bare(told(cues, &sentence).or_else(|| subject(view, &sentence)), None));
    }
    // A paragraph that is nothing but a passage is announced by the one before, or goes on with its speaker.
    let above = view.block(block.start.checked_sub(1)?);
    if view.is(above.end - 1, ":") {
        let sentence = view.doc.sentence_of(above.end - 1)?.tokens.clone();
        return Some(Link::Bare(told(cues, &above).or_else(|| subject(view, &sentence)), None));
    }
    let previous = q.checked_sub(1).filter(|&p| view.tokens[p].start >= above.start && links[p].is_some());
    Some(match (previous, told(cues, &above)) {
        (Some(p), _) => Link::Same(p),
        (None, Some(source)) => Link::Bare(Some(source), None),
        (None, None) => Link::Unknown,
    })
}

/// Whoever is named for what the sentence between the passages `p` and `q` tells: "“…,” Lee said. Falk says it is late.
/// “…”"
fn introduced(view: &View, cues: &[Cue], p: usize, q: usize) -> Option<Range<usize>> {
    let before = view.tokens[q].start.checked_sub(1)?;
    let sentence = view.doc.sentence_of(before)?.tokens.clone();
    let cue = cues.get(cues.partition_point(|cue| cue.group.start < sentence.start))?;
    let told = sentence.start >= view.tokens[p].end && cue.group.end < before && cue.class.is_some();
    cue.source.clone().filter(|source| told && !cue.inverted() && view.doc.capital(source.end - 1))
}

/// The source of the last cue in `range`.
fn told(cues: &[Cue], range: &Range<usize>) -> Option<Range<usize>> {
    let last = cues[..cues.partition_point(|c| c.group.end <= range.end)].last();
    last.filter(|c| c.group.start >= range.start)?.source.clone()
}

/// The phrase that a sentence begins with.
fn subject(view: &View, sentence: &Range<usize>) -> Option<Range<usize>> {
    phrase::after(view, sentence.start, sentence.end)
}
