//! Calendar days.

use super::month::Month;
use super::year::Year;
use crate::error::{Error, Kind};
use alloc::format;
use core::fmt;

/// A calendar day from 1900-01-01 to 2199-12-31.
///
/// Dutch: *datum*. Written year first, as in iJw messages: `2025-10-07`.
///
/// ```
/// use taakgericht::period::Date;
/// let start = Date::parse("2025-10-07")?;
/// assert_eq!(start.iso_week().number, 41);
/// assert!(Date::parse("7-10-2025").is_err());
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// A week from Monday to Sunday; the year is the one that its Thursday lies in.
///
/// Dutch: *weeknummer*. ISO 8601: week 1 has the first Thursday of January.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoWeek {
    /// The year of its Thursday.
    pub year: i16,
    /// 1 to 53.
    pub number: u8,
}

impl Date {
    /// A day of a year.
    ///
    /// # Errors
    /// `OutOfRange` when there is no such day, such as 30 February.
    pub fn new(year: Year, month: u8, day: u8) -> Result<Date, Error> {
        let date = (i16::try_from(year.number()), i8::try_from(month), i8::try_from(day));
        let (Ok(number), Ok(of_year), Ok(of_month)) = date else {
            return Err(no_day(year, month, day));
        };
        jiff::civil::Date::new(number, of_year, of_month).map(Date).map_err(|_| no_day(year, month, day))
    }

    /// Reads a day: `2025-10-07`.
    ///
    /// # Errors
    /// `Unreadable` when the text is no such date; `OutOfRange` when there is no such day.
    pub fn parse(text: &str) -> Result<Date, Error> {
        let parts = text.split('-').collect::<alloc::vec::Vec<_>>();
        let [year, month, day] = parts.as_slice() else {
            return Err(unreadable(text));
        };
        let two_digits = |part: &str| -> Option<u8> {
            let all_digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| all_digits)
        };
        match (Year::parse(year), two_digits(month), two_digits(day)) {
            (Ok(year), Some(month), Some(day)) => Date::new(year, month, day),
            // It is written as it should be, and the year says what is wrong with it.
            (Err(error), Some(_), Some(_)) if error.kind() == Kind::OutOfRange => {
                Err(error.within(format!("date \"{text}\"")))
            }
            _ => Err(unreadable(text)),
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> Year {
        Year::new(self.0.year().into()).expect("a date lies in a year that can be written")
    }

    /// The month, with its year.
    #[must_use]
    pub fn month(self) -> Month {
        Month::new(self.year(), self.0.month().unsigned_abs()).expect("the month of a date")
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The week that the day lies in.
    #[must_use]
    pub fn iso_week(self) -> IsoWeek {
        let week = self.0.iso_week_date();
        IsoWeek { year: week.year(), number: week.week().unsigned_abs() }
    }

    /// The next day.
    ///
    /// # Errors
    /// `OutOfRange` after the last day that can be written.
    pub fn tomorrow(self) -> Result<Date, Error> {
        let next = self.0.tomorrow().map(Date).ok().filter(|next| next.0.year() <= last_year());
        next.ok_or_else(|| Error::new(Kind::OutOfRange, format!("the day after {self}"), "a day that can be written"))
    }

    /// How many days later the other day is; below zero when it is earlier.
    #[must_use]
    pub fn days_until(self, other: Date) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }
}

fn last_year() -> i16 {
    i16::try_from(Year::LAST.number()).expect("a year of four digits")
}

fn no_day(year: Year, month: u8, day: u8) -> Error {
    let found = format!("day {day} of month {month} of {year}");
    Error::new(Kind::OutOfRange, found, "a day of the calendar")
}

fn unreadable(text: &str) -> Error {
    Error::new(Kind::Unreadable, format!("\"{text}\""), "a date such as 2025-10-07")
        .advise("Write year, month and day, with all digits and - between them.")
}

/// `2025-10-07`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-{:02}-{:02}", self.year(), self.0.month(), self.0.day()))
    }
}

/// `2025-W41`.
impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-W{:02}", self.year, self.number))
    }
}

#[cfg(feature = "serde")]
crate::exact::serial::as_text!(Date, "2025-10-07", Date::parse);

#[cfg(test)]
mod tests {
    use super::Date;
    use alloc::string::ToString;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn days_are_read_as_they_print() {
        for text in ["1900-01-01", "2024-02-29", "2025-10-07", "2199-12-31"] {
            assert_eq!(date(text).to_string(), text);
        }
        let advice = "\n  Write year, month and day, with all digits and - between them.";
        for text in
            ["", "2025", "2025-10", "7-10-2025", "2025-10-7", "2025-1-07", "2025/10/07", "2025-10-07 ", "+025-10-07"]
        {
            let error = Date::parse(text).unwrap_err().to_string();
            assert_eq!(error, alloc::format!("\"{text}\", expected a date such as 2025-10-07.{advice}"));
        }
        let error = Date::parse("2025-02-29").unwrap_err().to_string();
        assert_eq!(error, "day 29 of month 2 of 2025, expected a day of the calendar.");
        let error = Date::parse("9999-12-31").unwrap_err().to_string();
        assert_eq!(error, "date \"9999-12-31\": the year 9999, expected a year from 1900 to 2199.");
        let error = date("2199-12-31").tomorrow().unwrap_err().to_string();
        assert_eq!(error, "the day after 2199-12-31, expected a day that can be written.");
    }

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        let cases = [
            ("2024-12-30", "2025-W01"),
            ("2025-12-28", "2025-W52"),
            ("2025-12-29", "2026-W01"),
            ("2026-12-31", "2026-W53"),
            ("2027-01-03", "2026-W53"),
        ];
        for (day, week) in cases {
            assert_eq!(date(day).iso_week().to_string(), week, "{day}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(date("2024-02-28").days_until(date("2024-03-01")), 2);
        assert_eq!(date("2025-03-01").days_until(date("2025-02-28")), -1);
        assert_eq!(date("1900-01-01").days_until(date("2199-12-31")), 109_572);
        assert_eq!(date("2025-12-31").tomorrow(), Ok(date("2026-01-01")));
    }
}
