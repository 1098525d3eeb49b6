//! Who is in the reader's mind: one walk over the text that tells whom each "he" and "she" stands for.

use super::{
    Entity, EntityId, Gender, Kind, gender,
    names::{self, Name},
    offices, phrases,
    presence::{self, Presence, clearly, joined, most, recall},
    pronouns::word,
    roles::Roles,
    telling, words,
};
use crate::{
    lexicon::{self, cues::Class},
    pace::Pace,
    text::Doc,
};
use std::ops::Range;

/// How much of its weight a mention keeps from one sentence to the next.
const FADING: f32 = 0.5;

/// Sentences that an answer may take.
const ANSWER: usize = 6;

/// Tokens behind a pronoun in which a name of the same clause begins.
const CLAUSE: usize = 12;

/// Somebody whom a pronoun can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Antecedent {
    /// Somebody named.
    Entity(EntityId),
    /// Somebody who is only described, by these tokens.
    Phrase(Range<usize>),
}

/// What the walk finds, each in text order.
#[derive(Clone, Debug, Default)]
pub struct Mind {
    /// Every "he", "she" and "the woman", by token, with whom it stands for.
    pub pronouns: Vec<(usize, Antecedent)>,
    /// Passages in quotation marks, by first token, before which one person is clearly the most present.
    pub present: Vec<(usize, Antecedent)>,
    /// Those of them whose sentence speaks of that person before the passage.
    pub near: Vec<(usize, Antecedent)>,
}

impl Mind {
    /// Whom the pronoun or the general noun at `token` stands for.
    pub fn meant(&self, token: usize) -> Option<&Antecedent> {
        at(&self.pronouns, token)
    }

    /// Who is the most present before the passage that begins at `token`, in its own sentence where `near`.
    pub fn present(&self, token: usize, near: bool) -> Option<&Antecedent> {
        at(if near { &self.near } else { &self.present }, token)
    }
}

fn at(list: &[(usize, Antecedent)], token: usize) -> Option<&Antecedent> {
    let at = list.partition_point(|(i, _)| *i < token);
    list.get(at).filter(|(i, _)| *i == token).map(|(_, whom)| whom)
}

/// Walks over the text and keeps in mind who was mentioned, how recently and how prominently (as the subject, as the
/// speaker); a pronoun means the most present one of its gender, and makes that one present again.
pub async fn read(
    doc: &Doc<'_>,
    names: &[(Name, EntityId)],
    entities: &[Entity],
    roles: &Roles,
    quoted: &[bool],
    pace: &Pace,
) -> Mind {
    let mut found = Mind::default();
    let mut mind: Vec<Presence> = Vec::new();
    // Who was named last, and one past the name; who was asked last.
    let mut last: Option<(Antecedent, usize)> = None;
    let mut asked_last: Option<(Antecedent, usize)> = None;
    // Who told something last, and in which sentence.
    let mut teller: Option<(EntityId, usize)> = None;
    let described = described(doc, roles);
    let all = names;
    let mut names = names.iter().peekable();
    let mut passages = doc.quotes.iter().filter(|q| q.depth == 0).map(|q| doc.token_at(q.inner.start)).peekable();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let mut told = false;
        // "But what if Lee leaves?" is asked of whoever told the last.
        let question = sentence.tokens.clone().next_back().is_some_and(|i| doc.word(i) == "?" && !quoted[i]);
        let goes_on = |at: usize| doc.sentences[at].block + 1 >= sentence.block;
        if question {
            teller = teller.map(|(id, at)| (id, if goes_on(at) { s } else { at }));
        }
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            while let Some(passage) = passages.next_if(|p| *p <= i) {
                if let Some(most) = clearly(&mind) {
                    found.present.push((passage, most.whom.clone()));
                    if most.sentence == s {
                        found.near.push((passage, most.whom.clone()));
                    }
                }
            }
            if let Some((name, id)) = names.next_if(|(n, _)| n.tokens.start <= i && n.sentence <= s) {
                if let Some(presence) =
                    presence::named(doc, name, *id, &entities[id.0], (sentence.tokens.start, &described), s)
                {
                    recall(&mut mind, presence);
                }
                told |= !name.quoted;
                let asks = doc.one(name.tokens.end, "asked asks");
                let person = entities[id.0].kind == Kind::Person && !asks;
                // "Lee said that Falk agreed": Lee tells it.
                let start = telling::with_role(doc, &described, sentence.tokens.start, name.start());
                let within = teller.is_some_and(|(_, at)| at == s) && !telling::coordinate(doc, start);
                if !name.quoted && person && !within && telling::speaks(doc, name) {
                    teller = Some((*id, s));
                } else if !name.quoted
                    && !matches!(entities[id.0].kind, Kind::Organisation | Kind::Place)
                    && !telling::hangs(doc, &described, name, start)
                {
                    teller = teller.filter(|(other, at)| *at == s || other == id);
                }
                last = Some((Antecedent::Entity(*id), name.tokens.end));
                if telling::asked(doc, name.start()) && !within {
                    asked_last = Some((Antecedent::Entity(*id), s));
                }
                i = i.max(name.tokens.end);
                continue;
            }
            let asked = gendered(doc, roles, i, sentence.tokens.start);
            let asked = asked.filter(|_| !doc.one(i, RIVALS) || rival(roles, doc.lower(i), clearly(&mind)));
            // "She told Lee": whoever is named in what somebody does or says is another.
            let named = asked.and_then(|_| object_of(doc, names.peek()?, i, sentence.tokens.start));
            // "Lee asked him": whoever does that to him is another.
            let object = word(doc, i) == "him" || word(doc, i) == "her" && !words::noun(doc, i + 1);
            let not = last.as_ref().filter(|(_, end)| object && end + 1 == i).map(|(whom, _)| whom);
            // "She asked": another than whoever was asked before.
            let asks = || {
                !doc.one(i + 1, "is are was were been being") && (i + 2..i + 4).any(|verb| telling::asked(doc, verb))
            };
            let not = not.or(asked_last.as_ref().filter(|(_, at)| at + ANSWER >= s && asks()).map(|(whom, _)| whom));
            // "…, said Lee. She added": who told the last goes on.
            let answers = asked_last.as_ref().is_some_and(|(_, at)| at + ANSWER >= s);
            let tells = !answers && doc.one(i, "he she") && telling::tells(doc, i + 1);
            let told_last = teller.filter(|(_, at)| tells && goes_on(*at));
            // "Lee said Falk was right when he said": Falk said it; "because he said" may be either's.
            let other = |id: EntityId| last.as_ref().is_some_and(|(whom, _)| *whom != Antecedent::Entity(id));
            let depends = |&(id, at): &(EntityId, usize)| at == s && other(id) && telling::subordinate(doc, i);
            let inner = told_last.filter(|told| depends(told) && doc.says(i - 1, "when")).map(|(id, _)| id);
            let told_last = told_last.filter(|told| !depends(told));
            let named = inner.or(named);
            let others = presence::Others { not, named, teller: told_last.map(|(id, _)| id) };
            if let Some((most, (gender, weight))) =
                asked.and_then(|told| Some((most(&mut mind, told.0, doc.lower(i), &others)?, told)))
            {
                if !quoted[i] {
                    // "Lee saw his boat" tells nothing of Lee.
                    most.gender = most.gender.or(gender.filter(|_| !doc.one(i, "his her")));
                    most.weight = joined(most.weight, weight);
                    most.sentence = s;
                }
                found.pronouns.push((i, most.whom.clone()));
                told |= !quoted[i];
                // "She said Falk was away": she tells it.
                if let Antecedent::Entity(id) = most.whom
                    && !quoted[i]
                    && doc.one(i, "he she")
                    && telling::tells(doc, i + 1)
                    && teller.is_none_or(|(_, at)| at < s)
                {
                    teller = Some((id, s));
                }
            } else if !described[i]
                && !quoted[i]
                && let Some((tokens, weight)) = described_at(doc, i, sentence.tokens.start)
            {
                let noun = phrases::noun_key(doc.lower(i));
                let whom = offices::known(roles, all, doc, &tokens, &noun, &[]);
                let gender = whom.map_or_else(|| gender::of_word(doc.lower(i)), |id| entities[id.0].gender);
                let whom = whom.map_or(Antecedent::Phrase(tokens), Antecedent::Entity);
                teller = teller.filter(|(id, at)| *at == s || whom == Antecedent::Entity(*id));
                recall(&mut mind, Presence { whom, noun, gender, weight, sentence: s });
                told = true;
            }
            i += 1;
        }
        if told {
            mind.iter_mut().for_each(|p| p.weight *= FADING);
        }
        pace.rest(2).await;
    }
    found
}

/// Whom the name `next` calls that stands in the clause of the pronoun at token `i`, and behind it.
fn object_of(doc: &Doc, next: &(Name, EntityId), i: usize, sentence: usize) -> Option<EntityId> {
    let start = next.0.start();
    // "In his speech Lee said"
    let led = i == sentence + 1 && doc.has(&lexicon::PREPOSITIONS, sentence);
    let near = start < i + CLAUSE && !led && !next.0.possessive(doc) && (i + 1..start).all(|k| doc.tokens[k].is_word());
    near.then_some(next.1)
}

/// The tokens that describe somebody named beside them.
fn described(doc: &Doc, roles: &Roles) -> Vec<bool> {
    let mut described = vec![false; doc.tokens.len()];
    for role in roles.values().flatten() {
        if let Some(tokens) = described.get_mut(role.tokens.clone()) {
            tokens.fill(true);
        }
    }
    described
}

/// Most words between "the" and such a noun.
const MODIFIERS: usize = 4;

/// What newspapers call those of whom there are several in one contest: only whoever is clearly the most present is meant.
const RIVALS: &str = "candidate nominee contender frontrunner front-runner republican democrat";

/// Whether `whom` can be the one of several in a contest that is called by `noun` alone: nobody of whom the article says so
/// beside the name, which would be told again.
fn rival(roles: &Roles, noun: &str, whom: Option<&Presence>) -> bool {
    let told = |whom: &Presence| {
        let all = roles.get(noun).into_iter().flatten();
        all.into_iter().any(|role| Antecedent::Entity(role.id) == whom.whom)
    };
    whom.is_some_and(|whom| !told(whom))
}

/// The gender that token `i` asks for, and how present it makes whom it means; `None` where it is neither a pronoun nor
/// a noun for just anybody ("the woman", "the 80-year-old") or an epithet that speaks of somebody known.
fn gendered(doc: &Doc, roles: &Roles, i: usize, sentence: usize) -> Option<(Option<Gender>, f32)> {
    let pronoun = |gender, weight| Some((Some(gender), weight));
    let subject = if i <= sentence + 1 { 100.0 } else { 70.0 };
    let object = || if telling::asked(doc, i) { 150.0 } else { 40.0 };
    match word(doc, i) {
        "he" => pronoun(Gender::Male, subject),
        "she" => pronoun(Gender::Female, subject),
        "him" | "his" => pronoun(Gender::Male, object()),
        "her" => pronoun(Gender::Female, object()),
        noun if i > sentence && (!words::capital(doc, i) || doc.one(i, names::PARTIES)) => {
            let next = doc.lower(i + 1);
            let the = (i.saturating_sub(MODIFIERS).max(sentence)..i).rev().find(|&k| doc.says(k, "the"))?;
            let told = |k: usize| {
                let lower = doc.lower(k);
                doc.tokens[k].is_word() && !lexicon::PREPOSITIONS.has(lower) && !lexicon::DETERMINERS.has(lower)
            };
            // "Lee wrote to Falk, but the singer refused": that may be either.
            let before = if the > sentence { doc.lower(the - 1) } else { "" };
            let clause = lexicon::SUBORDINATORS.has(before) || lexicon::PREPOSITIONS.has(before);
            let within = clause || lexicon::cues::class(before).is_some();
            // "the singer and guitarist", "the South Orland senator"
            let seat = (offices::seat(noun) || lexicon::one(noun, "leader secretary"))
                && words::capital(doc, the + 1)
                && !words::all_capitals(doc, the + 1);
            let epithet = (seat || lexicon::EPITHETS.has(noun)) && roles.get(noun).is_none();
            let epithet = epithet || lexicon::one(noun, RIVALS);
            let epithet = epithet && !words::noun(doc, i + 1) && (the + 1..i).all(told) && !within;
            let alone = !matches!(next, "'s" | "who") && !lexicon::PREPOSITIONS.has(next);
            let general = offices::anybody(noun) || noun.ends_with("-year-old");
            // "The mother of three", "the father-of-two".
            let (head, counted) = noun.split_once("-of-").unwrap_or((noun, doc.lower(i + 2)));
            let parent = offices::parent(head) && words::number(counted) && (head != noun || next == "of");
            let close = the + 1 == i && (alone && general || parent);
            (close || alone && epithet).then(|| (gender::of_word(head), 60.0))
        }
        _ => None,
    }
}

/// The noun phrase for a person that ends with token `i`, and how present it makes them: most as a subject ("the official
/// said", "said her brother").
pub fn described_at(doc: &Doc, i: usize, sentence: usize) -> Option<(Range<usize>, f32)> {
    if !words::title(doc, i) || words::title(doc, i + 1) || words::capital(doc, i + 1) || doc.says(i + 1, "'s") {
        return None;
    }
    let owned = |k: usize| k > sentence && doc.says(k, "'s");
    let mut nearest = (i.saturating_sub(4).max(sentence)..i).rev();
    let mut start = nearest.find(|&k| doc.has(&lexicon::DETERMINERS, k) || owned(k))?;
    if owned(start) {
        start -= 1;
    }
    // "A former engineer": both words determine.
    let determines = |i: usize| doc.has(&lexicon::DETERMINERS, i) && !doc.one(i, "that whose");
    while start > sentence && determines(start - 1) {
        start -= 1;
    }
    let plain = (start..i).all(|k| doc.tokens[k].is_word() && !doc.has(&lexicon::PREPOSITIONS, k));
    let object = start > sentence && doc.has(&lexicon::PREPOSITIONS, start - 1);
    // "said her brother" and "heard her brother", but not "found a victim"
    let said = |i: usize| !doc.capital(i) && lexicon::cues::class(doc.lower(i)) == Some(Class::Say);
    let told = |i: usize| said(i) || words::cue(doc, i) && offices::kin(doc.lower(i + 2));
    let subject = start == sentence || !object && words::cue(doc, i + 1) || told(start.wrapping_sub(1));
    plain.then_some((start..i + 1, if subject { 100.0 } else { 20.0 }))
}
