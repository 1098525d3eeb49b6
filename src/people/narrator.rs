//! Who "I" is outside quotation marks: the writer, the one who answers in an interview, or who holds a speech.

use super::{Entity, EntityId, Kind, People, capacity, names::Name, turns, words};
use crate::{lexicon, text::Doc};
use std::ops::Range;

/// Paragraphs that ask, from which on an article is an interview in questions and answers whatever it says of itself.
const QUESTIONS: usize = 3;

/// Paragraphs at the start in which an article says that it is an interview or a speech, and whose.
const OPENING: usize = 12;

/// A paragraph of so many tokens that ends in a question is an answer that asks back.
const LONG: usize = 120;

/// Longest heading of a speech that is looked at, in tokens.
const HEADING: usize = 30;

/// What the writer is called as a source.
const WRITER: &str = "the author";

/// How much more it counts to be named in the heading, or as the one interviewed, than anywhere else in the opening.
const WEIGHTY: usize = 4;

/// Whom "I", "we" and "you" stand for outside quotation marks, where that is not the writer, nor anybody at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Narrator {
    /// Who answers in an interview.
    pub answers: Option<EntityId>,
    /// Who holds the speech that the article is.
    pub holds: Option<EntityId>,
}

/// Whom the pronoun of the first or second person at `token` stands for; `None` within quotation marks, where it is
/// whoever speaks them or hears them.
pub fn resolve(people: &mut People, doc: &Doc, token: usize) -> Option<EntityId> {
    if people.quoted.get(token).is_none_or(|quoted| *quoted) {
        return None;
    }
    let block = doc.sentence_of(token)?.block;
    let asked = asks(doc, block);
    let word = doc.lower(token).split('\'').next().unwrap_or("");
    if matches!(word, "i" | "me" | "my")
        && let Some(id) = turns::speaker(people, doc, block)
    {
        return Some(id);
    }
    match (word, people.narrator.answers, asked) {
        ("you", answers, true) => return answers,
        ("you", _, _) => return None,
        (_, Some(id), false) => return Some(id),
        ("we" | "us" | "our", ..) => return None,
        _ => {}
    }
    if let Some(id) = people.narrator.holds {
        return Some(id);
    }
    if people.writer.is_some() {
        return people.writer;
    }
    let mentions = vec![doc.tokens[token].span];
    let name = capacity::told(doc, &people.quoted).unwrap_or_else(|| WRITER.to_owned());
    let entity = Entity { name, role: None, unnamed: false, kind: Kind::Person, gender: None, mentions };
    people.writer = Some(people.push(entity));
    people.writer
}

/// Whether the block asks: it ends in a question, and is no answer to one that does so by asking back.
fn asks(doc: &Doc, block: usize) -> bool {
    let ends = |block: usize| doc.article.blocks.get(block).is_some_and(|b| doc.at(b.span).ends_with('?'));
    let words = doc.tokens_in(doc.article.blocks.get(block).map_or_else(Default::default, |b| b.span)).len();
    words < LONG && ends(block) && !block.checked_sub(1).is_some_and(ends)
}

/// Who tells the article, as far as its opening says.
pub fn read(doc: &Doc, names: &[(Name, EntityId)], entities: &[Entity]) -> Narrator {
    let questions: Vec<usize> = (0..doc.article.blocks.len()).filter(|&b| asks(doc, b)).collect();
    let opening = names.partition_point(|(n, _)| doc.sentences[n.sentence].block < OPENING);
    let opening = &names[..opening];
    let says = |words: &[&str], before: usize| {
        let end = doc.sentences.partition_point(|s| s.block < before);
        let end = end.checked_sub(1).map_or(0, |s| doc.sentences[s].tokens.end);
        (0..end).find(|&i| words.contains(&doc.lower(i)))
    };
    let first = questions.first().copied().unwrap_or(0);
    let called = says(&["interview", "interviews", "interviewed", "interviewee"], first.min(OPENING));
    if questions.len() >= QUESTIONS || !questions.is_empty() && called.is_some() {
        return Narrator { answers: interviewed(doc, opening, entities, first), holds: None };
    }
    let holds = most_named(doc, names, entities, &|_, entity| usize::from(heads(doc, entity)));
    Narrator { answers: None, holds }
}

/// Who is interviewed: whoever the opening before the question in block `first` speaks of most, or else a later part.
fn interviewed(doc: &Doc, names: &[(Name, EntityId)], entities: &[Entity], first: usize) -> Option<EntityId> {
    let block = |n: &Name| doc.sentences[n.sentence].block;
    let weight = |n: &Name| {
        let noted = doc.says(n.start().wrapping_sub(1), ":") && block(n) > 0;
        if noted { 0 } else { 1 + WEIGHTY * (usize::from(block(n) == 0) + usize::from(met(doc, n))) }
    };
    most_named(doc, names, entities, &|n, _| if block(n) < first { weight(n) } else { 0 })
        .or_else(|| most_named(doc, names, entities, &|n, _| weight(n)))
}

/// The person with the most `weight` over all names, the first of them.
fn most_named(
    doc: &Doc,
    names: &[(Name, EntityId)],
    entities: &[Entity],
    weight: &dyn Fn(&Name, &Entity) -> usize,
) -> Option<EntityId> {
    let mut counts = vec![0; entities.len()];
    for (name, id) in names.iter().filter(|(n, id)| person(doc, n, &entities[id.0])) {
        counts[id.0] += weight(name, &entities[id.0]);
    }
    let most = counts.into_iter().enumerate().filter(|&(_, count)| count > 0);
    most.max_by_key(|&(id, count)| (count, std::cmp::Reverse(id))).map(|(id, _)| EntityId(id))
}

fn person(doc: &Doc, name: &Name, entity: &Entity) -> bool {
    let single = |tokens: &Range<usize>| tokens.len() > 1 && !doc.lower(tokens.end).starts_with("'s");
    let named = entity.kind == Kind::Named && single(&name.tokens) && entity.name.contains(' ');
    // "Ann Lee image: Bo Ek" is the credit of a picture.
    let noun = words::noun(doc, name.tokens.end) && doc.word(name.tokens.end + 1) != ":";
    // "the Lind cocktail", "I’ll do a Lind" speak of nobody.
    let lone = name.tokens.len() == 1 && !words::given(doc.lower(name.tokens.start));
    let thing = lone && (name.quoted || words::noun(doc, name.tokens.end));
    !thing && (entity.kind == Kind::Person || named && !noun)
}

/// Whether a name follows "interviews", "spoke with" and the like, or is of somebody quoted.
fn met(doc: &Doc, name: &Name) -> bool {
    let from = name.start().saturating_sub(8);
    let words = (from..name.start()).map(|i| doc.lower(i));
    words.rev().take_while(|w| *w != ".").any(|w| lexicon::one(w, "interviews interviewed interview interviewee spoke"))
        || doc.one(name.tokens.end, "spoke talked communicated answered speaks talks")
        || words::cue(doc, name.tokens.end)
}

/// Whether the heading gives the article as a speech of somebody ("Remarks by Ann Lee"), in title case or not.
fn heads(doc: &Doc, entity: &Entity) -> bool {
    let heading = 0..doc.sentences.first().map_or(0, |s| s.tokens.end.min(HEADING));
    let speech = |i: usize| doc.one(i, "remarks speech address statement");
    let Some(last) = entity.name.split(' ').next_back().map(str::to_lowercase) else { return false };
    let named = heading.clone().find(|&i| doc.lower(i) == last);
    let by = named.and_then(|named| (named.saturating_sub(5)..named).find(|&i| doc.says(i, "by")));
    // "Lee’s speech on the tide", "Lee floor speech".
    let opens = named.filter(|&named| named < 4).is_some_and(|named| (named + 1..named + 4).any(speech));
    by.is_some_and(|by| (heading.start..by).any(speech)) || opens && heading.clone().all(|i| !words::cue(doc, i))
}
