//! A writer of JSON, a few hundred bytes of code where a serialiser would take as many thousands.

/// Text that grows from left to right; commas come by themselves.
#[derive(Default)]
pub struct Json(pub String);

// Written inline a hundred times over, they would be as large as what they stand for.
impl Json {
    /// Begins an object (`'{'`) or a list (`'['`).
    #[inline(never)]
    pub fn open(&mut self, bracket: char) {
        self.part();
        self.0.push(bracket);
    }

    /// Ends what was begun last; `bracket` closes it.
    #[inline(never)]
    pub fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// The name of the value that comes next.
    #[inline(never)]
    pub fn key(&mut self, name: &str) {
        self.string(name);
        self.0.push(':');
    }

    /// A string.
    #[inline(never)]
    pub fn string(&mut self, text: &str) {
        self.part();
        self.0.push('"');
        let mut plain = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte < b' ' || byte == b'"' || byte == b'\\' {
                self.0.push_str(&text[plain..at]);
                self.0.push_str("\\u00");
                self.0.push_str(hex(byte));
                plain = at + 1;
            }
        }
        self.0.push_str(&text[plain..]);
        self.0.push('"');
    }

    /// A named string.
    #[inline(never)]
    pub fn text(&mut self, name: &str, text: &str) {
        self.key(name);
        self.string(text);
    }

    /// A named string, or `null`.
    #[inline(never)]
    pub fn maybe(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.text(name, text),
            None => self.plain(name, "null"),
        }
    }

    /// A named number or word that needs no marks.
    #[inline(never)]
    pub fn plain(&mut self, name: &str, text: &str) {
        self.key(name);
        self.0.push_str(text);
    }

    /// A named whole number.
    #[inline(never)]
    pub fn number(&mut self, name: &str, number: usize) {
        self.plain(name, &number.to_string());
    }

    /// A named truth.
    #[inline(never)]
    pub fn truth(&mut self, name: &str, truth: bool) {
        self.plain(name, if truth { "true" } else { "false" });
    }

    /// The name of an object or a list that begins.
    #[inline(never)]
    pub fn begin(&mut self, name: &str, bracket: char) {
        self.key(name);
        self.0.push(bracket);
    }

    fn part(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }
}

/// Two digits.
pub fn hex(byte: u8) -> &'static str {
    const DIGITS: &str = concat!(
        "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F",
        "303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F",
        "606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F",
        "909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF",
        "C0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEF",
        "F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF",
    );
    let at = usize::from(byte) * 2;
    &DIGITS[at..at + 2]
}

/// A number from 0 to 1 with three digits: writing out any fraction takes twenty kilobytes of code.
pub fn share(number: f64) -> String {
    match (number * 1000.0).round() as u32 {
        thousandths @ 0..1000 => format!("0.{thousandths:03}"),
        _ => "1".to_owned(),
    }
}

/// `part` of `whole` as a share; 0 where there is no whole.
pub fn share_of(part: usize, whole: usize) -> String {
    share(if whole == 0 { 0.0 } else { part as f64 / whole as f64 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn commas_come_by_themselves() {
        let mut json = Json::default();
        json.open('{');
        json.number("a", 1);
        json.begin("b", '[');
        json.close(']');
        json.maybe("c", None);
        json.begin("d", '[');
        json.open('{');
        json.truth("e", true);
        json.close('}');
        json.string("x");
        json.string("y");
        json.close(']');
        json.close('}');
        let expected = json!({"a": 1, "b": [], "c": null, "d": [{"e": true}, "x", "y"]});
        assert_eq!(serde_json::from_str::<Value>(&json.0).unwrap(), expected);
    }

    #[test]
    fn shares() {
        assert_eq!([0.0, 0.0625, 0.5, 0.9996, 1.0].map(share), ["0.000", "0.063", "0.500", "1", "1"]);
        assert_eq!([share_of(1, 3), share_of(0, 0)], ["0.333", "0.000"]);
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "[\\PC\0-\u{20}\"\\\\]{0,20}") {
            let mut json = Json::default();
            json.string(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&json.0).unwrap(), text);
        }
    }
}
