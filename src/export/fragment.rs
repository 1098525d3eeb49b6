//! Text fragments: addresses that open a page at a passage (`#:~:text=prefix-,start,end,-suffix`), as
//! <https://wicg.github.io/scroll-to-text-fragment/> has them.
//!
//! A browser goes to the first match in the page, whole words alone, in any case; a term lies within one block. So each
//! term gets the fewest words by which it is the only one of the page: first of its own passage, then of what stands
//! beside it. Punctuation does not count, and is left out at a passage's ends where nothing beside it is named.

mod terms;
#[cfg(test)]
mod tests;
mod words;

use super::{document::join, json::hex};
use crate::{
    article::{Article, Piece},
    pace::Pace,
    span::Span,
};
use terms::{Part, Term};
use words::Words;

/// The directives for `passages`, each the spans of a statement in `article`, which is part of the article `page` that
/// [`crate::article::all`] makes of the whole page; empty where there are no words to go by. Takes time linear in the
/// page and the passages.
pub async fn directives(page: &Article, article: &Article, passages: &[&[Span]], pace: &Pace) -> Vec<String> {
    let words = Words::of(page);
    pace.look().await;
    let mut terms = Vec::new();
    let owners = owners(page, article, passages, &words, &mut terms);
    pace.look().await;
    terms::settle(&mut terms, &words, pace).await;
    let mut directives = vec![String::new(); passages.len()];
    for (term, (owner, run)) in terms.iter().zip(&owners) {
        let out = &mut directives[*owner];
        if term.part != Part::End {
            out.push_str(if out.is_empty() { "text=" } else { "&text=" });
        }
        write(out, term, *run, &words);
    }
    directives
}

/// Fills `terms`, and tells of each whose passage it names a part of, and where in the page's text.
fn owners(
    page: &Article,
    article: &Article,
    passages: &[&[Span]],
    words: &Words,
    terms: &mut Vec<Term>,
) -> Vec<(usize, Span)> {
    let pieces: Vec<&Piece> = page.blocks.iter().flat_map(|block| &block.pieces).collect();
    let mut owners = Vec::new();
    for (index, spans) in passages.iter().enumerate() {
        for run in located(page, &pieces, article, spans) {
            let found = words.within(run);
            if !found.is_empty() && !run.is_empty() {
                Term::add(terms, found, words);
                owners.resize(terms.len(), (index, run));
            }
        }
    }
    owners
}

/// The address of the page at `url`, opened at what `directive` names.
pub fn address(url: &str, directive: &str) -> String {
    if directive.is_empty() { url.to_owned() } else { format!("{url}#:~:{directive}") }
}

/// Where the words of `article` at `spans` stand in the text of `page`, whose pieces are in order of their nodes.
fn located(page: &Article, pieces: &[&Piece], article: &Article, spans: &[Span]) -> Vec<Span> {
    let mut runs = Vec::new();
    for piece in spans.iter().flat_map(|&span| article.pieces(span)) {
        let end = |p: &Piece| p.start + p.span.len();
        let at = pieces.partition_point(|p| (p.node, end(p)) <= (piece.node, piece.start));
        let Some(own) = pieces.get(at).filter(|p| p.node == piece.node && p.start <= piece.start) else { continue };
        let start = own.span.start + (piece.start - own.start);
        join(&mut runs, Span::new(start, start + piece.span.len()), &page.text);
    }
    runs
}

/// Writes what a term came to, its own words cut to `run`.
fn write(out: &mut String, term: &Term, run: Span, words: &Words) {
    let Term { part, core, window, .. } = term;
    let own = window.start.max(core.start)..window.end.min(core.end);
    let (span, block) = (words.span(own.start, own.end), words.block(own.start));
    let mut text = Span::new(span.start.max(run.start), span.end.min(run.end));
    // What stands beside the words must adjoin them: marks between the two go to the neighbour, or at a block's border,
    // which no term may cross, to the words themselves.
    if window.start < own.start {
        let mut before = words.span(window.start, own.start);
        before.end = text.start;
        if own.start == block.start {
            before.end = line_end(words.text, words.span(own.start - 1, own.start).end);
            text.start = line_start(words.text, text.start);
        }
        encode(out, before.of(words.text).trim_end());
        out.push_str("-,");
    }
    if *part == Part::End {
        out.push(',');
    }
    if own.end == window.end {
        return encode(out, text.of(words.text));
    }
    let mut after = words.span(own.end, window.end);
    if own.end == block.end {
        text.end = line_end(words.text, text.end);
        after.start = line_start(words.text, after.start);
    } else {
        after.start = text.end;
    }
    encode(out, text.of(words.text));
    out.push_str(",-");
    encode(out, after.of(words.text).trim_start());
}

/// Where the block of `text` around `at` begins. Asked at its first word alone, as [`line_end`] is at its last: what
/// lies between is not gone through for each term.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |border| border + 1)
}

/// Where the block of `text` around `at` ends.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |border| at + border)
}

/// Adds `text`, percent-encoded: all but letters, digits and what has no meaning in a directive.
fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"._~!*'()".contains(&byte) {
            out.push(byte as char);
        } else {
            out.push('%');
            out.push_str(hex(byte));
        }
    }
}
