//! Percentages as a table prints them.

use super::{Interval, Printed};
use crate::error::{Error, Kind};
use crate::exact::{Mode, Percent, Ratio};
use alloc::format;
use core::fmt;

/// A percentage that was printed in whole units, such as 84.5% in units of 0.1%.
///
/// It stands for every share that prints like it: rounded half-up, 84.5% is any share from 84.45% to just below 84.55%.
/// A [`Printed`] says how a column was printed; this is one figure of such a column, with its percent sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PrintedPercent {
    percent: Percent,
    unit: Percent,
    mode: Mode,
}

impl PrintedPercent {
    /// A percentage that was printed as a multiple of `unit`, a half rounded up.
    ///
    /// # Errors
    /// `Unit` when the unit is not above zero, or the percentage is no multiple of it; `OutOfRange` below zero.
    pub fn new(percent: Percent, unit: Percent) -> Result<PrintedPercent, Error> {
        if unit <= Percent::ZERO {
            return Err(Error::new(Kind::Unit, format!("printed in units of {unit}"), "a unit above 0%"));
        }
        if percent < Percent::ZERO {
            return Err(Error::new(Kind::OutOfRange, format!("{percent}"), "a percentage of at least 0%"));
        }
        if !percent.ratio().checked_div(unit.ratio())?.is_integer() {
            return Err(Error::new(Kind::Unit, format!("{percent}"), format!("a multiple of {unit}")));
        }
        Ok(PrintedPercent { percent, unit, mode: Mode::HalfUp })
    }

    /// The same percentage, rounded another way, such as truncated.
    #[must_use]
    pub const fn with_mode(self, mode: Mode) -> PrintedPercent {
        PrintedPercent { mode, ..self }
    }

    /// How a share prints in units of `unit`, a half rounded up: 0.844605… in units of 0.0001% is 84.4605%.
    ///
    /// # Errors
    /// As for [`PrintedPercent::new`]; `Inexact` or `Overflow` when the share has too many digits.
    pub fn of(share: Ratio, unit: Percent) -> Result<PrintedPercent, Error> {
        let nothing = PrintedPercent::new(Percent::ZERO, unit)?;
        PrintedPercent::new(Percent::from_ratio(nothing.printed().print(share)?)?, unit)
    }

    /// The percentage as printed.
    #[must_use]
    pub const fn percent(self) -> Percent {
        self.percent
    }

    /// The unit that it was printed in.
    #[must_use]
    pub const fn unit(self) -> Percent {
        self.unit
    }

    /// Which way it was rounded.
    #[must_use]
    pub const fn mode(self) -> Mode {
        self.mode
    }

    /// Whether this share prints as this percentage.
    ///
    /// # Errors
    /// As for [`PrintedPercent::shares`].
    pub fn stands_for(self, share: Ratio) -> Result<bool, Error> {
        Ok(self.shares()?.contains(share))
    }

    /// All shares that print like this. None is below zero: it might round to 0%, but a table would print its sign.
    ///
    /// # Errors
    /// `Overflow` when an end has too many digits.
    pub fn shares(self) -> Result<Interval, Error> {
        self.printed().interval(self.percent.ratio())?.at_least(Ratio::ZERO)
    }

    fn printed(self) -> Printed {
        Printed::new(self.unit.ratio(), self.mode).expect("the constructor proved that the unit is above zero")
    }
}

/// With the decimals of the unit, as a table prints it: `84.0%` in units of 0.1%.
impl fmt::Display for PrintedPercent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::try_from(self.unit.per_hundred().scale()).expect("a decimal has at most 28 decimals");
        write!(f, "{:.decimals$}%", self.percent.per_hundred())
    }
}

#[cfg(test)]
mod tests {
    use super::PrintedPercent;
    use crate::budget::printed::End;
    use crate::exact::{Mode, Percent, Ratio};
    use alloc::string::ToString;

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    #[test]
    fn a_printed_percentage_stands_for_an_interval() {
        let share = PrintedPercent::new(percent("84.5"), percent("0.1")).unwrap();
        let shares = share.shares().unwrap();
        let (lowest, above) = (percent("84.45").ratio(), percent("84.55").ratio());
        assert_eq!((shares.low(), shares.high()), (End::closed(lowest), End::open(above))); // a half goes up
        assert!(share.stands_for(lowest).unwrap() && !share.stands_for(above).unwrap());
        let truncated = share.with_mode(Mode::Down);
        assert!(!truncated.stands_for(lowest).unwrap() && truncated.stands_for(above).unwrap());
        let nothing = PrintedPercent::new(Percent::ZERO, percent("1")).unwrap();
        assert!(!nothing.stands_for(Ratio::new(-1, 1000).unwrap()).unwrap());
        let shares = nothing.shares().unwrap();
        assert_eq!((shares.low(), shares.high()), (End::closed(Ratio::ZERO), End::open(percent("0.5").ratio())));
    }

    #[test]
    fn shares_print_in_the_unit_asked_for() {
        let share = Ratio::new(1_581, 13_557).unwrap();
        let printed = |unit| PrintedPercent::of(share, percent(unit)).unwrap().to_string();
        assert_eq!(printed("0.0001"), "11.6619%");
        assert_eq!(printed("5"), "10%");
        assert_eq!(PrintedPercent::new(percent("84"), percent("0.1")).unwrap().to_string(), "84.0%");
    }

    #[test]
    fn errors_name_the_unit() {
        let cases = [
            ("84.5", "0", "printed in units of 0%, expected a unit above 0%."),
            ("-1", "1", "-1%, expected a percentage of at least 0%."),
            ("84.55", "0.1", "84.55%, expected a multiple of 0.1%."),
        ];
        for (value, unit, text) in cases {
            let error = PrintedPercent::new(percent(value), percent(unit)).unwrap_err();
            assert_eq!(error.to_string(), text);
        }
    }
}
