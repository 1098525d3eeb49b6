//! Descriptions of somebody who is named in the next sentence: "A clerk has told how the mill burnt. Ann Lee said she
//! ran."

use super::words_of::{aside, description};
use crate::{
    lexicon::{
        self,
        cues::{self, Class},
    },
    people::{
        EntityId, Kind, People, compound, gender, mind::Antecedent, names::Name, offices, phrases::nouns::sort,
        roles::Role, telling, words,
    },
    text::Doc,
};
use std::ops::Range;

/// Paragraphs at the start in which whoever tells the news is described before their name.
const LEAD: usize = 2;

/// Most tokens of the two sentences.
const LONG: usize = 200;

/// Whom the next sentence names, for the first time, of all who speak there, and of whom it tells nothing that the
/// words at `tokens`, which turn on `noun` at token `head`, do not fit.
pub fn named(people: &mut People, doc: &Doc, tokens: &Range<usize>, head: usize, noun: &str) -> Option<EntityId> {
    let sentence = doc.sentence_of(tokens.start)?.tokens.clone();
    let owned = doc.one(tokens.start, "his her");
    // "the wife of a sailor", but not "a mother of two"
    let of = lexicon::KIN.has(noun) && doc.says(head + 1, "of") && !words::number(doc.lower(head + 2));
    let whose = of || tokens.clone().take_while(|&i| i < head).any(|i| doc.says(i, "'s"));
    if sort(noun) != Kind::Person
        || !(owned || whose || doc.one(tokens.start, "a an the"))
        || !tells(doc, tokens, sentence.start)
    {
        return None;
    }
    let next = doc.sentence_of(sentence.end)?.tokens.clone();
    let last = doc.sentence_of(next.end).map_or(next.end, |s| s.tokens.end);
    if sentence.len() + next.len() > LONG
        || sentence.clone().any(|i| doc.one(i, "anonymity anonymous unnamed unidentified named"))
    {
        return None;
    }
    let (name, id) = people.names_in(next.start..last).iter().find(|(n, id)| introduces(people, doc, n, *id))?;
    let (name, id) = (name.clone(), *id);
    let entity = people.entity(id);
    let said = gender::of_word(noun);
    let other = said.is_some() && entity.gender.is_some() && said != entity.gender;
    let lead = doc.block_at(doc.tokens[head].span.start) < LEAD;
    let the = doc.says(tokens.start, "the") && !whose;
    let fits = match &entity.role {
        None => (lead || whose && plain(doc, &name)) && !the,
        Some(role) => lead && noun == "leader" && leads(role),
    };
    let called = (lead || the || whose) && !offices::general(noun) && called(people, doc, tokens, noun, &name, id);
    // "“I ran. I fell,” said Ann Lee": one sentence of hers after another.
    let far = name.start() >= next.end && !people.quoted(next.end - 2);
    let near = || {
        fits || learned(doc.lower(head)) && titled(doc, &name) || owned && kin(people, doc, tokens.start, noun, &name)
    };
    let tied = called || !far && !name.possessive(doc) && near();
    if other || !tied {
        return None;
    }
    if !offices::anybody(noun) {
        let role = description(people, doc, tokens.start..aside(doc, tokens));
        people.entities[id.0].role.get_or_insert(role);
    }
    Some(id)
}

/// Whether whoever `tokens` describe says something: "A clerk has said", "said a clerk", "according to a clerk".
fn tells(doc: &Doc, tokens: &Range<usize>, sentence: usize) -> bool {
    let before = tokens.start.wrapping_sub(1);
    let said = cues::class(doc.lower(before)) == Some(Class::Say);
    let according = doc.says(before, "to") && doc.says(before.wrapping_sub(1), "according");
    tokens.start == sentence || said || according || telling::tells(doc, tokens.end)
}

/// Whether `name` is the first that the article says of a person, whom its sentence begins with, or who says something
/// there.
fn introduces(people: &People, doc: &Doc, name: &Name, id: EntityId) -> bool {
    let entity = people.entity(id);
    let first = entity.mentions.first().is_some_and(|mention| *mention == doc.span(name.tokens.clone()));
    let is = name.start() == doc.sentences[name.sentence].tokens.start && doc.one(name.tokens.end, "is was");
    let full = name.tokens.len() > 1 && entity.kind == Kind::Person && !name.quoted;
    let is = is && doc.has(&lexicon::DETERMINERS, name.tokens.end + 1);
    // "Mayor Ann Lee’s words"
    let owns = !name.titles.is_empty() && name.possessive(doc);
    let speaks = telling::speaks(doc, name) || doc.says(name.tokens.end, "expressed");
    first && full && (speaks || is || owns)
}

/// Whether `name` begins its sentence or the tag behind a passage, and nothing more is told of its bearer.
fn plain(doc: &Doc, name: &Name) -> bool {
    let begins = name.start() == doc.sentences[name.sentence].tokens.start;
    (begins || compound::mark(doc, name.start() - 1)) && !words::is(doc, name.tokens.end, ",")
}

/// Whether somebody of the office `role` leads what that is of.
pub fn leads(role: &str) -> bool {
    role.split(' ').any(|word| lexicon::one(word, "head chairman president director"))
}

/// Whether what stands beside `name` calls its bearer by `noun` too, and says nothing that `tokens` do not.
fn called(people: &People, doc: &Doc, tokens: &Range<usize>, noun: &str, name: &Name, id: EntityId) -> bool {
    let near = |role: &Role| role.tokens.end + BESIDE > name.start() && role.tokens.start < name.tokens.end + BESIDE;
    let beside = |role: &Role| role.id == id && near(role) && offices::within(doc, &role.tokens, tokens);
    people.roles.get(noun).is_some_and(|all| all.iter().any(beside))
}

/// Most tokens between a name and what stands beside it.
const BESIDE: usize = 3;

/// Whether those called by `noun` have mostly a degree.
fn learned(noun: &str) -> bool {
    noun.ends_with("logist")
        || lexicon::one(noun, "economist doctor surgeon physician academic researcher scientist expert specialist")
}

fn titled(doc: &Doc, name: &Name) -> bool {
    name.titles.clone().any(|i| doc.one(i, "dr dr. professor prof prof."))
}

/// Whether `name` has the surname of whom "his" at `token` means, whose kin `noun` tells of.
fn kin(people: &People, doc: &Doc, token: usize, noun: &str, name: &Name) -> bool {
    let Some(Antecedent::Entity(owner)) = people.mind.meant(token) else { return false };
    let surname = |name: &str| name.rsplit(' ').next().map(str::to_lowercase);
    lexicon::KIN.has(noun) && surname(&people.entity(*owner).name).as_deref() == Some(doc.lower(name.tokens.end - 1))
}
