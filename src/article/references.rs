//! Character references in what pages give for machines ("Tide&#8217;s turn"); some are written twice over.

/// Beyond which a number is no character.
const LARGEST: u32 = char::MAX as u32;

/// `text` with its references read, once; what is no reference stays as it is. Linear.
pub fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte == b'&') {
        let (before, after) = rest.split_at(at + 1);
        let read = reference(after);
        out.push_str(&before[..at]);
        out.push(read.map_or('&', |(c, _)| c));
        rest = &after[read.map_or(0, |(_, length)| length)..];
    }
    out.push_str(rest);
    out
}

/// The character of the reference that `part` goes on with behind its mark, and how long that is.
fn reference(part: &str) -> Option<(char, usize)> {
    let mut code = 0;
    for (i, byte) in part.bytes().enumerate() {
        match byte {
            b'#' if i == 0 => {}
            b'0'..=b'9' if code < LARGEST && part.starts_with('#') => code = code * 10 + u32::from(byte - b'0'),
            b';' if code > 31 => return char::from_u32(code).map(|c| (c, i + 1)),
            _ => break,
        }
    }
    if part.starts_with("amp;") { Some(('&', 4)) } else { part.starts_with("nbsp;").then_some((' ', 5)) }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn references() {
        assert_eq!(decoded("Lee: &#8220;It holds&nbsp;&amp; pays&#8221;"), "Lee: “It holds & pays”");
        assert_eq!(decoded(&decoded("Lee&amp;#8217;s boat")), "Lee’s boat");
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in ["", "&", "Lee & Ek; Osby", "&#0;&#55296;&#99999999;&;", "&ü;&#é;", "&unknown; &#10;"] {
            assert_eq!(decoded(text), text);
        }
    }
}
