//! Nicknames in marks amid a name ("Robert “Buddy” Holm"), which nobody says.

use super::{Pair, shape};
use crate::{lexicon, text::context::Chars};

/// Most characters of a nickname.
const LONGEST: usize = 20;
/// Words before a nickname that are looked at.
const BEFORE: usize = 2;

/// Whether the marks of `pair` hold a nickname: words with capitals between a name and a capital.
pub fn is(chars: &Chars, pair: &Pair) -> bool {
    let inner = pair.open + shape::width(chars, pair.open)..pair.close;
    let after = pair.close + shape::width(chars, pair.close);
    inner.len() <= LONGEST
        && capitals(chars, inner)
        && chars.at(after) == ' '
        && chars.at(after + 1).is_uppercase()
        && follows_name(chars, pair.open)
}

/// Whether `range` holds words with capitals, and spaces and hyphens between them alone.
fn capitals(chars: &Chars, range: std::ops::Range<usize>) -> bool {
    let text: String = range.map(|i| chars.at(i)).collect();
    let word = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
    };
    text.split(' ').all(word)
}

/// Whether a given name, or a capital amid a sentence, stands before the mark at `open`, an initial perhaps between them.
fn follows_name(chars: &Chars, open: usize) -> bool {
    let mut end = open;
    for _ in 0..BEFORE {
        if chars.before(end) != ' ' {
            return false;
        }
        end -= 1;
        let letter = |i: usize| chars.at(i).is_alphabetic() || chars.at(i) == '-';
        let stop = usize::from(chars.before(end) == '.');
        let mut start = end - stop;
        while start > 0 && letter(start - 1) {
            start -= 1;
        }
        if !chars.at(start).is_uppercase() {
            return false;
        }
        let initial = end - start == 1 + stop;
        if !initial {
            let word: String = (start..end).flat_map(|i| chars.at(i).to_lowercase()).collect();
            let amid = chars.before(start) == ' ' && start > 1 && !stops(chars, start - 2);
            let name = amid && !lexicon::OPENERS.has(&word) && !lexicon::PREPOSITIONS.has(&word);
            let given = lexicon::GIVEN_FEMALE.has(&word) || lexicon::GIVEN_MALE.has(&word);
            return stop == 0 && (given || name);
        }
        end = start;
    }
    false
}

/// Whether character `i` ends a sentence; the full stop of a short title ("Rep.", "Dr.") does not.
fn stops(chars: &Chars, i: usize) -> bool {
    let title = (i.saturating_sub(5)..i).rev().find(|&k| !chars.at(k).is_alphabetic());
    let short = title.is_some_and(|k| k + 1 < i && chars.at(k) == ' ' && chars.at(k + 1).is_uppercase());
    matches!(chars.at(i), '!' | '?' | ':') || chars.at(i) == '.' && !short
}
