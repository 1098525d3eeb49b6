//! From statements with mentions to annotations with speakers.

use crate::{
    annotation::{Annotations, Attribution, Quotation, QuotationKind, Speaker},
    article::Article,
    attribution::{self, Found},
    text::Doc,
};

/// The annotations of `doc`.
pub fn annotations(article: &Article, doc: &Doc) -> Annotations {
    let found = attribution::find(doc);
    let mut out = Annotations { credits: article.credits.clone(), ..Annotations::default() };
    let mut owner = vec![None; doc.quotes.len()];
    for Found { form, content, cue, source, relay, quotes, confidence } in found {
        for quote in quotes {
            owner[quote] = Some(out.attributions.len());
        }
        let speaker = source.map(|s| speaker(&mut out.speakers, doc.at(s)));
        let via = relay.map(|r| doc.at(r).to_owned());
        let source = source.into_iter().collect();
        out.attributions.push(Attribution { form, content, cue, source, speaker, via, confidence });
    }
    out.quotations = quotations(doc, &owner);
    out
}

fn speaker(speakers: &mut Vec<Speaker>, name: &str) -> usize {
    if let Some(known) = speakers.iter().position(|s| s.name == name) {
        return known;
    }
    speakers.push(Speaker { name: name.to_owned(), role: None, unnamed: false });
    speakers.len() - 1
}

/// The outermost passages in marks, those that go on over several paragraphs as one.
fn quotations(doc: &Doc, owner: &[Option<usize>]) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut continues = false;
    for (index, quote) in doc.quotes.iter().enumerate().filter(|(_, q)| q.depth == 0) {
        let part = quote.inner.trimmed(&doc.article.text);
        match quotations.last_mut().filter(|_| continues) {
            Some(last) => last.parts.push(part),
            None => {
                let attribution = owner[index];
                let kind = if attribution.is_some() { QuotationKind::Speech } else { QuotationKind::Other };
                quotations.push(Quotation { parts: vec![part], kind, attribution });
            }
        }
        continues = quote.continues;
    }
    quotations
}
