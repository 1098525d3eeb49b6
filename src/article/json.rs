//! JSON as far as it holds words: strings, lists, objects. Numbers, `true`, `false` and `null` are read as nothing.

/// Levels of nesting that are still read; the reader recurses.
const DEEPEST: usize = 64;

/// A value.
#[derive(Debug, PartialEq)]
pub enum Json {
    /// A string; what control characters stand in it unescaped are spaces.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Object),
    /// A value that holds no words.
    Other,
}

/// The members of an object, in order.
#[derive(Debug, Default, PartialEq)]
pub struct Object(Vec<(String, Json)>);

impl Object {
    /// The value of `key`, the last where there are several.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.0.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}

/// Reads `source`; `None` where it is no JSON or nests too deep. Control characters in strings, line feeds above all,
/// are no error: pages have them often. Linear.
pub fn parse(source: &str) -> Option<Json> {
    let mut reader = Reader { source, at: 0 };
    let value = reader.value(0)?;
    reader.peek().is_none().then_some(value)
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.source.as_bytes()[self.at..];
        let space = rest.iter().take_while(|byte| byte.is_ascii_whitespace() || byte.is_ascii_control()).count();
        self.at += space;
        rest.get(space).copied()
    }

    /// Passes over `byte` if it comes next.
    fn take(&mut self, byte: u8) -> bool {
        let next = self.peek() == Some(byte);
        self.at += usize::from(next);
        next
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        match self.peek()? {
            b'"' => self.text().map(Json::Text),
            b'[' | b'{' if depth == DEEPEST => None,
            b'[' => {
                let mut items = Vec::new();
                self.members(b']', |reader| {
                    items.push(reader.value(depth + 1)?);
                    Some(())
                })?;
                Some(Json::List(items))
            }
            b'{' => {
                let mut members = Vec::new();
                self.members(b'}', |reader| {
                    reader.peek();
                    let name = reader.text()?;
                    let value = reader.take(b':').then(|| reader.value(depth + 1))??;
                    members.push((name, value));
                    Some(())
                })?;
                Some(Json::Object(Object(members)))
            }
            _ => {
                let word = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
                let length = self.source.as_bytes()[self.at..].iter().take_while(|byte| word(byte)).count();
                self.at += length;
                (length > 0).then_some(Json::Other)
            }
        }
    }

    /// What stands between the bracket that comes next and `close`, each read by `read`, with commas between.
    fn members(&mut self, close: u8, mut read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        if self.take(close) {
            return Some(());
        }
        loop {
            read(self)?;
            if self.take(close) {
                return Some(());
            }
            self.take(b',').then_some(())?;
        }
    }

    fn text(&mut self) -> Option<String> {
        let mut rest = self.source.get(self.at..)?.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            let end = rest.find(['"', '\\'])?;
            text.extend(rest[..end].chars().map(|c| if c.is_control() { ' ' } else { c }));
            let sign = rest.as_bytes()[end];
            rest = &rest[end + 1..];
            if sign == b'"' {
                self.at = self.source.len() - rest.len();
                return Some(text);
            }
            let escaped = rest.chars().next()?;
            rest = &rest[escaped.len_utf8()..];
            match escaped {
                'u' => {
                    let (c, length) = unicode(rest)?;
                    text.push(c);
                    rest = &rest[length..];
                }
                'n' => text.push('\n'),
                'r' | 't' | 'b' | 'f' => text.push(' '),
                '"' | '\\' | '/' => text.push(escaped),
                _ => return None,
            }
        }
    }
}

/// The character that four digits name, or eight in two escapes, and how long it is written; half a character is a
/// replacement character.
fn unicode(rest: &str) -> Option<(char, usize)> {
    let unit = |at: usize| rest.get(at..at + 4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    let first = unit(0)?;
    let second = rest.get(4..6).filter(|&escape| escape == "\\u").and_then(|_| unit(6));
    let units = [first, second.unwrap_or(0)];
    match char::decode_utf16(units).next()? {
        Ok(c) => Some((c, if c.len_utf16() == 2 { 10 } else { 4 })),
        Err(_) => Some((char::REPLACEMENT_CHARACTER, 4)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings() {
        let check =
            |source: &str, expected: &str| assert_eq!(parse(source), Some(Json::Text(expected.into())), "{source}");
        check(r#" "" "#, "");
        check(r#""a\"b\\c\/d""#, "a\"b\\c/d");
        check("\"two\nlines\\nand\\tmore\"", "two lines\nand more");
        check(r#""\u201cna\u00efve\u201d \ud83d\ude00!""#, "“naïve” 😀!");
        check(r#""\ud83dx""#, "\u{fffd}x");
        check("\"“ü”\"", "“ü”");
    }

    #[test]
    fn nesting() {
        let Some(Json::Object(object)) = parse(r#"{"a": [1, -2.5e3, true, "x"], "b": {}, "c": [], "b": {"d": null}}"#)
        else {
            panic!("no object")
        };
        assert_eq!(
            object.get("a"),
            Some(&Json::List(vec![Json::Other, Json::Other, Json::Other, Json::Text("x".into())]))
        );
        assert_eq!(object.get("b"), Some(&Json::Object(Object(vec![("d".into(), Json::Other)]))));
        assert_eq!(object.get("e"), None);
        assert!(parse(&format!("{}{}", "[".repeat(DEEPEST), "]".repeat(DEEPEST))).is_some());
    }

    #[test]
    fn no_json() {
        for source in [
            "",
            "{",
            "[1,",
            "[1,]",
            "{\"a\"}",
            "{\"a\":}",
            "{a: 1}",
            "[1 2]",
            "\"a",
            "\"\\",
            "\"\\q\"",
            "\"\\u12\"",
            "1 2",
            "\"\\u00e\u{e9}\"",
        ] {
            assert_eq!(parse(source), None, "{source}");
        }
        assert_eq!(parse(&"[".repeat(1_000_000)), None);
        assert_eq!(parse(&format!("{}{}", "[".repeat(100), "]".repeat(100))), None);
    }
}
