//! A few words in marks that somebody says in full at another place: "Khan stirs ‘ugliness’" over "“It shows its
//! ugliness,” Khan said".

use super::{naming, own, plain};
use crate::{
    article::{Block, BlockKind},
    attribution::Found,
    pace::Pace,
    people::EntityId,
    span::Span,
    text::{Doc, marks::Quote},
};

/// Passages beyond which none is looked for.
const MOST: usize = 64;

/// Most tokens of a heading.
const HEADING: usize = 20;

/// Fewest bytes of a single word that tells what it is taken from.
const TELLING: usize = 5;

/// For each passage that no statement holds, into `again` the statement of `found` whose passages have its words, if
/// these are all of one speaker: what the writer says in the same words, or puts in marks a second time, is a term.
pub async fn find(
    doc: &Doc<'_>,
    found: &[Found],
    entities: &[Option<EntityId>],
    again: &mut [Option<usize>],
    pace: &Pace,
) {
    let mut owner = again.to_vec();
    own(found, &mut owner);
    let outermost = |quote: &usize| doc.quotes[*quote].depth == 0;
    let bare = (0..owner.len()).filter(|q| outermost(q) && owner[*q].is_none()).take(MOST);
    let bare: Vec<usize> = bare.filter(|&quote| partial(doc, quote)).collect();
    if bare.is_empty() {
        return;
    }
    let mut said = vec![String::new(); owner.len()];
    let mut own = String::new();
    let mut quotes = (0..owner.len()).filter(outermost).peekable();
    for (index, block) in doc.article.blocks.iter().enumerate() {
        let mut rest = block.span;
        while let Some(quote) = quotes.next_if(|&quote| doc.quotes[quote].block == index) {
            let Quote { inner, outer, .. } = doc.quotes[quote];
            said[quote] = plain(doc.at(inner));
            own.push_str(&plain(doc.at(Span::new(rest.start, outer.start))));
            rest.start = outer.end;
        }
        own.push_str(&plain(doc.at(rest)));
        pace.rest(block.span.len() / 32).await;
    }
    for quote in bare {
        let words = &said[quote];
        let has = |&other: &usize| other != quote && said[other].contains(words);
        let mut sources = (0..owner.len()).filter(has).map(|other| owner[other].filter(|_| said[other] != *words));
        let Some(Some(first)) = sources.next() else { continue };
        let speaker = entities[first];
        let alone = speaker.is_some() && sources.all(|other| other.is_some_and(|other| entities[other] == speaker));
        if alone && !own.contains(words) {
            again[quote] = Some(first);
        }
        pace.look().await;
    }
}

/// Whether the words of a passage begin and end with a capital, as a name does.
fn capitals(words: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    capital(words) && words.split(' ').next_back().is_some_and(capital)
}

/// Whether the passage at index `quote` may be taken from another: several words that are no name, or what a heading is
/// about, unless it is written like a name in the text, too.
fn partial(doc: &Doc, quote: usize) -> bool {
    let passage = &doc.quotes[quote];
    let heading = |block: &Block| block.kind == BlockKind::Subhead || doc.tokens_in(block.span).len() <= HEADING;
    let heading = doc.article.blocks.get(passage.block).is_some_and(heading);
    let words = doc.at(passage.inner).trim_matches(|c: char| !c.is_alphanumeric());
    let mut places = doc.article.blocks.iter().flat_map(|block| doc.at(block.span).matches(words));
    let named = capitals(words) && (!heading || places.nth(1).is_some());
    let telling = words.contains(' ') || heading && words.len() >= TELLING;
    telling && !named && !naming::term(doc, quote) && !naming::called(doc, quote)
}
