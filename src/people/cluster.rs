//! Names → entities: the full name, the surname alone, the acronym of one bearer together.

use super::{
    Entity, EntityId, Kind,
    bearer::{self, Bearer},
    names::Name,
    shorter, words,
};
use crate::{keyed::Keyed, lexicon, pace::Pace, text::Doc};

/// Bearers that share a word are looked at up to this number, the latest first, so that no text takes longer than its
/// length warrants.
const NAMESAKES: usize = 12;

/// What [`cluster`] gives.
pub struct Clusters {
    /// In order of their first full mention.
    pub entities: Vec<Entity>,
    /// All names in text order, with their entity.
    pub names: Vec<(Name, EntityId)>,
}

/// Bearers by each word of their names, the latest last.
#[derive(Default)]
pub struct Index(Keyed<'static, Vec<usize>>);

impl Index {
    fn add(&mut self, word: &str, bearer: usize) {
        let list = self.0.or(word.to_owned(), Vec::new);
        if !list.contains(&bearer) {
            if list.len() >= NAMESAKES {
                list.remove(0);
            }
            list.push(bearer);
        }
    }

    /// The bearers of `word`.
    pub fn get(&self, word: &str) -> &[usize] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Brings the names of one bearer together: full names first, then what is shorter.
pub async fn cluster(doc: &Doc<'_>, names: Vec<Name>, pace: &Pace) -> Clusters {
    let mut bearers: Vec<Bearer> = Vec::new();
    let mut index = Index::default();
    let mut of: Vec<Option<usize>> = vec![None; names.len()];
    let mut short: Keyed<usize> = Keyed::default();
    let mut last: Option<(&Name, usize)> = None;
    for (name, of) in names.iter().zip(&mut of) {
        let (parts, suffix) = parts(doc, name);
        if parts.len() < 2 {
            continue;
        }
        let introduced = last.filter(|(long, b)| bracketed(doc, long, name) && bearers[*b].kind != Some(Kind::Person));
        // "the Orland CDC" for the Orland Centers for Disease Control
        let letters = if words::all_capitals(doc, name.tokens.end - 1) { index.get(&parts[1]) } else { &[] };
        let short_for = |b: &&usize| {
            parts.len() == 2 && bearers[**b].words[0] == parts[0] && !bearers[**b].words.contains(&parts[1])
        };
        let introduced = introduced.map(|(_, b)| b).or_else(|| letters.iter().find(short_for).copied());
        if let Some(b) = introduced.or_else(|| short.get(&parts.join(" ")).copied()) {
            bearers[b].count(doc, name);
            short.set(parts.join(" "), b);
            *of = Some(b);
            pace.rest(1).await;
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
        last = Some((name, b));
        pace.rest(1).await;
    }
    shorter::join(doc, &names, &mut bearers, &index, &mut of, pace).await;
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
pub fn parts(doc: &Doc, name: &Name) -> (Vec<String>, Option<String>) {
    let mut suffix = None;
    let mut parts = Vec::new();
    let owner = bearer::owner(doc, name).unwrap_or(name.tokens.start);
    for i in owner..name.tokens.end {
        let lower = doc.lower(i);
        if words::suffix(lower) && i > name.tokens.start {
            suffix = Some(words::bare(lower).to_owned());
        } else if doc.tokens[i].is_word() && !lexicon::one(lower, "the of for and on 's") {
            parts.push(word(lower).to_owned());
        }
    }
    (parts, suffix)
}

/// `lower` as a word of a name: "delta.com" is called "Delta" as well, "al-Masri" "Masri".
pub fn word(lower: &str) -> &str {
    let word = words::bare(lower);
    word.strip_suffix(".com").or(word.strip_prefix("al-")).unwrap_or(word)
}

/// Whether a name of several words is that of `bearer`.
fn same_bearer(bearer: &Bearer, name: &Name, parts: &[String], suffix: Option<&str>) -> bool {
    let differ = |a: Option<Kind>, b: Option<Kind>| a.is_some() && b.is_some() && a != b;
    // "Karl Ivo" is King Karl Ivo II.
    let reigns =
        || suffix.is_none() && bearer.titles.iter().any(|title| lexicon::one(title, "pope king queen emperor"));
    if suffix != bearer.suffix.as_deref() && !reigns() || differ(bearer.kind, name.kind) {
        return false;
    }
    let (a, b) = (&bearer.words[..], parts);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if name.kind.or(bearer.kind) == Some(Kind::Organisation) {
        let named = |words: &[String]| words.iter().any(|w| words::organisation(w));
        // "United Isles" is not the "United Isles High Commissioner".
        let office = long.iter().any(|w| words::title_word(w)) && !short.iter().any(|w| words::title_word(w));
        return short == long || (long.starts_with(short) || long.ends_with(short)) && named(short) && !office;
    }
    // "Buddy Holm" for Robert "Buddy" Holm: whatever stands in marks amid a name is what its bearer goes by.
    if bearer.nickname.as_ref() == Some(&short[0]) && short.len() < long.len() && short.last() == long.last() {
        return true;
    }
    // "Holm Varga" for Ida Holm Varga, "de la Croix" for Alano de la Croix: a surname may have several words.
    if long.len() > short.len() && long.ends_with(short) && !words::given(&short[0]) && begins_person(&long[0]) {
        return true;
    }
    // "Ona Lind Falk" is not "Ona Berg Falk".
    if let ([_, one, _], [_, other, _]) = (a, b)
        && one.len().min(other.len()) > 2
        && one.as_bytes()[0] != other.as_bytes()[0]
    {
        return false;
    }
    let first = short[0] == long[0] || short_for(&short[0], &long[0]) || short_for(&long[0], &short[0]);
    first && short.last() == long.last()
        || short[0] == long[0] && is_within(short, long) && !long.iter().any(|w| lexicon::DETERMINERS.has(w))
}

/// Whether a given name is an initial or the beginning of another: "T.", "Tim" for "Timothy".
fn short_for(short: &str, long: &str) -> bool {
    let letters = short.chars().count();
    // "Carl" is not short for "Carla".
    let same = |list: &lexicon::Words| list.has(short) == list.has(long);
    let given = || words::given(short) && same(&lexicon::GIVEN_FEMALE) && same(&lexicon::GIVEN_MALE);
    (letters == 1 || letters >= 3 && given()) && long.starts_with(short)
}

/// Whether `word`, the first of a name of three, may be a given name rather than what its bearer is ("Democrat",
/// "Govs.").
fn begins_person(word: &str) -> bool {
    const ENDS: [&str; 8] = ["ing", "ed", "crat", "crats", "ist", "ists", "ive", "al"];
    let other = words::title_word(word) || word.strip_suffix('s').is_some_and(words::title_word);
    let called =
        other || words::demonym(word) || words::organisation(word) || ENDS.iter().any(|end| word.ends_with(end));
    words::given(word) || !called
}

/// Whether the words of `short` stand in `long` in the same order.
fn is_within(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|w| rest.any(|other| other == w))
}

/// Whether `name` stands in brackets right behind `long`, as what it is called: "Osby Ferry Company (Osby Ferries)".
fn bracketed(doc: &Doc, long: &Name, name: &Name) -> bool {
    let open = long.tokens.end;
    let person = name.kind == Some(Kind::Person);
    !person && words::is(doc, open, "(") && name.start() == open + 1 && words::is(doc, name.tokens.end, ")")
}

/// Lets an acronym stand for the name whose capitals it is, or that it follows in brackets.
fn acronym(doc: &Doc, name: &Name, bearer: &Bearer, b: usize, index: &mut Index) {
    if bearer.kind == Some(Kind::Person) {
        return;
    }
    let initials: String = bearer.words.iter().filter_map(|w| w.chars().next()).collect();
    if initials.chars().count() >= 2 && !lexicon::one(&initials, "tv ai pc it") {
        index.add(&initials, b);
    }
    // "Orland Centers for Harbour Health and Care" are the CHH too.
    if let Some(body) = bearer.words.iter().position(|w| words::organisation(w)) {
        let initials: String = bearer.words[body..].iter().take(3).filter_map(|w| w.chars().next()).collect();
        if initials.chars().count() == 3 && body <= 1 {
            index.add(&initials, b);
        }
    }
    let after = name.tokens.end;
    if words::is(doc, after, "(") && words::is(doc, after + 2, ")") && words::capital(doc, after + 1) {
        index.add(words::bare(doc.lower(after + 1)), b);
    }
}
