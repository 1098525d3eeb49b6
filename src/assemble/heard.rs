//! Words that somebody hears rather than says: "when she was asked, “Is it over?”".

use crate::{attribution::Found, span::Span, text::Doc};

/// Most tokens between a passage and "was asked" behind it.
const BEHIND: usize = 6;

/// Whether the passages of `statement` are questions put to whoever stands beside them, by nobody that the text names.
pub fn only(doc: &Doc, statement: &Found) -> bool {
    let passage = |quote: Option<&usize>| quote.and_then(|&quote| doc.quotes.get(quote)).map(|quote| quote.outer);
    let (first, last) = (passage(statement.quotes.first()), passage(statement.quotes.last()));
    first.is_some_and(|first| asks(doc, first) && before(doc, first))
        || last.is_some_and(|last| asks(doc, last) && behind(doc, last))
}

fn asks(doc: &Doc, passage: Span) -> bool {
    doc.at(passage).trim_end_matches(['”', '"', '’', '\'']).ends_with('?')
}

/// "was asked, “…?”"
fn before(doc: &Doc, passage: Span) -> bool {
    let start = doc.token_at(passage.start);
    let leads = start > 0 && matches!(doc.word(start - 1), "," | ":");
    let verb = start.checked_sub(1 + usize::from(leads)).filter(|&verb| verb > 0);
    verb.is_some_and(|verb| beside(doc, verb, passage) && asked(doc, verb))
}

/// "“…?” Ann Lee was asked"
fn behind(doc: &Doc, passage: Span) -> bool {
    let start = doc.token_at(passage.end);
    let clause = start..doc.tokens.len().min(start + BEHIND);
    let mut clause = clause.take_while(|&i| doc.tokens[i].is_word() && beside(doc, i, passage));
    clause.any(|i| i > start && asked(doc, i))
}

/// Whether token `i` stands in the paragraph of `passage`.
fn beside(doc: &Doc, i: usize, passage: Span) -> bool {
    doc.block_at(doc.tokens[i].span.start) == doc.block_at(passage.start)
}

/// Whether the verb at token `i` says that its subject was asked something.
fn asked(doc: &Doc, i: usize) -> bool {
    doc.one(i, "asked questioned") && doc.be(i - 1)
}
