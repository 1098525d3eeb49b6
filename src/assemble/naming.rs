//! Passages in marks that only name something amid a report: "the film “Still Water” opens in May, Lee said".

use crate::{
    annotation::Form,
    attribution::{Found, is_title, named_work},
    lexicon::{
        self,
        cues::{self, Class},
    },
    linker::BANNERS,
    text::Doc,
};

/// Most tokens from a subject to a verb further on in its sentence.
const CLAUSE: usize = 16;

/// Takes passages that name something out of statements in the writer's words, and those that the reader is referred to.
pub fn leave_out(doc: &Doc, found: &mut Vec<Found>) {
    found.retain_mut(|statement| {
        let (mixed, some) = (statement.form == Form::Mixed, !statement.quotes.is_empty());
        let supposed = supposed(doc, statement);
        let quotes = std::mem::take(&mut statement.quotes);
        let named = |quote: usize| {
            mixed && (names(doc, quote) && !styled(doc, statement, quote) || known_as(doc, statement, quote))
        };
        let kept = quotes.into_iter().filter(|&quote| !(supposed || named(quote) || referred(doc, quote)));
        statement.quotes = kept.collect();
        if mixed && statement.quotes.is_empty() {
            statement.form = Form::Indirect;
            statement.attitude |= !reported(doc, statement);
        }
        mixed || !some || !statement.quotes.is_empty()
    });
}

/// Whether the passage at index `quote` is what somebody calls another, or speaks out: "called Lee “the Queen of Lindby”",
/// "“Nonsense,” wrote Lee", "held signs with “Save The Pier”".
fn styled(doc: &Doc, statement: &Found, quote: usize) -> bool {
    let Some(cue) = statement.cue.first().map(|&cue| doc.tokens_in(cue)) else { return false };
    let passage = doc.tokens_in(doc.quotes[quote].outer);
    let called = cue.end > 0 && doc.one(cue.end - 1, "called calls calling branded branding labelled labeled");
    let shown = cue.clone().any(|i| doc.one(i, BANNERS));
    let whom = cue.end..passage.start;
    let name = |i: usize| doc.capital(i) || doc.one(i, "him her them me us");
    // "called Lee a “Red Queen”"
    let whom = whom.start..whom.end - usize::from(whom.len() > 1 && doc.has(&lexicon::DETERMINERS, whom.end - 1));
    let first = doc.sentence_of(passage.start).is_some_and(|sentence| sentence.tokens.start == passage.start);
    called && !whom.is_empty() && whom.len() < 4 && whom.clone().all(name) || shown || first && cue.start == passage.end
}

/// Whether nobody says it, but might: "if you say “no”", "when a man tells a woman to “smile”", "will be left to wonder, “Why?”",
/// "would have called it “theft”", "should say “no”", "what we call “brine”", "you win by saying, “No.”".
fn supposed(doc: &Doc, statement: &Found) -> bool {
    let (Some(cue), Some(source)) = (statement.cue.first(), statement.source) else { return false };
    let (cue, source) = (doc.tokens_in(*cue), doc.token_at(source.start));
    let verb = cue.clone().rev().find(|&i| doc.tokens[i].is_word()).unwrap_or(cue.start);
    let has = |words: &str| cue.clone().any(|i| doc.one(i, words));
    let wonders = doc.says(verb, "wonder") && has("will would may might could");
    let before = source.checked_sub(1).map_or("", |i| doc.lower(i));
    let never =
        has("have") && (has("would") || before == "would") || doc.says(verb, "say") && has("should shouldn't must");
    let anybody = doc.says(source, "you")
        || doc.one(source, "a an") && doc.one(verb, "says tells calls")
        || doc.says(source, "we") && doc.says(verb, "call");
    let yours = || (verb.saturating_sub(CLAUSE)..verb).any(|i| doc.says(i, "you"));
    let method = doc.says(verb, "saying") && doc.says(verb.wrapping_sub(1), "by") && yours();
    wonders || never || method || anybody && lexicon::one(before, "if when whenever what")
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

/// Whether the passage at index `quote` is told to be a word or a term: "the word “skur”".
pub fn term(doc: &Doc, quote: usize) -> bool {
    doc.one(doc.token_at(doc.quotes[quote].outer.start).wrapping_sub(1), "word words term phrase")
}

/// Nouns of what goes by the words in marks before them.
const KINDS: &str = "formula doctrine principle theory hashtag slogan motto syndrome feature button requirement mode \
    movement campaign system bill act law level";

/// Whether the passage at index `quote` is what something goes by: "a boat nicknamed “the bathtub”", "changed its name to
/// “Quay”", "diagnosed with “mill lung”", "the concept of “slow tide,” a term coined by
/// Lee", "the “one pier, two harbours” formula".
pub fn called(doc: &Doc, quote: usize) -> bool {
    let tokens = doc.tokens_in(doc.quotes[quote].outer);
    let start = tokens.start;
    let before = |n: usize| start.checked_sub(n).map_or("", |i| doc.lower(i));
    let the = start > 0 && doc.has(&lexicon::DETERMINERS, start - 1);
    let verb = before(1 + usize::from(the));
    let renamed =
        verb == "to" && (1..10).any(|n| before(n) == "name") && (2..12).any(|n| lexicon::one(before(n), CHANGES));
    let term = verb == "of" && before(2) == "concept" || verb == "with" && before(2) == "diagnosed";
    let after = tokens.end + usize::from(doc.says(tokens.end, ","));
    let coined = doc.one(after, "a the")
        && doc.one(after + 1, "term phrase expression concept")
        && !doc.has(&lexicon::PRONOUNS, after + 2);
    let mut words = tokens.filter(|&i| doc.tokens[i].is_word());
    // "a “deeply unfair” law" is judged, not named.
    let judged = words.next().is_none_or(|i| lexicon::manner(doc.lower(i)) || doc.one(i, "very so too most"));
    let kind = !judged && words.next().is_some() && doc.one(after, KINDS) && !doc.capital(after);
    // "the term “mill lung,” which doctors use"
    let defined = lexicon::one(verb, "word term phrase") && doc.says(after, "which");
    lexicon::one(verb, "dubbed nicknamed christened renamed so-called") || renamed || term || coined || kind || defined
}

/// Whether the passage at index `quote` is what a thing in the report goes by: "slammed a loophole called an “inversion”", but
/// not "what Lee called a “disgrace”".
fn known_as(doc: &Doc, statement: &Found, quote: usize) -> bool {
    let start = doc.token_at(doc.quotes[quote].outer.start);
    let Some(verb) = start.checked_sub(1 + usize::from(doc.one(start.wrapping_sub(1), "a an the"))) else {
        return false;
    };
    let said = || statement.cue.iter().any(|&cue| doc.tokens_in(cue).contains(&verb));
    let thing = |i: usize| {
        let word = doc.lower(i);
        let verbal = lexicon::PRONOUNS.has(word) || lexicon::AUXILIARIES.has(word) || lexicon::manner(word);
        doc.tokens[i].is_word() && !doc.capital(i) && !verbal
    };
    verb > 0
        && doc.says(verb, "called")
        && !said()
        && thing(verb - 1)
        && !(verb.saturating_sub(8)..verb).any(|i| doc.says(i, "what"))
}

/// Verbs of giving another name.
const CHANGES: &str = "change changes changed changing";
