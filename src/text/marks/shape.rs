//! What a mark can be by its shape and its neighbours.

use crate::text::context::Chars;

/// Whether `c` is a double mark, whatever its direction.
pub fn double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// Whether `c` is a single mark or an apostrophe.
pub fn single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '`' | '‹' | '›')
}

/// Two single marks or backticks in a row stand for a double one.
fn doubled(chars: &Chars, i: usize) -> bool {
    let c = chars.at(i);
    matches!(c, '\'' | '`' | '‘' | '’') && chars.at(i + 1) == c
}

/// Characters that the mark at `i` takes: 2 for a double mark typed as two single ones, else 1.
pub fn width(chars: &Chars, i: usize) -> usize {
    if doubled(chars, i) { 2 } else { 1 }
}

/// Whether a double mark begins at `i`.
pub fn double_at(chars: &Chars, i: usize) -> bool {
    double(chars.at(i)) || doubled(chars, i)
}

/// Whether both are double, or both single marks.
pub fn same_family(a: char, b: char) -> bool {
    double(a) && double(b) || single(a) && single(b)
}

/// Whether a passage can open at the mark at `i` by what stands around it.
pub fn can_open(chars: &Chars, i: usize) -> bool {
    let before = chars.before(i);
    let free = before.is_whitespace()
        || matches!(before, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '…' | '.' | ':' | ',')
        || double(before)
        || single(before);
    free && !chars.at(i + width(chars, i)).is_whitespace()
}

/// Whether a passage can close at the mark at `i` by what stands around it.
pub fn can_close(chars: &Chars, i: usize) -> bool {
    let after = chars.at(i + width(chars, i));
    let free = after.is_whitespace()
        || matches!(after, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '—' | '–' | '-' | '/' | '…')
        || double(after)
        || single(after);
    free && !chars.before(i).is_whitespace()
}

/// Whether the mark at `i` ends a measure in feet and inches (6'2").
pub fn inches(chars: &Chars, i: usize) -> bool {
    let mut k = i;
    while k > 0 && i - k < 3 && (chars.at(k - 1).is_numeric() || chars.at(k - 1) == ' ') {
        k -= 1;
    }
    k < i && k > 1 && chars.before(i).is_numeric() && single(chars.at(k - 1)) && chars.at(k - 2).is_numeric()
}
