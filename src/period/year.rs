//! Calendar years: budget years, and the years of municipal divisions.

use crate::error::{Error, Kind};
use alloc::format;
use core::fmt;

/// A calendar year from 1900 to 2199.
///
/// Dutch: *jaar*. As the year of a municipal division: *indelingsjaar*, the division on 1 January of that year.
///
/// ```
/// use taakgericht::period::Year;
/// let year = Year::new(2015)?;
/// assert_eq!(Year::parse("2015")?, year);
/// assert_eq!(Year::parse("15").unwrap_err().to_string(), "\"15\", expected a year such as 2015.\n  Write all four digits.");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The first year that can be written.
    pub const FIRST: Year = Year(1900);
    /// The last year that can be written.
    pub const LAST: Year = Year(2199);

    /// A calendar year.
    ///
    /// # Errors
    /// `OutOfRange` before 1900 or after 2199: such a year is a typing error, or not a year at all.
    pub fn new(year: i64) -> Result<Year, Error> {
        let in_range = |year: &Year| (Year::FIRST..=Year::LAST).contains(year);
        let checked = u16::try_from(year).ok().map(Year).filter(in_range);
        checked.ok_or_else(|| {
            let expected = format!("a year from {} to {}", Year::FIRST, Year::LAST);
            Error::new(Kind::OutOfRange, format!("the year {year}"), expected)
        })
    }

    /// Reads a year of exactly four digits: `2015`.
    ///
    /// # Errors
    /// `Unreadable` when the text is not four digits; `OutOfRange` as for [`Year::new`].
    pub fn parse(text: &str) -> Result<Year, Error> {
        let all_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(year) if all_digits && text.len() == 4 => Year::new(year),
            _ => {
                let error = Error::new(Kind::Unreadable, format!("\"{text}\""), "a year such as 2015");
                Err(if all_digits { error.advise("Write all four digits.") } else { error })
            }
        }
    }

    /// The number of the year.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// `2015`.
impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Year {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Year {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Year, D::Error> {
        let year = <i64 as serde::Deserialize>::deserialize(deserializer)?;
        Year::new(year).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Year;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn years_are_four_digits_between_bounds() {
        for (text, number) in [("1900", 1900), ("2015", 2015), ("2199", 2199)] {
            assert_eq!(Year::parse(text), Year::new(number));
            assert_eq!(Year::parse(text).unwrap().to_string(), text);
        }
        let advice = "\n  Write all four digits.";
        let cases = [
            ("15", advice),
            ("02015", advice),
            ("", ""),
            ("2015 ", ""),
            ("+015", ""),
            ("-2015", ""),
            ("2015.0", ""),
            ("MMXV", ""),
        ];
        for (text, advice) in cases {
            let error = Year::parse(text).unwrap_err().to_string();
            assert_eq!(error, format!("\"{text}\", expected a year such as 2015.{advice}"));
        }
        for number in [1899, 2200, 0, -2015, i64::MAX] {
            let error = Year::new(number).unwrap_err().to_string();
            assert_eq!(error, format!("the year {number}, expected a year from 1900 to 2199."));
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_year_travels_as_an_integer() {
        let year = Year::new(2015).unwrap();
        assert_eq!(serde_json::to_string(&year).unwrap(), "2015");
        assert_eq!(serde_json::from_str::<Year>("2015").unwrap(), year);
        for json in ["\"2015\"", "2015.0", "99999", "null"] {
            assert!(serde_json::from_str::<Year>(json).is_err(), "{json}");
        }
        let error = serde_json::from_str::<Year>("215").unwrap_err().to_string();
        assert!(error.starts_with("the year 215, expected a year from 1900 to 2199."), "{error}");
    }
}
