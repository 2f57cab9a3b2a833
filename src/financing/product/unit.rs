//! In what care is counted.

use crate::error::{Error, Kind};
use crate::financing::prove::CREDIT_AS_A_WHOLE;
use alloc::format;
use core::fmt;

/// The unit in which the volume of a product is expressed.
///
/// Dutch: *eenheid*. Source: `SOURCES.md#ijw`, code list WJ756.
///
/// ```
/// use taakgericht::financing::product::Unit;
/// assert_eq!(Unit::parse("14")?, Unit::DayAndNight);
/// assert_eq!(Unit::Minute.code(), "01");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// 01, *minuut*.
    Minute,
    /// 04, *uur*.
    Hour,
    /// 14, *etmaal*.
    DayAndNight,
    /// 16, *dagdeel*: four hours.
    DayPart,
    /// 82, *stuks (output)*: a product or result.
    PieceOfOutput,
    /// 83, *euro's*: the volume is the amount, in cents; there is no tariff.
    Euro,
    /// 84, *stuks (inspanning)*: a piece of effort.
    PieceOfEffort,
}

impl Unit {
    /// Every unit, in the order of the codes.
    pub const ALL: [Unit; 7] = [
        Unit::Minute,
        Unit::Hour,
        Unit::DayAndNight,
        Unit::DayPart,
        Unit::PieceOfOutput,
        Unit::Euro,
        Unit::PieceOfEffort,
    ];

    /// The code in messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Unit::Minute => "01",
            Unit::Hour => "04",
            Unit::DayAndNight => "14",
            Unit::DayPart => "16",
            Unit::PieceOfOutput => "82",
            Unit::Euro => "83",
            Unit::PieceOfEffort => "84",
        }
    }

    /// The name in files and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::DayAndNight => "day-and-night",
            Unit::DayPart => "day-part",
            Unit::PieceOfOutput => "piece-of-output",
            Unit::Euro => "euro",
            Unit::PieceOfEffort => "piece-of-effort",
        }
    }

    /// Reads a code of two digits.
    ///
    /// # Errors
    /// `UnknownName` when the code list has no such unit.
    pub fn parse(code: &str) -> Result<Unit, Error> {
        let found = Unit::ALL.into_iter().find(|unit| unit.code() == code);
        found.ok_or_else(|| Error::unknown("unit", code, Unit::ALL.map(Unit::code)))
    }

    /// Whether a tariff goes with it; euros are their own amount.
    #[must_use]
    pub const fn has_tariff(self) -> bool {
        !matches!(self, Unit::Euro)
    }

    /// Proves that a volume may be counted in this unit: whole, and not below zero. A credit is proved with its debit, in a
    /// ledger ([`crate::financing::effort::Ledger`]), and is priced as its debit is.
    pub(in crate::financing) fn prove_volume(self, volume: i64) -> Result<(), Error> {
        if volume >= 0 {
            return Ok(());
        }
        let found = format!("a volume of {volume} ({self})");
        Err(Error::new(Kind::OutOfRange, found, "a volume of 0 or more").advise(CREDIT_AS_A_WHOLE))
    }
}

/// `14 day-and-night`.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.code(), self.name()))
    }
}
