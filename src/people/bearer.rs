//! One bearer of names, while the names are brought together.

use super::{Gender, Kind, bodies, compound, gender, jobs, names::Name, phrases, words};
use crate::{lexicon, outlets, text::Doc};
use std::ops::Range;

/// What is known of a bearer so far.
#[derive(Debug)]
pub struct Bearer {
    /// The words of the fullest name, in lower case, without stops, particles of organisations and suffixes.
    pub words: Vec<String>,
    /// "jr".
    pub suffix: Option<String>,
    /// What the words of the name say that it is.
    pub kind: Option<Kind>,
    /// From a form of address, a title or the given name.
    pub gender: Option<Gender>,
    /// Titles that stood before the name, in lower case.
    pub titles: Vec<String>,
    /// What stands in marks amid the name, in lower case.
    pub nickname: Option<String>,
    /// The fullest form.
    pub fullest: Name,
    /// Whether the article uses the name for a place.
    pub place: bool,
    /// Evidence that the name, one word, is that of several people ("Islanders"), less evidence that it is not.
    several: i32,
    /// Whether the name stands somewhere without a noun that it only tells more of ("the Berg tariffs").
    pub free: bool,
    /// Evidence that it is a person, less evidence that it is none.
    person: i32,
}

/// Titles kept of one bearer.
const TITLES: usize = 8;

impl Bearer {
    /// A bearer of whom only `name` is known.
    pub fn new(name: &Name, words: Vec<String>, suffix: Option<String>) -> Self {
        let (kind, fullest) = (name.kind, name.clone());
        let (titles, place, several, free) = (Vec::new(), false, 0, false);
        Self { words, suffix, kind, gender: None, titles, nickname: None, fullest, place, several, free, person: 0 }
    }

    /// Adds what the place of `name` tells.
    pub fn count(&mut self, doc: &Doc, name: &Name) {
        let (start, next) = (name.tokens.start, name.tokens.end);
        let before = |word: &str| name.titles.is_empty() && start > 0 && doc.lower(start - 1) == word;
        let aged = words::is(doc, next, ",") && words::age(doc.lower(next + 1)) && words::is(doc, next + 2, ",");
        let who = doc.says(next, "who") || words::is(doc, next, ",") && doc.says(next + 1, "who");
        let speaks = words::cue(doc, next) || start > 0 && doc.says(start - 1, "said");
        // "the Berg campaign", "in Berg’s view" tell nothing of Berg.
        let shorter = name.tokens.len() == 1 && self.words.len() > 1;
        let noun = words::noun(doc, next);
        let beside = shorter || name.possessive(doc) || noun;
        self.free |= !(noun && attribute(doc, start, next));
        self.person += match name.kind {
            Some(Kind::Person) => 2,
            // "the Berg tariffs" after "President Anna Berg"
            Some(_) if shorter && self.person > 0 => 0,
            Some(_) => -2,
            None => 0,
        };
        self.person += 2 * i32::from(aged || who || described(doc, name)) + i32::from(speaks && self.person < 1);
        // "Islanders say", "Islanders are": several.
        let verb = doc.one(next, "are were have say want think believe");
        let asked = ["and", "do", "does", "did", "will", "would", "can", "could", "should"].into_iter().any(before);
        let lone = self.words.len() == 1 && name.titles.is_empty() && doc.lower(start).ends_with('s');
        let several = verb && !asked && outlets::named(doc.word(start), true).is_none();
        self.several += i32::from(lone && several) - i32::from(lone && doc.one(next, "is was has says"));
        // "the rights group Free Tides"
        let body = start > 0 && name.titles.is_empty() && bodies::general(doc.lower(start - 1));
        self.person -= if body && !(shorter && self.person > 0) && !words::given(doc.lower(start)) { 2 } else { 0 };
        let placed = ["in", "near", "across"].into_iter().any(before);
        self.person -= if beside { 0 } else { 2 * i32::from(placed) + i32::from(before("the")) };
        // "TNV", "TNV ORL", but "HOLM: No" for Ida Holm
        let letters = name.tokens.clone().all(|i| words::all_capitals(doc, i));
        let speaker = shorter && doc.word(start).len() > 3 && doc.word(next) == ":";
        if letters && !speaker && name.titles.is_empty() && !words::given(doc.lower(start)) {
            self.person -= 1;
        }
        for title in name.titles.clone().filter(|&i| words::title(doc, i)).map(|i| words::bare(doc.lower(i))) {
            if self.titles.len() < TITLES && !self.titles.iter().any(|t| t == title) {
                self.titles.push(title.to_owned());
            }
        }
        self.gender = self.gender.or_else(|| gender::of_name(doc, name));
        if self.words.len() == 1 && !titled(doc, &self.fullest) && titled(doc, name) {
            self.fullest = name.clone();
        }
    }

    /// Adds `name`, of the words `parts`, which may be fuller than what was seen before.
    pub fn take(&mut self, doc: &Doc, name: &Name, parts: Vec<String>) {
        self.kind = self.kind.or(name.kind);
        let marked = name.tokens.clone().find(|&i| !doc.tokens[i].is_word() && compound::mark(doc, i));
        self.nickname = self.nickname.take().or(marked.map(|i| doc.lower(i + 1).to_owned()));
        // "an Ann Lee Brix figurine" is named for Ann Lee.
        let product = |n: &Name| words::given(doc.lower(n.tokens.start)) && n.attributive(doc);
        let shouted = |n: &Name| n.tokens.clone().all(|i| words::all_capitals(doc, i)) || product(n);
        let letters = |words: &[String]| words.iter().map(String::len).sum::<usize>();
        let fuller = (parts.len(), letters(&parts)) > (self.words.len(), letters(&self.words));
        let owned =
            owner(doc, &self.fullest).is_none() && owner(doc, name).is_some() && parts.len() >= self.words.len();
        if shouted(&self.fullest) && !shouted(name) || (fuller || owned) && !shouted(name) {
            self.words = parts;
            self.fullest = name.clone();
        }
    }

    /// What it is, as far as can be told; `None` for a name that may be anything.
    pub fn sort(&self) -> Option<Kind> {
        match self.person {
            _ if self.group() => Some(Kind::Group),
            2.. => Some(Kind::Person),
            1 if self.words.len() > 1 => Some(Kind::Person),
            _ if self.place && self.words.len() == 1 => Some(Kind::Place),
            0 | 1 => None,
            _ => Some(Kind::Organisation),
        }
    }

    /// Whether it is several people, where nothing makes it one.
    fn group(&self) -> bool {
        self.several > 0 && self.gender.is_none() && self.titles.is_empty()
    }

    /// Whether it is surely a person.
    pub fn sure(&self) -> bool {
        self.person > 1
    }

    /// Whether it can be a person.
    pub fn may_be_person(&self) -> bool {
        self.person >= 0 && !self.group() && self.kind != Some(Kind::Organisation)
    }

    /// The fullest form as the article writes it; with a title that is part of it ("Prince Ivo", "Pope Ivo") where
    /// there is one name only.
    pub fn spelled(&self, doc: &Doc) -> String {
        let mut tokens = self.fullest.tokens.clone();
        if titled(doc, &self.fullest) {
            tokens.start -= 1;
        }
        if let Some(start) = owner(doc, &self.fullest) {
            tokens.start = start;
        }
        if tokens.len() > 1 && words::post_nominal(doc.lower(tokens.end)) && words::capital(doc, tokens.end) {
            tokens.end += 1;
        }
        // "(Ann) Lee", whose given name a quotation was filled in with.
        plain(doc, tokens).replace(") ", " ")
    }
}

/// Bodies that every land has.
pub const BODIES: &str =
    "ministry department office embassy parliament government army navy senate court force forces guard police";

/// Where the owner of a body begins that every land has: "Orland’s Ministry of Ferries", "Orland’s Air Force".
pub fn owner(doc: &Doc, name: &Name) -> Option<usize> {
    let mark = name.tokens.start.checked_sub(2).filter(|mark| doc.says(mark + 1, "'s"))?;
    if !doc.one(name.tokens.start, BODIES) && !doc.one(name.tokens.end - 1, BODIES) {
        return None;
    }
    let mut start = mark;
    let part = |i: usize| words::capital(doc, i) && !words::date(doc, i) && !doc.lower(i).ends_with("day");
    while start > 0 && part(start) && part(start - 1) && mark - start < 2 {
        start -= 1;
    }
    (part(start) && !words::honorific(doc, start)).then_some(start)
}

/// Whether a name from token `start` tells more of the noun `next`: "its yearly Camp Holm fair", "Holm House
/// officials".
fn attribute(doc: &Doc, start: usize, next: usize) -> bool {
    let before = |i: usize| doc.has(&lexicon::DETERMINERS, i) || doc.says(i, "'s");
    phrases::is_person(doc.lower(next)) || (start.saturating_sub(2)..start).any(before)
}

/// Whether a noun for a person stands beside `name` ("Li Ona, a doctor", "the cellist Li Ona", "another guest, Li
/// Ona,"), or whoever bears it was born.
fn described(doc: &Doc, name: &Name) -> bool {
    let (start, next) = (name.tokens.start, name.tokens.end);
    let comma = words::is(doc, next, ",");
    if !comma && name.tokens.len() == 1 || name.kind == Some(Kind::Organisation) {
        return false;
    }
    let noun = |i: usize| doc.tokens.get(i).is_some_and(|t| t.is_word()) && !doc.has(&lexicon::PREPOSITIONS, i);
    let behind = comma && doc.has(&lexicon::DETERMINERS, next + 1);
    let head = (next + 2..next + 6).take_while(|&i| behind && noun(i)).last();
    // "In Norland, a doctor said"
    let head = head.filter(|&i| !words::cue(doc, i) && !words::cue(doc, i + 1));
    let last = start.checked_sub(if start > 0 && words::is(doc, start - 1, ",") { 2 } else { 1 });
    let before = last.filter(|&i| !doc.capital(i));
    let born = doc.says(next + 1, "born") && doc.has(&lexicon::AUXILIARIES, next);
    // "former ferry executive Li Ona"
    let former = before.is_some_and(|i| (i.saturating_sub(3)..i).any(|k| doc.says(k, "former")));
    let alone = former || before.and_then(|i| i.checked_sub(1)).is_some_and(|i| doc.has(&lexicon::DETERMINERS, i));
    // "Li Ona, chairman of Delta", but "Delta, owner of the mill"
    let office = comma
        && doc.one(next + 2, "of at for")
        && words::title(doc, next + 1)
        && !doc.has(&lexicon::PARTNERS, next + 1);
    born || office || head.or(before.filter(|_| alone)).is_some_and(|i| someone(doc.lower(i)))
}

/// Whether a noun is surely one for a person: no "trawler".
fn someone(noun: &str) -> bool {
    let known = words::title_word(noun) || jobs::sure(noun);
    known || !noun.ends_with("er") && phrases::is_person(noun)
}

/// Whether `name` is one word with a title that belongs to it.
fn titled(doc: &Doc, name: &Name) -> bool {
    name.tokens.len() == 1 && name.tokens.start > name.titles.start && belongs(doc.lower(name.tokens.start - 1))
}

/// Whether a title belongs to a name of one word.
fn belongs(lower: &str) -> bool {
    lexicon::one(
        lower,
        "pope king queen prince princess lord lady judge sister father saint emperor empress sultan brother st. st",
    )
}

/// The words of `tokens` with single spaces.
pub fn plain(doc: &Doc, tokens: Range<usize>) -> String {
    doc.at(doc.span(tokens)).split_whitespace().collect::<Vec<_>>().join(" ")
}
