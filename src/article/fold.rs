//! White-space folding that remembers where every byte came from.

use super::{Piece, snapshot::NodeId};
use crate::span::Span;

/// Text gathered from text nodes, white space folded, with its pieces.
#[derive(Debug, Default)]
pub struct Folded {
    /// What was gathered so far.
    pub text: String,
    /// In order; what lies between two is one space or line feed that stands for other white space, or nothing where
    /// an invisible character was left out.
    pub pieces: Vec<Piece>,
    /// White space was seen since the last visible character.
    space: bool,
    /// Where the text that is being gathered starts.
    start: usize,
}

impl Folded {
    /// Adds the data of the text node `node`.
    pub fn push(&mut self, node: NodeId, data: &str) {
        // The piece that may still grow: its first byte here, and the byte of `data` that would continue it.
        let mut growing: Option<usize> = None;
        for (at, c) in data.char_indices() {
            if invisible(c) {
                continue;
            }
            if c.is_whitespace() {
                self.space = true;
                continue;
            }
            // All that lies since the last visible character: nothing, or exactly the one space that folding wants.
            let gap = growing.map(|next| &data[next..at]);
            let joins = matches!(gap, Some("" | " "));
            if self.space && self.text.len() > self.start {
                self.text.push(' ');
            }
            self.space = false;
            let start = self.text.len();
            self.text.push(c);
            let end = self.text.len();
            match self.pieces.last_mut() {
                Some(piece) if joins => piece.span.end = end,
                _ => self.pieces.push(Piece { span: Span::new(start, end), node, start: at }),
            }
            growing = Some(at + c.len_utf8());
        }
    }

    /// White space that no text node holds, such as a line break.
    pub fn space(&mut self) {
        self.space = true;
    }

    /// The text gathered since the last call, as a span, and starts anew; `None` where there is none.
    pub fn take(&mut self) -> Option<Span> {
        let span = Span::new(self.start, self.text.len());
        (self.start, self.space) = (self.text.len(), false);
        (!span.is_empty()).then_some(span)
    }

    /// The text gathered since the last [`take`](Self::take).
    pub fn open(&self) -> &str {
        &self.text[self.start..]
    }
}

/// Characters without width that would only get in the way of comparing words.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(nodes: &[&str], expected: &str, pieces: usize) {
        let mut folded = Folded::default();
        for (node, data) in nodes.iter().enumerate() {
            folded.push(node as NodeId, data);
        }
        assert_eq!(folded.text, expected);
        assert_eq!(folded.pieces.len(), pieces, "{:?}", folded.pieces);
    }

    #[test]
    fn folds_white_space() {
        check(&["  One two\n\tthree "], "One two three", 2);
        check(&["One ", " two"], "One two", 2);
        check(&["One\u{a0}two"], "One two", 2);
        check(&["co\u{ad}operate"], "cooperate", 2);
        check(&["\n", "  "], "", 0);
    }

    proptest! {
        #[test]
        fn every_piece_stands_in_its_node(nodes in prop::collection::vec("[ \n\u{a0}\u{ad}a-cé“]{0,12}", 0..6)) {
            let mut folded = Folded::default();
            for (node, data) in nodes.iter().enumerate() {
                folded.push(node as NodeId, data);
                if data.len() > 9 { folded.take(); }
            }
            let mut covered = 0;
            for piece in &folded.pieces {
                let words = piece.span.of(&folded.text);
                prop_assert!(!words.is_empty() && piece.span.start >= covered);
                prop_assert_eq!(&nodes[piece.node as usize][piece.start..piece.start + words.len()], words);
                covered = piece.span.end;
            }
            let visible = |c: &char| !c.is_whitespace() && !invisible(*c);
            prop_assert_eq!(nodes.concat().chars().filter(visible).collect::<String>(),
                folded.text.chars().filter(visible).collect::<String>());
        }
    }
}
