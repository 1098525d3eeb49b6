//! Who says how much, and where in the article: what the panel shows.
//!
//! ```json
//! {
//!   "title": "Tide turns", "language": "en", "words": 812,     // words in quotation marks, in all
//!   "credits": { "byline": ["Bo Ek"], "publisher": "The Herald", "wire": null, "dateline": null },
//!   "sources": [{
//!     "number": 0, "name": "Ann Lee", "role": "mayor of Osby", "kind": "named-person", "unnamed": false,
//!     "state": false,                                          // whether a state controls it
//!     "outlet": { "country": "NO", "control": "public" },      // or null
//!     "words": 61, "share": 0.075, "statements": [0, 4]
//!   }],
//!   "statements": [{
//!     "index": 0, "text": "“Go,”", "form": "direct", "source": 0, "chain": ["Delta News"],
//!     "place": 0.031, "length": 0.012,                         // where in the article it begins, and how much of it
//!     "words": 1                                               // of those in quotation marks
//!   }]
//! }
//! ```

use super::{
    Sheet, Statement,
    json::{Json, share_of},
    names,
};
use crate::{
    annotation::{SourceKind, Speaker},
    article::{Article, Credits, language},
    outlets::{Control, Outlet},
    span::Span,
};

/// Characters of a statement that are shown.
const LONGEST: usize = 240;

/// A source with what it says.
struct Source<'a> {
    number: usize,
    speaker: &'a Speaker,
    words: usize,
    statements: Vec<usize>,
}

/// The overview of `sheet`.
pub fn write(sheet: &Sheet) -> String {
    let article = sheet.article;
    let counts: Vec<usize> = sheet.statements.iter().map(|statement| counted(article, statement.quoted)).collect();
    let all = counts.iter().sum();
    let mut json = Json::default();
    json.open('{');
    json.text("title", &article.credits.headline);
    // What a page says of its language is often wrong.
    json.text("language", language::KNOWN);
    json.number("words", all);
    credits(&mut json, &article.credits);
    json.begin("sources", '[');
    for source in sources(sheet, &counts) {
        describe(&mut json, &source, all);
    }
    json.close(']');
    json.begin("statements", '[');
    for (index, statement) in sheet.statements.iter().enumerate() {
        tell(&mut json, article, index, statement, counts[index]);
    }
    json.0.push_str("]}");
    json.0
}

fn counted(article: &Article, spans: &[Span]) -> usize {
    let words =
        |span: &Span| span.of(&article.text).split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count();
    spans.iter().map(words).sum()
}

/// In order of their first statements.
fn sources<'a>(sheet: &Sheet<'a>, counts: &[usize]) -> Vec<Source<'a>> {
    let mut sources: Vec<Source> = Vec::new();
    // Where each number stands in the list.
    let mut places: Vec<Option<usize>> = Vec::new();
    for (index, statement) in sheet.statements.iter().enumerate() {
        let Some((number, speaker)) = statement.number.zip(statement.speaker) else { continue };
        if places.len() <= number {
            places.resize(number + 1, None);
        }
        let at = *places[number].get_or_insert_with(|| {
            sources.push(Source { number, speaker, words: 0, statements: Vec::new() });
            sources.len() - 1
        });
        sources[at].words += counts[index];
        sources[at].statements.push(index);
    }
    sources
}

fn credits(json: &mut Json, credits: &Credits) {
    json.begin("credits", '{');
    json.begin("byline", '[');
    for name in &credits.byline {
        json.string(name);
    }
    json.close(']');
    json.maybe("publisher", credits.publisher.as_deref());
    json.maybe("wire", credits.wire.as_deref());
    json.maybe("dateline", credits.dateline.as_deref());
    json.close('}');
}

fn describe(json: &mut Json, source: &Source, all: usize) {
    let Speaker { name, role, kind, unnamed, outlet, .. } = source.speaker;
    json.open('{');
    json.number("number", source.number);
    json.text("name", name);
    json.maybe("role", role.as_deref());
    json.text("kind", names::source(*kind));
    json.truth("unnamed", *unnamed);
    let state = outlet.is_some_and(|outlet| outlet.control == Some(Control::State));
    json.truth("state", state || *kind == SourceKind::StateMedia);
    if let Some(Outlet { country, control, .. }) = outlet {
        json.begin("outlet", '{');
        json.text("country", country);
        json.maybe("control", control.map(names::control));
        json.close('}');
    } else {
        json.maybe("outlet", None);
    }
    json.number("words", source.words);
    json.plain("share", &share_of(source.words, all));
    let list: Vec<String> = source.statements.iter().map(usize::to_string).collect();
    json.plain("statements", &format!("[{}]", list.join(",")));
    json.close('}');
}

fn tell(json: &mut Json, article: &Article, index: usize, statement: &Statement, words: usize) {
    let start = statement.content.first().map_or(0, |span| span.start);
    let length = statement.content.iter().map(|span| span.len()).sum();
    json.open('{');
    json.number("index", index);
    json.text("text", &shortened(statement.text(article)));
    json.text("form", names::form(statement.form));
    json.plain("source", &statement.number.map_or("null".to_owned(), |number| number.to_string()));
    json.begin("chain", '[');
    for relay in statement.chain {
        json.string(&relay.text);
    }
    json.close(']');
    json.plain("place", &share_of(start, article.text.len()));
    json.plain("length", &share_of(length, article.text.len()));
    json.number("words", words);
    json.close('}');
}

fn shortened(mut words: String) -> String {
    if let Some((end, _)) = words.char_indices().nth(LONGEST) {
        words.truncate(end);
        words.truncate(words.trim_end().len());
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_sheet;
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn sources_with_their_shares_and_statements() {
        let overview: Value = serde_json::from_str(&with_sheet(write)).unwrap();
        let expected = json!({
            "title": "Tide *turns*", "language": "en", "words": 1,
            "credits": { "byline": ["Bo Ek"], "publisher": "The Herald", "wire": null, "dateline": null },
            "sources": [{
                "number": 3, "name": "Ann Lee", "role": "mayor", "kind": "named-person", "unnamed": false, "state": false,
                "outlet": null, "words": 1, "share": 1, "statements": [0],
            }],
            "statements": [
                { "index": 0, "text": "“Go,”", "form": "direct", "source": 3, "chain": ["Delta News", "a statement"],
                  "place": 0.0, "length": 0.155, "words": 1 },
                { "index": 1, "text": "it was late", "form": "indirect", "source": null, "chain": [],
                  "place": 0.793, "length": 0.19, "words": 0 },
            ],
        });
        assert_eq!(overview, expected);
    }

    #[test]
    fn long_statements_are_cut() {
        assert_eq!(shortened("é".repeat(LONGEST)), "é".repeat(LONGEST));
        assert_eq!(shortened(format!("{} b", "é".repeat(LONGEST - 1))), format!("{}…", "é".repeat(LONGEST - 1)));
    }
}
