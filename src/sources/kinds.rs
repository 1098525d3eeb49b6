//! What kind of source somebody or something is.

use super::nouns;
use crate::{
    annotation::SourceKind,
    lexicon,
    outlets::{self, Control, Outlet, Sort},
    people::{EntityId, Kind, People},
    text::Doc,
};

/// Tokens before a name, or after a comma behind it, in which the text tells who controls it.
const BESIDE: usize = 6;

/// The kind of `id`, and what is known of it as an outlet.
pub fn kind(doc: &Doc, people: &People, id: EntityId) -> (SourceKind, Option<Outlet>) {
    let entity = people.entity(id);
    if people.writer() == Some(id) {
        return (SourceKind::Writer, None);
    }
    let role = entity.role.as_deref().unwrap_or("");
    let speaks_for = |words: &str| words.to_lowercase().split(' ').any(|word| word.starts_with("spokes"));
    if speaks_for(role) || entity.kind != Kind::Organisation && speaks_for(&entity.name) {
        let several = entity.kind == Kind::Group;
        return (if several { SourceKind::Group } else { SourceKind::Spokesperson }, None);
    }
    let name_alone = entity.kind == Kind::Person && !entity.unnamed && entity.role.is_none();
    let publishes = (may_publish(entity.kind) || name_alone) && entity.gender.is_none();
    let known = outlets::named(&entity.name, entity.kind == Kind::Organisation && entity.name.contains(' '));
    if let Some(outlet) = known.filter(|_| publishes) {
        let outlet = Outlet { control: control(doc, people, id).or(outlet.control), ..*outlet };
        let kind = match (outlet.control, outlet.sort) {
            (Some(Control::State), _) => SourceKind::StateMedia,
            (_, Sort::Agency) => SourceKind::NewsAgency,
            _ => SourceKind::Outlet,
        };
        return (kind, Some(outlet));
    }
    let lower = entity.name.to_lowercase();
    if let Some(kind) = published(doc, people, id, &lower).filter(|_| publishes) {
        return (kind, None);
    }
    let kind = match entity.kind {
        Kind::Person if entity.unnamed => SourceKind::UnnamedPerson,
        Kind::Person => SourceKind::NamedPerson,
        Kind::Group => SourceKind::Group,
        Kind::Organisation | Kind::Place => SourceKind::Organisation,
        Kind::Named if entity.gender.is_some() || two_words(&entity.name) || office(role) => SourceKind::NamedPerson,
        Kind::Named => SourceKind::Organisation,
        Kind::Other => thing(&lower),
    };
    (kind, None)
}

/// The kind of what publishes and is not in the table, as far as the words by which the text speaks of it tell.
fn published(doc: &Doc, people: &People, id: EntityId, lower: &str) -> Option<SourceKind> {
    let last = lower.split(' ').next_back().unwrap_or("");
    let agency = ["news agency", "press agency", "telegraph agency"].iter().any(|end| lower.ends_with(end));
    let paper = lexicon::PAPERS.has(last) && people.entity(id).kind != Kind::Other;
    let before = people.entity(id).mentions.iter().filter_map(|mention| doc.token_at(mention.start).checked_sub(1));
    let called = || before.into_iter().any(|i| doc.has(&lexicon::OUTLETS, i) && !doc.says(i, "news"));
    let home = doc.article.credits.publisher.as_deref() == Some(&*people.entity(id).name);
    let outlet = agency || paper || home || lexicon::OUTLETS.has(last) && last != "agency" || called();
    let media = outlet || last == "media" || nouns::press(last);
    match control(doc, people, id).filter(|_| media) {
        Some(Control::State) => Some(SourceKind::StateMedia),
        _ if agency => Some(SourceKind::NewsAgency),
        _ => media.then_some(SourceKind::Outlet),
    }
}

/// Who controls an outlet in the article's own words: "the state-run Delta News", "Delta News, a public broadcaster".
fn control(doc: &Doc, people: &People, id: EntityId) -> Option<Control> {
    people.entity(id).mentions.iter().find_map(|mention| {
        let tokens = doc.tokens_in(*mention);
        let sentence = doc.sentence_of(tokens.start)?.tokens.clone();
        let mark = |i: &usize| !doc.tokens[*i].is_word() && doc.word(*i) != "-";
        let first = sentence.start.max(tokens.start.saturating_sub(BESIDE));
        let from = (first..tokens.start).rev().find(mark).map_or(first, |i| i + 1);
        let last = sentence.end.min(tokens.end + 1 + BESIDE);
        let to = (tokens.end + 1..last).find(mark).unwrap_or(last);
        let apposed = doc.word(tokens.end) == ",";
        said(doc, from..tokens.end).or_else(|| if apposed { said(doc, tokens.end + 1..to) } else { None })
    })
}

/// What a few words say of control.
fn said(doc: &Doc, mut tokens: std::ops::Range<usize>) -> Option<Control> {
    let near = |i: usize| {
        let next = doc.lower(i + 1);
        lexicon::OUTLETS.has(next) || lexicon::one(next, "media run owned controlled press")
    };
    let of = |i: usize| match doc.lower(i) {
        "state-run"
        | "state-owned"
        | "state-controlled"
        | "state-media"
        | "government-run"
        | "government-owned"
        | "government-controlled" => Some(Control::State),
        "state" | "official" | "government" if near(i) => Some(Control::State),
        "public" if near(i) => Some(Control::Public),
        "publicly" if doc.says(i + 1, "funded") => Some(Control::Public),
        "privately" if doc.says(i + 1, "owned") => Some(Control::Private),
        "privately-owned" => Some(Control::Private),
        _ => None,
    };
    tokens.find_map(of)
}

/// The kind of what is only described.
fn thing(lower: &str) -> SourceKind {
    // What the description turns on stands before "of the town", "that was leaked".
    let ends = |word: &&str| lexicon::PREPOSITIONS.has(word) || lexicon::SUBORDINATORS.has(word) || word.ends_with(',');
    let first: Vec<&str> =
        lower.split(' ').enumerate().take_while(|(i, w)| *i == 0 || !ends(w)).map(|(_, w)| w).collect();
    let known = |word: &str| lexicon::THINGS.has(word) || lexicon::MEDIA.has(word);
    let singular = |word: &'_ str| match word.strip_suffix('s') {
        Some(one) if !known(word) && known(one) => one.len(),
        _ => word.len(),
    };
    let noun = first.iter().rev().map(|word| &word[..singular(word)]).find(|word| known(word));
    let word = noun.unwrap_or(lower);
    let last = first.last().copied().unwrap_or("");
    let body = lexicon::ORGANISATIONS.has(last) && !lexicon::MEDIA.has(last);
    match lexicon::medium(word) {
        _ if body => SourceKind::Organisation,
        Some("post") => SourceKind::SocialPost,
        _ if word == "account" || word == "profile" => SourceKind::SocialPost,
        _ if body_noun(word) => SourceKind::Organisation,
        _ if people_noun(word) => SourceKind::Group,
        Some(_) => SourceKind::Document,
        None if noun.is_some() => SourceKind::Document,
        None => SourceKind::Organisation,
    }
}

/// Things that are bodies.
fn body_noun(word: &str) -> bool {
    lexicon::one(
        word,
        "company firm business startup charity manufacturer carrier airline country nation state city town \
            village county province region regime government administration campaign team side industry",
    )
}

/// Things that are many people.
fn people_noun(word: &str) -> bool {
    lexicon::one(
        word,
        "staff everyone everybody mps people family crew class group crowd community public world market",
    )
}

/// Whether a description fits a person alone: companies are owners and rivals too.
fn office(role: &str) -> bool {
    let any = [
        "owner",
        "partner",
        "rival",
        "leader",
        "operator",
        "competitor",
        "sponsor",
        "builder",
        "developer",
        "publisher",
        "producer",
        "investor",
        "contractor",
        "broadcaster",
        "star",
        "champion",
        "player",
        "driver",
        "manager",
    ];
    let lower = role.to_lowercase();
    let mut titles = lower.split(' ').filter(|word| lexicon::TITLES.has(word)).peekable();
    titles.peek().is_some() && titles.all(|title| !any.contains(&title))
}

/// Whether a name has a given name and a surname.
fn two_words(name: &str) -> bool {
    name.split(' ').count() >= 2 && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// Whether an entity may be an outlet: no person, no place.
fn may_publish(kind: Kind) -> bool {
    matches!(kind, Kind::Organisation | Kind::Named | Kind::Other)
}
