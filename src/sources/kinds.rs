//! What kind of source somebody or something is.

use super::{
    described,
    publishing::{control, published, told},
    told::ends_in_office,
};
use crate::{
    annotation::SourceKind,
    lexicon,
    outlets::{self, Control, Outlet, Sort},
    people::{Entity, EntityId, Kind, People, words},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// The kind of `id`, and what is known of it as an outlet.
pub fn kind(doc: &Doc, people: &People, id: EntityId) -> (SourceKind, Option<Outlet>) {
    let entity = people.entity(id);
    if people.writer() == Some(id) {
        return (SourceKind::Writer, None);
    }
    let role = entity.role.as_deref().unwrap_or("");
    let speaks_for = |words: &str| words.to_lowercase().split(' ').any(|word| word.starts_with("spokes"));
    let lower = entity.name.to_lowercase();
    let first = lower.split(' ').next().unwrap_or("");
    let represents =
        entity.unnamed && described::front(&lower).last().is_some_and(|noun| lexicon::one(noun, "rep reps publicist"));
    if speaks_for(role) || represents || entity.kind != Kind::Organisation && speaks_for(&entity.name) {
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
    let trades = || {
        let own = || entity.gender.is_none() && (business(doc, entity) || makes(role) && first == lower);
        !words::given(first) && (street(&lower) || own())
    };
    let kind = match entity.kind {
        Kind::Person if entity.unnamed => {
            let paper = entity.mentions.first().is_some_and(|span| ends_in_office(doc, doc.tokens_in(*span)));
            if paper { SourceKind::Outlet } else { SourceKind::UnnamedPerson }
        }
        Kind::Person | Kind::Named if trades() => SourceKind::Organisation,
        Kind::Person | Kind::Named | Kind::Organisation if plan(&lower) => SourceKind::Document,
        Kind::Named | Kind::Organisation if lower.strip_suffix('s').is_some_and(nation) || letters(&entity.name) => {
            SourceKind::Group
        }
        Kind::Person => SourceKind::NamedPerson,
        // "Delta News and the Osby Courier"
        Kind::Group if entity.name.split(" and ").all(|name| outlets::named(name, true).is_some()) => {
            SourceKind::Outlet
        }
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

/// Whether one of the words that stand for somebody as a source is one for bodies alone: "it", "the company".
pub fn stands_for_body(doc: &Doc, sources: &[Span]) -> bool {
    sources.iter().any(|&source| {
        let Range { start, end } = doc.tokens_in(source);
        let noun = || doc.has(&lexicon::ORGANISATIONS, start + 1) || doc.one(start + 1, "firm label retailer");
        end == start + 1 && doc.says(start, "it") || end == start + 2 && doc.says(start, "the") && noun()
    })
}

/// Whether the text speaks of a name as of a business: "the retailer Delta", "shares of Delta", "Delta (ticker: DLT)".
fn business(doc: &Doc, entity: &Entity) -> bool {
    let noun = |i: usize| doc.has(&lexicon::BUSINESSES, i);
    told(entity).any(|mention| {
        let Range { start, end } = doc.tokens_in(*mention);
        let before = |n: usize| start.checked_sub(n);
        before(1).is_some_and(noun)
            || before(2).is_some_and(|i| {
                doc.word(i + 1) == "," && noun(i) && doc.word(end) == ","
                    || doc.says(i + 1, "of") && doc.one(i, "shares shareholders")
            })
            || doc.word(end) == "(" && doc.one(end + 1, "ticker nyse nasdaq")
            || doc.one(end, "shares shareholders")
    })
}

/// Whether a name is that of a street or a land, which stands for those who work there or govern it, or of a body of a
/// whole land ("Ferries Australia").
fn street(lower: &str) -> bool {
    lexicon::one(
        lower.split(' ').next_back().unwrap_or(""),
        "street valley australia britain canada europe korea arabia africa zealand lanka",
    )
}

/// Whether a name of several words is that of a plan or a paper: "the Osby Accord".
fn plan(lower: &str) -> bool {
    let last = lower.rsplit_once(' ').map_or("", |(_, last)| last);
    lexicon::one(last, "accord act agreement bulletin charter memorandum plan protocol report treaty")
}

/// Whether a name is letters that stand for several: "MEPs", "NGOs".
fn letters(name: &str) -> bool {
    name.strip_suffix('s').is_some_and(|one| one.len() > 1 && one.chars().all(char::is_uppercase))
}

/// Whether a word is for one of a people: "Norlandian".
fn nation(one: &str) -> bool {
    !one.contains(' ') && words::demonym(one)
}

/// Whether a description is one that companies have more often than people: "developer Delta".
fn makes(role: &str) -> bool {
    lexicon::one(&role.to_lowercase(), "developer publisher maker operator broadcaster builder")
}

/// Whether a given name is that of a place too.
fn place(given: &str) -> bool {
    lexicon::one(given, "chelsea florence georgia victoria austin jackson madison charlotte carolina jordan virginia")
}

/// Whether a description fits a person alone: companies are owners and rivals too.
fn office(role: &str) -> bool {
    let lower = role.to_lowercase();
    let mut titles = lower.split(' ').filter(|word| lexicon::TITLES.has(word)).peekable();
    titles.peek().is_some() && titles.all(|title| !lexicon::PARTNERS.has(title))
}

/// Whether a name has a given name and a surname.
fn two_words(name: &str) -> bool {
    name.split(' ').count() >= 2 && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// Whether an entity may be an outlet: no person, no place.
fn may_publish(kind: Kind) -> bool {
    matches!(kind, Kind::Organisation | Kind::Named | Kind::Other)
}
