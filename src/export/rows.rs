//! Annotations as plain rows for whoever reads them outside: one a quotation, one a report.

use crate::{
    annotation::{Annotations, Attribution, Form, QuotationKind, Relay, SourceKind},
    article::Credits,
    span::Span,
};
use serde::Serialize;

/// All rows of an article.
#[derive(Debug, Serialize)]
pub struct Rows<'a> {
    /// Every passage in quotation marks and every block quotation, in text order.
    pub quotations: Vec<Row<'a>>,
    /// Every statement in the writer's own words, in text order.
    pub reports: Vec<Row<'a>>,
    /// Every belief, wish or stance that the writer tells of somebody, in text order.
    pub attitudes: Vec<Row<'a>>,
    /// The article's own origin.
    pub credits: &'a Credits,
}

/// A quotation or a report.
#[derive(Debug, PartialEq, Serialize)]
pub struct Row<'a> {
    /// The words, without outer marks; parts are joined by one space.
    pub text: String,
    /// Speech, or something else in marks.
    pub kind: QuotationKind,
    /// Name of the speaker, where the article tells.
    pub speaker: Option<&'a str>,
    /// The speaker's role, where the article gives one.
    pub role: Option<&'a str>,
    /// The outermost of those by which the words came: a medium as written, or whoever relayed them.
    pub via: Option<&'a str>,
    /// All of them, outermost first.
    pub chain: &'a [Relay],
    /// The one addressed.
    pub to: Option<&'a str>,
    /// What kind of source the speaker is.
    pub kind_of_source: Option<SourceKind>,
    /// Whether the article gives the speaker no name.
    pub unnamed: bool,
    /// The words that attribute it.
    pub cue: Option<String>,
    /// 0 to 1; `None` where there is no attribution.
    pub confidence: Option<f32>,
    /// Whether another row has the same words at their own place, as where this is a pull quote.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

/// The rows of `annotations`, made of `text`.
///
/// ```
/// use hearsay::{Engine, article::Article, export};
///
/// let article = Article::from_text("“It will hold,” the mayor, Ann Lee, told the Lindby Courier.");
/// let found = Engine::shipped().annotate(&article);
/// let rows = export::rows(&article.text, &found);
/// assert_eq!(rows.quotations[0].text, "It will hold,");
/// assert_eq!(rows.quotations[0].speaker, Some("Ann Lee"));
/// assert!(rows.reports.is_empty());
/// ```
pub fn rows<'a>(text: &str, annotations: &'a Annotations) -> Rows<'a> {
    let quotations = annotations
        .quotations
        .iter()
        .map(|q| Row { again: q.again, ..row(text, annotations, &q.parts, q.kind, q.attribution) })
        .collect();
    let indirect = |attitude: bool, kind: QuotationKind| {
        let all = annotations.attributions.iter().enumerate();
        let wanted = all.filter(move |(_, a)| a.form == Form::Indirect && a.attitude == attitude);
        wanted.map(|(i, a)| row(text, annotations, &a.content, kind, Some(i))).collect()
    };
    Rows {
        quotations,
        reports: indirect(false, QuotationKind::Speech),
        attitudes: indirect(true, QuotationKind::Other),
        credits: &annotations.credits,
    }
}

fn row<'a>(
    text: &str,
    annotations: &'a Annotations,
    parts: &[Span],
    kind: QuotationKind,
    attribution: Option<usize>,
) -> Row<'a> {
    let attribution = attribution.and_then(|i| annotations.attributions.get(i));
    let speaker = attribution.and_then(|a| a.speaker).and_then(|i| annotations.speakers.get(i));
    Row {
        text: words(text, parts),
        kind,
        speaker: speaker.map(|s| s.name.as_str()),
        role: speaker.and_then(|s| s.role.as_deref()),
        via: attribution.and_then(Attribution::via),
        chain: attribution.map_or(&[], |a| &a.chain),
        to: attribution.and_then(|a| a.to.as_deref()),
        kind_of_source: speaker.map(|s| s.kind),
        unnamed: speaker.is_some_and(|s| s.unnamed),
        cue: attribution.filter(|a| !a.cue.is_empty()).map(|a| words(text, &a.cue)),
        confidence: attribution.map(|a| a.confidence),
        again: false,
    }
}

/// The words at several places, joined by one space.
pub fn words(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Quotation, Speaker};

    fn at(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    #[test]
    fn a_quotation_and_a_report() {
        let text = "“Go,” said Ann Lee, citing Delta News. She added that it was late. She feared it rained.";
        let attribution = |form, content, cue| Attribution {
            form,
            attitude: content == "it rained",
            content: vec![at(text, content)],
            cue: vec![at(text, cue)],
            source: vec![],
            speaker: Some(0),
            chain: vec![],
            to: None,
            confidence: 0.5,
        };
        let annotations = Annotations {
            quotations: vec![Quotation {
                parts: vec![at(text, "Go,")],
                kind: QuotationKind::Speech,
                attribution: Some(0),
                again: false,
            }],
            attributions: vec![
                attribution(Form::Direct, "“Go,”", "said"),
                attribution(Form::Indirect, "it was late", "added that"),
                attribution(Form::Indirect, "it rained", "feared"),
            ],
            speakers: vec![Speaker {
                name: "Ann Lee".into(),
                kind: SourceKind::NamedPerson,
                role: None,
                unnamed: false,
                outlet: None,
                mentions: vec![],
            }],
            credits: Credits::default(),
        };
        let rows = rows(text, &annotations);
        let brief = |r: &Row| (r.text.clone(), r.speaker.map(str::to_owned), r.cue.clone());
        assert_eq!(
            rows.quotations.iter().map(brief).collect::<Vec<_>>(),
            [("Go,".into(), Some("Ann Lee".into()), Some("said".into()))]
        );
        assert_eq!(
            rows.reports.iter().map(brief).collect::<Vec<_>>(),
            [("it was late".into(), Some("Ann Lee".into()), Some("added that".into()))]
        );
        assert_eq!(
            rows.attitudes.iter().map(brief).collect::<Vec<_>>(),
            [("it rained".into(), Some("Ann Lee".into()), Some("feared".into()))]
        );
    }
}
