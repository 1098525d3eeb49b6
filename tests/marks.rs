//! Marks of every style tell the same: the measuring material beside the project is rewritten from one style to the
//! others, and what is found may hardly change.
//!
//! The material is not part of the project; without it the test says so and holds nothing.

use hearsay::{Engine, annotation::Form, article::Article, span::Span, text};
use serde_json::Value;
use std::{collections::BTreeMap, fs, io::Write, path::Path};

/// Name, the marks of passages, those of passages within, and how far its figure may be below that of the first.
const STYLES: &[(&str, [char; 2], [char; 2], f64)] = &[
    ("curly", ['“', '”'], ['‘', '’'], 0.0),
    ("straight", ['"', '"'], ['\'', '\''], 0.01),
    ("single", ['‘', '’'], ['“', '”'], 0.01),
    ("guillemets", ['«', '»'], ['‹', '›'], 0.01),
];

/// An article with its direct quotations and their sources, in bytes.
struct Marked {
    text: String,
    quoted: Vec<(Span, Vec<Span>)>,
}

#[test]
fn every_style_scores_alike() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.is_dir() {
        // Past the test harness, which keeps what a passing test prints to itself.
        let _ = writeln!(std::io::stderr(), "SKIPPED: ../shared is absent, so no style of marks was measured");
        return;
    }
    let gold = fs::read_to_string(shared.join("gold/polnear/dev.jsonl")).expect("gold");
    let articles: Vec<Marked> = gold.lines().map(|line| read(&serde_json::from_str(line).expect("a line"))).collect();
    let score = |rewrite: &dyn Fn(usize) -> usize| {
        let rewritten = articles.iter().map(|article| {
            let mut block = 0;
            rewritten(article, &mut || {
                block += 1;
                STYLES[rewrite(block)]
            })
        });
        f1(rewritten)
    };
    let mut figures: Vec<_> = STYLES.iter().enumerate().map(|(i, style)| (style.0, style.3, score(&|_| i))).collect();
    figures.push(("mixed", 0.01, score(&|block| block % 3)));
    let first = figures[0].2;
    println!("{figures:?}");
    assert!(first > 0.85, "{first} of direct quotations in curly marks have their source");
    for (name, below, figure) in figures {
        assert!(figure >= first - below, "{name}: {figure:.4}, against {first:.4}");
    }
}

fn spans(value: &Value) -> Vec<Span> {
    let number = |value: &Value| value.as_u64().expect("an offset") as usize;
    value.as_array().expect("spans").iter().map(|span| Span::new(number(&span[0]), number(&span[1]))).collect()
}

fn read(gold: &Value) -> Marked {
    let rows = gold["attributions"].as_array().expect("attributions");
    let direct = rows.iter().filter(|row| row["form"] == "direct" && !spans(&row["source"]).is_empty());
    let quoted = direct.flat_map(|row| spans(&row["content"]).into_iter().map(|span| (span, spans(&row["source"]))));
    Marked { text: gold["text"].as_str().expect("text").to_owned(), quoted: quoted.collect() }
}

type Style = (&'static str, [char; 2], [char; 2], f64);

/// The article with its marks in the style that `style` gives for each block.
fn rewritten(article: &Marked, style: &mut dyn FnMut() -> Style) -> Marked {
    let source = Article::from_text(&article.text);
    let doc = text::read(&source);
    let styles: Vec<Style> = source.blocks.iter().map(|_| style()).collect();
    let mut marks: BTreeMap<usize, (usize, char)> = BTreeMap::new();
    for quote in doc.quotes.iter().filter(|quote| quote.marked() && quote.depth < 2) {
        let (_, outer, inner, _) = styles[quote.block];
        let [open, close] = if quote.depth == 0 { outer } else { inner };
        marks.insert(quote.outer.start, (quote.inner.start, open));
        if quote.closed {
            marks.insert(quote.inner.end, (quote.outer.end, close));
        }
    }
    let mut text = String::new();
    // Bytes of the old text and where they went.
    let mut moved = Vec::new();
    let mut at = 0;
    while at < article.text.len() {
        moved.push((at, text.len()));
        let c = article.text[at..].chars().next().expect("a character");
        match marks.get(&at) {
            Some(&(end, mark)) => {
                text.push(mark);
                at = end;
            }
            None => {
                text.push(c);
                at += c.len_utf8();
            }
        }
    }
    moved.push((at, text.len()));
    let place = |byte: usize| moved[moved.partition_point(|(old, _)| *old < byte).min(moved.len() - 1)].1;
    let map = |span: &Span| Span::new(place(span.start), place(span.end));
    let quoted = article.quoted.iter().map(|(span, sources)| (map(span), sources.iter().map(map).collect())).collect();
    Marked { text, quoted }
}

/// Of direct quotations with the right source.
fn f1(articles: impl Iterator<Item = Marked>) -> f64 {
    let (mut right, mut found, mut marked) = (0, 0, 0);
    for article in articles {
        let annotations = Engine::shipped().annotate(&Article::from_text(&article.text));
        let words = |span: Span| {
            let words = span.of(&article.text);
            let edge = |c: char| !c.is_alphanumeric();
            let start = span.start + words.len() - words.trim_start_matches(edge).len();
            (start, start + words.trim_matches(edge).len())
        };
        marked += article.quoted.len();
        let direct = annotations.attributions.iter().filter(|a| a.form == Form::Direct && !a.source.is_empty());
        for (attribution, content) in direct.flat_map(|a| a.content.iter().map(move |content| (a, *content))) {
            let same = article.quoted.iter().filter(|(span, _)| words(*span) == words(content));
            found += 1;
            right += usize::from(same.flat_map(|(_, s)| s).any(|s| attribution.source.iter().any(|t| s.overlaps(*t))));
        }
    }
    2.0 * right as f64 / (found + marked) as f64
}
