//! Tells most words that a list lacks from its words without a look at the list.

/// A bit for each sum of length, first, middle and last byte (Bloom, 1970, with one hash).
#[derive(Clone, Debug)]
pub struct Sieve([u64; 64]);

impl Sieve {
    /// A sieve that lets `words` through.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut bits = [0; 64];
        for (at, bit) in words.into_iter().map(place) {
            bits[at] |= bit;
        }
        Self(bits)
    }

    /// Whether `word` may be one of the words; where not, it is none.
    pub fn lets(&self, word: &str) -> bool {
        let (at, bit) = place(word);
        self.0[at] & bit != 0
    }
}

fn place(word: &str) -> (usize, u64) {
    let bytes = word.as_bytes();
    let at = |i: usize| bytes.get(i).copied().map_or(0, usize::from);
    let n = bytes.len();
    let sum = n * 7 + at(0) * 31 + at(n / 2) * 173 + at(n.wrapping_sub(1)) * 1021;
    (sum / 64 % 64, 1 << (sum % 64))
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn lets_its_words_through_and_few_others() {
        let words = ["", "a", "é", "said", "says", "according"];
        let sieve = Sieve::new(words);
        assert!(words.iter().all(|word| sieve.lets(word)));
        let others = ["b", "walked", "the", "of", "government", "mr", "accord", "sad", "and", "new"];
        assert!(others.iter().filter(|word| sieve.lets(word)).count() < 2);
    }
}
