//! Passages in marks that only name something amid a report: "the film “Still Water” opens in May, Lee said".

use crate::{
    annotation::Form,
    attribution::{Found, is_title, named_work},
    lexicon::{
        self,
        cues::{self, Class},
    },
    text::Doc,
};

/// Takes passages that name something out of statements in the writer's words, and those that the reader is referred to.
pub fn leave_out(doc: &Doc, found: &mut Vec<Found>) {
    found.retain_mut(|statement| {
        let (mixed, some) = (statement.form == Form::Mixed, !statement.quotes.is_empty());
        statement.quotes.retain(|&quote| !(mixed && names(doc, quote) || referred(doc, quote)));
        if mixed && statement.quotes.is_empty() {
            statement.form = Form::Indirect;
            statement.attitude |= !reported(doc, statement);
        }
        mixed || !some || !statement.quotes.is_empty()
    });
}

/// Whether a statement without its passages is a report still: somebody says it, rather than calls something so.
fn reported(doc: &Doc, statement: &Found) -> bool {
    let verb = statement.cue.first().and_then(|cue| doc.tokens_in(*cue).next_back());
    let class = verb.and_then(|verb| cues::class(doc.lower(verb)));
    let according = verb.is_some_and(|verb| doc.says(verb, "to"));
    statement.source.is_some() && (according || matches!(class, Some(Class::Say | Class::Tell)))
}

/// Whether the passage at index `quote` is what a note in brackets points the reader to: "(see ‘The tide explained’)".
fn referred(doc: &Doc, quote: usize) -> bool {
    let start = doc.token_at(doc.quotes[quote].outer.start);
    start > 1 && doc.says(start - 1, "see") && doc.word(start - 2) == "("
}

/// Whether the passage at index `quote` is a name: a title of capitalised words, or whatever the noun before it says is one.
fn names(doc: &Doc, quote: usize) -> bool {
    // "It is what it is" has short words alone.
    let capital = |i: usize| doc.capital(i) && !doc.has(&lexicon::OPENERS, i);
    let led = named_work(doc, doc.token_at(doc.quotes[quote].outer.start));
    let last = doc.tokens_in(doc.quotes[quote].inner).rev().find(|&i| doc.tokens[i].is_word());
    led || called(doc, quote) || last.is_some_and(capital) && is_title(doc, quote)
}

/// Whether the passage at index `quote` is what something goes by: "a boat nicknamed “the bathtub”", "changed its name to
/// “Quay”", "the concept of “slow tide,” a term coined by Lee", "the “one pier, two harbours” formula".
fn called(doc: &Doc, quote: usize) -> bool {
    let tokens = doc.tokens_in(doc.quotes[quote].outer);
    let start = tokens.start;
    let before = |n: usize| start.checked_sub(n).map_or("", |i| doc.lower(i));
    let the = start > 0 && doc.has(&lexicon::DETERMINERS, start - 1);
    let verb = before(1 + usize::from(the));
    let renamed =
        verb == "to" && (1..8).any(|n| before(n) == "name") && (2..10).any(|n| lexicon::one(before(n), CHANGES));
    let term = verb == "of" && before(2) == "concept";
    let after = tokens.end + usize::from(doc.says(tokens.end, ","));
    let coined = doc.one(after, "a the")
        && doc.one(after + 1, "term phrase expression concept")
        && !doc.has(&lexicon::PRONOUNS, after + 2);
    let several = tokens.filter(|&i| doc.tokens[i].is_word()).nth(1).is_some();
    let kind = several && doc.one(after, "formula doctrine principle theory hashtag slogan motto syndrome");
    lexicon::one(verb, "dubbed nicknamed christened renamed so-called") || renamed || term || coined || kind
}

/// Verbs of giving another name.
const CHANGES: &str = "change changes changed changing";
