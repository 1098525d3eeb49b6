//! Who speaks a passage that nothing attributes: as its place tells, or else whoever is at hand.

use crate::{
    attribution::{self, Found},
    lexicon,
    people::{EntityId, Kind, People},
    span::Span,
    text::Doc,
};

/// Who stands right after a passage that ends like speech, whatever verb follows: "“No,” he rejoined".
fn beside(doc: &Doc, people: &mut People, passage: Span, spoken: &[EntityId]) -> Option<EntityId> {
    let ends = doc.at(passage).trim_end_matches(['”', '"', '’', '\'']).ends_with([',', '?', '!']);
    let token = doc.token_at(passage.end);
    let next = doc.tokens.get(token).filter(|_| ends)?.span;
    if doc.one(token, "he she") {
        return people.resolve(doc, next, spoken);
    }
    people.named_at(token).filter(|&id| people.entity(id).kind == Kind::Person)
}

/// Who speaks a passage without a source: whoever stands beside it, or else who is most present; in the same sentence,
/// where a cue tells that it has a source of its own.
pub fn at_hand(doc: &Doc, people: &mut People, statement: &Found, spoken: &[EntityId]) -> Option<EntityId> {
    // Whoever is at hand there hears the words.
    if statement.cue.iter().any(|&cue| attribution::heard(doc, cue)) {
        return None;
    }
    let start = doc.quotes.get(*statement.quotes.first()?)?.inner.start;
    let passages = statement.quotes.iter().map(|&quote| doc.quotes[quote].outer);
    let beside = passages.rev().find_map(|passage| beside(doc, people, passage, spoken));
    beside.or_else(|| people.present(doc, start, !statement.cue.is_empty()))
}

/// Whom the place of a passage without a cue gives it to: a name behind it in a heading, or whoever was asked right
/// before.
pub fn placed(doc: &Doc, people: &mut People, statement: &Found, spoken: &[EntityId]) -> Option<EntityId> {
    let first = doc.quotes.get(*statement.quotes.first()?)?.outer;
    let last = doc.quotes.get(*statement.quotes.last()?)?.outer;
    headed(doc, people, last)
        .or_else(|| replies(doc, first, last).then(|| spoken.get(1).copied()).flatten())
        .or_else(|| answers(doc, people, first, last).then(|| spoken.first().copied()).flatten())
}

/// The passage in the paragraph above that goes on with the one at index `quote`, which stands in no other.
pub fn continued(doc: &Doc, quote: usize) -> Option<usize> {
    if doc.quotes[quote].depth > 0 {
        return None;
    }
    (0..quote).rev().find(|&i| doc.quotes[i].depth == 0).filter(|&i| doc.quotes[i].continues)
}

/// Whether a cue stands in the paragraph of its words.
pub fn cued(doc: &Doc, statement: &Found) -> bool {
    let block = |span: Span| doc.block_at(span.start);
    statement.cue.iter().any(|&cue| statement.content.iter().any(|&content| block(content) == block(cue)))
}

/// Whose words a heading gives: "‘The tide turns’: Ann Lee".
fn headed(doc: &Doc, people: &mut People, passage: Span) -> Option<EntityId> {
    let colon = doc.token_at(passage.end);
    let block = doc.article.blocks.get(doc.block_at(passage.start))?;
    let rest = doc.tokens_in(block.span);
    let name = colon + 1..rest.end;
    // "‘I am done’: Inside Lindby’s last mill"
    let other = |i: usize| {
        let small = [&lexicon::PREPOSITIONS, &lexicon::AUXILIARIES, &lexicon::SUBORDINATORS, &lexicon::DETERMINERS];
        doc.says(i, "'s") || !doc.says(i, "of") && small.iter().any(|words| doc.has(words, i))
    };
    let names = doc.word(colon) == ":" && (1..=LONGEST_NAME).contains(&name.len()) && doc.capital(colon + 1);
    (names && !name.clone().any(other)).then(|| people.called(doc, doc.span(name)))
}

/// Most tokens of a name that ends a heading.
const LONGEST_NAME: usize = 6;

/// Whether a passage is a paragraph of its own.
fn whole(doc: &Doc, first: Span, last: Span) -> bool {
    let block = doc.article.blocks.get(doc.block_at(first.start));
    block.is_some_and(|block| block.span.start == first.start && block.span.end <= last.end + 1)
}

/// Whether a passage is a paragraph of its own that answers a question of the writer's right before it, as in an
/// interview.
fn answers(doc: &Doc, people: &People, first: Span, last: Span) -> bool {
    let before = doc.block_at(first.start).checked_sub(1);
    let asked = before.and_then(|b| doc.tokens_in(doc.article.blocks[b].span).next_back());
    whole(doc, first, last) && asked.is_some_and(|i| doc.word(i) == "?" && !people.quoted(i))
}

/// Whether a passage is a paragraph of its own that answers a question quoted right before it.
fn replies(doc: &Doc, first: Span, last: Span) -> bool {
    let before = doc.quotes.partition_point(|q| q.outer.start < first.start);
    let asked = before.checked_sub(1).map(|q| &doc.quotes[q]);
    let asked = asked.filter(|q| q.block + 1 == doc.block_at(first.start));
    whole(doc, first, last) && asked.is_some_and(|q| doc.at(q.inner).trim_end().ends_with('?'))
}
