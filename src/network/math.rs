//! The few functions that a network needs, the same to the last bit on every machine.

use wide::f32x4;

/// 1.5 · 2²³: adding and taking it away rounds to a whole number, which then stands in the lowest bits.
pub(super) const ROUND: f32 = 12_582_912.0;

/// eˣ = 2ⁿ · eʳ: the constants of Cephes' `expf`, ln 2 in two parts and the polynomial for eʳ.
const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
const POLYNOMIAL: [f32; 6] = [1.987_569_2e-4, 1.398_2e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5];

/// eˣ within a few units in the last place, for `x` between -87 and 87; what lies outside counts as that bound.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-87.0, 87.0);
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let whole = shifted - ROUND;
    let r = x - whole * LN_2[0] - whole * LN_2[1];
    let p = POLYNOMIAL[1..].iter().fold(POLYNOMIAL[0], |p, c| p * r + c);
    let y = p * (r * r) + r + 1.0;
    let power = (shifted.to_bits() as i32).wrapping_sub(ROUND.to_bits() as i32).wrapping_add(127) << 23;
    y * f32::from_bits(power as u32)
}

/// Beyond this the hyperbolic tangent counts as that of this.
const FAR: f32 = 4.9;

/// The hyperbolic tangent within 2e-4, from the first terms of its continued fraction (Lambert, 1768): no powers, and
/// one division.
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    let x = x.clamp(-FAR, FAR);
    let s = x * x;
    x * (((s + 378.0) * s + 17325.0) * s + 135_135.0) / (((28.0 * s + 3150.0) * s + 62370.0) * s + 135_135.0)
}

/// [`tanh`] of four numbers.
#[inline(always)]
pub fn tanh4(x: f32x4) -> f32x4 {
    let number = f32x4::splat;
    let x = x.fast_max(number(-FAR)).fast_min(number(FAR));
    let s = x * x;
    let above = ((s + number(378.0)) * s + number(17325.0)) * s + number(135_135.0);
    let below = ((number(28.0) * s + number(3150.0)) * s + number(62370.0)) * s + number(135_135.0);
    x * above / below
}

/// 1 / (1 + e⁻ˣ), by the hyperbolic tangent.
#[inline(always)]
pub fn sigmoid(x: f32) -> f32 {
    tanh(x * 0.5) * 0.5 + 0.5
}

/// [`sigmoid`] of four numbers.
#[inline(always)]
pub fn sigmoid4(x: f32x4) -> f32x4 {
    let half = f32x4::splat(0.5);
    tanh4(x * half) * half + half
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_the_standard_library_has_them() {
        for i in -8000..8000 {
            let x = i as f32 * 0.01;
            let near = |a: f32, b: f32| (a - b).abs() <= 3e-7 * b.abs().max(1e-3);
            assert!(near(super::exp(x), x.exp()), "exp {x}");
            assert!((super::tanh(x) - x.tanh()).abs() < 2e-4, "tanh {x}");
            assert!((super::sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 2e-4, "sigmoid {x}");
            assert_eq!(super::tanh4(wide::f32x4::splat(x)).to_array(), [super::tanh(x); 4], "tanh4 {x}");
            assert_eq!(super::sigmoid4(wide::f32x4::splat(x)).to_array(), [super::sigmoid(x); 4], "sigmoid4 {x}");
        }
    }
}
