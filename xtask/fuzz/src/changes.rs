//! Snapshots of a page that changes: annotated again with the same memo, and as at first sight.
//!
//! An input is lines, the steps that build the page: `<TAG HINTS` opens an element (`<!TAG` one that is hidden), `>`
//! closes one, anything else is a text node. After `---` each line is a change: `+AT STEP` puts a step in, `-AT` takes
//! one out, `=AT STEP` puts one in another's place, `*AT` doubles one, `/AT TO` has two change places.

use crate::holds;
use hearsay::{
    Engine, Memo,
    article::{
        Article, find,
        snapshot::{Builder, Data, Element, NodeId, Snapshot},
        whole,
    },
    export::document::Document,
    pace::{Pace, finish},
    utf16::Utf16Map,
};

/// Changes of one page at the most.
const MOST_CHANGES: usize = 3;

/// What a page comes to each time that it has changed.
pub fn run(input: &[u8]) {
    let input = String::from_utf8_lossy(input);
    let (page, changes) = input.split_once("\n---\n").unwrap_or((&input, ""));
    let mut steps: Vec<&str> = page.lines().collect();
    let memo = Memo::default();
    let mut last = read(&steps);
    for change in changes.lines().take(MOST_CHANGES) {
        finish(Engine::shipped().annotate_at(&last.1, &memo, &Pace::unhurried()));
        make(change, &mut steps);
        let now = read(&steps);
        no_label_moves(&last.1, &now.0);
        last = now;
    }
    holds::annotated(&last.1, &memo);
}

/// The page that `steps` build, and its article.
fn read(steps: &[&str]) -> (Snapshot, Article) {
    let page = build(steps);
    holds::snapshot(&page);
    let article = find(&page).unwrap_or_else(|_| finish(whole(&page, &Pace::unhurried())));
    holds::in_page(&page, &article);
    (page, article)
}

fn build(steps: &[&str]) -> Snapshot {
    let mut builder = Builder::new(Snapshot::default());
    builder.open(Element { tag: "body".into(), ..Element::default() });
    for step in steps {
        match step.strip_prefix('<') {
            Some(element) => {
                let (name, hints) = element.split_once(' ').unwrap_or((element, ""));
                let tag = name.trim_start_matches('!').to_lowercase();
                let hidden = name.starts_with('!');
                builder.open(Element { tag, hints: hints.to_lowercase(), hidden, ..Element::default() });
            }
            None if *step == ">" => builder.close(),
            None => _ = builder.text(step),
        }
    }
    builder.finish()
}

fn make<'a>(change: &'a str, steps: &mut Vec<&'a str>) {
    let (place, step) = change.split_once(' ').unwrap_or((change, ""));
    let number = |text: &str| text.chars().filter_map(|c| c.to_digit(10)).take(3).fold(0, |n, d| n * 10 + d as usize);
    let (at, end) = (number(place) % (steps.len() + 1), steps.len());
    match change.chars().next() {
        Some('-') if at < end => drop(steps.remove(at)),
        Some('=') if at < end => steps[at] = step,
        Some('*') if at < end => steps.insert(at, steps[at]),
        Some('/') if at < end => steps.swap(at, number(step) % end),
        _ => steps.insert(at, step),
    }
}

/// Words of `article` are found in `page` where they stand as they were read, or nowhere.
fn no_label_moves(article: &Article, page: &Snapshot) {
    let mut document = Document::default();
    for (id, node) in page.nodes.iter().enumerate() {
        if let Data::Text(data) = &node.data {
            document.push(Some(id as NodeId), data);
        }
    }
    for piece in article.blocks.iter().flat_map(|block| &block.pieces) {
        let Some(Data::Text(data)) = page.nodes.get(piece.node as usize).map(|node| &node.data) else { continue };
        let words = piece.span.of(&article.text);
        let Some(units) = Utf16Map::new(data).units(piece.start, words) else { continue };
        let there: Vec<u16> = data.encode_utf16().skip(units.start as usize).take(units.len()).collect();
        assert_eq!(String::from_utf16_lossy(&there), words, "a label on other words");
    }
    for span in article.blocks.iter().map(|block| block.span) {
        let found = document.places(article, &[span]);
        let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let exact: String = found.iter().map(|place| place.exact.as_str()).collect();
        let known = found.iter().all(|place| place.at.is_some());
        assert!(known || found.len() == 1, "words of which some have a place and some have none");
        assert!(seen(&words(&exact)) == seen(&words(span.of(&article.text))), "{exact:?} instead of {span:?}");
    }
}

/// Without characters that take up no room, which a text may hold and an article does not.
fn seen(words: &str) -> String {
    words.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')).collect()
}
