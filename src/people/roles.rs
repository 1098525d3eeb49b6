//! What the article says that somebody is: titles and appositions, in its own words.

use super::{EntityId, Kind, bearer::plain, beside, describes, names::Name, offices, phrases::noun_key, titles, words};
use crate::{keyed::Keyed, lexicon, pace::Pace, text::Doc};
use std::ops::Range;

/// One description of an entity.
#[derive(Clone, Debug)]
pub struct Role {
    /// Whose it is.
    pub id: EntityId,
    /// Its words.
    pub tokens: Range<usize>,
}

/// Descriptions by the nouns at their heads, each list in text order.
pub type Roles = Keyed<'static, Vec<Role>>;

/// All descriptions of people beside their names, and for each entity the one that says best who it is.
pub async fn read(
    doc: &Doc<'_>,
    names: &[(Name, EntityId)],
    kinds: &[Kind],
    pace: &Pace,
) -> (Roles, Vec<Option<String>>) {
    let mut roles = Roles::default();
    let mut best: Vec<Option<Range<usize>>> = vec![None; kinds.len()];
    let mut list = List::default();
    for (n, (name, id)) in names.iter().enumerate() {
        pace.rest(1).await;
        let common = list.goes_on(doc, name);
        if matches!(kinds[id.0], Kind::Organisation | Kind::Place) {
            for i in name.tokens.clone().filter(|&i| words::organisation(doc.lower(i))) {
                roles.or(noun_key(doc.lower(i)), Vec::new).push(Role { id: *id, tokens: name.tokens.clone() });
            }
            continue;
        }
        if let Some(years) = years(doc, name) {
            roles.or(format!("{years}-year-old"), Vec::new).push(Role { id: *id, tokens: name.tokens.clone() });
        }
        let told = |n: usize| names.get(n).map(|(name, id)| (name, kinds[id.0]));
        let person = kinds[id.0] == Kind::Person;
        let mut found = around(doc, name, person, n.checked_sub(1).and_then(told), told(n + 1));
        let own = found.iter().find(|title| title.end == name.tokens.start).cloned();
        list.begins(doc, own.as_ref());
        found.extend(common.filter(|_| own.is_none() && name.tokens.len() > 1));
        if let Some(new) = found.iter().max_by_key(|tokens| (worth(doc, tokens), tokens.len())) {
            improve(doc, &mut best[id.0], new);
        }
        list.ids.push(*id);
        if let Some(new) = list.ids.get(1).and_then(|_| beside::several(doc, name)) {
            list.ids.iter().for_each(|id| improve(doc, &mut best[id.0], &new));
        }
        for tokens in found {
            for noun in heads(doc, &tokens) {
                roles.or(noun, Vec::new).push(Role { id: *id, tokens: tokens.clone() });
            }
        }
    }
    (roles, best.into_iter().map(|tokens| tokens.map(|tokens| singular(doc, tokens))).collect())
}

/// Takes the description `new` for that in `best` where it says better who somebody is.
fn improve(doc: &Doc, best: &mut Option<Range<usize>>, new: &Range<usize>) {
    let better = |old: &Range<usize>| worth(doc, new) > worth(doc, old) || fuller(doc, old, new);
    if best.as_ref().is_none_or(better) {
        *best = Some(new.clone());
    }
}

/// The names that have the title before the first of them, or what stands behind the last: "Sens. Ann Lee of Norland,
/// Tom Ek and Bo Falk", "Ann Lee and Bo Falk, analysts at Delta Bank,".
#[derive(Default)]
struct List {
    title: Option<Range<usize>>,
    /// Whom it names.
    ids: Vec<EntityId>,
    /// Where the last of the names ends, and in which sentence.
    end: usize,
    sentence: usize,
}

impl List {
    /// The title of a list that goes on with `name`, unless that is a place that somebody in it is of.
    fn goes_on(&mut self, doc: &Doc, name: &Name) -> Option<Range<usize>> {
        let gap = self.end..name.start();
        let same = !gap.is_empty() && self.sentence == name.sentence;
        let joins = same && gap.clone().take(5).all(|i| doc.one(i, ", and & of from ( ) - –")) && gap.len() < 5;
        self.title = self.title.take().filter(|_| joins && name.titles.is_empty());
        if !joins {
            self.ids.clear();
        }
        (self.end, self.sentence) = (name.tokens.end, name.sentence);
        let title = self.title.clone().filter(|_| !gap.clone().any(|i| doc.one(i, "of from ( - –")));
        if gap.into_iter().any(|i| doc.one(i, "and &")) {
            self.title = None;
        }
        title
    }

    /// Begins a list with the last name where its own `title` is one of several.
    fn begins(&mut self, doc: &Doc, title: Option<&Range<usize>>) {
        let Some(title) = title else { return };
        self.title = Some(title.clone()).filter(|title| words::titles(doc, title.end.wrapping_sub(1)));
    }
}

/// The words of a description; an office that several have as that of each: "Sen.", "analyst at Delta Bank".
fn singular(doc: &Doc, tokens: Range<usize>) -> String {
    // "the Courier’s Ann Lee"
    if owns(doc, tokens.end - 1) && words::capital(doc, tokens.end) {
        return plain(doc, tokens.start..tokens.end - 1);
    }
    let end = describes::part_end(doc, tokens.clone());
    if doc.says(tokens.start, "who") || end <= tokens.start || !words::titles(doc, end - 1) {
        return plain(doc, tokens);
    }
    let mut text = plain(doc, tokens.start..end);
    // "businessmen"
    if text.ends_with("men") {
        text.truncate(text.len() - 2);
        text += "an";
    }
    let stop = text.ends_with('.');
    text.truncate(text.trim_end_matches(['s', '.']).len());
    text += if stop { "." } else { "" };
    if end < tokens.end { text + " " + &plain(doc, end..tokens.end) } else { text }
}

/// Whether token `i` is what makes the words before it the owner of what follows.
fn owns(doc: &Doc, i: usize) -> bool {
    doc.says(i, "'s") || matches!(doc.word(i), "’" | "'")
}

/// The age after a name ("Ann Lee, 34, said").
fn years<'a>(doc: &'a Doc, name: &Name) -> Option<&'a str> {
    let at = name.tokens.end + 1;
    (words::is(doc, at - 1, ",") && words::age(doc.lower(at)) && !doc.tokens.get(at + 1).is_some_and(|t| t.is_word()))
        .then(|| doc.lower(at))
}

/// The nouns that a description names: offices in its first part, and the last word of that part; none of its owner
/// ("the mayor’s aide"), or of the body that somebody is of ("of Osby Police").
fn heads(doc: &Doc, tokens: &Range<usize>) -> Vec<String> {
    if doc.one(tokens.start, "of from") {
        return Vec::new();
    }
    let end = describes::part_end(doc, tokens.clone());
    let last = end.saturating_sub(1);
    let owner = (tokens.start..end).rev().find(|&i| owns(doc, i));
    (owner.map_or(tokens.start, |i| i + 1)..end)
        // "the police" are nobody's "police superintendent".
        .filter(|&i| words::title(doc, i) && !doc.says(i, "police") || i == last)
        .map(|i| noun_key(doc.lower(i)))
        .collect()
}

/// The descriptions on either side of `name`, which `person` says is one's; `previous` and `next` are the names before
/// and after it, with what they are.
fn around(
    doc: &Doc,
    name: &Name,
    person: bool,
    previous: Option<(&Name, Kind)>,
    next: Option<(&Name, Kind)>,
) -> Vec<Range<usize>> {
    let Some(sentence) = doc.sentences.get(name.sentence) else { return Vec::new() };
    let before = previous.map(|(name, _)| name);
    let title = titles::before(doc, name, before, sentence.tokens.start);
    let start = title.as_ref().map_or(name.start(), |t| t.start);
    // "with Osby as a guest of the fair, Danish envoy to Norland Ann Lee said": the envoy is no guest.
    let whole = title.as_ref().is_some_and(|title| title.len() > 2);
    let first = beside::before(doc, name, before, start, sentence.tokens.start).filter(|_| !whole);
    let after = beside::after(doc, name, person, next, sentence.tokens.end);
    // "the Courier’s Ann Lee"
    let body = previous
        .filter(|(n, kind)| *kind == Kind::Organisation && n.tokens.end + 1 == name.start() && n.possessive(doc));
    // "the council’s Ann Lee"
    let noun = name
        .start()
        .checked_sub(3)
        .filter(|&i| doc.says(i, "the") && words::organisation(doc.lower(i + 1)) && owns(doc, i + 2));
    let house = body.map(|(body, _)| body.start()).or(noun).map(|start| start..name.start());
    let house = house.filter(|_| title.is_none() && person && name.tokens.len() > 1);
    [first, after, house, title].into_iter().flatten().collect()
}

/// How well a description says who somebody is: by an office or a job, by what they are to others or now happen to be,
/// by what they do, by where they belong.
fn worth(doc: &Doc, tokens: &Range<usize>) -> u8 {
    let first = doc.lower(tokens.start);
    let last = doc.lower(describes::part_end(doc, tokens.clone()) - 1);
    let passing = lexicon::PASSING.has(last);
    // "Leon’s father": of somebody whom the article names.
    let owned = tokens.clone().any(|i| doc.says(i, "'s"));
    // "the first woman in the post", but "the first minister"; what somebody was.
    let rank = doc.one(tokens.start + 1, "first last only youngest oldest")
        && !doc.one(tokens.start + 2, "minister lady deputy vice");
    let chance = lexicon::one(first, "one another fellow") || rank || doc.one(tokens.start.wrapping_sub(1), "was been");
    match first {
        "of" | "from" => 1,
        "who" => 2,
        // What belongs to the name: "Prince Ivo".
        "prince" | "princess" | "king" | "queen" | "pope" | "lord" | "lady" if tokens.len() == 1 => 2,
        _ if owns(doc, tokens.end - 1) => 0,
        _ if chance || passing || offices::kin(last) && !owned || !describes::describes(doc, tokens.clone()) => 3,
        _ => 4,
    }
}

/// Whether `new` tells the office that `old` names bare, and more of it: "the Orland mayor" of "Mayor".
fn fuller(doc: &Doc, old: &Range<usize>, new: &Range<usize>) -> bool {
    let bare = old.clone().all(|i| words::title(doc, i) || doc.says(i, "prime"));
    let last = |tokens: &Range<usize>| noun_key(doc.lower(describes::part_end(doc, tokens.clone()) - 1));
    let other = |i: usize| {
        let lower = doc.lower(i);
        let part = words::capital(doc, i) || lexicon::one(lower, "'s ’ ' state") || noun_key(lower) == last(old);
        !part || lexicon::one(lower, "former vice deputy assistant acting late his her")
    };
    let first = new.start..describes::part_end(doc, new.clone());
    bare && new.len() > old.len() && last(old) == last(new) && !first.into_iter().any(other)
}
