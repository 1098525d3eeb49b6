//! Passages in lines that stand between the paragraphs, as headings and links to other articles do: "‘The tide turns’: what
//! Lindby says". What a paragraph attributes is not said there.

use crate::{attribution::Found, order, span::Span, text::Doc};

/// Takes such passages out of statements whose cue stands in another block; those that have no others go.
pub fn leave_out(doc: &Doc, found: &mut Vec<Found>) {
    let block = |span: Span| doc.block_at(span.start);
    for statement in found.iter_mut().filter(|statement| !statement.cue.is_empty()) {
        let cued: Vec<usize> = statement.cue.iter().map(|&cue| block(cue)).collect();
        let quotes = statement.quotes.iter().map(|&quote| doc.quotes[quote].outer);
        let lines: Vec<Span> = quotes.filter(|&outer| !cued.contains(&block(outer)) && headline(doc, outer)).collect();
        let gone = |span: Span| lines.iter().any(|line| line.overlaps(span));
        statement.quotes.retain(|&quote| !gone(doc.quotes[quote].outer));
        statement.content.retain(|&content| !gone(content));
    }
    found.retain(|statement| !statement.content.is_empty());
    // A statement whose first words are gone begins further on.
    order::by_key(found, |statement| order::of_span(statement.content[0]));
}

/// Whether `passage` is only a part of a block that ends like a line rather than like a paragraph.
fn headline(doc: &Doc, passage: Span) -> bool {
    let Some(block) = doc.article.blocks.get(doc.block_at(passage.start)) else { return false };
    let mut words = doc.tokens_in(block.span).filter(|&i| doc.tokens[i].is_word());
    let others = words.any(|i| !passage.contains(doc.tokens[i].span));
    let last = doc.tokens_in(block.span).next_back();
    others && last.is_some_and(|i| doc.tokens[i].is_word())
}
