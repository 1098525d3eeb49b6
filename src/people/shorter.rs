//! Names of one word → the bearer of a fuller name, or else one of their own.

use super::{
    Gender, Kind,
    bearer::{self, Bearer},
    cluster::{Index, parts},
    gender,
    names::Name,
    places, typos, words,
};
use crate::{
    keyed::{Keyed, WordSet},
    lexicon,
    pace::Pace,
    text::Doc,
};
use std::collections::BinaryHeap;

/// Paragraphs for which a surname means whoever was introduced with it and a title.
const BEFORE: usize = 2;

/// Tokens behind a name in which it is spoken of again.
const NEXT: usize = 15;

/// Words that end the full names of companies.
const FIRMS: &str = "inc corp co ltd llc plc group company corporation holdings holding ag bank airlines motors university \
    police";

/// Persons with surnames of one first letter that are looked at for a slip of the pen.
const SLIPS: usize = 32;

/// Bearers of one word alone, by it, with the gender that their first mention tells.
type Lone = Keyed<'static, Vec<(Option<Gender>, usize)>>;

/// The one whom a lone `word` meant before, of the gender `said` where one is: "Holm" is Mr. Holm, unless a Ms. Holm is
/// there too.
fn met(lone: &Lone, word: &str, said: Option<Gender>) -> Option<usize> {
    let all = lone.get(word)?;
    let same = all.iter().find(|(gender, _)| *gender == said);
    let other = all.first().filter(|(gender, _)| all.len() == 1 && (said.is_none() || gender.is_none()));
    same.or(other).map(|(_, b)| *b)
}

/// Gives every name of one word to the bearer of a fuller one, or else to a bearer of its own.
pub async fn join(
    doc: &Doc<'_>,
    names: &[Name],
    bearers: &mut Vec<Bearer>,
    index: &Index,
    of: &mut [Option<usize>],
    pace: &Pace,
) {
    let full = bearers.len();
    let block = |name: &Name| doc.sentences[name.sentence].block;
    let places = places::find(doc, names);
    let mut seen = vec![false; full];
    // By surname, who was last introduced with a title, and in which block; who was the subject by it last; whether it has stood
    // alone.
    let mut introduced: Keyed<(usize, usize)> = Keyed::default();
    let mut subject: Keyed<(usize, usize)> = Keyed::default();
    let mut used = WordSet::default();
    let sure =
        names.iter().filter(|n| n.tokens.len() == 1 && !n.doubtful).map(|n| words::bare(doc.lower(n.tokens.start)));
    let sure: WordSet = sure.collect();
    let (repeated, surnames, votes) = (repeated(doc, names), surnames(bearers), votes(doc, names));
    let mut lone: Lone = Keyed::default();
    for (n, name) in names.iter().enumerate() {
        if of[n].is_none() {
            let (parts, suffix) = parts(doc, name);
            let Some(word) = parts.into_iter().next() else { continue };
            let just =
                |list: &Keyed<(usize, usize)>| list.get(&word).filter(|(at, _)| block(name) <= at + BEFORE).copied();
            // "His widow died. Ann Lee, mother of Tom Lee, spoke. “No,” Lee said."
            let first = !name.quoted && used.insert(words::bare(doc.lower(name.tokens.start)));
            let near = just(&introduced).or_else(|| just(&subject).filter(|_| first)).map(|(_, b)| b);
            let place = places.has(&word);
            let said = gender::of_name(doc, name);
            let alone = met(&lone, &word, said);
            let suffix = suffix.as_deref();
            let met = alone.is_some();
            let wanted =
                Wanted { doc, name, word: &word, suffix, place, votes: &votes, met, often: repeated.has(&word), near };
            let b = match wanted.among(index, &bearers[..full], &seen) {
                None => match (!repeated.has(&word)).then(|| meant(&word, bearers, &surnames)).flatten() {
                    Some(b) => b,
                    None if name.doubtful && !sure.has(&word) => continue,
                    None => alone.unwrap_or_else(|| {
                        let mut bearer = Bearer::new(name, vec![word.clone()], suffix.map(str::to_owned));
                        bearer.place = place;
                        bearers.push(bearer);
                        lone.or(word.clone(), Vec::new).push((said, bearers.len() - 1));
                        bearers.len() - 1
                    }),
                },
                Some(b) => b,
            };
            bearers[b].count(doc, name);
            if bearers[b].words.len() == 1 && word.len() > 4 {
                // "ORLAND" is Orland.
                bearers[b].take(doc, name, vec![word]);
            }
            of[n] = Some(b);
        }
        if let Some(b) = of[n].filter(|&b| b < full) {
            seen[b] = true;
            let kin = (1..5).any(|k| doc.one(name.start().wrapping_sub(k), "his her their"));
            if name.tokens.len() > 1 && !name.titles.is_empty() && !kin {
                introduced.set(words::bare(doc.lower(name.tokens.end - 1)), (block(name), b));
            }
            if name.tokens.len() > 1
                && name.start() < doc.sentences[name.sentence].tokens.start + 3
                && !name.possessive(doc)
            {
                subject.set(words::bare(doc.lower(name.tokens.end - 1)), (block(name), b));
            }
        }
        pace.rest(1).await;
    }
}

/// Lone names that stand more than once.
fn repeated<'a>(doc: &'a Doc, names: &[Name]) -> WordSet<'a> {
    let (mut met, mut repeated) = (WordSet::default(), WordSet::default());
    for name in names.iter().filter(|n| n.tokens.len() == 1) {
        let word = words::bare(doc.lower(name.tokens.start));
        if !met.insert(word) {
            repeated.insert(word);
        }
    }
    repeated
}

/// First words of names: how much more often their bearers are "he" or "she" than "it" in what their sentences say next.
fn votes<'a>(doc: &'a Doc, names: &[Name]) -> Keyed<'a, i32> {
    let mut votes = Keyed::default();
    for name in names.iter().filter(|n| !n.quoted) {
        let end = doc.sentences[name.sentence].tokens.end.min(name.tokens.end + NEXT);
        let vote = (name.tokens.end..end).find_map(|i| match doc.lower(i) {
            "its" | "itself" => Some(-1),
            "he" | "she" | "his" | "her" | "him" => Some(1),
            _ => None,
        });
        // "on Stratos": what one plays, reads or sails on is no person.
        let vote = if name.start() > 0 && doc.says(name.start() - 1, "on") { Some(-1) } else { vote };
        *votes.or(words::bare(doc.lower(name.tokens.start)), || 0) += vote.unwrap_or(0);
    }
    votes
}

/// Persons with the first letters of their surnames, in the order of these.
fn surnames(bearers: &[Bearer]) -> Vec<(u64, usize)> {
    let persons = bearers.iter().enumerate().filter(|(_, b)| b.sort() == Some(Kind::Person));
    let letters = persons.filter_map(|(b, bearer)| Some((letter(bearer.words.last()?)?, b)));
    BinaryHeap::from(letters.collect::<Vec<_>>()).into_sorted_vec()
}

/// The first letter of a word.
fn letter(word: &str) -> Option<u64> {
    word.chars().next().map(u64::from)
}

/// The person whose surname is `word` but for a slip of the pen.
fn meant(word: &str, bearers: &[Bearer], surnames: &[(u64, usize)]) -> Option<usize> {
    let first = letter(word)?;
    let from = surnames.partition_point(|&(other, _)| other < first);
    let near = surnames[from..].iter().take(SLIPS).take_while(|&&(other, _)| other == first);
    let alike = |&&(_, b): &&(u64, usize)| bearers[b].words.last().is_some_and(|name| typos::misspelt(word, name));
    near.into_iter().find(alike).map(|&(_, b)| b)
}

/// A name of one word, and what its bearer has to be.
struct Wanted<'a> {
    doc: &'a Doc<'a>,
    name: &'a Name,
    word: &'a str,
    suffix: Option<&'a str>,
    place: bool,
    /// By the first word of a name, how much more often its bearer is "he" or "she" than "it".
    votes: &'a Keyed<'a, i32>,
    /// Whether the name stood for somebody of its own before.
    met: bool,
    /// Whether the name stands alone more than once.
    often: bool,
    /// Who was introduced with a title and that surname shortly before.
    near: Option<usize>,
}

impl Wanted<'_> {
    /// Whom it means: a bearer of the surname rather than of the given name, of the same title, introduced right before with
    /// a title, or else at all; the first of them: later namesakes are mostly kin, who go by their given names.
    fn among(&self, index: &Index, bearers: &[Bearer], seen: &[bool]) -> Option<usize> {
        let fitting = index.get(self.word).iter().copied().filter(|&b| self.fits(&bearers[b], seen[b]));
        // "Delta" of "Delta Connect" and "Delta Media" is neither, unless a Tom Delta is there, or somebody who is "he".
        let firm = |b: usize| bearers[b].words[0] == self.word && !bearers[b].sure();
        let person = |b: usize| {
            let called = words::given(&bearers[b].words[0]) || self.votes(self.word) > 0;
            called && self.distance(&bearers[b]) == 0
        };
        if !words::given(self.word)
            && !fitting.clone().any(person)
            && index.get(self.word).iter().filter(|&&b| firm(b)).nth(1).is_some()
        {
            return None;
        }
        fitting.min_by_key(|&b| {
            let titled =
                self.name.titles.clone().any(|i| bearers[b].titles.iter().any(|t| t == words::bare(self.doc.lower(i))));
            // "Varn" is rather the Varn Olsa of the paragraph above than an Edda Varn who comes later.
            let later = if seen[b] { 0 } else { 2 };
            (self.distance(&bearers[b]) + later, !titled, self.near != Some(b), !seen[b], b)
        })
    }

    fn fits(&self, bearer: &Bearer, seen: bool) -> bool {
        let own = bearer.words.iter().any(|w| w == self.word);
        let acronym = !own && words::all_capitals(self.doc, self.name.tokens.start);
        let letters = || bearer.words.iter().filter_map(|w| w.chars().next());
        if acronym
            && bearer.sort() != Some(Kind::Person)
            && (!bearer.may_be_person() || letters().eq(self.word.chars()))
        {
            return self.name.kind != Some(Kind::Person);
        }
        if !bearer.may_be_person() {
            // "Delta" is no "Delta TV".
            let body = bearer.words.iter().any(|w| words::organisation(w) && w != "tv");
            // "UEFA" is not the "UEFA Nations League".
            let letters = words::all_capitals(self.doc, self.name.tokens.start);
            let short = bearer.words[0] == self.word && body && !self.place && !words::demonym(self.word) && !letters;
            // "Falk" is not "Falk’s Senate".
            let short = short && bearer::owner(self.doc, &bearer.fullest).is_none();
            // What is called "Delta" from the start is no "Delta Media Services" that comes later.
            let firm = || lexicon::one(bearer.words[bearer.words.len() - 1].as_str(), FIRMS);
            let short = short && (seen || !self.often || firm());
            let noun = own && words::organisation(self.word);
            return self.name.kind != Some(Kind::Person) && (short || noun);
        }
        let said = gender::of_name(self.doc, self.name);
        let same_gender = said.is_none() || bearer.gender.is_none() || said == bearer.gender;
        // "Canada" is no "Osby Canada", and "Delta" no "Delta Connect" that comes later, unless these are people.
        let person = bearer.sort() == Some(Kind::Person) || self.name.kind == Some(Kind::Person);
        let given = match self.distance(bearer) {
            0 => person || !self.place && bearer.free,
            // "Lindora said it would" is not the "Lindora Crumb", nor is it where something is "on Crumb".
            _ => {
                words::given(self.word)
                    || !self.place && (seen && person || bearer.sure() || bearer.free && self.someone(bearer, seen))
            }
        };
        own && same_gender && given && self.suffix.is_none_or(|s| bearer.suffix.as_deref() == Some(s))
    }

    /// Whether a bearer whose first word it is may be a person.
    fn someone(&self, bearer: &Bearer, seen: bool) -> bool {
        let thing = self.votes(self.word) < 0 || bearer.words.last().is_some_and(|last| self.votes(last) < 0);
        seen && (self.votes(self.word) > 0 || !self.met && !thing)
    }

    /// How much more often whoever goes by a name with `word` first is "he" or "she" than "it".
    fn votes(&self, word: &str) -> i32 {
        self.votes.get(word).copied().unwrap_or(0)
    }

    fn distance(&self, bearer: &Bearer) -> u8 {
        if !bearer.may_be_person() {
            // "the police" are a police force rather than a council of police chiefs.
            3 + u8::from(bearer.words.last().is_none_or(|w| w != self.word))
        } else if bearer.words.last().is_some_and(|w| w == self.word) {
            0
        } else if bearer.words.first().is_some_and(|w| w == self.word) {
            1
        } else {
            2
        }
    }
}
