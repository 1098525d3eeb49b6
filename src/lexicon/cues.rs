//! Verbs that attribute words to somebody, from `cues.txt`.

use super::sieve::Sieve;
use crate::{keyed::Keyed, slim};
use std::sync::OnceLock;

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

/// Every form with its class; of a form that stands twice the later class counts.
pub fn forms() -> impl Iterator<Item = (&'static str, Class)> {
    static SHORT: [u8; slim::length(include_str!("cues.txt"))] = slim::copy(include_str!("cues.txt"));
    let lines = slim::text(&SHORT).lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let class = match words.next()? {
            "say" => Class::Say,
            "tell" => Class::Tell,
            "ask" => Class::Ask,
            "show" => Class::Show,
            "quote" => Class::Quote,
            _ => return None,
        };
        Some(words.map(move |form| (form, class)))
    });
    lines.flatten()
}

/// The class of `form`, an inflected form in lower case; `None` where it is no cue.
pub fn class(form: &str) -> Option<Class> {
    static TABLE: OnceLock<(Keyed<Class>, Sieve)> = OnceLock::new();
    let (table, sieve) = TABLE.get_or_init(|| {
        let mut table = Keyed::default();
        forms().for_each(|(form, class)| table.set(form, class));
        (table, Sieve::new(forms().map(|(form, _)| form)))
    });
    if sieve.lets(form) { table.get(form).copied() } else { None }
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
