//! Whole euro cents.

use crate::error::{Error, same_length};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// An exact amount in whole euro cents; a negative amount is owed.
///
/// Dutch: *bedrag*. A column of amounts has the memory layout of a column of 64-bit integers.
///
/// ```
/// use taakgericht::exact::Amount;
/// let budget = Amount::from_euros(13_878_933)?;
/// assert_eq!(budget.to_string(), "13878933.00");
/// assert_eq!(budget.cents(), 1_387_893_300);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Amount(i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount(0);
    /// One cent, the smallest amount that can be paid.
    pub const CENT: Amount = Amount(1);
    /// One euro.
    pub const EURO: Amount = Amount(100);
    /// The largest amount: about 92 million billion euros.
    pub const MAX: Amount = Amount(i64::MAX);
    /// The smallest amount.
    pub const MIN: Amount = Amount(i64::MIN);

    /// An amount of whole cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Amount {
        Amount(cents)
    }

    /// An amount of whole euros.
    ///
    /// # Errors
    /// `Overflow` when the cents do not fit in 64 bits.
    pub fn from_euros(euros: i64) -> Result<Amount, Error> {
        euros.checked_mul(100).map(Amount).ok_or_else(|| Amount::out_of_range("amount in cents"))
    }

    /// The amount in whole cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Adds two amounts.
    ///
    /// # Errors
    /// `Overflow` when the sum is out of range.
    pub fn checked_add(self, other: Amount) -> Result<Amount, Error> {
        self.0.checked_add(other.0).map(Amount).ok_or_else(|| Amount::out_of_range("sum"))
    }

    /// Takes an amount off.
    ///
    /// # Errors
    /// `Overflow` when the difference is out of range.
    pub fn checked_sub(self, other: Amount) -> Result<Amount, Error> {
        self.0.checked_sub(other.0).map(Amount).ok_or_else(|| Amount::out_of_range("difference"))
    }

    /// The same amount, owed instead of owned or the other way round.
    ///
    /// # Errors
    /// `Overflow` for [`Amount::MIN`], which has no positive counterpart.
    pub fn checked_neg(self) -> Result<Amount, Error> {
        self.0.checked_neg().map(Amount).ok_or_else(|| Amount::out_of_range("opposite amount"))
    }

    /// Adds up a column. Only the final sum has to be in range, whatever the order of the amounts.
    ///
    /// # Errors
    /// `Overflow` when the sum is out of range.
    pub fn sum(amounts: &[Amount]) -> Result<Amount, Error> {
        let total = amounts.iter().try_fold(0_i128, |sum, amount| sum.checked_add(i128::from(amount.0)));
        Amount::from_wide(total.expect("2^64 amounts of 64 bits fit in 128 bits"), "sum")
    }

    /// Adds up columns row by row: the first amounts of all columns, the second ones, and so on.
    ///
    /// Only the final sums have to be in range, whatever the order of the columns.
    ///
    /// ```
    /// use taakgericht::exact::Amount;
    /// let (vws, zvw) = ([Amount::EURO, Amount::CENT], [Amount::EURO, Amount::EURO]);
    /// let mut totals = [Amount::ZERO; 2];
    /// Amount::sum_columns(&[&vws, &zvw], &mut totals)?;
    /// assert_eq!(totals, [200, 101].map(Amount::from_cents));
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Length` when a column has not as many rows as there are sums; `Overflow` when a sum is out of range, with the row.
    pub fn sum_columns(columns: &[&[Amount]], sums: &mut [Amount]) -> Result<(), Error> {
        for column in columns {
            same_length("row", column.len(), "sum", sums.len())?;
        }
        sums.fill(Amount::ZERO);
        // The sign bit of this shows whether any addition wrapped: then, and only then, its two terms have the same sign
        // and the sum has the other one. So the loop has no branch.
        let mut wrapped = 0_i64;
        for column in columns {
            for (sum, amount) in sums.iter_mut().zip(*column) {
                let added = sum.0.wrapping_add(amount.0);
                wrapped |= (sum.0 ^ added) & (amount.0 ^ added);
                *sum = Amount(added);
            }
        }
        if wrapped < 0 { Amount::sum_columns_wide(columns, sums) } else { Ok(()) }
    }

    /// The same for rows that may pass the border on their way.
    #[cold]
    fn sum_columns_wide(columns: &[&[Amount]], sums: &mut [Amount]) -> Result<(), Error> {
        for (row, sum) in sums.iter_mut().enumerate() {
            let amounts: Vec<Amount> = columns.iter().filter_map(|column| column.get(row).copied()).collect();
            *sum = Amount::sum(&amounts).map_err(|error| error.within(format!("row {row}")))?;
        }
        Ok(())
    }

    /// Takes an amount that was computed in 128 bits; `what` names it when it does not fit.
    pub(crate) fn from_wide(cents: i128, what: &str) -> Result<Amount, Error> {
        i64::try_from(cents).map(Amount).map_err(|_| Amount::out_of_range(what))
    }

    /// So many units; `what` names the amount when it does not fit.
    pub(crate) fn of_units(units: i128, unit: Amount, what: &str) -> Result<Amount, Error> {
        let cents = units.checked_mul(i128::from(unit.0));
        cents.map_or_else(|| Err(Amount::out_of_range(what)), |cents| Amount::from_wide(cents, what))
    }

    pub(crate) fn out_of_range(what: &str) -> Error {
        Error::overflow(what, &format!("an amount between {} and {}", Amount::MIN, Amount::MAX))
    }
}

/// Cents as euros with two decimals, also beyond the range of an amount.
pub(crate) fn money(cents: i128) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let magnitude = cents.unsigned_abs();
    format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100)
}

/// Euros with two decimals and a point: `-1234.56`. For Dutch notation see [`crate::exact::notation`].
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let (euros, cents) = (magnitude / 100, magnitude % 100);
        f.pad_integral(self.0 >= 0, "", &format!("{euros}.{cents:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Amount;
    use alloc::string::ToString;

    #[test]
    fn amounts_print_as_euros_with_two_decimals() {
        let cases =
            [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_456, "1234.56"), (i64::MIN, "-92233720368547758.08")];
        for (cents, text) in cases {
            assert_eq!(Amount::from_cents(cents).to_string(), text);
        }
    }

    #[test]
    fn every_border_of_64_bits_is_an_error() {
        let overflows = [
            Amount::MAX.checked_add(Amount::CENT),
            Amount::MIN.checked_sub(Amount::CENT),
            Amount::MIN.checked_neg(),
            Amount::from_euros(i64::MAX),
            Amount::sum(&[Amount::MAX, Amount::CENT]),
        ];
        for overflow in overflows {
            let text = overflow.unwrap_err().to_string();
            assert!(
                text.ends_with("expected an amount between -92233720368547758.08 and 92233720368547758.07."),
                "{text}"
            );
        }
    }

    #[test]
    fn columns_add_up_row_by_row() {
        let column = |cents: [i64; 3]| cents.map(Amount::from_cents);
        let (first, second, third) = (column([1, i64::MAX, -5]), column([2, 1, 5]), column([3, -2, i64::MIN]));
        let mut sums = [Amount::ZERO; 3];
        Amount::sum_columns(&[&first, &second, &third], &mut sums).unwrap();
        assert_eq!(sums, column([6, i64::MAX - 1, i64::MIN]));
        let overflow = Amount::sum_columns(&[&first, &second], &mut sums).unwrap_err().to_string();
        let text =
            "row 1: the sum does not fit, expected an amount between -92233720368547758.08 and 92233720368547758.07.";
        assert_eq!(overflow, text);
        assert!(Amount::sum_columns(&[&first[..2]], &mut sums).is_err());
        Amount::sum_columns(&[], &mut sums).unwrap();
        assert_eq!(sums, [Amount::ZERO; 3]);
    }

    #[test]
    fn a_sum_may_pass_the_border_on_its_way() {
        let column = [Amount::MAX, Amount::CENT, Amount::from_cents(-2)];
        assert_eq!(Amount::sum(&column), Ok(Amount::from_cents(i64::MAX - 1)));
    }
}
