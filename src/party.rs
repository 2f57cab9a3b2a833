//! Who takes part: municipalities, by ids that are stable and ordered.
//!
//! Names and borders of municipalities change, so a name is no id, and a code alone is none either: 0014 Groningen is a
//! larger area from 2019 on than in 2018. A party is the code of Statistics Netherlands (CBS) together with the year of
//! the municipal division. Source: `SOURCES.md#divisions`.

use crate::error::{Error, Kind};
use crate::period::Year;
use alloc::format;
use alloc::vec::Vec;
use core::fmt;

/// The four-digit code that Statistics Netherlands gives a municipality, such as `GM0005` for Bedum.
///
/// Dutch: *gemeentecode*. Read with or without `GM`, always printed with it; ordered by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityCode(u16);

/// A municipality as it was in one municipal division.
///
/// Dutch: *gemeente*, *indelingsjaar*. Ordered by code, then division: the declared order of parties wherever no other is
/// given, so that a result never depends on the order of rows.
///
/// ```
/// use taakgericht::party::Municipality;
/// let bedum = Municipality::parse("0005@2015")?;
/// assert_eq!(bedum.to_string(), "GM0005@2015");
/// assert!(bedum < Municipality::parse("GM0014@2015")?);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Municipality {
    // The order of the fields is the order of parties.
    /// Which municipality.
    pub code: MunicipalityCode,
    /// As it was on 1 January of this year.
    pub division: Year,
}

impl MunicipalityCode {
    /// A code by its number: 5 is `GM0005`.
    ///
    /// # Errors
    /// `OutOfRange` for 0 and above 9999.
    pub fn new(number: u16) -> Result<MunicipalityCode, Error> {
        if (1..=9999).contains(&number) {
            Ok(MunicipalityCode(number))
        } else {
            let found = format!("municipality code {number}");
            Err(Error::new(Kind::OutOfRange, found, "a code from GM0001 to GM9999"))
        }
    }

    /// Reads a code of exactly four digits: `GM0005` or `0005`.
    ///
    /// # Errors
    /// `Unreadable` when the text is no such code; `OutOfRange` for `0000`.
    pub fn parse(text: &str) -> Result<MunicipalityCode, Error> {
        match four_digits(text.strip_prefix("GM").unwrap_or(text)) {
            Some(number) => MunicipalityCode::new(number),
            None => Err(unreadable_code(text)),
        }
    }

    /// The number of the code, without leading zeros.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

fn four_digits(text: &str) -> Option<u16> {
    let all_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| all_digits)
}

/// Says what is wrong with a code. Spreadsheets drop leading zeros, so a short number gets them back in the advice.
fn unreadable_code(text: &str) -> Error {
    let error = Error::new(Kind::Unreadable, format!("\"{text}\""), "a municipality code such as GM0005");
    let upper = text.to_ascii_uppercase();
    let digits = upper.strip_prefix("GM").unwrap_or(&upper);
    let meant = Some(format!("{digits:0>4}")).and_then(|padded| four_digits(&padded));
    match meant.and_then(|number| MunicipalityCode::new(number).ok()) {
        Some(code) => error.advise(format!("Write {code}.")),
        None => error.advise("A code is four digits, with or without GM before them."),
    }
}

impl Municipality {
    /// A municipality in a division.
    #[must_use]
    pub const fn new(code: MunicipalityCode, division: Year) -> Municipality {
        Municipality { code, division }
    }

    /// Reads a code and a division: `GM0005@2015`.
    ///
    /// # Errors
    /// `Unreadable` when the text is not a code, `@` and a year; `OutOfRange` as for its two parts.
    pub fn parse(text: &str) -> Result<Municipality, Error> {
        let Some((code, division)) = text.split_once('@') else {
            let expected = "a municipality in a division, such as GM0005@2015";
            return Err(Error::new(Kind::Unreadable, format!("\"{text}\""), expected)
                .advise("Write the code, @ and the year of the municipal division."));
        };
        let within = |error: Error| error.within(format!("municipality \"{text}\""));
        let code = MunicipalityCode::parse(code).map_err(within)?;
        let division = Year::parse(division).map_err(within)?;
        Ok(Municipality { code, division })
    }
}

/// The one division that all these municipalities belong to; none when there are no municipalities.
///
/// # Errors
/// `Division` when one of them is of another division than the first: their areas may overlap, so that money or people
/// would be counted twice or not at all. The error carries the positions of all that differ.
pub fn same_division(municipalities: &[Municipality]) -> Result<Option<Year>, Error> {
    let Some(first) = municipalities.first() else {
        return Ok(None);
    };
    let differ = |&position: &usize| municipalities.get(position).is_some_and(|other| other.division != first.division);
    let offenders: Vec<usize> = (0..municipalities.len()).filter(differ).collect();
    match offenders.first().and_then(|&position| municipalities.get(position)) {
        None => Ok(Some(first.division)),
        Some(offender) => Err(mixed(*first, *offender).at_positions(offenders)),
    }
}

fn mixed(first: Municipality, offender: Municipality) -> Error {
    let found = format!("{offender} in one column with {first}");
    let advice = format!(
        "Restate the figures to one division first; {offender} may be another area than in {}.",
        first.division
    );
    Error::new(Kind::Division, found, format!("municipalities of the division of {}", first.division)).advise(advice)
}

/// `GM0005`.
impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("GM{:04}", self.0))
    }
}

/// `GM0005@2015`.
impl fmt::Display for Municipality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}@{}", self.code, self.division))
    }
}

#[cfg(feature = "serde")]
crate::exact::serial::as_text!(MunicipalityCode, "GM0005", MunicipalityCode::parse);
#[cfg(feature = "serde")]
crate::exact::serial::as_text!(Municipality, "GM0005@2015", Municipality::parse);

#[cfg(test)]
mod tests {
    use super::{Municipality, MunicipalityCode, same_division};
    use crate::error::Kind;
    use crate::period::Year;
    use alloc::format;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn codes_have_exactly_four_digits() {
        for (text, number) in [("GM0005", 5), ("0005", 5), ("1680", 1680), ("GM9999", 9999)] {
            assert_eq!(MunicipalityCode::parse(text).unwrap().number(), number);
        }
        let whole = "A code is four digits, with or without GM before them.";
        let cases = [
            ("5", "Write GM0005."), // a spreadsheet dropped the zeros
            ("GM5", "Write GM0005."),
            ("gm0005", "Write GM0005."),
            ("Gm14", "Write GM0014."),
            ("GM00005", whole),
            ("00005", whole),
            ("GM", whole),
            ("", whole),
            ("0", whole),
            ("GM 0005", whole),
            ("GMGM0005", whole),
            ("+005", whole),
            ("Bedum", whole),
            ("PV20", whole),
        ];
        for (text, advice) in cases {
            let error = MunicipalityCode::parse(text).unwrap_err().to_string();
            assert_eq!(error, format!("\"{text}\", expected a municipality code such as GM0005.\n  {advice}"));
        }
        for number in [0, 10_000, u16::MAX] {
            let error = MunicipalityCode::new(number).unwrap_err().to_string();
            assert_eq!(error, format!("municipality code {number}, expected a code from GM0001 to GM9999."));
        }
        assert_eq!(MunicipalityCode::parse("GM0000").unwrap_err().kind(), Kind::OutOfRange);
    }

    #[test]
    fn a_municipality_is_a_code_in_a_division() {
        let groningen = |text| Municipality::parse(text).unwrap();
        assert_ne!(groningen("GM0014@2016"), groningen("GM0014@2018"));
        assert_eq!(format!("[{:>13}]", groningen("0014@2016")), "[  GM0014@2016]");
        let cases = [
            (
                "GM0005",
                "\"GM0005\", expected a municipality in a division, such as GM0005@2015.\n  \
                 Write the code, @ and the year of the municipal division.",
            ),
            ("5@2015", "municipality \"5@2015\": \"5\", expected a municipality code such as GM0005.\n  Write GM0005."),
            (
                "GM0005@15",
                "municipality \"GM0005@15\": \"15\", expected a year such as 2015.\n  Write all four digits.",
            ),
            ("GM0005@1815", "municipality \"GM0005@1815\": the year 1815, expected a year from 1900 to 2199."),
            ("GM0005@2015@2016", "municipality \"GM0005@2015@2016\": \"2015@2016\", expected a year such as 2015."),
        ];
        for (text, error) in cases {
            assert_eq!(Municipality::parse(text).unwrap_err().to_string(), error);
        }
    }

    #[test]
    fn parties_stand_in_the_order_of_code_then_division() {
        let ordered = ["GM0005@2015", "GM0014@2016", "GM0014@2018", "GM0053@2015", "GM1663@2015"];
        let mut parties: Vec<_> = ordered.iter().rev().map(|text| Municipality::parse(text).unwrap()).collect();
        parties.sort();
        assert!(parties.iter().map(ToString::to_string).eq(ordered));
    }

    #[test]
    fn divisions_are_not_mixed() {
        let column =
            |texts: &[&str]| -> Vec<_> { texts.iter().map(|text| Municipality::parse(text).unwrap()).collect() };
        assert_eq!(same_division(&[]), Ok(None));
        let year = Year::new(2015).unwrap();
        assert_eq!(same_division(&column(&["GM0005@2015", "GM1663@2015"])), Ok(Some(year)));
        let mixed = column(&["GM0005@2015", "GM1966@2019", "GM1663@2015", "GM0014@2019"]);
        let error = same_division(&mixed).unwrap_err();
        assert_eq!(error.kind(), Kind::Division);
        assert_eq!(error.positions(), [1, 3]);
        assert_eq!(
            error.to_string(),
            "GM1966@2019 in one column with GM0005@2015, expected municipalities of the division of 2015.\n  \
             Restate the figures to one division first; GM1966@2019 may be another area than in 2015."
        );
    }

    #[cfg(feature = "serde")]
    #[test]
    fn parties_travel_as_text() {
        let bedum = Municipality::parse("GM0005@2015").unwrap();
        assert_eq!(serde_json::to_string(&bedum).unwrap(), "\"GM0005@2015\"");
        assert_eq!(serde_json::from_str::<Municipality>("\"0005@2015\"").unwrap(), bedum);
        assert_eq!(serde_json::from_str::<MunicipalityCode>("\"0005\"").unwrap(), bedum.code);
        let error = serde_json::from_str::<MunicipalityCode>("5").unwrap_err().to_string();
        assert!(error.starts_with("invalid type: integer `5`, expected text in quotes, such as \"GM0005\""), "{error}");
    }
}
