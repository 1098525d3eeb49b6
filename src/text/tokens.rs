//! Words, numbers, marks.

use super::context::Chars;
use crate::lexicon;
use crate::span::Span;

/// A word, a number or one punctuation character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Its text in lower case, curly apostrophes straightened.
    pub lower: Box<str>,
}

/// The sort of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word; abbreviations keep their full stops ("Mr.", "U.S."), the possessive `'s` is a word of its own.
    Word,
    /// Starts with a digit.
    Number,
    /// Any other character.
    Punctuation,
}

impl Token {
    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        self.kind != Kind::Punctuation
    }
}

const fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Adds the tokens of the block at `block` to `tokens`.
pub fn read(text: &str, block: Span, tokens: &mut Vec<Token>) {
    let chars = Chars::new(block.of(text), block.start);
    let mut i = 0;
    while i < chars.len() {
        let c = chars.at(i);
        if c.is_whitespace() {
            i += 1;
            continue;
        }
        let (end, kind) = if c.is_alphanumeric() || matches!(c, '@' | '#') {
            (word_end(&chars, i), if c.is_numeric() { Kind::Number } else { Kind::Word })
        } else if apostrophe(c) && possessive(&chars, i) {
            (i + 2, Kind::Word)
        } else {
            (i + 1, Kind::Punctuation)
        };
        let span = Span::new(chars.byte(i), chars.byte(end));
        let lower = span.of(text).to_lowercase().replace('’', "'").into_boxed_str();
        tokens.push(Token { span, kind, lower });
        i = end;
    }
}

/// Whether an apostrophe at `i` begins the possessive ending of the word before it, which may be an abbreviation.
fn possessive(chars: &Chars, i: usize) -> bool {
    let word = chars.before(i).is_alphanumeric() || chars.before(i) == '.';
    word && matches!(chars.at(i + 1), 's' | 'S') && !chars.at(i + 2).is_alphanumeric()
}

fn word_end(chars: &Chars, start: usize) -> usize {
    let mut i = start + 1;
    while i < chars.len() {
        let c = chars.at(i);
        let next = chars.at(i + 1).is_alphanumeric();
        let inside = c.is_alphanumeric()
            || c == '_'
            || matches!(c, '-' | '‑' | '\u{ad}' | '&' | '@') && next
            || apostrophe(c) && next && !possessive(chars, i)
            || c == ',' && chars.before(i).is_numeric() && chars.at(i + 1).is_numeric()
            || c == '.' && next && chars.before(i).is_alphanumeric() && !ends_sentence(chars, i)
            || c == '.' && keeps_stop(chars, start, i);
        if !inside {
            break;
        }
        i += 1;
    }
    i
}

/// Whether the full stop at `i` ends a sentence although no space follows: "near the coast.Officials", "for years.A
/// series".
fn ends_sentence(chars: &Chars, i: usize) -> bool {
    let small = |k: usize| chars.at(k).is_lowercase();
    i > 1 && small(i - 1) && small(i - 2) && chars.at(i + 1).is_uppercase() && (small(i + 2) || chars.at(i + 2) == ' ')
}

/// Whether the full stop at `i` belongs to the word from `start`: an initial, an acronym or a known abbreviation.
fn keeps_stop(chars: &Chars, start: usize, i: usize) -> bool {
    let length = i - start;
    if length == 1 {
        // "Roe v. Wade"
        return chars.at(start).is_uppercase() || chars.at(start) == 'v';
    }
    if length > 6 {
        return false;
    }
    let word: String = (start..i).flat_map(|k| chars.at(k).to_lowercase()).collect();
    // "U.S.", "Ph.D.", but not "£2.3bn." and "Delta.com."
    let letters = |part: &str| part.len() <= 2 && part.chars().all(char::is_alphabetic);
    let acronym = word.contains('.') && word.split('.').all(letters);
    // "No. 10"
    let number = word == "no" && chars.at(start) == 'N' && chars.at(i + 1) == ' ' && chars.at(i + 2).is_numeric();
    acronym || number || lexicon::ABBREVIATIONS.has(&word)
}
