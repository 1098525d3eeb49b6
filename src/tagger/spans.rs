//! Labels as spans.

use hearsay_network::viterbi::{CONTENT, CUE, SOURCE};
use std::ops::Range;

/// What the tagger found: token ranges in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged {
    /// Who is said to say.
    pub sources: Vec<Range<usize>>,
    /// The words that attribute.
    pub cues: Vec<Range<usize>>,
    /// What is said.
    pub contents: Vec<Range<usize>>,
}

impl Tagged {
    /// The spans of `labels`; `begins` are the tokens that begin a paragraph, at which a source or cue ends.
    pub fn new(labels: &[u8], begins: &[bool]) -> Self {
        let mut tagged = Self::default();
        let mut i = 0;
        while i < labels.len() {
            let again = begins[i] && (labels[i] == SOURCE + 1 || labels[i] == CUE + 1);
            let first = if again { labels[i] - 1 } else { labels[i] };
            let start = i;
            i += 1;
            let spans = match first {
                SOURCE => &mut tagged.sources,
                CUE => &mut tagged.cues,
                CONTENT => &mut tagged.contents,
                _ => continue,
            };
            while i < labels.len() && labels[i] == first + 1 && (first == CONTENT || !begins[i]) {
                i += 1;
            }
            spans.push(start..i);
        }
        tagged
    }
}
