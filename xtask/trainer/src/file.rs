//! Writes the file of weights; `hearsay::weights` has its layout.

use crate::{
    gemm::transposed,
    layout::{LABELS, Layout, WIDE},
};
use hearsay::{
    linker::Linker,
    tagger::{features::ROWS, vocabulary::Vocabulary},
    weights::{LINKER_ROW, MAGIC},
};

/// The bytes of the file.
pub fn write(l: &Layout, weights: &[f32], words: &Vocabulary, linker: &Linker) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    let sizes = [words.keys().len(), l.sizes.embed, l.sizes.state, l.sizes.layers, linker.cues.len()];
    sizes.iter().for_each(|&size| bytes.extend((size as u32).to_le_bytes()));
    let mut before = 0;
    for key in words.keys() {
        let gap = u16::try_from(key - before).expect("thousands of words stand closer");
        bytes.extend(gap.to_le_bytes());
        before = *key;
    }
    let rows = |bytes: &mut Vec<u8>, range: &std::ops::Range<usize>, rows: usize| {
        let part = &weights[range.clone()];
        part.chunks_exact(part.len() / rows).for_each(|row| push(bytes, row));
    };
    l.words(weights).chunks_exact(l.sizes.embed).for_each(|row| push_halves(&mut bytes, row));
    for (table, rows) in l.tables[1..].iter().zip(ROWS) {
        let table = &weights[table.clone()];
        table.chunks_exact(table.len() / rows).for_each(|row| push_halves(&mut bytes, row));
    }
    for way in l.ways.iter().flatten() {
        turned(&mut bytes, &weights[way.input.clone()], way.inputs);
        turned(&mut bytes, &weights[way.state.clone()], l.sizes.state);
        rows(&mut bytes, &way.bias, 1);
        rows(&mut bytes, &way.state_bias, 1);
    }
    turned(&mut bytes, &weights[l.output.clone()], 2 * l.sizes.state);
    rows(&mut bytes, &l.output_bias, 1);
    rows(&mut bytes, &l.steps, LABELS);
    debug_assert_eq!(l.output_bias.len(), WIDE);
    for numbers in [&linker.cues, &linker.sources] {
        numbers.chunks_exact(LINKER_ROW).for_each(|row| push(&mut bytes, row));
    }
    push(&mut bytes, &linker.confidence);
    bytes
}

/// A matrix by its outputs; `weights` has it by its inputs.
fn turned(bytes: &mut Vec<u8>, weights: &[f32], inputs: usize) {
    let outputs = weights.len() / inputs;
    transposed(inputs, outputs, weights).chunks_exact(inputs).for_each(|row| push(bytes, row));
}

/// A row as its scale and a byte a number.
fn push(bytes: &mut Vec<u8>, row: &[f32]) {
    let scale = scale(row, 127.0);
    bytes.extend(((scale.to_bits() >> 16) as u16).to_le_bytes());
    bytes.extend(row.iter().map(|&x| steps(x, scale) as u8));
}

/// A row as its scale and half a byte a number.
fn push_halves(bytes: &mut Vec<u8>, row: &[f32]) {
    let scale = scale(row, 7.0);
    bytes.extend(((scale.to_bits() >> 16) as u16).to_le_bytes());
    bytes.extend(row.chunks_exact(2).map(|pair| (steps(pair[0], scale) & 15 | steps(pair[1], scale) << 4) as u8));
}

/// What makes the numbers of `row` at most `most`: rounded up to what the file can hold, so that none is beyond.
fn scale(row: &[f32], most: f32) -> f32 {
    let largest = row.iter().fold(0.0f32, |largest, x| largest.max(x.abs()));
    f32::from_bits((((largest / most).to_bits() + 0xffff) >> 16) << 16)
}

/// How often `scale` goes into `x`.
fn steps(x: f32, scale: f32) -> i8 {
    if scale > 0.0 { (x / scale).round() as i8 } else { 0 }
}
