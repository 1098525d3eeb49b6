//! W3C Web Annotations: a collection with one annotation a statement.
//!
//! The target is the page, once for each place that the words stand in; a place is selected by its words with what is
//! around them (`TextQuoteSelector`) and by code points of the body's text content (`TextPositionSelector`). The first
//! body is a line for people, the second data:
//!
//! ```json
//! {
//!   "type": "Attribution",
//!   "speaker": "Ann Lee",                                   // null where the article does not tell
//!   "role": "mayor of Osby",                                // or null
//!   "kind": "named-person",                                 // as in SourceKind; null without a speaker
//!   "named": true,                                          // whether the article gives a name
//!   "chain": [{ "name": "Delta News", "kind": "outlet" }],  // relays, outermost first
//!   "addressee": "Tom Falk",                                // or null
//!   "form": "direct",                                       // or "mixed", "indirect"
//!   "cue": "said",                                          // the words that attribute it; may be empty
//!   "confidence": 0.972                                     // 0 to 1; not there where nobody is known
//! }
//! ```
//!
//! The terms of the data are Hearsay's own; the context says so, so that readers of JSON-LD keep them.

use super::{
    Sheet, Statement,
    document::{Document, Place},
    json::{Json, hex, share},
    names, words,
};
use crate::article::Article;

/// The recommendation's context.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// Where the data's own terms are named; nothing is to be found there.
const TERMS: &str = "https://hearsay.invalid/terms#";
const OWN: [&str; 10] =
    ["Attribution", "speaker", "role", "kind", "named", "addressee", "form", "cue", "confidence", "name"];

/// The collection of `sheet`, whose page has the text of `document`.
pub fn write(sheet: &Sheet, document: &Document) -> String {
    let mut json = Json::default();
    json.open('{');
    json.begin("@context", '[');
    json.string(CONTEXT);
    json.open('{');
    for term in OWN {
        json.text(term, &format!("{TERMS}{term}"));
    }
    json.begin("chain", '{');
    json.text("@id", &format!("{TERMS}chain"));
    json.text("@container", "@list");
    json.0.push_str("}}]");
    json.text("id", &urn(&[sheet.url, "collection"]));
    json.text("type", "AnnotationCollection");
    json.text("label", &sheet.article.credits.headline);
    json.number("total", sheet.statements.len());
    json.begin("generator", '{');
    json.text("type", "Software");
    json.text("name", "Hearsay");
    json.close('}');
    json.begin("first", '{');
    json.text("id", &urn(&[sheet.url, "page"]));
    json.text("type", "AnnotationPage");
    json.number("startIndex", 0);
    json.begin("items", '[');
    for (index, statement) in sheet.statements.iter().enumerate() {
        annotation(&mut json, sheet, index, statement, document);
    }
    json.0.push_str("]}}");
    json.0
}

fn annotation(json: &mut Json, sheet: &Sheet, index: usize, statement: &Statement, document: &Document) {
    json.open('{');
    json.text("id", &urn(&[sheet.url, &index.to_string(), &statement.text(sheet.article)]));
    json.text("type", "Annotation");
    json.text("motivation", "identifying");
    json.begin("body", '[');
    json.open('{');
    json.text("type", "TextualBody");
    json.text("purpose", "identifying");
    json.text("format", "text/plain");
    json.text("value", &line(statement));
    json.close('}');
    body(json, sheet.article, statement);
    json.close(']');
    json.begin("target", '[');
    for place in document.places(sheet.article, statement.content) {
        target(json, sheet.url, &place);
    }
    json.0.push_str("]}");
}

/// Who said it, in one line.
fn line(statement: &Statement) -> String {
    let speaker = statement.speaker.map_or("", |speaker| &speaker.name);
    let role = statement.role().unwrap_or("");
    let mut line = String::new();
    for part in [speaker, role, &statement.path()] {
        if !part.is_empty() {
            line.push_str(if line.is_empty() { "" } else { ", " });
            line.push_str(part);
        }
    }
    line
}

fn body(json: &mut Json, article: &Article, statement: &Statement) {
    let speaker = statement.speaker;
    json.open('{');
    json.text("type", "Attribution");
    json.maybe("speaker", speaker.map(|speaker| speaker.name.as_str()));
    json.maybe("role", statement.role());
    json.maybe("kind", speaker.map(|speaker| names::source(speaker.kind)));
    json.truth("named", speaker.is_some_and(|speaker| !speaker.unnamed));
    json.begin("chain", '[');
    for relay in statement.chain {
        json.open('{');
        json.text("name", &relay.text);
        json.text("kind", names::relay(relay.kind));
        json.close('}');
    }
    json.close(']');
    json.maybe("addressee", statement.to);
    json.text("form", names::form(statement.form));
    json.text("cue", &words(&article.text, statement.cue));
    if let Some(sure) = statement.confidence {
        json.plain("confidence", &share(f64::from(sure)));
    }
    json.close('}');
}

fn target(json: &mut Json, url: &str, place: &Place) {
    json.open('{');
    json.text("source", url);
    json.begin("selector", '[');
    json.open('{');
    json.text("type", "TextQuoteSelector");
    json.text("exact", &place.exact);
    if let Some(at) = &place.at {
        json.text("prefix", &at.prefix);
        json.text("suffix", &at.suffix);
        json.close('}');
        json.open('{');
        json.text("type", "TextPositionSelector");
        json.number("start", at.points.0);
        json.number("end", at.points.1);
    }
    json.0.push_str("}]}");
}

/// A name for what `parts` tell of, the same each time: a UUID of the version that is free for use of one's own.
fn urn(parts: &[&str]) -> String {
    // FNV-1a, from two starting points.
    let (mut high, mut low) = (0xcbf2_9ce4_8422_2325_u64, 0x6c62_272e_07bb_0142_u64);
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        high = (high ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        low = (low ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut bytes = [high.to_be_bytes(), low.to_be_bytes()];
    bytes[0][6] = bytes[0][6] & 0x0f | 0x80;
    bytes[1][0] = bytes[1][0] & 0x3f | 0x80;
    let mut urn = String::from("urn:uuid:");
    for (at, byte) in bytes.as_flattened().iter().enumerate() {
        urn.push_str(if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" });
        urn.push_str(hex(*byte));
    }
    urn
}
