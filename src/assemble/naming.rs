//! Passages in marks that only name something amid a report: "the film “Still Water” opens in May, Lee said".

use super::supposed;
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

/// Most bytes of a short word.
const LONG: usize = 4;

/// Takes passages that name something out of statements in the writer's words, and those that the reader is referred
/// to.
pub fn leave_out(doc: &Doc, found: &mut Vec<Found>) {
    found.retain_mut(|statement| {
        let (mixed, some) = (statement.form == Form::Mixed, !statement.quotes.is_empty());
        let supposed = supposed::is(doc, statement);
        let bare = bare(doc, statement);
        let quotes = std::mem::take(&mut statement.quotes);
        let named = |quote: usize| match mixed {
            true => names(doc, quote) && !styled(doc, statement, quote) || known_as(doc, statement, quote),
            false => sort(doc, quote),
        };
        let acted = |quote: usize| supposed::acted(doc, doc.token_at(doc.quotes[quote].outer.start));
        let none = |quote: usize| {
            supposed || species(doc, statement, quote) || named(quote) || referred(doc, quote) || acted(quote)
        };
        let kept = quotes.into_iter().filter(|&quote| !none(quote));
        statement.quotes = kept.collect();
        if mixed && statement.quotes.is_empty() {
            statement.form = Form::Indirect;
            statement.attitude |= !reported(doc, statement);
        }
        mixed && !bare || !some || !statement.quotes.is_empty()
    });
}

/// Whether a statement has no word but one besides its passages: nothing is told without these.
fn bare(doc: &Doc, statement: &Found) -> bool {
    let quoted: usize = statement.quotes.iter().map(|&quote| doc.tokens_in(doc.quotes[quote].outer).len()).sum();
    let all: usize = statement.content.iter().map(|&content| doc.tokens_in(content).len()).sum();
    all <= quoted + 1
}

/// Whether the passage at index `quote` is what somebody calls another, or speaks out: "called Lee “the Queen of
/// Lindby”", "“Nonsense,” wrote Lee", "held signs with “Save The Pier”".
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
    // "accused Lee of “Stalinism”"
    let accused =
        doc.one(cue.end.wrapping_sub(1), "accused accuses accusing") && doc.says(passage.start.wrapping_sub(1), "of");
    accused
        || called && !whom.is_empty() && whom.len() < 4 && whom.clone().all(name)
        || shown
        || first && cue.start == passage.end
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

/// Whether the passage at index `quote` is a name: a title of capitalised words, or whatever the noun before it says is
/// one.
fn names(doc: &Doc, quote: usize) -> bool {
    // "It is what it is" has short words alone.
    let capital = |i: usize| doc.capital(i) && !doc.has(&lexicon::OPENERS, i);
    let led = named_work(doc, doc.token_at(doc.quotes[quote].outer.start));
    let mut words = doc.tokens_in(doc.quotes[quote].inner).rev().filter(|&i| doc.tokens[i].is_word());
    let last = words.next().is_some_and(capital);
    // "Mills Are Standing With Me"
    let long = |i| capital(i) && doc.word(i).len() > LONG;
    led || called(doc, quote) || (last || words.filter(|&i| long(i)).nth(1).is_some()) && is_title(doc, quote)
}

/// Whether the passage at index `quote` is told to be a word or a term: "the word “skur”".
pub fn term(doc: &Doc, quote: usize) -> bool {
    doc.one(doc.token_at(doc.quotes[quote].outer.start).wrapping_sub(1), "word words term phrase")
}

/// Nouns of what goes by the words in marks before them.
const KINDS: &str = "formula doctrine principle theory hashtag slogan motto syndrome feature button requirement mode \
    movement campaign system bill act law level task mentality mindset model primary";

/// Those that go by a single word as well.
const LABELS: &str = "list lists button tab menu hashtag mode virus viruses worm test tests";

/// Nouns of speech, which what was said stands before: "the “Resign!” chants".
const VOICES: &str = "call calls cry cries shout shouts comment comments remark remarks speech speeches tweet tweets \
    message messages response answer";

/// Whether the passage at index `quote` is what something goes by: "a boat nicknamed “the bathtub”", "changed its name
/// to “Quay”", "diagnosed with “mill lung”", "the concept of “slow tide,” a term coined by Lee", "the “one pier, two
/// harbours” formula".
pub fn called(doc: &Doc, quote: usize) -> bool {
    let tokens = doc.tokens_in(doc.quotes[quote].outer);
    let start = tokens.start;
    let before = |n: usize| start.checked_sub(n).map_or("", |i| doc.lower(i));
    let the = start > 0 && doc.has(&lexicon::DETERMINERS, start - 1);
    let verb = before(1 + usize::from(the));
    let renamed =
        verb == "to" && (1..10).any(|n| before(n) == "name") && (2..12).any(|n| lexicon::one(before(n), CHANGES));
    let term = verb == "of" && lexicon::one(before(2), "concept definition meaning")
        || verb == "with" && before(2) == "diagnosed"
        || verb == "as" && lexicon::one(before(2), "known listed filed classified tagged");
    let after = tokens.end + usize::from(doc.says(tokens.end, ","));
    let coined = doc.one(after, "a the")
        && doc.one(after + 1, "term phrase expression concept")
        && !doc.has(&lexicon::PRONOUNS, after + 2);
    let kind = kind(doc, quote, after);
    // "the term “mill lung,” which doctors use"
    let defined = lexicon::one(verb, "word term phrase") && doc.says(after, "which");
    lexicon::one(verb, "dubbed nicknamed christened renamed so-called")
        || renamed
        || term
        || coined
        || kind
        || defined
        || exclaimed(doc, quote)
}

/// Whether the noun at token `after` says of what kind the thing is that the passage at index `quote` names.
fn kind(doc: &Doc, quote: usize, after: usize) -> bool {
    let mut words = doc.tokens_in(doc.quotes[quote].inner).filter(|&i| doc.tokens[i].is_word());
    // "a “deeply unfair” law" is judged, not named.
    let judged = words.next().is_none_or(|i| lexicon::manner(doc.lower(i)) || doc.one(i, "very so too most"));
    // "a new “goner” computer virus"
    let compound = common(doc, after) && doc.one(after + 1, LABELS);
    let noun = doc.one(after, LABELS) || compound || words.next().is_some() && doc.one(after, KINDS);
    !judged && !doc.capital(after) && noun
}

/// Whether the passage at index `quote` stands in a phrase of which it tells the sort: "asked them to take a “slow
/// walk” test".
fn sort(doc: &Doc, quote: usize) -> bool {
    let tokens = doc.tokens_in(doc.quotes[quote].outer);
    let determined = tokens.start > 0 && doc.has(&lexicon::DETERMINERS, tokens.start - 1);
    determined && (kind(doc, quote, tokens.end) || exclaimed(doc, quote))
}

/// Whether the passage at index `quote` is an exclamation or a question that tells of what sort something is: "an
/// “aha!” moment", "the “What if?” game".
fn exclaimed(doc: &Doc, quote: usize) -> bool {
    let tokens = doc.tokens_in(doc.quotes[quote].outer);
    let (start, noun) = (tokens.start, tokens.end);
    let ends = doc.at(doc.quotes[quote].inner).ends_with(['!', '?']);
    let of_speech = doc.one(noun, BANNERS) || doc.one(noun, VOICES);
    let sort = start > 0 && doc.has(&lexicon::DETERMINERS, start - 1) && common(doc, noun);
    ends && sort && !of_speech
}

/// Whether the passage at index `quote` is what a thing in the report goes by: "slammed a loophole called an
/// “inversion”", but not "what Lee called a “disgrace”".
fn known_as(doc: &Doc, statement: &Found, quote: usize) -> bool {
    let start = doc.token_at(doc.quotes[quote].outer.start);
    let Some(verb) = start.checked_sub(1 + usize::from(doc.one(start.wrapping_sub(1), "a an the"))) else {
        return false;
    };
    let said = || statement.cue.iter().any(|&cue| doc.tokens_in(cue).contains(&verb));
    // "This is called a “haul”"
    let defined = verb > 0 && statement.source.is_none() && doc.one(verb - 1, "is are be");
    verb > 0
        && doc.says(verb, "called")
        && (defined || !said() && common(doc, verb - 1) && !(verb.saturating_sub(8)..verb).any(|i| doc.says(i, "what")))
}

/// Whether the passage at index `quote`, all of a statement, is what a thing goes by: "homes at two sites called
/// “camps”", but not "the homes that critics call “camps”".
fn species(doc: &Doc, statement: &Found, quote: usize) -> bool {
    let start = doc.token_at(doc.quotes[quote].outer.start);
    let Some(verb) = start.checked_sub(1 + usize::from(doc.one(start.wrapping_sub(1), "a an the"))) else {
        return false;
    };
    let cued = statement.cue.iter().any(|&cue| doc.tokens_in(cue) == (verb..verb + 1));
    let before = |words: &str| (verb.saturating_sub(NOUN)..verb).any(|i| doc.one(i, words));
    let hangs = (verb.saturating_sub(NOUN)..verb).any(|i| !doc.says(i, "of") && doc.has(&lexicon::PREPOSITIONS, i));
    cued && verb > 0
        && doc.says(verb, "called")
        && common(doc, verb - 1)
        && (hangs || before("is are was were"))
        && !before("what which that who whom ,")
        && !doc.says(doc.token_at(doc.quotes[quote].outer.end), "by")
}

/// Most tokens of a thing before what it is called.
const NOUN: usize = 6;

/// Whether token `i` may be a noun in lower case.
fn common(doc: &Doc, i: usize) -> bool {
    let small = [&lexicon::PRONOUNS, &lexicon::AUXILIARIES, &lexicon::PREPOSITIONS, &lexicon::SUBORDINATORS];
    let other = lexicon::manner(doc.lower(i)) || small.iter().any(|list| doc.has(list, i)) || doc.one(i, "and or but");
    doc.word(i).starts_with(char::is_lowercase) && !other
}

/// Verbs of giving another name.
const CHANGES: &str = "change changes changed changing";
