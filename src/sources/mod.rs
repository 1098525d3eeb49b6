//! The way that words came: who relays whom, in which medium, and what kind of source each is.

mod addressed;
mod amid;
mod announced;
mod carried;
mod credited;
mod described;
mod introduced;
mod kinds;
mod medium;
mod nouns;
mod phrase;
mod signed;
mod told;

use crate::{
    annotation::Medium,
    attribution::Found,
    lexicon, order,
    outlets::{self, Outlet},
    pace::Pace,
    people::{EntityId, People},
    span::Span,
    text::Doc,
};
use announced::Announced;
pub use announced::issuer;
use carried::Carried;
pub use kinds::{kind, stands_for_body};
pub use signed::account;
use std::{collections::HashMap, ops::Range};

/// Reports within reports that are followed.
const DEEPEST: usize = 4;

/// How many of those who were told with their outlet are remembered.
const HOSTS: usize = 16;

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

/// The ways of all statements `found`, in text order, whose speakers are `entities`.
pub async fn ways(
    doc: &Doc<'_>,
    people: &mut People,
    found: &[Found],
    entities: &[Option<EntityId>],
    pace: &Pace,
) -> Vec<Way> {
    let publisher = doc.article.credits.publisher.as_deref().map(bare);
    let announced = announced::all(doc, people, found, pace).await;
    let mut next = announced.iter().peekable();
    let mut carried = Carried::default();
    let mut own: Vec<Way> = Vec::with_capacity(found.len());
    let mut site = None;
    let mut hosts: Vec<(EntityId, Step)> = Vec::new();
    for (statement, &speaker) in found.iter().zip(entities) {
        let medium::Own { mut steps, to: told } = medium::own(doc, people, statement);
        let to = told.and_then(|span| people.resolve(doc, span, &[])).filter(|id| Some(*id) != speaker);
        let to = to.or_else(|| addressed::asked(doc, people, statement));
        // "told Ida Holm of Delta News" makes her that outlet's: "told Holm" goes by it as well.
        let host = hosts
            .iter()
            .rev()
            .take(HOSTS)
            .find(|(whom, _)| told.is_some() && to == Some(*whom))
            .map(|(_, step)| step.clone());
        let to = to.filter(|_| host.is_none());
        hosts.extend(steps.iter().find_map(|step| Some((told::host(doc, people, step)?, step.clone()))));
        steps.extend(host);
        // "The report by Falk says": the report speaks itself.
        let spoken = speaker.map(|id| people.entity(id).name.to_lowercase());
        let itself = |text: &str| spoken.as_ref().is_some_and(|name| name.starts_with(&text.to_lowercase()));
        steps.retain(|step| (step.whom.is_none() || step.whom != speaker) && !itself(&step.text));
        // Who reads an outlet's own page need not be told that it was told.
        let home = |step: &Step| step.medium.is_none() && publisher.as_deref() == Some(&bare(&step.text));
        if steps.len() > 1 {
            steps.retain(|step| !home(step));
        }
        let start = statement.content.first().map_or(0, |content| content.start);
        let sentence = doc.sentences.partition_point(|s| s.tokens.end <= doc.token_at(start));
        let block = doc.block_at(start);
        let mut leading = None;
        let mut here = false;
        while let Some(media) = next.next_if(|media| media.sentence <= sentence || soon(doc, media, block)) {
            if let Some(whom) = media.whom {
                carried.note(whom, media.block, media.step.clone());
                here |= media.sentence == sentence && Some(whom) == speaker;
            }
            leading = Some(media).filter(|media| media.leads && media.sentence + 1 == sentence);
        }
        if steps.is_empty() {
            steps.extend(leading.map(|media| media.step.clone()));
        }
        // What somebody else was told came by nothing that was told of before; but in a call one talks with another.
        let another = carried::told_another(doc, &statement.cue, told) && !carried.last(speaker, Medium::Interview);
        let first = doc.sentences.get(sentence).map(|s| s.tokens.clone());
        // The time may be part of what is said: "In 1997, Lee wrote, the dam burst."
        let told_of = |tokens: &Range<usize>| people.quoted(tokens.start) || doc.token_at(start) == tokens.start;
        let anew = || first.filter(|s| !told_of(s)).is_some_and(|s| carried::opens_anew(doc, s));
        let anew = steps.is_empty() && !here && !carried.last(speaker, Medium::Post) && anew();
        if anew {
            let later =
                |s: &Range<usize>| doc.one(s.start, "later afterwards afterward") && doc.word(s.start + 1) == ",";
            carried.forget(speaker, !doc.sentences.get(sentence).is_some_and(|s| later(&s.tokens)));
        }
        let apart = anew || steps.is_empty() && (another || carried::another_time(doc, statement));
        // The look of an embedded post tells nothing of what else its writer said.
        let signed = |cue: &Span| !doc.tokens_in(*cue).any(|i| doc.tokens[i].is_word());
        let embedded = statement.cue.iter().all(signed) && steps.first().is_some_and(|step| step.span.is_none());
        let steps = if apart || embedded {
            steps
        } else {
            let own = !steps.is_empty();
            let mut steps = carried.steps(speaker, block, steps, carried::writes(doc, &statement.cue));
            steps.retain(|step| own || !home(step));
            steps
        };
        // "Delta News quoted Lee as saying it held. “It is dry,” Lee said."
        if let (Some(speaker), Some(relay)) =
            (speaker, statement.relay.filter(|relay| cited(doc, statement) || transcript(doc, *relay)))
        {
            let whom = people.resolve(doc, relay, &[]);
            let text = name(doc, people, whom, relay);
            carried.note(speaker, block, Step { whom, text, ..Step::named(doc, relay) });
        }
        // "On Delta News, Lee was asked whether it held. “It is dry,” he said."
        let tokens = |spans: Option<&Span>| spans.map_or(0..0, |span| doc.tokens_in(*span));
        let (source, cue) = (tokens(statement.source.as_ref()), tokens(statement.cue.first()));
        let asked = if speaker.is_none() {
            steps.first().filter(|step| airs(doc, step)).cloned()
        } else {
            told::asks(doc, source, cue)
        };
        if let (Some(to), Some(step)) = (to, asked) {
            carried.note(to, block, step);
        }
        // "One user wrote on Reddit. Another added"
        let mut steps = steps;
        match statement.source.map(|source| doc.tokens_in(source)) {
            Some(source) if user(doc, source.clone()) => match &site {
                Some((at, site)) if steps.is_empty() && *at + 1 >= block => steps.clone_from(site),
                _ => site = Some((block, steps.clone())).filter(|_| posted(&steps)),
            },
            Some(_) => site = None,
            None => {}
        }
        own.push(Way { steps, to });
        pace.rest(1).await;
    }
    pace.look().await;
    let at = found.iter().enumerate().filter_map(|(i, f)| Some((order::of_span(f.source?), i))).collect();
    let mut outer: Vec<Vec<Step>> = Vec::with_capacity(found.len());
    for i in 0..found.len() {
        outer.push(relays(doc, people, found, entities, &own, &at, i));
        pace.rest(1).await;
    }
    pace.look().await;
    for (way, mut relays) in own.iter_mut().zip(outer) {
        let known = |step: &Step| {
            let same = |relay: &Step| {
                step.whom.is_some() && relay.whom == step.whom || step.span.is_some() && relay.span == step.span
            };
            relays.iter().any(same)
        };
        way.steps.retain(|step| !known(step) && !relays.iter().any(|relay| names_same(doc, people, relay, step)));
        relays.append(&mut way.steps);
        way.steps = relays;
    }
    own
}

/// Whether `source` is somebody who posts on a site, or one more.
fn user(doc: &Doc, source: Range<usize>) -> bool {
    let more = source.len() == 1 && doc.one(source.start, "another others");
    more || source.into_iter().any(|i| doc.one(i, "user users commenter commenters poster posters"))
}

/// Whether the relay of `found` is one who quotes the speaker.
fn cited(doc: &Doc, found: &Found) -> bool {
    found.cue.first().is_some_and(|cue| doc.one(doc.token_at(cue.start), "quoted quotes cited cites"))
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
        if (whom.is_none() || whom != known) && !(whom.is_none() && nobody(doc, relay)) {
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

/// Whether both steps are one outlet and nothing more.
fn names_same(doc: &Doc, people: &People, a: &Step, b: &Step) -> bool {
    let outlet = |step: &Step| step.outlet(doc, people).filter(|_| step.medium.is_none());
    outlet(a).is_some() && outlet(a) == outlet(b)
}

/// Whether an interview is told of right after the first words that are quoted from it; where its sentence opens with it, it
/// is another one.
fn soon(doc: &Doc, media: &Announced, block: usize) -> bool {
    let opens = |span: Span| doc.token_at(span.start) <= doc.sentences[media.sentence].tokens.start + 1;
    let talk = media.step.medium == Some(Medium::Interview) && media.block <= block + 1;
    talk && !media.step.span.is_some_and(opens)
}

/// The name of an outlet as it is compared.
fn bare(name: &str) -> String {
    outlets::bare(name).to_lowercase()
}

/// A relay by its name, where it has one, or else as written.
fn name(doc: &Doc, people: &People, whom: Option<EntityId>, relay: Span) -> String {
    let named = whom.map(|id| people.entity(id)).filter(|entity| !entity.unnamed);
    // "While the report": the clause is none of the relay's.
    let words = doc.tokens_in(relay);
    let first = words.clone().find(|&i| !doc.has(&lexicon::SUBORDINATORS, i)).unwrap_or(words.start);
    named.map_or_else(|| doc.at(doc.span(first..words.end)).to_owned(), |entity| entity.name.clone())
}

/// A source without the medium that it ends in ("the army in a statement").
pub fn without_medium(doc: &Doc, source: Span) -> Span {
    let tokens = doc.tokens_in(source);
    medium::behind(doc, tokens.clone()).map_or(source, |end| doc.span(tokens.start..end))
}

/// The noun of the document that a statement came in and that is given out in its speaker's name, if any.
pub fn document(doc: &Doc, people: &mut People, found: &Found) -> Option<String> {
    let steps = medium::own(doc, people, found).steps;
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
