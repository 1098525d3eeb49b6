//! A page's words by number, and any row of them as one number.

use crate::{article::Article, span::Span};
use std::ops::Range;

/// Odd, so that no word is lost among those after it.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// The words of a page, in reading order.
pub struct Words<'a> {
    /// The page's text.
    pub text: &'a str,
    spans: Vec<Span>,
    /// Of each word, the first one of its block.
    heads: Vec<usize>,
    /// Of each row of words from the first on, its number; one more than there are words.
    sums: Vec<u64>,
}

impl<'a> Words<'a> {
    /// The words of `page`, whose blocks stand a line each.
    pub fn of(page: &'a Article) -> Self {
        let mut words = Self { text: &page.text, spans: Vec::new(), heads: Vec::new(), sums: vec![0] };
        let mut start = 0;
        for line in page.text.split_inclusive('\n') {
            let head = words.spans.len();
            let mut open: Option<Span> = None;
            let mut sum = 0;
            let mut joint = None;
            for (at, c) in line.char_indices() {
                let end = start + at + c.len_utf8();
                if c.is_alphanumeric() {
                    match (&mut open, joint.take()) {
                        (Some(word), joined) => {
                            word.end = end;
                            sum = joined.into_iter().fold(sum, mixed);
                        }
                        (None, _) => (open, sum) = (Some(Span::new(start + at, end)), 0),
                    }
                    sum = c.to_lowercase().fold(sum, mixed);
                } else if joint.is_none() && matches!(c, '\'' | '’' | '.' | ',' | ':' | ';' | '_' | '·') {
                    // Within a word, browsers hold these for part of it.
                    joint = Some(if c == '’' { '\'' } else { c });
                } else {
                    words.push(open.take(), sum, head);
                    joint = None;
                }
            }
            words.push(open, sum, head);
            start += line.len();
        }
        words
    }

    fn push(&mut self, word: Option<Span>, sum: u64, head: usize) {
        let Some(word) = word else { return };
        self.spans.push(word);
        self.heads.push(head);
        let before = self.sums.last().copied().unwrap_or(0);
        self.sums.push(before.wrapping_mul(BASE).wrapping_add(sum | 1));
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// The words that lie within `run` at least in part.
    pub fn within(&self, run: Span) -> Range<usize> {
        let first = self.spans.partition_point(|word| word.end <= run.start);
        let end = self.spans.partition_point(|word| word.start < run.end);
        first..end.max(first)
    }

    /// From the first of several words to the last.
    pub fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.spans[from].start, self.spans[to - 1].end)
    }

    /// The words of the block that word `at` is in.
    pub fn block(&self, at: usize) -> Range<usize> {
        let head = self.heads[at];
        head..self.heads.partition_point(|&other| other <= head)
    }

    /// The same number for the same `length` words from `from` on; another for others, but by rare chance. `power` is
    /// that of `length`.
    pub fn row(&self, from: usize, length: usize, power: u64) -> u64 {
        self.sums[from + length].wrapping_sub(self.sums[from].wrapping_mul(power))
    }
}

/// What [`Words::row`] wants to know of a length.
pub fn power(length: usize) -> u64 {
    BASE.wrapping_pow(length as u32)
}

fn mixed(sum: u64, c: char) -> u64 {
    // FNV-1a, by characters.
    (sum ^ 0xcbf2_9ce4_8422_2325 ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3)
}
