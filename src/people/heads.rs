//! The name at the head of a source mention.

mod groups;

use super::{
    Entity, EntityId, Kind, People, apposed, beside, mind, names::Name, phrases, phrases::noun_key, pronouns, telling,
    titles, words,
};
use crate::{lexicon, text::Doc};
pub use groups::subjects;
use std::ops::Range;

/// Most tokens of a description between a name and "who".
const APPOSED: usize = 16;

/// Most tokens of what stands in brackets behind a name.
const BRACKET: usize = 6;

/// The entity whose name is what `tokens` speak of: "Orlen" of "Premier Orlen", "Pavel Vasko" of "Dravic's adviser, Pavel
/// Vasko", nobody of "Dravic's adviser".
pub fn head(people: &mut People, doc: &Doc, tokens: Range<usize>) -> Option<EntityId> {
    if let Some(id) = several(people, doc, tokens.clone()) {
        return Some(id);
    }
    let names = people.names_in(tokens.clone());
    if let Some(id) = titled(people, doc, &tokens) {
        return Some(id);
    }
    let first_end = segment_end(doc, names, tokens.clone());
    // "the TASS news agency" is TASS, "the PLF group" is the PLF.
    let land = |i: usize| doc.one(i, "us uk un eu u.s. u.k. u.n. gop");
    let party = |n: &Name, i: usize| {
        let letters = n.tokens.len() == 1 && words::all_capitals(doc, n.tokens.start) && !land(n.tokens.start);
        letters && n.titles.is_empty() && doc.one(i, "group movement party militia")
    };
    let ends = |n: &Name, end: usize| {
        n.tokens.end <= end && (n.tokens.end..end).all(|i| words::behind_name(doc.lower(i)) || party(n, i))
    };
    let ends_at = |end: usize| names.iter().find(|(n, _)| ends(n, end) && !n.possessive(doc)).map(|(_, id)| *id);
    // "the ministry (MoF) director, Ann Lee": whoever the office is of, it is the person who speaks.
    let office = |n: &Name| {
        let comma = n.start().checked_sub(1).filter(|&i| i > tokens.start && words::is(doc, i, ","));
        // "the MEC for Harbours, Ann Lee": letters that tell an office
        let letters = || words::all_capitals(doc, words::head_noun(doc, tokens.start..first_end));
        n.tokens.end == tokens.end && comma.is_some_and(|i| words::title(doc, i.wrapping_sub(1)) || letters())
    };
    let holder = names.iter().rev().find(|(n, id)| office(n) && people.entity(*id).kind == Kind::Person);
    holder
        .map(|(_, id)| *id)
        .or_else(|| ends_at(first_end))
        .or_else(|| apposed::named(people, doc, &tokens, first_end))
        .or_else(|| beside(people, doc, &tokens, first_end))
        .or_else(|| overrun(people, doc, &tokens))
        .or_else(|| {
            let noun = noun_key(doc.lower(words::head_noun(doc, tokens.start..first_end)));
            describing(people, &tokens, &noun)
        })
}

/// The person that `tokens` name at their end where all words before are the title: "Orland secretary of state Ann Lee".
fn titled(people: &People, doc: &Doc, tokens: &Range<usize>) -> Option<EntityId> {
    let names = people.names_in(tokens.clone());
    let (name, id) = names.last().filter(|(name, _)| name.tokens.end == tokens.end)?;
    let previous = names.len().checked_sub(2).map(|n| &names[n].0);
    let title = titles::before(doc, name, previous, tokens.start)?;
    let article = usize::from(doc.has(&lexicon::DETERMINERS, tokens.start));
    (title.start <= tokens.start + article && people.entity(*id).kind == Kind::Person).then_some(*id)
}

/// The person that a mention names which runs on into what they did: "Lee quit".
fn overrun(people: &People, doc: &Doc, tokens: &Range<usize>) -> Option<EntityId> {
    let (name, id) = people.names_in(tokens.clone()).first()?;
    let rest = name.tokens.end..tokens.end;
    let plain = rest.len() <= 2 && rest.clone().all(|i| doc.tokens[i].is_word() && !words::capital(doc, i));
    let verb = plain && !rest.clone().any(|i| doc.says(i, "'s") || doc.lower(i).ends_with('s'));
    let last = doc.lower(tokens.end - 1);
    let noun = words::title_word(last) || words::organisation(last) || lexicon::THINGS.has(last);
    let person = people.entity(*id).kind == Kind::Person;
    (name.start() == tokens.start && verb && person && !noun).then_some(*id)
}

/// Whom or what the clause tells of that begins with "who", "which" or "that" at `token`: whoever is named or described right
/// before it.
pub fn before_clause(people: &mut People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    if !doc.says(token, "who") {
        return pronouns::document(people, doc, token, spoken);
    }
    let sentence = doc.sentence_of(token)?.tokens.start;
    let apart = token > sentence && lexicon::one(doc.word(token - 1), ", - – —");
    let end = if apart { token - 1 } else { token };
    // "Ann Lee (Ind.), who"
    let bracket = (sentence..end).rev().take(BRACKET).find(|&i| words::is(doc, i, "(") && words::is(doc, end - 1, ")"));
    let end = bracket.unwrap_or(end);
    let person = |end: usize| {
        let at = people.names.partition_point(|(n, _)| n.tokens.end < end);
        let named = people.names.get(at).filter(|(n, _)| n.tokens.end == end && n.tokens.start >= sentence);
        named.map(|(_, id)| *id)
    };
    // "Ann Lee, the head of the school in Osby, who said": past the description.
    let comma = (sentence..end).rev().take(APPOSED).find(|&i| words::is(doc, i, ",")).filter(|_| apart);
    let before = comma.filter(|&i| doc.has(&lexicon::DETERMINERS, i + 1)).and_then(person);
    let before = before.filter(|id| people.entity(*id).kind == Kind::Person);
    if let Some(id) = before.or_else(|| person(end)) {
        return Some(id).filter(|id| !matches!(people.entity(*id).kind, Kind::Organisation | Kind::Place));
    }
    let last = end.checked_sub(1).filter(|&last| last >= sentence)?;
    // "said one pilot familiar with the talks, who added"
    let ends = |id: &EntityId| people.entity(*id).mentions.last().is_some_and(|m| m.end == doc.tokens[last].span.end);
    if let Some(id) = spoken.first().filter(|id| ends(id)) {
        return Some(*id);
    }
    let tokens = mind::described_at(doc, last, sentence)
        .map(|(tokens, _)| tokens)
        .or_else(|| groups::several_at(doc, last, sentence))?;
    phrases::resolve(people, doc, tokens, spoken)
}

/// Whose description `tokens` are a part of: "the envoy" of "the envoy to Orland, Ann Lee,".
fn describing(people: &People, tokens: &Range<usize>, noun: &str) -> Option<EntityId> {
    let all = people.roles.get(noun)?;
    let at = all.partition_point(|role| role.tokens.start <= tokens.start).checked_sub(1)?;
    (all[at].tokens.end >= tokens.end).then_some(all[at].id)
}

/// The person whose name stands right beside a role: "said the Speaker" before ", Ann Lee,", or "a nurse" after "Ann Lee,".
fn beside(people: &People, doc: &Doc, tokens: &Range<usize>, first_end: usize) -> Option<EntityId> {
    if !words::title(doc, words::head_noun(doc, tokens.start..first_end)) {
        return None;
    }
    // "Lee, a second person said": whoever is counted on is another one.
    let further = tokens.clone().take(2).any(|i| doc.one(i, "second third fourth another other different separate"));
    let sentence = doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    let person = |(name, id): &&(Name, EntityId)| {
        name.sentence == sentence
            && matches!(people.entity(*id).kind, Kind::Person | Kind::Named)
            && !name.possessive(doc)
    };
    let at = people.names.partition_point(|(n, _)| n.tokens.start < tokens.end);
    let after = people
        .names
        .get(at)
        .filter(person)
        .filter(|(n, _)| n.start() == tokens.end || n.start() == tokens.end + 1 && words::is(doc, tokens.end, ","));
    let from = people.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
    let led = telling::leads_up(doc, tokens.start.wrapping_sub(1), tokens.end);
    let before = from
        .checked_sub(1)
        .filter(|_| !led)
        .and_then(|i| people.names.get(i))
        .filter(person)
        .filter(|(n, _)| n.tokens.end + 1 == tokens.start && words::is(doc, n.tokens.end, ",") && !further)
        .filter(|(n, _)| !(beside::aimed(doc, n) && words::cue(doc, tokens.end)));
    after.or(before).map(|(_, id)| *id)
}

/// The group of which `tokens` name every member ("Ann and Tom Lee"), or a body with "and" in its name.
pub fn several(people: &mut People, doc: &Doc, tokens: Range<usize>) -> Option<EntityId> {
    // "Orland's Premier Ann Lee and Norland Premier Bo Ek": the lands are none of them.
    let all = people.names_in(tokens.clone());
    let owns = |name: &Name, next: &Name| next.start() == name.tokens.end + usize::from(name.possessive(doc));
    let alone = |n: usize| all.get(n + 1).is_none_or(|next| !owns(&all[n].0, &next.0));
    let names: Vec<_> = (0..all.len()).filter(|&n| alone(n)).map(|n| &all[n]).collect();
    let (first, last) = (names.first()?, names.last()?);
    let joins =
        |mut between: Range<usize>| between.all(|i| doc.one(i, ", and & the both former 's") || words::capital(doc, i));
    let gaps = || names.windows(2).map(|pair| pair[0].0.tokens.end..pair[1].0.start());
    // "former mayors Ann Lee and Bo Ek"
    let titled = first.0.start() > tokens.start && titles::several(doc, &first.0, first.0.start() - 1);
    let listed = (titled || joins(tokens.start..first.0.start()))
        && (last.0.tokens.end == tokens.end || words::is(doc, last.0.tokens.end, ","))
        && gaps().all(joins);
    if names.len() < 2 || !listed || !gaps().any(|gap| gap.into_iter().any(|i| doc.says(i, "and"))) {
        return None;
    }
    let mut name = String::new();
    for (n, (_, id)) in names.iter().enumerate() {
        name += if n == 0 {
            ""
        } else if n + 1 == names.len() {
            " and "
        } else {
            ", "
        };
        name += &people.entity(*id).name;
    }
    let key = name.to_lowercase();
    if let Some(id) = people.described.get(&key) {
        return Some(*id);
    }
    let mentions = vec![doc.span(tokens)];
    let entity = Entity { name, role: None, unnamed: false, kind: Kind::Group, gender: None, mentions };
    let id = people.push(entity);
    people.described.set(key, id);
    Some(id)
}

impl People {
    /// The names that begin within `tokens`, titles left out.
    pub(super) fn names_in(&self, tokens: Range<usize>) -> &[(Name, EntityId)] {
        let from = self.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
        let to = self.names.partition_point(|(n, _)| n.tokens.start < tokens.end);
        &self.names[from..to.max(from)]
    }

    /// Adds an entity.
    pub(super) fn push(&mut self, entity: Entity) -> EntityId {
        self.entities.push(entity);
        EntityId(self.entities.len() - 1)
    }
}

/// Where a mention ends that runs on into what its subject is or has done: "Orland is a critic" ends before "is".
pub fn subject_end(doc: &Doc, tokens: &Range<usize>) -> usize {
    let verb = |&i: &usize| doc.one(i, "is are was were has have had gives gave hit hits") && !doc.capital(i);
    let Some(verb) = (tokens.start + 1..tokens.end).find(verb) else { return tokens.end };
    // "the place is where officials", "documents the court has", "those who were": the verb is of the phrase.
    let last = doc.lower(tokens.end.wrapping_sub(1));
    if words::several(last) || words::title_word(last) || (verb..tokens.end).any(|i| doc.one(i, "and but or")) {
        return tokens.end;
    }
    let other = |i: usize| {
        doc.has(&lexicon::DETERMINERS, i) && i > tokens.start
            || words::pronoun(doc, i)
            || doc.one(i, "who which that what where when there")
            || !doc.tokens[i].is_word()
            || words::capital(doc, i) && i > tokens.start && !words::capital(doc, i - 1)
    };
    if (tokens.start..verb).any(other) { tokens.end } else { verb }
}

/// Where the first noun phrase of `tokens` ends: at a comma, a preposition or a clause, none of them within a name.
pub fn segment_end(doc: &Doc, names: &[(Name, EntityId)], tokens: Range<usize>) -> usize {
    let mut names = names.iter().peekable();
    let mut i = tokens.start;
    while i < tokens.end {
        while names.peek().is_some_and(|(n, _)| n.tokens.end <= i) {
            names.next();
        }
        if let Some((name, _)) = names.peek().filter(|(n, _)| n.start() <= i) {
            i = name.tokens.end.max(i + 1);
            continue;
        }
        let lower = doc.lower(i);
        let breaks = !doc.tokens[i].is_word() && !lexicon::one(lower, "’ ' - . & /")
            || lexicon::one(lower, "who whom whose which that where when as also named called")
            || lexicon::one(lower, "himself herself themselves itself like including using atop")
            // "documents he filed"
            || lexicon::one(lower, "he she they it i we") && !doc.capital(i)
            || lexicon::PREPOSITIONS.has(lower);
        if breaks && i > tokens.start {
            return i;
        }
        i += 1;
    }
    tokens.end
}
