//! Passages in lines that stand between the paragraphs, as headings and links to other articles do: "‘The tide turns’:
//! what Lindby says". What a paragraph attributes is not said there.

use crate::{
    attribution::{self, Found},
    span::Span,
    text::Doc,
};

/// Takes such passages out of statements whose cue stands in another block; those that have no others go.
pub fn leave_out(doc: &Doc, found: &mut Vec<Found>) {
    for statement in found.iter_mut().filter(|statement| !statement.cue.is_empty()) {
        let Found { cue, content, quotes, .. } = statement;
        let cued = |block: usize| cue.iter().any(|cue| doc.block_at(cue.start) == block);
        // In text order.
        let mut lines: Vec<Span> = Vec::new();
        quotes.retain(|&quote| {
            let passage = doc.quotes[quote].outer;
            let gone = !cued(doc.block_at(passage.start)) && headline(doc, passage);
            lines.extend(gone.then_some(passage));
            !gone
        });
        let line = |content: Span| lines.get(lines.partition_point(|line| line.end <= content.start));
        content.retain(|&content| !line(content).is_some_and(|line| line.overlaps(content)));
    }
    found.retain(|statement| !statement.content.is_empty());
    // A statement whose first words are gone begins further on.
    attribution::sort(found);
}

/// Whether `passage` is only a part of a block that ends like a line rather than like a paragraph.
fn headline(doc: &Doc, passage: Span) -> bool {
    let Some(block) = doc.article.blocks.get(doc.block_at(passage.start)) else { return false };
    let mut words = doc.tokens_in(block.span).filter(|&i| doc.tokens[i].is_word());
    let others = words.any(|i| !passage.contains(doc.tokens[i].span));
    let last = doc.tokens_in(block.span).next_back();
    others && last.is_some_and(|i| doc.tokens[i].is_word())
}
