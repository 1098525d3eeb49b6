//! Writes the file of weights; `hearsay::weights` has its layout.

use crate::{
    gemm::transposed,
    layout::{LABELS, Layout, WIDE},
};
use hearsay::{
    linker::Linker,
    tagger::{
        features::{ROWS, SLOTS},
        vocabulary::Vocabulary,
    },
    weights::{LINKER_ROW, MAGIC},
};

/// The bytes of the file.
pub fn write(l: &Layout, weights: &[f32], words: &Vocabulary, linker: &Linker) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    let sizes = [words.hashes().len(), l.sizes.embed, l.sizes.state, l.sizes.layers, linker.cues.len()];
    sizes.iter().for_each(|&size| bytes.extend((size as u32).to_le_bytes()));
    words.hashes().iter().for_each(|hash| bytes.extend(hash.to_le_bytes()));
    let rows = |bytes: &mut Vec<u8>, range: &std::ops::Range<usize>, rows: usize| {
        let part = &weights[range.clone()];
        part.chunks_exact(part.len() / rows).for_each(|row| push(bytes, row));
    };
    for slot in 0..SLOTS {
        rows(&mut bytes, &l.tables[slot], if slot == 0 { words.rows() } else { ROWS[slot - 1] });
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
    let most = row.iter().fold(0.0f32, |most, x| most.max(x.abs()));
    // Rounded up to what the file can hold, so that no number is beyond 127.
    let scale = f32::from_bits((((most / 127.0).to_bits() + 0xffff) >> 16) << 16);
    bytes.extend(((scale.to_bits() >> 16) as u16).to_le_bytes());
    bytes.extend(row.iter().map(|x| if scale > 0.0 { (x / scale).round() as i8 as u8 } else { 0 }));
}
