//! Calendar months.

use super::date::Date;
use super::span::Period;
use super::year::Year;
use crate::error::{Error, Kind};
use alloc::format;
use core::fmt;

/// A month of a year.
///
/// Dutch: *maand*. Care is declared by calendar month.
///
/// ```
/// use taakgericht::period::{Month, Year};
/// let october = Month::new(Year::new(2025)?, 10)?;
/// assert_eq!(october.to_string(), "2025-10");
/// assert_eq!(october.period().days(), 31);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    // The order of the fields is the order of months.
    year: Year,
    number: u8,
}

impl Month {
    /// A month by its number, from 1.
    ///
    /// # Errors
    /// `OutOfRange` for a number that is not from 1 to 12.
    pub fn new(year: Year, number: u8) -> Result<Month, Error> {
        if (1..=12).contains(&number) {
            return Ok(Month { year, number });
        }
        Err(Error::new(Kind::OutOfRange, format!("month {number} of {year}"), "a month from 1 to 12"))
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> Year {
        self.year
    }

    /// The number of the month, from 1 to 12.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.number
    }

    /// From its first day to its last.
    #[must_use]
    pub fn period(self) -> Period {
        let first = Date::new(self.year, self.number, 1).expect("every month has a first day");
        let last = (28..=31).rev().find_map(|day| Date::new(self.year, self.number, day).ok());
        Period::new(first, last.unwrap_or(first)).expect("the last day of a month is not before the first")
    }

    /// The month after it.
    ///
    /// # Errors
    /// `OutOfRange` after the last month that can be written.
    pub fn next(self) -> Result<Month, Error> {
        match self.number {
            12 => Ok(Month { year: Year::new(i64::from(self.year.number()).saturating_add(1))?, number: 1 }),
            number => Ok(Month { number: number.saturating_add(1), ..self }), // at most 12
        }
    }
}

/// `2025-10`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-{:02}", self.year, self.number))
    }
}

#[cfg(test)]
mod tests {
    use super::Month;
    use crate::period::Year;
    use alloc::string::ToString;

    #[test]
    fn months_have_their_days() {
        let year = |number| Year::new(number).unwrap();
        for (of_year, number, days) in [(2024, 2, 29), (2025, 2, 28), (2025, 4, 30), (2025, 12, 31), (2199, 12, 31)] {
            assert_eq!(Month::new(year(of_year), number).unwrap().period().days(), days);
        }
        let december = Month::new(year(2025), 12).unwrap();
        assert_eq!(december.next().unwrap().to_string(), "2026-01");
        assert!(Month::new(year(2199), 12).unwrap().next().is_err());
        let text = Month::new(year(2025), 13).unwrap_err().to_string();
        assert_eq!(text, "month 13 of 2025, expected a month from 1 to 12.");
    }
}
