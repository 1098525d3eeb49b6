//! Runs a target with random inputs, from seed to seed until one fails: `hearsay-fuzz TARGET SEED [COUNT]`.
//!
//! The input at hand stands in a file under `fuzz/artifacts/`, where it stays after a failure, even one that ends the
//! process. Progress goes to standard error.

use hearsay_fuzz::{Corpus, TARGETS, Target, target};
use std::{
    error::Error,
    fs::{self, File},
    io::{Seek, Write},
    panic,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

/// Between two lines of progress.
const EVERY: Duration = Duration::from_secs(10);

fn main() -> ExitCode {
    match fuzz() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fuzz: {error}");
            ExitCode::FAILURE
        }
    }
}

fn fuzz() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, first, count) = match arguments.as_slice() {
        [name, seed] => (name, seed.parse()?, u64::MAX),
        [name, seed, count] => (name, seed.parse()?, count.parse()?),
        _ => return Err("TARGET SEED [COUNT] is wanted".into()),
    };
    let names = TARGETS.map(|target| target.name).join(", ");
    let target = target(name).ok_or_else(|| format!("no target {name:?}; there are: {names}"))?;
    let corpus = Corpus::of(target)?;
    let path = artifact(target, first)?;
    let mut file = File::create(&path)?;
    let (began, mut told) = (Instant::now(), Instant::now());
    for (done, seed) in (first..).enumerate().take(usize::try_from(count).unwrap_or(usize::MAX)) {
        let input = corpus.input(seed);
        file.rewind()?;
        file.write_all(&input)?;
        file.set_len(input.len() as u64)?;
        if panic::catch_unwind(|| (target.run)(&input)).is_err() {
            return Err(format!("{name} fails on {}, which is seed {seed}", path.display()).into());
        }
        if told.elapsed() > EVERY {
            told = Instant::now();
            let speed = (done + 1) as f64 / began.elapsed().as_secs_f64();
            eprintln!("{name}: {} executions, {speed:.0} a second, at seed {seed}", done + 1);
        }
    }
    eprintln!("{name}: {count} executions from seed {first} on, none failed");
    drop(file);
    Ok(fs::remove_file(path)?)
}

/// Where the input at hand stands.
fn artifact(target: &Target, seed: u64) -> Result<PathBuf, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/artifacts").join(target.name);
    fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?.join(format!("from-{seed}")))
}
