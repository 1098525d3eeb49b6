//! Who speaks each statement: whoever its source stands for, or else whoever is at hand.

mod silent;
mod subject;

use super::heard;
use crate::{
    attribution::{self, Found},
    order,
    pace::Pace,
    people::{EntityId, People},
    sources,
    span::Span,
    text::Doc,
};
use subject::subject;

/// How many earlier speakers a pronoun or a role may stand for.
const MEMORY: usize = 8;

/// The speakers of `found`, resolved in text order: "he" is often the one who spoke last.
pub async fn resolve(doc: &Doc<'_>, found: &[Found], people: &mut People, pace: &Pace) -> Vec<Option<EntityId>> {
    let mut places: Vec<(Span, usize)> = Vec::with_capacity(found.len());
    let mut first_persons = Vec::new();
    for (index, statement) in found.iter().enumerate() {
        match statement.source {
            Some(mention) if people.quoted_first_person(doc, mention) => first_persons.push((mention, index)),
            Some(mention) => places.push((mention, index)),
            None => places.extend(statement.content.first().map(|&content| (content, index))),
        }
    }
    order::by_key(&mut places, |&(place, _)| order::of_span(place));
    let mut entities = vec![None; found.len()];
    let of_quote = vec![None; doc.quotes.len()];
    let mut talk = Talk { doc, people, spoken: Vec::new(), of_quote, issuers: Vec::new() };
    for (_, index) in places {
        pace.rest(1).await;
        entities[index] = talk.speaker(&found[index]);
        talk.goes_on(&found[index], entities[index]);
    }
    for (mention, index) in first_persons {
        entities[index] = around(found, mention, index).and_then(|outer| entities[outer]);
    }
    entities
}

/// What was said so far.
struct Talk<'a> {
    doc: &'a Doc<'a>,
    people: &'a mut People,
    /// Who spoke, the latest first.
    spoken: Vec<EntityId>,
    /// Who speaks each passage.
    of_quote: Vec<Option<EntityId>>,
    /// Who gave out the document of each noun last, and where: "said in a statement" before "the statement said".
    issuers: Vec<(String, EntityId, usize)>,
}

impl Talk<'_> {
    /// Who speaks `statement`.
    fn speaker(&mut self, statement: &Found) -> Option<EntityId> {
        let (doc, mut told) = (self.doc, self.issuer(statement));
        if told.is_none() {
            told = self.placed(statement);
        }
        let heard = heard::only(doc, statement);
        if heard {
            told = None;
        } else if told.is_none() {
            told = match statement.source.map(|source| sources::without_medium(doc, source)) {
                Some(source) => self.people.resolve(doc, source, &self.spoken),
                None => subject(doc, self.people, statement, &self.spoken),
            };
        }
        let told = told.or_else(|| signer(doc, statement).map(|name| self.people.called(doc, name)));
        let pronoun = |mention: Span| self.people.pronoun(doc, mention);
        let silent = !statement.quotes.is_empty() && !statement.source.is_some_and(pronoun);
        told.or_else(|| {
            (silent && !heard).then(|| silent::at_hand(doc, self.people, statement, &self.spoken)).flatten()
        })
    }

    /// Who gave out the document that is the source of `statement`.
    fn issuer(&mut self, statement: &Found) -> Option<EntityId> {
        let doc = self.doc;
        let mention = statement.source.filter(|mention| !doc.one(doc.token_at(mention.start), "a an"))?;
        let noun = self.people.document(doc, mention)?;
        let said = self.issuers.iter().find(|(other, ..)| *other == noun);
        let floor = said.map_or(0, |(.., at)| *at);
        let issuer = sources::issuer(doc, self.people, &noun, floor, doc.token_at(mention.start));
        issuer.or(said.map(|(_, id, _)| *id))
    }

    /// Whom the place of `statement` gives it to, where a source only goes on from before: that gives way to it.
    fn placed(&mut self, statement: &Found) -> Option<EntityId> {
        let bare = statement.source.is_none() || statement.cue.is_empty();
        if !bare || silent::cued(self.doc, statement) {
            return None;
        }
        // A passage that is opened again at each paragraph is one speaker's.
        let first = *statement.quotes.first()?;
        let before = silent::continued(self.doc, first).and_then(|before| self.of_quote[before]);
        before.or_else(|| silent::placed(self.doc, self.people, statement, &self.spoken))
    }

    /// Takes note of the speaker of `statement`.
    fn goes_on(&mut self, statement: &Found, speaker: Option<EntityId>) {
        statement.quotes.iter().for_each(|&quote| self.of_quote[quote] = speaker);
        let Some(id) = speaker else { return };
        self.spoken.retain(|&other| other != id);
        self.spoken.insert(0, id);
        self.spoken.truncate(MEMORY);
        if let Some(noun) = sources::document(self.doc, self.people, statement) {
            self.issuers.retain(|(other, ..)| *other != noun);
            let cue = statement.cue.first().map_or(0, |cue| cue.end);
            self.issuers.push((noun, id, self.doc.token_at(cue)));
        }
    }
}

/// The innermost other statement whose words `mention` is among: who says "I" there.
fn around(found: &[Found], mention: Span, index: usize) -> Option<usize> {
    let holds = |f: &Found| f.content.iter().any(|content| content.contains(mention));
    let from = index.saturating_sub(MEMORY);
    let before = found[from..index].iter().rposition(holds).map(|at| from + at);
    before.or_else(|| found[index + 1..].iter().take(1).position(holds).map(|at| index + 1 + at))
}

/// The name of the account that signs a post, which may be any words at all: "— tea for two (@teafortwo) May 3".
fn signer(doc: &Doc, statement: &Found) -> Option<Span> {
    let dash = statement.cue.first().is_some_and(|cue| attribution::signs(doc.at(*cue)));
    statement.source.filter(|&name| dash && sources::account(doc, name).is_some())
}
