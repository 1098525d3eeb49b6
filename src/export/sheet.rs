//! What an export is made of.

use super::words;
use crate::{
    annotation::{Form, Relay, Speaker},
    article::Article,
    span::Span,
};

/// An article's statements, in text order.
pub struct Sheet<'a> {
    /// Address of the page, without fragment.
    pub url: &'a str,
    /// In whose text the spans are.
    pub article: &'a Article,
    /// Who said what.
    pub statements: Vec<Statement<'a>>,
}

/// Somebody's statement.
pub struct Statement<'a> {
    /// What was said, as the article has it, marks included.
    pub content: &'a [Span],
    /// The words of it that stand in marks.
    pub quoted: &'a [Span],
    /// The words that attribute it.
    pub cue: &'a [Span],
    /// How it is given.
    pub form: Form,
    /// Who said it, where the article tells.
    pub speaker: Option<&'a Speaker>,
    /// Number of the speaker within the article.
    pub number: Option<usize>,
    /// By whom and by what it came, outermost first.
    pub chain: &'a [Relay],
    /// The one addressed.
    pub to: Option<&'a str>,
    /// 0 to 1; `None` where nobody is known to have said it.
    pub confidence: Option<f32>,
}

impl Statement<'_> {
    /// What was said, its parts joined by one space.
    pub fn text(&self, article: &Article) -> String {
        words(&article.text, self.content)
    }

    /// The speaker's role, where the article gives one.
    pub fn role(&self) -> Option<&str> {
        self.speaker?.role.as_deref()
    }

    /// The steps that it came by, outermost first, in one line.
    pub fn path(&self) -> String {
        self.chain.iter().map(|relay| relay.text.as_str()).collect::<Vec<_>>().join(" › ")
    }
}
