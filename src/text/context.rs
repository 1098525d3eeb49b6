//! Which characters stand on either side of a place in a block.

/// A block's characters with their byte offsets in the article.
pub struct Chars {
    chars: Vec<(usize, char)>,
    end: usize,
}

impl Chars {
    /// The characters of `text`, which starts at byte `start` of the article.
    pub fn new(text: &str, start: usize) -> Self {
        Self { chars: text.char_indices().map(|(i, c)| (start + i, c)).collect(), end: start + text.len() }
    }

    /// Number of characters.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Character `i`; a line feed outside the block.
    pub fn at(&self, i: usize) -> char {
        self.chars.get(i).map_or('\n', |&(_, c)| c)
    }

    /// The character before `i`; a line feed at the start.
    pub fn before(&self, i: usize) -> char {
        if i == 0 { '\n' } else { self.at(i - 1) }
    }

    /// Byte offset in the article of character `i`; the block's end past the last.
    pub fn byte(&self, i: usize) -> usize {
        self.chars.get(i).map_or(self.end, |&(b, _)| b)
    }
}
