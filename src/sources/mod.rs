//! The way that words came: who relays whom, in which medium, and what kind of source each is.
//!
//! `ways` reads the statements in text order: `own` says what a statement's own sentence tells, `announced` what the
//! sentences beside it do, `carried` what goes on from its speaker's last words, and `relays` in whose reports it
//! stands. `nouns` and `phrase` know media and outlets by their words. `kinds` tells kinds of sources. Who speaks is
//! settled before, and nothing here changes it.

mod addressed;
mod amid;
mod announced;
mod carried;
mod credited;
mod cued;
mod described;
mod extended;
mod introduced;
mod kinds;
mod made;
mod nouns;
mod own;
mod phrase;
mod publishing;
mod relays;
mod signed;
mod told;
mod ways;

use crate::{
    annotation::Medium,
    attribution::Found,
    order,
    outlets::{self, Outlet},
    people::{EntityId, People},
    span::Span,
    text::Doc,
};
pub use announced::issuer;
pub use kinds::{kind, stands_for_body};
pub use signed::account;
pub use ways::ways;

/// A step of the way that words came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where the text tells of it; `None` where only a verb does.
    pub span: Option<Span>,
    /// As written.
    pub text: String,
    /// Who relays, where that is somebody.
    pub whom: Option<EntityId>,
    /// What the words are in, where that is told.
    pub medium: Option<Medium>,
    /// Whether the speaker told them to it as one tells an outlet, whatever its name looks like.
    pub told: bool,
}

impl Step {
    /// Somebody or something named at `span`.
    fn named(doc: &Doc, span: Span) -> Self {
        let text = doc.at(span);
        // "a post on X." ends a sentence, not the name.
        let letter = text.rsplit(' ').next().is_some_and(|last| last.len() == 2 && last.ends_with('.'));
        let text = if letter { &text[..text.len() - 1] } else { text };
        Self { span: Some(span), text: text.to_owned(), whom: None, medium: None, told: false }
    }

    /// A medium that only the verb tells.
    fn untold(text: &str, medium: Medium) -> Self {
        Self { span: None, text: text.to_owned(), whom: None, medium: Some(medium), told: false }
    }

    /// The medium named at `span`.
    fn medium(doc: &Doc, span: Span, medium: Medium) -> Self {
        Self { medium: Some(medium), ..Self::named(doc, span) }
    }

    /// The outlet that it is, or that its words name ("an interview with Delta News").
    pub fn outlet(&self, doc: &Doc, people: &People) -> Option<&'static Outlet> {
        let whom = self.whom.map(|id| &*people.entity(id).name);
        let known = whom.and_then(|name| outlets::named(name, true));
        let known = known.or_else(|| nouns::outlet(doc, doc.tokens_in(self.span?), true));
        known.or_else(|| outlets::named(&self.text, false))
    }
}

/// The way that one statement's words came by.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// Outermost first.
    pub steps: Vec<Step>,
    /// The one addressed.
    pub to: Option<EntityId>,
}

/// The name of an outlet as it is compared.
fn bare(name: &str) -> String {
    outlets::bare(name).to_lowercase()
}

/// A source without the medium that it ends in ("the army in a statement").
pub fn without_medium(doc: &Doc, source: Span) -> Span {
    let tokens = doc.tokens_in(source);
    made::behind(doc, tokens.clone()).map_or(source, |end| doc.span(tokens.start..end))
}

/// The noun of the document that a statement came in and that is given out in its speaker's name, if any.
pub fn document(doc: &Doc, people: &mut People, found: &Found) -> Option<String> {
    let steps = own::own(doc, people, found).steps;
    steps.iter().find_map(|step| people.document(doc, step.span?))
}

/// Where an entity is spoken of: by name, or as one of `sources`; in text order.
pub fn mentions(people: &People, id: EntityId, sources: Vec<Span>) -> Vec<Span> {
    let mut all: Vec<Span> = people.entity(id).mentions.iter().copied().chain(sources).collect();
    order::by_key(&mut all, |&span| order::of_span(span));
    let mut last: Option<Span> = None;
    all.retain(|span| {
        let apart = last.is_none_or(|last| !last.overlaps(*span));
        last = if apart { Some(*span) } else { last };
        apart
    });
    all
}
