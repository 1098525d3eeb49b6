//! What holds for any text and any page, however hostile.

use hearsay::{
    Memo,
    article::{
        Article, find,
        snapshot::{Builder, Element, Snapshot},
    },
    utf16::Utf16Map,
};
use hearsay_fuzz::{
    holds::{annotated, in_page},
    pieces::{SPEECH, TAGS},
};
use proptest::{collection::vec, prelude::*, sample::select};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(select(SPEECH), 0..120).prop_map(|pieces| pieces.concat()),
        vec(select(SPEECH), 0..120).prop_map(|pieces| pieces.join(" ")),
        any::<String>(),
    ]
}

fn page() -> impl Strategy<Value = String> {
    let part = prop_oneof![select(TAGS).prop_map(str::to_owned), select(SPEECH).prop_map(|piece| format!("{piece} "))];
    vec(part, 0..150).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in text()) {
        annotated(&Article::from_text(&text), &Memo::default());
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
            in_page(&snapshot, &article);
            annotated(&article, &Memo::default());
        }
    }
}

/// One piece over and over, on one line and on many: nothing panics, overflows the stack or breaks an invariant.
#[test]
fn repetition_is_no_danger() {
    for piece in SPEECH {
        for between in ["", " ", "\n"] {
            let mut text = String::new();
            while text.len() < 50_000 {
                text += piece;
                text += between;
            }
            annotated(&Article::from_text(&text), &Memo::default());
        }
    }
}

/// Texts that break off at any word: nothing is asked of what does not follow.
#[test]
fn a_text_may_break_off_anywhere() {
    for text in [
        "Ann Lee told reporters she feared the inquiry of a court would tell the jury about her committee",
        "“It is wet,” the hearing was told by Ann Lee, who said that, according to the crowd, it rains",
        "In a letter, the mayor, Ann Lee, admitted to the newspaper that she had asked Mr. Falk whether",
    ] {
        for (end, _) in text.match_indices(' ').chain([(text.len(), "")]) {
            annotated(&Article::from_text(&text[..end]), &Memo::default());
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
            in_page(snapshot, &article);
        }
    }
}
