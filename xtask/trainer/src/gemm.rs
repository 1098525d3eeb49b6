//! Products of matrices, the same to the last bit on every machine: each sum runs in the order of its terms, with one
//! rounding a term.

/// `c[m × n] += a · b`, where `a[i][k]` stands at `a[i * a_row + k * a_col]`, `b` has `n` columns and so has `c`.
///
/// `n` is a multiple of 8.
#[derive(Clone, Copy)]
pub struct Shape {
    pub m: usize,
    pub k: usize,
    pub n: usize,
    pub a_row: usize,
    pub a_col: usize,
}

/// `c += a · b` for row-major `a`.
pub fn multiply(m: usize, k: usize, n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    run(Shape { m, k, n, a_row: k, a_col: 1 }, a, b, c);
}

/// `c[k × n] += aᵀ · b` for row-major `a[m × k]` and `b[m × n]`.
pub fn multiply_transposed(m: usize, k: usize, n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    run(Shape { m: k, k: m, n, a_row: 1, a_col: k }, a, b, c);
}

/// Row-major `a[rows × columns]` turned.
pub fn transposed(rows: usize, columns: usize, a: &[f32]) -> Vec<f32> {
    let mut turned = vec![0.0; rows * columns];
    for r in 0..rows {
        for c in 0..columns {
            turned[c * rows + r] = a[r * columns + c];
        }
    }
    turned
}

fn run(s: Shape, a: &[f32], b: &[f32], c: &mut [f32]) {
    debug_assert!(s.n.is_multiple_of(8));
    let mut i = 0;
    while i + 6 <= s.m {
        rows::<6>(s, i, a, b, c);
        i += 6;
    }
    while i + 2 <= s.m {
        rows::<2>(s, i, a, b, c);
        i += 2;
    }
    while i < s.m {
        rows::<1>(s, i, a, b, c);
        i += 1;
    }
}

fn rows<const R: usize>(s: Shape, i: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    let mut j = 0;
    while j + 48 <= s.n {
        tile::<R, 48>(s, i, j, a, b, c);
        j += 48;
    }
    while j + 16 <= s.n {
        tile::<R, 16>(s, i, j, a, b, c);
        j += 16;
    }
    while j < s.n {
        tile::<R, 8>(s, i, j, a, b, c);
        j += 8;
    }
}

fn tile<const R: usize, const N: usize>(s: Shape, i: usize, j: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    let mut sums = [[0.0f32; N]; R];
    for (r, sums) in sums.iter_mut().enumerate() {
        sums.copy_from_slice(&c[(i + r) * s.n + j..][..N]);
    }
    for k in 0..s.k {
        let b: &[f32; N] = b[k * s.n + j..][..N].try_into().expect("a slice of N");
        for (r, sums) in sums.iter_mut().enumerate() {
            let x = a[(i + r) * s.a_row + k * s.a_col];
            for (sum, b) in sums.iter_mut().zip(b) {
                *sum = x.mul_add(*b, *sum);
            }
        }
    }
    for (r, sums) in sums.iter().enumerate() {
        c[(i + r) * s.n + j..][..N].copy_from_slice(sums);
    }
}
