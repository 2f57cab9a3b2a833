//! The three ways to read the State cut of a schedule.

use crate::error::{Error, Kind};
use crate::exact::{Percent, Ratio};
use alloc::format;
use core::fmt;

/// How the printed cut of a year becomes a share of the base-year budget.
///
/// Dutch: *lezing van de (rijks)korting*. The base already lacks a cut (3.5% in Groningen), and the printed cuts count from
/// the budget before it (8.5%, 12.5%). There is no default, because the readings differ by tens of thousands of euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum CutReading {
    /// Percentage points that include the cut already off the base: 8.5% − 3.5% = 5% of the base (recommended).
    CumulativePoints,
    /// The printed percentage of the base, as if no cut were off it yet: 8.5%.
    Literal,
    /// Percentages of the uncut budget, so that 1 − (1 − 8.5%) / (1 − 3.5%) of the base goes: 5.18…%.
    Compounding,
}

impl CutReading {
    /// Every reading, in the order in which a diagnosis tries them.
    pub const ALL: [CutReading; 3] = [CutReading::CumulativePoints, CutReading::Literal, CutReading::Compounding];

    /// The name in a scenario file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            CutReading::CumulativePoints => "cumulative-points",
            CutReading::Literal => "literal",
            CutReading::Compounding => "compounding",
        }
    }

    /// The share of the base that a printed cut takes, when `in_base` is already off the base.
    ///
    /// # Errors
    /// `OutOfRange` when the printed cut is smaller than the one already off the base, unless the reading is literal, or
    /// when nothing of the base was left; `Overflow` when the share has too many digits.
    pub fn share(self, printed: Percent, in_base: Percent) -> Result<Ratio, Error> {
        let share = match self {
            CutReading::Literal => printed.ratio(),
            CutReading::CumulativePoints => printed.ratio().checked_sub(in_base.ratio())?,
            CutReading::Compounding => compounded(printed.ratio(), in_base.ratio())?,
        };
        if share < Ratio::ZERO {
            let found = format!("a cut of {printed}, while {in_base} is already off the base");
            return Err(Error::new(Kind::OutOfRange, found, format!("a cut of at least {in_base}")));
        }
        Ok(share)
    }
}

/// What is left after the printed cut, against what was left after the first one.
fn compounded(printed: Ratio, in_base: Ratio) -> Result<Ratio, Error> {
    let left = Ratio::ONE.checked_sub(printed)?;
    let left_before = Ratio::ONE.checked_sub(in_base)?;
    Ratio::ONE.checked_sub(left.checked_div(left_before)?)
}

/// `cumulative-points`, as in a scenario file.
impl fmt::Display for CutReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::CutReading;
    use crate::exact::{Percent, Ratio};
    use alloc::string::ToString;

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    #[test]
    fn one_printed_cut_has_three_readings() {
        let share = |reading: CutReading, printed| reading.share(percent(printed), percent("3.5")).unwrap();
        let cases = [
            (CutReading::CumulativePoints, "8.5", Ratio::new(5, 100)),
            (CutReading::CumulativePoints, "12.5", Ratio::new(9, 100)),
            (CutReading::Literal, "8.5", Ratio::new(85, 1000)),
            (CutReading::Compounding, "8.5", Ratio::new(965 - 915, 965)),
            (CutReading::Compounding, "12.5", Ratio::new(965 - 875, 965)),
            (CutReading::Compounding, "3.5", Ratio::new(0, 1)), // the cut of the base itself
        ];
        for (reading, printed, expected) in cases {
            assert_eq!(share(reading, printed), expected.unwrap(), "{reading} {printed}");
        }
    }

    #[test]
    fn a_cut_below_the_one_in_the_base_is_an_error() {
        for reading in [CutReading::CumulativePoints, CutReading::Compounding] {
            let error = reading.share(percent("2"), percent("3.5")).unwrap_err();
            let text = "a cut of 2%, while 3.5% is already off the base, expected a cut of at least 3.5%.";
            assert_eq!(error.to_string(), text);
        }
        assert!(CutReading::Literal.share(percent("2"), percent("3.5")).is_ok());
    }
}
