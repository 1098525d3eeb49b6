//! Block quotations that are excerpts of other articles: the words to attribute are those quoted in them.

use super::{Doc, marks::Quote};
use crate::lexicon::cues::{self, Class};

/// Takes away each block quotation in which another writer attributes quotations, so that these stand for themselves.
pub fn open(doc: &mut Doc) {
    let quotes = std::mem::take(&mut doc.quotes);
    let mut opened = None;
    for (index, mut quote) in quotes.iter().cloned().enumerate() {
        if !quote.marked() && attributes(doc, &quote, &quotes[index + 1..]) {
            opened = Some(quote.block);
            continue;
        }
        if opened == Some(quote.block) {
            quote.depth -= 1;
        }
        doc.quotes.push(quote);
    }
}

/// Whether the words of `whole` outside the passages `nested` in it attribute these.
fn attributes(doc: &Doc, whole: &Quote, nested: &[Quote]) -> bool {
    let mut nested = nested.iter().take_while(|q| q.block == whole.block).peekable();
    if nested.peek().is_none() {
        return false;
    }
    let mut inside = 0;
    doc.tokens_in(whole.inner).any(|i| {
        let token = &doc.tokens[i];
        while let Some(quote) = nested.next_if(|q| q.outer.start <= token.span.start) {
            inside = inside.max(quote.outer.end);
        }
        token.span.start >= inside && matches!(cues::class(&token.lower), Some(Class::Say | Class::Tell))
    })
}
