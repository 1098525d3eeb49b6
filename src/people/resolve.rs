//! From the words of a mention to the entity behind them.

use super::{Entity, EntityId, Kind, People, bodies, compound, heads, names::Name, phrases, pronouns, titles, words};
use crate::{lexicon, span::Span, text::Doc};
use std::ops::Range;

/// Names at the start of an article among which those of its headline are looked for.
const NAMES: usize = 100;

impl People {
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

    /// The noun of a document that is given out in somebody's name, where the words at `mention` speak of one ("the
    /// statement", "a statement").
    pub fn document(&self, doc: &Doc, mention: Span) -> Option<String> {
        let tokens = words::trimmed(doc, doc.tokens_in(mention));
        let end = heads::segment_end(doc, self.names_in(tokens.clone()), tokens.clone());
        let noun = phrases::noun_key(doc.lower(words::head_noun(doc, tokens.start..end)));
        let whole = end == tokens.end || doc.says(end + 1, "which");
        (whole && bodies::issued(&noun)).then_some(noun)
    }

    /// The entity that the words at `mention` stand for: a name with title and apposition, a surname, a pronoun, a role
    /// ("the adviser"), a document, a group. `spoken` are the entities that spoke before, the latest first. `None`
    /// where it cannot be told: a wrong name is worse than none.
    ///
    /// Mentions are best resolved in text order: somebody unnamed becomes an entity when first resolved, so that a
    /// later "the official" can mean the same one.
    pub fn resolve(&mut self, doc: &Doc, mention: Span, spoken: &[EntityId]) -> Option<EntityId> {
        let mut tokens = words::trimmed(doc, doc.tokens_in(mention));
        // "the report states", "the club flat-out": neither verb nor adverb is of the name.
        while tokens.len() > 1 && lexicon::OVERRUNS.has(doc.word(tokens.end - 1)) {
            tokens = words::trimmed(doc, tokens.start..tokens.end - 1);
        }
        if tokens.is_empty() {
            return None;
        }
        tokens.end = heads::subject_end(doc, &tokens);
        // "in the novel Dark Tides I think that"
        if doc.says(tokens.end - 1, "i") && titles::basic(doc.lower(tokens.end)) {
            tokens.start = tokens.end - 1;
        }
        // "Premier Ivo" of "Premier Ivo de la Holm"
        let cut = self.names_in(tokens.clone()).last().filter(|(n, _)| n.tokens.end > tokens.end);
        tokens.end = cut.filter(|_| words::particle(doc.lower(tokens.end))).map_or(tokens.end, |(n, _)| n.tokens.end);
        if pronouns::relative(doc, &tokens) {
            return heads::before_clause(self, doc, tokens.start, spoken);
        }
        if tokens.len() == 1 && words::pronoun(doc, tokens.start) {
            return pronouns::resolve(self, doc, tokens.start, spoken);
        }
        if let Some(id) = self.part_of_name(doc, &tokens).or_else(|| self.in_headline(doc, &tokens)) {
            return Some(id);
        }
        match heads::head(self, doc, tokens.clone()) {
            Some(id) => Some(id),
            None => phrases::resolve(self, doc, tokens, spoken),
        }
    }

    /// Whose name the words at `tokens` are in a headline whose capitals tell nothing: "Lee Says It Rains".
    fn in_headline(&self, doc: &Doc, tokens: &Range<usize>) -> Option<EntityId> {
        let sentence = doc.sentence_of(tokens.start).filter(|s| s.block == 0)?.tokens.clone();
        if !self.names_in(sentence).is_empty() || !tokens.clone().all(|i| words::joins(doc, i)) {
            return None;
        }
        // "Mayor Ann Lee Says It Rains"
        let same = |n: &Name| {
            let first = tokens.end - n.tokens.len().min(tokens.len());
            let titled = first == tokens.start || words::title(doc, first - 1);
            titled
                && n.tokens.len() + first == tokens.end
                && n.tokens.clone().zip(first..).all(|(i, k)| doc.lower(i) == doc.lower(k))
        };
        self.names.iter().take(NAMES).find(|(n, _)| same(n)).map(|(_, id)| *id)
    }

    /// Whose name the words at `tokens` are a part of that the marks of a nickname cut off, or the last word.
    fn part_of_name(&self, doc: &Doc, tokens: &Range<usize>) -> Option<EntityId> {
        let at = self.names.partition_point(|(n, _)| n.start() < tokens.start);
        // "Holm", where "Ida Holm" stands.
        let last = |n: &Name| n.tokens.contains(&tokens.start) && n.tokens.end == tokens.end;
        let person =
            |n: &Name, id: EntityId| self.entity(id).kind == Kind::Person && !words::month(doc.lower(n.tokens.start));
        let before = at.checked_sub(1).map(|at| &self.names[at]).filter(|(n, id)| last(n) && person(n, *id));
        // "Robert", where "Robert “Buddy” Holm" stands.
        // "Mrs", where "Mrs May" stands.
        let titled =
            |n: &Name| n.tokens.start == tokens.end && tokens.len() == 1 && words::honorific(doc, tokens.start);
        let marked = |n: &Name| n.tokens.contains(&tokens.end) && compound::mark(doc, tokens.end);
        let cut = |n: &Name| n.start() == tokens.start && (marked(n) || titled(n));
        before.or_else(|| self.names.get(at).filter(|(n, _)| cut(n))).map(|(_, id)| *id)
    }
}
