//! What kind of source somebody or something is.

use super::{described, nouns};
use crate::{
    annotation::SourceKind,
    lexicon,
    outlets::{self, Control, Outlet, Sort},
    people::{Entity, EntityId, Kind, People, words},
    text::Doc,
};
use std::ops::Range;

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
    let lower = entity.name.to_lowercase();
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
    if let Some(kind) = published(doc, people, id, &lower).filter(|_| publishes) {
        return (kind, None);
    }
    let surname = || words::given(lower.split(' ').next().unwrap_or(""));
    let kind = match entity.kind {
        Kind::Person if entity.unnamed => SourceKind::UnnamedPerson,
        Kind::Person | Kind::Named if entity.gender.is_none() && business(doc, entity) && !surname() => {
            SourceKind::Organisation
        }
        Kind::Person => SourceKind::NamedPerson,
        Kind::Group => described::document(&lower).unwrap_or(SourceKind::Group),
        Kind::Organisation | Kind::Place => SourceKind::Organisation,
        Kind::Named if entity.gender.is_some() || two_words(&entity.name) || office(role) => SourceKind::NamedPerson,
        Kind::Named if words::given(&lower) && !place(&lower) => SourceKind::NamedPerson,
        Kind::Named if lower.ends_with('s') => described::document(&lower).unwrap_or(SourceKind::Organisation),
        Kind::Named => SourceKind::Organisation,
        Kind::Other => described::kind(&lower),
    };
    (kind, None)
}

/// The kind of what publishes and is not in the table, as far as the words by which the text speaks of it tell.
fn published(doc: &Doc, people: &People, id: EntityId, lower: &str) -> Option<SourceKind> {
    let entity = people.entity(id);
    let last = match entity.kind {
        // What the description turns on.
        Kind::Other => described::front(lower).pop().unwrap_or(""),
        // A surname.
        Kind::Person if words::given(lower.split(' ').next().unwrap_or("")) => "",
        _ => lower.split(' ').next_back().unwrap_or(""),
    };
    let before = || entity.mentions.iter().filter_map(|mention| doc.token_at(mention.start).checked_sub(1));
    // "the news agency Delta"; "the space agency NORA" publishes nothing.
    let wire = |i: usize| i > 0 && doc.says(i, "agency") && doc.one(i - 1, "news press telegraph");
    let agency = ["news agency", "press agency", "telegraph agency"].iter().any(|end| lower.ends_with(end));
    let agency = agency || before().any(wire);
    let paper = lexicon::PAPERS.has(last) && entity.kind != Kind::Other;
    let noun = |i: usize| doc.has(&lexicon::OUTLETS, i) && !doc.one(i, "news agency") || doc.says(i, "blog");
    let called = || before().any(noun);
    let home = doc.article.credits.publisher.as_deref() == Some(&*entity.name);
    let outlet = agency || paper || home || lexicon::OUTLETS.has(last) && last != "agency" || called();
    let media = outlet || last == "media" || nouns::press(last);
    match control(doc, people, id).filter(|_| media) {
        Some(Control::State) => Some(SourceKind::StateMedia),
        _ if agency => Some(SourceKind::NewsAgency),
        _ => media.then_some(SourceKind::Outlet),
    }
}

/// Whether the text speaks of a name as of a business: "the retailer Delta".
fn business(doc: &Doc, entity: &Entity) -> bool {
    let trades = "company firm giant label automaker carmaker chipmaker retailer lender brokerage insurer startup";
    entity.mentions.iter().any(|mention| doc.one(doc.token_at(mention.start).wrapping_sub(1), trades))
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
fn said(doc: &Doc, mut tokens: Range<usize>) -> Option<Control> {
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

/// Whether a given name is that of a place too.
fn place(given: &str) -> bool {
    lexicon::one(given, "chelsea florence georgia victoria austin jackson madison charlotte carolina jordan virginia")
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
