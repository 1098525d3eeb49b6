//! Articles as they are made from pages and from plain text.

use super::*;
use proptest::prelude::*;
use snapshot::{Builder, Data, Element, Snapshot};

const TAGS: [&str; 12] = ["div", "p", "a", "b", "br", "li", "ul", "h1", "blockquote", "article", "figure", "x-y"];
const PROSE: &str =
    "The harbour of the town was closed on Monday, the mayor said, as the tide had risen more than it ever has.";

#[derive(Clone, Debug)]
enum Step {
    Open(usize, String, bool),
    Close,
    Text(String),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..TAGS.len(), "(article|byline|related|body|){1,2}", prop::bool::weighted(0.05))
            .prop_map(|(tag, hints, hidden)| Step::Open(tag, hints, hidden)),
        Just(Step::Close),
        "\\PC{0,30}".prop_map(Step::Text),
        Just(Step::Text(format!(" {PROSE}\n  {PROSE}"))),
    ]
}

fn page(steps: &[Step]) -> Snapshot {
    let mut builder = Builder::new(Snapshot::default());
    builder.open(Element { tag: "body".into(), ..Element::default() });
    for step in steps {
        match step {
            Step::Open(tag, hints, hidden) => {
                let (tag, hints) = (TAGS[*tag].to_owned(), hints.clone());
                builder.open(Element { tag, hints, hidden: *hidden, ..Element::default() });
            }
            Step::Close => builder.close(),
            Step::Text(data) => {
                builder.text(data);
            }
        }
    }
    builder.finish()
}

/// The data of the text nodes under `pieces`.
fn data<'a>(page: &'a Snapshot, pieces: &[Piece]) -> Vec<&'a str> {
    let of = |piece: &Piece| match &page.nodes[piece.node as usize].data {
        Data::Text(data) => &data[piece.start..piece.start + piece.span.len()],
        Data::Element(_) => panic!("a piece in an element"),
    };
    pieces.iter().map(of).collect()
}

proptest! {
    #[test]
    fn any_page_is_read_and_every_piece_stands_in_its_node(
        steps in prop::collection::vec(step(), 0..60), from in 0.0..1.0, share in 0.0..1.0
    ) {
        let page = page(&steps);
        let Ok(article) = find(&page) else { return Ok(()) };
        let mut end = 0;
        for block in &article.blocks {
            prop_assert!(block.span.start >= end && !block.span.is_empty());
            end = block.span.end;
            prop_assert_eq!(block.span.of(&article.text).trim(), block.span.of(&article.text));
        }
        prop_assert!(end <= article.text.len());
        let border = |at: f64| article.text.floor_char_boundary((at * article.text.len() as f64) as usize);
        let span = Span::new(border(from), border(from + (1.0 - from) * share));
        for span in article.blocks.iter().map(|block| block.span).chain([span]) {
            let pieces = article.pieces(span);
            for (piece, data) in pieces.iter().zip(data(&page, &pieces)) {
                prop_assert!(span.contains(piece.span));
                prop_assert_eq!(piece.span.of(&article.text), data);
            }
        }
    }
}

#[test]
fn pieces_cover_a_span_but_for_white_space() {
    let long = |text: &str| Step::Text(text.to_owned());
    let steps = [
        Step::Open(1, String::new(), false),
        long(PROSE),
        Step::Open(3, String::new(), false),
        long(" So  it"),
        Step::Close,
    ];
    let page = page(&[&steps[..], &[long(" is. "), long(PROSE), long(" "), long(PROSE)]].concat());
    let article = find(&page).expect("an article");
    let at = article.text.find("has. So it is.").expect("the text");
    let pieces = article.pieces(Span::new(at, at + 14));
    assert_eq!(data(&page, &pieces), ["has.", "So", "it", "is."]);
}

#[test]
fn notes_of_plain_text_are_no_blocks() {
    let article = Article::from_text("By Ann Lee\nThe tide came in.\n\nwith wire\n");
    assert_eq!(article.blocks.len(), 1);
    assert_eq!(article.blocks[0].span.of(&article.text), "The tide came in.");
    assert_eq!(article.credits.wire.as_deref(), Some("news agencies"));
}

#[test]
fn a_page_without_an_article_says_why() {
    assert_eq!(find(&Snapshot::default()).err(), Some(NoArticle::Empty));
    assert_eq!(find(&page(&[Step::Text("Menu".into())])).err(), Some(NoArticle::NoProse));
}

#[test]
fn a_deep_page_is_read() {
    let level = [Step::Open(0, "a".into(), false), Step::Text("x".into())];
    let mut steps: Vec<Step> = level.iter().cloned().cycle().take(400_000).collect();
    steps.extend(vec![Step::Text(PROSE.into()); 3]);
    assert!(find(&page(&steps)).is_ok());
}
