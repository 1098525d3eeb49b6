//! The way of each statement, as its own sentence and those before it tell.

mod noted;

use super::{
    Step, Way, addressed,
    announced::{self, Announced},
    bare,
    carried::{self, Carried},
    own::{Own, own},
    relays, told,
};
use crate::{
    annotation::Medium,
    attribution::Found,
    pace::Pace,
    people::{EntityId, Kind, People},
    span::Span,
    text::Doc,
};
use std::{iter::Peekable, ops::Range, slice};

/// How many of those who were told with their outlet are remembered.
const HOSTS: usize = 16;

/// The ways of all statements `found`, in text order, whose speakers are `entities`.
pub async fn ways(
    doc: &Doc<'_>,
    people: &mut People,
    found: &[Found],
    entities: &[Option<EntityId>],
    pace: &Pace,
) -> Vec<Way> {
    let announced = announced::all(doc, people, found, pace).await;
    let mut reader = Reader {
        doc,
        publisher: doc.article.credits.publisher.as_deref().map(bare),
        next: announced.iter().peekable(),
        last: None,
        carried: Carried::default(),
        hosts: Vec::new(),
        site: None,
        body: None,
    };
    let mut ways: Vec<Way> = Vec::with_capacity(found.len());
    for (found, &speaker) in found.iter().zip(entities) {
        ways.push(reader.way(people, &Said::of(doc, found, speaker)));
        pace.rest(1).await;
    }
    pace.look().await;
    relays::add(doc, people, found, entities, &mut ways, pace).await;
    ways
}

/// A statement and where it stands.
struct Said<'a> {
    found: &'a Found,
    speaker: Option<EntityId>,
    /// The first token of its content.
    start: usize,
    /// Index of the sentence in which that begins.
    sentence: usize,
    /// Index of the block in which that begins.
    block: usize,
}

impl<'a> Said<'a> {
    fn of(doc: &Doc, found: &'a Found, speaker: Option<EntityId>) -> Self {
        let byte = found.content.first().map_or(0, |content| content.start);
        let start = doc.token_at(byte);
        let sentence = doc.sentence_index(start);
        Self { found, speaker, start, sentence, block: doc.block_at(byte) }
    }

    /// Whether it is the words of `id`, alone or with others.
    fn by(&self, people: &People, id: EntityId) -> bool {
        let together = |speaker: EntityId| {
            let entity = people.entity(speaker);
            entity.kind == Kind::Group && entity.name.contains(&people.entity(id).name)
        };
        self.speaker.is_some_and(|speaker| speaker == id || together(speaker))
    }
}

/// What is known from the statements before the one at hand.
struct Reader<'a> {
    doc: &'a Doc<'a>,
    /// The article's publisher, as names of outlets are compared.
    publisher: Option<String>,
    /// The media that are announced from here on.
    next: Peekable<slice::Iter<'a, Announced>>,
    /// The last of those before.
    last: Option<&'a Announced>,
    carried: Carried,
    /// Those who were told, the last first, each with the outlet.
    hosts: Vec<(EntityId, Step)>,
    /// The block in which a user of a site spoke last, and the site.
    site: Option<(usize, Vec<Step>)>,
    /// The block in which a body spoke last, and by what.
    body: Option<(usize, Vec<Step>)>,
}

impl Reader<'_> {
    /// The way of the next statement.
    fn way(&mut self, people: &mut People, said: &Said) -> Way {
        let doc = self.doc;
        let Own { mut steps, to: told } = own(doc, people, said.found);
        let to = told.and_then(|span| people.resolve(doc, span, &[])).filter(|&id| !said.by(people, id));
        let to = to.or_else(|| addressed::asked(doc, people, said.found));
        let host = to.filter(|_| told.is_some()).and_then(|to| self.host(to));
        let to = to.filter(|_| host.is_none());
        self.hosts.splice(0..0, steps.iter().find_map(|step| Some((told::host(doc, people, step)?, step.clone()))));
        self.hosts.truncate(HOSTS);
        steps.extend(host);
        leave_out_speaker(people, said.speaker, &mut steps);
        // Who reads an outlet's own page need not be told that it was told.
        if steps.len() > 1 {
            steps.retain(|step| !self.home(step));
        }
        let (here, leading) = self.pass(said);
        if steps.is_empty() {
            steps.extend(leading);
        }
        let mut steps = self.carry(people, said, told, here, steps);
        self.note_body(people, said, &mut steps);
        self.note_relay(people, said, &steps);
        self.note_asked(said, to, &steps);
        self.note_site(said, &mut steps);
        Way { steps, to }
    }

    /// "told Ida Holm of Delta News" makes her that outlet's: "told Holm" goes by it as well.
    fn host(&self, to: EntityId) -> Option<Step> {
        let last = self.hosts.iter().find(|(whom, _)| *whom == to);
        last.map(|(_, step)| step.clone())
    }

    /// Whether `step` is the outlet whose page this is.
    fn home(&self, step: &Step) -> bool {
        step.medium.is_none() && self.publisher.as_deref() == Some(&bare(&step.text))
    }

    /// Passes the media that are announced up to `said`: whether its own sentence tells of one of its speaker's, and
    /// the one that leads to it.
    fn pass(&mut self, said: &Said) -> (bool, Option<Step>) {
        let doc = self.doc;
        let mut here = false;
        let reached = |media: &&Announced| media.sentence <= said.sentence || soon(doc, media, said.block);
        while let Some(media) = self.next.next_if(reached) {
            if let Some(whom) = media.whom {
                self.carried.note(whom, media.block, media.step.clone());
                here |= media.sentence == said.sentence && Some(whom) == said.speaker;
            }
            self.last = Some(media);
        }
        // "In it Lee says"
        let begins = doc.sentences.get(said.sentence).map_or(0, |sentence| sentence.tokens.start);
        let in_it = doc.says(begins, "in") && doc.says(begins + 1, "it") && said.start > begins;
        let leading = self.last.filter(|media| (media.leads || in_it) && media.sentence + 1 == said.sentence);
        (here, leading.map(|media| media.step.clone()))
    }

    /// The `steps` of `said`, with those that go on from what its speaker said before; `told` is who is told it, and
    /// `here` whether its own sentence tells of a medium.
    fn carry(&mut self, people: &People, said: &Said, told: Option<Span>, here: bool, steps: Vec<Step>) -> Vec<Step> {
        let (doc, speaker, found) = (self.doc, said.speaker, said.found);
        let post = self.carried.last(speaker, Medium::Post);
        let anew = steps.is_empty() && !here && !post && opens_anew(doc, people, said);
        if anew {
            let later = |s: &Range<usize>| {
                doc.one(s.start, "later afterwards afterward") && doc.word(s.start + 1) == ","
                    || carried::scene(doc, s.start)
            };
            self.carried.forget(speaker, !doc.sentences.get(said.sentence).is_some_and(|s| later(&s.tokens)));
        }
        // What somebody else was told came by nothing that was told of before; but in a call one talks with another.
        let other = carried::told_another(doc, &found.cue, told) && !self.carried.last(speaker, Medium::Interview);
        // "told reporters", "told the crew", "said": the last no more than the second to reporters.
        if steps.is_empty() && other && self.carried.last(speaker, Medium::Press) {
            self.carried.forget(speaker, false);
        }
        // "tweeted earlier this month"
        let verbal = steps.iter().all(|step| step.medium == Some(Medium::Post) && step.span.is_none());
        let apart = anew || steps.is_empty() && other || verbal && carried::another_time(doc, found);
        // "On one page somebody put up her picture and wrote": without a source, it may be another's page.
        let nobody = found.source.is_none() && !steps.is_empty();
        if apart || nobody || embedded(doc, found, &steps) {
            return steps;
        }
        let own = !steps.is_empty();
        let mut steps = self.carried.steps(speaker, said.block, steps, carried::writes(doc, &found.cue));
        steps.retain(|step| own || !self.home(step));
        steps
    }
}

/// "The report by Falk says": the report speaks itself.
fn leave_out_speaker(people: &People, speaker: Option<EntityId>, steps: &mut Vec<Step>) {
    let spoken = speaker.map(|id| people.entity(id).name.to_lowercase());
    let itself = |text: &str| spoken.as_ref().is_some_and(|name| name.starts_with(&text.to_lowercase()));
    steps.retain(|step| (step.whom.is_none() || step.whom != speaker) && !itself(&step.text));
}

/// Whether the sentence of `said` opens with another time, which is no part of what is said: "In 1997, Lee wrote, the
/// dam burst."
fn opens_anew(doc: &Doc, people: &People, said: &Said) -> bool {
    let Some(tokens) = doc.sentences.get(said.sentence).map(|s| s.tokens.clone()) else { return false };
    let told_of = people.quoted(tokens.start) || said.start == tokens.start;
    !told_of && carried::opens_anew(doc, tokens)
}

/// Whether the look of an embedded post alone tells of `steps`: that says nothing of what else its writer said.
fn embedded(doc: &Doc, found: &Found, steps: &[Step]) -> bool {
    let signed = |cue: &Span| !doc.tokens_in(*cue).any(|i| doc.tokens[i].is_word());
    found.cue.iter().all(signed) && steps.first().is_some_and(|step| step.span.is_none())
}

/// Whether an interview is told of right after the first words that are quoted from it; where its sentence opens with
/// it, it is another one.
fn soon(doc: &Doc, media: &Announced, block: usize) -> bool {
    let opens = |span: Span| doc.token_at(span.start) <= doc.sentences[media.sentence].tokens.start + 1;
    let talk = media.step.medium == Some(Medium::Interview) && media.block <= block + 1;
    talk && !media.step.span.is_some_and(opens)
}
