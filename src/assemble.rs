//! From statements with mentions to annotations with speakers.

mod echoes;
mod headlines;
mod heard;
mod naming;
mod pulled;
mod repeats;
mod speakers;
mod supposed;
#[cfg(test)]
mod tests;

use crate::{
    annotation::{Annotations, Attribution, Quotation, QuotationKind, Relay, RelayKind, SourceKind, Speaker},
    attribution::{self, Found},
    linker::{self, scene::Scene, with_rules},
    order,
    pace::Pace,
    people::{self, EntityId, People},
    sources::{self, Step},
    span::Span,
    text::Doc,
    weights::Weights,
};
use hearsay_network::memo::Memo;

/// Every statement of `doc`, before anybody knows whose it is.
async fn statements(doc: &Doc<'_>, weights: &Weights, memo: &Memo, pace: &Pace) -> Vec<Found> {
    let rules = attribution::find_at(doc, pace).await;
    let (tagged, chances) = weights.tagger.tag(doc, &rules, memo, pace).await;
    let tagged = with_rules(doc, tagged, &rules);
    pace.look().await;
    let scene = Scene::read(doc, &tagged, &rules, &chances, pace).await;
    let mut found = linker::statements(&scene, &weights.linker, pace).await;
    attribution::amend(doc, &rules, &mut found, pace).await;
    attribution::nest(doc, &mut found, pace).await;
    naming::leave_out(doc, &mut found);
    pace.look().await;
    headlines::leave_out(doc, &mut found);
    found
}

/// The annotations of `doc`.
pub async fn annotations(doc: &Doc<'_>, weights: &Weights, memo: &Memo, pace: &Pace) -> Annotations {
    let mut found = statements(doc, weights, memo, pace).await;
    let mut again = pulled::merge(doc, &mut found);
    pace.look().await;
    let mut people = people::read_at(doc, pace).await;
    let mut entities = speakers::resolve(doc, &found, &mut people, pace).await;
    repeats::resolve(doc, &found, &people, &mut entities);
    echoes::find(doc, &found, &entities, &mut again, pace).await;
    let mut out = Annotations { credits: doc.article.credits.clone(), ..Annotations::default() };
    let mut known: Vec<EntityId> = Vec::new();
    let mut owner = vec![None; doc.quotes.len()];
    own(&found, &mut owner);
    let ways = sources::ways(doc, &mut people, &found, &entities, pace).await;
    let mut places = vec![None; people.count()];
    let mut kept = Vec::with_capacity(found.len());
    for ((found, &entity), way) in found.iter().zip(&entities).zip(&ways) {
        // Left out only here: whom it names, others may speak of.
        let told = !found.faint(doc);
        kept.push(told.then_some(out.attributions.len()));
        if !told {
            continue;
        }
        out.attributions.push(Attribution {
            form: found.form,
            attitude: found.attitude,
            content: found.content.clone(),
            cue: found.cue.clone(),
            source: found.source.into_iter().collect(),
            speaker: entity.map(|id| place(&mut known, &mut places, id)),
            chain: way.steps.iter().map(|step| relay(doc, &people, step)).collect(),
            to: way.to.map(|id| people.entity(id).name.clone()),
            confidence: found.confidence,
        });
        pace.rest(1).await;
    }
    pace.look().await;
    let mut spoken = vec![(Vec::new(), false); known.len()];
    for attribution in &out.attributions {
        if let Some(index) = attribution.speaker {
            spoken[index].0.extend(&attribution.source);
            spoken[index].1 |= attribution.content.iter().any(|&content| says_i(doc, &people, content));
        }
    }
    pace.look().await;
    for (id, (spoken, first)) in known.into_iter().zip(spoken) {
        out.speakers.push(speaker(doc, &people, id, spoken, first));
        pace.rest(8).await;
    }
    owner.iter_mut().chain(&mut again).for_each(|statement| *statement = statement.and_then(|index| kept[index]));
    out.quotations = quotations(doc, &out.attributions, &owner, &again);
    pace.look().await;
    drop((found, people, ways));
    pace.look().await;
    out
}

/// Notes for each of [`Doc::quotes`] the innermost statement of `found` that has it.
fn own(found: &[Found], owner: &mut [Option<usize>]) {
    let mut outer_first: Vec<usize> = (0..found.len()).collect();
    let whole = |i: usize| found[i].content.first().copied().unwrap_or_default();
    order::by_key(&mut outer_first, |&i| order::of_outer_span(whole(i)));
    for index in outer_first {
        found[index].quotes.iter().for_each(|&quote| owner[quote] = Some(index));
    }
}

fn relay(doc: &Doc, people: &People, step: &Step) -> Relay {
    let outlet = step.outlet(doc, people);
    let kind = match (step.medium, step.whom) {
        (Some(medium), _) => RelayKind::Medium(medium),
        (None, Some(id)) => RelayKind::Source(match sources::kind(doc, people, id).0 {
            // "told Delta News correspondent Ida Holm"
            SourceKind::NamedPerson if given(&people.entity(id).name) => SourceKind::NamedPerson,
            SourceKind::NamedPerson | SourceKind::Organisation | SourceKind::Document if step.told => {
                SourceKind::Outlet
            }
            kind => kind,
        }),
        // "via Ida Holm of Delta News"
        (None, None) if given(&step.text) => RelayKind::Source(SourceKind::NamedPerson),
        (None, None) => RelayKind::Source(SourceKind::Outlet),
    };
    Relay { text: step.text.clone(), kind, span: step.span, outlet: outlet.copied() }
}

/// Index of `id` among the `known`, to which it is added where it is new; `places` are those of all entities.
fn place(known: &mut Vec<EntityId>, places: &mut [Option<usize>], id: EntityId) -> usize {
    *places[id.index()].get_or_insert_with(|| {
        known.push(id);
        known.len() - 1
    })
}

/// Whether a name begins with one given to people and has more to it.
fn given(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(first, _)| people::words::given(&first.to_lowercase()))
}

/// Whether somebody says "I" within the marks in `content`, as no body does.
fn says_i(doc: &Doc, people: &People, content: Span) -> bool {
    doc.tokens_in(content).any(|i| doc.word(i) == "I" && people.quoted(i))
}

/// `sources` are where it is named as the source of a statement; `first` says whether it calls itself "I" there.
fn speaker(doc: &Doc, people: &People, id: EntityId, sources: Vec<Span>, first: bool) -> Speaker {
    let entity = people.entity(id);
    let (mut kind, outlet) = sources::kind(doc, people, id);
    let lone = kind == SourceKind::NamedPerson && entity.gender.is_none() && entity.role.is_none();
    if lone && !given(&entity.name) && sources::stands_for_body(doc, &sources) {
        kind = SourceKind::Organisation;
    } else if first && kind == SourceKind::Organisation && entity.kind == people::Kind::Named {
        kind = SourceKind::NamedPerson;
    }
    Speaker {
        name: entity.name.clone(),
        kind,
        role: entity.role.clone(),
        unnamed: entity.unnamed && kind != SourceKind::Outlet
            || entity.kind == people::Kind::Other && matches!(kind, SourceKind::Group | SourceKind::UnnamedPerson),
        outlet,
        mentions: sources::mentions(people, id, sources),
    }
}

/// The outermost passages in marks, those of one speaker that go on over several paragraphs as one; `owner` and `again`
/// tell for each of [`Doc::quotes`] which of `statements` its words are, at their place and at another.
fn quotations(
    doc: &Doc,
    statements: &[Attribution],
    owner: &[Option<usize>],
    again: &[Option<usize>],
) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut continues = false;
    for (index, quote) in doc.quotes.iter().enumerate().filter(|(_, q)| q.depth == 0) {
        let part = quote.inner.trimmed(&doc.article.text);
        let attribution = owner[index].or(again[index]);
        let of = |statement: Option<usize>| statement.map(|i| statements[i].speaker);
        match quotations.last_mut().filter(|last| continues && of(last.attribution) == of(attribution)) {
            Some(last) => last.parts.push(part),
            None => {
                let kind = if attribution.is_some() { QuotationKind::Speech } else { QuotationKind::Other };
                let again = again[index].is_some();
                quotations.push(Quotation { parts: vec![part], kind, attribution, again });
            }
        }
        continues = quote.continues;
    }
    quotations
}

/// The words alone, in lower case, each between spaces.
fn plain(text: &str) -> String {
    let mut words = String::from(" ");
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.extend(word.chars().flat_map(char::to_lowercase));
        words.push(' ');
    }
    words
}
