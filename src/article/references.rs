//! Character references in what pages give for machines ("Tide&#8217;s turn"); some are written twice over.

/// Longest reference that is read, in bytes between its marks.
const LONGEST: usize = 8;

/// `text` with its references read, once; what is no reference stays as it is. Linear.
pub fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.bytes().take(LONGEST + 1).position(|byte| byte == b';');
        match end.and_then(|end| Some((character(&rest[..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

/// The character that a reference names; none that is not seen, and a plain space for one that does not break.
fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return Some(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => ' ',
            "lsquo" => '‘',
            "rsquo" => '’',
            "ldquo" => '“',
            "rdquo" => '”',
            "ndash" => '–',
            "mdash" => '—',
            "hellip" => '…',
            _ => return None,
        });
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    match char::from_u32(code.ok()?)? {
        '\u{a0}' => Some(' '),
        c => Some(c).filter(|c| !c.is_control()),
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn references() {
        assert_eq!(decoded("Lee: &#8220;It holds&nbsp;&amp; pays&#x201d;"), "Lee: “It holds & pays”");
        assert_eq!(decoded(&decoded("Lee&amp;#8217;s boat")), "Lee’s boat");
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in ["", "&", "Lee & Ek; Osby", "&#0;&#xd800;&#99999999;&;", "&ü;&éééééééé;", "&unknown; &#10;"]
        {
            assert_eq!(decoded(text), text);
        }
    }
}
