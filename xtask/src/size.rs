//! How large a file is to whoever loads it.

use crate::paths;
use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::iter::Sum;
use std::path::Path;

/// Bytes of one file or of several together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Size {
    /// As it is.
    pub bytes: usize,
    /// Compressed by gzip, as a server or a browser would.
    pub gzip_bytes: usize,
}

impl Size {
    /// The size of the file at `path`.
    pub fn of(path: &Path) -> Result<Self> {
        let bytes = paths::read(path)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        Ok(Self { bytes: bytes.len(), gzip_bytes: gzip.finish()?.len() })
    }
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Size>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self {
            bytes: sum.bytes + size.bytes,
            gzip_bytes: sum.gzip_bytes + size.gzip_bytes,
        })
    }
}
