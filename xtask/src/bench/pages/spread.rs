//! Numbers of many pages as three.

use crate::bench::figures::median;
use serde::{Deserialize, Serialize};

/// Where numbers lie.
#[derive(Debug, PartialEq, Deserialize, Serialize)]
pub struct Spread {
    /// The middle one.
    pub median: f64,
    /// At most one in twenty is larger.
    pub p95: f64,
    /// The largest.
    pub max: f64,
}

impl Spread {
    /// Of `numbers`; `None` where there are none.
    pub fn of(numbers: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = numbers.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let p95 = (sorted.len() * 19).div_ceil(20).checked_sub(1)?;
        Some(Self { median: median(sorted.iter().copied())?, p95: sorted[p95], max: *sorted.last()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreads() {
        assert_eq!(Spread::of([]), None);
        assert_eq!(Spread::of([7.0]), Some(Spread { median: 7.0, p95: 7.0, max: 7.0 }));
        let hundred = Spread::of((1..=100).rev().map(f64::from));
        assert_eq!(hundred, Some(Spread { median: 50.5, p95: 95.0, max: 100.0 }));
    }
}
