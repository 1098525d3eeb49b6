//! What holds for any text and any page, however hostile.

use hearsay::{
    Engine,
    annotation::{Annotations, QuotationKind},
    article::{
        Article, find,
        snapshot::{Builder, Data, Element, Snapshot},
    },
    export,
    span::Span,
    utf16::Utf16Map,
};
use proptest::{collection::vec, prelude::*, sample::select};

/// Pieces that texts about speech are made of, and some that none is.
const PIECES: &[&str] = &[
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "«",
    "»",
    "„",
    "‚",
    "‹",
    "›",
    "`",
    "''",
    "—",
    "–",
    ":",
    ",",
    ".",
    "?",
    "!",
    "…",
    ";",
    "(",
    ")",
    "[",
    "]",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{301}",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "said",
    "says",
    "told",
    "according to",
    "asked",
    "added",
    "wrote",
    "quoted",
    "as saying",
    "that",
    "who",
    "Ann",
    "Lee",
    "Ms. Lee",
    "Dr.",
    "U.S.",
    "the mayor",
    "Mayor Ann Lee",
    "the Ministry of Rain",
    "he",
    "she",
    "they",
    "I",
    "we",
    "rain",
    "don’t",
    "rock 'n' roll",
    "'90s",
    "6'2\"",
    "players’",
    "word",
    "é",
    "ß",
    "語",
    "👩‍👩‍👧",
    "𝔘",
    "1,400",
    "9.5",
];

/// Pieces that pages are made of; tags need not match.
const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<article>",
    "</article>",
    "<em>",
    "</em>",
    "<a href='/x'>",
    "</a>",
    "<span hidden>",
    "</span>",
    "<br>",
    "<blockquote>",
    "</blockquote>",
    "<h1>",
    "</h1>",
    "<ul><li>",
    "</ul>",
    "<table><tr><td>",
    "<nav>",
    "</nav>",
    "<aside class=related>",
    "</aside>",
    "<figure><figcaption>",
    "</figure>",
    "<script>",
    "</script>",
    "<!-- ",
    " -->",
    "<svg>",
    "</svg>",
    "<pre>",
    "</pre>",
    "&ldquo;",
    "&rdquo;",
    "&nbsp;",
    "&#0;",
    "&lt;b&gt;",
    "<textarea>",
    "<p>“The rain in the valley fell for a week, and nobody in the town had ever seen so much of it,” said Ann Lee. ",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(select(PIECES), 0..120).prop_map(|pieces| pieces.concat()),
        vec(select(PIECES), 0..120).prop_map(|pieces| pieces.join(" ")),
        any::<String>(),
    ]
}

fn page() -> impl Strategy<Value = String> {
    let part = prop_oneof![select(TAGS).prop_map(str::to_owned), select(PIECES).prop_map(|piece| format!("{piece} "))];
    vec(part, 0..150).prop_map(|parts| parts.concat())
}

/// Not empty, on character borders, in order, none over another.
fn hold_together(text: &str, spans: &[Span], what: &str) {
    let mut end = 0;
    for span in spans {
        assert!(span.start >= end && span.start < span.end, "{what}: {spans:?} of {} bytes", text.len());
        assert!(text.get(span.start..span.end).is_some(), "{what}: {span:?} cuts a character or the text's end");
        end = span.end;
    }
}

fn check(article: &Article) -> Annotations {
    let found = Engine::shipped().annotate(article);
    for quotation in &found.quotations {
        hold_together(&article.text, &quotation.parts, "quotation");
        assert!(!quotation.parts.is_empty(), "a quotation without words");
        if let Some(index) = quotation.attribution {
            assert!(index < found.attributions.len(), "attribution {index} is not there");
            assert_eq!(quotation.kind, QuotationKind::Speech, "an attribution of what is no speech");
        }
    }
    for attribution in &found.attributions {
        hold_together(&article.text, &attribution.content, "content");
        hold_together(&article.text, &attribution.cue, "cue");
        hold_together(&article.text, &attribution.source, "source");
        assert!(!attribution.content.is_empty(), "an attribution of nothing");
        assert!(attribution.speaker.is_none_or(|index| index < found.speakers.len()), "a speaker that is not there");
        assert!((0.0..=1.0).contains(&attribution.confidence), "confidence {}", attribution.confidence);
    }
    assert!(found.speakers.iter().all(|speaker| !speaker.name.trim().is_empty()), "a speaker without a name");
    let rows = export::rows(&article.text, &found);
    assert_eq!(rows.quotations.len(), found.quotations.len(), "a row for each quotation");
    assert_eq!(
        format!("{found:?}"),
        format!("{:?}", Engine::shipped().annotate(article)),
        "twice the same article, not the same labels"
    );
    found
}

/// Each piece is byte for byte a part of its text node, and only white space stands outside the pieces.
fn pieces_hold(snapshot: &Snapshot, article: &Article) {
    let spans: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
    hold_together(&article.text, &spans, "blocks");
    for block in &article.blocks {
        let pieces: Vec<Span> = block.pieces.iter().map(|piece| piece.span).collect();
        hold_together(&article.text, &pieces, "pieces");
        let mut end = block.span.start;
        for piece in &block.pieces {
            assert!(block.span.contains(piece.span), "a piece outside its block");
            let node = snapshot.nodes.get(piece.node as usize).map(|node| &node.data);
            let Some(Data::Text(data)) = node else { panic!("{piece:?} is of no text node") };
            let there = data.get(piece.start..piece.start + piece.span.len());
            assert_eq!(there, Some(piece.span.of(&article.text)), "{piece:?} is not the node's text");
            let map = Utf16Map::new(data);
            for byte in [piece.start, piece.start + piece.span.len()] {
                let unit = map.utf16(byte).expect("a piece ends between characters");
                assert_eq!(unit as usize, data[..byte].encode_utf16().count(), "byte {byte} as the DOM counts");
                assert_eq!(map.utf8(unit), Some(byte), "and back");
            }
            let between = Span::new(end, piece.span.start).of(&article.text);
            assert!(between.trim().is_empty(), "{between:?} came from nowhere");
            end = piece.span.end;
        }
        let rest = Span::new(end, block.span.end).of(&article.text);
        assert!(rest.trim().is_empty(), "{rest:?} came from nowhere");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in text()) {
        check(&Article::from_text(&text));
    }

    #[test]
    fn offsets_there_and_back(text in text(), byte in 0..600_usize) {
        let map = Utf16Map::new(&text);
        match text.get(..byte) {
            Some(before) => {
                let unit = map.utf16(byte);
                assert_eq!(unit, Some(before.encode_utf16().count() as u32));
                assert_eq!(unit.and_then(|unit| map.utf8(unit)), Some(byte));
            }
            None => assert_eq!(map.utf16(byte), None, "inside a character or past the end"),
        }
    }

    #[test]
    fn any_page(html in page()) {
        let snapshot = hearsay_html::snapshot(&html, "https://news.example/a");
        if let Ok(article) = find(&snapshot) {
            pieces_hold(&snapshot, &article);
            check(&article);
        }
    }
}

/// One piece over and over, on one line and on many: nothing panics, overflows the stack or breaks an invariant.
#[test]
fn repetition_is_no_danger() {
    for piece in PIECES {
        for between in ["", " ", "\n"] {
            let mut text = String::new();
            while text.len() < 50_000 {
                text += piece;
                text += between;
            }
            check(&Article::from_text(&text));
        }
    }
}

/// The same for pages: one tag over and over, and depth without end.
#[test]
fn repetition_is_no_danger_in_pages() {
    let words = "“Rain fell on the town all week,” said Ann Lee, the mayor. ";
    let mut pages: Vec<Snapshot> = Vec::new();
    for tag in TAGS {
        let html = format!("{tag}{words}").repeat(1_500);
        pages.push(hearsay_html::snapshot(&html, ""));
    }
    for tag in ["div", "article", "p", "blockquote", "li", "a", "span"] {
        let mut builder = Builder::new(Snapshot::default());
        for _ in 0..20_000 {
            builder.open(Element { tag: tag.into(), ..Element::default() });
            builder.text("Rain. ");
        }
        builder.text(words);
        pages.push(builder.finish());
    }
    for snapshot in &pages {
        if let Ok(article) = find(snapshot) {
            pieces_hold(snapshot, &article);
        }
    }
}
