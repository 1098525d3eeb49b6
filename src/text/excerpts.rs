//! Block quotations that are excerpts of other articles: the words to attribute are those quoted in them.

use super::{
    Doc,
    marks::{self, Quote},
};
use crate::{
    article::BlockKind,
    lexicon::cues::{self, Class},
};

/// Takes away each block quotation in which another writer attributes quotations, or reports throughout what others
/// said, so that what they quote stands for itself.
pub fn open(doc: &mut Doc) {
    let quotes = std::mem::take(&mut doc.quotes);
    let opens = excerpts(doc, &quotes);
    let mut opened = None;
    for (mut quote, opens) in quotes.into_iter().zip(opens) {
        if opens {
            opened = Some(quote.block);
            continue;
        }
        if opened == Some(quote.block) {
            quote.depth -= 1;
        }
        doc.quotes.push(quote);
    }
}

/// Which of `quotes` are paragraphs of block quotations that are excerpts: one such paragraph makes all of them so.
fn excerpts(doc: &Doc, quotes: &[Quote]) -> Vec<bool> {
    let mut opens = vec![false; quotes.len()];
    let mut group: Vec<usize> = Vec::new();
    for (index, quote) in quotes.iter().enumerate().filter(|(_, quote)| !quote.marked()) {
        group.push(index);
        if quote.continues {
            continue;
        }
        let excerpt = |&i: &usize| attributes(doc, &quotes[i], &quotes[i + 1..]) || reports(doc, &quotes[i]);
        if !signed(doc, quote.block) && group.iter().any(excerpt) {
            group.iter().for_each(|&i| opens[i] = true);
        }
        group.clear();
    }
    opens
}

/// Whether the block quotation that ends with block `last` is signed: then all of it is the signer's, whoever is
/// quoted.
fn signed(doc: &Doc, last: usize) -> bool {
    let next = doc.article.blocks.get(last + 1).filter(|block| block.kind == BlockKind::Blockquote);
    next.is_some_and(|block| marks::signs(doc.at(block.span)))
}

/// Sayings in a paragraph that make it a report of others' words.
const SAYINGS: usize = 2;

/// Whether a paragraph reports what others said and nobody speaks in it for themselves.
fn reports(doc: &Doc, whole: &Quote) -> bool {
    let tokens = doc.tokens_in(whole.inner);
    let own = |i: usize| matches!(doc.lower(i), "i" | "we" | "my" | "our" | "us" | "me" | "you" | "your");
    let sayings = tokens.clone().filter(|&i| matches!(doc.lower(i), "said" | "told" | "according"));
    !tokens.clone().any(own) && sayings.count() >= SAYINGS
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

#[cfg(test)]
mod tests {
    use crate::article::{Article, BlockKind};

    /// What stands for itself in block quotations made of the lines behind the first.
    fn passages(text: &str) -> Vec<String> {
        let mut article = Article::from_text(text);
        article.blocks.iter_mut().skip(1).for_each(|block| block.kind = BlockKind::Blockquote);
        let doc = crate::text::read(&article);
        doc.quotes.iter().filter(|quote| quote.depth == 0).map(|quote| quote.inner.of(text).to_owned()).collect()
    }

    #[test]
    fn an_excerpt_is_open_to_its_last_paragraph() {
        let text = "The Courier had this:\nThe dam was closed on Monday.\nThe mayor said it was “as safe as a bank” now.\n“Nobody has to leave the house,” she said. “Nobody.”";
        assert_eq!(passages(text), ["as safe as a bank", "Nobody has to leave the house,", "Nobody."]);
    }

    #[test]
    fn what_quotes_nobody_stays_whole() {
        let text = "She wrote:\nThe dam was closed.\nI was for years “as safe as a bank” there, and slept.";
        assert_eq!(passages(text), ["The dam was closed.", "I was for years “as safe as a bank” there, and slept."]);
    }
}
