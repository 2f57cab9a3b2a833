//! How often a volume is assigned.

use crate::error::Error;

/// Over which stretch of time the volume of an assignment counts.
///
/// Dutch: *frequentie*. Source: `SOURCES.md#ijw`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    /// 1, *per dag*.
    PerDay,
    /// 2, *per week*: an ISO week.
    PerWeek,
    /// 4, *per maand*: a calendar month.
    PerMonth,
    /// 6, *totaal binnen geldigheidsduur toewijzing*: as long as the assignment is valid.
    Total,
}

impl Frequency {
    /// Every frequency, in the order of the codes.
    pub const ALL: [Frequency; 4] = [Frequency::PerDay, Frequency::PerWeek, Frequency::PerMonth, Frequency::Total];

    /// The code in messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Frequency::PerDay => "1",
            Frequency::PerWeek => "2",
            Frequency::PerMonth => "4",
            Frequency::Total => "6",
        }
    }

    /// The name in files and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Frequency::PerDay => "per-day",
            Frequency::PerWeek => "per-week",
            Frequency::PerMonth => "per-month",
            Frequency::Total => "total",
        }
    }

    /// Reads a code of one digit.
    ///
    /// # Errors
    /// `UnknownName` when there is no such frequency.
    pub fn parse(code: &str) -> Result<Frequency, Error> {
        let found = Frequency::ALL.into_iter().find(|frequency| frequency.code() == code);
        found.ok_or_else(|| Error::unknown("frequency", code, Frequency::ALL.map(Frequency::code)))
    }
}
