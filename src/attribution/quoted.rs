//! Statements that hold passages in quotation marks.

use super::{
    Found, content,
    cue::Cue,
    links::{self, Link},
    report,
    view::View,
    without_stop,
};
use crate::{annotation::Form, order, pace::Pace, span::Span};

/// The statements that hold passages in marks, and for each cue whether one of them took it.
pub async fn find(view: &View<'_>, cues: &[Cue], pace: &Pace) -> (Vec<Found>, Vec<bool>) {
    let links = links::find(view, cues, pace).await;
    let mut gathered =
        Gathered { found: Vec::new(), of_cue: vec![None; cues.len()], of_quote: vec![None; links.len()] };
    // First what stands for itself, then what follows it, which may stand before it.
    let follows = |q: &usize| matches!(links[*q], Some(Link::Same(_)));
    for q in (0..links.len()).filter(|q| !follows(q)).chain((0..links.len()).filter(follows)) {
        if let Some(link) = &links[q] {
            gathered.add(view, cues, q, link);
            pace.rest(1).await;
        }
    }
    for statement in &mut gathered.found {
        order::by_key(&mut statement.quotes, |&quote| quote as u64);
        order::by_key(&mut statement.content, |&span| order::of_span(span));
        apart(&mut statement.content);
    }
    let used = gathered.of_cue.iter().map(Option::is_some).collect();
    (gathered.found, used)
}

/// Makes one of spans that overlap; they stand in order.
fn apart(spans: &mut Vec<Span>) {
    spans.dedup_by(|next, last| {
        let overlap = last.overlaps(*next);
        if overlap {
            *last = last.join(*next);
        }
        overlap
    });
}

/// Statements as they grow, with those of each cue and of each passage, as indices into `found`.
struct Gathered {
    found: Vec<Found>,
    of_cue: Vec<Option<usize>>,
    of_quote: Vec<Option<usize>>,
}

impl Gathered {
    /// Adds the passage `q` to the statement of its cue or of the passage that it follows, or as a new one.
    fn add(&mut self, view: &View, cues: &[Cue], q: usize, link: &Link) {
        let known = match link {
            Link::Whole(c) | Link::Part(c) => self.of_cue[*c],
            Link::Same(head) => self.of_quote[*head],
            Link::Bare(..) | Link::Unknown => None,
        };
        if let Some(statement) = known {
            self.of_quote[q] = known;
            return self.join(view, q, statement);
        }
        let statement = match link {
            Link::Whole(c) => direct(view, q, Some(&cues[*c]), 0.9),
            Link::Part(c) => mixed(view, cues, *c, q),
            Link::Bare(source, mark) => Found {
                source: source.as_ref().map(|s| view.span(s)),
                cue: mark.iter().map(|&i| view.doc.tokens[i].span).collect(),
                ..direct(view, q, None, 0.6)
            },
            Link::Same(_) | Link::Unknown => direct(view, q, None, 0.3),
        };
        self.of_quote[q] = Some(self.found.len());
        if let Link::Whole(c) | Link::Part(c) = link {
            self.of_cue[*c] = Some(self.found.len());
        }
        self.found.push(statement);
    }

    /// Adds the passage `q` to `statement`, unless its words are there already.
    fn join(&mut self, view: &View, q: usize, statement: usize) {
        let statement = &mut self.found[statement];
        let outer = view.doc.quotes[view.outer[q]].outer;
        // Only a clause in the writer's words, which comes first, holds passages besides its own.
        let inside = statement.content.first().is_some_and(|s| s.contains(outer));
        if !inside {
            statement.content.push(outer);
        }
        if statement.quotes.last() != Some(&view.outer[q]) && !(inside && statement.quotes.contains(&view.outer[q])) {
            statement.quotes.push(view.outer[q]);
        }
    }
}

fn direct(view: &View, q: usize, cue: Option<&Cue>, confidence: f32) -> Found {
    Found {
        form: Form::Direct,
        attitude: false,
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
    let clause = report::around(view, cue, next).map(|(span, _)| span);
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
