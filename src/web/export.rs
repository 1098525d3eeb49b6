//! What a session tells as text: its statements with their places in the page.

use super::{options::Words, statement, view::Page};
use crate::{
    article::{self, Article, Credits},
    export::{Sheet, Statement, csv, document::Document, fragment, markdown, overview, web_annotation},
    pace::Pace,
};
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Text};

/// `NodeFilter.SHOW_TEXT`.
const TEXTS: u32 = 4;

/// What statements are written as.
#[derive(Clone, Copy)]
pub enum Format {
    /// W3C Web Annotation, as JSON-LD.
    JsonLd,
    /// A table.
    Csv,
    /// A list to be read.
    Markdown,
}

impl Format {
    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "jsonld" => Some(Self::JsonLd),
            "csv" => Some(Self::Csv),
            "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// Whoever waits for a text; dropped without one, it tells them that there is none.
pub struct Answer(Function);

impl Answer {
    /// To be told by the function `resolve` of a promise.
    pub fn new(resolve: Function) -> Self {
        Self(resolve)
    }

    /// Gives the text.
    pub fn give(&self, text: &str) {
        let _ = self.0.call1(&JsValue::NULL, &text.into());
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        // After a text this has no effect.
        let _ = self.0.call1(&JsValue::NULL, &JsValue::NULL);
    }
}

/// Who says how much in `article`, as JSON.
pub fn panel(page: &Page, article: &Article) -> String {
    overview::write(&sheet(page, article))
}

/// The statements of `page` as text.
pub async fn text(
    document: web_sys::Document,
    page: Rc<Page>,
    article: Rc<Article>,
    words: Words,
    format: Format,
    pace: Pace,
) -> String {
    let sheet = sheet(&page, &article);
    if let Format::JsonLd = format {
        let places = places(&document, &page, &article, &pace).await;
        return web_annotation::write(&sheet, &places);
    }
    let all = article::all(&page.reading.snapshot, &pace).await;
    let passages: Vec<_> = sheet.statements.iter().map(|statement| statement.content).collect();
    let directives = fragment::directives(&all, &article, &passages, &pace).await;
    match format {
        Format::Csv => csv::write(&sheet, &directives),
        _ => markdown::write(&sheet, &directives, &terms(&article.credits, &words)),
    }
}

fn sheet<'a>(page: &'a Page, article: &'a Article) -> Sheet<'a> {
    let statement = |statement: &'a statement::Statement| Statement {
        content: &statement.content,
        quoted: &statement.marked,
        cue: &statement.cue,
        form: statement.form,
        speaker: statement.speaker.as_deref(),
        number: statement.number,
        chain: &statement.chain,
        to: statement.to.as_deref(),
        confidence: statement.confidence,
    };
    Sheet { url: &page.reading.snapshot.url, article, statements: page.statements.iter().map(statement).collect() }
}

/// The text of the page's body as it is now, with the places of the nodes that statements stand in.
async fn places(document: &web_sys::Document, page: &Page, article: &Article, pace: &Pace) -> Document {
    let mut places = Document::default();
    let Some(body) = document.body().map(Element::from) else { return places };
    let nodes = js_sys::Map::new();
    for piece in page.statements.iter().flat_map(|s| &s.content).flat_map(|&span| article.pieces(span)) {
        if let Some((node, _)) = page.reading.text(piece.node) {
            nodes.set(node, &piece.node.into());
        }
    }
    let Ok(walk) = document.create_tree_walker_with_what_to_show(&body, TEXTS) else { return places };
    while let Ok(Some(node)) = walk.next_node() {
        let text: &Text = node.unchecked_ref();
        places.push(nodes.get(&node).as_f64().map(|id| id as u32), &text.data());
        pace.rest(4).await;
    }
    // What changed between two slices has moved what stands behind it: no place is better than a wrong one.
    if places.holds(&body.text_content().unwrap_or_default()) { places } else { Document::default() }
}

fn terms(credits: &Credits, words: &Words) -> markdown::Terms {
    let names = credits.byline.join(", ");
    let lines = [
        ("credits_by", Some(names.as_str()).filter(|names| !names.is_empty())),
        ("credits_publisher", credits.publisher.as_deref()),
        ("credits_wire", credits.wire.as_deref()),
        ("credits_dateline", credits.dateline.as_deref()),
    ];
    let told = lines.into_iter().filter_map(|(key, value)| Some(words.with(key, &[value?])));
    markdown::Terms {
        nobody: words.get("card_nobody"),
        via: words.get("card_via"),
        passage: words.get("export_passage"),
        credits: told.collect(),
    }
}
