//! What comes out: every quotation and report of an article, with who said it and the words that prove it.
//!
//! Spans are UTF-8 bytes of [`Article::text`](crate::article::Article::text). Indices point into the lists of the same
//! [`Annotations`].

use crate::{article::Credits, span::Span};
use serde::Serialize;

/// All that is known of who said what in one article.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Annotations {
    /// Every passage in quotation marks, and every block quotation, in text order.
    pub quotations: Vec<Quotation>,
    /// Every statement with its source, in text order of the content.
    pub attributions: Vec<Attribution>,
    /// The people, organisations and documents that the attributions name, in order of first statement.
    pub speakers: Vec<Speaker>,
    /// The article's own origin.
    pub credits: Credits,
}

/// A passage that the article sets apart as somebody's exact words.
#[derive(Clone, Debug, Serialize)]
pub struct Quotation {
    /// The words without their marks, one span a paragraph.
    pub parts: Vec<Span>,
    /// Speech, or something else in marks.
    pub kind: QuotationKind,
    /// The attribution that it belongs to (always `None` for [`QuotationKind::Other`]).
    pub attribution: Option<usize>,
}

/// What a passage in quotation marks is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuotationKind {
    /// Words attributed to a person, organisation or document, even one or two.
    Speech,
    /// A title, nickname, scare quote or mentioned term.
    Other,
}

/// Somebody's statement: content, and where the text says who made it.
#[derive(Clone, Debug, Serialize)]
pub struct Attribution {
    /// How it is quoted.
    pub form: Form,
    /// Whether it is a belief, a wish, a stance in the writer's words ("she hopes that") rather than something said: a
    /// reader is shown what was said.
    pub attitude: bool,
    /// What was said; several spans where the attribution interrupts it. Quotation marks are included.
    pub content: Vec<Span>,
    /// The words that attribute it ("said", "according to", a colon); empty where none do.
    pub cue: Vec<Span>,
    /// The mention of the speaker nearest to the content, even a pronoun; empty where none is near.
    pub source: Vec<Span>,
    /// Index into [`Annotations::speakers`]; `None` where the text does not tell.
    pub speaker: Option<usize>,
    /// Who or what relayed the words, as written ("the Courier", "a statement"); it goes on with the quotations of the same
    /// speaker that follow at once.
    pub via: Option<String>,
    /// 0 to 1: how sure Hearsay is of content and speaker together.
    pub confidence: f32,
}

/// How a statement is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Wholly in quotation marks.
    Direct,
    /// Partly in quotation marks.
    Mixed,
    /// In the writer's words.
    Indirect,
}

/// Somebody or something that speaks in the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speaker {
    /// The fullest form of the name that the article gives; for the unnamed their fullest description.
    pub name: String,
    /// Title, job or affiliation in the article's words.
    pub role: Option<String>,
    /// Whether the article gives no name.
    pub unnamed: bool,
}
