//! Percentages as a table prints them.

use crate::error::{Error, Kind};
use crate::exact::{Mode, Percent, Ratio, decimal};
use alloc::format;
use alloc::string::String;
use core::fmt;
use rust_decimal::Decimal;

/// A percentage that was printed in whole units, such as 84.5% in units of 0.1%.
///
/// It stands for every share that prints like it: rounded half-up, 84.5% is any share from 84.45% to just below 84.55%.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PrintedPercent {
    percent: Percent,
    unit: Percent,
}

impl PrintedPercent {
    /// A percentage that was printed as a multiple of `unit`.
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
        Ok(PrintedPercent { percent, unit })
    }

    /// How a share prints in units of `unit`: 0.844605… in units of 0.0001% is 84.4605%.
    ///
    /// # Errors
    /// As for [`PrintedPercent::new`]; `Overflow` when the share has too many digits.
    pub fn of(share: Ratio, unit: Percent) -> Result<PrintedPercent, Error> {
        PrintedPercent::new(rounded(share, unit, Mode::HalfUp)?, unit)
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

    /// Whether this share prints as this percentage.
    ///
    /// # Errors
    /// `Overflow` when the share has too many digits.
    pub fn stands_for(self, share: Ratio) -> Result<bool, Error> {
        // A share just below zero would round to 0%, but a table would print its sign.
        Ok(share >= Ratio::ZERO && rounded(share, self.unit, Mode::HalfUp)? == self.percent)
    }

    /// The lowest share that prints like this, and the share above it that no longer does.
    ///
    /// # Errors
    /// `Overflow` when a border has too many digits.
    pub fn borders(self) -> Result<(Ratio, Ratio), Error> {
        let half_unit = self.unit.ratio().checked_mul(Ratio::new(1, 2)?)?;
        let printed = self.percent.ratio();
        // No share is below zero, so 0% starts at zero itself.
        let lowest = printed.checked_sub(half_unit)?.max(Ratio::ZERO);
        Ok((lowest, printed.checked_add(half_unit)?))
    }
}

/// With the decimals of the unit, as a table prints it: `84.0%` in units of 0.1%.
impl fmt::Display for PrintedPercent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::try_from(self.unit.per_hundred().scale()).unwrap_or(0);
        write!(f, "{:.decimals$}%", self.percent.per_hundred())
    }
}

fn rounded(share: Ratio, unit: Percent, mode: Mode) -> Result<Percent, Error> {
    let units = mode.round(share.checked_div(unit.ratio())?)?;
    let units = Decimal::try_from_i128_with_scale(units, 0);
    let units = units.map_err(|_| Error::overflow("percentage", "at most 28 digits"))?;
    Percent::new(decimal::multiply(units, unit.per_hundred())?)
}

/// A share in an error text: `12.5%` where its decimals end, else its first four and a sign that they go on, `79.8238…%`.
pub(crate) fn shown(share: Ratio) -> String {
    let hundred = Ratio::integer(100);
    let exact = share.checked_mul(hundred).and_then(decimal::from_ratio);
    let cut_off = || {
        let unit = Percent::new(Decimal::new(1, 4))?;
        rounded(share, unit, Mode::Down)
    };
    match (exact, cut_off()) {
        (Ok(exact), _) => format!("{exact}%"),
        (Err(_), Ok(digits)) => format!("{}…%", digits.per_hundred()),
        (Err(_), Err(_)) => format!("{share}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{PrintedPercent, shown};
    use crate::exact::{Percent, Ratio};
    use alloc::string::ToString;

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    #[test]
    fn a_printed_percentage_stands_for_an_interval() {
        let share = PrintedPercent::new(percent("84.5"), percent("0.1")).unwrap();
        let (lowest, above) = share.borders().unwrap();
        assert_eq!((lowest, above), (percent("84.45").ratio(), percent("84.55").ratio()));
        assert!(share.stands_for(lowest).unwrap()); // a half goes up
        assert!(!share.stands_for(above).unwrap());
        let nothing = PrintedPercent::new(Percent::ZERO, percent("1")).unwrap();
        assert!(!nothing.stands_for(Ratio::new(-1, 1000).unwrap()).unwrap());
        assert_eq!(nothing.borders().unwrap(), (Ratio::ZERO, percent("0.5").ratio()));
    }

    #[test]
    fn shares_print_in_the_unit_asked_for_and_say_when_digits_go_on() {
        let share = Ratio::new(1_581, 13_557).unwrap();
        let printed = |unit| PrintedPercent::of(share, percent(unit)).unwrap().to_string();
        assert_eq!(printed("0.0001"), "11.6619%");
        assert_eq!(printed("5"), "10%");
        assert_eq!(PrintedPercent::new(percent("84"), percent("0.1")).unwrap().to_string(), "84.0%");
        assert_eq!(shown(share), "11.6618…%");
        assert_eq!(shown(percent("12.5").ratio()), "12.5%");
        assert_eq!(shown(Ratio::new(-1, 3).unwrap()), "-33.3333…%");
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
