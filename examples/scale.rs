//! How the native core's time grows with the length of a text, beside what takes the least: for `cargo xtask bench`.
//!
//! Standard input: a JSON object of `texts`, which are put one after another, over and over; the `sizes` in bytes that
//! are measured; and how many `rounds`. Standard output: a JSON array with a row for each size: `bytes`, and the
//! processor's milliseconds of the best round for `engine_ms`, from text to rows; `scan_ms`, reading every byte;
//! `copy_ms`, copying the text; and `reference_ms`, a computation over the text that is the same in every version.

use cpu_time::ThreadTime;
use hearsay::{Engine, article::Article, export};
use serde::{Deserialize, Serialize};
use std::{error::Error, hint::black_box};

#[derive(Deserialize)]
struct Task {
    texts: Vec<String>,
    sizes: Vec<usize>,
    rounds: usize,
}

#[derive(Serialize)]
struct Row {
    bytes: usize,
    engine_ms: f64,
    scan_ms: f64,
    copy_ms: f64,
    reference_ms: f64,
}

/// Bytes that each measurement goes over at the least, so that the clock sees it.
const LEAST: usize = 100_000;

fn main() -> Result<(), Box<dyn Error>> {
    let Task { texts, sizes, rounds } = serde_json::from_reader(std::io::stdin().lock())?;
    if texts.iter().all(String::is_empty) {
        return Err("no text is given".into());
    }
    let rows: Vec<Row> = sizes.into_iter().map(|size| row(&long(&texts, size), rounds)).collect();
    println!("{}", serde_json::to_string(&rows)?);
    Ok(())
}

/// A text of `size` bytes, or a few less where a character would be cut.
fn long(texts: &[String], size: usize) -> String {
    let mut long = String::with_capacity(size);
    for text in texts.iter().cycle() {
        let end = text.floor_char_boundary(text.len().min(size - long.len()));
        long += &text[..end];
        if end < text.len() || long.len() >= size {
            break;
        }
        long.push('\n');
    }
    long
}

/// Each in turn, in every round: what disturbs one disturbs the others.
fn row(text: &str, rounds: usize) -> Row {
    let mut best = [f64::INFINITY; 4];
    let works: [fn(&str); 4] = [engine, scan, copy, reference];
    for _ in 0..rounds {
        for (best, work) in best.iter_mut().zip(works) {
            *best = best.min(timed(text, work));
        }
    }
    let [engine_ms, scan_ms, copy_ms, reference_ms] = best;
    Row { bytes: text.len(), engine_ms, scan_ms, copy_ms, reference_ms }
}

/// Milliseconds on this thread's processor of `work` on `text`.
fn timed(text: &str, work: fn(&str)) -> f64 {
    let times = LEAST.div_ceil(text.len().max(1));
    let start = ThreadTime::now();
    (0..times).for_each(|_| work(black_box(text)));
    start.elapsed().as_secs_f64() * 1000.0 / times as f64
}

fn engine(text: &str) {
    let article = Article::from_text(text);
    let annotations = Engine::shipped().annotate(&article);
    black_box(export::rows(&article.text, &annotations));
}

fn scan(text: &str) {
    black_box(text.bytes().filter(|&byte| byte == b'"').count());
}

fn copy(text: &str) {
    black_box(text.to_owned());
}

/// What engines do at large: they read bytes, hash them, and multiply small integers. Never to be changed: kept figures
/// are measured against it.
fn reference(text: &str) {
    const SIDE: usize = 32;
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut sums = [0_i32; SIDE];
    for chunk in text.as_bytes().chunks(16) {
        for &byte in chunk {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        for row in 0..SIDE {
            let seed = (hash >> row) as i8;
            for (column, sum) in sums.iter_mut().enumerate() {
                *sum = sum.wrapping_add(i32::from(seed) * i32::from(chunk[column % chunk.len()] as i8));
            }
        }
    }
    black_box((hash, sums));
}
