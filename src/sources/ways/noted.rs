//! What a statement tells of the way of those to come.

use super::{Reader, Said};
use crate::{
    annotation::Medium,
    attribution::Found,
    people::{EntityId, People},
    sources::{Step, relays, told},
    span::Span,
    text::Doc,
};
use std::ops::Range;

impl Reader<'_> {
    /// "Delta News quoted Lee as saying it held. “It is dry,” Lee said."
    pub(super) fn note_relay(&mut self, people: &mut People, said: &Said, steps: &[Step]) {
        let doc = self.doc;
        let relay = said.found.relay.filter(|relay| cited(doc, said.found) || transcript(doc, *relay));
        if let (Some(speaker), Some(relay)) = (said.speaker, relay) {
            // "according to a transcript obtained by the Courier"
            let holder = steps.iter().find(|step| step.span.is_some_and(|span| relays::holds(doc, span))).cloned();
            let step = holder.unwrap_or_else(|| {
                let whom = people.resolve(doc, relay, &[]);
                let text = relays::name(doc, people, whom, relay);
                Step { whom, text, ..Step::named(doc, relay) }
            });
            self.carried.note(speaker, said.block, step);
        }
    }

    /// "On Delta News, Lee was asked whether it held. “It is dry,” he said."
    pub(super) fn note_asked(&mut self, said: &Said, to: Option<EntityId>, steps: &[Step]) {
        let doc = self.doc;
        let tokens = |spans: Option<&Span>| spans.map_or(0..0, |span| doc.tokens_in(*span));
        let (source, cue) = (tokens(said.found.source.as_ref()), tokens(said.found.cue.first()));
        let asked = match said.speaker {
            None => steps.first().filter(|step| airs(doc, step)).cloned(),
            Some(_) => told::asks(doc, source, cue),
        };
        if let (Some(to), Some(step)) = (to, asked) {
            self.carried.note(to, said.block, step);
        }
    }

    /// "One user wrote on Reddit. Another added"
    pub(super) fn note_site(&mut self, said: &Said, steps: &mut Vec<Step>) {
        match said.found.source.map(|source| self.doc.tokens_in(source)) {
            Some(source) if user(self.doc, source.clone()) => match &self.site {
                Some((at, site)) if steps.is_empty() && *at + 1 >= said.block => steps.clone_from(site),
                _ => self.site = Some((said.block, steps.clone())).filter(|_| posted(steps)),
            },
            Some(_) => self.site = None,
            None => {}
        }
    }

    /// "Delta told the Courier that it would stay. “It is ours,” a spokesman said."
    pub(super) fn note_body(&mut self, people: &People, said: &Said, steps: &mut Vec<Step>) {
        let Some(speaker) = said.speaker else { return };
        let entity = people.entity(speaker);
        let speaks_for = entity.unnamed && entity.name.contains("spokes") && !entity.name.contains(char::is_uppercase);
        match self.body.take() {
            Some((at, body)) if speaks_for && steps.is_empty() && at + 1 >= said.block => {
                *steps = self.carried.steps(Some(speaker), said.block, body, false);
            }
            _ if !entity.unnamed && entity.gender.is_none() && !steps.is_empty() => {
                self.body = Some((said.block, steps.clone()));
            }
            _ => {}
        }
    }
}

/// Whether `source` is somebody who posts on a site, or one more.
fn user(doc: &Doc, source: Range<usize>) -> bool {
    let more = source.len() == 1 && doc.one(source.start, "another others");
    more || source.into_iter().any(|i| doc.one(i, "user users commenter commenters poster posters"))
}

/// Whether the relay of `found` is one who quotes the speaker.
fn cited(doc: &Doc, found: &Found) -> bool {
    found.cue.first().is_some_and(|cue| doc.tokens_in(*cue).any(|i| doc.one(i, "quoted quotes cited cites")))
}

/// Whether one is asked in or on what `step` tells of, rather than just beside it.
fn airs(doc: &Doc, step: &Step) -> bool {
    step.medium.is_some() || step.span.is_some_and(|at| doc.says(doc.token_at(at.start).wrapping_sub(1), "on"))
}

/// Whether a `relay` is what holds the words of a whole talk.
fn transcript(doc: &Doc, relay: Span) -> bool {
    doc.tokens_in(relay).any(|i| doc.one(i, "transcript recording"))
}

/// Whether words came by a post alone.
fn posted(steps: &[Step]) -> bool {
    !steps.is_empty() && steps.iter().all(|step| step.medium == Some(Medium::Post))
}
