//! Mentions → entities: who a name, a surname, a title, a role or a pronoun stands for.
//!
//! [`read`] finds the names of an article and brings those of one bearer together; [`People::resolve`] then tells the
//! entity behind the mention that an attribution names. Knows nothing of quotations but where they stand.

mod apposed;
mod bearer;
mod beside;
mod bodies;
mod cluster;
mod compound;
mod describes;
mod gender;
mod heads;
mod initials;
mod jobs;
mod mind;
mod names;
mod narrator;
mod offices;
mod phrases;
mod places;
mod presence;
mod pronouns;
mod roles;
mod runs;
mod shorter;
mod telling;
#[cfg(test)]
mod tests;
mod titles;
mod typos;
mod usage;
pub mod words;

use crate::{
    keyed::Keyed,
    lexicon,
    pace::{self, Pace},
    span::Span,
    text::Doc,
};
use cluster::Clusters;
use mind::{Antecedent, Mind};
use names::Name;
use narrator::Narrator;
use roles::Roles;
use std::ops::Range;

/// Index of an [`Entity`] in [`People`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(usize);

impl EntityId {
    /// Its place among all entities, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}

/// What sort of thing an entity is, as far as the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A single person, named or not.
    Person,
    /// Anything else with a name of its own: an organisation, a publication.
    Organisation,
    /// A place, which speaks for those who govern it.
    Place,
    /// A name of which the text does not tell whether it is a person's.
    Named,
    /// Several people ("officials").
    Group,
    /// A document, a poll, an unnamed body: anything else that is only described.
    Other,
}

/// A person's gender, as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// A person, organisation, document or group that the article mentions.
#[derive(Clone, Debug)]
pub struct Entity {
    /// The fullest form of the name that the article gives, without titles; for the unnamed their description.
    pub name: String,
    /// Title, job or affiliation in the article's words.
    pub role: Option<String>,
    /// Whether it is a person, or several, without a name in the article.
    pub unnamed: bool,
    /// What it is.
    pub kind: Kind,
    /// `None` where the text does not tell.
    pub gender: Option<Gender>,
    /// Where it is mentioned by name, in text order; for the unnamed where it was resolved first.
    pub mentions: Vec<Span>,
}

/// Everybody and everything that an article names.
#[derive(Clone, Debug)]
pub struct People {
    entities: Vec<Entity>,
    /// All names in text order, with the entity that each stands for.
    names: Vec<(Name, EntityId)>,
    /// How entities are described, by noun.
    roles: Roles,
    /// Entities that have no name, by their description in lower case.
    described: Keyed<'static, EntityId>,
    /// Whom pronouns stand for, and who is present where a passage begins.
    mind: Mind,
    /// For each token whether it stands within quotation marks.
    quoted: Vec<bool>,
    /// Who tells the article in the first person, where that is not its writer.
    narrator: Narrator,
    /// The writer, once "I" has stood for them: "the author" may be another's.
    writer: Option<EntityId>,
}

/// Finds all names of the article and who bears them.
pub fn read(doc: &Doc) -> People {
    pace::finish(read_at(doc, &Pace::unhurried()))
}

/// The same in slices.
pub async fn read_at(doc: &Doc<'_>, pace: &Pace) -> People {
    let names = names::find(doc, pace).await;
    let Clusters { mut entities, names } = cluster::cluster(doc, names, pace).await;
    let quoted = names::quoted(doc);
    pace.look().await;
    gender::tell(doc, &names, &quoted, &mut entities);
    pace.look().await;
    let kinds: Vec<_> = entities.iter().map(|e| e.kind).collect();
    let (roles, best) = roles::read(doc, &names, &kinds, pace).await;
    for (entity, role) in entities.iter_mut().zip(best) {
        if entity.kind == Kind::Named && role.is_some() && entity.name.contains(' ') {
            entity.kind = Kind::Person;
        }
        // "Prince" is no role of "Prince Osric".
        let first = entity.name.split(' ').next().filter(|first| first.len() < entity.name.len());
        entity.role = role.filter(|role| role.split(' ').next_back() != first);
    }
    let mind = mind::read(doc, &names, &entities, &roles, &quoted, pace).await;
    pace.look().await;
    let narrator = narrator::read(doc, &names, &entities);
    pace.look().await;
    People { entities, names, roles, described: Keyed::default(), mind, narrator, quoted, writer: None }
}

/// Verbs and adverbs that a mention may end with by mistake.
const BEYOND: &str = "states says said reads testified added explained told also later then flat-out outright again still \
    already even both each";

impl People {
    /// The entity behind `id`.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0]
    }

    /// Who is clearly the most present to the reader where the passage begins whose first byte is `start`: who speaks it,
    /// where nothing says so; only somebody of whom its sentence speaks before it where `near`.
    pub fn present(&mut self, doc: &Doc, start: usize, near: bool) -> Option<EntityId> {
        let whom = self.mind.present(doc.token_at(start), near)?.clone();
        let id = pronouns::stand_for(self, doc, whom, &[])?;
        let entity = self.entity(id);
        (entity.kind == Kind::Person || entity.gender.is_some()).then_some(id)
    }

    /// Who is called as the words at `mention` say, which are a name even where a heading's capitals hide that.
    pub fn called(&mut self, doc: &Doc, mention: Span) -> EntityId {
        if let Some(id) = self.resolve(doc, mention, &[]) {
            return id;
        }
        let (name, mentions) = (doc.at(mention).to_owned(), vec![mention]);
        let key = name.to_lowercase();
        if let Some(known) = self.described.get(&key) {
            return *known;
        }
        let entity = Entity { name, role: None, unnamed: false, kind: Kind::Named, gender: None, mentions };
        let id = self.push(entity);
        self.described.set(key, id);
        id
    }

    /// Who bears the name that begins at `token`, before which titles may stand.
    pub fn named_at(&self, token: usize) -> Option<EntityId> {
        let at = self.names.partition_point(|(n, _)| n.start() < token);
        self.names.get(at).filter(|(n, _)| n.start() == token).map(|(_, id)| *id)
    }

    /// Who bears the name that ends right before `token`.
    pub fn named_before(&self, token: usize) -> Option<EntityId> {
        let at = self.names.partition_point(|(n, _)| n.tokens.end < token);
        self.names.get(at).filter(|(n, _)| n.tokens.end == token && !n.quoted).map(|(_, id)| *id)
    }

    /// The noun of a document that is given out in somebody's name, where the words at `mention` speak of one ("the
    /// statement", "a statement").
    pub fn document(&self, doc: &Doc, mention: Span) -> Option<String> {
        let tokens = words::trimmed(doc, doc.tokens_in(mention));
        let end = heads::segment_end(doc, self.names_in(tokens.clone()), tokens.clone());
        let noun = phrases::noun_key(doc.lower(words::head_noun(doc, tokens.start..end)));
        let whole = end == tokens.end || doc.says(end + 1, "which");
        (whole && bodies::issued(&noun)).then_some(noun)
    }

    /// How many entities there are.
    pub fn count(&self) -> usize {
        self.entities.len()
    }

    /// The article's writer, where they speak as "I".
    pub fn writer(&self) -> Option<EntityId> {
        self.writer
    }

    /// Who does what `tokens` tell outside quotation marks, by name or as "he" or "she": the last one named right before a
    /// verb that attributes, or else the first one.
    pub fn subject(&self, doc: &Doc, tokens: Range<usize>) -> Option<EntityId> {
        let names = || self.names_in(tokens.clone()).iter().filter(|(name, _)| !name.quoted);
        if let Some((_, id)) = names().rev().find(|(name, _)| words::cue(doc, name.tokens.end)) {
            return Some(*id);
        }
        let name = names().next();
        let before = tokens.start..name.map_or(tokens.end, |(name, _)| name.tokens.start);
        let meant = before.into_iter().find_map(|i| match self.mind.meant(i) {
            Some(Antecedent::Entity(id)) if !self.quoted[i] => Some(*id),
            _ => None,
        });
        meant.or(name.map(|(_, id)| *id))
    }

    /// Whether token `i` stands within quotation marks.
    pub fn quoted(&self, i: usize) -> bool {
        self.quoted.get(i).is_some_and(|quoted| *quoted)
    }

    /// Whether the words at `mention` are a pronoun and nothing else.
    pub fn pronoun(&self, doc: &Doc, mention: Span) -> bool {
        let tokens = words::trimmed(doc, doc.tokens_in(mention));
        tokens.len() == 1 && words::pronoun(doc, tokens.start)
    }

    /// Whether the words at `mention` are "I" or "we" within quotation marks.
    pub fn quoted_first_person(&self, doc: &Doc, mention: Span) -> bool {
        let token = words::trimmed(doc, doc.tokens_in(mention)).start;
        let first = matches!(pronouns::word(doc, token), "i" | "me" | "my" | "we" | "us" | "our");
        first && self.pronoun(doc, mention) && self.quoted[token]
    }

    /// The entity that the words at `mention` stand for: a name with title and apposition, a surname, a pronoun, a role
    /// ("the adviser"), a document, a group. `spoken` are the entities that spoke before, the latest first. `None` where
    /// it cannot be told: a wrong name is worse than none.
    ///
    /// Mentions are best resolved in text order: somebody unnamed becomes an entity when first resolved, so that a later
    /// "the official" can mean the same one.
    pub fn resolve(&mut self, doc: &Doc, mention: Span, spoken: &[EntityId]) -> Option<EntityId> {
        let mut tokens = words::trimmed(doc, doc.tokens_in(mention));
        // "the report states", "the club flat-out": neither verb nor adverb is of the name.
        if tokens.len() > 1 && lexicon::one(doc.word(tokens.end - 1), BEYOND) {
            tokens.end -= 1;
        }
        if tokens.is_empty() {
            return None;
        }
        tokens.end = heads::subject_end(doc, &tokens);
        if pronouns::relative(doc, &tokens) {
            return heads::before_clause(self, doc, tokens.start, spoken);
        }
        if tokens.len() == 1 && words::pronoun(doc, tokens.start) {
            return pronouns::resolve(self, doc, tokens.start, spoken);
        }
        // "Robert", where "Robert “Buddy” Holm" stands: the marks cut the mention off.
        let at = self.names.partition_point(|(n, _)| n.start() < tokens.start);
        // "Holm", where "Ida Holm" stands.
        let last = |n: &Name| n.tokens.contains(&tokens.start) && n.tokens.end == tokens.end;
        let person =
            |n: &Name, id: EntityId| self.entity(id).kind == Kind::Person && !words::month(doc.lower(n.tokens.start));
        let before = at.checked_sub(1).map(|at| &self.names[at]);
        if let Some((_, id)) = before.filter(|(n, id)| last(n) && person(n, *id)) {
            return Some(*id);
        }
        let cut =
            |n: &Name| n.start() == tokens.start && n.tokens.contains(&tokens.end) && compound::mark(doc, tokens.end);
        if let Some((_, id)) = self.names.get(at).filter(|(n, _)| cut(n)) {
            return Some(*id);
        }
        match heads::head(self, doc, tokens.clone()) {
            Some(id) => Some(id),
            None => phrases::resolve(self, doc, tokens, spoken),
        }
    }
}
