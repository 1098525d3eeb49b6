//! Changes to an input.

use fastrand::Rng;
use std::ops::Range;

/// Changes that are made at once, at the most.
const MOST_CHANGES: usize = 12;
/// Bytes that a change takes out or copies, at the most.
const MOST_BYTES: usize = 80;
/// How often in a row something is put in, at the most.
const MOST_TIMES: usize = 40;

/// Changes `input` at random, with parts of `other` and with `pieces`.
pub fn mutate(input: &mut Vec<u8>, other: &[u8], pieces: &[&[&str]], random: &mut Rng) {
    for _ in 0..random.usize(1..=MOST_CHANGES) {
        let (here, there) = (random.usize(..=input.len()), range(input.len(), random));
        match random.u8(..16) {
            0..6 => drop(input.splice(here..here, piece(pieces, random))),
            6 | 7 => drop(input.splice(there, piece(pieces, random))),
            8 | 9 => drop(input.drain(there)),
            10 => {
                let copy = input[there].to_vec();
                input.splice(here..here, copy);
            }
            11 => {
                let moved: Vec<u8> = input.drain(there).collect();
                let here = here.min(input.len());
                input.splice(here..here, moved);
            }
            12 => {
                let part = range(other.len(), random);
                input.splice(there, other[part].iter().copied());
            }
            13 => {
                let repeated = piece(pieces, random).repeat(random.usize(1..=MOST_TIMES));
                input.splice(here..here, repeated);
            }
            14 => drop(input.splice(here..here, random.char(..).to_string().into_bytes())),
            _ => {
                if let Some(byte) = input.get_mut(here) {
                    *byte = random.u8(..);
                }
            }
        }
    }
}

/// A piece, often with a space beside it.
fn piece(pieces: &[&[&str]], random: &mut Rng) -> Vec<u8> {
    let piece = random.choice(pieces.iter().copied()).and_then(|list| random.choice(list)).map_or("", |piece| piece);
    let spaces = [("", ""), (" ", ""), ("", " "), (" ", " ")];
    let (before, after) = spaces[random.usize(..spaces.len())];
    [before, piece, after].concat().into_bytes()
}

/// A short range within `length`.
fn range(length: usize, random: &mut Rng) -> Range<usize> {
    let start = random.usize(..=length);
    let most = (length - start).min(MOST_BYTES);
    start..start + random.usize(..=most)
}
