//! What kind of source somebody or something is.

use super::{described, nouns, told::ends_in_office};
use crate::{
    annotation::SourceKind,
    lexicon,
    outlets::{self, Control, Outlet, Sort},
    people::{Entity, EntityId, Kind, People, words},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Mentions that are looked at for what the text says of whom they name: it is told when they come up.
const MENTIONS: usize = 64;

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
        let own = entity.gender.is_none() && !words::given(first);
        own && (business(doc, entity) || street(&lower) || makes(role) && first == lower)
    };
    let kind = match entity.kind {
        Kind::Person if entity.unnamed => {
            let paper = entity.mentions.first().is_some_and(|span| ends_in_office(doc, doc.tokens_in(*span)));
            if paper { SourceKind::Outlet } else { SourceKind::UnnamedPerson }
        }
        Kind::Person | Kind::Named if trades() => SourceKind::Organisation,
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

/// The kind of what publishes and is not in the table, as far as the words by which the text speaks of it tell.
fn published(doc: &Doc, people: &People, id: EntityId, lower: &str) -> Option<SourceKind> {
    let entity = people.entity(id);
    let last = match entity.kind {
        // What the description turns on.
        // A state's website is a document of its own.
        Kind::Other => {
            let owned = lower.contains("'s ") || lower.contains("’s ");
            described::front(lower).pop().filter(|last| !(owned && lexicon::one(last, "website site"))).unwrap_or("")
        }
        // A surname.
        Kind::Person if words::given(lower.split(' ').next().unwrap_or("")) => "",
        _ => lower.split(' ').next_back().unwrap_or(""),
    };
    let before = || told(entity).filter_map(|mention| doc.token_at(mention.start).checked_sub(1));
    // "the news agency Delta"; "the space agency NORA" publishes nothing.
    let wire = |i: usize| i > 0 && doc.says(i, "agency") && doc.one(i - 1, "news press telegraph");
    let agency = ["news agency", "press agency", "telegraph agency"].iter().any(|end| lower.ends_with(end));
    let agency = agency || before().any(wire);
    let paper = lexicon::PAPERS.has(last) && entity.kind != Kind::Other;
    let noun = |i: usize| doc.has(&lexicon::OUTLETS, i) && !doc.one(i, "news agency") || doc.says(i, "blog");
    // "according to The Quay"
    let cited = |i: usize| doc.word(i) == "The" && i > 1 && doc.says(i - 1, "to") && doc.says(i - 2, "according");
    let called = || before().any(|i| noun(i) || !body(lower) && (cited(i) || cited(i + 1)));
    let home = doc.article.credits.publisher.as_deref() == Some(&*entity.name);
    let outlet = agency || paper || home || lexicon::OUTLETS.has(last) && last != "agency" || called();
    let outlet =
        outlet || entity.kind != Kind::Other && !body(lower) && (station(&entity.name) || reports(doc, entity));
    let media = outlet || last == "media" || nouns::press(last);
    match control(doc, people, id).filter(|_| media) {
        Some(Control::State) => Some(SourceKind::StateMedia),
        _ if agency => Some(SourceKind::NewsAgency),
        _ => media.then_some(SourceKind::Outlet),
    }
}

/// Where the text may tell what somebody or something is.
fn told(entity: &Entity) -> impl Iterator<Item = &Span> {
    entity.mentions.iter().take(MENTIONS)
}

/// Whether a name holds a noun for a body that publishes no news.
fn body(lower: &str) -> bool {
    lower.split(' ').any(|word| words::organisation(word) && !lexicon::PAPERS.has(word))
}

/// Whether a name begins with that of a broadcaster, as those of its stations do: "CBS Osby".
fn station(name: &str) -> bool {
    let first = name.split_once(' ').and_then(|(first, _)| outlets::named(first, false));
    first.is_some_and(|outlet| outlet.sort == Sort::Broadcaster)
}

/// Whether a lone name "reports that" something is so, as bodies in capitals do too.
fn reports(doc: &Doc, entity: &Entity) -> bool {
    let lone = !entity.name.contains(' ') && entity.name.contains(char::is_lowercase);
    let ends = |i: usize| doc.says(i, "reports") && (doc.says(i + 1, "that") || matches!(doc.word(i + 1), "." | ","));
    lone && told(entity).any(|mention| ends(doc.tokens_in(*mention).end))
}

/// Whether the text speaks of a name as of a business: "the retailer Delta", "shares of Delta", "Delta (ticker: DLT)".
fn business(doc: &Doc, entity: &Entity) -> bool {
    let noun = |i: usize| {
        let trade = "company firm giant label automaker carmaker chipmaker retailer bank lender brokerage manufacturer \
            insurer supermarket airline startup start-up brand";
        doc.one(i, trade)
    };
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

/// Whether a name is that of a street, which stands for those who work there.
fn street(lower: &str) -> bool {
    lexicon::one(lower.split(' ').next_back().unwrap_or(""), "street valley")
}

/// Whether a description is one that companies have more often than people: "developer Delta".
fn makes(role: &str) -> bool {
    lexicon::one(&role.to_lowercase(), "developer publisher maker operator broadcaster builder")
}

/// Who controls an outlet in the article's own words: "the state-run Delta News", "Delta News, a public broadcaster".
fn control(doc: &Doc, people: &People, id: EntityId) -> Option<Control> {
    told(people.entity(id)).find_map(|mention| {
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
