//! Web Annotations and the overview, read as JSON.

use hearsay::{
    article::snapshot::{Data, NodeId, Snapshot},
    export::{Sheet, document::Document, overview, web_annotation},
};
use serde_json::Value;

/// The Web Annotations of `sheet` find their words in `page` by text and by position; the overview tells of all.
pub fn check(sheet: &Sheet, page: &Snapshot) {
    let (mut document, mut text) = (Document::default(), String::new());
    for (id, node) in page.nodes.iter().enumerate() {
        if let Data::Text(data) = &node.data {
            document.push(Some(id as NodeId), data);
            text += data;
        }
    }
    let points: Vec<char> = text.chars().collect();
    let count = sheet.statements.len();
    let collection = parsed(&web_annotation::write(sheet, &document));
    let items = collection["first"]["items"].as_array().expect("a list of annotations");
    assert_eq!((items.len(), collection["total"].as_u64()), (count, Some(count as u64)), "one for each statement");
    for (item, statement) in items.iter().zip(&sheet.statements) {
        let body = &item["body"][1];
        assert_eq!(body["speaker"].as_str(), statement.speaker.map(|speaker| speaker.name.as_str()));
        assert_eq!(body["role"].as_str(), statement.role());
        assert_eq!(body["addressee"].as_str(), statement.to);
        let targets = item["target"].as_array().expect("a list of targets");
        assert!(!targets.is_empty(), "an annotation of nothing");
        for target in targets {
            assert_eq!(target["source"].as_str(), Some(sheet.url));
            let [quote, position] = [&target["selector"][0], &target["selector"][1]];
            let at = |name: &str| position[name].as_u64().expect("a position") as usize;
            let (start, end) = (at("start"), at("end"));
            let there = |from: usize, to: usize| points[from..to].iter().collect::<String>();
            let said = |name: &str| quote[name].as_str().expect("words");
            assert_eq!(there(start, end), said("exact"), "the words at their position");
            assert!(there(0, start).ends_with(said("prefix")), "what stands before them");
            assert!(there(end, points.len()).starts_with(said("suffix")), "what stands after them");
        }
    }
    let overview = parsed(&overview::write(sheet));
    let statements = overview["statements"].as_array().expect("a list of statements");
    assert_eq!(statements.len(), count, "the overview tells of each statement");
    let sources = overview["sources"].as_array().expect("a list of sources");
    let shares = sources.iter().map(|source| &source["share"]);
    for share in shares.chain(statements.iter().flat_map(|statement| [&statement["place"], &statement["length"]])) {
        assert!(share.as_f64().is_some_and(|share| (0.0..=1.0).contains(&share)), "{share} is no share");
    }
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error} in {json}"))
}
