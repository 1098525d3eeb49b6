//! What is shown of an article, one by one: each attribution, and each quotation that nobody is known to have said.

use super::anchor::{Anchors, Fragment};
use crate::{
    annotation::{Annotations, Form, QuotationKind, Relay, Speaker},
    article::Article,
    export::words,
    order,
    pace::Pace,
    span::Span,
};
use std::collections::HashMap;
use web_sys::Element;

/// A statement as it is shown.
pub struct Statement {
    /// The words said, shortened, for who cannot see where the label stands.
    pub opening: String,
    /// Who said it, where the article tells.
    pub speaker: Option<Speaker>,
    /// Number of the speaker within the article.
    pub number: Option<usize>,
    /// Which of its speaker's statements it is, the first being 1, and of how many.
    pub place: Option<(usize, usize)>,
    /// By whom and by what it came, outermost first.
    pub chain: Vec<Relay>,
    /// The one addressed.
    pub to: Option<String>,
    /// How it is quoted.
    pub form: Form,
    /// The article's words that prove it, in order; those that name the source or the saying are marked.
    pub evidence: Vec<(String, bool)>,
    /// 0 to 1.
    pub confidence: f32,
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
    let mut marked: HashMap<usize, Vec<Span>> = HashMap::new();
    let mut pulled: HashMap<usize, Vec<Span>> = HashMap::new();
    for quotation in annotations.quotations.iter().filter(|q| q.kind == QuotationKind::Speech) {
        pace.rest(4).await;
        if let Some(index) = quotation.attribution.filter(|_| quotation.again) {
            pulled.entry(index).or_default().extend(&quotation.parts);
            continue;
        }
        match quotation.attribution {
            Some(index) => marked.entry(index).or_default().extend(&quotation.parts),
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
            Form::Mixed => (marked.remove(&index).unwrap_or_default(), attribution.content.clone()),
            Form::Indirect => (Vec::new(), attribution.content.clone()),
        };
        let evidence = evidence(&article.text, &attribution.source, &attribution.cue);
        let speaker = attribution.speaker.and_then(|i| annotations.speakers.get(i));
        let statement = Statement {
            speaker: speaker.cloned(),
            number: attribution.speaker,
            chain: attribution.chain.clone(),
            to: attribution.to.clone(),
            form: attribution.form,
            evidence,
            confidence: attribution.confidence,
            cue: attribution.cue.clone(),
            ..bare(article, &attribution.content)
        };
        let pulled = pulled.remove(&index).and_then(|parts| anchors.find(&parts));
        let statement = anchored(statement, anchors, &quoted, &reported, &attribution.content);
        found.extend(
            statement.map(|(start, statement)| (start, Statement { pulled: pulled.unwrap_or_default(), ..statement })),
        );
    }
    order::by_key(&mut found, |(start, _)| *start as u64);
    found.truncate(MOST);
    let mut statements: Vec<Statement> = found.into_iter().map(|(_, statement)| statement).collect();
    count(&mut statements);
    statements
}

/// Numbers the statements of each speaker.
fn count(statements: &mut [Statement]) {
    let mut all: HashMap<usize, usize> = HashMap::new();
    for statement in statements.iter_mut() {
        let Some(number) = statement.number else { continue };
        let said = all.entry(number).or_default();
        *said += 1;
        statement.place = Some((*said, 0));
    }
    for statement in statements {
        let all = statement.number.and_then(|number| all.get(&number));
        statement.place = statement.place.zip(all).map(|((place, _), all)| (place, *all));
    }
}

/// A statement of which nothing is known but its words.
fn bare(article: &Article, content: &[Span]) -> Statement {
    let start = content.first().map_or(0, |span| span.start);
    Statement {
        opening: shortened(&words(&article.text, content)),
        speaker: None,
        number: None,
        place: None,
        chain: Vec::new(),
        to: None,
        form: Form::Direct,
        evidence: Vec::new(),
        confidence: 1.0,
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

/// Characters of an opening.
const OPENING: usize = 60;

fn shortened(words: &str) -> String {
    match words.char_indices().nth(OPENING) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
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
