//! Who speaks each statement: whoever its source stands for, or else whoever is at hand.

use super::heard;
use crate::{
    attribution::{self, Found},
    lexicon, order,
    pace::Pace,
    people::{EntityId, Kind, People},
    sources,
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// How many earlier speakers a pronoun or a role may stand for.
const MEMORY: usize = 8;

/// The speakers of `found`, resolved in text order: "he" is often the one who spoke last.
pub async fn resolve(doc: &Doc<'_>, found: &[Found], people: &mut People, pace: &Pace) -> Vec<Option<EntityId>> {
    let mut places: Vec<(Span, usize)> = Vec::with_capacity(found.len());
    let mut first_persons = Vec::new();
    for (index, statement) in found.iter().enumerate() {
        match statement.source {
            Some(mention) if people.quoted_first_person(doc, mention) => first_persons.push((mention, index)),
            Some(mention) => places.push((mention, index)),
            None => places.extend(statement.content.first().map(|&content| (content, index))),
        }
    }
    order::by_key(&mut places, |&(place, _)| order::of_span(place));
    let mut entities = vec![None; found.len()];
    let mut spoken: Vec<EntityId> = Vec::new();
    let mut of_quote: Vec<Option<EntityId>> = vec![None; doc.quotes.len()];
    // Who gave out the document of each noun last: "said in a statement" before "the statement said".
    let mut issuers: Vec<(String, EntityId, usize)> = Vec::new();
    for (_, index) in places {
        pace.rest(1).await;
        let statement = &found[index];
        let issued = statement.source.filter(|mention| !doc.one(doc.token_at(mention.start), "a an"));
        let issued = issued.and_then(|mention| Some((people.document(doc, mention)?, doc.token_at(mention.start))));
        let issuer = issued.and_then(|(noun, at)| {
            let said = issuers.iter().find(|(other, ..)| *other == noun);
            let floor = said.map_or(0, |(.., at)| *at);
            sources::issuer(doc, people, &noun, floor, at).or(said.map(|(_, id, _)| *id))
        });
        // A source that only goes on from before gives way to what the place itself tells.
        let bare = statement.source.is_none() || statement.cue.is_empty();
        let apart = bare && !statement.quotes.is_empty() && !cued(doc, statement);
        // A passage that is opened again at each paragraph is one speaker's.
        let before = statement.quotes.first().and_then(|&quote| continued(doc, quote)).filter(|_| apart);
        let issuer = issuer.or_else(|| of_quote[before?]);
        let issuer = issuer.or_else(|| apart.then(|| placed(doc, people, statement, &spoken)).flatten());
        let source = statement.source.map(|source| sources::without_medium(doc, source));
        let heard = heard::only(doc, statement);
        let told = issuer.filter(|_| !heard).or_else(|| match source.filter(|_| !heard) {
            Some(source) => people.resolve(doc, source, &spoken),
            None if heard => None,
            None => subject(doc, people, statement, &spoken),
        });
        let told = told.or_else(|| signer(doc, statement).map(|name| people.called(doc, name)));
        let silent =
            !statement.quotes.is_empty() && statement.source.is_none_or(|mention| !people.pronoun(doc, mention));
        entities[index] =
            told.or_else(|| (silent && !heard).then(|| at_hand(doc, people, statement, &spoken)).flatten());
        statement.quotes.iter().for_each(|&quote| of_quote[quote] = entities[index]);
        if let Some(id) = entities[index] {
            spoken.retain(|&s| s != id);
            spoken.insert(0, id);
            spoken.truncate(MEMORY);
            if let Some(noun) = sources::document(doc, people, statement) {
                issuers.retain(|(other, ..)| *other != noun);
                let cue = statement.cue.first().map_or(0, |cue| cue.end);
                issuers.push((noun, id, doc.token_at(cue)));
            }
        }
    }
    for (mention, index) in first_persons {
        entities[index] = around(found, mention, index).and_then(|outer| entities[outer]);
    }
    entities
}

/// The innermost other statement whose words `mention` is among: who says "I" there.
fn around(found: &[Found], mention: Span, index: usize) -> Option<usize> {
    let holds = |f: &Found| f.content.iter().any(|content| content.contains(mention));
    let from = index.saturating_sub(MEMORY);
    let before = found[from..index].iter().rposition(holds).map(|at| from + at);
    before.or_else(|| found[index + 1..].iter().take(1).position(holds).map(|at| index + 1 + at))
}

/// Who stands right before the cue of a statement that has no source, by name or as a pronoun; "Adding, “…”" at the start
/// of a sentence goes on for whoever spoke last.
fn subject(doc: &Doc, people: &mut People, statement: &Found, spoken: &[EntityId]) -> Option<EntityId> {
    let cue = doc.tokens_in(*statement.cue.first()?);
    let sentence = doc.sentence_of(cue.start)?.tokens.start;
    if cue.start == sentence {
        let goes_on = doc.lower(cue.start).ends_with("ing") && (cue.end..cue.end + 3).any(|i| people.quoted(i));
        return spoken.first().copied().filter(|_| goes_on);
    }
    // "Lee, accused of theft": others say so.
    if statement.cue.first().is_some_and(|&cue| attribution::unsaid(doc, cue)) {
        return None;
    }
    let before = cue.start - 1;
    if let Some(mention) = according(doc, &cue) {
        return people.resolve(doc, mention, spoken);
    }
    if doc.one(before, ", after before while by without since") && doc.lower(cue.start).ends_with("ing") {
        return clause(doc, people, sentence, before);
    }
    // "She was asked", "he is known for": nobody speaks.
    let be = |i: usize| doc.one(i, "is are was were be been");
    let speaks = |i: usize| doc.lower(i).ends_with("ing") || doc.says(i, "said");
    if people.quoted(before) || cue.clone().any(be) && !cue.clone().any(speaks) {
        return None;
    }
    if doc.one(before, "he she it they which that") {
        return people.resolve(doc, doc.tokens[before].span, spoken);
    }
    // "Ann Lee cut the price and wrote that"
    if doc.one(before, "and but then") {
        let verb = doc.lower(cue.start).ends_with("ed") || doc.one(cue.start, "said wrote told");
        let id = if verb { people.named_at(sentence) } else { None };
        return id.filter(|&id| people.entity(id).kind == Kind::Person);
    }
    // "Ann Lee (Ind.) kept asking"
    let open = (sentence..before).rev().take(BRACKET).find(|&i| doc.word(i) == "(").filter(|_| doc.word(before) == ")");
    people.named_before(open.unwrap_or(cue.start)).filter(|&id| people.entity(id).kind == Kind::Person)
}

/// Longest source that a cue names itself, in tokens.
const SOURCE: usize = 12;

/// Whom the words behind "according to" name.
fn according(doc: &Doc, cue: &Range<usize>) -> Option<Span> {
    let last = cue.end.wrapping_sub(1);
    let end = (cue.end..cue.end + SOURCE).find(|&i| !doc.tokens.get(i).is_some_and(|t| t.is_word()))?;
    let to = doc.says(last, "to") && doc.says(last.saturating_sub(1), "according");
    let plan = doc.says(cue.end, "plan");
    (to && end > cue.end && !plan).then(|| doc.span(cue.end..end))
}

/// Longest clause before a participle, in tokens.
const CLAUSE: usize = 60;

/// Who begins the clause that ends before token `comma`, after which a participle goes on: "Lee left, citing her age".
fn clause(doc: &Doc, people: &People, sentence: usize, comma: usize) -> Option<EntityId> {
    let joins = |i: usize| doc.one(i, "but when while after as because");
    let first = sentence.max(comma.saturating_sub(CLAUSE));
    let start = (first..comma).rev().find(|&i| joins(i)).map_or(first, |i| i + 1);
    let id = people.named_at(start)?;
    // "Lee was fired, citing": others say so.
    let passive = (start..comma).any(|i| doc.one(i, "is are was were been being who whose which 's"));
    (!passive && people.subject(doc, start..comma) == Some(id)).then_some(id)
}

/// Most tokens of what stands in brackets behind a name.
const BRACKET: usize = 6;

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
fn at_hand(doc: &Doc, people: &mut People, statement: &Found, spoken: &[EntityId]) -> Option<EntityId> {
    // Whoever is at hand there hears the words.
    if statement.cue.iter().any(|&cue| attribution::heard(doc, cue)) {
        return None;
    }
    let start = doc.quotes.get(*statement.quotes.first()?)?.inner.start;
    let passages = statement.quotes.iter().map(|&quote| doc.quotes[quote].outer);
    let beside = passages.rev().find_map(|passage| beside(doc, people, passage, spoken));
    beside.or_else(|| people.present(doc, start, !statement.cue.is_empty()))
}

/// Whom the place of a passage without a cue gives it to: a name behind it in a heading, or whoever was asked right before.
fn placed(doc: &Doc, people: &mut People, statement: &Found, spoken: &[EntityId]) -> Option<EntityId> {
    let first = doc.quotes.get(*statement.quotes.first()?)?.outer;
    let last = doc.quotes.get(*statement.quotes.last()?)?.outer;
    headed(doc, people, last)
        .or_else(|| replies(doc, first, last).then(|| spoken.get(1).copied()).flatten())
        .or_else(|| answers(doc, people, first, last).then(|| spoken.first().copied()).flatten())
}

/// The passage in the paragraph above that goes on with the one at index `quote`, which stands in no other.
fn continued(doc: &Doc, quote: usize) -> Option<usize> {
    if doc.quotes[quote].depth > 0 {
        return None;
    }
    (0..quote).rev().find(|&i| doc.quotes[i].depth == 0).filter(|&i| doc.quotes[i].continues)
}

/// Whether a cue stands in the paragraph of its words.
fn cued(doc: &Doc, statement: &Found) -> bool {
    let block = |span: Span| doc.block_at(span.start);
    statement.cue.iter().any(|&cue| statement.content.iter().any(|&content| block(content) == block(cue)))
}

/// The name of the account that signs a post, which may be any words at all: "— tea for two (@teafortwo) May 3".
fn signer(doc: &Doc, statement: &Found) -> Option<Span> {
    let dash = statement.cue.first().is_some_and(|cue| lexicon::one(doc.at(*cue), "— – - ― ~"));
    statement.source.filter(|&name| dash && sources::account(doc, name).is_some())
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

/// Whether a passage is a paragraph of its own that answers a question of the writer's right before it, as in an interview.
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
