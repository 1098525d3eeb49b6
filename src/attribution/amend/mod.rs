//! What is mended of statements in the writer's words once they are linked: what says nothing goes or is told apart,
//! whoever is accused does not speak, and contents begin and end where they should.

mod agent;
mod asides;
mod bare;
mod clause;
mod deeds;
mod edges;
mod extent;
mod hearer;
mod idle;
mod missed;
mod narrow;
mod nearer;
mod owned;
mod passive;
mod relayed;
mod subject;
mod telling;
mod trailing;
mod unspoken;
mod verdict;
mod whole;

use super::{Found, sort, view::View};
use crate::{annotation::Form, lexicon::cues, pace::Pace, text::Doc};
pub use missed::claims;
pub use passive::unsaid;
use std::ops::Range;

/// A statement's cue and the first part of its content, in tokens.
struct Told<'a> {
    view: &'a View<'a>,
    doc: &'a Doc<'a>,
    cue: Range<usize>,
    content: Range<usize>,
    /// The verb of the cue: the last that is known to attribute, or else its last word.
    verb: usize,
}

impl<'a> Told<'a> {
    fn of(view: &'a View<'a>, found: &Found) -> Option<Self> {
        let doc = view.doc;
        let cue = doc.tokens_in(*found.cue.first()?);
        let content = doc.tokens_in(*found.content.first()?);
        let known = cue.clone().rev().find(|&i| cues::class(doc.lower(i)).is_some());
        let verb = known.or(cue.end.checked_sub(1))?;
        (!content.is_empty() && !cue.is_empty()).then_some(Self { view, doc, cue, content, verb })
    }

    /// Whether token `i` stands in a passage in marks.
    fn quoted(&self, i: usize) -> bool {
        self.view.quote(i).is_some()
    }

    /// Whether the content follows the cue.
    fn follows(&self) -> bool {
        self.content.start >= self.cue.end
    }

    /// Whether the verb begins like one of `stems`, which are parted by spaces.
    #[inline(never)]
    fn verb_of(&self, stems: &str) -> bool {
        let verb = self.doc.lower(self.verb);
        stems.split_ascii_whitespace().any(|stem| verb.starts_with(stem))
    }

    /// Whether a word of the cue is one of `words`, which are parted by spaces.
    #[inline(never)]
    fn cue_has(&self, words: &str) -> bool {
        self.cue.clone().any(|i| self.doc.one(i, words))
    }
}

/// The report of the rules in what was cut off a content, from byte `start` to `end`: another sentence is another's.
fn beyond(rules: &[Found], start: usize, end: usize) -> Option<Found> {
    let begin = |rule: &Found| rule.content.first().map_or(0, |content| content.start);
    let rule = rules.get(rules.partition_point(|rule| begin(rule) < start))?;
    (begin(rule) < end && rule.source.is_some() && !rule.cue.is_empty()).then(|| rule.clone())
}

/// Mends a statement that is none, or whose words in marks are a term, the writer's, or those of whoever asks.
fn mixed(told: &Told, statement: &mut Found) {
    let mixed = statement.form == Form::Mixed;
    let term = || {
        idle::term(told)
            || asides::own(told, statement)
            || deeds::supposed(told, statement.source)
            || deeds::unreal(told)
    };
    let none = idle::himself(told) || mixed && term();
    if mixed && (none || unspoken::withheld(told)) {
        statement.quotes.clear();
        statement.form = Form::Indirect;
    }
    statement.attitude |= none;
}

/// Mends the statements of `found`, which are in text order of their contents, with those of `rules` that they lack.
pub async fn amend(doc: &Doc<'_>, rules: &[Found], found: &mut Vec<Found>, pace: &Pace) {
    let view = View::new(doc);
    pace.look().await;
    missed::add(&view, rules, found, pace).await;
    let mut kept = Vec::with_capacity(found.len());
    for mut statement in std::mem::take(found) {
        pace.rest(1).await;
        kept.extend(source(&view, &mut statement));
        if statement.form != Form::Direct {
            report(&view, rules, statement, &mut kept);
        } else if !idle::offence(doc, &statement) {
            clause::around_fragment(&view, &mut statement);
            kept.push(statement);
        }
    }
    kept.iter_mut().for_each(|statement| edges::timeless(doc, statement));
    sort(&mut kept);
    *found = kept;
}

/// Mends whose the statement is, of whatever form; what else it turns out to hold.
fn source(view: &View, statement: &mut Found) -> Option<Found> {
    // Whose words a passage is, the linker tells better.
    extent::alone(view, statement);
    narrow::mend(view, statement);
    nearer::mend(view, statement);
    subject::apposed(view, statement);
    subject::possessor(view.doc, statement);
    relayed::mend(view, statement);
    let owned = owned::mend(view, statement);
    if let Some(told) = Told::of(view, statement) {
        subject::outer(view, &told, statement);
        subject::head(view, &told, statement);
        trailing::mend(&told, statement);
    }
    owned
}

/// Mends a statement in the writer's words, wholly or in part, and adds to `kept` what it comes to.
fn report(view: &View, rules: &[Found], mut statement: Found, kept: &mut Vec<Found>) {
    let doc = view.doc;
    hearer::told_to(doc, &mut statement);
    passive::unname(doc, &mut statement);
    agent::restore(view, &mut statement);
    if let Some(told) = Told::of(view, &statement) {
        extent::mend(&told, &mut statement);
        let whole = doc.span(told.content.clone());
        kept.extend(beyond(rules, statement.content[0].end, whole.end));
    }
    let Some(told) = Told::of(view, &statement) else {
        kept.push(statement);
        return;
    };
    mixed(&told, &mut statement);
    if statement.form == Form::Indirect {
        if asides::is(&told, &statement) {
            return;
        }
        missed::sentence_before(&told, &mut statement);
        subject::restore(view, &told, &mut statement);
        agent::by(view, &mut statement);
        if idle::is(&told, &statement) {
            return;
        }
        statement.source = statement.source.filter(|_| !unspoken::nobodys(&told));
        statement.attitude &= !missed::voiced(&told, &statement);
        statement.attitude |= deeds::is(&told, &statement)
            || unspoken::is(&told, &statement)
            || idle::silent(&told)
            || asides::own(&told, &statement);
        edges::mend(&told, &mut statement);
    }
    let second = edges::second(&told, &mut statement);
    kept.push(statement);
    kept.extend(second);
}
