//! What a page's JSON-LD says of its article. Hints only: any of it may be missing or wrong.

use super::{
    json::{self, Json, Object},
    references::decoded,
};
use crate::keyed::WordSet;

/// Bytes of one script that are still read.
const LONGEST: usize = 1 << 20;

/// Objects of all scripts together that are looked at.
const MOST_OBJECTS: usize = 10_000;

/// The article as the page's publisher describes it for machines.
#[derive(Debug, Default, PartialEq)]
pub struct Described {
    /// Its headline.
    pub headline: Option<String>,
    /// Its writers' names.
    pub authors: Vec<String>,
    /// The publisher's name.
    pub publisher: Option<String>,
    /// Names of organisations that it is said to come from.
    pub origins: Vec<String>,
    /// When it came out, as written there.
    pub published: Option<String>,
    /// Its text, paragraphs of a live blog joined by line feeds; may hold markup.
    pub body: String,
}

/// The article described in `scripts`; where they describe several, the one whose headline shares most words with
/// `title`, and the first of equals.
pub fn article(scripts: &[String], title: &str) -> Option<Described> {
    let values: Vec<Json> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut open: Vec<&Json> = values.iter().rev().collect();
    let title = title.to_lowercase();
    let title: WordSet = title.split_whitespace().collect();
    let mut best: Option<(usize, Described)> = None;
    let mut objects = 0;
    while let Some(value) = open.pop() {
        match value {
            Json::List(items) => open.extend(items.iter().rev()),
            Json::Object(object) if objects < MOST_OBJECTS => {
                objects += 1;
                if is_article(object) {
                    let found = describe(object);
                    let likeness = found.headline.as_deref().map_or(0, |headline| shared_words(headline, &title));
                    if best.as_ref().is_none_or(|(most, _)| likeness > *most) {
                        best = Some((likeness, found));
                    }
                }
                open.extend(["mainEntity", "@graph"].iter().filter_map(|key| object.get(key)));
            }
            _ => {}
        }
    }
    best.map(|(_, found)| found)
}

fn parse(script: &str) -> Option<Json> {
    let script = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[");
    let script = script.trim_end_matches("-->").trim_end_matches("//]]>").trim().trim_end_matches(';');
    if script.len() > LONGEST { None } else { json::parse(script) }
}

fn is_article(object: &Object) -> bool {
    texts(object.get("@type")).iter().any(|kind| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or("");
        kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
    })
}

fn describe(object: &Object) -> Described {
    let mut body = texts(object.get("articleBody")).join("\n");
    if let Some(Json::List(updates)) = object.get("liveBlogUpdate") {
        for update in updates {
            if let Json::Object(update) = update {
                body.push('\n');
                body.push_str(&texts(update.get("articleBody")).join("\n"));
            }
        }
    }
    let authors = ["author", "creator"].iter().map(|key| names(object.get(key))).find(|names| !names.is_empty());
    let origins = ["sourceOrganization", "provider", "copyrightHolder"].iter().flat_map(|key| names(object.get(key)));
    Described {
        headline: texts(object.get("headline")).into_iter().next(),
        authors: authors.unwrap_or_default(),
        publisher: names(object.get("publisher")).into_iter().next(),
        origins: origins.collect(),
        published: texts(object.get("datePublished")).into_iter().next(),
        body,
    }
}

/// A string, or the strings of a list.
fn texts(value: Option<&Json>) -> Vec<String> {
    match value {
        Some(Json::Text(text)) => vec![decoded(text)],
        Some(Json::List(items)) => items
            .iter()
            .filter_map(|item| match item {
                Json::Text(text) => Some(decoded(text)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Names of people or organisations: strings, objects with a `name`, or lists of them.
fn names(value: Option<&Json>) -> Vec<String> {
    match value {
        Some(Json::Object(object)) => texts(object.get("name")),
        Some(Json::List(items)) => items
            .iter()
            .flat_map(|item| match item {
                Json::Object(object) => texts(object.get("name")),
                item => texts(Some(item)),
            })
            .collect(),
        value => texts(value),
    }
}

/// How many words of `text` are among `known`, in lower case.
fn shared_words(text: &str, known: &WordSet) -> usize {
    text.to_lowercase().split_whitespace().filter(|word| known.has(word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(scripts: &[&str], title: &str) -> Option<Described> {
        article(&scripts.iter().map(|&s| s.to_owned()).collect::<Vec<_>>(), title)
    }

    #[test]
    fn reads_an_article_in_a_graph() {
        let script = r#"{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Tide turns",
            "author": [{"name": "Ann Lee"}, "Bo Ek"], "publisher": {"name": "The Daily"}, "articleBody": "One.
            Two."}]}"#;
        let found = described(&[script], "").unwrap();
        assert_eq!(found.authors, ["Ann Lee", "Bo Ek"]);
        assert_eq!(found.publisher.as_deref(), Some("The Daily"));
        assert!(found.body.starts_with("One.") && found.body.ends_with("Two."));
    }

    #[test]
    fn the_title_chooses_among_several() {
        let script = r#"[{"@type": "Article", "headline": "Other news"}, {"@type": "Article", "headline": "Tide turns in Osby"}]"#;
        assert_eq!(
            described(&[script], "Tide turns in Osby | Daily").unwrap().headline.as_deref(),
            Some("Tide turns in Osby")
        );
    }

    #[test]
    fn joins_the_posts_of_a_live_blog() {
        let script = r#"{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"articleBody": "First."}, {"articleBody": "Second."}]}"#;
        assert_eq!(described(&[script], "").unwrap().body, "\nFirst.\nSecond.");
    }

    #[test]
    fn broken_or_deep_scripts_say_nothing() {
        assert_eq!(described(&["{", "", "[1,"], ""), None);
        assert_eq!(described(&[&"[".repeat(1_000_000)], ""), None);
    }
}
