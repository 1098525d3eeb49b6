//! Pairs of double marks.

use super::{Pair, shape};
use crate::text::context::Chars;

/// What a mark most likely does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Neither,
}

/// Most characters of a passage that no mark opens.
const LONGEST: usize = 1_000;

/// The pairs of double marks in a block; `next` is the first character of the block after it.
pub fn pairs(chars: &Chars, next: char) -> Vec<Pair> {
    let marks = marks(chars);
    let reversed_angles = marks.iter().map(|&i| chars.at(i)).find(|c| matches!(c, '«' | '»')) == Some('»');
    let mut closers_left = marks.iter().filter(|&&i| shape::can_close(chars, i)).count();
    let mut open: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    for (m, &i) in marks.iter().enumerate() {
        closers_left -= usize::from(shape::can_close(chars, i));
        match side(chars, i, open.last().map(|&o| chars.at(o)), reversed_angles) {
            Side::Open => {
                // Fewer closing marks to come than passages open: the last one was never closed.
                let fewer = closers_left <= open.len() && !shape::same_family(next, chars.at(i));
                let ended = open.last().and_then(|&o| ended_before(chars, o, i));
                if fewer || ended.is_some_and(|pair| chars.at(pair.open) == chars.at(i)) {
                    open.pop();
                    pairs.extend(ended);
                }
                open.push(i);
            }
            Side::Close => pairs.extend(open.pop().map(|o| Pair { open: o, close: i })),
            // A mark that the next one closes is an opening one on the wrong side of a space.
            Side::Neither if open.is_empty() && astray(chars, i, marks.get(m + 1)) => open.push(i),
            Side::Neither if marks.get(m + 1).is_none_or(|&next| shape::can_open(chars, next)) => {
                pairs.extend(never_opened(chars, i, pairs.last()));
            }
            Side::Neither => {}
        }
    }
    if let Some(&first) = open.first()
        && (shape::same_family(chars.at(first), next) || opens_statement(chars, first))
    {
        pairs.push(Pair { open: first, close: chars.len() });
    }
    pairs
}

fn marks(chars: &Chars) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        if shape::double_at(chars, i) && !shape::inches(chars, i) {
            marks.push(i);
        }
        i += shape::width(chars, i);
    }
    marks
}

/// By shape first, then by context: curly marks are sometimes typed the wrong way round, straight ones say nothing.
fn side(chars: &Chars, i: usize, open: Option<char>, reversed_angles: bool) -> Side {
    let (can_open, can_close) = (shape::can_open(chars, i), shape::can_close(chars, i));
    let c = chars.at(i);
    match c {
        '«' if open.is_none() || !reversed_angles => return Side::Open,
        '«' | '»' if open.is_some() => return Side::Close,
        '«' | '»' => return if reversed_angles { Side::Open } else { Side::Neither },
        '„' | '‟' => return Side::Open,
        _ => {}
    }
    let opening_shape = matches!(c, '“' | '`' | '‘');
    let closing_shape = matches!(c, '”' | '’');
    match open {
        None if closing_shape => {
            if can_open && !can_close {
                Side::Open
            } else {
                Side::Neither
            }
        }
        None if can_open || opening_shape && !can_close => Side::Open,
        None => Side::Neither,
        Some('„') if c == '“' => Side::Close,
        Some(_) if opening_shape => {
            if can_close && !can_open {
                Side::Close
            } else {
                Side::Open
            }
        }
        Some(_) if closing_shape => Side::Close,
        Some('"') if glued(chars, i) => Side::Close,
        // A straight mark inside curly ones may open a passage of its own; inside straight ones it may only close, or
        // begin the next where the last was never closed.
        Some(_) if can_open && !can_close => Side::Open,
        Some(_) => Side::Close,
    }
}

/// Whether the space behind the mark at `i` was left out: "“We go,”he said".
fn glued(chars: &Chars, i: usize) -> bool {
    matches!(chars.before(i), ',' | '.') && chars.at(i) == '"' && chars.at(i + 1).is_alphabetic()
}

/// Whether the straight mark at `i` stands before the space that belongs in front of it, or without one, and `next` can
/// only close.
fn astray(chars: &Chars, i: usize, next: Option<&usize>) -> bool {
    let (before, after) = (chars.before(i), chars.at(i + 1));
    let spaced = before.is_whitespace() && after.is_whitespace() && chars.at(i + 2).is_alphanumeric()
        || before.is_lowercase() && after.is_alphabetic();
    let closed = |&next: &usize| shape::can_close(chars, next) && !shape::can_open(chars, next);
    chars.at(i) == '"' && spaced && next.is_some_and(closed)
}

/// The pair for a passage opened at `open` that was never closed, where another opens at `at`: it ends with the
/// sentence before, if one ends there.
fn ended_before(chars: &Chars, open: usize, at: usize) -> Option<Pair> {
    let mut close = at;
    while close > open && chars.before(close).is_whitespace() {
        close -= 1;
    }
    let ends = close > open + 1 && close < at && matches!(chars.before(close), '.' | '!' | '?');
    ends.then_some(Pair { open, close })
}

/// The pair that ends at `close`, a mark that closes a statement which no mark opened: from the start of the block, or
/// of the sentence after the `last` pair.
fn never_opened(chars: &Chars, close: usize, last: Option<&Pair>) -> Option<Pair> {
    let ends = matches!(chars.before(close), ',' | '.' | '?' | '!' | '…') && shape::can_close(chars, close);
    // Where nothing comes after it, the mark may as well be a stray one.
    let attributed = chars.at(close + 1).is_whitespace() && chars.at(close + 2).is_alphabetic();
    if !ends || shape::can_open(chars, close) || !attributed && last.is_none() {
        return None;
    }
    let open = match last {
        None => 0,
        Some(pair) => {
            let stop =
                (pair.close + 2..close.min(pair.close + LONGEST)).find(|&k| matches!(chars.at(k), '.' | '?' | '!'))?;
            stop + 2
        }
    };
    if close - open.min(close) > LONGEST {
        return None;
    }
    let begins = chars.at(open).is_uppercase() && (open == 0 || chars.before(open).is_whitespace());
    let words = (open..close).filter(|&k| chars.at(k).is_whitespace()).take(3).count();
    (begins && words == 3).then_some(Pair { open, close })
}

/// Whether what follows a mark that is never closed is still taken as quoted: it stands where statements begin.
fn opens_statement(chars: &Chars, open: usize) -> bool {
    let mut k = open;
    while k > 0 && chars.before(k).is_whitespace() {
        k -= 1;
    }
    let words = (open..chars.len()).filter(|&i| chars.at(i).is_whitespace()).take(3).count();
    words == 3 && (k == 0 || matches!(chars.before(k), ':' | ',' | '—' | '–'))
}
