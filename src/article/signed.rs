//! Who has written an article, as its page shows it to readers.

use super::{
    byline,
    hints::{self, Hints},
    passages::{Passage, Passages},
    snapshot::{Data, Element, NodeId, Snapshot},
};
use crate::span::Span;

/// Longest text that is looked at as a byline, in bytes.
const LONGEST: usize = 200;

/// Levels that are looked up from a text node for a link to its writer.
const REACH: usize = 4;

/// What says of an element that it is a writer's name.
const NAMES: [&str; 4] = ["name", "fn", "author-name", "byline-name"];

/// Further passages that are looked at for writers of the same article.
const MOST: usize = 12;

/// The texts with the writers' names that `near`, the passages around the article's start and end, show: the first that
/// link to a writer's page, else the first that is marked as a byline, else the first that opens like one.
pub fn shown(page: &Snapshot, passages: &Passages, near: &[Passage]) -> Vec<String> {
    let author = hints::of("author");
    let near: Vec<&Passage> = near.iter().filter(|passage| passage.span.len() <= LONGEST).collect();
    let text = |passage: &Passage| passage.span.of(&passages.text);
    let marked = |passage: &&Passage| passage.place.near.iter().any(|hints| hints & author != 0);
    let opens = |passage: &&Passage| text(passage).get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    let signs = |passage: &&Passage| marked(passage) || opens(passage);
    let named = |passage: &Passage| linked(page, passages, passage, author);
    let mut signing = near.iter().filter(|passage| signs(passage));
    if let Some((first, mut all)) =
        signing.find_map(|first| Some((first, named(first))).filter(|(_, all)| !all.is_empty()))
    {
        // "Ann Lee" and "Bo Ek" may be items of a list.
        let beside =
            |passage: &&&Passage| page.nodes[passage.block as usize].parent == page.nodes[first.block as usize].parent;
        all.extend(signing.take(MOST).filter(beside).flat_map(|passage| named(passage)));
        return all;
    }
    let holds = |passage: &&&Passage| !byline::names(text(passage)).is_empty();
    let ways: [&dyn Fn(&&Passage) -> bool; 3] = [&|passage| marked(passage) && opens(passage), &marked, &opens];
    let first = ways.iter().find_map(|way| near.iter().filter(|passage| way(passage)).find(holds));
    first.map(|passage| text(passage).to_owned()).into_iter().collect()
}

/// The names in `passage` that link to a writer's page, or are marked as a writer's name.
fn linked(page: &Snapshot, passages: &Passages, passage: &Passage, author: Hints) -> Vec<String> {
    let first = passages.pieces.partition_point(|piece| piece.span.end <= passage.span.start);
    let pieces = passages.pieces[first..].iter().take_while(|piece| piece.span.start < passage.span.end);
    let mut marked: Vec<(NodeId, Span)> = Vec::new();
    for (id, span) in pieces.filter_map(|piece| Some((writer(page, piece.node, author)?, piece.span))) {
        match marked.last_mut() {
            Some((last, whole)) if *last == id => whole.end = span.end,
            _ => marked.push((id, span)),
        }
    }
    let names = marked.iter().map(|(_, span)| span.of(&passages.text));
    names.filter(|name| !byline::names(name).is_empty()).map(str::to_owned).collect()
}

/// The element around the text node `id` that links to a writer's page, or is marked as a writer's name.
fn writer(page: &Snapshot, id: NodeId, author: Hints) -> Option<NodeId> {
    let mut up =
        std::iter::successors(page.nodes[id as usize].parent, |&id| page.nodes[id as usize].parent).take(REACH);
    up.find(|&id| match &page.nodes[id as usize].data {
        Data::Element(link) if link.tag == "a" => leads_to_writer(link) || hints::of(&link.hints) & author != 0,
        Data::Element(element) => element.hints.split_whitespace().any(|word| NAMES.contains(&word)),
        Data::Text(_) => false,
    })
}

/// Folders that sites keep their writers' pages in.
const FOLDERS: [&str; 18] = [
    "author",
    "authors",
    "people",
    "person",
    "profile",
    "profiles",
    "writer",
    "writers",
    "by",
    "bio",
    "bios",
    "staff",
    "contributor",
    "contributors",
    "journalist",
    "journalists",
    "reporters",
    "correspondents",
];

/// Whether a link leads into one of these folders.
fn leads_to_writer(link: &Element) -> bool {
    link.href.to_lowercase().split('/').rev().skip(1).any(|folder| FOLDERS.contains(&folder))
}

#[cfg(test)]
mod tests {
    use super::super::{passages, snapshot::Builder};
    use super::*;
    use crate::pace::{Pace, finish};

    /// The names that a page shows whose blocks are given: hints, and texts, each with the address that it links to.
    #[track_caller]
    fn check(blocks: &[(&str, &[(&str, &str)])], expected: &[&str]) {
        let mut builder = Builder::new(Snapshot::default());
        builder.open(Element { tag: "body".into(), ..Element::default() });
        for (hints, texts) in blocks {
            builder.open(Element { tag: "div".into(), hints: (*hints).into(), ..Element::default() });
            for (text, href) in *texts {
                let tag = if href.is_empty() { "span" } else { "a" };
                builder.open(Element { tag: tag.into(), href: (*href).into(), ..Element::default() });
                builder.text(text);
                builder.close();
            }
            builder.close();
        }
        let page = builder.finish();
        let passages = finish(passages::of(&page, &Pace::unhurried()));
        let texts = shown(&page, &passages, &passages.list);
        let names: Vec<String> = texts.iter().flat_map(|text| byline::names(text)).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn links_to_writers_go_first() {
        check(&[("byline", &[("By ", ""), ("Ann Lee", "/people/ann-lee"), ("3 May 2024", "")])], &["Ann Lee"]);
        check(&[("byline", &[("Ann Lee", "/by/ann"), (", head of the Osby Desk, Harbour Project", "")])], &["Ann Lee"]);
        check(&[("author", &[("Sea Trade", "/topics/sea")]), ("byline", &[("Ann Lee", "/author/lee")])], &["Ann Lee"]);
    }

    #[test]
    fn writers_stand_in_passages_of_their_own() {
        let one = |name: &'static str| ("author", [(name, "/author/x")]);
        let (lee, ek) = (one("Ann Lee"), one("Bo Ek"));
        check(&[(lee.0, &lee.1), ("", &[("and", "")]), (ek.0, &ek.1)], &["Ann Lee", "Bo Ek"]);
    }

    #[test]
    fn then_what_is_marked_or_opens_like_a_byline() {
        check(&[("", &[("By Ann Lee", "")]), ("byline", &[("Bo Ek", "")])], &["Bo Ek"]);
        check(&[("", &[("By Ann Lee", "/tides")])], &["Ann Lee"]);
        check(&[("", &[("Ann Lee", "/author/lee")])], &[]);
    }
}
