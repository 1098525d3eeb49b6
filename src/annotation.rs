//! What comes out: every quotation and report of an article, with who said it and the words that prove it.
//!
//! Spans are UTF-8 bytes of [`Article::text`](crate::article::Article::text). Indices point into the lists of the same
//! [`Annotations`].
//!
//! ```
//! use hearsay::{Engine, annotation::QuotationKind, article::Article};
//!
//! let article = Article::from_text("“We knew,” Tom Falk said.\nThe film “The Long Rain” won two prizes.");
//! let found = Engine::shipped().annotate(&article);
//! let [said, title] = &found.quotations[..] else { panic!("two passages in marks") };
//! assert_eq!(said.kind, QuotationKind::Speech);
//! assert_eq!(title.kind, QuotationKind::Other);
//! // Every statement has the words that it was found by.
//! let attribution = &found.attributions[said.attribution.unwrap()];
//! assert_eq!(attribution.source[0].of(&article.text), "Tom Falk");
//! assert_eq!(attribution.cue[0].of(&article.text), "said");
//! ```

use crate::{article::Credits, outlets::Outlet, span::Span};
use serde::Serialize;

/// All that is known of who said what in one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

impl Annotations {
    /// Adds those of another article, which stands further on in the same text.
    pub fn append(&mut self, other: Self) {
        let (attributions, speakers) = (self.attributions.len(), self.speakers.len());
        self.quotations.extend(other.quotations.into_iter().map(|mut quotation| {
            quotation.attribution = quotation.attribution.map(|index| index + attributions);
            quotation
        }));
        self.attributions.extend(other.attributions.into_iter().map(|mut attribution| {
            attribution.speaker = attribution.speaker.map(|index| index + speakers);
            attribution
        }));
        self.speakers.extend(other.speakers);
    }
}

/// A passage that the article sets apart as somebody's exact words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quotation {
    /// The words without their marks, one span a paragraph.
    pub parts: Vec<Span>,
    /// Speech, or something else in marks.
    pub kind: QuotationKind,
    /// The attribution that it belongs to (always `None` for [`QuotationKind::Other`]).
    pub attribution: Option<usize>,
    /// Whether it says again, as a pull quote does, what that attribution says at its own place.
    pub again: bool,
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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attribution {
    /// How it is quoted.
    pub form: Form,
    /// Whether it is a belief, a wish, a stance or a deed in the writer's words ("she hopes to", "she called the
    /// police") rather than something said: a reader is shown what was said.
    pub attitude: bool,
    /// What was said; several spans where the attribution interrupts it. Quotation marks are included.
    pub content: Vec<Span>,
    /// The words that attribute it ("said", "according to", a colon); empty where none do.
    pub cue: Vec<Span>,
    /// The mention of the speaker nearest to the content, even a pronoun; empty where none is near.
    pub source: Vec<Span>,
    /// Index into [`Annotations::speakers`]; `None` where the text does not tell.
    pub speaker: Option<usize>,
    /// By whom and by what the words came from the speaker to the article, outermost first: "Delta News reported that
    /// Ann Lee said in a statement" is Delta News, then a statement.
    pub chain: Vec<Relay>,
    /// The one whom the words are addressed to, where the text tells ("told Tom Falk that").
    pub to: Option<String>,
    /// 0 to 1: how sure Hearsay is of content and speaker together.
    pub confidence: f32,
}

/// A step of the way that words came by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Relay {
    /// A medium as written ("a statement"); whoever relays by their fullest name.
    pub text: String,
    /// What it is.
    pub kind: RelayKind,
    /// Where the text tells of it; `None` where only a verb does ("tweeted").
    pub span: Option<Span>,
    /// What is known of it as an outlet.
    pub outlet: Option<Outlet>,
}

/// What relays words: somebody, or something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RelayKind {
    /// Somebody who tells them further.
    Source(SourceKind),
    /// What they were said or written in.
    Medium(Medium),
}

/// What words are said or written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// Given out to everybody: a statement, a release.
    Statement,
    /// Put online under the speaker's account.
    Post,
    /// Written to somebody: a letter, an email, a text message, a memo.
    Message,
    /// On file: court papers, a report, a study, a poll.
    Document,
    /// Asked for by an outlet or the writer: an interview, a call.
    Interview,
    /// Said to the press: a briefing, "told reporters".
    Press,
    /// Spoken before others: a speech, a hearing, testimony.
    Speech,
    /// Sent or recorded: television, a podcast, a video.
    Broadcast,
    /// Printed to be read: a book, a column, an essay.
    Book,
}

/// What kind of source a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A person with a name in the article.
    NamedPerson,
    /// Somebody who speaks for others by profession, named or not.
    Spokesperson,
    /// An organisation, a company, a government, a court, a place that speaks for those who govern it.
    Organisation,
    /// One person without a name in the article.
    UnnamedPerson,
    /// Several people, named or not: officials, the brothers, the public.
    Group,
    /// A document, a law, a poll, a study.
    Document,
    /// A news agency that is not controlled by a state.
    NewsAgency,
    /// An agency or outlet that is controlled by a state, in the article's words or by the table of outlets.
    StateMedia,
    /// Any other newspaper, broadcaster or site.
    Outlet,
    /// A post or account online whose owner is not told.
    SocialPost,
    /// The article's writer.
    Writer,
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
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Title, job or affiliation in the article's words.
    pub role: Option<String>,
    /// Whether the article gives no name.
    pub unnamed: bool,
    /// What is known of it as an outlet.
    pub outlet: Option<Outlet>,
    /// Where the article speaks of it by name or as the source of a statement, in text order.
    pub mentions: Vec<Span>,
}

impl Attribution {
    /// The outermost of those by which the words came.
    pub fn via(&self) -> Option<&str> {
        self.chain.first().map(|relay| relay.text.as_str())
    }
}
