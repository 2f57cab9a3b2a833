//! The one place that decides which way a number rounds, and what is left over.
//!
//! Source: `SOURCES.md#exactness`, rule 2: a rounding step declares its mode and its unit, and keeps its residue.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio, Unrounded};
use alloc::format;
use core::cmp::Ordering;
use core::fmt;

/// Which way a number between two multiples of the unit goes.
///
/// Dutch: *afrondingsregel*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Mode {
    /// To the nearest; a half goes away from zero (Dutch: *rekenkundig afronden*).
    HalfUp,
    /// To the nearest; a half goes to the even multiple.
    HalfEven,
    /// To the nearest; a half goes towards zero.
    HalfDown,
    /// Away from zero.
    Up,
    /// Towards zero (Dutch: *afkappen*).
    Down,
    /// To the multiple below (Dutch: *naar beneden*).
    Floor,
    /// To the multiple above (Dutch: *naar boven*).
    Ceiling,
    /// Not at all: a number between two multiples is an error.
    Exact,
}

impl Mode {
    /// Every mode, in the order in which they are documented.
    pub const ALL: [Mode; 8] =
        [Mode::HalfUp, Mode::HalfEven, Mode::HalfDown, Mode::Up, Mode::Down, Mode::Floor, Mode::Ceiling, Mode::Exact];

    /// The name in files and on the command line: `half-up`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Mode::HalfUp => "half-up",
            Mode::HalfEven => "half-even",
            Mode::HalfDown => "half-down",
            Mode::Up => "up",
            Mode::Down => "down",
            Mode::Floor => "floor",
            Mode::Ceiling => "ceiling",
            Mode::Exact => "exact",
        }
    }

    /// Whether `number`, which lies `rest` above the whole number `floor` (0 < rest < 1), goes up to `floor + 1`;
    /// `None` when this mode does not round.
    fn goes_up(self, floor: i128, rest: Ratio) -> Option<bool> {
        let negative = floor < 0;
        let nearest = |half_goes_up: bool| match rest.cmp(&Ratio::HALF) {
            Ordering::Less => false,
            Ordering::Equal => half_goes_up,
            Ordering::Greater => true,
        };
        match self {
            Mode::HalfUp => Some(nearest(!negative)),
            Mode::HalfEven => Some(nearest(floor.rem_euclid(2) == 1)),
            Mode::HalfDown => Some(nearest(negative)),
            Mode::Up => Some(!negative),
            Mode::Down => Some(negative),
            Mode::Floor => Some(false),
            Mode::Ceiling => Some(true),
            Mode::Exact => None,
        }
    }

    /// The whole number that `number` goes to.
    ///
    /// # Errors
    /// `Inexact` when the mode is `Exact` and the number is not whole; `Overflow` at the border of 127 bits.
    pub fn round(self, number: Ratio) -> Result<i128, Error> {
        let (floor, rest) = number.floor_and_rest();
        if rest == Ratio::ZERO {
            return Ok(floor);
        }
        match self.goes_up(floor, rest) {
            Some(true) => floor.checked_add(1).ok_or_else(|| Error::overflow("rounded number", "a number of 127 bits")),
            Some(false) => Ok(floor),
            None => Err(no_multiple(&format!("{number}"), "1")),
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What the mode `Exact` refuses.
pub(crate) fn no_multiple(found: &str, unit: &str) -> Error {
    Error::new(Kind::Inexact, found, format!("a multiple of {unit}"))
        .advise("Declare a rounding mode, or change the unit.")
}

/// A named rounding step: to which multiples, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rounding {
    mode: Mode,
    unit: Amount,
}

/// A rounded amount with what the step took off; `amount + residue` is the exact amount again.
///
/// Dutch: *afrondingsverschil* (the residue).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounded {
    /// The amount, a multiple of the unit.
    pub amount: Amount,
    /// What was taken off (positive) or added (negative).
    pub residue: Unrounded,
}

impl Rounding {
    /// To whole cents, a half away from zero.
    pub const HALF_UP_CENT: Rounding = Rounding { mode: Mode::HalfUp, unit: Amount::CENT };
    /// To whole euros, a half away from zero.
    pub const HALF_UP_EURO: Rounding = Rounding { mode: Mode::HalfUp, unit: Amount::EURO };

    /// Rounds to multiples of `unit`: a cent, a euro, a thousand euros, 60 cents.
    ///
    /// # Errors
    /// `Unit` when the unit is zero or negative.
    pub fn new(mode: Mode, unit: Amount) -> Result<Rounding, Error> {
        if unit > Amount::ZERO {
            Ok(Rounding { mode, unit })
        } else {
            Err(Error::new(Kind::Unit, format!("a rounding unit of {unit}"), "a unit of at least 0.01"))
        }
    }

    /// Which way it rounds.
    #[must_use]
    pub const fn mode(self) -> Mode {
        self.mode
    }

    /// To multiples of what.
    #[must_use]
    pub const fn unit(self) -> Amount {
        self.unit
    }

    /// Rounds an exact amount and keeps what is left.
    ///
    /// # Errors
    /// `Inexact` when the mode is [`Mode::Exact`] and the amount is no multiple of the unit; `Overflow` out of range.
    pub fn round(self, exact: Unrounded) -> Result<Rounded, Error> {
        match self.half_up_to_the_cent(exact) {
            Some(cents) => {
                let amount = Amount::from_wide(cents?, "rounded amount")?;
                Ok(Rounded { amount, residue: exact.checked_sub(amount.into())? })
            }
            None => self.round_to_units(exact),
        }
    }

    /// The step that every line of care takes needs no fraction: whether the part of a cent is half of it is one comparison.
    fn half_up_to_the_cent(self, exact: Unrounded) -> Option<Result<i128, Error>> {
        if self != Rounding::HALF_UP_CENT {
            return None;
        }
        let (whole, rest) = (exact.whole_cents(), exact.rest());
        let is_up = if whole < 0 { rest > Ratio::HALF } else { rest >= Ratio::HALF };
        let cents = whole.checked_add(i128::from(is_up));
        Some(cents.ok_or_else(|| Error::overflow("rounded amount", "a number of 127 bits")))
    }

    fn round_to_units(self, exact: Unrounded) -> Result<Rounded, Error> {
        let unit = i128::from(self.unit.cents());
        // The unit is above zero, so nothing here overflows: whole units rounded down, and what is left of the next one.
        let whole = exact.whole_cents().div_euclid(unit);
        let left = Ratio::new(exact.whole_cents().rem_euclid(unit), 1)?.checked_add(exact.rest())?;
        let left = left.checked_div(Ratio::integer(self.unit.cents()))?;
        if self.mode == Mode::Exact && left != Ratio::ZERO {
            return Err(no_multiple(&format!("{exact}"), &format!("{}", self.unit)));
        }
        // A small number with the same sign, the same parity and the same rest is rounded the same way.
        let small = if whole < 0 { whole.rem_euclid(2).saturating_sub(2) } else { whole.rem_euclid(2) };
        let rounded = self.mode.round(Ratio::new(small, 1)?.checked_add(left)?)?;
        let up = rounded.saturating_sub(small); // 0 or 1
        let units = whole.checked_add(up).ok_or_else(|| Error::overflow("rounded amount", "a number of 127 bits"))?;
        let amount = Amount::of_units(units, self.unit, "rounded amount")?;
        Ok(Rounded { amount, residue: exact.checked_sub(amount.into())? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Mode, Rounding};
    use crate::exact::{Amount, Ratio, Unrounded};
    use alloc::string::ToString;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    #[test]
    fn every_mode_on_both_sides_of_zero() {
        // Number in tenths; the columns are HalfUp, HalfEven, HalfDown, Up, Down, Floor, Ceiling.
        let cases = [
            (25, [3, 2, 2, 3, 2, 2, 3]),
            (35, [4, 4, 3, 4, 3, 3, 4]),
            (24, [2, 2, 2, 3, 2, 2, 3]),
            (26, [3, 3, 3, 3, 2, 2, 3]),
            (-25, [-3, -2, -2, -3, -2, -3, -2]),
            (-24, [-2, -2, -2, -3, -2, -3, -2]),
            (-26, [-3, -3, -3, -3, -2, -3, -2]),
            (5, [1, 0, 0, 1, 0, 0, 1]),
            (-5, [-1, 0, 0, -1, 0, -1, 0]),
            (30, [3; 7]),
        ];
        for (tenths, expected) in cases {
            let number = Ratio::new(tenths, 10).unwrap();
            let rounded = Mode::ALL[..7].iter().map(|mode| mode.round(number).unwrap());
            assert!(rounded.eq(expected), "{tenths} tenths");
        }
    }

    proptest! {
        /// The short way to the cent is the long one.
        #[test]
        fn the_short_way_to_the_cent_is_the_long_one(above in any::<i64>(), below in 1_i64..200) {
            let exact = Unrounded::from_cents(Ratio::new(above.into(), below.into()).unwrap());
            prop_assert_eq!(Rounding::HALF_UP_CENT.round(exact), Rounding::HALF_UP_CENT.round_to_units(exact));
        }
    }

    #[test]
    fn a_large_amount_with_a_fine_rest_is_rounded_too() {
        let fine = Ratio::new(1, (1 << 120) + 1).unwrap();
        for (mode, up) in [(Mode::HalfUp, 0), (Mode::Up, 1), (Mode::Down, 0), (Mode::Ceiling, 1), (Mode::Floor, 0)] {
            let amount = Amount::from_cents(i64::MAX - 7);
            let exact = Unrounded::from(amount).checked_add(Unrounded::from_cents(fine)).unwrap();
            let rounded = Rounding::new(mode, Amount::CENT).unwrap().round(exact).unwrap();
            assert_eq!(rounded.amount.cents(), amount.cents() + up, "{mode:?}");
            assert_eq!(exact.checked_sub(rounded.residue), Ok(rounded.amount.into()));
        }
    }

    #[test]
    fn the_residue_gives_the_exact_amount_back() {
        let exact = Unrounded::from_cents(Ratio::new(872_450, 100).unwrap());
        let sixty_cents = Rounding::new(Mode::HalfUp, Amount::from_cents(60)).unwrap();
        let rounded = sixty_cents.round(exact).unwrap();
        assert_eq!(rounded.amount.to_string(), "87.00"); // 87.245 euros to multiples of 60 cents
        assert_eq!(rounded.residue.to_string(), "0.245");
    }

    #[test]
    fn exact_or_error() {
        let euro = Rounding::new(Mode::Exact, Amount::EURO).unwrap();
        assert_eq!(euro.round(Amount::from_cents(700).into()).unwrap().amount, Amount::from_cents(700));
        let error = euro.round(Amount::from_cents(705).into()).unwrap_err().to_string();
        assert_eq!(error, "7.05, expected a multiple of 1.00.\n  Declare a rounding mode, or change the unit.");
    }
}
