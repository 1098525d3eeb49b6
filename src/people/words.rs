//! What single words tell about names.

mod head;

use super::jobs;
use crate::{
    lexicon,
    text::{Doc, tokens::Kind},
};
pub use head::head_noun;
use std::ops::Range;

/// `word` without a full stop at its end.
pub fn bare(word: &str) -> &str {
    word.strip_suffix('.').unwrap_or(word)
}

/// Whether token `i` stands all alone for somebody mentioned elsewhere; "he'd" does.
pub fn pronoun(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i).split('\'').next().unwrap_or("");
    let thing = lexicon::one(lower, "he she they it i we you who him her them me us his their its my our");
    thing && (!all_capitals(doc, i) || lower == "i")
}

/// Whether token `i` says whose something is.
pub fn possessive(doc: &Doc, i: usize) -> bool {
    doc.one(i, "his her their its my our")
}

/// Whether token `i` counts on: "a second pilot" is another one than "a pilot".
pub fn further(doc: &Doc, i: usize) -> bool {
    doc.one(i, "second third fourth another other different separate")
}

/// Whether `lower` is a person's age in years.
pub fn age(lower: &str) -> bool {
    lower.parse::<u8>().is_ok_and(|years| years < 120)
}

/// Whether `lower` is a small number, in figures or as a word.
pub fn number(lower: &str) -> bool {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    age(lower) || WORDS.contains(&lower)
}

/// Whether `lower` is a common given name.
pub fn given(lower: &str) -> bool {
    lexicon::GIVEN_FEMALE.has(lower) || lexicon::GIVEN_MALE.has(lower) || lexicon::GIVEN_OTHER.has(lower)
}

/// Whether no name begins with token `i`: it is a small word, a day, a month; but "Jan Lee", "Mar Lee", "the group One
/// Orland".
pub fn opener(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i);
    let amid = || i > 0 && doc.tokens[i - 1].is_word() && !doc.capital(i - 1);
    let first = || joins(doc, i + 1) && (matches!(doc.word(i), "Jan" | "Mar") || number(lower) && amid());
    // "Mr Jan", "Ona Jan": no month without a day.
    let last = || doc.word(i) == "Jan" && i > 0 && joins(doc, i - 1) && !date(doc, i);
    doc.has(&lexicon::OPENERS, i) && !(capital(doc, i) && (first() || last()))
}

/// Whether `lower` begins sentences that ask the reader to think of somebody: "Take Sen. Ann Lee."
pub fn imperative(lower: &str) -> bool {
    lexicon::one(lower, "take consider meet remember")
}

/// Whether token `i` has a capital that can be of a name.
pub fn joins(doc: &Doc, i: usize) -> bool {
    capital(doc, i) && !doc.has(&lexicon::OPENERS, i)
}

/// Whether `lower` is a month that is also a name.
pub fn month(lower: &str) -> bool {
    lexicon::one(lower, "may march april june august")
}

/// Whether token `i` is the month of a date ("Dec. 31", "June 3").
pub fn date(doc: &Doc, i: usize) -> bool {
    const MONTHS: &str = "jan feb mar apr jun jul aug sep sept oct nov dec january february july september october \
        november december";
    let day = doc.tokens.get(i + 1).is_some_and(|token| token.kind == Kind::Number);
    let month = bare(doc.lower(i));
    day && (self::month(month) || lexicon::one(month, MONTHS))
}

/// Whether `lower` looks like an adjective of nationality ("Indian", "Danish").
pub fn demonym(lower: &str) -> bool {
    let ending = ["ish", "ese", "ian", "ean", "can"].iter().any(|end| lower.ends_with(end));
    lower.len() > 4 && ending && !given(lower) || lexicon::DEMONYMS.has(lower)
}

/// Whether token `i` attributes words to somebody ("said").
pub fn cue(doc: &Doc, i: usize) -> bool {
    !doc.capital(i) && lexicon::cues::class(doc.lower(i)).is_some()
}

/// Whether `lower` is an office, a job or a relation.
pub fn title_word(lower: &str) -> bool {
    spelled(&lexicon::TITLES, bare(lower)) || taoiseach(lower)
}

/// Whether `lower` is an office that the tagger does not know as such.
fn taoiseach(lower: &str) -> bool {
    lexicon::one(lower, "taoiseach tánaiste tanaiste")
}

/// Whether `list` has `noun`, or the noun in "-or" of which that is the key.
pub fn spelled(list: &lexicon::Words, noun: &str) -> bool {
    list.has(noun) || noun.strip_suffix("er").is_some_and(|stem| list.has(&format!("{stem}or")))
}

/// Whether token `i` is an office, a job or a relation.
pub fn title(doc: &Doc, i: usize) -> bool {
    let thing = doc.says(i, "executive") && doc.one(i + 1, "order orders action actions branch power powers");
    one_title(bare(doc.lower(i))) && !thing
}

fn one_title(word: &str) -> bool {
    // "co-founder", "secretary-treasurer"
    let joined = |(first, last): (&str, &str)| {
        let before = lexicon::TITLES.has(first) || matches!(first, "co" | "ex" | "now" | "then" | "vice" | "deputy");
        before && lexicon::TITLES.has(last)
    };
    lexicon::TITLES.has(word) || taoiseach(word) || word.split_once('-').is_some_and(joined)
}

/// Whether token `i` is an office or a job that several have ("mayors", "Sens.", "singer-songwriters").
pub fn titles(doc: &Doc, i: usize) -> bool {
    let word = bare(doc.lower(i));
    word.strip_suffix("men").is_some_and(|stem| jobs::sure(&format!("{stem}man")))
        || word.strip_suffix('s').is_some_and(|one| {
            one_title(one) || title_word(one) || jobs::sure(one) || lexicon::one(one, super::names::PARTIES)
        })
}

/// Whether token `i` is a form of address that tells no job.
pub fn honorific(doc: &Doc, i: usize) -> bool {
    // Forms that the tagger does not know as such.
    let more = |word: &str| lexicon::one(word, "adv datuk dato datin shri smt");
    let word = bare(doc.lower(i));
    let second = matches!(word, "seri" | "sri") && i > 0 && (more(doc.lower(i - 1)) || doc.says(i - 1, "tan"));
    lexicon::HONORIFICS.has(word) || more(word) || second
}

/// Whether `lower` begins or ends the names of organisations.
pub fn organisation(lower: &str) -> bool {
    // Words that the tagger does not know as such.
    let more = || {
        const MORE: &str = "productions equities solutions ventures centers centres institutes laboratories petroleum \
            minerals metals chemicals foods breweries shipping logistics railways aerospace therapeutics securities \
            authorities international observatory unit advisors consultancy";
        lexicon::one(lower, MORE)
    };
    lexicon::ORGANISATIONS.has(lower) || lexicon::ORGANISATIONS.has(bare(lower)) || more()
}

/// Whether a word behind a name goes on with it: a noun for an outlet, letters of an office.
pub fn behind_name(lower: &str) -> bool {
    lexicon::OUTLETS.has(lower) || post_nominal(lower)
}

/// Whether it joins the parts of a personal name ("van", "bin").
pub fn particle(lower: &str) -> bool {
    lexicon::one(lower, "de van von der den la le du da dos das di bin ibn bint al el ter ten del della y ben abu")
}

/// Whether it follows a personal name ("Jr.").
pub fn suffix(lower: &str) -> bool {
    lexicon::one(bare(lower), "jr sr ii iii iv")
}

/// Whether letters behind a name tell an office, a degree or an honour.
pub fn post_nominal(lower: &str) -> bool {
    lexicon::one(bare(lower), "mp mep msp kc qc mbe obe cbe phd md rn esq")
}

/// Whether token `i` may be a noun that goes on from a name before it ("campaign" of "the Berg campaign").
pub fn noun(doc: &Doc, i: usize) -> bool {
    let lower = doc.lower(i);
    let plain = lower.starts_with(char::is_alphabetic) && !doc.capital(i) && lower != "'s" && !cue(doc, i);
    let other = lexicon::PREPOSITIONS.has(lower) || lexicon::AUXILIARIES.has(lower) || lexicon::OPENERS.has(lower);
    plain && !other && !["ed", "ing"].iter().any(|end| lower.ends_with(end)) && !lexicon::manner(lower)
}

/// Small words before a hyphen that names begin with; "mid-July" and "pro-Lindby" are none.
const ARTICLES: &str = "al el ul ad an ar as ash at az abu ibn bin ben bar de da la le l d o i";

/// Whether token `i` is written as part of a name: with a capital, or like "al-Assad".
pub fn capital(doc: &Doc, i: usize) -> bool {
    let word = doc.word(i);
    let Some(token) = doc.tokens.get(i) else { return false };
    token.kind == Kind::Word
        && (doc.capital(i)
            || username(word)
            || word.find(char::is_uppercase).is_some_and(|at| particle(&word[..at]))
            || word
                .split_once('-')
                .is_some_and(|(first, rest)| lexicon::one(first, ARTICLES) && rest.starts_with(char::is_uppercase)))
}

/// Whether a word looks like the name of an account: letters that end in digits ("harbourcat42").
fn username(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - letters.len();
    digits > 0 && digits < 5 && letters.len() > 4 && letters.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// Whether token `i` is written in capitals only, two at least.
pub fn all_capitals(doc: &Doc, i: usize) -> bool {
    let word = doc.word(i);
    word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.chars().any(char::is_lowercase)
}

/// Whether `lower`, a noun, is one for several.
pub fn several(lower: &str) -> bool {
    lower.ends_with('s') && !lower.ends_with("ss") || lexicon::one(lower, "people men women children")
}

/// A plural noun's singular; empty for any other.
pub fn singular(noun: &str) -> String {
    noun.strip_suffix("ies").map_or_else(|| noun.strip_suffix('s').unwrap_or("").to_owned(), |s| format!("{s}y"))
}

/// Whether token `i` is the mark `mark`.
#[inline(never)]
pub fn is(doc: &Doc, i: usize, mark: &str) -> bool {
    doc.word(i) == mark
}

/// `tokens` without punctuation at either end.
pub fn trimmed(doc: &Doc, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.start < tokens.end && !doc.tokens[tokens.start].is_word() {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && (!doc.tokens[tokens.end - 1].is_word() || doc.says(tokens.end - 1, "'s")) {
        tokens.end -= 1;
    }
    tokens
}
