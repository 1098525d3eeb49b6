//! Skips steps whose inputs have not changed.

use crate::paths;
use anyhow::Result;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// What a step depends on, boiled down.
pub struct Stamp(DefaultHasher);

impl Stamp {
    /// Depends on this tool itself: a changed recipe is a changed input.
    pub fn new() -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        std::fs::metadata(std::env::current_exe()?)?.modified()?.hash(&mut hasher);
        Ok(Self(hasher))
    }

    /// Depends on `bytes` too.
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        bytes.hash(&mut self.0);
        self
    }

    /// Depends on a file's content too.
    pub fn file(self, path: &Path) -> Result<Self> {
        Ok(self.bytes(&paths::read(path)?))
    }

    /// Runs `step` to make `output`, unless `output` is there and was made under the same stamp.
    pub fn make(self, output: &Path, step: impl FnOnce() -> Result<()>) -> Result<()> {
        let stamp = format!("{:016x}", self.0.finish());
        let mut note = output.as_os_str().to_owned();
        note.push(".stamp");
        let note = PathBuf::from(note);
        if output.exists() && std::fs::read_to_string(&note).is_ok_and(|last| last == stamp) {
            return Ok(());
        }
        step()?;
        paths::write(&note, stamp)
    }
}
