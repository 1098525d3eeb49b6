//! What the tests of the exports share.

use super::{Sheet, Statement, document::Document, web_annotation};
use crate::{
    annotation::{Form, Medium, Relay, RelayKind, SourceKind, Speaker},
    article::{Article, Credits},
    span::Span,
};
use serde_json::{Value, json};

/// What `make` makes of a sheet of two statements.
pub fn with_sheet<T>(make: impl FnOnce(&Sheet) -> T) -> T {
    let mut article = Article::from_text("“Go,” said Ann Lee to Tom. Somebody added it was late.");
    article.language = "en".into();
    article.credits = Credits {
        headline: "Tide *turns*".into(),
        byline: vec!["Bo Ek".into()],
        publisher: Some("The Herald".into()),
        ..Credits::default()
    };
    let at = |words: &str| {
        let start = article.text.find(words).unwrap();
        [Span::new(start, start + words.len())]
    };
    let relay = |text: &str, kind| Relay { text: text.into(), kind, span: None, outlet: None };
    let chain = [
        relay("Delta News", RelayKind::Source(SourceKind::Outlet)),
        relay("a statement", RelayKind::Medium(Medium::Statement)),
    ];
    let speaker = Speaker {
        name: "Ann Lee".into(),
        kind: SourceKind::NamedPerson,
        role: Some("mayor".into()),
        unnamed: false,
        outlet: None,
        mentions: vec![],
    };
    let (go, said, late, added) = (at("“Go,”"), at("said"), at("it was late"), at("added"));
    let first = Statement {
        content: &go,
        quoted: &go,
        cue: &said,
        form: Form::Direct,
        speaker: Some(&speaker),
        number: Some(3),
        chain: &chain,
        to: Some("Tom"),
        confidence: Some(0.97),
    };
    let second = Statement {
        content: &late,
        quoted: &[],
        cue: &added,
        form: Form::Indirect,
        speaker: None,
        number: None,
        chain: &[],
        to: None,
        confidence: Some(0.5),
    };
    make(&Sheet { url: "https://herald.example/tide", article: &article, statements: vec![first, second] })
}

#[test]
fn web_annotations_have_what_the_recommendation_asks_for() {
    let written = || with_sheet(|sheet| web_annotation::write(sheet, &Document::default()));
    let collection: Value = serde_json::from_str(&written()).unwrap();
    assert_eq!(written(), written(), "the same each time");
    assert_eq!(collection["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!([&collection["type"], &collection["first"]["type"]], ["AnnotationCollection", "AnnotationPage"]);
    assert_eq!(collection["total"], 2);
    let items = collection["first"]["items"].as_array().unwrap();
    let ids: std::collections::HashSet<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.iter().all(|id| id.len() == "urn:uuid:".len() + 36));
    assert_eq!(items[0]["body"][0]["value"], "Ann Lee, mayor, Delta News › a statement");
    let body = json!({
        "type": "Attribution", "speaker": "Ann Lee", "role": "mayor", "kind": "named-person", "named": true,
        "chain": [{ "name": "Delta News", "kind": "outlet" }, { "name": "a statement", "kind": "statement" }],
        "addressee": "Tom", "form": "direct", "cue": "said", "confidence": 0.97,
    });
    assert_eq!(items[0]["body"][1], body);
    let target = json!({
        "source": "https://herald.example/tide", "selector": [{ "type": "TextQuoteSelector", "exact": "“Go,”" }],
    });
    // Plain text has no nodes, so that no place is known.
    assert_eq!(items[0]["target"], json!([target]));
}
