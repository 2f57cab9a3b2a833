//! Methods that go by the declared order: running totals, and one party that takes the rest.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use crate::error::Error;
use crate::exact::split::method::{Method, Split};
use crate::exact::wide::multiply_divide;
use crate::exact::{Amount, Weights};
use alloc::vec::Vec;

/// Part m is round(whole · W(m)) − round(whole · W(m−1)), where W is the running share; a half goes up.
pub(crate) fn running_totals(whole: u64, weights: &[u128], sum: u128, counts: &mut [u64]) {
    let (mut weight_so_far, mut placed) = (0_u128, 0_u64);
    for (&weight, count) in weights.iter().zip(counts) {
        weight_so_far += weight; // at most the sum, which has 127 bits
        let (floor, rest) = floor_and_rest(whole, weight_so_far, sum);
        // rest < sum < 2^127, so twice the rest fits; a running total is at most the whole.
        let total = floor + u64::from(rest * 2 >= sum);
        *count = total - placed; // running totals never fall
        placed = total;
    }
}

/// Everyone gets the whole units of the exact share, and the party at `taker` all that is left.
pub(crate) fn rest_to(taker: usize, whole: u64, weights: &[u128], sum: u128, counts: &mut [u64]) {
    let mut left = whole;
    for (&weight, count) in weights.iter().zip(counts.iter_mut()) {
        *count = floor_and_rest(whole, weight, sum).0;
        left -= *count; // the floors add up to at most the whole
    }
    counts[taker] += left; // at most the whole
}

fn floor_and_rest(whole: u64, weight: u128, sum: u128) -> (u64, u128) {
    let exact = multiply_divide(u128::from(whole), weight, sum);
    let (floor, rest) = exact.expect("weight <= sum, so the quotient is at most the whole");
    (u64::try_from(floor).expect("the quotient is at most the whole, which has 64 bits"), rest)
}

/// Equal instalments of which every running total is right: part m = round(whole·m/n) − round(whole·(m−1)/n).
///
/// Dutch: *voorschotten*, *termijnen*. Source: `SOURCES.md#exactness`, rule 5.
///
/// ```
/// use taakgericht::exact::{Amount, instalments};
/// let months = instalments(Amount::from_euros(10_000_000)?, 12)?;
/// assert_eq!(months[0].to_string(), "833333.33");
/// assert_eq!(months[1].to_string(), "833333.34");
/// assert_eq!(Amount::sum(&months)?, Amount::from_euros(10_000_000)?);
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `ZeroWeights` when there are no instalments.
pub fn instalments(whole: Amount, count: usize) -> Result<Vec<Amount>, Error> {
    let weights = Weights::equal(count).map_err(|error| error.within("instalments"))?;
    Split::new(Method::Cumulative).divide(whole, &weights)
}

#[cfg(test)]
mod tests {
    use super::instalments;
    use crate::exact::Amount;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn twelve_monthly_advances_keep_every_running_total_right() {
        let months = instalments(Amount::from_euros(10_000_000).unwrap(), 12).unwrap();
        let cents: Vec<i64> = months.iter().map(|month| month.cents() - 83_333_300).collect();
        assert_eq!(cents, [33, 34, 33, 33, 34, 33, 33, 34, 33, 33, 34, 33]);
        let owed = instalments(Amount::from_cents(-100), 3).unwrap();
        assert_eq!(owed, [-33, -34, -33].map(Amount::from_cents));
    }

    #[test]
    fn no_instalments_is_an_error() {
        let text = instalments(Amount::EURO, 0).unwrap_err().to_string();
        assert_eq!(text, "instalments: 0 weights that add up to zero, expected at least one weight above zero.");
    }
}
