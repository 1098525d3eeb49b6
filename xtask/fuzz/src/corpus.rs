//! Kept inputs, and random ones made of them.

use crate::{Target, mutate};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Where the kept inputs of a target are.
pub fn folder(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target.name)
}

/// The inputs that are kept for a target.
pub struct Corpus {
    target: &'static Target,
    /// With their names, and in order of these.
    pub kept: Vec<(String, Vec<u8>)>,
}

impl Corpus {
    /// Reads them.
    pub fn of(target: &'static Target) -> io::Result<Self> {
        let mut kept = Vec::new();
        for entry in fs::read_dir(folder(target))? {
            let path = entry?.path();
            kept.push((path.display().to_string(), fs::read(path)?));
        }
        kept.sort();
        Ok(Self { target, kept })
    }

    /// The input of that seed: one of those kept, changed at random; the same each time.
    pub fn input(&self, seed: u64) -> Vec<u8> {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut input = match self.kept.get(random.usize(..=self.kept.len())) {
            Some((_, kept)) => kept.clone(),
            None => Vec::new(),
        };
        let other = random.choice(&self.kept).map_or(&[][..], |(_, kept)| kept);
        mutate(&mut input, other, self.target.pieces, &mut random);
        input.truncate(self.target.longest);
        input
    }
}
