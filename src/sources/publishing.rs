//! Whether somebody or something publishes news, and who controls it, as far as the article tells.

use super::{described, nouns};
use crate::{
    annotation::SourceKind,
    lexicon,
    outlets::{self, Control, Sort},
    people::{Entity, EntityId, Kind, People, words},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Mentions that are looked at for what the text says of whom they name: it is told when they come up.
const MENTIONS: usize = 64;

/// Tokens before a name, or after a comma behind it, in which the text tells who controls it.
const BESIDE: usize = 6;

/// The kind of what publishes and is not in the table, as far as the words by which the text speaks of it tell.
pub fn published(doc: &Doc, people: &People, id: EntityId, lower: &str) -> Option<SourceKind> {
    let entity = people.entity(id);
    let last = match entity.kind {
        // What the description turns on.
        // A state's website is a document of its own.
        Kind::Other => {
            let owned = lower.contains("'s ") || lower.contains("’s ");
            let mut front = described::front(lower);
            let last = front.pop().unwrap_or("");
            // "a leaked briefing paper" is no newspaper.
            let written = last == "paper"
                && front.last().is_some_and(|kind| {
                    lexicon::one(kind, "briefing discussion green issues policy position research white working")
                });
            if written || owned && lexicon::one(last, "website site") { "" } else { last }
        }
        // A surname.
        Kind::Person if words::given(lower.split(' ').next().unwrap_or("")) => "",
        _ => lower.split(' ').next_back().unwrap_or(""),
    };
    let before = || told(entity).filter_map(|mention| doc.token_at(mention.start).checked_sub(1));
    // "the news agency Delta"; "the space agency NORA" publishes nothing.
    let wire = |i: usize| i > 0 && doc.says(i, "agency") && doc.one(i - 1, "news press telegraph");
    // "a copy obtained by the Delta news agency" is none.
    let agency =
        last == "agency" && ["news agency", "press agency", "telegraph agency"].iter().any(|end| lower.ends_with(end));
    // "the Delta news agency"
    let behind = || told(entity).any(|mention| wire(doc.tokens_in(*mention).end + 1));
    let agency = agency || before().any(wire) || entity.kind != Kind::Other && behind();
    let paper = lexicon::PAPERS.has(last) && entity.kind != Kind::Other;
    let noun = |i: usize| doc.has(&lexicon::OUTLETS, i) && !doc.one(i, "news agency") || doc.says(i, "blog");
    // "according to The Quay"
    let cited = |i: usize| doc.word(i) == "The" && i > 1 && doc.says(i - 1, "to") && doc.says(i - 2, "according");
    // "the newspaper The Quay"
    let called = || {
        before().any(|i| {
            noun(i) || doc.word(i) == "The" && i > 0 && noun(i - 1) || !body(lower) && (cited(i) || cited(i + 1))
        })
    };
    let home = doc.article.credits.publisher.as_deref() == Some(&*entity.name);
    // "the World Food Programme"
    let other = last == "agency" || entity.kind != Kind::Other && last.starts_with("program");
    let outlet = agency || paper || home || lexicon::OUTLETS.has(last) && !other || called();
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
pub fn told(entity: &Entity) -> impl Iterator<Item = &Span> {
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

/// Who controls an outlet in the article's own words: "the state-run Delta News", "Delta News, a public broadcaster".
pub fn control(doc: &Doc, people: &People, id: EntityId) -> Option<Control> {
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
