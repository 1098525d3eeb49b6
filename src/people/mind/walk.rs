//! The walk from sentence to sentence, with what is known where it stands.

use super::{Antecedent, Mind, asked, described};
use crate::{
    lexicon,
    people::{
        Entity, EntityId, Kind, gender,
        names::Name,
        offices, phrases,
        presence::{self, Others, Presence, clearly, joined, most, recall},
        pronouns::word,
        roles::Roles,
        telling, words,
    },
    text::Doc,
};

/// How much of its weight a mention keeps from one sentence to the next.
const FADING: f32 = 0.5;

/// Sentences that an answer may take.
const ANSWER: usize = 6;

/// Tokens behind a pronoun in which a name of the same clause begins.
const CLAUSE: usize = 12;

/// What is known where the walk stands.
pub struct Walk<'a> {
    doc: &'a Doc<'a>,
    names: &'a [(Name, EntityId)],
    entities: &'a [Entity],
    roles: &'a Roles,
    quoted: &'a [bool],
    /// For each token whether it describes somebody named beside it.
    described: Vec<bool>,
    /// The first tokens of the passages in quotation marks, and how many of them lie behind.
    passages: Vec<usize>,
    passed: usize,
    /// How many names lie behind.
    named: usize,
    /// The sentence, its first token, and whether somebody was mentioned in it outside quotation marks.
    sentence: usize,
    begins: usize,
    told: bool,
    mind: Vec<Presence>,
    /// Who was named last, and one past the name.
    last: Option<(Antecedent, usize)>,
    /// Who was asked last, and in which sentence.
    asked: Option<(Antecedent, usize)>,
    /// Who told something last, and in which sentence.
    teller: Option<(EntityId, usize)>,
    /// The same where the sentence began.
    before: Option<(EntityId, usize)>,
    /// What was found so far.
    pub found: Mind,
}

impl<'a> Walk<'a> {
    /// Before the first sentence.
    pub fn new(
        doc: &'a Doc<'a>,
        names: &'a [(Name, EntityId)],
        entities: &'a [Entity],
        roles: &'a Roles,
        quoted: &'a [bool],
    ) -> Self {
        Self {
            doc,
            names,
            entities,
            roles,
            quoted,
            described: described::beside(doc, roles),
            passages: doc.quotes.iter().filter(|q| q.depth == 0).map(|q| doc.token_at(q.inner.start)).collect(),
            passed: 0,
            named: 0,
            sentence: 0,
            begins: 0,
            told: false,
            mind: Vec::new(),
            last: None,
            asked: None,
            teller: None,
            before: None,
            found: Mind::default(),
        }
    }

    /// Reads sentence `sentence`, the next one.
    pub fn sentence(&mut self, sentence: usize) {
        let tokens = self.doc.sentences[sentence].tokens.clone();
        (self.sentence, self.begins, self.told) = (sentence, tokens.start, false);
        // "But what if Lee leaves?" is asked of whoever told the last.
        let question = tokens.clone().next_back().is_some_and(|i| self.doc.word(i) == "?" && !self.quoted[i]);
        if let Some((id, _)) = self.teller.filter(|(_, at)| question && self.goes_on(*at)) {
            self.teller = Some((id, sentence));
        }
        self.before = self.teller;
        let (names, mut i) = (self.names, tokens.start);
        while i < tokens.end {
            self.pass(i);
            let name = names.get(self.named).filter(|(n, _)| n.tokens.start <= i && n.sentence <= sentence);
            if let Some((name, id)) = name {
                self.named += 1;
                self.name(name, *id);
                i = i.max(name.tokens.end);
                continue;
            }
            if !self.pronoun(i) {
                self.phrase(i);
            }
            i += 1;
        }
        if self.told {
            self.mind.iter_mut().for_each(|p| p.weight *= FADING);
        }
    }

    /// Whether what was told in sentence `at` may go on in this one.
    fn goes_on(&self, at: usize) -> bool {
        self.doc.sentences[at].block + 1 >= self.doc.sentences[self.sentence].block
    }

    /// Notes who is clearly the most present where the passages begin that stand before token `i`, or at it.
    fn pass(&mut self, i: usize) {
        while let Some(passage) = self.passages.get(self.passed).copied().filter(|passage| *passage <= i) {
            self.passed += 1;
            if let Some(most) = clearly(&self.mind) {
                self.found.present.push((passage, most.whom.clone()));
                if most.sentence == self.sentence {
                    self.found.near.push((passage, most.whom.clone()));
                }
            }
        }
    }

    /// Keeps in mind who is called `name`, and what that one tells or is asked.
    fn name(&mut self, name: &Name, id: EntityId) {
        let (doc, s, entity) = (self.doc, self.sentence, &self.entities[id.0]);
        let whom = Antecedent::Entity(id);
        let start = telling::with_role(doc, &self.described, self.begins, name.start());
        if let Some(weight) = presence::named(doc, name, entity, self.begins, start) {
            let (noun, gender, whom) = (String::new(), entity.gender, whom.clone());
            recall(&mut self.mind, Presence { whom, noun, gender, weight, sentence: s });
        }
        self.told |= !name.quoted;
        let asks = doc.one(name.tokens.end, "asked asks");
        let person = entity.kind == Kind::Person && !asks;
        // "Lee said that Falk agreed": Lee tells it.
        let within = self.teller.is_some_and(|(_, at)| at == s) && !telling::coordinate(doc, start);
        if !name.quoted && person && !within && telling::speaks(doc, name) {
            self.teller = Some((id, s));
        } else if !name.quoted
            && !matches!(entity.kind, Kind::Organisation | Kind::Place)
            && !telling::hangs(doc, &self.described, name, start)
        {
            self.teller = self.teller.filter(|(other, at)| *at == s || *other == id);
        }
        if telling::asked(doc, name.start()) && !within {
            self.asked = Some((whom.clone(), s));
        }
        self.last = Some((whom, name.tokens.end));
    }

    /// Notes whom token `i` stands for where it asks for somebody in mind; whether it does.
    fn pronoun(&mut self, i: usize) -> bool {
        let (doc, quoted) = (self.doc, self.quoted[i]);
        let asked = asked::gender(doc, self.roles, i, self.begins, &self.mind);
        let Some((gender, weight)) = asked else { return false };
        let others = self.others(i);
        let Some(most) = most(&mut self.mind, gender, &phrases::noun_key(doc.lower(i)), &others) else { return false };
        if !quoted {
            // "Lee saw his boat" tells nothing of Lee.
            most.gender = most.gender.or(gender.filter(|_| !doc.one(i, "his her")));
            most.weight = joined(most.weight, weight);
            most.sentence = self.sentence;
        }
        let whom = most.whom.clone();
        self.told |= !quoted;
        // "She said Falk was away": she tells it.
        if let Antecedent::Entity(id) = whom
            && !quoted
            && doc.one(i, "he she")
            && telling::tells(doc, i + 1)
            && self.teller.is_none_or(|(_, at)| at < self.sentence)
        {
            self.teller = Some((id, self.sentence));
        }
        self.found.pronouns.push((i, whom));
        true
    }

    /// Whom the pronoun at token `i` does not mean, and whom it means before all others.
    fn others(&self, i: usize) -> Others {
        let (doc, s) = (self.doc, self.sentence);
        // "She told Lee": whoever is named in what somebody does or says is another.
        let named = self.names.get(self.named).and_then(|next| object_of(doc, next, i, self.begins));
        // "Lee asked him": whoever does that to him is another.
        let object = word(doc, i) == "him" || word(doc, i) == "her" && !words::noun(doc, i + 1);
        let not = self.last.as_ref().filter(|(_, end)| object && end + 1 == i);
        // "She asked": another than whoever was asked before.
        let asks = || !doc.be(i + 1) && (i + 2..i + 4).any(|verb| telling::asked(doc, verb));
        let asked = self.asked.as_ref().filter(|(_, at)| at + ANSWER >= s);
        let not = not.or(asked.filter(|_| asks())).map(|(whom, _)| whom.clone());
        // "…, said Lee. She added": who told the last goes on, unless somebody else was asked.
        let tells = asked.is_none() && doc.one(i, "he she") && telling::tells(doc, i + 1);
        let teller = if telling::trails(doc, i, self.begins) { self.before } else { self.teller };
        let teller = teller.filter(|(_, at)| tells && self.goes_on(*at));
        // "Lee said Falk was right when he said": Falk said it; "because he said" may be either's.
        let other = |id: EntityId| self.last.as_ref().is_some_and(|(whom, _)| *whom != Antecedent::Entity(id));
        let depends = |&(id, at): &(EntityId, usize)| at == s && other(id) && telling::subordinate(doc, i);
        let inner = teller.filter(|teller| depends(teller) && doc.says(i - 1, "when")).map(|(id, _)| id);
        let teller = teller.filter(|teller| !depends(teller)).map(|(id, _)| id);
        let sender = self.names[..self.named].last().filter(|(name, _)| telling::sends(doc, name, i));
        Others { not, named: inner.or(named), teller: sender.map(|(_, id)| *id).or(teller) }
    }

    /// Keeps in mind whom the noun at token `i` describes, where it ends a phrase for somebody.
    fn phrase(&mut self, i: usize) {
        let doc = self.doc;
        if self.described[i] || self.quoted[i] {
            return;
        }
        let Some((tokens, weight)) = described::at(doc, i, self.begins) else { return };
        let noun = phrases::noun_key(doc.lower(i));
        let whom = offices::known(self.roles, self.names, doc, &tokens, &noun, &[]);
        let gender = whom.map_or_else(|| gender::of_word(doc.lower(i)), |id| self.entities[id.0].gender);
        let whom = whom.map_or(Antecedent::Phrase(tokens), Antecedent::Entity);
        self.teller = self.teller.filter(|(id, at)| *at == self.sentence || whom == Antecedent::Entity(*id));
        recall(&mut self.mind, Presence { whom, noun, gender, weight, sentence: self.sentence });
        self.told = true;
    }
}

/// Whom the name `next` calls that stands in the clause of the pronoun at token `i`, and behind it.
fn object_of(doc: &Doc, next: &(Name, EntityId), i: usize, sentence: usize) -> Option<EntityId> {
    let start = next.0.start();
    // "In his speech Lee said"
    let led = i == sentence + 1 && doc.has(&lexicon::PREPOSITIONS, sentence);
    // "he denied that Lee associates met"
    let owns = next.0.possessive(doc) || words::noun(doc, next.0.tokens.end);
    let near = start < i + CLAUSE && !led && !owns && (i + 1..start).all(|k| doc.tokens[k].is_word());
    near.then_some(next.1)
}
