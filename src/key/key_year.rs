//! The key year: of which year the figures behind a key are.

use crate::error::{Error, Kind};
use crate::period::Year;
use alloc::format;
use alloc::vec::Vec;
use core::fmt;

/// Of which year the figures behind a key are; where a key is over several years, the last of them.
///
/// Dutch: *peiljaar*, *peildatum*. Written `2014`, `t` or `t-2`, where t is the year that the key is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyYear {
    /// This year, whatever the year that the key is used for.
    Fixed(Year),
    /// So many years before the year that the key is used for.
    Before(u16),
}

impl KeyYear {
    /// Reads a year, `t`, or `t-` and a number of years: `2014`, `t-1`.
    ///
    /// # Errors
    /// `Unreadable` when the text is none of these; `OutOfRange` as for [`Year::new`].
    pub fn parse(text: &str) -> Result<KeyYear, Error> {
        let before = match text.strip_prefix('t') {
            Some("") => Some(0),
            Some(rest) => rest.strip_prefix('-').and_then(positive),
            None => return Year::parse(text).map(KeyYear::Fixed).map_err(|error| meant_year(text, error)),
        };
        before.map(KeyYear::Before).ok_or_else(|| unreadable(text))
    }

    /// The year that is meant, for a key that is used for `year`.
    ///
    /// # Errors
    /// `OutOfRange` when it lies before the first year that can be written.
    pub fn in_year(self, year: Year) -> Result<Year, Error> {
        match self {
            KeyYear::Fixed(fixed) => Ok(fixed),
            KeyYear::Before(count) => years_before(year, count),
        }
    }
}

/// The `count` years up to and including the last one, newest first.
pub(super) fn years_up_to(last: Year, count: u16) -> Result<Vec<Year>, Error> {
    (0..count).map(|back| years_before(last, back)).collect()
}

fn years_before(year: Year, count: u16) -> Result<Year, Error> {
    let earlier = i64::from(year.number()).checked_sub(count.into()).expect("a difference of two numbers of 16 bits");
    Year::new(earlier)
}

/// A number above zero as it prints; `t-0` is written `t`.
fn positive(text: &str) -> Option<u16> {
    text.parse().ok().filter(|&count: &u16| count > 0 && format!("{count}") == text)
}

/// A year that is out of range is told as such, anything else is no key year.
fn meant_year(text: &str, error: Error) -> Error {
    if error.kind() == Kind::OutOfRange { error } else { unreadable(text) }
}

fn unreadable(text: &str) -> Error {
    Error::new(Kind::Unreadable, format!("\"{text}\""), "a key year such as 2014, t or t-1")
        .advise("t is the year that the key is used for, t-1 the year before it.")
}

/// `2014`, `t`, `t-1`.
impl fmt::Display for KeyYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeyYear::Fixed(year) => write!(f, "{year}"),
            KeyYear::Before(0) => f.write_str("t"),
            KeyYear::Before(count) => write!(f, "t-{count}"),
        }
    }
}

#[cfg(feature = "serde")]
crate::exact::serial::as_text!(KeyYear, "t-1", KeyYear::parse);

#[cfg(test)]
mod tests {
    use super::{KeyYear, years_up_to};
    use crate::period::Year;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn a_key_year_is_fixed_or_counted_back() {
        let used_for = Year::new(2016).unwrap();
        for (text, number) in [("2014", 2014), ("t", 2016), ("t-1", 2015), ("t-10", 2006)] {
            let year = KeyYear::parse(text).unwrap();
            assert_eq!(year.to_string(), text);
            assert_eq!(year.in_year(used_for).unwrap().number(), number);
        }
        for text in ["", "t-0", "t-", "t+1", "t -1", "T-1", "t-01", "14", "t-99999", "twee"] {
            let error = KeyYear::parse(text).unwrap_err().to_string();
            let advice = "t is the year that the key is used for, t-1 the year before it.";
            assert_eq!(error, alloc::format!("\"{text}\", expected a key year such as 2014, t or t-1.\n  {advice}"));
        }
        let error = KeyYear::parse("1814").unwrap_err().to_string();
        assert_eq!(error, "the year 1814, expected a year from 1900 to 2199.");
    }

    #[test]
    fn several_years_go_back_from_the_last() {
        let last = Year::new(2014).unwrap();
        let numbers: Vec<u16> = years_up_to(last, 3).unwrap().into_iter().map(Year::number).collect();
        assert_eq!(numbers, [2014, 2013, 2012]);
        let error = KeyYear::Before(200).in_year(last).unwrap_err().to_string();
        assert_eq!(error, "the year 1814, expected a year from 1900 to 2199.");
        assert!(years_up_to(last, u16::MAX).is_err());
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_key_year_travels_as_text() {
        assert_eq!(serde_json::to_string(&KeyYear::Before(1)).unwrap(), "\"t-1\"");
        assert_eq!(serde_json::from_str::<KeyYear>("\"t-1\"").unwrap(), KeyYear::Before(1));
        assert!(serde_json::from_str::<KeyYear>("\"t-x\"").is_err());
    }
}
