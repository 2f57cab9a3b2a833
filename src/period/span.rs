//! From one day to another.

use super::date::Date;
use super::month::Month;
use crate::error::{Error, Kind};
use alloc::format;
use alloc::vec::Vec;
use core::fmt;

/// From a first day to a last one, both included.
///
/// Dutch: *periode*, *looptijd*.
///
/// ```
/// use taakgericht::period::{Date, Period};
/// let assignment = Period::new(Date::parse("2025-10-07")?, Date::parse("2025-12-30")?)?;
/// assert_eq!((assignment.days(), assignment.weeks()), (85, 13));
/// assert_eq!(assignment.months().len(), 3);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: Date,
    to: Date,
}

impl Period {
    /// The days from `from` to `to`, both included.
    ///
    /// # Errors
    /// `OutOfRange` when it ends before it begins.
    pub fn new(from: Date, to: Date) -> Result<Period, Error> {
        if from <= to {
            return Ok(Period { from, to });
        }
        let found = format!("a period from {from} to {to}");
        Err(Error::new(Kind::OutOfRange, found, "a last day that is not before the first"))
    }

    /// The first day.
    #[must_use]
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day; it belongs to the period.
    #[must_use]
    pub const fn to(self) -> Date {
        self.to
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> u32 {
        let days = self.from.days_until(self.to).saturating_add(1); // at most three centuries
        u32::try_from(days).expect("a period has at least one day")
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The days that two periods share; `None` when they share none.
    #[must_use]
    pub fn overlap(self, other: Period) -> Option<Period> {
        Period::new(self.from.max(other.from), self.to.min(other.to)).ok()
    }

    /// The calendar months that it touches.
    #[must_use]
    pub fn months(self) -> Vec<Month> {
        let mut months = Vec::from([self.from.month()]);
        while let Some(next) = months.last().and_then(|month| month.next().ok()).filter(|&next| next <= self.to.month())
        {
            months.push(next);
        }
        months
    }

    /// How many ISO weeks it touches, also those that it touches with a single day.
    #[must_use]
    pub fn weeks(self) -> u32 {
        // 1900-01-01 was a Monday, so weeks are counted from there.
        let monday = Date::parse("1900-01-01").expect("the first day that can be written");
        let week = |day: Date| monday.days_until(day) / 7;
        let weeks = week(self.to).saturating_sub(week(self.from)).saturating_add(1); // at most three centuries
        u32::try_from(weeks).expect("a period touches at least one week")
    }
}

/// `2025-10-07 to 2025-12-30`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} to {}", self.from, self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use crate::period::Date;
    use alloc::collections::BTreeSet;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn period(from: &str, to: &str) -> Period {
        Period::new(Date::parse(from).unwrap(), Date::parse(to).unwrap()).unwrap()
    }

    #[test]
    fn periods_end_after_they_begin() {
        let day = |text| Date::parse(text).unwrap();
        let text = Period::new(day("2025-02-01"), day("2025-01-31")).unwrap_err().to_string();
        assert_eq!(text, "a period from 2025-02-01 to 2025-01-31, expected a last day that is not before the first.");
        assert_eq!(period("2025-01-31", "2025-01-31").days(), 1);
        let year = period("2025-01-01", "2025-12-31");
        assert_eq!(year.overlap(period("2024-06-01", "2025-01-31")), Some(period("2025-01-01", "2025-01-31")));
        assert_eq!(year.overlap(period("2026-01-01", "2026-01-31")), None);
        let months: Vec<_> = period("2025-11-30", "2026-02-01").months().iter().map(ToString::to_string).collect();
        assert_eq!(months, ["2025-11", "2025-12", "2026-01", "2026-02"]);
    }

    proptest! {
        /// Weeks are those that walking day by day meets.
        #[test]
        fn weeks_are_counted_as_by_walking(year in 1900_u16..2198, month in 1_u8..13, day in 1_u8..29, days in 0_usize..800) {
            let from = Date::parse(&alloc::format!("{year}-{month:02}-{day:02}")).unwrap();
            let all: Vec<Date> =
                core::iter::successors(Some(from), |day| day.tomorrow().ok()).take(days + 1).collect();
            let weeks: BTreeSet<_> = all.iter().map(|day| day.iso_week()).collect();
            let period = Period::new(from, *all.last().unwrap()).unwrap();
            prop_assert_eq!(usize::try_from(period.weeks()).unwrap(), weeks.len());
            prop_assert_eq!(usize::try_from(period.days()).unwrap(), all.len());
        }
    }
}
