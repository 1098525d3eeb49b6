//! Where sentences end.

use super::tokens::{Kind, Token};
use std::ops::Range;

/// Longest sentence, in tokens: what runs on without a stop is cut, so that later stages look at bounded stretches.
const LONGEST: usize = 400;

/// A run of tokens that one sentence holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Indices into [`Doc::tokens`](super::Doc::tokens).
    pub tokens: Range<usize>,
    /// Index into [`Article::blocks`](crate::article::Article::blocks).
    pub block: usize,
}

const fn closes(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | '»' | '›' | ')' | ']' | '“')
}

/// Adds the sentences of the block whose tokens are `tokens[first..]`.
pub fn read(text: &str, tokens: &[Token], first: usize, block: usize, sentences: &mut Vec<Sentence>) {
    let mark = |i: usize| {
        let token = tokens.get(i).filter(|t| t.kind == Kind::Punctuation)?;
        token.span.of(text).chars().next()
    };
    let mut start = first;
    let mut i = first;
    while i < tokens.len() {
        let stop = matches!(mark(i), Some('.' | '!' | '?' | '…'));
        let abbreviation = tokens[i].kind == Kind::Word && tokens[i].lower.ends_with('.');
        i += 1;
        if !stop && !abbreviation && i - start < LONGEST {
            continue;
        }
        if stop {
            let short = |i: usize| i - start < LONGEST;
            while short(i) && matches!(mark(i), Some('.' | '!' | '?')) {
                i += 1;
            }
            // Closing marks belong to the sentence that they close; one that follows a space opens the next.
            while short(i) && mark(i).is_some_and(closes) && tokens[i].span.start == tokens[i - 1].span.end {
                i += 1;
            }
        }
        let Some(next) = tokens.get(i) else { break };
        let overlong = i - start >= LONGEST;
        if overlong || begins_sentence(text, &tokens[i - 1], next) && (stop || ends_despite_stop(&tokens[i - 1], next))
        {
            sentences.push(Sentence { tokens: start..i, block });
            start = i;
        }
    }
    if start < tokens.len() {
        sentences.push(Sentence { tokens: start..tokens.len(), block });
    }
}

fn begins_sentence(text: &str, last: &Token, next: &Token) -> bool {
    let c = next.span.of(text).chars().next().unwrap_or(' ');
    let opens = !c.is_alphanumeric() && !matches!(c, ',' | ';' | ')' | '–' | '—' | '―' | '-');
    let apart = next.span.start > last.span.end || last.span.of(text) == "." && c.is_uppercase();
    apart && (c.is_uppercase() || c.is_numeric() || opens)
}

/// Whether a sentence can end with the abbreviation `last`: some do ("at 3 p.m. The court"), titles and initials do
/// not.
fn ends_despite_stop(last: &Token, next: &Token) -> bool {
    let may_end = matches!(&*last.lower, "inc." | "corp." | "co." | "ltd." | "jr." | "etc.");
    let acronym = last.lower.matches('.').count() > 1;
    let starts_clause = matches!(
        &*next.lower,
        "the"
            | "a"
            | "an"
            | "in"
            | "he"
            | "she"
            | "it"
            | "they"
            | "but"
            | "and"
            | "this"
            | "that"
            | "on"
            | "we"
            | "i"
            | "“"
            | "\""
    );
    (may_end || acronym) && starts_clause
}

#[cfg(test)]
mod tests {
    use crate::article::Article;

    fn sentences(text: &str) -> Vec<String> {
        let article = Article::from_text(text);
        let doc = crate::text::read(&article);
        let span = |i: usize| doc.tokens[i].span;
        let of = |s: &super::Sentence| text[span(s.tokens.start).start..span(s.tokens.end - 1).end].to_owned();
        doc.sentences.iter().map(of).collect()
    }

    #[test]
    fn a_stop_behind_an_amount_a_time_or_an_address_ends_a_sentence() {
        for first in ["The fund holds £2.3bn.", "They met at 5.30pm.", "He told delta.com.", "It was “£2.5m.”"] {
            assert_eq!(sentences(&format!("{first} Mayor Falk left.")), [first, "Mayor Falk left."]);
        }
    }

    #[test]
    fn a_stop_within_a_name_or_before_a_number_ends_none() {
        for one in [
            "A No. 10 spokesman left.",
            "The U.S. Senate met.",
            "Ann Lee, Ph.D. Fellow, left.",
            "Delta Inc.’s Tom Falk left.",
        ] {
            assert_eq!(sentences(one), [one]);
        }
        assert_eq!(sentences("She said no. 10 people left."), ["She said no.", "10 people left."]);
    }

    #[test]
    fn a_row_of_stops_is_cut() {
        let text = format!("Go{}", "!".repeat(10_000));
        assert!(sentences(&text).iter().all(|sentence| sentence.len() <= super::LONGEST + 1));
    }
}
