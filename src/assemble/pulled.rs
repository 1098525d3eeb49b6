//! What is said again in a heading or a pull quote: one statement at two places.

use super::{naming, plain};
use crate::{
    article::{Block, BlockKind},
    attribution::{Found, is_title},
    order,
    span::Span,
    text::Doc,
};

/// Statements that the words of a passage are looked for in.
const MOST: usize = 2000;

/// Passages in pulled blocks and subheads beyond which none is looked for.
const COPIES: usize = 64;

/// Words of a passage that tell it apart.
const TELLING: usize = 2;

/// Most tokens of a headline.
const HEADLINE: usize = 30;

/// Takes what stands in pulled blocks out of the statements `found` where one says it elsewhere and has a source there.
/// For each of [`Doc::quotes`] that was taken: the statement left that has its words.
pub fn merge(doc: &Doc, found: &mut Vec<Found>) -> Vec<Option<usize>> {
    let mut again = vec![None; doc.quotes.len()];
    let heads = |block: &Block| block.kind == BlockKind::Subhead || headline(doc, block);
    let apart = |block: &Block| block.pulled || heads(block);
    let pulled = |span: Span| doc.article.blocks.get(doc.block_at(span.start)).is_some_and(apart);
    if !doc.article.blocks.iter().any(apart) {
        return again;
    }
    let words =
        |spans: &mut dyn Iterator<Item = Span>| plain(&spans.map(|span| doc.at(span)).collect::<Vec<_>>().join(" "));
    let said = |f: &Found| words(&mut f.content.iter().copied().filter(|&content| !pulled(content)));
    let said = |f: &Found| if f.source.is_none() { String::new() } else { said(f) };
    let said: Vec<String> = found.iter().take(MOST).map(said).collect();
    let told = |span: Span| {
        let words = words(&mut [span].into_iter());
        let telling = words.split_whitespace().count() >= TELLING;
        said.iter().position(|said| telling && said.contains(&words))
    };
    // "‘It holds’: Delta Bank" says itself whose words it has, and so does "‘It holds’, says Lee".
    let mut own = vec![false; doc.quotes.len()];
    for f in found.iter().filter(|f| f.source.is_some()) {
        let block = |span: Span| doc.block_at(span.start);
        let here = |&&quote: &&usize| f.cue.iter().any(|&cue| block(cue) == block(doc.quotes[quote].outer));
        f.quotes.iter().filter(here).for_each(|&quote| own[quote] = true);
    }
    let head = |i: usize| heads(&doc.article.blocks[doc.quotes[i].block]);
    let attributed = |i: usize| doc.word(doc.token_at(doc.quotes[i].outer.end)) == ":" || head(i) && own[i];
    let copy = |i: &usize| doc.quotes[*i].depth == 0 && pulled(doc.quotes[*i].inner) && !attributed(*i);
    let copies: Vec<usize> = (0..again.len()).filter(copy).take(COPIES).collect();
    copies
        .iter()
        .for_each(|&quote| again[quote] = told(doc.quotes[quote].inner).filter(|&f| !named(doc, quote, &found[f])));
    let taken = |quote: &usize| again[*quote].is_some();
    // What begins elsewhere and runs into a pulled block stays: it is where the words are said.
    let gone = |content: Span| {
        pulled(content) && copies.iter().any(|quote| taken(quote) && doc.quotes[*quote].outer.overlaps(content))
    };
    for f in found.iter_mut().filter(|f| f.quotes.iter().any(taken)) {
        f.content.retain(|&content| !gone(content));
        f.quotes.retain(|quote| !taken(quote));
    }
    // A statement whose first words are gone begins further on.
    let mut left: Vec<usize> = (0..found.len()).filter(|&index| !found[index].content.is_empty()).collect();
    order::by_key(&mut left, |&index| found[index].content[0].start as u64);
    let mut places = vec![0; found.len()];
    left.iter().enumerate().for_each(|(place, &index)| places[index] = place);
    again.iter_mut().for_each(|original| *original = original.map(|index| places[index]));
    let mut all: Vec<Option<Found>> = found.drain(..).map(Some).collect();
    found.extend(left.iter().filter_map(|&index| all[index].take()));
    again
}

/// Whether a block is a single short sentence that all else stands below.
fn headline(doc: &Doc, block: &Block) -> bool {
    let tokens = doc.tokens_in(block.span);
    let single = doc.sentence_of(tokens.start).is_some_and(|sentence| sentence.tokens.end >= tokens.end);
    tokens.start == 0 && tokens.len() <= HEADLINE && single
}

/// Whether the passage at index `quote` is a single word, or a name or a term that the words of `said` have as well.
fn named(doc: &Doc, quote: usize, said: &Found) -> bool {
    let passage = &doc.quotes[quote];
    let words = doc.at(passage.inner).trim().trim_end_matches(|c: char| !c.is_alphanumeric());
    let same = || said.content.iter().any(|&content| doc.at(content).contains(words));
    said.quotes.is_empty()
        || naming::term(doc, quote)
        || naming::called(doc, quote)
        || !words.contains(' ')
        || is_title(doc, quote) && same()
}
