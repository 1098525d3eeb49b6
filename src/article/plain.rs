//! Words without case, marks and spaces, to be compared with others.

/// The words of a text.
#[derive(Debug, Default)]
pub struct Plain {
    /// In lower case, with one space between each two.
    pub joined: String,
    /// A hash of each.
    pub words: Vec<u64>,
}

impl Plain {
    /// The runs of letters and digits in `text`.
    pub fn of(text: &str) -> Self {
        let mut plain = Self { joined: String::with_capacity(text.len()), words: Vec::new() };
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            if !plain.joined.is_empty() {
                plain.joined.push(' ');
            }
            let start = plain.joined.len();
            plain.joined.extend(word.chars().flat_map(char::to_lowercase));
            plain.words.push(plain.joined[start..].bytes().fold(0, |hash, byte| mixed(hash, u64::from(byte))));
        }
        plain
    }

    /// A hash of each `n` words in a row.
    pub fn runs(&self, n: usize) -> impl Iterator<Item = u64> {
        self.words.windows(n).map(|run| run.iter().fold(0, |hash, word| mixed(hash, *word)))
    }
}

/// One round of FxHash, as in Firefox and rustc.
fn mixed(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Places that a hash may stand in, from its own on: a text that is made to fill them loses words, not time.
const PLACES: usize = 16;

/// A set of hashes.
#[derive(Debug, Default)]
pub struct Set {
    /// As many as a power of two; 0 where nothing stands.
    table: Vec<u64>,
    len: usize,
}

impl Set {
    /// The different ones of `hashes`.
    pub fn new(hashes: impl IntoIterator<Item = u64>) -> Self {
        let hashes: Vec<u64> = hashes.into_iter().collect();
        let mut set = Self { table: vec![0; (hashes.len() * 4).next_power_of_two()], len: 0 };
        for hash in hashes {
            if let Some(free) = set.places(hash).find(|&i| set.table[i] == 0 || set.table[i] == hash) {
                set.len += usize::from(set.table[free] == 0);
                set.table[free] = hash;
            }
        }
        set
    }

    fn places(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.table.len().wrapping_sub(1);
        let own = (hash >> 20) as usize;
        (0..PLACES).map(move |i| own.wrapping_add(i) & mask)
    }

    /// Whether `hash` is one of them.
    pub fn has(&self, hash: u64) -> bool {
        let mut places =
            self.places(hash).map(|i| self.table.get(i).copied().unwrap_or(0)).take_while(|&other| other != 0);
        places.any(|other| other == hash)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_alone_count() {
        let (one, other) = (Plain::of("“The Tide, now!” É"), Plain::of("the tide — now, é"));
        assert_eq!((one.joined.as_str(), &one.words), ("the tide now é", &other.words));
        assert_eq!(one.runs(2).collect::<Vec<_>>(), other.runs(2).collect::<Vec<_>>());
        assert_ne!(Plain::of("tide the").runs(2).next(), one.runs(2).next());
    }

    #[test]
    fn a_set_holds_each_once() {
        let set = Set::new([3, 1, 3]);
        assert_eq!((set.len(), set.has(1), set.has(2)), (2, true, false));
        let many = Set::new((1..10_000).map(|i| mixed(0, i)));
        assert!((1..10_000).all(|i| many.has(mixed(0, i))) && !many.has(mixed(0, 10_000)));
        assert!(!Set::default().has(7));
    }
}
