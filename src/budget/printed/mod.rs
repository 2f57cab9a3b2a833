//! What a printed figure stands for: all exact values that print as it does.

mod interval;
mod percent;

pub use interval::{End, Interval};
pub use percent::PrintedPercent;

use crate::budget::number;
use crate::error::{Error, Kind};
use crate::exact::{Mode, Ratio, no_multiple};
use alloc::format;

/// The ways in which a figure may have been rounded, the usual ones first.
pub(crate) const ROUNDING_MODES: [Mode; 7] =
    [Mode::HalfUp, Mode::HalfEven, Mode::HalfDown, Mode::Down, Mode::Up, Mode::Floor, Mode::Ceiling];

/// How the figures of a column were printed: to multiples of which unit, and which way they were rounded.
///
/// Dutch: *afronding van een tabel*. The unit is in the figure's own unit: 1000 for thousands of euros, 1/1000 for tenths
/// of a percent (a share is held as a fraction). [`Mode::Exact`] is for counts, and for amounts that are what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Printed {
    #[cfg_attr(feature = "serde", serde(serialize_with = "number::serialize"))]
    unit: Ratio,
    mode: Mode,
}

impl Printed {
    /// Whole euros, a half away from zero.
    pub const HALF_UP_EURO: Printed = Printed { unit: Ratio::ONE, mode: Mode::HalfUp };
    /// Thousands of euros, a half away from zero.
    pub const HALF_UP_THOUSAND: Printed = Printed { unit: Ratio::integer(1000), mode: Mode::HalfUp };
    /// Whole numbers that are not rounded, such as counts.
    pub const COUNTED: Printed = Printed { unit: Ratio::ONE, mode: Mode::Exact };

    /// Figures that are multiples of `unit`, rounded by `mode`.
    ///
    /// # Errors
    /// `Unit` when the unit is zero or negative.
    pub fn new(unit: Ratio, mode: Mode) -> Result<Printed, Error> {
        if unit > Ratio::ZERO {
            Ok(Printed { unit, mode })
        } else {
            let found = format!("a printed unit of {}", number::plain(unit));
            Err(Error::new(Kind::Unit, found, "a unit above zero"))
        }
    }

    /// To multiples of what.
    #[must_use]
    pub const fn unit(self) -> Ratio {
        self.unit
    }

    /// Which way.
    #[must_use]
    pub const fn mode(self) -> Mode {
        self.mode
    }

    /// The same unit, rounded another way.
    #[must_use]
    pub const fn with_mode(self, mode: Mode) -> Printed {
        Printed { mode, ..self }
    }

    /// The figure as which an exact value prints.
    ///
    /// # Errors
    /// `Inexact` when the mode is [`Mode::Exact`] and the value is no multiple of the unit; `Overflow` out of range.
    pub fn print(self, exact: Ratio) -> Result<Ratio, Error> {
        let units = exact.checked_div(self.unit)?;
        if self.mode == Mode::Exact && !units.is_integer() {
            return Err(no_multiple(&number::plain(exact), &number::plain(self.unit)));
        }
        Ratio::new(self.mode.round(units)?, 1)?.checked_mul(self.unit)
    }

    /// All exact values that print as `figure`.
    ///
    /// # Errors
    /// `Unit` when the figure is no multiple of the unit, so that it cannot have been printed this way; `Overflow`.
    pub fn interval(self, figure: Ratio) -> Result<Interval, Error> {
        let units = figure.checked_div(self.unit)?;
        if !units.is_integer() {
            return Err(self.never_printed(figure));
        }
        let (below, above) = self.reach(units.numerator());
        let end = |at: Ratio, reach: Reach| at.checked_mul(self.unit).map(|at| End { at, closed: reach.closed });
        let low = end(units.checked_sub(below.units)?, below)?;
        let high = end(units.checked_add(above.units)?, above)?;
        Interval::new(low, high)
    }

    /// All figures as which the values of `exact` print: from the first to the last, both reached.
    ///
    /// # Errors
    /// `Overflow` when an end does not fit.
    pub fn print_all(self, exact: Interval) -> Result<Interval, Error> {
        if self.mode == Mode::Exact {
            return Ok(exact);
        }
        let (low, high) = (exact.low(), exact.high());
        let (mut first, mut last) = (self.print(low.at)?, self.print(high.at)?);
        // An open end does not print itself: where a figure stops or begins just there, its neighbour is the first or last.
        if !low.closed && self.interval(first)?.high() == End::closed(low.at) {
            first = first.checked_add(self.unit)?;
        }
        if !high.closed && self.interval(last)?.low() == End::closed(high.at) {
            last = last.checked_sub(self.unit)?;
        }
        Interval::new(End::closed(first), End::closed(last))
    }

    /// How far below and above `units` whole units the exact value may lie.
    fn reach(self, units: i128) -> (Reach, Reach) {
        let nearest = |closed| Reach { units: Ratio::HALF, closed };
        let none = Reach { units: Ratio::ZERO, closed: true };
        let whole = Reach { units: Ratio::ONE, closed: false };
        let towards_zero = || match units.signum() {
            1 => (none, whole),
            -1 => (whole, none),
            _ => (whole, whole),
        };
        let away_from_zero = || match units.signum() {
            1 => (whole, none),
            -1 => (none, whole),
            _ => (none, none),
        };
        match self.mode {
            Mode::HalfUp => (nearest(units > 0), nearest(units < 0)),
            Mode::HalfDown => (nearest(units <= 0), nearest(units >= 0)),
            Mode::HalfEven => {
                let even = units.rem_euclid(2) == 0;
                (nearest(even), nearest(even))
            }
            Mode::Down => towards_zero(),
            Mode::Up => away_from_zero(),
            Mode::Floor => (none, whole),
            Mode::Ceiling => (whole, none),
            Mode::Exact => (none, none),
        }
    }

    fn never_printed(self, figure: Ratio) -> Error {
        let found = format!("the printed figure {}", number::plain(figure));
        let expected = format!("a multiple of its unit {}", number::plain(self.unit));
        Error::new(Kind::Unit, found, expected).advise("Declare the unit in which the column is printed.")
    }
}

/// How far, in units, an exact value may lie from its figure on one side, and whether it may lie just there.
#[derive(Clone, Copy)]
struct Reach {
    units: Ratio,
    closed: bool,
}

#[cfg(test)]
mod tests {
    use super::{End, Interval, Printed};
    use crate::exact::{Mode, Ratio};

    #[test]
    fn figures_just_below_an_open_end() {
        // The end in tenths; the columns are HalfUp, HalfEven, HalfDown, Up, Down, Floor, Ceiling.
        let cases = [
            (25, [2, 2, 2, 3, 2, 2, 3]),
            (35, [3, 3, 3, 4, 3, 3, 4]),
            (26, [3, 3, 3, 3, 2, 2, 3]),
            (24, [2, 2, 2, 3, 2, 2, 3]),
            (30, [3, 3, 3, 3, 2, 2, 3]), // 2.99… is 3 for all but those that round down
            (5, [0, 0, 0, 1, 0, 0, 1]),
        ];
        for (tenths, expected) in cases {
            let below = Interval::new(End::closed(Ratio::ZERO), End::open(Ratio::new(tenths, 10).unwrap())).unwrap();
            for (mode, highest) in Mode::ALL[..7].iter().zip(expected) {
                let figures = Printed::new(Ratio::ONE, *mode).unwrap().print_all(below).unwrap();
                assert_eq!(figures.high(), End::closed(Ratio::integer(highest)), "{tenths} tenths, {mode:?}");
                assert_eq!(figures.low(), End::closed(Ratio::ZERO));
            }
        }
    }
}
