//! Who relays whom: those in whose reports a statement stands.

use super::{Step, Way};
use crate::{
    attribution::Found,
    lexicon, order,
    pace::Pace,
    people::{EntityId, People},
    span::Span,
    text::Doc,
};
use std::collections::HashMap;

/// Reports within reports that are followed.
const DEEPEST: usize = 4;

/// Puts before the steps of each of `ways` those in whose reports its statement stands.
pub async fn add(
    doc: &Doc<'_>,
    people: &mut People,
    found: &[Found],
    entities: &[Option<EntityId>],
    ways: &mut [Way],
    pace: &Pace,
) {
    let at = found.iter().enumerate().filter_map(|(i, f)| Some((order::of_span(f.source?), i))).collect();
    let mut outer: Vec<Vec<Step>> = Vec::with_capacity(found.len());
    for i in 0..found.len() {
        outer.push(relays(doc, people, found, entities, ways, &at, i));
        pace.rest(1).await;
    }
    pace.look().await;
    for (way, mut relays) in ways.iter_mut().zip(outer) {
        let known = |step: &Step| {
            let same = |relay: &Step| {
                step.whom.is_some() && relay.whom == step.whom || step.span.is_some() && relay.span == step.span
            };
            relays.iter().any(same)
        };
        way.steps.retain(|step| !known(step) && !relays.iter().any(|relay| names_same(doc, people, relay, step)));
        relays.append(&mut way.steps);
        way.steps = relays;
        if way.steps.get(1).and_then(|step| step.span).is_some_and(|span| holds(doc, span)) {
            way.steps.swap(0, 1);
        }
    }
}

/// Those in whose reports statement `i` stands, outermost first, each after what they came by themselves.
fn relays(
    doc: &Doc,
    people: &mut People,
    found: &[Found],
    entities: &[Option<EntityId>],
    own: &[Way],
    at: &HashMap<u64, usize>,
    i: usize,
) -> Vec<Step> {
    let mut inner_first: Vec<Vec<Step>> = Vec::new();
    let mut known = entities[i];
    let mut next = found[i].relay;
    for _ in 0..DEEPEST {
        let Some(relay) = next else { break };
        let outer = at.get(&order::of_span(relay)).copied().filter(|&outer| outer != i);
        let whom = outer.and_then(|outer| entities[outer]).or_else(|| people.resolve(doc, relay, &[]));
        // "Lee said that, as she put it, …" is Lee's alone.
        // "a spokeswoman for the board, | an agency charged with safety": told of, and nobody's report.
        let first = doc.token_at(relay.start);
        let apposed = doc.one(first, "a an") && doc.says(first.wrapping_sub(1), ",");
        let nobody = outer.is_none() && (whom.is_none() || apposed) || whom.is_none() && nobody(doc, relay);
        if (whom.is_none() || whom != known) && !nobody {
            let mut steps = outer.map_or_else(Vec::new, |outer| own[outer].steps.clone());
            // "In the call he raged, prosecutors said": the call is his.
            let reported =
                |span: Span| outer.is_some_and(|outer| found[outer].content.iter().any(|c| c.contains(span)));
            steps.retain(|step| {
                !step.span.is_some_and(|span| own[i].steps.iter().any(|own| own.span == step.span) && reported(span))
            });
            steps.push(Step { whom, text: name(doc, people, whom, relay), ..Step::named(doc, relay) });
            inner_first.push(steps);
        }
        known = whom;
        next = outer.and_then(|outer| found[outer].relay).filter(|other| *other != relay);
    }
    inner_first.into_iter().rev().flatten().collect()
}

/// Whether the words for a relay name nobody: "When" of "When asked if it held, half said no", "we".
fn nobody(doc: &Doc, relay: Span) -> bool {
    let empty = |lower: &str| lexicon::SUBORDINATORS.has(lower) || lexicon::PRONOUNS.has(lower);
    doc.tokens_in(relay).all(|i| empty(doc.lower(i)))
}

/// Whether who is named at `span` has what the words before it name: "a transcript reviewed by | Delta News".
pub fn holds(doc: &Doc, span: Span) -> bool {
    let at = doc.token_at(span.start);
    at > 1 && doc.says(at - 1, "by") && doc.one(at - 2, "obtained seen reviewed viewed published released")
}

/// Whether both steps are one outlet and nothing more.
fn names_same(doc: &Doc, people: &People, a: &Step, b: &Step) -> bool {
    let outlet = |step: &Step| step.outlet(doc, people).filter(|_| step.medium.is_none());
    outlet(a).is_some() && outlet(a) == outlet(b)
}

/// A relay by its name, where it has one, or else as written.
pub fn name(doc: &Doc, people: &People, whom: Option<EntityId>, relay: Span) -> String {
    let named = whom.map(|id| people.entity(id)).filter(|entity| !entity.unnamed);
    // "While the report": the clause is none of the relay's.
    let words = doc.tokens_in(relay);
    let first = words.clone().find(|&i| !doc.has(&lexicon::SUBORDINATORS, i)).unwrap_or(words.start);
    named.map_or_else(|| doc.at(doc.span(first..words.end)).to_owned(), |entity| entity.name.clone())
}
