//! How present somebody is to the reader: by role in the sentence, and by how lately.

use super::{
    Entity, EntityId, Gender, Kind, compound,
    mind::Antecedent,
    names::Name,
    offices,
    telling::{SHORT, asked, speaks},
    words,
};
use crate::{
    lexicon::{self, cues::Class},
    text::{Doc, tokens::Kind as Token},
};

/// Antecedents kept in mind at a time: the least present one is forgotten for a new one.
const IN_MIND: usize = 10;

/// How much more present than anybody else somebody has to be to speak words that nothing attributes.
const CLEARLY: f32 = 1.5;

/// How present somebody has to be for that: less is a mention long ago.
const ENOUGH: f32 = 20.0;

/// Most tokens between "like" and the last name of those that it gives.
const LIST: usize = 10;

/// How present somebody is to the reader.
pub struct Presence {
    /// Who it is.
    pub whom: Antecedent,
    /// The noun that describes them; empty for the named.
    pub noun: String,
    /// As far as the text tells.
    pub gender: Option<Gender>,
    /// How present.
    pub weight: f32,
    /// The sentence of the last mention.
    pub sentence: usize,
}

impl Presence {
    /// The weight, less where it is not known whether the gender fits.
    fn sure(&self) -> f32 {
        self.weight * if self.gender.is_some() { 1.0 } else { 0.75 }
    }
}

/// Who a pronoun does not mean, and whom it means before all others.
pub struct Others {
    /// Whoever does something to whom it means.
    pub not: Option<Antecedent>,
    /// Who is named in its clause.
    pub named: Option<EntityId>,
    /// Who tells what it goes on with.
    pub teller: Option<EntityId>,
}

/// Who was described by `noun`, or else who is the most present of a gender, if any is asked for.
pub fn most<'a>(
    mind: &'a mut [Presence],
    gender: Option<Gender>,
    noun: &str,
    others: &Others,
) -> Option<&'a mut Presence> {
    if let Some(at) = mind.iter().position(|p| p.noun == noun && !offices::parent(noun)) {
        return mind.get_mut(at);
    }
    let is = |p: &Presence, id: Option<EntityId>| matches!(p.whom, Antecedent::Entity(whom) if Some(whom) == id);
    let fitting = mind.iter_mut().filter(|p| p.gender.is_none() || gender.is_none() || p.gender == gender);
    let fitting = fitting.filter(|p| Some(&p.whom) != others.not.as_ref() && !is(p, others.named));
    let rank = |p: &Presence| if is(p, others.teller) { f32::MAX } else { p.sure() };
    fitting.max_by(|a, b| rank(a).total_cmp(&rank(b)))
}

/// Who is far more present than anybody else.
pub fn clearly(mind: &[Presence]) -> Option<&Presence> {
    let first = mind.iter().max_by(|a, b| a.weight.total_cmp(&b.weight)).filter(|p| p.weight >= ENOUGH)?;
    let rivals = mind.iter().filter(|p| p.whom != first.whom);
    rivals.into_iter().all(|p| p.weight * CLEARLY < first.weight).then_some(first)
}

/// How much a new mention adds: a second mention does not make somebody twice as present.
pub fn joined(old: f32, new: f32) -> f32 {
    old.max(new) + 0.3 * old.min(new)
}

/// Keeps `new` in mind, together with what is known of the same one.
pub fn recall(mind: &mut Vec<Presence>, new: Presence) {
    let same = |p: &Presence| match (&p.whom, &new.whom) {
        (Antecedent::Phrase(_), Antecedent::Phrase(_)) => p.noun == new.noun,
        (a, b) => a == b,
    };
    match mind.iter_mut().find(|p| same(p)) {
        Some(p) => {
            p.weight = joined(p.weight, new.weight);
            p.sentence = new.sentence;
        }
        None => {
            if mind.len() >= IN_MIND {
                let least = (0..mind.len()).min_by(|&a, &b| mind[a].weight.total_cmp(&mind[b].weight));
                mind.swap_remove(least.unwrap_or(0));
            }
            mind.push(new);
        }
    }
}

/// How prominently a name is mentioned in a sentence that begins at token `begins`, where whoever bears it is described
/// from token `role` on; `None` for what is no person's.
pub fn named(doc: &Doc, name: &Name, entity: &Entity, begins: usize, role: usize) -> Option<f32> {
    let (start, next) = (name.start(), name.tokens.end);
    let speaks = speaks(doc, name);
    let leads = role <= begins + 1 || fronted(doc, begins, role);
    let clause = clause(doc, name);
    // "Holm plans a bridge": a verb, where it may be one.
    let verb = !words::noun(doc, next) || leads && doc.lower(next).ends_with('s');
    let subject = (speaks || leads || clause) && verb;
    if !subject && unknown(doc, name, entity) && !acts(doc, name) || !person(doc, name, entity) {
        return None;
    }
    let mut weight = 60.0 + case(doc, name);
    let class = start.checked_sub(1).and_then(|i| lexicon::cues::class(doc.lower(i)));
    if speaks {
        weight += 60.0;
    } else if leads {
        weight += 40.0;
    } else if clause {
        weight += 20.0;
    } else if asked(doc, start) {
        weight += 60.0;
    } else if matches!(class, Some(Class::Tell | Class::Ask)) {
        weight -= 20.0;
    }
    weight *= if name.quoted { 0.15 } else { 1.0 };
    // "Like Falk, Lee holds": Lee is no example.
    let ends = !doc.tokens.get(next).is_some_and(|t| t.is_word()) || doc.one(next, "and or");
    weight *= if ends && example(doc, begins, start) { 0.3 } else { 1.0 };
    weight *= match entity.kind {
        Kind::Person => 1.0,
        _ if speaks || entity.gender.is_some() => 0.8,
        _ => 0.3,
    };
    Some(weight)
}

/// How much the case of a name adds to the weight of its bearer, or takes from it.
fn case(doc: &Doc, name: &Name) -> f32 {
    let before = name.start().checked_sub(1).map_or("", |i| doc.lower(i));
    if name.possessive(doc) {
        -25.0
    } else if before == "by" {
        20.0
    } else if lexicon::PREPOSITIONS.has(before) {
        -20.0
    } else {
        0.0
    }
}

/// Whether nothing but its place can tell whether a name is a person's.
fn unknown(doc: &Doc, name: &Name, entity: &Entity) -> bool {
    entity.kind == Kind::Named && entity.gender.is_none() && !words::given(doc.lower(name.tokens.start))
}

/// Whether a name can be that of a person.
fn person(doc: &Doc, name: &Name, entity: &Entity) -> bool {
    // "Article 40"
    let counted = doc.tokens.get(name.tokens.end).is_some_and(|t| t.kind == Token::Number) && name.tokens.len() == 1;
    // "Danish trawlers"
    let nation = name.tokens.len() == 1
        && name.titles.is_empty()
        && !entity.name.contains(' ')
        && words::noun(doc, name.tokens.end)
        && words::demonym(doc.lower(name.tokens.start));
    matches!(entity.kind, Kind::Person | Kind::Named) && !name.attributive(doc) && !counted && !nation
}

/// Whether the name that begins at token `start` is one of several that stand for others: "heroes like Lee and Falk".
fn example(doc: &Doc, sentence: usize, start: usize) -> bool {
    let listed = |i: &usize| words::capital(doc, *i) || doc.one(*i, ", and or as");
    let before = (sentence..start).rev().take(LIST).find(|i| !listed(i));
    before.is_some_and(|i| doc.one(i, "like including such"))
}

/// Whether a name that may be anything can be a person's where it is not the subject: one word is none in "the American
/// dream", several are none in "from Upper Orland".
fn acts(doc: &Doc, name: &Name) -> bool {
    let before = name.start().checked_sub(1).map_or("", |i| doc.lower(i));
    name.start() + 1 < name.tokens.end
        && !lexicon::one(before, "in near across from at throughout outside inside around")
}

/// Adverbs that a sentence begins with.
const ADVERBS: &str = "earlier later meanwhile instead however still then now today yesterday separately finally";

/// Whether what begins at token `start` is the subject after a clause, a phrase or a role in front: "When asked why,
/// Lee of the union …", "His sister, Ann Lee, …".
fn fronted(doc: &Doc, sentence: usize, start: usize) -> bool {
    let first = doc.lower(sentence);
    let comma = (sentence..start).find(|&i| words::is(doc, i, ","));
    // "Earlier, Lee left"
    let adverb = comma == Some(sentence + 1) && doc.one(sentence, ADVERBS);
    let owned = lexicon::DETERMINERS.has(first) || doc.says(sentence + 1, "'s");
    let role = owned && comma.is_some_and(|i| i < sentence + SHORT && words::title(doc, i - 1));
    (role || adverb || lexicon::SUBORDINATORS.has(first) || lexicon::PREPOSITIONS.has(first))
        && comma.is_some_and(|i| i + 1 + usize::from(compound::mark(doc, i + 1)) == start)
}

/// Whether a name is the subject of a clause within a sentence: "After the talks, Lee left", "… that Lee left".
fn clause(doc: &Doc, name: &Name) -> bool {
    let before = name.start().checked_sub(1).filter(|&i| !compound::mark(doc, i)).or(name.start().checked_sub(2));
    let before = before.map_or("", |i| doc.lower(i));
    let begins = lexicon::one(before, ", and but that when as after while because if —");
    let next = name.tokens.end;
    let goes_on = doc.tokens.get(next).is_some_and(|t| t.is_word())
        && !doc.has(&lexicon::PREPOSITIONS, next)
        && !doc.one(next, "and or who whose 's");
    begins && goes_on
}
