//! The file that places a cent: largest remainders over whole numbers.
//!
//! A party's exact share of `whole` units is `whole · weight / sum = floor + rest / sum`. Everyone gets the floor; the
//! units that are left over go, one each, to the largest rests.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use crate::exact::wide::multiply_divide;
use alloc::vec::Vec;

/// Weights made ready for the fast kernel: their sum is at most 2^62.
#[derive(Clone, Debug)]
pub(crate) struct Narrow {
    weights: Vec<u64>,
    /// `floor(weight · 2^64 / sum)`: multiplying by this and dropping 64 bits replaces a division.
    shares: Vec<u64>,
    sum: u64,
}

/// The largest sum that the fast kernel takes: twice the sum still fits in 64 bits with room for a carry.
const NARROW_LIMIT: u128 = 1 << 62;

impl Narrow {
    /// The weights for the fast kernel, or `None` when they are too large for it.
    pub(crate) fn new(weights: &[u128], sum: u128) -> Option<Narrow> {
        if sum > NARROW_LIMIT {
            return None;
        }
        let narrow: Result<Vec<u64>, _> = weights.iter().map(|&weight| u64::try_from(weight)).collect();
        // weight <= sum <= 2^62, so the shifted weight fits in 126 bits; only weight = sum gives 2^64.
        let shares = weights.iter().map(|&weight| u64::try_from((weight << 64) / sum).unwrap_or(u64::MAX)).collect();
        Some(Narrow { weights: narrow.ok()?, shares, sum: u64::try_from(sum).ok()? })
    }

    /// Writes everyone's floor and rest; gives the units that are left over (fewer than there are parties).
    pub(crate) fn floors_and_rests(&self, whole: u64, floors: &mut [u64], rests: &mut [u64]) -> u64 {
        let mut placed = 0_u64;
        let parties = self.weights.iter().zip(&self.shares).zip(floors.iter_mut().zip(rests.iter_mut()));
        for ((&weight, &share), (floor, rest)) in parties {
            (*floor, *rest) = self.floor_and_rest(whole, weight, share);
            placed = placed.wrapping_add(*floor);
        }
        // The floors add up to at most the whole, so nothing wrapped.
        whole.wrapping_sub(placed)
    }

    /// `whole · weight / sum` rounded down, and the rest.
    ///
    /// The share is too small by less than 1/2^64 (or by exactly that when the weight is the sum). Times the whole, which
    /// is at most 2^63, the estimate is too small by less than one: it is the floor, or one below it. The rest of the
    /// estimate is therefore below 2 · sum, which fits in 64 bits, so it may be computed modulo 2^64.
    #[inline(always)]
    fn floor_and_rest(&self, whole: u64, weight: u64, share: u64) -> (u64, u64) {
        let estimate = high_half(whole, share);
        let rest = whole.wrapping_mul(weight).wrapping_sub(estimate.wrapping_mul(self.sum));
        let one_more = rest >= self.sum;
        (estimate + u64::from(one_more), if one_more { rest - self.sum } else { rest })
    }
}

/// The high 64 bits of a product of 128.
#[inline(always)]
fn high_half(a: u64, b: u64) -> u64 {
    #[expect(clippy::as_conversions, reason = "a product shifted by 64 fits in 64 bits")]
    let high = ((u128::from(a) * u128::from(b)) >> 64) as u64;
    high
}

/// The same for weights of any size, as 128-bit rests.
pub(crate) fn wide_floors_and_rests(
    whole: u64,
    weights: &[u128],
    sum: u128,
    floors: &mut [u64],
    rests: &mut [u128],
) -> u64 {
    let mut placed = 0_u64;
    for (&weight, (floor, rest)) in weights.iter().zip(floors.iter_mut().zip(rests.iter_mut())) {
        let exact = multiply_divide(u128::from(whole), weight, sum);
        let (quotient, remainder) = exact.expect("weight <= sum, so the quotient is at most the whole");
        *floor = u64::try_from(quotient).expect("the quotient is at most the whole, which has 64 bits");
        *rest = remainder;
        placed += *floor; // at most the whole
    }
    whole - placed
}

/// The rest from which a party gets one of the units left over: everyone above it gets one, those on it by preference.
pub(crate) struct Cut<T> {
    /// The smallest rest that still gets a unit.
    pub(crate) rest: T,
    /// How many of those on the cut get a unit.
    pub(crate) units: usize,
    /// How many are on the cut.
    pub(crate) parties: usize,
}

/// Finds the cut for `left` units (at least one, fewer than there are parties).
pub(crate) fn cut<T: Copy + Ord>(rests: &[T], left: usize, order: &mut Vec<T>) -> Cut<T> {
    order.clear();
    order.extend_from_slice(rests);
    // left < rests.len(), so the position exists.
    let (_, &mut rest, above) = order.select_nth_unstable(rests.len() - left);
    let on_cut_above = above.iter().filter(|&&other| other == rest).count();
    let parties = rests.iter().filter(|&&other| other == rest).count();
    Cut { rest, units: on_cut_above + 1, parties }
}
