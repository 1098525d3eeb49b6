//! Verbs that attribute words to somebody, from `cues.txt`.

use std::{collections::HashMap, sync::OnceLock};

/// How a verb takes what was said; `cues.txt` explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// "said (that) it would"
    Say,
    /// "told reporters (that) it would"
    Tell,
    /// "asked whether it would"
    Ask,
    /// "found that it would"
    Show,
    /// "called it “a disgrace”"
    Quote,
}

/// The class of `form`, an inflected form in lower case; `None` where it is no cue.
pub fn class(form: &str) -> Option<Class> {
    static TABLE: OnceLock<HashMap<&str, Class>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for line in include_str!("cues.txt").lines() {
            let mut words = line.split_whitespace();
            let class = match words.next() {
                Some("say") => Class::Say,
                Some("tell") => Class::Tell,
                Some("ask") => Class::Ask,
                Some("show") => Class::Show,
                Some("quote") => Class::Quote,
                _ => continue,
            };
            table.extend(words.map(|form| (form, class)));
        }
        table
    });
    table.get(form).copied()
}

#[cfg(test)]
mod tests {
    use super::{Class, class};

    #[test]
    fn forms_have_their_class() {
        for (form, expected) in [
            ("said", Some(Class::Say)),
            ("telling", Some(Class::Tell)),
            ("asks", Some(Class::Ask)),
            ("found", Some(Class::Show)),
            ("dubbed", Some(Class::Quote)),
            ("walked", None),
            ("#", None),
        ] {
            assert_eq!(class(form), expected, "{form}");
        }
    }
}
