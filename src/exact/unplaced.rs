//! Columns of exact amounts whose cents have not been placed yet.
//!
//! Shares of different wholes by different weights add up exactly here, and are placed in cents once, at the end. A row
//! is whole cents and a rest over a denominator. Rows that were divided alike have one denominator, so their rests are
//! compared as whole numbers. The members of a sub-pool have that of their own pool: one for all pools would not fit.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use crate::error::{Error, Kind, same_length};
use crate::exact::ratio::greatest_common_divisor;
use crate::exact::wide::{compare_products, multiply_divide};
use crate::exact::{Amount, Ratio, Unrounded, Weights};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// A column of exact amounts that need not be whole cents; [`Unplaced::place`] makes them [`Amount`]s.
///
/// Dutch: *nog niet toegedeelde bedragen*. What [`Unrounded`] is to one amount, this is to a column.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Residual, TieRule, Unplaced, Weights};
/// // 40% of everyone's own cost, and 60% of all cost by inhabitants.
/// let costs = [170, 215].map(Amount::from_cents);
/// let mut shares = Unplaced::zeros(2);
/// shares.add_times(&costs, Percent::parse("40")?.ratio())?;
/// let pot = taakgericht::exact::Unrounded::from(Amount::sum(&costs)?).percent(Percent::parse("60")?)?;
/// shares.add_divided(pot, &Weights::from_integers(&[1, 2])?)?;
/// assert_eq!(shares.place(Residual::LargestRemainder, TieRule::First)?, [145, 240].map(Amount::from_cents));
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The cents, rounded down.
    floors: Vec<i128>,
    /// What is left of each row.
    rests: Vec<Rest>,
}

/// What is left of an amount beyond whole cents: from nothing to less than a cent. In no particular terms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rest {
    /// Below the denominator.
    parts: u128,
    /// At least 1 and at most `LARGEST_DENOMINATOR`.
    denominator: u128,
}

/// So that two rests and a carry fit in 128 bits.
const LARGEST_DENOMINATOR: u128 = 1 << 126;

impl Rest {
    pub(crate) const NOTHING: Rest = Rest { parts: 0, denominator: 1 };

    pub(crate) const fn parts(self) -> u128 {
        self.parts
    }

    pub(crate) const fn denominator(self) -> u128 {
        self.denominator
    }

    pub(crate) const fn is_nothing(self) -> bool {
        self.parts == 0
    }

    /// What is missing to the next whole cent; nothing for nothing.
    const fn opposite(self) -> Rest {
        if self.is_nothing() { self } else { Rest { parts: self.denominator - self.parts, ..self } } // parts < denominator
    }
}

impl PartialEq for Rest {
    fn eq(&self, other: &Rest) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Rest {}

impl PartialOrd for Rest {
    fn partial_cmp(&self, other: &Rest) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rest {
    fn cmp(&self, other: &Rest) -> Ordering {
        if self.denominator == other.denominator {
            return self.parts.cmp(&other.parts);
        }
        compare_products(self.parts, other.denominator, other.parts, self.denominator)
    }
}

/// Two denominators and the smallest one that both divide; kept from row to row, as most rows are alike.
#[derive(Clone, Copy)]
struct Common {
    one: u128,
    other: u128,
    one_times: u128,
    other_times: u128,
    denominator: u128,
}

impl Common {
    const ONES: Common = Common { one: 1, other: 1, one_times: 1, other_times: 1, denominator: 1 };

    fn of(one: u128, other: u128) -> Result<Common, Error> {
        let shared = greatest_common_divisor(one, other);
        let (one_times, other_times) = (other / shared, one / shared); // the divisor of denominators is not zero
        let denominator = one.checked_mul(one_times).filter(|&common| common <= LARGEST_DENOMINATOR);
        Ok(Common { one, other, one_times, other_times, denominator: denominator.ok_or_else(too_fine)? })
    }

    /// Adds two rests; says whether they make a whole cent.
    #[inline]
    fn sum(&mut self, one: Rest, other: Rest) -> Result<(bool, Rest), Error> {
        if (self.one, self.other) != (one.denominator, other.denominator) {
            *self = Common::of(one.denominator, other.denominator)?;
        }
        // Each product is below the common denominator, as the rest is below its own.
        let (sum, denominator) = (one.parts * self.one_times + other.parts * self.other_times, self.denominator);
        let carry = sum >= denominator;
        Ok((carry, Rest { parts: if carry { sum - denominator } else { sum }, denominator }))
    }
}

impl Unplaced {
    /// So many rows of nothing.
    #[must_use]
    pub fn zeros(rows: usize) -> Unplaced {
        Unplaced { floors: vec![0; rows], rests: vec![Rest::NOTHING; rows] }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.floors.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.floors.is_empty()
    }

    /// Adds an amount to every row.
    ///
    /// # Errors
    /// `Length` when there are not as many amounts as rows; `Overflow` when a sum does not fit in 127 bits.
    pub fn add(&mut self, amounts: &[Amount]) -> Result<(), Error> {
        same_length("amount", amounts.len(), "row", self.len())?;
        for (floor, amount) in self.floors.iter_mut().zip(amounts) {
            *floor = floor.checked_add(amount.cents().into()).ok_or_else(too_large)?;
        }
        Ok(())
    }

    /// Takes an amount off every row.
    ///
    /// # Errors
    /// As for [`Unplaced::add`].
    pub fn subtract(&mut self, amounts: &[Amount]) -> Result<(), Error> {
        same_length("amount", amounts.len(), "row", self.len())?;
        for (floor, amount) in self.floors.iter_mut().zip(amounts) {
            *floor = floor.checked_sub(amount.cents().into()).ok_or_else(too_large)?;
        }
        Ok(())
    }

    /// Adds the same share of an amount to every row: `share · amount`.
    ///
    /// # Errors
    /// `Length` as for [`Unplaced::add`]; `Overflow` when a sum, or the common denominator, does not fit.
    pub fn add_times(&mut self, amounts: &[Amount], share: Ratio) -> Result<(), Error> {
        same_length("amount", amounts.len(), "row", self.len())?;
        self.add_multiples(amounts.iter().map(|amount| i128::from(amount.cents())), share)
    }

    /// Adds amounts that are whole numbers of parts of a cent, so many to the cent.
    ///
    /// # Errors
    /// As for [`Unplaced::add_times`].
    pub(crate) fn add_parts(&mut self, parts: &[i128], to_the_cent: i128) -> Result<(), Error> {
        same_length("amount", parts.len(), "row", self.len())?;
        self.add_multiples(parts.iter().copied(), Ratio::new(1, to_the_cent)?)
    }

    /// Adds a share of a pot to every row, by weights: `pot · weight / sum of the weights`.
    ///
    /// # Errors
    /// `Length` when there are not as many weights as rows; `Overflow` as for [`Unplaced::add_times`].
    pub fn add_divided(&mut self, pot: Unrounded, weights: &Weights) -> Result<(), Error> {
        same_length("weight", weights.len(), "row", self.len())?;
        let narrow = |number: u128| i128::try_from(number).expect("weights and their sum have 127 bits");
        let sum = Ratio::new(narrow(weights.sum()), 1)?;
        let mut add = |cents: Ratio| {
            let per_weight = cents.checked_div(sum).map_err(|_| too_fine())?;
            self.add_multiples(weights.scaled().iter().map(|&weight| narrow(weight)), per_weight)
        };
        // A pot that one fraction does not hold is divided in two goes.
        match pot.cents() {
            Ok(cents) => add(cents),
            Err(_) => add(pot.rest()).and_then(|()| add(Ratio::new(pot.whole_cents(), 1)?)),
        }
    }

    /// Adds an exact amount to one row; a position beyond the last is an error.
    ///
    /// # Errors
    /// `OutOfRange` when there is no such row; `Overflow` as for [`Unplaced::add_times`].
    pub fn add_unrounded(&mut self, position: usize, amount: Unrounded) -> Result<(), Error> {
        if position >= self.len() {
            let expected = format!("one of the {} that there are", self.len());
            return Err(Error::new(Kind::OutOfRange, format!("row {position}"), expected));
        }
        let (floor, rest) = (amount.whole_cents(), amount.rest());
        let (parts, denominator) = (rest.numerator().unsigned_abs(), rest.denominator().unsigned_abs());
        if denominator > LARGEST_DENOMINATOR {
            return Err(too_fine());
        }
        self.add_to_row(position, floor, Rest { parts, denominator }, &mut Common::ONES.clone())
    }

    /// Adds the rows of another column, the first one at the first of `positions`, and so on.
    ///
    /// # Errors
    /// `Length` when there are not as many positions as rows of the other; `Overflow` as for [`Unplaced::add_times`].
    pub(crate) fn add_at(&mut self, positions: &[usize], other: &Unplaced) -> Result<(), Error> {
        same_length("position", positions.len(), "row", other.len())?;
        let mut common = Common::ONES;
        for ((&position, &floor), &rest) in positions.iter().zip(&other.floors).zip(&other.rests) {
            self.add_to_row(position, floor, rest, &mut common)?;
        }
        Ok(())
    }

    /// The exact amount of a row; nothing for a row beyond the last.
    ///
    /// # Errors
    /// `Overflow` when the fraction does not fit in 127 bits.
    pub fn row(&self, position: usize) -> Result<Unrounded, Error> {
        let (Some(&floor), Some(&rest)) = (self.floors.get(position), self.rests.get(position)) else {
            return Ok(Unrounded::ZERO);
        };
        let narrow = |number: u128| i128::try_from(number).expect("a rest is below its denominator of 127 bits");
        let rest = Ratio::new(narrow(rest.parts), narrow(rest.denominator))?;
        Ok(Unrounded::from_parts(floor, rest))
    }

    /// The exact amounts of all rows.
    ///
    /// # Errors
    /// As for [`Unplaced::row`].
    pub fn rows(&self) -> Result<Vec<Unrounded>, Error> {
        (0..self.len()).map(|position| self.row(position)).collect()
    }

    /// All rows added up.
    ///
    /// # Errors
    /// `Overflow` when the sum, or the common denominator of all rows, does not fit.
    pub fn sum(&self) -> Result<Unrounded, Error> {
        let (floor, rest) = self.floor_and_rest_of_sum()?;
        Unplaced { floors: vec![floor], rests: vec![rest] }.row(0)
    }

    pub(crate) fn floors(&self) -> &[i128] {
        &self.floors
    }

    pub(crate) fn rests(&self) -> &[Rest] {
        &self.rests
    }

    /// The rests as whole numbers in parts of one denominator, where they all have the same one and it has 64 bits.
    pub(crate) fn rests_alike(&self) -> Option<Vec<u64>> {
        let denominator = self.rests.first()?.denominator;
        let parts = |rest: &Rest| u64::try_from(rest.parts).ok().filter(|_| rest.denominator == denominator);
        self.rests.iter().map(parts).collect()
    }

    /// A column of this row alone.
    pub(crate) fn only(&self, position: usize) -> Unplaced {
        Unplaced { floors: vec![self.floors[position]], rests: vec![self.rests[position]] }
    }

    /// The sum of all rows: whole cents rounded down, and what is left.
    pub(crate) fn floor_and_rest_of_sum(&self) -> Result<(i128, Rest), Error> {
        let (mut sum, mut common) = (Unplaced::zeros(1), Common::ONES);
        for (&floor, &rest) in self.floors.iter().zip(&self.rests) {
            sum.add_to_row(0, floor, rest, &mut common)?;
        }
        Ok((sum.floors[0], sum.rests[0]))
    }

    /// The opposite of every row.
    pub(crate) fn mirrored(&self) -> Result<Unplaced, Error> {
        let opposite = |(floor, rest): (&i128, &Rest)| {
            let up = i128::from(!rest.is_nothing());
            floor.checked_add(up).and_then(i128::checked_neg).ok_or_else(too_large)
        };
        let floors = self.floors.iter().zip(&self.rests).map(opposite).collect::<Result<_, Error>>()?;
        Ok(Unplaced { floors, rests: self.rests.iter().map(|rest| rest.opposite()).collect() })
    }

    /// Adds `share · factor` to every row.
    fn add_multiples(&mut self, factors: impl Iterator<Item = i128>, share: Ratio) -> Result<(), Error> {
        if share == Ratio::ZERO {
            return Ok(());
        }
        let denominator = share.denominator().unsigned_abs();
        if denominator > LARGEST_DENOMINATOR {
            return Err(too_fine());
        }
        let mut common = Common::ONES;
        for ((row_floor, row_rest), factor) in self.floors.iter_mut().zip(&mut self.rests).zip(factors) {
            let (floor, parts) = multiple(share, factor).ok_or_else(too_large)?;
            add(row_floor, row_rest, floor, Rest { parts, denominator }, &mut common)?;
        }
        Ok(())
    }

    fn add_to_row(&mut self, position: usize, floor: i128, rest: Rest, common: &mut Common) -> Result<(), Error> {
        add(&mut self.floors[position], &mut self.rests[position], floor, rest, common)
    }
}

/// Adds an amount to a row.
#[inline]
fn add(row_floor: &mut i128, row_rest: &mut Rest, floor: i128, rest: Rest, common: &mut Common) -> Result<(), Error> {
    let (carry, sum) = common.sum(*row_rest, rest)?;
    let floor = floor.checked_add(i128::from(carry)).and_then(|floor| row_floor.checked_add(floor));
    (*row_floor, *row_rest) = (floor.ok_or_else(too_large)?, sum);
    Ok(())
}

/// `share · factor` rounded down to whole cents, and the rest in parts of the share's denominator.
#[inline]
pub(crate) fn multiple(share: Ratio, factor: i128) -> Option<(i128, u128)> {
    match (i64::try_from(share.numerator()), i64::try_from(factor)) {
        // Two numbers of 64 bits: their product fits.
        (Ok(numerator), Ok(factor)) => Some(divide(i128::from(numerator) * i128::from(factor), share.denominator())),
        _ => wide_multiple(share, factor),
    }
}

/// Rounded down, also below zero, and the rest; the denominator is above zero.
#[inline]
fn divide(product: i128, denominator: i128) -> (i128, u128) {
    // A division of 64 bits is several times faster than one of 128.
    if let (Ok(product), Ok(denominator)) = (i64::try_from(product), i64::try_from(denominator)) {
        return (product.div_euclid(denominator).into(), product.rem_euclid(denominator).unsigned_abs().into());
    }
    let floor = product.div_euclid(denominator);
    // One division instead of two; the rest is at least 0 and below the denominator, also where floor · denominator wraps.
    (floor, product.wrapping_sub(floor.wrapping_mul(denominator)).unsigned_abs())
}

/// The same for numbers of any size.
fn wide_multiple(share: Ratio, factor: i128) -> Option<(i128, u128)> {
    let denominator = share.denominator();
    if let Some(product) = share.numerator().checked_mul(factor) {
        return Some(divide(product, denominator));
    }
    let negative = (share.numerator() < 0) != (factor < 0);
    let (numerator, factor) = (share.numerator().unsigned_abs(), factor.unsigned_abs());
    let (quotient, rest) = multiply_divide(numerator, factor, denominator.unsigned_abs())?;
    let quotient = i128::try_from(quotient).ok()?;
    match (negative, rest) {
        (false, _) => Some((quotient, rest)),
        (true, 0) => Some((-quotient, 0)), // at least 0 and at most i128::MAX
        (true, _) => Some((-quotient - 1, denominator.unsigned_abs() - rest)), // at least i128::MIN; rest < denominator
    }
}

fn too_large() -> Error {
    Error::overflow("exact amount", "whole cents of at most 127 bits")
}

fn too_fine() -> Error {
    Error::overflow("common denominator of the shares", "a whole number of at most 126 bits")
        .advise("Use keys and percentages with fewer digits: euros for cents, or the mean of sums for that of shares.")
}

#[cfg(test)]
mod tests {
    use super::Unplaced;
    use crate::exact::{Amount, Ratio, Unrounded, Weights};
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::collection::vec;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    fn ratio(above: i128, below: i128) -> Ratio {
        Ratio::new(above, below).unwrap()
    }

    proptest! {
        /// The column gives what fractions give row by row.
        #[test]
        fn rows_agree_with_fractions(
            rows in vec((any::<i32>(), any::<i32>(), 0_i64..1000), 1..8),
            above in -500_i128..500, below in 1_i128..200, pot in any::<i32>(), pot_below in 1_i128..50,
        ) {
            let (first, second): (Vec<Amount>, Vec<Amount>) =
                rows.iter().map(|&(a, b, _)| (Amount::from_cents(a.into()), Amount::from_cents(b.into()))).unzip();
            let weights: Vec<i64> = rows.iter().map(|&(_, _, weight)| weight + 1).collect();
            let (weights, share) = (Weights::from_integers(&weights).unwrap(), ratio(above, below));
            let pot = Unrounded::from_cents(ratio(pot.into(), pot_below));
            let mut column = Unplaced::zeros(rows.len());
            column.add(&first).unwrap();
            column.add_times(&second, share).unwrap();
            column.add_divided(pot, &weights).unwrap();
            let mirrored = column.mirrored().unwrap();
            for row in 0..rows.len() {
                let expected = Unrounded::from(first[row])
                    .checked_add(Unrounded::from(second[row]).times(share).unwrap()).unwrap()
                    .checked_add(pot.times(weights.share(row)).unwrap()).unwrap();
                prop_assert_eq!(column.row(row).unwrap(), expected);
                prop_assert_eq!(mirrored.row(row).unwrap(), expected.times(Ratio::integer(-1)).unwrap());
            }
        }
    }

    #[test]
    fn a_product_beyond_128_bits_is_still_exact() {
        let huge = ratio(i128::MAX, 1 << 100);
        for cents in [i64::MAX, i64::MIN + 1, 3, -3] {
            let mut column = Unplaced::zeros(1);
            column.add_times(&[Amount::from_cents(cents)], huge).unwrap();
            // (2^127 − 1)/2^100 is 2^27 less a little bit.
            let nearly = i128::from(cents) * (1 << 27);
            let floor = if cents > 0 { nearly - 1 } else { nearly };
            assert_eq!(column.floors()[0], floor, "{cents}");
        }
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        let mut column = Unplaced::zeros(1);
        column.add_times(&[Amount::CENT], ratio(1, (1 << 120) + 1)).unwrap();
        let error = column.add_times(&[Amount::CENT], ratio(1, 1009)).unwrap_err().to_string();
        assert_eq!(
            error,
            "the common denominator of the shares does not fit, expected a whole number of at most 126 bits.\n  \
             Use keys and percentages with fewer digits: euros for cents, or the mean of sums for that of shares."
        );
        let text = column.add(&[]).unwrap_err().to_string();
        assert_eq!(text, "0 amounts, expected 1, one for each row.");
        let text = column.add_times(&[Amount::MAX], ratio(i128::MAX, 1)).unwrap_err().to_string();
        assert_eq!(text, "the exact amount does not fit, expected whole cents of at most 127 bits.");
    }
}
