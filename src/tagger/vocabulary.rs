//! The words that the network knows, by their hashes alone.

/// Rows of the words' table: row 0 is any other word.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Keys of the words in ascending order; word `i` has row `i + 1`.
    keys: Vec<u32>,
}

impl Vocabulary {
    /// A vocabulary of words with these `keys`, which ascend.
    pub fn new(keys: Vec<u32>) -> Self {
        Self { keys }
    }

    /// The keys, in ascending order.
    pub fn keys(&self) -> &[u32] {
        &self.keys
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.keys.len() + 1
    }

    /// The row of the word of that hash; 0 where it is not known.
    pub fn row(&self, word: u32) -> u16 {
        self.keys.binary_search(&key(word)).map_or(0, |i| i as u16 + 1)
    }
}

/// What is kept of a hash: 26 bits, so that the gaps between some thousands of words fit 16 bits, and one unknown word
/// in some thousands is taken for a known one.
pub fn key(hash: u32) -> u32 {
    hash >> 6
}

/// FNV-1a, 32 bits.
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
