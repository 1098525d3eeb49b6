//! What is shown of an article, one by one: each attribution, and each quotation that nobody is known to have said.

use super::{
    anchor::{Anchors, Fragment},
    correction::{Fix, first},
    options::Words,
};
use crate::{
    annotation::{Annotations, Form, QuotationKind, Relay, Speaker},
    article::Article,
    export::words,
    order,
    pace::Pace,
    span::Span,
};
use std::rc::Rc;
use web_sys::Element;

/// A statement as it is shown.
pub struct Statement {
    /// The words said, shortened, for who cannot see where the label stands.
    pub opening: String,
    /// The start of its words, by which it is known again.
    pub key: String,
    /// Who said it, where the article or the reader tells.
    pub speaker: Option<Rc<Speaker>>,
    /// Number of the speaker within the article.
    pub number: Option<usize>,
    /// Speaker and number as they were found.
    pub found: (Option<Rc<Speaker>>, Option<usize>),
    /// What the reader has corrected.
    pub fix: Option<Fix>,
    /// By whom and by what it came, outermost first.
    pub chain: Vec<Relay>,
    /// The one addressed.
    pub to: Option<String>,
    /// How it is quoted.
    pub form: Form,
    /// The article's words that prove it, in order; those that name the source or the saying are marked.
    pub evidence: Vec<(String, bool)>,
    /// Where the words stand that name the source and the saying, as far as they are found in the page.
    pub proof: Vec<Fragment>,
    /// 0 to 1; `None` where nobody is known to have said it.
    pub confidence: Option<f32>,
    /// Index of the article's block that it begins in.
    pub block: usize,
    /// What was said, in the article's text, marks included.
    pub content: Vec<Span>,
    /// The words of it in marks, in the article's text.
    pub marked: Vec<Span>,
    /// The words that attribute it, in the article's text.
    pub cue: Vec<Span>,
    /// Where its quoted words stand.
    pub quoted: Vec<Fragment>,
    /// Where the words stand that the writer reports.
    pub reported: Vec<Fragment>,
    /// Where pull quotes show them once more.
    pub pulled: Vec<Fragment>,
}

impl Statement {
    /// All its words, in text order within each sort.
    pub fn fragments(&self) -> impl Iterator<Item = &Fragment> {
        self.quoted.iter().chain(&self.reported)
    }

    /// Its words wherever they stand, pull quotes included.
    pub fn everywhere(&self) -> impl Iterator<Item = &Fragment> {
        self.fragments().chain(&self.pulled)
    }

    /// Takes what the reader corrects, or goes back to what was found.
    pub fn mend(&mut self, fix: Option<Fix>) {
        (self.speaker, self.number) = match &fix {
            Some(Fix::Speaker(speaker, number)) => (Some(speaker.clone()), Some(*number)),
            _ => self.found.clone(),
        };
        self.fix = fix;
    }

    /// Whether the reader wants nothing of it.
    pub fn hidden(&self) -> bool {
        self.fix == Some(Fix::Hidden)
    }

    /// The speaker's name, or that there is none.
    pub fn name(&self, words: &Words) -> String {
        self.speaker.as_ref().map_or_else(|| words.get("card_nobody"), |speaker| speaker.name.clone())
    }

    /// The element that it begins in.
    pub fn element(&self) -> Option<Element> {
        self.first().node.parent_element()
    }

    /// Where it begins.
    pub fn first(&self) -> &Fragment {
        // Statements without a fragment are dropped when they are made.
        let first = self.fragments().min_by_key(|f| (f.id, f.start));
        first.expect("a statement has a fragment")
    }
}

/// Statements beyond which the rest of a page is left undrawn; no article comes near.
const MOST: usize = 3000;

/// The first statements of `article` in text order; those whose words are not found again in the page are left out.
pub async fn statements(
    article: &Article,
    annotations: &Annotations,
    anchors: &mut Anchors<'_>,
    pace: &Pace,
) -> Vec<Statement> {
    let mut found: Vec<(usize, Statement)> = Vec::new();
    let speakers: Vec<Rc<Speaker>> = annotations.speakers.iter().cloned().map(Rc::new).collect();
    let mut marked = vec![Vec::new(); annotations.attributions.len()];
    let mut pulled = marked.clone();
    for quotation in annotations.quotations.iter().filter(|q| q.kind == QuotationKind::Speech) {
        pace.rest(4).await;
        if let Some(index) = quotation.attribution.filter(|_| quotation.again) {
            pulled[index].extend(&quotation.parts);
            continue;
        }
        match quotation.attribution {
            Some(index) => marked[index].extend(&quotation.parts),
            None => {
                let statement = bare(article, &quotation.parts);
                found.extend(anchored(statement, anchors, &quotation.parts, &[], &quotation.parts));
            }
        }
    }
    // Attitudes are for those who export them: a reader is shown what was said.
    for (index, attribution) in annotations.attributions.iter().enumerate().filter(|(_, a)| !a.attitude) {
        pace.rest(4).await;
        let (quoted, reported) = match attribution.form {
            Form::Direct => (attribution.content.clone(), Vec::new()),
            Form::Mixed => (std::mem::take(&mut marked[index]), attribution.content.clone()),
            Form::Indirect => (Vec::new(), attribution.content.clone()),
        };
        let evidence = evidence(&article.text, &attribution.source, &attribution.cue);
        let speaker = attribution.speaker.and_then(|i| speakers.get(i)).cloned();
        let proof: Vec<Span> = attribution.source.iter().chain(&attribution.cue).copied().collect();
        let statement = Statement {
            speaker: speaker.clone(),
            number: attribution.speaker,
            found: (speaker, attribution.speaker),
            proof: anchors.find(&proof).unwrap_or_default(),
            chain: attribution.chain.clone(),
            to: attribution.to.clone(),
            form: attribution.form,
            evidence,
            cue: attribution.cue.clone(),
            confidence: Some(attribution.confidence),
            ..bare(article, &attribution.content)
        };
        let pulled = anchors.find(&pulled[index]);
        let statement = anchored(statement, anchors, &quoted, &reported, &attribution.content);
        found.extend(
            statement.map(|(start, statement)| (start, Statement { pulled: pulled.unwrap_or_default(), ..statement })),
        );
    }
    order::by_key(&mut found, |(start, _)| *start as u64);
    found.truncate(MOST);
    found.into_iter().map(|(_, statement)| statement).collect()
}

/// A statement of which nothing is known but its words.
fn bare(article: &Article, content: &[Span]) -> Statement {
    let start = content.first().map_or(0, |span| span.start);
    let words = words(&article.text, content);
    Statement {
        opening: shortened(&words),
        key: first(&words, KEY).to_owned(),
        speaker: None,
        number: None,
        found: (None, None),
        fix: None,
        chain: Vec::new(),
        to: None,
        form: Form::Direct,
        evidence: Vec::new(),
        proof: Vec::new(),
        confidence: None,
        block: article.blocks.partition_point(|block| block.span.end <= start),
        content: content.to_vec(),
        marked: Vec::new(),
        cue: Vec::new(),
        quoted: Vec::new(),
        reported: Vec::new(),
        pulled: Vec::new(),
    }
}

fn anchored(
    mut statement: Statement,
    anchors: &mut Anchors,
    quoted: &[Span],
    reported: &[Span],
    content: &[Span],
) -> Option<(usize, Statement)> {
    let mut find = |spans: &[Span]| if spans.is_empty() { Some(Vec::new()) } else { anchors.find(spans) };
    statement.quoted = find(quoted)?;
    statement.reported = find(reported)?;
    statement.marked = quoted.to_vec();
    // A quotation may go on where what is told of its source does not.
    let more = quoted.iter().copied().filter(|part| !content.iter().any(|span| span.contains(*part)));
    statement.content.extend(more);
    order::by_key(&mut statement.content, |&span| order::of_span(span));
    statement.fragments().next()?;
    Some((content.first()?.start, statement))
}

/// Characters by which a statement is known again.
const KEY: usize = 200;

/// Characters of an opening.
const OPENING: usize = 60;

fn shortened(words: &str) -> String {
    let opening = first(words, OPENING);
    if opening == words { words.to_owned() } else { format!("{}…", opening.trim_end()) }
}

/// Bytes between two proofs that are shown together.
const NEAR: usize = 60;

/// The words at `source` and `cue`, marked, with what stands between them.
fn evidence(text: &str, source: &[Span], cue: &[Span]) -> Vec<(String, bool)> {
    let mut proofs: Vec<Span> = source.iter().chain(cue).copied().filter(|span| !span.is_empty()).collect();
    order::by_key(&mut proofs, |&proof| order::of_span(proof));
    let mut told: Vec<(String, bool)> = Vec::new();
    let mut last: Option<usize> = None;
    for proof in proofs {
        let proof = Span::new(proof.start.max(last.unwrap_or(0)), proof.end);
        if proof.is_empty() {
            continue;
        }
        if let Some(end) = last {
            let between = Span::new(end, proof.start).of(text);
            let near = between.len() <= NEAR && !between.contains('\n');
            told.push((if near { between.to_owned() } else { " … ".to_owned() }, false));
        }
        told.push((proof.of(text).to_owned(), true));
        last = Some(proof.end);
    }
    told
}
