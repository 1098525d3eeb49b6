//! How words came to the writer: by which medium, or to whom they were said.

mod carried;

use crate::{
    attribution::Found,
    lexicon,
    people::{self, People},
    span::Span,
    text::{Doc, tokens::Kind},
};
use std::ops::Range;

pub use carried::Carried;

/// Farthest from the cue that its medium stands, in tokens.
const REACH: usize = 12;

/// The medium of a statement as written ("a statement", "Twitter", "reporters"); `None` where its sentence gives none.
///
/// Whoever is told passes the words on only where it is an outlet: a person is just the one addressed.
pub fn medium(doc: &Doc, people: &mut People, found: &Found) -> Option<Span> {
    let mut cue = doc.tokens_in(*found.cue.first()?);
    // A cue may hold the medium: "said in a statement".
    if let Some(verb) = cue.clone().find(|&i| lexicon::cues::class(doc.lower(i)).is_some()) {
        cue.end = verb + 1;
    }
    let source = found.source.map_or(cue.clone(), |s| doc.tokens_in(s));
    let end = if source.start >= cue.end && source.start <= cue.end + 1 { source.end } else { cue.end };
    let sentence = doc.sentence_of(cue.start)?.tokens.clone();
    let inside = |i: usize| quoted(doc, doc.tokens[i].span);
    let after = end..sentence.end.min(end + REACH);
    let tells = matches!(doc.lower(cue.end - 1), "told" | "tells" | "telling");
    if let Some(span) = told(doc, after.clone()).filter(|_| tells) {
        let person = people.resolve(doc, span, &[]).is_some_and(|id| people.entity(id).kind == people::Kind::Person);
        return (!person).then_some(span);
    }
    let before = sentence.start..cue.start.min(source.start);
    // "Workers heard of it by text message, Lee said" is not what Lee sent; "in a letter, Lee said" is.
    let amid = |medium: &Span, content: &Span| {
        content.contains(*medium) && doc.token_at(content.start) + 1 < doc.token_at(medium.start)
    };
    phrase(doc, after.take_while(|&i| !inside(i)).collect())
        .or_else(|| phrase(doc, before.take_while(|&i| !inside(i)).take(REACH).collect()))
        .filter(|medium| !found.content.iter().any(|content| amid(medium, content)))
}

/// The one who was told, where it is a name or the press.
fn told(doc: &Doc, tokens: Range<usize>) -> Option<Span> {
    let start = tokens.start;
    let article = usize::from(doc.lower(start) == "the");
    let mut end = start + article;
    while end < tokens.end && doc.capital(end) && doc.tokens[end].kind != Kind::Punctuation {
        end += 1;
    }
    if end > start + article {
        return Some(doc.span(start..end));
    }
    matches!(doc.lower(start), "reporters" | "journalists").then(|| doc.tokens[start].span)
}

/// The first "in a statement", "on Twitter" among neighbouring tokens, without its preposition.
fn phrase(doc: &Doc, tokens: Vec<usize>) -> Option<Span> {
    for &i in &tokens {
        let introduced =
            matches!(doc.lower(i), "in" | "on" | "at" | "via" | "during" | "through" | "by" | "from" | "to");
        let range = introduced.then(|| noun_phrase(doc, i + 1, tokens.last().map_or(i, |&l| l + 1))).flatten();
        if let Some(range) = range {
            return Some(doc.span(range));
        }
    }
    None
}

/// The noun phrase at `start` if its head is a medium.
fn noun_phrase(doc: &Doc, start: usize, limit: usize) -> Option<Range<usize>> {
    let mut head = None;
    for i in start..limit.min(start + 6) {
        let word = doc.lower(i);
        if doc.tokens[i].kind == Kind::Punctuation
            || i > start && (lexicon::PREPOSITIONS.has(word) || lexicon::AUXILIARIES.has(word))
        {
            break;
        }
        if lexicon::MEDIA.has(word) {
            head = Some(i);
        }
    }
    head.map(|end| start..end + 1)
}

/// Whether `span` stands in quotation marks.
fn quoted(doc: &Doc, span: Span) -> bool {
    let next = doc.quotes.partition_point(|q| q.outer.start <= span.start);
    doc.quotes[..next].iter().rev().take(8).any(|q| q.outer.contains(span))
}

#[cfg(test)]
mod tests {
    use crate::{article::Article, attribution, people, span::Span, text};

    /// Holds that the first statement of `text` came by `expected`, or by nothing that the text tells.
    fn check(text: &str, expected: Option<&str>) {
        let article = Article::from_text(text);
        let doc = text::read(&article);
        let found = attribution::find(&doc);
        let medium = super::medium(&doc, &mut people::read(&doc), &found[0]);
        assert_eq!(medium.map(|m| doc.at(m)), expected, "{text}");
    }

    /// The same where the cue is found to be `cue`.
    fn check_cue(text: &str, cue: &str, expected: Option<&str>) {
        let article = Article::from_text(text);
        let doc = text::read(&article);
        let start = text.find(cue).expect("the cue");
        let mut found = attribution::find(&doc).swap_remove(0);
        found.cue = vec![Span::new(start, start + cue.len())];
        let medium = super::medium(&doc, &mut people::read(&doc), &found);
        assert_eq!(medium.map(|m| doc.at(m)), expected, "{text}");
    }

    #[test]
    fn media() {
        check("“It holds,” Ann Lee said in a statement.", Some("a statement"));
        check("In an interview on Monday, Ann Lee said it held.", Some("an interview"));
        check("“It holds,” Ann Lee wrote on Twitter.", Some("Twitter"));
        check("Ann Lee told reporters that it held.", Some("reporters"));
        check_cue("“It holds,” Ann Lee said in a statement.", "said in a statement", Some("a statement"));
        check_cue("Ann Lee told the Orrin Courier it held.", "told the Orrin Courier", Some("the Orrin Courier"));
        check("Ann Lee told the Orrin Courier that it held.", Some("the Orrin Courier"));
    }

    #[test]
    fn no_media() {
        check("Ann Lee said it held.", None);
        check("Ann Lee told Mr. Park that it held.", None);
        check("Ann Lee told Premier Ida Park that it held.", None);
        check("Ann Lee said in the kitchen that it held.", None);
        check("Workers learned of it by text message, said Ann Lee.", None);
    }
}
