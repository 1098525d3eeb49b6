//! Whom a pronoun stands for.

mod written;

use super::{
    Entity, EntityId, Kind, People, bodies, gender, heads, mind::Antecedent, names::Name, narrator, phrases, words,
};
use crate::{lexicon, span::Span, text::Doc};
use std::ops::Range;
pub use written::relative as document;

/// The pronoun of token `i`, without a verb drawn into it ("he'd").
pub fn word<'a>(doc: &'a Doc, i: usize) -> &'a str {
    doc.lower(i).split('\'').next().unwrap_or("")
}

/// Whether the words at `tokens` are a relative pronoun, which stands for whoever or whatever is named before it.
pub fn relative(doc: &Doc, tokens: &Range<usize>) -> bool {
    match doc.word(tokens.start) {
        "who" | "Who" => true,
        word => tokens.len() == 1 && matches!(word, "which" | "that"),
    }
}

/// Whom the pronoun at `token` stands for: as the walk over the text found it, or for "it" and "they" a body or a group
/// that spoke or was a subject shortly before, even one that only its verb makes a person.
pub fn resolve(people: &mut People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    match word(doc, token) {
        "he" | "him" | "his" | "she" | "her" => {
            let meant = people.mind.meant(token)?.clone();
            let id = stand_for(people, doc, meant, spoken)?;
            // Whoever is "he" or "she" is a person.
            let entity = &mut people.entities[id.0];
            if entity.kind == Kind::Named {
                entity.kind = Kind::Person;
                entity.gender = entity.gender.or(gender::of_word(word(doc, token)));
            }
            Some(id)
        }
        "i" | "me" | "my" | "we" | "us" | "our" | "you" => narrator::resolve(people, doc, token),
        "it" if impersonal(doc, token) => narrator::resolve(people, doc, token),
        "it" | "its" => written::it(people, doc, token, false, spoken)
            .or_else(|| above(people, doc, token, spoken))
            .or_else(|| body(people, doc, token, spoken, false))
            .or_else(|| written::it(people, doc, token, true, spoken)),
        "they" | "them" | "their" => above_several(people, doc, token, spoken)
            .or_else(|| body(people, doc, token, spoken, true))
            .or_else(|| spoken.first().copied().filter(|&id| singular(people.entity(id)))),
        _ => None,
    }
}

/// Most tokens from "it" to the verb of what the writer has to say.
const IMPERSONAL: usize = 7;

/// Whether "it" at `token` stands for nobody, as the writer says what anybody might: "It is fair to say that", "it is
/// hard not to conclude".
fn impersonal(doc: &Doc, token: usize) -> bool {
    let verb = |&i: &usize| doc.one(i, "say conclude argue assume imagine suggest") && doc.says(i - 1, "to");
    let told = token > 0 && (words::cue(doc, token - 1) || doc.says(token - 1, "that"));
    let end = (token + 3..token + IMPERSONAL).find(verb).filter(|_| !told && doc.has(&lexicon::AUXILIARIES, token + 1));
    end.is_some_and(|end| (token + 1..end).all(|i| doc.tokens[i].is_word()))
}

/// The entity of an antecedent.
pub fn stand_for(people: &mut People, doc: &Doc, whom: Antecedent, spoken: &[EntityId]) -> Option<EntityId> {
    match whom {
        Antecedent::Entity(id) => Some(id),
        Antecedent::Phrase(tokens) => {
            let new = !phrases::definite(doc, tokens.start);
            let known = if new { begun(people, doc, tokens.start, spoken) } else { None };
            known.or_else(|| phrases::resolve(people, doc, tokens, spoken))
        }
    }
}

/// Who spoke before and is first described from token `start` on: "a pilot of Delta" for "a pilot".
pub fn begun(people: &People, doc: &Doc, start: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let start = doc.tokens[start].span.start;
    let begins = |id: &&EntityId| people.entity(**id).mentions.first().is_some_and(|mention| mention.start == start);
    spoken.iter().find(begins).copied()
}

fn body(people: &People, doc: &Doc, token: usize, spoken: &[EntityId], plural: bool) -> Option<EntityId> {
    let fits = |id: &EntityId| match people.entity(*id).kind {
        Kind::Person => false,
        Kind::Group => plural,
        Kind::Organisation | Kind::Named => true,
        Kind::Place => !plural,
        Kind::Other => !plural || many(doc, token, people.entity(*id)),
    };
    let speaks = |id: &EntityId| fits(id) || !plural && unsure(doc, people.entity(*id));
    if let Some(id) = spoken.first().filter(|id| speaks(id)) {
        return Some(*id);
    }
    let sentence = doc.sentence_index(token);
    let from = people.names.partition_point(|(n, _)| n.sentence + 1 < sentence);
    let to = people.names.partition_point(|(n, _)| n.tokens.start < token).max(from);
    let subject = |n: &Name| n.tokens.start <= doc.sentences[n.sentence].tokens.start + 1;
    let near = people.names[from..to].iter().filter(|(n, id)| {
        !n.quoted
            && !n.dateline(doc)
            && fits(id)
            && !words::demonym(doc.lower(n.tokens.start))
            // "strict Orland laws"
            && (subject(n) || !plural && !bodies::beside(doc, n) && !words::noun(doc, n.tokens.end))
    });
    near.max_by_key(|(n, _)| (subject(n), n.sentence)).map(|(_, id)| *id)
}

/// How far back, in bytes, such a body may have been spoken of.
const LATELY: usize = 500;

/// Whether an unnamed body, spoken of lately before `token`, is several people: "the local authorities", "a rescue
/// team".
fn many(doc: &Doc, token: usize, entity: &Entity) -> bool {
    let far = |mention: &Span| mention.end + LATELY < doc.tokens[token].span.start;
    if entity.mentions.last().is_none_or(far) {
        return false;
    }
    let name = entity.name.to_lowercase();
    let noun = name.split(' ').take_while(|word| !lexicon::PREPOSITIONS.has(word)).last().unwrap_or("");
    let several = noun.strip_suffix("ies").is_some_and(|stem| words::organisation(&format!("{stem}y")));
    several || lexicon::one(noun, "team group crew laboratory lab staff family army administration police")
}

/// Mentions of somebody that are looked at.
const MENTIONS: usize = 12;

/// Whether only a verb of speech tells that somebody is a person, who goes by the whole name throughout as bodies do.
fn unsure(doc: &Doc, entity: &Entity) -> bool {
    let first = entity.name.split(' ').next().unwrap_or("").to_lowercase();
    let whole = entity.mentions.iter().take(MENTIONS).all(|mention| doc.at(*mention) == entity.name);
    whole && entity.gender.is_none() && entity.role.is_none() && !entity.unnamed && !words::given(&first)
}

/// The body that the sentence before begins with, where it is spoken of by a noun: "Then the club said no. It …".
fn above(people: &mut People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let sentence = doc.sentence_index(token).checked_sub(1)?;
    let tokens = doc.sentences.get(sentence)?.tokens.clone();
    let the = tokens.clone().take(2).find(|&i| doc.says(i, "the"))?;
    // "the Orland home ministry"
    let modifies = |&i: &usize| words::capital(doc, i) || words::noun(doc, i) && words::noun(doc, i + 1);
    let noun = (the + 1..tokens.end).take(3).find(|i| !modifies(i))?;
    let (own, block) = (doc.sentence_of(token)?, doc.sentences[sentence].block);
    let near = own.block == block || own.block == block + 1 && own.tokens.start == token;
    let here = near && !people.quoted(the);
    let body = here
        && noun < tokens.end
        && (bodies::general(doc.lower(noun)) || words::organisation(doc.lower(noun)) && !doc.capital(noun))
        && !words::noun(doc, noun + 1)
        // "The club’s plan is new. It"
        && !doc.says(noun + 1, "'s");
    if body { phrases::resolve(people, doc, the..noun + 1, spoken) } else { None }
}

/// The people that the sentence before begins with.
fn above_several(people: &mut People, doc: &Doc, token: usize, spoken: &[EntityId]) -> Option<EntityId> {
    let sentence = doc.sentence_index(token).checked_sub(1)?;
    let block = doc.sentence_of(token)?.block;
    let near = doc.sentences[sentence].block + 1 >= block;
    if near { heads::subjects(people, doc, sentence, spoken) } else { None }
}

/// Whether somebody is "they" alone: a spokesperson of whom nothing tells whether it is a man or a woman.
fn singular(entity: &Entity) -> bool {
    let speaks = |words: &str| words.contains("spokesperson") || words.contains("representative");
    entity.kind == Kind::Person
        && entity.gender.is_none()
        && (speaks(&entity.name) || entity.role.as_deref().is_some_and(speaks))
}
