//! Placing a column of exact amounts in whole cents, once, at the end.

use crate::error::{Error, Kind};
use crate::exact::split::method::TieRule;
use crate::exact::split::remainder::cut;
use crate::exact::{Amount, Unplaced};
use alloc::format;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::fmt;

/// Who gets the cents that are left when exact amounts are placed.
///
/// Dutch: *restregel*. Where the sum is negative everything mirrors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Residual {
    /// Everyone gets the amount rounded down; the cents left over go to the largest remainders (Dutch: *grootste resten*).
    #[default]
    LargestRemainder,
    /// Every running total is rounded, a half away from zero; depends on the declared order, never ties. It adds fractions up
    /// row by row, so rows of many different denominators may overflow where the other rules do not.
    Cumulative,
    /// Everyone gets the amount rounded down; the first who has an amount takes all that is left.
    First,
    /// As [`Residual::First`], with the last who has an amount (Dutch: *sluitpost*).
    Last,
}

impl Residual {
    /// Every rule, in the order in which they are documented.
    pub const ALL: [Residual; 4] = [Residual::LargestRemainder, Residual::Cumulative, Residual::First, Residual::Last];

    /// The name in files and on the command line: `largest-remainder`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Residual::LargestRemainder => "largest-remainder",
            Residual::Cumulative => "cumulative",
            Residual::First => "first",
            Residual::Last => "last",
        }
    }
}

impl fmt::Display for Residual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Unplaced {
    /// Places the exact amounts in whole cents. They add up to the sum of the exact amounts.
    ///
    /// # Errors
    /// `Unit` when that sum is no whole number of cents; `Tie` under [`TieRule::Refuse`]; `Overflow` out of range.
    pub fn place(&self, residual: Residual, tie: TieRule) -> Result<Vec<Amount>, Error> {
        let (whole, rest) = self.floor_and_rest_of_sum()?;
        if rest.is_nothing() {
            return self.place_whole(amount(Some(whole))?, residual, tie);
        }
        let whole = self.sum()?;
        Err(Error::new(Kind::Unit, format!("a whole of {whole}"), "whole cents")
            .advise("Round the whole at a named step first."))
    }

    /// Places exact amounts that are known to add up to so many cents: their common denominator need not fit.
    pub(crate) fn place_whole(&self, whole: Amount, residual: Residual, tie: TieRule) -> Result<Vec<Amount>, Error> {
        let whole = i128::from(whole.cents());
        if whole >= 0 {
            return self.place_upwards(whole, residual, tie)?.into_iter().map(|cents| amount(Some(cents))).collect();
        }
        let whole = whole.checked_neg().ok_or_else(too_large)?;
        let placed = self.mirrored()?.place_upwards(whole, residual, tie)?;
        placed.into_iter().map(|cents| amount(cents.checked_neg())).collect()
    }

    /// Whole cents next to the exact amounts, whose sum is whole and not negative.
    fn place_upwards(&self, whole: i128, residual: Residual, tie: TieRule) -> Result<Vec<i128>, Error> {
        match residual {
            Residual::LargestRemainder => self.to_largest_remainders(self.left_over(whole)?, tie),
            Residual::Cumulative => self.by_running_totals(),
            Residual::First => self.rest_to((0..self.len()).find(|&position| self.has_amount(position)), whole),
            Residual::Last => self.rest_to((0..self.len()).rev().find(|&position| self.has_amount(position)), whole),
        }
    }

    fn has_amount(&self, position: usize) -> bool {
        self.floors()[position] != 0 || !self.rests()[position].is_nothing()
    }

    /// How many cents are left when everyone has the amount rounded down.
    fn left_over(&self, whole: i128) -> Result<i128, Error> {
        let floors = self.floors().iter().try_fold(0_i128, |sum, &floor| sum.checked_add(floor));
        floors.and_then(|floors| whole.checked_sub(floors)).ok_or_else(too_large)
    }

    fn to_largest_remainders(&self, left: i128, tie: TieRule) -> Result<Vec<i128>, Error> {
        let left = usize::try_from(left).expect("rests of 0 to 1 add up to 0 or more, and less than their number");
        match (left, self.rests_alike()) {
            (0, _) => Ok(self.floors().to_vec()),
            (_, Some(rests)) => self.hand_out(left, &rests, tie),
            (_, None) => self.hand_out(left, self.rests(), tie),
        }
    }

    /// Gives the cents that are left over, one each, to the largest rests.
    fn hand_out<T: Copy + Ord>(&self, left: usize, rests: &[T], tie: TieRule) -> Result<Vec<i128>, Error> {
        let cut = cut(rests, left, &mut Vec::new());
        let decided = cut.units == cut.parties;
        let with_one_more = |(&cents, rest): (&i128, &T)| {
            let one_more = *rest > cut.rest || (decided && *rest == cut.rest);
            cents.checked_add(i128::from(one_more)).ok_or_else(too_large)
        };
        let mut cents = self.floors().iter().zip(rests).map(with_one_more).collect::<Result<Vec<i128>, Error>>()?;
        if !decided {
            let mut tied: Vec<usize> = (0..rests.len()).filter(|&position| rests[position] == cut.rest).collect();
            self.order_tied(&mut tied, tie, cut.units)?;
            for position in tied.into_iter().take(cut.units) {
                cents[position] = cents[position].checked_add(1).ok_or_else(too_large)?;
            }
        }
        Ok(cents)
    }

    /// Puts those who tie in the order in which they get a cent; "largest weight" is the largest exact amount here.
    fn order_tied(&self, tied: &mut [usize], tie: TieRule, units: usize) -> Result<(), Error> {
        match tie {
            TieRule::LargestWeight => tied.sort_by_key(|&position| Reverse(self.floors()[position])),
            other => other.order(tied, &[], units)?,
        }
        Ok(())
    }

    fn by_running_totals(&self) -> Result<Vec<i128>, Error> {
        let (mut running, mut placed) = (Unplaced::zeros(1), 0_i128);
        let mut cents = Vec::with_capacity(self.len());
        for position in 0..self.len() {
            running.add_at(&[0], &self.only(position))?;
            let total = running.half_away_from_zero(0).ok_or_else(too_large)?;
            cents.push(total.checked_sub(placed).ok_or_else(too_large)?);
            placed = total;
        }
        Ok(cents)
    }

    /// Also of a running total below zero, which there may be although the whole is not.
    fn half_away_from_zero(&self, position: usize) -> Option<i128> {
        let (floor, rest) = (self.floors()[position], self.rests()[position]);
        let twice = rest.parts().checked_mul(2)?;
        let up = if floor < 0 { twice > rest.denominator() } else { twice >= rest.denominator() };
        floor.checked_add(i128::from(up))
    }

    fn rest_to(&self, taker: Option<usize>, whole: i128) -> Result<Vec<i128>, Error> {
        let mut cents = self.floors().to_vec();
        if let Some(taker) = taker {
            cents[taker] = cents[taker].checked_add(self.left_over(whole)?).ok_or_else(too_large)?;
        }
        Ok(cents)
    }
}

fn amount(cents: Option<i128>) -> Result<Amount, Error> {
    cents.map_or_else(|| Err(too_large()), |cents| Amount::from_wide(cents, "part"))
}

fn too_large() -> Error {
    Error::overflow("part", "a number of 127 bits")
}

#[cfg(test)]
mod tests {
    use super::Residual;
    use crate::exact::{Amount, Ratio, TieRule, Unplaced, Unrounded, place};
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::collection::vec;
    use proptest::prelude::{prop_assert_eq, proptest};

    /// Exact amounts in twelfths of a cent.
    fn twelfths(numbers: &[i64]) -> Unplaced {
        let mut column = Unplaced::zeros(numbers.len());
        let amounts: Vec<Amount> = numbers.iter().map(|&number| Amount::from_cents(number)).collect();
        column.add_times(&amounts, Ratio::new(1, 12).unwrap()).unwrap();
        column
    }

    fn placed(numbers: &[i64], residual: Residual, tie: TieRule) -> Vec<i64> {
        twelfths(numbers).place(residual, tie).unwrap().iter().map(|amount| amount.cents()).collect()
    }

    #[test]
    fn the_rule_says_who_gets_the_cents_left_over() {
        let cases: [(&[i64], Residual, &[i64]); 10] = [
            (&[7, 5], Residual::LargestRemainder, &[1, 0]),
            (&[5, 7], Residual::First, &[1, 0]),
            (&[7, 5], Residual::Last, &[0, 1]),
            (&[0, 7, 5, 0], Residual::First, &[0, 1, 0, 0]), // who has nothing gets nothing
            (&[0, 7, 5, 0], Residual::Last, &[0, 0, 1, 0]),
            (&[4, 4, 4], Residual::Cumulative, &[0, 1, 0]), // 1/3, 2/3, 1
            (&[-4, -4, -4], Residual::Cumulative, &[0, -1, 0]),
            (&[-6, 18], Residual::Cumulative, &[-1, 2]), // −1/2 rounds away from zero, also where the whole is not below zero
            (&[-7, -5], Residual::Last, &[0, -1]),
            (&[-6, 18], Residual::LargestRemainder, &[0, 1]), // one is negative, the whole is not
        ];
        for (exact, residual, parts) in cases {
            assert_eq!(placed(exact, residual, TieRule::First), parts, "{exact:?} {residual}");
        }
    }

    proptest! {
        /// The column places as fractions are placed one by one.
        #[test]
        fn placing_agrees_with_fractions(numbers in vec(-100_i64..100, 1..9), tie in 0_usize..3) {
            let missing = numbers.iter().sum::<i64>().rem_euclid(12);
            let numbers: Vec<i64> = numbers.into_iter().chain([12 - missing]).collect();
            let tie = TieRule::ALL[tie];
            let exact: Vec<Unrounded> = numbers.iter()
                .map(|&number| Unrounded::from_cents(Ratio::new(number.into(), 12).unwrap())).collect();
            prop_assert_eq!(twelfths(&numbers).place(Residual::LargestRemainder, tie), place(&exact, Amount::CENT, tie));
        }

        /// `parts_sum_to_whole`, for every rule.
        #[test]
        fn every_rule_adds_up(numbers in vec(-100_i64..100, 1..9), rule in 0_usize..4) {
            let missing = numbers.iter().sum::<i64>().rem_euclid(12);
            let numbers: Vec<i64> = numbers.into_iter().chain([12 - missing]).collect();
            let parts = placed(&numbers, Residual::ALL[rule], TieRule::First);
            prop_assert_eq!(parts.iter().sum::<i64>() * 12, numbers.iter().sum::<i64>());
            let mirrored: Vec<i64> = numbers.iter().map(|number| -number).collect();
            let opposite: Vec<i64> = parts.iter().map(|part| -part).collect();
            if parts.iter().sum::<i64>() != 0 {
                prop_assert_eq!(placed(&mirrored, Residual::ALL[rule], TieRule::First), opposite);
            }
        }
    }

    #[test]
    fn what_cannot_be_placed_is_an_error() {
        let text = |numbers: &[i64]| {
            twelfths(numbers).place(Residual::LargestRemainder, TieRule::Refuse).unwrap_err().to_string()
        };
        assert_eq!(text(&[6]), "a whole of 0.005, expected whole cents.\n  Round the whole at a named step first.");
        assert_eq!(
            text(&[6, 6]),
            "positions 0 and 1 tie for the last unit, expected a tie rule that decides.\n  \
             Choose the tie rule `first`, `last` or `largest-weight`, or decide by hand."
        );
    }
}
