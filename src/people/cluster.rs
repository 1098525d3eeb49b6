//! Names → entities: the full name, the surname alone, the acronym of one bearer together.

use super::{Entity, EntityId, Kind, bearer::Bearer, gender, names::Name, places, typos, words};
use crate::text::Doc;
use std::collections::{HashMap, HashSet};

/// Bearers that share a word are looked at up to this number, the latest first, so that no text takes longer than its
/// length warrants.
const NAMESAKES: usize = 12;

/// Persons with surnames of one first letter that are looked at for a slip of the pen.
const SLIPS: usize = 32;

/// What [`cluster`] gives.
pub struct Clusters {
    /// In order of their first full mention.
    pub entities: Vec<Entity>,
    /// All names in text order, with their entity.
    pub names: Vec<(Name, EntityId)>,
}

/// Bearers by each word of their names, the latest last.
#[derive(Default)]
struct Index(HashMap<String, Vec<usize>>);

impl Index {
    fn add(&mut self, word: &str, bearer: usize) {
        let list = self.0.entry(word.to_owned()).or_default();
        if !list.contains(&bearer) {
            if list.len() >= NAMESAKES {
                list.remove(0);
            }
            list.push(bearer);
        }
    }

    fn get(&self, word: &str) -> &[usize] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Brings the names of one bearer together: full names first, then what is shorter.
pub fn cluster(doc: &Doc, names: Vec<Name>) -> Clusters {
    let mut bearers: Vec<Bearer> = Vec::new();
    let mut index = Index::default();
    let mut of: Vec<Option<usize>> = vec![None; names.len()];
    for (name, of) in names.iter().zip(&mut of) {
        let (parts, suffix) = parts(doc, name);
        if parts.len() < 2 {
            continue;
        }
        let near = [parts.first(), parts.last()].into_iter().flatten().flat_map(|word| index.get(word));
        let b =
            near.copied().find(|&b| same_bearer(&bearers[b], name, &parts, suffix.as_deref())).unwrap_or(bearers.len());
        if b == bearers.len() {
            bearers.push(Bearer::new(name, parts.clone(), suffix));
        }
        bearers[b].take(doc, name, parts);
        bearers[b].count(doc, name);
        for word in &bearers[b].words {
            index.add(word, b);
        }
        acronym(doc, name, &bearers[b], b, &mut index);
        *of = Some(b);
    }
    shorter(doc, &names, &mut bearers, &index, &mut of);
    let entities = bearers.iter().map(|b| entity(doc, b)).collect();
    let mut clusters = Clusters { entities, names: Vec::with_capacity(names.len()) };
    for (name, b) in names.into_iter().zip(of) {
        let Some(b) = b else { continue };
        clusters.entities[b].mentions.push(doc.span(name.tokens.clone()));
        clusters.names.push((name, EntityId(b)));
    }
    clusters
}

fn entity(doc: &Doc, b: &Bearer) -> Entity {
    let kind = b.sort().unwrap_or(Kind::Named);
    Entity { name: b.spelled(doc), role: None, unnamed: false, kind, gender: b.gender, mentions: Vec::new() }
}

/// The words that tell a name apart, and its suffix ("jr").
fn parts(doc: &Doc, name: &Name) -> (Vec<String>, Option<String>) {
    let mut suffix = None;
    let mut parts = Vec::new();
    for i in name.tokens.clone() {
        let lower = doc.lower(i);
        if words::suffix(lower) && i > name.tokens.start {
            suffix = Some(words::bare(lower).to_owned());
        } else if doc.tokens[i].is_word() && !matches!(lower, "the" | "of" | "for" | "and" | "on") {
            parts.push(words::bare(lower).to_owned());
        }
    }
    (parts, suffix)
}

/// Whether a name of several words is that of `bearer`.
fn same_bearer(bearer: &Bearer, name: &Name, parts: &[String], suffix: Option<&str>) -> bool {
    let differ = |a: Option<Kind>, b: Option<Kind>| a.is_some() && b.is_some() && a != b;
    if suffix != bearer.suffix.as_deref() || differ(bearer.kind, name.kind) {
        return false;
    }
    let (a, b) = (&bearer.words[..], parts);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if name.kind.or(bearer.kind) == Some(Kind::Organisation) {
        let named = |words: &[String]| words.iter().any(|w| words::organisation(w));
        return short == long || (long.starts_with(short) || long.ends_with(short)) && named(short);
    }
    let first = short[0] == long[0] || initial_of(&short[0], &long[0]) || initial_of(&long[0], &short[0]);
    first && short.last() == long.last() || short[0] == long[0] && is_within(short, long)
}

fn initial_of(initial: &str, word: &str) -> bool {
    initial.chars().count() == 1 && word.starts_with(initial)
}

/// Whether the words of `short` stand in `long` in the same order.
fn is_within(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|w| rest.any(|other| other == w))
}

/// Lets an acronym stand for the name whose capitals it is, or that it follows in brackets.
fn acronym(doc: &Doc, name: &Name, bearer: &Bearer, b: usize, index: &mut Index) {
    if bearer.kind == Some(Kind::Person) {
        return;
    }
    let initials: String = bearer.words.iter().filter_map(|w| w.chars().next()).collect();
    if initials.chars().count() >= 3 {
        index.add(&initials, b);
    }
    let after = name.tokens.end;
    if words::is(doc, after, "(") && words::is(doc, after + 2, ")") && words::capital(doc, after + 1) {
        index.add(words::bare(doc.lower(after + 1)), b);
    }
}

/// Gives every name of one word to the bearer of a fuller one, or else to a bearer of its own.
fn shorter(doc: &Doc, names: &[Name], bearers: &mut Vec<Bearer>, index: &Index, of: &mut [Option<usize>]) {
    let full = bearers.len();
    let places = places::find(doc, names);
    let mut seen = vec![false; full];
    let (once, surnames) = (once(doc, names), surnames(bearers));
    let mut lone: HashMap<(String, Option<super::Gender>), usize> = HashMap::new();
    for (n, name) in names.iter().enumerate() {
        if of[n].is_none() {
            let (parts, suffix) = parts(doc, name);
            let Some(word) = parts.into_iter().next() else { continue };
            let wanted = Wanted { doc, name, word: &word, suffix: suffix.as_deref(), place: places.contains(&*word) };
            let b = match wanted.among(index, &bearers[..full], &seen) {
                None => match once.contains(&*word).then(|| meant(&word, bearers, &surnames)).flatten() {
                    Some(b) => b,
                    None if name.doubtful => continue,
                    None => *lone.entry((word.clone(), gender::of_name(doc, name))).or_insert_with(|| {
                        let mut bearer = Bearer::new(name, vec![word.clone()], suffix.clone());
                        bearer.place = wanted.place;
                        bearers.push(bearer);
                        bearers.len() - 1
                    }),
                },
                Some(b) => b,
            };
            bearers[b].count(doc, name);
            of[n] = Some(b);
        }
        if let Some(b) = of[n].filter(|&b| b < full) {
            seen[b] = true;
        }
    }
}

/// Lone names that stand once.
fn once<'a>(doc: &'a Doc, names: &[Name]) -> HashSet<&'a str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in names.iter().filter(|n| n.tokens.len() == 1) {
        *counts.entry(words::bare(doc.lower(name.tokens.start))).or_insert(0) += 1;
    }
    counts.into_iter().filter(|&(_, count)| count == 1).map(|(word, _)| word).collect()
}

/// Persons by the first letters of their surnames, for slips of the pen; of each letter not more than [`SLIPS`].
fn surnames(bearers: &[Bearer]) -> HashMap<char, Vec<usize>> {
    let mut surnames: HashMap<char, Vec<usize>> = HashMap::new();
    for (b, bearer) in bearers.iter().enumerate().filter(|(_, b)| b.sort() == Some(Kind::Person)) {
        let list = bearer.words.last().and_then(|word| word.chars().next()).map(|c| surnames.entry(c).or_default());
        list.into_iter().filter(|list| list.len() < SLIPS).for_each(|list| list.push(b));
    }
    surnames
}

/// The person whose surname is `word` but for a slip of the pen.
fn meant(word: &str, bearers: &[Bearer], surnames: &HashMap<char, Vec<usize>>) -> Option<usize> {
    let alike = |b: &&usize| bearers[**b].words.last().is_some_and(|surname| typos::misspelt(word, surname));
    surnames.get(&word.chars().next()?)?.iter().find(alike).copied()
}

/// A name of one word, and what its bearer has to be.
struct Wanted<'a> {
    doc: &'a Doc<'a>,
    name: &'a Name,
    word: &'a str,
    suffix: Option<&'a str>,
    place: bool,
}

impl Wanted<'_> {
    /// Whom it means: a bearer of the surname rather than of the given name, of the same title, introduced before it, the first of them: later namesakes are
    /// mostly kin, who go by their given names.
    fn among(&self, index: &Index, bearers: &[Bearer], seen: &[bool]) -> Option<usize> {
        let fitting = index.get(self.word).iter().copied().filter(|&b| self.fits(&bearers[b]));
        fitting.min_by_key(|&b| {
            let titled =
                self.name.titles.clone().any(|i| bearers[b].titles.iter().any(|t| t == words::bare(self.doc.lower(i))));
            (self.distance(&bearers[b]), !titled, !seen[b], b)
        })
    }

    fn fits(&self, bearer: &Bearer) -> bool {
        let own = bearer.words.iter().any(|w| w == self.word);
        if !bearer.may_be_person() {
            let acronym = !own && words::all_capitals(self.doc, self.name.tokens.start);
            let body = bearer.words.iter().any(|w| words::organisation(w));
            let short = bearer.words[0] == self.word && body && !self.place && !words::demonym(self.word);
            let noun = own && words::organisation(self.word);
            return self.name.kind != Some(Kind::Person) && (acronym || short || noun);
        }
        let said = gender::of_name(self.doc, self.name);
        let same_gender = said.is_none() || bearer.gender.is_none() || said == bearer.gender;
        let given = self.distance(bearer) == 0 || !self.place || words::given(self.word);
        own && same_gender && given && self.suffix.is_none_or(|s| bearer.suffix.as_deref() == Some(s))
    }

    fn distance(&self, bearer: &Bearer) -> u8 {
        if !bearer.may_be_person() {
            3
        } else if bearer.words.last().is_some_and(|w| w == self.word) {
            0
        } else if bearer.words.first().is_some_and(|w| w == self.word) {
            1
        } else {
            2
        }
    }
}
