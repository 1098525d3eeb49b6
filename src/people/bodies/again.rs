//! Bodies that were named before: "the company", "the paper", "the group, Free Tides,".

use super::{FULLER, general};
use crate::{
    lexicon, outlets,
    people::{
        EntityId, Kind, People,
        names::{self, Name},
        words,
    },
    text::Doc,
};
use std::ops::Range;

/// Sentences within which a body is named that a noun means, and such a one of a nation ("the Danish company").
const NEAR: usize = 2;
const OF_NATION: usize = 3;

/// Sentences within which the only body named is meant.
const LONG: usize = 10;

/// The named body that "the company" or "the club" means: the one that spoke last, or else the last one named before.
pub fn named(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str, spoken: &[EntityId]) -> Option<EntityId> {
    let own = (tokens.start + 1..tokens.end).take_while(|&i| doc.tokens[i].is_word());
    let nation = own.clone().any(|i| words::demonym(doc.lower(i)));
    let named = own.into_iter().any(|i| doc.says(i, "'s") || words::capital(doc, i) && !words::demonym(doc.lower(i)));
    if !general(noun) || named {
        return None;
    }
    if publication(noun) {
        let found = publisher(people, doc, tokens, noun);
        if noun != "agency" || found.is_some() {
            return found;
        }
    }
    if let Some(id) = spoken.first().copied().filter(|&id| body(people, id) && !nation) {
        return Some(id);
    }
    let sentence = doc.sentence_index(tokens.start);
    let earlier = Earlier { people, doc, noun, names: names::before(&people.names, tokens.start), sentence };
    if nation {
        return earlier.subject(OF_NATION);
    }
    let found = earlier.subject(NEAR).or_else(|| earlier.last(NEAR));
    let plain = tokens.len() == 2 && !publication(noun);
    found.or_else(|| if plain { earlier.only(LONG) } else { None })
}

/// The last one named that publishes, as `noun` says.
fn publisher(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<EntityId> {
    let far = tokens.start.saturating_sub(FULLER);
    let near = names::before(&people.names, tokens.start).iter().rev().take_while(|(n, _)| n.tokens.start >= far);
    // "an old Australian mill"
    let nation = |n: &Name| {
        let next = n.tokens.end;
        words::demonym(doc.lower(n.tokens.start)) && words::noun(doc, next) && !publication(doc.lower(next))
    };
    let publishes = |n: &Name, id: EntityId| {
        if noun == "agency" {
            return outlets::agency(&people.entity(id).name).is_some();
        }
        n.start().checked_sub(1).is_some_and(|i| publication(doc.lower(i)))
            || doc.has(&lexicon::OUTLETS, n.tokens.end - 1)
            || outlets::named(&people.entity(id).name, true).is_some()
    };
    near.filter(|(n, _)| !n.quoted && !nation(n)).find(|(n, id)| publishes(n, *id)).map(|(_, id)| *id)
}

/// Whether somebody may be a body.
fn body(people: &People, id: EntityId) -> bool {
    let entity = people.entity(id);
    entity.kind == Kind::Organisation || entity.kind == Kind::Named && entity.gender.is_none()
}

/// What was named before a noun for a body in sentence `sentence`.
struct Earlier<'a> {
    people: &'a People,
    doc: &'a Doc<'a>,
    noun: &'a str,
    names: &'a [(Name, EntityId)],
    sentence: usize,
}

impl Earlier<'_> {
    /// The bodies of the last `sentences`, the latest first.
    fn bodies(&self, sentences: usize) -> impl Iterator<Item = &(Name, EntityId)> {
        let since = self.names.iter().rev().take_while(move |(n, _)| n.sentence + sentences > self.sentence);
        since.filter(|(n, id)| body(self.people, *id) && self.fits(n, *id))
    }

    /// The one that a sentence begins with.
    fn subject(&self, sentences: usize) -> Option<EntityId> {
        let doc = self.doc;
        let sure = |n: &Name, id: EntityId| self.organisation(id) || n.tokens.len() == 1;
        // "Delta said", but not "LINDBY (AP) —"
        let goes_on = |n: &Name| doc.tokens.get(n.tokens.end).is_some_and(|t| t.is_word()) && !n.possessive(doc);
        let begins = |n: &Name| n.start() == doc.sentences[n.sentence].tokens.start && goes_on(n);
        self.bodies(sentences).find(|(n, id)| sure(n, *id) && begins(n)).map(|(_, id)| *id)
    }

    /// The one named last, rather one that surely is a body.
    fn last(&self, sentences: usize) -> Option<EntityId> {
        let sure = self.bodies(sentences).find(|(_, id)| self.organisation(*id));
        sure.or_else(|| self.bodies(sentences).next()).map(|(_, id)| *id)
    }

    /// The only one spoken of, outlets left out.
    fn only(&self, sentences: usize) -> Option<EntityId> {
        let outlet = |id: EntityId| outlets::named(&self.people.entity(id).name, true).is_some();
        let mut all = self.bodies(sentences).map(|(_, id)| *id).filter(|id| !outlet(*id));
        all.next().filter(|id| self.organisation(*id) && all.all(|other| other == *id))
    }

    fn organisation(&self, id: EntityId) -> bool {
        self.people.entity(id).kind == Kind::Organisation
    }

    /// Whether the name of a body can be meant by a noun for one.
    fn fits(&self, n: &Name, id: EntityId) -> bool {
        let doc = self.doc;
        // "TV" is no body's name, "the Delta union" is one.
        let noun = words::organisation(doc.lower(n.tokens.start)) && !self.people.entity(id).name.contains(' ');
        let common = n.tokens.len() == 1 && (n.dateline(doc) || noun || doc.one(n.tokens.start, "us uk u.s. u.k. eu"));
        let tells = n.attributive(doc) && !doc.says(n.tokens.end, self.noun);
        !n.quoted && !beside(doc, n) && !common && !tells && !words::demonym(doc.lower(n.tokens.start))
    }
}

/// Whether a name stands behind a preposition or in a bracket: "praised by Delta" and "according to Delta" have Delta
/// act.
pub fn beside(doc: &Doc, name: &Name) -> bool {
    let acts = |i: usize| doc.says(i, "by") || i > 0 && doc.says(i - 1, "according");
    let stands = |i: usize| doc.has(&lexicon::PREPOSITIONS, i) && !acts(i) || words::is(doc, i, "(");
    name.start().checked_sub(1).is_some_and(stands)
}

/// Names that are looked at for one that stands beside a noun.
const BESIDE: usize = 60;

/// The body that is named right behind the noun, or was named beside it before: "The group, Free Tides, …".
pub fn apposed(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<EntityId> {
    let beside = |n: &Name| {
        let comma = n.start().wrapping_sub(1);
        words::is(doc, comma, ",")
            && words::is(doc, n.tokens.end, ",")
            && doc.says(comma.wrapping_sub(2), "the")
            && doc.says(comma - 1, noun)
    };
    let right =
        |n: &Name| n.start() == tokens.end + 1 && words::is(doc, tokens.end, ",") && words::is(doc, n.tokens.end, ",");
    let behind = people.names_in(tokens.end..tokens.end + 2).first().filter(|(n, id)| right(n) && body(people, *id));
    let behind = behind.filter(|_| general(noun) || words::organisation(noun));
    let mut near = names::before(&people.names, tokens.start).iter().rev().take(BESIDE);
    behind.or_else(|| near.find(|(n, _)| general(noun) && beside(n))).map(|(_, id)| *id)
}

/// Whether a noun says that a body publishes.
fn publication(noun: &str) -> bool {
    lexicon::one(noun, "paper newspaper publication outlet magazine broadcaster network channel station agency")
}
