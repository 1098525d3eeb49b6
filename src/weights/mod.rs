//! The file of weights: how it is laid out, and how it becomes an engine's numbers.
//!
//! Little-endian, no padding: [`MAGIC`]; five `u32`: words, numbers a token, numbers of state, layers, linker weights
//! of each kind; the gaps between the keys of the words (`u16`, the first from 0), which ascend; a table for each slot
//! of features, each row as a scale (`u16`, the upper half of an `f32`) and half a byte a number, the earlier in the
//! lower half, signed; then matrices, each row as a scale and one `i8` a number. In order: for each layer and each way
//! the matrices of input and state, a row for each output, then the bias and the state's bias (a row each); the
//! output's matrix, its bias; the steps; the linker's two lists, in rows of [`LINKER_ROW`], and a row for its
//! confidence.

use crate::{
    linker::{Linker, confidence::WEIGHTS, pairs::BUCKETS},
    tagger::{
        Tagger,
        features::{ROWS, SLOTS},
        vocabulary::Vocabulary,
    },
};
use hearsay_network::{
    layers::{EMBED_STEPS, Network, STATE_STEPS, Table, Way},
    product::{MOST_WIDE, Matrix},
    viterbi::LABELS,
};

/// First bytes of the file: its name and the version of its layout.
pub const MAGIC: [u8; 8] = *b"hearsay3";

/// Numbers that share a scale in the linker's weights.
pub const LINKER_ROW: usize = 64;

/// Sizes that a file may claim: more would be no file of ours.
const MOST: u32 = 1 << 16;

/// The bytes are no weights of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// All that is learned.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The tagger.
    pub tagger: Tagger,
    /// The linker.
    pub linker: Linker,
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self.0.split_at_checked(n).ok_or(Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn numbers<const N: usize>(&mut self) -> Result<[u32; N], Malformed> {
        let bytes = self.take(4 * N)?;
        Ok(std::array::from_fn(|i| u32::from_le_bytes(std::array::from_fn(|k| bytes[4 * i + k]))))
    }

    /// `rows` rows of `width` bytes and a scale; `cells` makes numbers of each byte.
    fn rows<const N: usize>(
        &mut self,
        rows: usize,
        width: usize,
        cells: fn(u8) -> [i8; N],
    ) -> Result<Table, Malformed> {
        let bytes = self.take(rows * (width + 2))?;
        let mut table = Table { cells: Vec::with_capacity(rows * width * N), scales: Vec::with_capacity(rows) };
        for row in bytes.chunks_exact(width + 2) {
            table.scales.push(f32::from_bits(u32::from(u16::from_le_bytes([row[0], row[1]])) << 16));
            table.cells.extend(row[2..].iter().flat_map(|&byte| cells(byte)));
        }
        Ok(table)
    }

    fn table(&mut self, rows: usize, width: usize) -> Result<Table, Malformed> {
        self.rows(rows, width, |byte| [byte as i8])
    }

    fn table_of_halves(&mut self, rows: usize, width: usize) -> Result<Table, Malformed> {
        self.rows(rows, width / 2, |byte| [(byte << 4) as i8 >> 4, byte as i8 >> 4])
    }

    /// The numbers of `rows` rows, one after another.
    fn row(&mut self, rows: usize, width: usize) -> Result<Vec<f32>, Malformed> {
        let table = self.table(rows, width)?;
        let rows = table.cells.chunks_exact(width).zip(&table.scales);
        Ok(rows.flat_map(|(row, scale)| row.iter().map(move |&cell| scale * f32::from(cell))).collect())
    }
}

impl Weights {
    /// Reads the file `bytes`.
    pub fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader(bytes);
        if reader.take(MAGIC.len())? != MAGIC {
            return Err(Malformed);
        }
        let sizes: [u32; 5] = reader.numbers()?;
        if sizes.iter().any(|&size| size == 0 || size > MOST) {
            return Err(Malformed);
        }
        let [words, embed, state, layers, linked] = sizes.map(|size| size as usize);
        if embed % 8 + state % 8 != 0 || linked != BUCKETS || words == MOST as usize || layers > 8 {
            return Err(Malformed);
        }
        if embed > MOST_WIDE || state > MOST_WIDE {
            return Err(Malformed);
        }
        let mut key = 0;
        let keys = reader.take(2 * words)?.as_chunks().0.iter().map(|gap| {
            key += u32::from(u16::from_le_bytes(*gap));
            key
        });
        let keys = keys.collect();
        let mut network = Network { embed: embed / 4, state: state / 4, ..Network::default() };
        for slot in 0..SLOTS {
            let rows = if slot == 0 { words + 1 } else { ROWS[slot - 1] };
            network.tables.push(reader.table_of_halves(rows, embed)?);
        }
        for layer in 0..layers {
            let (inputs, steps) = if layer == 0 { (embed, EMBED_STEPS) } else { (2 * state, STATE_STEPS) };
            let mut way = || {
                let (input, before) = (reader.table(3 * state, inputs)?, reader.table(3 * state, state)?);
                let bias = reader.row(1, 3 * state)?;
                // Reset and update have one bias for both products.
                let before_bias = [vec![0.0; 2 * state], reader.row(1, state)?].concat();
                Ok(Way {
                    input: Matrix::new(&input.cells, inputs, &input.scales, &bias, steps),
                    state: Matrix::new(&before.cells, state, &before.scales, &before_bias, STATE_STEPS),
                })
            };
            network.layers.push([way()?, way()?]);
        }
        let (output, bias) = (reader.table(8, 2 * state)?, reader.row(1, 8)?);
        network.output = Matrix::new(&output.cells, 2 * state, &output.scales, &bias, STATE_STEPS);
        let steps = reader.row(LABELS, LABELS)?;
        network.steps = std::array::from_fn(|i| std::array::from_fn(|j| steps[i * LABELS + j]));
        let mut linker = || reader.row(linked / LINKER_ROW, LINKER_ROW);
        let (cues, sources) = (linker()?, linker()?);
        let confidence = reader.row(1, WEIGHTS)?;
        let linker = Linker { cues, sources, confidence };
        if reader.0.is_empty() {
            Ok(Self { tagger: Tagger { words: Vocabulary::new(keys), network }, linker })
        } else {
            Err(Malformed)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BUCKETS, LINKER_ROW, WEIGHTS, Weights};

    const FILE: &[u8] = include_bytes!("hearsay.weights");

    #[test]
    fn what_is_no_file_of_weights_is_refused() {
        assert!(Weights::read(FILE).is_ok());
        for length in (0..FILE.len()).step_by(9_973) {
            assert!(Weights::read(&FILE[..length]).is_err(), "the first {length} bytes");
        }
        assert!(Weights::read(&[FILE, &[0]].concat()).is_err(), "a byte too many");
        // The name and the sizes that follow it.
        for at in 0..28 {
            let mut file = FILE.to_vec();
            file[at] ^= 0xa5;
            assert!(Weights::read(&file).is_err(), "another byte at {at}");
        }
    }

    #[test]
    fn a_linker_with_other_numbers_than_are_asked_for_is_refused() {
        const ROW: usize = LINKER_ROW + 2;
        let rows = BUCKETS / LINKER_ROW;
        let (rest, confidence) = FILE.split_at(FILE.len() - (WEIGHTS + 2));
        let (head, lists) = rest.split_at(rest.len() - 2 * rows * ROW);
        let file = |rows: usize| {
            let mut head = head.to_vec();
            head[24..28].copy_from_slice(&((rows * LINKER_ROW) as u32).to_le_bytes());
            [head, lists.iter().copied().cycle().take(2 * rows * ROW).collect(), confidence.to_vec()].concat()
        };
        assert_eq!(file(rows), FILE);
        for rows in [rows - 1, rows + 1] {
            assert!(Weights::read(&file(rows)).is_err(), "{rows} rows");
        }
    }
}
