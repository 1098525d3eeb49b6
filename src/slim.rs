//! Files of data as they are compiled in: without comments and indentation, and the table of outlets without owners,
//! references and the space between fields, a third of it.

/// Fields of a row that are left empty, counted from 0: owner and reference.
const LEFT_OUT: [usize; 2] = [3, 5];

/// Bytes that are left of `text`.
pub const fn length(text: &str) -> usize {
    walk::<0>(text.as_bytes()).0
}

/// What is left of `text`, whose `length` is `N`.
pub const fn copy<const N: usize>(text: &str) -> [u8; N] {
    walk::<N>(text.as_bytes()).1
}

/// What [`copy`] has left.
pub const fn text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("a cut within a letter"),
    }
}

/// Goes through `text` and counts what is left; the first `N` bytes of that as well.
const fn walk<const N: usize>(text: &[u8]) -> (usize, [u8; N]) {
    let (mut kept, mut count) = ([0; N], 0);
    let (mut field, mut comment, mut indent) = (0, false, true);
    let mut i = 0;
    while i < text.len() {
        let byte = text[i];
        let first = i == 0 || text[i - 1] == b'\n';
        if first {
            (field, comment) = (0, byte == b'#');
        }
        indent = (first || indent) && byte == b' ';
        if byte == b'|' {
            field += 1;
        }
        let left_out = field == LEFT_OUT[0] || field == LEFT_OUT[1];
        let space =
            indent || byte == b' ' && (i + 1 < text.len() && text[i + 1] == b'|' || i > 0 && text[i - 1] == b'|');
        if !comment && !space && (!left_out || byte == b'|' || byte == b'\n') {
            if count < N {
                kept[count] = byte;
            }
            count += 1;
        }
        i += 1;
    }
    (count, kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indentation_goes() {
        const WHOLE: &str = "p {\n    margin: 0 1px,\n        2px;\n}\n";
        const SHORT: [u8; length(WHOLE)] = copy(WHOLE);
        assert_eq!(text(&SHORT), "p {\nmargin: 0 1px,\n2px;\n}\n");
    }

    #[test]
    fn fields_that_are_shown_stay() {
        const WHOLE: &str =
            "# head | of it\n[agencies]\nDelta News | DN;~Delta | Orland | the state | state | Delta News\n";
        const SHORT: [u8; length(WHOLE)] = copy(WHOLE);
        assert_eq!(std::str::from_utf8(&SHORT), Ok("[agencies]\nDelta News|DN;~Delta|Orland||state|\n"));
    }
}
