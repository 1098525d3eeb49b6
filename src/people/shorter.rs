//! Names of one word → the bearer of a fuller name, or else one of their own.

mod votes;
mod wanted;

use super::{
    Gender,
    bearer::Bearer,
    cluster::{Index, parts, word},
    gender,
    names::Name,
    places,
    typos::Surnames,
    words,
};
use crate::{
    keyed::{Keyed, WordSet},
    pace::Pace,
    text::Doc,
};
use votes::Votes;
use wanted::Wanted;

/// Paragraphs for which a surname means whoever was introduced with it and a title.
const BEFORE: usize = 2;

/// Gives every name of one word to the bearer of a fuller one, or else to a bearer of its own; `of` tells the bearers
/// of all names.
pub async fn join(
    doc: &Doc<'_>,
    names: &[Name],
    bearers: &mut Vec<Bearer>,
    index: &Index,
    of: &mut [Option<usize>],
    pace: &Pace,
) {
    let places = places::find(doc, names, pace).await;
    pace.look().await;
    let votes = Votes::of(doc, names);
    pace.look().await;
    let mut joining = Joining::new(doc, names, bearers, index, places, votes);
    pace.look().await;
    for (name, of) in names.iter().zip(of) {
        if of.is_none() {
            *of = joining.bearer(name);
        }
        if let Some(b) = of.filter(|&b| b < joining.full) {
            joining.meets(name, b);
        }
        pace.rest(1).await;
    }
}

/// By surname, who bears it, and in which block that stands.
type Lately<'a> = Keyed<'a, (usize, usize)>;

/// What is known on the way from name to name.
struct Joining<'a> {
    doc: &'a Doc<'a>,
    bearers: &'a mut Vec<Bearer>,
    index: &'a Index,
    /// How many bearers have a fuller name; those behind have one word alone.
    full: usize,
    /// Which of them were named so far.
    seen: Vec<bool>,
    /// Names that the article uses for places.
    places: WordSet<'a>,
    /// Lone names that surely are names, and those that stand more than once.
    sure: WordSet<'a>,
    repeated: WordSet<'a>,
    surnames: Surnames,
    votes: Votes<'a>,
    /// The genders that their forms of address tell of lone names.
    told: Keyed<'a, Gender>,
    /// Who was last introduced with a title, and who was last the subject.
    introduced: Lately<'a>,
    subject: Lately<'a>,
    /// Words that have stood alone for a name.
    used: WordSet<'a>,
    lone: Lone,
}

impl<'a> Joining<'a> {
    fn new(
        doc: &'a Doc<'a>,
        names: &'a [Name],
        bearers: &'a mut Vec<Bearer>,
        index: &'a Index,
        places: WordSet<'a>,
        votes: Votes<'a>,
    ) -> Self {
        let lone = names.iter().filter(|n| n.tokens.len() == 1);
        let sure = lone.clone().filter(|n| !n.doubtful).map(|n| word(doc.lower(n.tokens.start))).collect();
        let mut told = Keyed::default();
        for (name, gender) in lone.filter_map(|n| Some((n, gender::of_name(doc, n)?))) {
            told.or(word(doc.lower(name.tokens.start)), || gender);
        }
        Self {
            doc,
            index,
            full: bearers.len(),
            seen: vec![false; bearers.len()],
            places,
            sure,
            repeated: repeated(doc, names),
            surnames: Surnames::of(bearers),
            votes,
            told,
            introduced: Lately::default(),
            subject: Lately::default(),
            used: WordSet::default(),
            lone: Lone::default(),
            bearers,
        }
    }

    /// Whose `name` of one word is; `None` where it is none.
    fn bearer(&mut self, name: &Name) -> Option<usize> {
        let doc = self.doc;
        let (parts, suffix) = parts(doc, name);
        let word = parts.into_iter().next()?;
        let (suffix, said) = (suffix.as_deref(), gender::of_name(doc, name));
        let alone = met(&self.lone, &word, said);
        let wanted = Wanted {
            doc,
            name,
            word: &word,
            suffix,
            place: self.places.has(&word),
            near: self.near(name, &word),
            votes: &self.votes,
            told: self.told.get(&word).copied(),
            met: alone.is_some(),
            often: self.repeated.has(&word),
        };
        let fuller = wanted.among(self.index, &self.bearers[..self.full], &self.seen);
        let b = match fuller.or_else(|| self.misspelt(&word)) {
            Some(b) => b,
            None if name.doubtful && !self.sure.has(&word) => return None,
            None => alone.unwrap_or_else(|| self.add(name, &word, suffix, said)),
        };
        self.bearers[b].count(doc, name);
        if self.bearers[b].words.len() == 1 && word.len() > 4 {
            // "ORLAND" is Orland.
            self.bearers[b].take(doc, name, vec![word]);
        }
        Some(b)
    }

    /// Who was introduced right before with the surname `word`, or was the subject with it where that stands alone the
    /// first time: "His widow died. Ann Lee, mother of Tom Lee, spoke. “No,” Lee said."
    fn near(&mut self, name: &Name, word: &str) -> Option<usize> {
        let first = !name.quoted && self.used.insert(words::bare(self.doc.lower(name.tokens.start)));
        let block = self.block(name);
        let just = |list: &Lately| list.get(word).filter(|(at, _)| block <= at + BEFORE).map(|(_, b)| *b);
        just(&self.introduced).or_else(|| just(&self.subject).filter(|_| first))
    }

    /// Whose surname `word`, which stands once, is but for a slip of the pen.
    fn misspelt(&self, word: &str) -> Option<usize> {
        if self.repeated.has(word) { None } else { self.surnames.meant(word, self.bearers) }
    }

    /// Adds a bearer of `word` alone.
    fn add(&mut self, name: &Name, word: &str, suffix: Option<&str>, said: Option<Gender>) -> usize {
        let mut bearer = Bearer::new(name, vec![word.to_owned()], suffix.map(str::to_owned));
        bearer.place = self.places.has(word);
        self.bearers.push(bearer);
        let b = self.bearers.len() - 1;
        self.lone.or(word.to_owned(), Vec::new).push((said, b));
        b
    }

    /// Takes note of a name of `b`, who has a fuller one.
    fn meets(&mut self, name: &Name, b: usize) {
        self.seen[b] = true;
        if name.tokens.len() < 2 {
            return;
        }
        let doc = self.doc;
        let (surname, at) = (words::bare(doc.lower(name.tokens.end - 1)), (self.block(name), b));
        let kin = (1..5).any(|k| doc.one(name.start().wrapping_sub(k), "his her their"));
        if !name.titles.is_empty() && !kin {
            self.introduced.set(surname, at);
        }
        if name.start() < doc.sentences[name.sentence].tokens.start + 3 && !name.possessive(doc) {
            self.subject.set(surname, at);
            // "Xu Ona says": "Xu" is that one from here on.
            self.introduced.set(words::bare(doc.lower(name.tokens.start)), at);
        }
    }

    fn block(&self, name: &Name) -> usize {
        self.doc.sentences[name.sentence].block
    }
}

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
