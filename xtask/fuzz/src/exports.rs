//! Statements to exports, each read again by somebody else's rules.
//!
//! An input is lines: address, headline, publisher, writer, speaker, role, relay, addressee; the rest are paragraphs of
//! the page, of each of which a statement is made. `\n` within a line stands for a line feed.

mod csv;
mod fragments;
mod json;
mod markdown;

use hearsay::{
    annotation::{Form, Medium, Relay, RelayKind, SourceKind, Speaker},
    article::{
        Article, Credits,
        snapshot::{Builder, Element, Snapshot},
        whole,
    },
    export::{Sheet, Statement},
    pace::{Pace, finish},
    span::Span,
};

/// Lines before the paragraphs.
const FIELDS: usize = 8;

/// What the statements of a page are written as.
pub fn run(input: &[u8]) {
    let input = String::from_utf8_lossy(input);
    let mut lines = input.split('\n').map(|line| line.replace("\\n", "\n"));
    let fields: [String; FIELDS] = std::array::from_fn(|_| lines.next().unwrap_or_default());
    let [url, headline, publisher, writer, name, role, relay, to] = fields;
    let page = page(lines);
    let mut article = finish(whole(&page, &Pace::unhurried()));
    article.credits = Credits { headline, byline: vec![writer], publisher: Some(publisher), ..Credits::default() };
    // No speaker is without a name, no relay, and no statement without words.
    let [name, relay] = [name, relay].map(|text| if squeezed(&text).is_empty() { "Lee".to_owned() } else { text });
    let (kind, role) = (SourceKind::NamedPerson, Some(role));
    let speaker = Speaker { name, kind, role, unnamed: false, outlet: None, mentions: Vec::new() };
    let media = [RelayKind::Source(SourceKind::Outlet), RelayKind::Medium(Medium::Post)];
    let chain = media.map(|kind| Relay { text: relay.clone(), kind, span: None, outlet: None });
    let blocks = article.blocks.iter().filter(|block| !squeezed(block.span.of(&article.text)).is_empty());
    let contents: Vec<Vec<Span>> = blocks.map(|block| content(&article, block.span)).collect();
    let statements = contents.iter().enumerate().map(|(number, content)| Statement {
        content,
        quoted: &content[..1],
        cue: &content[..1],
        form: [Form::Direct, Form::Mixed, Form::Indirect][number % 3],
        speaker: Some(&speaker).filter(|_| number % 4 < 3),
        number: Some(number % 4).filter(|&number| number < 3),
        chain: &chain[..number % 3],
        to: Some(to.as_str()).filter(|_| number % 2 == 0),
        confidence: Some(number as f32 / 7.0 % 1.0),
    });
    let sheet = Sheet { url: &url, article: &article, statements: statements.collect() };
    json::check(&sheet, &page);
    let directives = fragments::check(&sheet, &page);
    csv::check(&sheet, &directives);
    markdown::check(&sheet, &directives);
}

/// The page of these paragraphs; a dash begins another text node.
fn page(paragraphs: impl Iterator<Item = String>) -> Snapshot {
    let mut builder = Builder::new(Snapshot::default());
    builder.open(Element { tag: "body".into(), ..Element::default() });
    for text in paragraphs {
        builder.open(Element { tag: "p".into(), ..Element::default() });
        text.split_inclusive('—').for_each(|text| _ = builder.text(text));
        builder.close();
    }
    builder.finish()
}

/// The block at `span`, or its beginning and its end.
fn content(article: &Article, span: Span) -> Vec<Span> {
    let border = |part: usize| article.text.floor_char_boundary(span.start + span.len() * part / 4);
    let parts =
        [Span::new(span.start, border(1)), Span::new(border(3), span.end)].map(|part| part.trimmed(&article.text));
    if parts.iter().any(|part| squeezed(part.of(&article.text)).is_empty()) { vec![span] } else { parts.to_vec() }
}

/// Words without the white space and the control characters between them, which formats may fold.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}
