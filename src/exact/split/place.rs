//! Placing exact amounts in whole units, once, at the end.

use crate::error::{Error, Kind};
use crate::exact::split::method::TieRule;
use crate::exact::{Amount, Ratio, Unrounded};
use alloc::format;
use alloc::vec::Vec;

/// Places exact amounts in whole units: everyone gets the amount rounded down, and the units that are left over go to the
/// largest remainders. The parts add up to the sum of the exact amounts.
///
/// When that sum is negative everything mirrors. Of equal remainders the tie rule decides; "largest weight" means the
/// largest exact amount here.
///
/// ```
/// use taakgericht::exact::{Amount, Ratio, TieRule, Unrounded, place};
/// let half_cents = [3, 3, 2].map(|halves| Unrounded::from_cents(Ratio::new(halves, 2).unwrap()));
/// let placed = place(&half_cents, Amount::CENT, TieRule::First)?;
/// assert_eq!(placed, [2, 1, 1].map(Amount::from_cents));
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `Unit` when the sum is no multiple of the unit; `Tie` under [`TieRule::Refuse`]; `Overflow` out of range.
pub fn place(exact: &[Unrounded], unit: Amount, tie: TieRule) -> Result<Vec<Amount>, Error> {
    let whole = exact.iter().try_fold(Unrounded::ZERO, |sum, &amount| sum.checked_add(amount))?;
    let negative = whole < Unrounded::ZERO;
    if unit <= Amount::ZERO {
        return Err(Error::new(Kind::Unit, format!("a unit of {unit}"), "a unit of at least 0.01"));
    }
    let per_unit = Ratio::new(sign(negative), i128::from(unit.cents()))?;
    let in_units: Result<Vec<Ratio>, Error> =
        exact.iter().map(|amount| amount.cents()?.checked_mul(per_unit)).collect();
    if !whole.cents()?.checked_mul(per_unit)?.is_integer() {
        return Err(Error::new(Kind::Unit, format!("a whole of {whole}"), format!("a multiple of the unit {unit}"))
            .advise("Divide in a smaller unit, or round at a named step first."));
    }
    let counts = largest_remainders(&in_units?, tie)?;
    let too_large = || Error::overflow("part", "a number of 127 bits");
    let amount = |count: i128| {
        let units = count.checked_mul(sign(negative)).ok_or_else(too_large)?;
        Amount::of_units(units, unit, "part")
    };
    counts.into_iter().map(amount).collect()
}

const fn sign(negative: bool) -> i128 {
    if negative { -1 } else { 1 }
}

/// Whole numbers next to the exact ones, with the same sum (which is a whole number).
fn largest_remainders(exact: &[Ratio], tie: TieRule) -> Result<Vec<i128>, Error> {
    let (mut counts, rests): (Vec<i128>, Vec<Ratio>) = exact.iter().map(|number| number.floor_and_rest()).unzip();
    let left = rests.iter().try_fold(Ratio::ZERO, |sum, &rest| sum.checked_add(rest))?;
    let left = usize::try_from(left.numerator()).expect("rests of 0 to 1 add up to less than their number");
    for position in chosen(exact, &rests, left, tie)? {
        let one_more = counts[position].checked_add(1);
        counts[position] = one_more.ok_or_else(|| Error::overflow("part", "a number of 127 bits"))?;
    }
    Ok(counts)
}

/// The positions that get one of the units left over.
fn chosen(exact: &[Ratio], rests: &[Ratio], left: usize, tie: TieRule) -> Result<Vec<usize>, Error> {
    let mut order: Vec<usize> = (0..rests.len()).collect();
    order.sort_by_key(|&position| core::cmp::Reverse(rests[position]));
    let Some(last) = left.checked_sub(1).and_then(|last| order.get(last)) else {
        return Ok(Vec::new());
    };
    let on_cut = rests[*last];
    let mut above: Vec<usize> = order.iter().copied().filter(|&position| rests[position] > on_cut).collect();
    let mut tied: Vec<usize> = (0..rests.len()).filter(|&position| rests[position] == on_cut).collect();
    let units = left.checked_sub(above.len()).expect("the last to get a unit is on the cut, behind all above it");
    if units < tied.len() {
        let larger = |position: &usize| core::cmp::Reverse(exact[*position]);
        match tie {
            TieRule::LargestWeight => tied.sort_by_key(larger),
            other => other.order(&mut tied, &[], units)?,
        }
    }
    above.extend(tied.into_iter().take(units));
    Ok(above)
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::exact::{Amount, Ratio, TieRule, Unrounded};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    /// Exact amounts in twelfths of a cent.
    fn twelfths(numbers: &[i128]) -> Vec<Unrounded> {
        numbers.iter().map(|&number| Unrounded::from_cents(Ratio::new(number, 12).unwrap())).collect()
    }

    #[test]
    fn remainders_decide_and_the_tie_rule_where_they_are_equal() {
        let cases: [(&[i128], TieRule, &[i64]); 6] = [
            (&[7, 5], TieRule::First, &[1, 0]),
            (&[6, 18, 12], TieRule::First, &[1, 1, 1]),
            (&[6, 18, 12], TieRule::Last, &[0, 2, 1]),
            (&[6, 18, 12], TieRule::LargestWeight, &[0, 2, 1]),
            (&[-7, -5], TieRule::First, &[-1, 0]),
            (&[-6, 18], TieRule::First, &[0, 1]), // one part is negative, the whole is not
        ];
        for (exact, tie, parts) in cases {
            let placed: Vec<i64> =
                place(&twelfths(exact), Amount::CENT, tie).unwrap().iter().map(|part| part.cents()).collect();
            assert_eq!(placed, parts, "{exact:?} {tie:?}");
        }
    }

    #[test]
    fn what_cannot_be_placed_is_an_error() {
        let text = |exact: &[i128], unit| place(&twelfths(exact), unit, TieRule::Refuse).unwrap_err().to_string();
        assert_eq!(
            text(&[6], Amount::CENT),
            "a whole of 0.005, expected a multiple of the unit 0.01.\n  Divide in a smaller unit, or round at a named step first."
        );
        assert_eq!(text(&[12], Amount::ZERO), "a unit of 0.00, expected a unit of at least 0.01.");
        assert_eq!(
            text(&[6, 6], Amount::CENT),
            "positions 0 and 1 tie for the last unit, expected a tie rule that decides.\n  \
             Choose the tie rule `first`, `last` or `largest-weight`, or decide by hand."
        );
    }
}
