//! Whether the native core is as fast as when its figures were kept: beside a computation that never changes, in the
//! same process, so that it holds on a slower machine and on a busy one.

use super::{kept, machine::Machine, native};
use crate::paths;
use anyhow::{Result, bail};

/// Measured ratios below this share of the kept one are a failure.
const LEAST: f64 = 0.75;
/// Whatever else runs on the machine can only make the engine look slower, so the best of some tries counts.
const TRIES: usize = 5;

/// Compares what was kept in the last figures with what is measured now; an error where speed was lost.
pub fn run() -> Result<()> {
    let kept = kept::read(&paths::root())?;
    let machine = Machine::this();
    if kept.machine.architecture != machine.architecture {
        bail!("the kept figures are of {}, not of {}", kept.machine.architecture, machine.architecture);
    }
    let mut now: f64 = 0.0;
    for _ in 0..TRIES {
        now = now.max(native::ratio()?);
        eprintln!("speed to the reference: {now:.4}, kept {:.4}", kept.native.ratio);
        if compare(kept.native.ratio, now).is_ok() {
            break;
        }
    }
    compare(kept.native.ratio, now)
}

fn compare(kept: f64, now: f64) -> Result<()> {
    // What is no number is a failure too.
    if now >= kept * LEAST && kept > 0.0 {
        return Ok(());
    }
    bail!(
        "the engine has {:.0} % of the speed that it had: {now:.4} to the reference, kept {kept:.4}",
        now / kept * 100.0
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_less_is_a_failure() {
        assert!(compare(0.04, 0.04).is_ok());
        assert!(compare(0.04, 0.05).is_ok());
        assert!(compare(0.04, 0.031).is_ok());
        let error = compare(0.04, 0.0295).unwrap_err().to_string();
        assert_eq!(error, "the engine has 74 % of the speed that it had: 0.0295 to the reference, kept 0.0400");
        assert!(compare(0.04, f64::NAN).is_err());
        assert!(compare(f64::NAN, 0.04).is_err());
    }
}
