//! Names → entities: the full name, the surname alone, the acronym of one bearer together.

use super::{Entity, EntityId, Kind, names::Name, words};
use crate::text::Doc;
use std::collections::HashMap;

/// Entities that share a word are looked at up to this number, the latest first, so that no text takes longer than its
/// length warrants.
const NAMESAKES: usize = 12;

/// What [`cluster`] gives.
pub struct Clusters {
    /// In order of their first full mention.
    pub entities: Vec<Entity>,
    /// All names in text order, with their entity.
    pub names: Vec<(Name, EntityId)>,
}

/// One bearer while names are brought together.
#[derive(Debug)]
struct Bearer {
    /// The words of the fullest name, in lower case, without initials' stops and suffixes.
    words: Vec<String>,
    suffix: Option<String>,
    kind: Option<Kind>,
    /// How many names are its own that say it is a person, less those that say it is none.
    person: i32,
    /// The fullest form's tokens.
    fullest: std::ops::Range<usize>,
    first: usize,
    last: usize,
}

#[derive(Default)]
struct Index {
    by_word: HashMap<String, Vec<usize>>,
}

impl Index {
    fn add(&mut self, word: &str, bearer: usize) {
        let list = self.by_word.entry(word.to_owned()).or_default();
        if !list.contains(&bearer) {
            if list.len() >= NAMESAKES {
                list.remove(0);
            }
            list.push(bearer);
        }
    }

    fn get(&self, word: &str) -> &[usize] {
        self.by_word.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Brings the names of one bearer together: full names first, then what is shorter.
pub fn cluster(doc: &Doc, names: Vec<Name>) -> Clusters {
    let mut bearers: Vec<Bearer> = Vec::new();
    let mut index = Index::default();
    let mut of: Vec<Option<usize>> = vec![None; names.len()];
    for (n, name) in names.iter().enumerate() {
        let (parts, suffix) = parts(doc, name);
        if parts.len() < 2 {
            continue;
        }
        let found = candidates(&index, &parts).rev().find(|&b| {
            same_kind(bearers[b].kind, name.kind)
                && (suffix == bearers[b].suffix)
                && same_full(&bearers[b].words, &parts, name.kind.or(bearers[b].kind))
        });
        let b = found.unwrap_or(bearers.len());
        if found.is_none() {
            bearers.push(Bearer::new(name, parts.clone(), suffix));
        }
        bearers[b].take(doc, name, parts, n);
        for word in &bearers[b].words {
            index.add(word, b);
        }
        of[n] = Some(b);
    }
    acronyms(doc, &names, &bearers, &mut index, &of);
    let mut lone: HashMap<String, usize> = HashMap::new();
    let full = bearers.len();
    let mut seen: Vec<Option<usize>> = vec![None; full];
    for (n, name) in names.iter().enumerate() {
        if let Some(b) = of[n] {
            seen[b] = Some(n);
            continue;
        }
        let (parts, _) = parts(doc, name);
        let Some(word) = parts.into_iter().next() else { continue };
        let b = bearer_of(&index, &bearers[..full], &seen, name, &word).unwrap_or_else(|| {
            *lone.entry(word.clone()).or_insert_with(|| {
                bearers.push(Bearer::new(name, vec![word], None));
                bearers.len() - 1
            })
        });
        bearers[b].count(doc, name);
        bearers[b].last = n;
        if b < full {
            seen[b] = Some(n);
        }
        of[n] = Some(b);
    }
    finish(doc, names, bearers, of)
}

impl Bearer {
    fn new(name: &Name, words: Vec<String>, suffix: Option<String>) -> Self {
        Self { words, suffix, kind: name.kind, person: 0, fullest: name.tokens.clone(), first: 0, last: 0 }
    }

    fn count(&mut self, doc: &Doc, name: &Name) {
        self.person += match name.kind {
            Some(Kind::Person) => 2,
            Some(_) => -1,
            None => 0,
        };
        let before = name.tokens.start.checked_sub(1).filter(|_| name.titles.is_empty());
        if before.is_some_and(|i| {
            matches!(doc.lower(i), "in" | "at" | "near" | "across" | "throughout" | "outside" | "into")
        }) {
            self.person -= 1;
        }
        let next = name.tokens.end;
        let aged =
            words::is(doc, next, ",") && doc.lower(next + 1).parse::<u8>().is_ok() && words::is(doc, next + 2, ",");
        if aged || words::is(doc, next, ",") && doc.lower(next + 1) == "who" || doc.lower(next) == "who" {
            self.person += 2;
        }
    }

    fn take(&mut self, doc: &Doc, name: &Name, parts: Vec<String>, n: usize) {
        self.count(doc, name);
        self.kind = self.kind.or(name.kind);
        let shouted = |t: &std::ops::Range<usize>| t.clone().all(|i| words::all_capitals(doc, i));
        if parts.len() > self.words.len() || shouted(&self.fullest) && !shouted(&name.tokens) {
            self.words = parts;
            self.fullest = name.tokens.clone();
        }
        self.last = n;
    }
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

fn candidates<'a>(index: &'a Index, parts: &[String]) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
    let last = parts.last().map_or(&[][..], |w| index.get(w));
    let first = parts.first().map_or(&[][..], |w| index.get(w));
    first.iter().chain(last).copied()
}

fn same_kind(a: Option<Kind>, b: Option<Kind>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Whether two names of several words can be one bearer's.
fn same_full(a: &[String], b: &[String], kind: Option<Kind>) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if kind == Some(Kind::Organisation) {
        return long.starts_with(short) || long.ends_with(short) && short.iter().any(|w| words::organisation(w));
    }
    let first = short[0] == long[0] || initial_of(&short[0], &long[0]) || initial_of(&long[0], &short[0]);
    let last = short.last() == long.last();
    first && last || short[0] == long[0] && is_within(short, long)
}

fn initial_of(initial: &str, word: &str) -> bool {
    initial.chars().count() == 1 && word.starts_with(initial)
}

/// Whether the words of `short` stand in `long` in the same order.
fn is_within(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|w| rest.any(|other| other == w))
}

/// Lets acronyms stand for the names whose capitals they are.
fn acronyms(doc: &Doc, names: &[Name], bearers: &[Bearer], index: &mut Index, of: &[Option<usize>]) {
    for (n, name) in names.iter().enumerate() {
        let Some(b) = of[n].filter(|&b| bearers[b].kind != Some(Kind::Person)) else { continue };
        let initials: String = bearers[b].words.iter().filter_map(|w| w.chars().next()).collect();
        if initials.chars().count() >= 3 {
            index.add(&initials, b);
        }
        let after = name.tokens.end;
        if words::is(doc, after, "(") && words::is(doc, after + 2, ")") && words::capital(doc, after + 1) {
            index.add(words::bare(doc.lower(after + 1)), b);
        }
    }
}

/// Whom a name of one word means among those with a full name.
fn bearer_of(index: &Index, bearers: &[Bearer], seen: &[Option<usize>], name: &Name, word: &str) -> Option<usize> {
    let all = index.get(word).iter().copied().filter(|&b| {
        let person = is_person(&bearers[b]);
        if person {
            name.kind != Some(Kind::Organisation)
        } else {
            name.kind != Some(Kind::Person) && !bearers[b].words.contains(&word.to_owned())
        }
    });
    let place = |b: usize| {
        let words = &bearers[b].words;
        let initial = words.iter().any(|w| w == word);
        if words.last().is_some_and(|w| w == word) {
            0
        } else if words.first().is_some_and(|w| w == word) || !initial {
            1
        } else {
            2
        }
    };
    all.min_by_key(|&b| {
        let recency = seen[b].map_or((1, bearers[b].first), |at| (0, usize::MAX - at));
        (place(b), recency)
    })
}

fn is_person(b: &Bearer) -> bool {
    b.person > 0 || b.person == 0 && b.kind != Some(Kind::Organisation)
}

fn finish(doc: &Doc, names: Vec<Name>, bearers: Vec<Bearer>, of: Vec<Option<usize>>) -> Clusters {
    let mut entities: Vec<Entity> = bearers
        .iter()
        .map(|b| Entity {
            name: spelled(doc, b),
            role: None,
            unnamed: false,
            kind: if is_person(b) { Kind::Person } else { Kind::Organisation },
            gender: None,
            mentions: Vec::new(),
        })
        .collect();
    let mut out = Vec::with_capacity(names.len());
    for (name, b) in names.into_iter().zip(of) {
        let Some(b) = b else { continue };
        entities[b].mentions.push(doc.span(name.tokens.clone()));
        out.push((name, EntityId(b)));
    }
    Clusters { entities, names: out }
}

/// The fullest form as the article writes it.
fn spelled(doc: &Doc, b: &Bearer) -> String {
    doc.at(doc.span(b.fullest.clone())).split_whitespace().collect::<Vec<_>>().join(" ")
}
