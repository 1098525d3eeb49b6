//! The words that the network knows, by their hashes alone.

/// Rows of the words' table: row 0 is any other word.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Hashes of the words in ascending order; word `i` has row `i + 1`.
    hashes: Vec<u32>,
}

impl Vocabulary {
    /// A vocabulary of words with these `hashes`, which ascend.
    pub fn new(hashes: Vec<u32>) -> Self {
        Self { hashes }
    }

    /// The hashes, in ascending order.
    pub fn hashes(&self) -> &[u32] {
        &self.hashes
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.hashes.len() + 1
    }

    /// The row of the word of that hash; 0 where it is not known.
    pub fn row(&self, word: u32) -> u16 {
        self.hashes.binary_search(&word).map_or(0, |i| i as u16 + 1)
    }
}

/// FNV-1a, 32 bits.
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
