//! From statements with mentions to annotations with speakers.

mod repeats;
mod speakers;
#[cfg(test)]
mod tests;

use crate::{
    annotation::{Annotations, Attribution, Quotation, QuotationKind, Speaker},
    attribution,
    linker::{self, scene::Scene, with_rules},
    people::{self, EntityId, People},
    sources::{self, Carried},
    span::Span,
    text::Doc,
    weights::Weights,
};

/// The annotations of `doc`.
pub fn annotations(doc: &Doc, weights: &Weights) -> Annotations {
    let rules = attribution::find(doc);
    let (tagged, chances) = weights.tagger.tag(doc, &rules);
    let tagged = with_rules(doc, tagged, &rules);
    let scene = Scene::new(doc, &tagged, &rules, &chances);
    let mut found = linker::statements(&scene, &weights.linker);
    attribution::nest(doc, &mut found);
    let mut people = people::read(doc);
    let mut entities = speakers::resolve(doc, &found, &mut people);
    repeats::resolve(doc, &found, &people, &mut entities);
    let mut out = Annotations { credits: doc.article.credits.clone(), ..Annotations::default() };
    let mut known: Vec<EntityId> = Vec::new();
    let mut owner = vec![None; doc.quotes.len()];
    let mut carried = Carried::default();
    for (index, (found, entity)) in found.iter().zip(entities).enumerate() {
        for &quote in &found.quotes {
            // The innermost statement comes last and owns the words.
            owner[quote] = Some(index);
        }
        let via = found.relay.map(|relay| relay_name(doc, &mut people, relay)).or_else(|| {
            let medium = sources::medium(doc, &mut people, found)?;
            Some(doc.at(medium).to_owned())
        });
        let block = found.content.first().and_then(|content| doc.sentence_of(content.start)).map_or(0, |s| s.block);
        let carried = carried.medium(entity, block, via.clone());
        let via = if found.quotes.is_empty() { via } else { carried };
        out.attributions.push(Attribution {
            form: found.form,
            attitude: found.attitude,
            content: found.content.clone(),
            cue: found.cue.clone(),
            source: found.source.into_iter().collect(),
            speaker: entity.map(|id| place(&mut known, id)),
            via,
            confidence: found.confidence,
        });
    }
    out.speakers = known.iter().map(|&id| speaker(&people, id)).collect();
    out.quotations = quotations(doc, &owner);
    out
}

/// A relay by its name, where it has one, or else as written.
fn relay_name(doc: &Doc, people: &mut People, relay: Span) -> String {
    let named = people.resolve(doc, relay, &[]).map(|id| people.entity(id)).filter(|e| !e.unnamed);
    named.map_or_else(|| doc.at(relay).to_owned(), |e| e.name.clone())
}

fn place(known: &mut Vec<EntityId>, id: EntityId) -> usize {
    known.iter().position(|&k| k == id).unwrap_or_else(|| {
        known.push(id);
        known.len() - 1
    })
}

fn speaker(people: &People, id: EntityId) -> Speaker {
    let entity = people.entity(id);
    Speaker { name: entity.name.clone(), role: entity.role.clone(), unnamed: entity.unnamed }
}

/// The outermost passages in marks, those that go on over several paragraphs as one.
fn quotations(doc: &Doc, owner: &[Option<usize>]) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut continues = false;
    for (index, quote) in doc.quotes.iter().enumerate().filter(|(_, q)| q.depth == 0) {
        let part = quote.inner.trimmed(&doc.article.text);
        match quotations.last_mut().filter(|_| continues) {
            Some(last) => last.parts.push(part),
            None => {
                let attribution = owner[index];
                let kind = if attribution.is_some() { QuotationKind::Speech } else { QuotationKind::Other };
                quotations.push(Quotation { parts: vec![part], kind, attribution });
            }
        }
        continues = quote.continues;
    }
    quotations
}
