//! What Hearsay finds on a page, in the words of the label files.

use hearsay::{
    annotation::{Annotations, Attribution, Form, QuotationKind},
    article::Credits,
    span::Span,
};

/// What was found, in text order.
pub struct Found {
    pub credits: Credits,
    /// Passages in quotation marks that are speech.
    pub quotations: Vec<Label>,
    /// Statements, with and without marks.
    pub reports: Vec<Label>,
}

/// Words, and who is said to have said them.
pub struct Label {
    pub words: String,
    /// Wholly without quotation marks.
    pub indirect: bool,
    pub speaker: String,
    pub role: Option<String>,
    pub via: Option<String>,
}

impl Found {
    /// Reads, finds the article, annotates: the whole way but for the browser.
    pub fn on(html: &str) -> Self {
        let snapshot = hearsay_html::snapshot(html, "https://news.example/story");
        let article = hearsay::article::find(&snapshot).expect("an article");
        let annotations = hearsay::Engine::shipped().annotate(&article);
        let text = &article.text;
        let speech = annotations.quotations.iter().filter(|quotation| quotation.kind == QuotationKind::Speech);
        let quotations = speech.map(|quotation| {
            let attribution = quotation.attribution.and_then(|index| annotations.attributions.get(index));
            label(joined(text, &quotation.parts, " ¶ "), attribution, &annotations)
        });
        let reports = annotations
            .attributions
            .iter()
            .filter(|attribution| !attribution.attitude)
            .map(|attribution| label(joined(text, &attribution.content, " … "), Some(attribution), &annotations));
        Self { quotations: quotations.collect(), reports: reports.collect(), credits: annotations.credits.clone() }
    }
}

fn label(words: String, attribution: Option<&Attribution>, annotations: &Annotations) -> Label {
    let speaker = attribution.and_then(|it| it.speaker).and_then(|index| annotations.speakers.get(index));
    Label {
        words,
        indirect: attribution.is_some_and(|it| it.form == Form::Indirect),
        speaker: match speaker {
            Some(speaker) if speaker.unnamed => format!("{} (unnamed)", speaker.name),
            Some(speaker) => speaker.name.clone(),
            None => "(not told)".to_owned(),
        },
        role: speaker.and_then(|speaker| speaker.role.clone()),
        via: attribution.and_then(|it| it.via().map(str::to_owned)),
    }
}

fn joined(text: &str, parts: &[Span], between: &str) -> String {
    let fold = |part: &Span| part.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    parts.iter().map(fold).collect::<Vec<_>>().join(between)
}
