//! Quotation marks in pairs: every style, nested, re-opened at each paragraph, never closed.
//!
//! Double marks (“ ” " „ « » and doubled single ones) are paired with a stack, by what stands on either side of them;
//! single marks, most of which are apostrophes, only where a closing one can be found.

mod double;
mod shape;
mod single;
#[cfg(test)]
mod tests;

use super::context::Chars;
use crate::{
    article::{Article, Block, BlockKind},
    order,
    pace::Pace,
    span::Span,
};

/// A passage between quotation marks, within one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// With its marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// How many other passages it stands in.
    pub depth: usize,
    /// Whether it has a closing mark; without one it ends with its block.
    pub closed: bool,
    /// Whether it goes on with the next passage, which opens with a mark again: as a rule the first of the next block.
    pub continues: bool,
}

impl Quote {
    /// Whether it stands in marks; a block quotation does without.
    pub fn marked(&self) -> bool {
        self.outer != self.inner
    }
}

/// A pair of marks in one block, as character indices: the opening mark's first, or where the passage begins without
/// one, and the closing mark's first, or where it ends without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    open: usize,
    close: usize,
}

/// All passages in quotation marks and block quotations, in order of their starts.
pub async fn pair(article: &Article, pace: &Pace) -> Vec<Quote> {
    let chars = |block: &Block| Chars::new(block.span.of(&article.text), block.span.start);
    let mut after = article.blocks.first().map(chars);
    let mut quotes = Vec::new();
    for block in 0..article.blocks.len() {
        let Some(here) = std::mem::replace(&mut after, article.blocks.get(block + 1).map(chars)) else { break };
        let next = after.as_ref().map_or('\n', |next| next.at(0));
        let mut pairs = double::pairs(&here, next);
        pairs.extend(single::pairs(&here, next, &pairs));
        order::by_key(&mut pairs, |p| order::of_outer_span(Span::new(p.open, p.close)));
        let first = quotes.len();
        push(&article.text, &here, next, block, &pairs, &mut quotes);
        if article.blocks[block].kind == BlockKind::Blockquote {
            set_apart(article, block, first, &mut quotes);
        }
        pace.rest(article.blocks[block].span.len() / 32).await;
    }
    quotes
}

/// A block quotation is a passage without marks; one that is in marks all the same stays as it is.
fn set_apart(article: &Article, block: usize, first: usize, quotes: &mut Vec<Quote>) {
    let span = article.blocks[block].span;
    if signs(span.of(&article.text)) {
        return;
    }
    let marked: usize = quotes[first..].iter().filter(|q| q.depth == 0).map(|q| q.outer.len()).sum();
    if marked * 2 > span.len() {
        // What was set apart above ends there.
        let before = quotes[..first].iter_mut().rev().take_while(|q| q.block + 1 == block);
        before.filter(|q| !q.marked()).for_each(|q| q.continues = false);
        return;
    }
    let words = Span::new(span.start, span.end - signature(span.of(&article.text))).trimmed(&article.text);
    quotes[first..].iter_mut().for_each(|q| q.depth += 1);
    let next = article.blocks.get(block + 1).filter(|b| b.kind == BlockKind::Blockquote);
    let continues = words.end == span.end && next.is_some_and(|b| !signs(b.span.of(&article.text)));
    let whole = Quote { outer: words, inner: words, block, depth: 0, closed: true, continues };
    let nested = quotes.split_off(first);
    quotes.push(whole);
    quotes.extend(nested.into_iter().filter(|q| words.contains(q.outer)));
}

/// Length in bytes of the signature that ends a block quotation ("— Ann Lee (@annlee) May 3"); 0 where it has none:
/// behind a dash amid a sentence stands a name alone, or more of the sentence ("I was scared — I could not move.").
fn signature(text: &str) -> usize {
    let signed = |&at: &usize| {
        let (words, name) = (text[..at].trim_end(), &text[at..]);
        let ended = words.ends_with(['.', '!', '?', '…', '”', '"', '’', '\'']);
        let bare = || name.split_whitespace().skip(1).all(|word| word.starts_with(char::is_uppercase));
        let alone = !name.ends_with(['.', '!', '?', '…']) && bare();
        at > 0 && signs(name) && (ended || name.contains("(@") || alone)
    };
    text.rfind(['—', '―']).filter(signed).map_or(0, |at| text.len() - at)
}

/// Whether `text` is nothing but a signature: a dash and a name, which an account ("(@annlee)") may follow.
pub fn signs(text: &str) -> bool {
    let name = text.strip_prefix(['—', '―', '–', '-']).map(str::trim_start);
    text.len() < 150 && name.is_some_and(|name| name.starts_with(char::is_uppercase) || name.contains("(@"))
}

fn push(text: &str, chars: &Chars, next: char, block: usize, pairs: &[Pair], quotes: &mut Vec<Quote>) {
    let mut open: Vec<usize> = Vec::new();
    for pair in pairs {
        while open.last().is_some_and(|&close| close <= pair.open) {
            open.pop();
        }
        let mark = |i: usize| shape::double_at(chars, i) || shape::single(chars.at(i));
        let past = |i: usize| if mark(i) { i + shape::width(chars, i) } else { i };
        let (closed, close_end) = (mark(pair.close), past(pair.close));
        let inner = Span::new(chars.byte(past(pair.open)), chars.byte(pair.close));
        if inner.trimmed(text).is_empty() {
            continue;
        }
        quotes.push(Quote {
            outer: Span::new(chars.byte(pair.open), chars.byte(close_end)),
            inner,
            block,
            depth: open.len(),
            closed,
            continues: !closed && open.is_empty() && goes_on(chars, pair, next),
        });
        open.push(pair.close);
    }
}

/// Whether a passage that is not closed goes on with the next: at the start of the next block, or, where paragraphs
/// were run together, behind its one sentence, which begins where another ends.
fn goes_on(chars: &Chars, pair: &Pair, next: char) -> bool {
    let after = (pair.close..chars.len()).find(|&i| !chars.at(i).is_whitespace());
    let ends = |i: usize| matches!(chars.at(i), '.' | '!' | '?') && chars.at(i + 1).is_whitespace();
    let begins = pair.open < 2 || !chars.at(pair.open - 2).is_alphanumeric();
    let single = || begins && !(pair.open..pair.close - 1).any(ends);
    shape::same_family(chars.at(pair.open), after.map_or(next, |i| chars.at(i))) && (after.is_none() || single())
}
