//! Which bearer of a fuller name a name of one word can mean.

use super::Votes;
use crate::{
    lexicon,
    people::{
        Gender, Kind,
        bearer::{self, Bearer},
        cluster::Index,
        gender,
        names::Name,
        words,
    },
    text::Doc,
};

/// A name of one word, and what its bearer has to be.
pub struct Wanted<'a> {
    pub doc: &'a Doc<'a>,
    pub name: &'a Name,
    pub word: &'a str,
    pub suffix: Option<&'a str>,
    pub place: bool,
    pub votes: &'a Votes<'a>,
    /// The gender that another mention of the name tells.
    pub told: Option<Gender>,
    /// Whether the name stood for somebody of its own before.
    pub met: bool,
    /// Whether the name stands alone more than once.
    pub often: bool,
    /// Who was introduced with a title and that surname shortly before.
    pub near: Option<usize>,
}

impl Wanted<'_> {
    /// Whom it means: a bearer of the surname rather than of the given name, of the same title, introduced right before
    /// with a title, or else at all; the first of them: later namesakes are mostly kin, who go by their given names.
    pub fn among(&self, index: &Index, bearers: &[Bearer], seen: &[bool]) -> Option<usize> {
        let fitting = index
            .get(self.word)
            .iter()
            .copied()
            .filter(|&b| self.fits(&bearers[b], seen[b]) && (seen[b] && !self.met || !self.kin(&bearers[b])));
        // "Delta" of "Delta Connect" and "Delta Media" is neither, unless a Tom Delta is there, or somebody who is
        // "he".
        let firm = |b: usize| bearers[b].words[0] == self.word && !bearers[b].sure();
        let person = |b: usize| {
            let called = words::given(&bearers[b].words[0]) || self.votes.get(self.word) > 0;
            called && self.distance(&bearers[b]) == 0
        };
        if !words::given(self.word)
            && !fitting.clone().any(person)
            && index.get(self.word).iter().filter(|&&b| firm(b)).nth(1).is_some()
        {
            return None;
        }
        fitting.min_by_key(|&b| {
            let same = |i: &usize| bearers[b].titles.iter().any(|t| t == words::bare(self.doc.lower(*i)));
            let titled = self.name.titles.clone().any(|i| same(&i));
            // "President Lee" is the President Tom Lee who comes later rather than the Ann Lee of the paragraph above.
            let office = self.name.titles.clone().filter(same).any(|i| !words::honorific(self.doc, i));
            // "Varn" is rather the Varn Olsa of the paragraph above than an Edda Varn who comes later.
            let later = if seen[b] || office { 0 } else { 2 };
            (self.distance(&bearers[b]) + later, !titled, self.near != Some(b), !seen[b], b)
        })
    }

    /// Whether the name can be that of `bearer`, whose fuller name stood before it where `seen`.
    fn fits(&self, bearer: &Bearer, seen: bool) -> bool {
        let own = bearer.words.iter().any(|w| w == self.word);
        let surname = bearer.words.last().map_or("", String::as_str);
        if surname != self.word && self.partner().is_some_and(|partner| surname != partner) {
            return false;
        }
        let letters = words::all_capitals(self.doc, self.name.tokens.start);
        let initials = || bearer.words.iter().filter_map(|w| w.chars().next());
        if letters
            && !own
            && bearer.sort() != Some(Kind::Person)
            && (!bearer.may_be_person() || initials().eq(self.word.chars()))
        {
            return self.name.kind != Some(Kind::Person);
        }
        if !bearer.may_be_person() {
            // "Delta" is no "Delta TV".
            let body = bearer.words.iter().any(|w| words::organisation(w) && w != "tv");
            // "UEFA" is not the "UEFA Nations League".
            let short = bearer.words[0] == self.word && body && !self.place && !words::demonym(self.word) && !letters;
            // "Falk" is not "Falk’s Senate", nor "Delta" its ministry.
            let short = short && bearer::owner(self.doc, &bearer.fullest).is_none();
            let short = short && !bearer.words.last().is_some_and(|last| lexicon::one(last, bearer::BODIES));
            // What is called "Delta" from the start is no "Delta Media Services" that comes later.
            let firm = || bearer.words.last().is_some_and(|last| lexicon::FIRMS.has(last));
            let short = short && (seen || !self.often || firm());
            let noun = own && words::organisation(self.word);
            return self.name.kind != Some(Kind::Person) && (short || noun);
        }
        // "Premier Holm", whom others call "Mr. Holm", is not the Ida Holm who comes later.
        let said = gender::of_name(self.doc, self.name).or(self.told.filter(|_| !seen));
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

    /// Whether whose kin `bearer` is stands before the name: "Mr Lee’s great-grandfather Tom Lee".
    fn kin(&self, bearer: &Bearer) -> bool {
        let before = self.doc.lower(bearer.fullest.tokens.start.wrapping_sub(1));
        lexicon::KIN.has(before.rsplit('-').next().unwrap_or(before))
    }

    /// The surname that the name, a given one, has with the next: "Tom and Ann Lee".
    fn partner(&self) -> Option<&str> {
        let (doc, end) = (self.doc, self.name.tokens.end);
        let given = words::given(self.word) && doc.says(end, "and");
        (given && (end + 1..end + 3).all(|i| words::capital(doc, i))).then(|| words::bare(doc.lower(end + 2)))
    }

    /// Whether a bearer whose first word it is may be a person.
    fn someone(&self, bearer: &Bearer, seen: bool) -> bool {
        let thing = self.votes.get(self.word) < 0 || bearer.words.last().is_some_and(|last| self.votes.get(last) < 0);
        seen && (self.votes.get(self.word) > 0 || !self.met && !thing)
    }

    /// How far `bearer` is from being meant.
    fn distance(&self, bearer: &Bearer) -> u8 {
        if words::all_capitals(self.doc, self.name.tokens.start) && !bearer.words.iter().any(|w| w == self.word) {
            // "ONC" is rather the Orland Nickel Corporation than its "ONC Osby".
            0
        } else if !bearer.may_be_person() {
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
