//! A lump sum in monthly parts.

use crate::error::{Error, Kind};
use crate::exact::{Amount, instalments};
use crate::period::{Month, Year};
use alloc::format;
use alloc::vec::Vec;

/// A lump sum in monthly parts of which every running total is right.
///
/// Dutch: *maandtermijnen*, *bevoorschotting*. Source: `SOURCES.md#exactness`, rule 5.
///
/// ```
/// use taakgericht::exact::Amount;
/// use taakgericht::financing::task::MonthlyParts;
/// use taakgericht::period::{Month, Year};
/// let year = Year::new(2026)?;
/// let parts = MonthlyParts::of_year(Amount::from_euros(10_000_000)?, year)?;
/// assert_eq!(parts.of(Month::new(year, 2)?)?.to_string(), "833333.34");
/// assert_eq!(parts.paid_through(Month::new(year, 6)?)?.to_string(), "5000000.00");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthlyParts {
    parts: Vec<(Month, Amount)>,
}

impl MonthlyParts {
    /// Divides a lump sum over so many months from a first one.
    ///
    /// # Errors
    /// `ZeroWeights` for no months; `OutOfRange` when they pass the last month that can be written.
    pub fn new(lump_sum: Amount, first: Month, count: usize) -> Result<MonthlyParts, Error> {
        let amounts = instalments(lump_sum, count)?;
        let mut parts: Vec<(Month, Amount)> = Vec::with_capacity(count);
        for amount in amounts {
            let month = parts.last().map_or(Ok(first), |(month, _)| month.next())?;
            parts.push((month, amount));
        }
        Ok(MonthlyParts { parts })
    }

    /// Divides a lump sum over the months of a year.
    ///
    /// # Errors
    /// None in practice: every year has twelve months.
    pub fn of_year(lump_sum: Amount, year: Year) -> Result<MonthlyParts, Error> {
        MonthlyParts::new(lump_sum, Month::new(year, 1)?, 12)
    }

    /// Each month with its part, in order.
    #[must_use]
    pub fn parts(&self) -> &[(Month, Amount)] {
        &self.parts
    }

    /// The part of a month.
    ///
    /// # Errors
    /// `OutOfRange` for a month that has none.
    pub fn of(&self, month: Month) -> Result<Amount, Error> {
        let part = self.parts.iter().find(|(of, _)| *of == month);
        part.map(|(_, amount)| *amount).ok_or_else(|| self.no_part(month))
    }

    /// What has been paid when a month's part has been.
    ///
    /// # Errors
    /// `OutOfRange` for a month that has no part.
    pub fn paid_through(&self, month: Month) -> Result<Amount, Error> {
        self.of(month)?;
        let paid = self.parts.iter().take_while(|(of, _)| *of <= month);
        paid.map(|(_, amount)| *amount).try_fold(Amount::ZERO, Amount::checked_add)
    }

    fn no_part(&self, month: Month) -> Error {
        let (first, last) = (self.parts.first(), self.parts.last());
        let expected = first.zip(last).map(|((first, _), (last, _))| format!("a month from {first} to {last}"));
        Error::new(Kind::OutOfRange, format!("month {month}"), expected.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::MonthlyParts;
    use crate::exact::Amount;
    use crate::period::{Month, Year};
    use alloc::string::ToString;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    fn month(year: i64, number: u8) -> Month {
        Month::new(Year::new(year).unwrap(), number).unwrap()
    }

    #[test]
    fn parts_cross_a_year() {
        let parts = MonthlyParts::new(Amount::from_cents(100), month(2026, 12), 3).unwrap();
        let shown = [(month(2026, 12), 33), (month(2027, 1), 34), (month(2027, 2), 33)];
        assert_eq!(parts.parts(), shown.map(|(month, cents)| (month, Amount::from_cents(cents))));
        assert_eq!(parts.paid_through(month(2027, 1)).unwrap(), Amount::from_cents(67));
        let text = parts.of(month(2027, 3)).unwrap_err().to_string();
        assert_eq!(text, "month 2027-03, expected a month from 2026-12 to 2027-02.");
        assert!(MonthlyParts::new(Amount::EURO, month(2026, 1), 0).is_err());
        assert!(MonthlyParts::new(Amount::EURO, month(2199, 12), 2).is_err());
    }

    proptest! {
        /// Every running total is the rounded share of the year so far.
        #[test]
        fn every_running_total_is_right(cents in any::<i64>()) {
            let parts = MonthlyParts::of_year(Amount::from_cents(cents), Year::new(2026).unwrap()).unwrap();
            for number in 1..=12_u8 {
                let exact = i128::from(cents) * i128::from(number);
                let half_up = (exact.abs() * 2 + 12) / 24 * exact.signum();
                let paid = parts.paid_through(month(2026, number)).unwrap();
                prop_assert_eq!(i128::from(paid.cents()), half_up);
            }
        }
    }
}
