//! Mentions without a name: roles, groups, documents, the unnamed.

use super::{
    Entity, EntityId, Kind, People, bearer::plain, bodies, compound, gender, heads, jobs, mind::Antecedent,
    names::Name, offices, pronouns, roles::Role, words,
};
use crate::{
    lexicon::{self, cues::Class},
    text::Doc,
};
use std::ops::Range;

/// The entity that a description stands for: somebody whom the article described so before, or else one of its own;
/// `None` for words that describe nobody.
pub fn resolve(people: &mut People, doc: &Doc, tokens: Range<usize>, spoken: &[EntityId]) -> Option<EntityId> {
    let end = heads::segment_end(doc, people.names_in(tokens.clone()), tokens.clone());
    let head = words::head_noun(doc, tokens.start..end);
    let noun = noun_key(doc.lower(head));
    if !is_phrase(people, doc, tokens.start, head) {
        return None;
    }
    if let Some(pair) = pair(people, doc, &tokens, &noun) {
        return heads::several(people, doc, pair);
    }
    if let Some(maker) = bodies::maker(people, doc, end, &noun) {
        let maker = doc.span(maker);
        if let Some(id) = people.resolve(doc, maker, spoken) {
            return Some(id);
        }
    }
    let definite = definite(doc, tokens.start);
    let known = if definite {
        bodies::apposed(people, doc, &tokens, &noun)
            .or_else(|| offices::known(&people.roles, &people.names, doc, &tokens, &noun, spoken))
            .or_else(|| bodies::named(people, doc, &tokens, &noun, spoken))
            .or_else(|| meant(people, doc, &tokens, head, spoken))
            .or_else(|| renamed(people, doc, &tokens, head, spoken))
    } else {
        offices::below(&people.roles, doc, &tokens, &noun)
    };
    if let Some(id) = known {
        fill(people, doc, id, &tokens);
        return Some(id);
    }
    let bare = words::several(&noun) && !doc.has(&lexicon::DETERMINERS, tokens.start);
    let tokens = bodies::fuller(doc, &tokens, &noun).filter(|_| definite && !bare).unwrap_or(tokens);
    let tokens = tokens.start..aside(doc, &tokens);
    let name = description(people, doc, tokens.clone());
    let key = name.to_lowercase();
    if let Some(id) = people.described.get(&key) {
        return Some(*id);
    }
    let kind = sort(&noun);
    let unnamed =
        kind == Kind::Person || kind == Kind::Group && (end == tokens.start + 1 || !words::capital(doc, end - 1));
    let nouns = (tokens.start..end).filter(|&i| !words::pronoun(doc, i));
    let gender = nouns.into_iter().find_map(|i| gender::of_word(doc.lower(i)));
    let mentions = vec![doc.span(tokens.clone())];
    let id = people.push(Entity { name, role: None, unnamed, kind, gender, mentions });
    people.described.set(key, id);
    let described = people.roles.or(noun, Vec::new);
    let at = described.partition_point(|role| role.tokens.start < tokens.start);
    described.insert(at, Role { id, tokens });
    Some(id)
}

/// Most names between a pair of people and what says "both men" of them.
const PAIR: usize = 8;

/// The two people named together before the words at `tokens` speak of both: "both men", "the pair".
fn pair(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str) -> Option<Range<usize>> {
    let two = doc.says(tokens.start, "both") && sort(noun) == Kind::Group || lexicon::one(noun, "pair duo couple");
    if !two || tokens.len() != 2 {
        return None;
    }
    let to = people.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
    let near = &people.names[to.saturating_sub(PAIR)..to];
    let person = |id: EntityId| people.entity(id).kind == Kind::Person;
    let (first, last) = near.windows(2).rev().map(|two| (&two[0], &two[1])).find(|((first, a), (last, b))| {
        let and = first.tokens.end;
        doc.says(and, "and") && last.start() == and + 1 && person(*a) && person(*b)
    })?;
    Some(first.0.tokens.start..last.0.tokens.end)
}

/// Describes the unnamed person `id` as the words at `tokens` do, where these say more ("the old pilot" of "a pilot").
fn fill(people: &mut People, doc: &Doc, id: EntityId, tokens: &Range<usize>) {
    let entity = people.entity(id);
    let tokens = tokens.start..aside(doc, tokens);
    let said: Vec<String> = entity.name.to_lowercase().split(' ').map(str::to_owned).collect();
    let stem = |word: &str| word.trim_end_matches(['s', '’', '\'']).to_owned();
    let told = |word: &str| lexicon::DETERMINERS.has(word) || tokens.clone().any(|i| stem(doc.lower(i)) == stem(word));
    let other = |i: usize| {
        let own = doc.one(i, "his her their its my our");
        own || doc.one(i, "second third fourth another other different separate")
    };
    let fuller = tokens.len() > said.len() && said.iter().all(|word| told(word)) && !tokens.clone().any(other);
    // "Orland’s home ministry" after "Orland’s ministry"
    let owned = tokens.clone().any(|i| doc.says(i, "'s"));
    let body = owned && entity.kind == Kind::Other && said.last().is_some_and(|noun| words::organisation(noun));
    if fuller && (entity.unnamed && entity.kind == Kind::Person || body) {
        people.entities[id.0].name = description(people, doc, tokens);
    }
}

/// Where a clause that says more of somebody described begins (", who asked not to be named", "when asked"), or their end,
/// without a "who" that has lost its clause.
fn aside(doc: &Doc, tokens: &Range<usize>) -> usize {
    let clause = |i: usize| doc.one(i, "who which whose as speaking");
    // "the doctors, members of a new group", but "the mayor, a baker and a pilot"
    let apart = |i: usize| {
        let several = (i..tokens.end).any(|k| doc.one(k, "and or"));
        !several && !doc.capital(i) && (doc.has(&lexicon::DETERMINERS, i) || doc.one(i, "members part"))
    };
    // "a pilot who asked not to be named"
    let unnamed = |i: usize| {
        let on = doc.says(i + 1, "spoke") && doc.one(i + 2, "on under");
        doc.says(i, "who") && (on || doc.one(i + 1, "asked declined requested wished did does"))
    };
    let begins = |&i: &usize| {
        words::is(doc, i, ",") && (clause(i + 1) || apart(i + 1))
            || words::is(doc, i, "(")
            || doc.one(i, "when while")
            || unnamed(i)
    };
    let end = (tokens.start + 1..tokens.end).find(begins).unwrap_or(tokens.end);
    // "a pilot who", whose clause the mention has lost.
    let lost = |i: usize| doc.one(i, "who which that whose and or ,");
    (tokens.start + 1..end).rev().find(|&i| !lost(i)).unwrap_or(tokens.start) + 1
}

/// Whom a noun for just anybody at `head` means: who was in mind there.
fn meant(people: &mut People, doc: &Doc, tokens: &Range<usize>, head: usize, spoken: &[EntityId]) -> Option<EntityId> {
    match people.mind.meant(head)?.clone() {
        Antecedent::Phrase(other) if other.start >= tokens.start => None,
        whom => pronouns::stand_for(people, doc, whom, spoken),
    }
}

/// Names before a tag among which the last person is looked for.
const LATEST: usize = 20;

/// Sentences from the last name of whoever spoke to a tag that calls them otherwise.
const TAGGED: usize = 4;

/// The person who spoke and was named last, whom a tag calls by another office: “…,” the Orland leader said.
fn renamed(people: &People, doc: &Doc, tokens: &Range<usize>, head: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let id = *spoken.first()?;
    let before = tokens.start.checked_sub(1)?;
    let tag = compound::mark(doc, before) || words::cue(doc, before) && compound::mark(doc, before.saturating_sub(1));
    let former = (tokens.start..head).any(|i| doc.one(i, "former retired"));
    let office = former || (tokens.start..head).any(|i| words::capital(doc, i));
    let office = office && words::title(doc, head) && head + 1 == tokens.end && !offices::general(doc.lower(head));
    let entity = people.entity(id);
    // A baker is no mayor, but may be a former one.
    let fits = |role: &String| former || role.to_lowercase().contains(doc.lower(head));
    if !tag || !office || entity.unnamed || !entity.role.as_ref().is_some_and(fits) {
        return None;
    }
    let to = people.names.partition_point(|(n, _)| n.tokens.start < tokens.start);
    let person = |(n, id): &&(Name, EntityId)| !n.quoted && people.entity(*id).kind == Kind::Person;
    let (last, named) = people.names[..to].iter().rev().take(LATEST).find(person)?;
    let sentence = doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    (*named == id && last.sentence + TAGGED > sentence).then_some(id)
}

/// Whether words with `head` as their noun can describe a source: what begins like a noun phrase, or turns on a noun that
/// is known for one.
fn is_phrase(people: &People, doc: &Doc, start: usize, head: usize) -> bool {
    let first = doc.lower(start);
    let noun = doc.lower(head);
    let led = lexicon::DETERMINERS.has(first)
        || lexicon::PRONOUNS.has(first)
        || words::capital(doc, start) && !lexicon::OPENERS.has(first)
        || first.contains(|c: char| c.is_ascii_digit());
    // "1925", "the" alone: no noun at all.
    if words::date(doc, start)
        || start == head && (!noun.contains(char::is_alphabetic) || lexicon::one(noun, "the a an shows"))
    {
        return false;
    }
    let own = people.quoted.get(start) == people.quoted.get(head);
    let thing = known_thing(noun) || known_thing(&words::singular(noun));
    let known = words::title_word(noun) || thing || sort(noun) == Kind::Group;
    own && !lexicon::SUBORDINATORS.has(first) && !lexicon::AUXILIARIES.has(first) && (led || known)
}

/// Whether the description that begins at token `i` speaks of somebody or something mentioned before.
pub fn definite(doc: &Doc, i: usize) -> bool {
    // "30 percent of voters" are others than 24 percent.
    let counted = doc.lower(i).starts_with(|c: char| c.is_ascii_digit());
    !counted && !doc.one(i, "a an some any no every each another several many one two three other")
}

/// What a noun stands for.
fn sort(noun: &str) -> Kind {
    let singular = words::singular(noun);
    if noun == "police" {
        Kind::Other
    } else if words::title_word(noun) || noun.ends_with("-year-old") {
        Kind::Person
    } else if lexicon::one(noun, "people men women children") || words::title_word(&singular) {
        Kind::Group
    } else if known_thing(noun) || known_thing(&singular) || bodies::general(noun) {
        Kind::Other
    } else if words::several(noun) {
        Kind::Group
    } else if ["er", "ist", "ian", "man", "woman", "ee", "aire", "surgeon"]
        .into_iter()
        .any(|end| noun.len() > 4 && noun.ends_with(end))
        || jobs::sure(noun)
        || lexicon::one(noun, "icon veteran runner-up royal")
    {
        Kind::Person
    } else {
        Kind::Other
    }
}

/// Whether a noun is one for a person.
pub fn is_person(noun: &str) -> bool {
    sort(&noun_key(noun)) == Kind::Person
}

fn known_thing(noun: &str) -> bool {
    lexicon::THINGS.has(noun) || lexicon::MEDIA.has(noun) || words::organisation(noun)
}

/// The words of a description: an owner by the full name, a small letter at its start where only the sentence wanted a capital.
fn description(people: &People, doc: &Doc, tokens: Range<usize>) -> String {
    let owner = people.names_in(tokens.clone()).first().filter(|(name, id)| {
        // "Lee’s aides", "Lee and her team"
        let others = doc.says(name.tokens.end, "and") && doc.one(name.tokens.end + 1, "his her their");
        let owns = others || name.possessive(doc);
        // "Mr. Lee’s aides", but "Mayor Lee’s aides" tells more.
        let plain = name.titles.clone().all(|i| words::honorific(doc, i));
        name.start() == tokens.start && plain && owns && people.entity(*id).kind == Kind::Person
    });
    if let Some((name, id)) = owner {
        let rest = doc.span(tokens).end;
        let rest = crate::span::Span::new(doc.span(name.tokens.clone()).end, rest);
        let rest = doc.at(rest).split_whitespace().collect::<Vec<_>>().join(" ");
        let between = if doc.says(name.tokens.end, "and") { " " } else { "" };
        return format!("{}{between}{rest}", people.entity(*id).name);
    }
    let text = plain(doc, tokens.clone());
    let first = doc.lower(tokens.start);
    // "her office", but "Lee told her staff"
    let told = |i: usize| matches!(lexicon::cues::class(doc.lower(i)), Some(Class::Tell | Class::Ask));
    let own = doc.one(tokens.start, "his her") && !told(tokens.start.wrapping_sub(1));
    if let Some(Antecedent::Entity(id)) = people.mind.meant(tokens.start).filter(|_| own) {
        let rest = text.split_once(' ').map_or("", |(_, rest)| rest);
        return [&people.entity(*id).name, "’s ", rest].concat();
    }
    let small = lexicon::OPENERS.has(first) && !first.ends_with("day") && !words::all_capitals(doc, tokens.start);
    let mut chars = text.chars();
    match chars.next().filter(|_| small) {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => text,
    }
}

/// The noun of a description, one spelling for "adviser" and "advisor", "Gov." and "governor".
pub fn noun_key(lower: &str) -> String {
    let noun = match words::bare(lower) {
        "gov" => "governor",
        "sen" => "senator",
        "rep" => "representative",
        "cllr" => "councillor",
        "prof" => "professor",
        "rev" => "reverend",
        "det" => "detective",
        "insp" => "inspector",
        "sgt" => "sergeant",
        "lt" => "lieutenant",
        "capt" => "captain",
        "cmdr" => "commander",
        "col" => "colonel",
        "gen" => "general",
        "adm" => "admiral",
        "insider" => "source",
        noun => noun.strip_prefix("co-").unwrap_or(noun),
    };
    match noun.strip_suffix("or") {
        Some(stem) => format!("{stem}er"),
        None => noun.to_owned(),
    }
}
