//! Products that need more than 128 bits, and their quotients.
//!
//! Two uses: comparing `a·b` with `c·d`, and `a·b / c` with its rest. Both are exact for every input; they are the slow
//! path, taken only where 128 bits are not enough.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use core::cmp::Ordering;

/// An unsigned number of 256 bits: `high · 2^128 + low`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Product {
    // The order of the fields is the order of comparison.
    high: u128,
    low: u128,
}

const HALF: u32 = 64;
const LOW_HALF: u128 = (1 << HALF) - 1;

/// `a · b`, exactly.
pub(crate) fn product(a: u128, b: u128) -> Product {
    let (a_high, a_low) = (a >> HALF, a & LOW_HALF);
    let (b_high, b_low) = (b >> HALF, b & LOW_HALF);
    // Each partial product of two 64-bit halves is at most (2^64-1)^2 = 2^128 - 2^65 + 1.
    let low = a_low * b_low;
    let middle_one = a_high * b_low;
    let middle_two = a_low * b_high;
    let high = a_high * b_high;
    // A partial product plus one half is at most 2^128 - 2^65 + 1 + 2^64 - 1 < 2^128.
    let middle = middle_one + (low >> HALF);
    let (middle, carry) = middle.overflowing_add(middle_two);
    // The whole product is below 2^256, so its high half fits: no addition below can overflow.
    let high = high + (middle >> HALF) + (u128::from(carry) << HALF);
    Product { high, low: (middle << HALF) | (low & LOW_HALF) }
}

/// Compares `a · b` with `c · d`.
pub(crate) fn compare_products(a: u128, b: u128, c: u128, d: u128) -> Ordering {
    match (a.checked_mul(b), c.checked_mul(d)) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => product(a, b).cmp(&product(c, d)),
    }
}

/// `a · b / c` rounded down, and the rest; `None` when the quotient needs more than 128 bits or `c` is zero.
pub(crate) fn multiply_divide(a: u128, b: u128, c: u128) -> Option<(u128, u128)> {
    if let Some(small) = a.checked_mul(b) {
        return Some((small.checked_div(c)?, small.checked_rem(c)?));
    }
    let wide = product(a, b);
    // high < c is the same as quotient < 2^128, and it excludes c = 0.
    if wide.high >= c {
        return None;
    }
    Some(divide_by_shifting(wide, c))
}

/// Long division, bit by bit, of a product whose high half is below the divisor.
fn divide_by_shifting(dividend: Product, divisor: u128) -> (u128, u128) {
    let mut quotient = 0_u128;
    let mut rest = dividend.high;
    for bit in (0..u128::BITS).rev() {
        // Before each step rest < divisor; doubled it may pass 2^128, which the bit that falls out tells.
        let falls_out = rest >> (u128::BITS - 1) == 1;
        rest = (rest << 1) | ((dividend.low >> bit) & 1);
        if falls_out || rest >= divisor {
            // The true rest is below 2·divisor, so after subtracting it is below divisor again.
            rest = rest.wrapping_sub(divisor);
            quotient |= 1 << bit;
        }
    }
    (quotient, rest)
}

#[cfg(test)]
mod tests {
    use super::{compare_products, multiply_divide, product};
    use alloc::vec;
    use num_bigint::BigUint;
    use proptest::prelude::{Strategy, any, prop_assert_eq, prop_oneof, proptest};

    /// Numbers of every size, and the borders.
    fn numbers() -> impl Strategy<Value = u128> {
        let sized = (any::<u128>(), 0..128_u32).prop_map(|(bits, shift)| bits >> shift);
        prop_oneof![sized, proptest::sample::select(vec![0, 1, u128::MAX, u128::MAX - 1, 1 << 127, 1 << 64])]
    }

    fn big(number: u128) -> BigUint {
        BigUint::from(number)
    }

    proptest! {
        #[test]
        fn products_agree_with_arbitrary_precision(a in numbers(), b in numbers(), c in numbers(), d in numbers()) {
            let ours = product(a, b);
            prop_assert_eq!((big(ours.high) << 128_u32) + big(ours.low), big(a) * big(b));
            prop_assert_eq!(compare_products(a, b, c, d), (big(a) * big(b)).cmp(&(big(c) * big(d))));
        }

        #[test]
        fn quotients_agree_with_arbitrary_precision(a in numbers(), b in numbers(), c in numbers()) {
            let exact = big(a) * big(b);
            let expected = if c == 0 || &exact / big(c) > big(u128::MAX) {
                None
            } else {
                Some((&exact / big(c), &exact % big(c)))
            };
            prop_assert_eq!(multiply_divide(a, b, c).map(|(q, r)| (big(q), big(r))), expected);
        }
    }
}
