//! What the fuzz targets share.

/// A fuzz target: what [`hearsay_fuzz`] has under the name, with its changes of inputs and libFuzzer's in turn.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(|input: &[u8]| (hearsay_fuzz::target($name).expect("a target").run)(input));
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
            if seed % 2 == 0 {
                return libfuzzer_sys::fuzzer_mutate(data, size, most);
            }
            let target = hearsay_fuzz::target($name).expect("a target");
            let mut input = data[..size].to_vec();
            let other = input.clone();
            hearsay_fuzz::mutate(&mut input, &other, target.pieces, &mut fastrand::Rng::with_seed(seed.into()));
            let size = input.len().min(most);
            data[..size].copy_from_slice(&input[..size]);
            size
        });
    };
}
