//! What the network is told of each token, as rows of its tables: its word, how it ends, how it begins, its shape, the
//! quotation that it stands in, the lists that it stands on, its place, what the rules make of it.

use super::vocabulary::{Vocabulary, hash};
use crate::{
    annotation::Form,
    attribution::Found,
    lexicon::{self, Words},
    order,
    pace::{self, Pace},
    span::Span,
    text::{
        Doc,
        tokens::{Kind, Token},
    },
};
use std::sync::OnceLock;

pub use hearsay_network::layers::{Features, SLOTS};

/// Rows for each table after the first, which has as many as there are words.
pub const ROWS: [usize; SLOTS - 1] = [512, 512, 64, 256, 128, 64, 16];

/// The features of all tokens of `doc`, where `rules` are the statements found by rule.
pub fn read(doc: &Doc, words: &Vocabulary, rules: &[Found]) -> Vec<Features> {
    pace::finish(read_at(doc, words, rules, &Pace::unhurried()))
}

/// The same in slices.
pub async fn read_at(doc: &Doc<'_>, words: &Vocabulary, rules: &[Found], pace: &Pace) -> Vec<Features> {
    let mut features: Vec<Features> = Vec::with_capacity(doc.tokens.len());
    for sentence in &doc.sentences {
        features.extend(sentence.tokens.clone().map(|i| plain(doc, words, i, &doc.tokens[i])));
        pace.rest(1).await;
    }
    quotations(doc, words, &mut features);
    pace.look().await;
    places(doc, &mut features);
    pace.look().await;
    roles(doc, rules, &mut features);
    pace.look().await;
    features
}

fn plain(doc: &Doc, words: &Vocabulary, i: usize, token: &Token) -> Features {
    let folded = fold(&token.lower);
    let whole = hash(folded);
    let word = words.row(whole);
    if token.kind == Kind::Punctuation {
        return [word, 0, 0, 0, 0, 0, 0, 0];
    }
    let row = |text: &str, salt: u32| ((hash(text) ^ salt) % 511 + 1) as u16;
    let chars = folded.char_indices();
    let from = chars.clone().rev().nth(2).map_or(0, |(at, _)| at);
    let to = chars.clone().nth(4).map_or(folded.len(), |(at, _)| at);
    [word, row(&folded[from..], 0), row(&folded[..to], 0x5bd1), shape(doc.word(i), token.kind), 0, lists(whole), 0, 0]
}

/// Marks of every style as one, dashes of every length as one.
pub fn fold(word: &str) -> &str {
    // Most words are none of these, which their first letter tells.
    if word.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
        return word;
    }
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some('“' | '”' | '„' | '«' | '»' | '‟'), None) => "\"",
        (Some('‘' | '‚' | '‹' | '›' | '`'), None) => "'",
        (Some('–' | '―' | '‒'), None) => "—",
        _ => word,
    }
}

/// Capitals and length.
fn shape(word: &str, kind: Kind) -> u16 {
    let mut capitals = 0;
    let mut letters = 0;
    let mut digits = 0;
    for c in word.chars() {
        capitals += usize::from(c.is_uppercase());
        letters += usize::from(c.is_alphabetic());
        digits += usize::from(c.is_numeric());
    }
    let case = match () {
        () if kind == Kind::Number => 1,
        () if digits > 0 => 2,
        () if word.starts_with(['@', '#']) => 3,
        () if capitals == 0 => 4,
        () if capitals == letters => 5,
        () if capitals == 1 && word.starts_with(char::is_uppercase) => 6,
        () => 7,
    };
    let length = match letters + digits {
        0..=1 => 0,
        2..=3 => 1,
        4..=5 => 2,
        6..=7 => 3,
        8..=10 => 4,
        _ => 5,
    };
    case * 6 + length + 1
}

/// Which word lists know the word of that hash.
fn lists(word: u32) -> u16 {
    static TABLE: OnceLock<Vec<(u32, u16)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let nouns =
            LISTS.iter().enumerate().flat_map(|(i, list)| list.all().iter().map(move |w| (hash(w), i as u16 + 1, 0)));
        let verbs =
            lexicon::cues::forms().map(|(form, class)| (hash(form), 0, (class as u16 + 1) * (LISTS.len() as u16 + 1)));
        let mut rows: Vec<(u32, u16, u16)> = nouns.chain(verbs).collect();
        order::by_key(&mut rows, |row| u64::from(row.0));
        // One entry a word: the first list that it stands on, and its last class.
        rows.dedup_by(|next, row| {
            let same = next.0 == row.0;
            if same && row.1 == 0 {
                row.1 = next.1;
            }
            if same && next.2 > 0 {
                row.2 = next.2;
            }
            same
        });
        rows.into_iter().map(|(word, noun, verb)| (word, noun + verb)).collect()
    });
    table.binary_search_by_key(&word, |row| row.0).map_or(0, |i| table[i].1)
}

/// Lists that tell what a word can be; the first that has it counts.
const LISTS: [&Words; 11] = [
    &lexicon::TITLES,
    &lexicon::ORGANISATIONS,
    &lexicon::MEDIA,
    &lexicon::PRONOUNS,
    &lexicon::DETERMINERS,
    &lexicon::PREPOSITIONS,
    &lexicon::AUXILIARIES,
    &lexicon::HONORIFICS,
    &lexicon::GIVEN_MALE,
    &lexicon::GIVEN_FEMALE,
    &lexicon::SUBORDINATORS,
];

/// Size, end and place within of the outermost passage in marks that each token stands in. Its marks count as double
/// ones, those of passages within as single ones, whatever the text uses.
fn quotations(doc: &Doc, words: &Vocabulary, features: &mut [Features]) {
    let marks = [words.row(hash("\"")), words.row(hash("'"))];
    for quote in doc.quotes.iter().filter(|q| q.marked()) {
        let first = doc.token_at(quote.outer.start);
        let last = doc.tokens_in(quote.outer).end.saturating_sub(1);
        for i in [Some(first), quote.closed.then_some(last)].into_iter().flatten() {
            features[i][0] = marks[quote.depth.min(1)];
        }
    }
    for quote in doc.quotes.iter().filter(|q| q.depth == 0) {
        let tokens = doc.tokens_in(quote.outer);
        let words = tokens.clone().filter(|&i| doc.tokens[i].is_word()).count();
        let size = match words {
            0..=1 => 0,
            2..=3 => 1,
            4..=7 => 2,
            8..=15 => 3,
            _ => 4,
        };
        let nested = |c: char| c.is_whitespace() || matches!(c, '’' | '\'' | '”' | '"');
        let end = match doc.at(quote.inner).trim_end_matches(nested).chars().next_back() {
            Some(',') => 0,
            Some('.' | '…') => 1,
            Some('!' | '?' | '—' | '–' | '-') => 2,
            _ => 3,
        };
        let goes_on = u16::from(quote.continues || !quote.closed);
        for i in tokens {
            let at = doc.tokens[i].span;
            let place = match () {
                () if at.end <= quote.inner.start => 1,
                () if at.start >= quote.inner.end => 2,
                () => 0,
            };
            features[i][4] = 1 + (((place * 5) + size) * 4 + end) * 2 + goes_on;
        }
    }
}

/// Place in sentence, block and article.
fn places(doc: &Doc, features: &mut [Features]) {
    for sentence in &doc.sentences {
        if let Some(first) = features.get_mut(sentence.tokens.start) {
            first[6] |= 1;
        }
    }
    for (index, block) in doc.article.blocks.iter().enumerate() {
        let tokens = doc.tokens_in(block.span);
        let order = match index {
            0 => 0,
            1 => 1,
            2..=4 => 2,
            _ => 3,
        };
        if let Some(first) = features.get_mut(tokens.start) {
            first[6] |= 2;
        }
        for i in tokens.clone() {
            features[i][6] |= order << 3;
        }
        if let Some(last) = tokens.end.checked_sub(1).and_then(|i| features.get_mut(i)) {
            last[6] |= 4;
        }
    }
}

/// The part of each token in the statements that the rules found.
fn roles(doc: &Doc, rules: &[Found], features: &mut [Features]) {
    let mut mark = |span: Span, first: u16| {
        for (k, i) in doc.tokens_in(span).enumerate() {
            features[i][7] = first + u16::from(k > 0);
        }
    };
    for found in rules {
        let content = match found.form {
            Form::Direct => 5,
            Form::Mixed => 7,
            Form::Indirect => 9,
        };
        found.content.iter().for_each(|&span| mark(span, content));
    }
    for found in rules {
        found.source.iter().for_each(|&span| mark(span, 1));
        found.cue.iter().for_each(|&span| mark(span, 3));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_end_is_a_long_word() {
        for (letter, word) in [("a", "quarrelsomeness"), ("A", "QUARRELSOMENESS")] {
            assert_eq!(shape(&letter.repeat(1 << 16), Kind::Word), shape(word, Kind::Word));
        }
        assert_eq!(shape(&"1".repeat(1 << 16), Kind::Number), shape("123456789012", Kind::Number));
    }
}
