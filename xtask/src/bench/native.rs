//! The native core by itself: how its time grows with the text, what the least would be, and one ratio to keep.

use super::articles;
use crate::process;
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

/// What `examples/scale.rs` measures of a text of one size.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct Row {
    /// Of the text.
    pub bytes: usize,
    /// Processor's milliseconds from text to rows, in the best round, as all here.
    pub engine_ms: f64,
    /// Reading every byte once.
    pub scan_ms: f64,
    /// Copying the text.
    pub copy_ms: f64,
    /// A fixed computation over the text.
    pub reference_ms: f64,
}

impl Row {
    /// The reference's time to the engine's. More is better.
    pub fn ratio(&self) -> f64 {
        self.reference_ms / self.engine_ms
    }
}

/// What was measured.
#[derive(Deserialize, Serialize)]
pub struct Native {
    /// The engine's speed to the reference's in the same process, on this project's own articles. More is better.
    pub ratio: f64,
    /// The engine's time a byte on the longest text to that on one of 100 KB: 1 is a straight line.
    pub straightness: f64,
    /// Texts from 1 KB to 5 MB.
    pub growth: Vec<Row>,
}

/// What `examples/scale.rs` is told.
#[derive(Serialize)]
struct Task<'a> {
    texts: &'a [String],
    sizes: &'a [usize],
    rounds: usize,
}

const SIZES: [usize; 7] = [1_000, 10_000, 100_000, 500_000, 1_000_000, 2_500_000, 5_000_000];
/// What the straight line begins with: shorter texts are all beginning.
const BASE: usize = 100_000;
/// How long the text is that the kept ratio is measured on, and how often: the best of many rounds is nearly the same
/// on a busy machine.
const KEPT: (usize, usize) = (200_000, 12);

/// Measures on `texts` up to `most` bytes, `rounds` times over.
pub fn measure(texts: &[String], most: usize, rounds: usize) -> Result<Native> {
    let sizes: Vec<usize> = SIZES.into_iter().filter(|&size| size <= most).collect();
    let growth = rows(texts, &sizes, rounds)?;
    let base = SIZES.iter().position(|&size| size == BASE).and_then(|at| growth.get(at));
    let (base, last) = base.zip(growth.last()).context("no text is long enough")?;
    let per_byte = |row: &Row| row.engine_ms / row.bytes as f64;
    Ok(Native { ratio: ratio()?, straightness: per_byte(last) / per_byte(base), growth })
}

/// The engine's speed to the reference's, now.
pub fn ratio() -> Result<f64> {
    let (size, rounds) = KEPT;
    let rows = rows(&articles::own()?, &[size], rounds)?;
    Ok(rows.first().context("nothing was measured")?.ratio())
}

fn rows(texts: &[String], sizes: &[usize], rounds: usize) -> Result<Vec<Row>> {
    let mut program = process::quiet(super::example("scale")?);
    let task = serde_json::to_vec(&Task { texts, sizes, rounds })?;
    let rows = process::ask(&mut program, &task).context("the native core could not be timed")?;
    let rows: Vec<Row> = serde_json::from_slice(&rows)?;
    if rows.len() != sizes.len() {
        bail!("{} sizes were measured, not {}", rows.len(), sizes.len());
    }
    Ok(rows)
}
