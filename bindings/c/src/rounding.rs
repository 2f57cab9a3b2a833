//! Rounding steps.

use crate::failure::Failure;
use crate::input::choice;
use crate::view;
use taakgericht::exact::{Mode, Rounding};

/// Rounding modes. To the nearest; a half goes away from zero (Dutch: rekenkundig).
pub const TKG_MODE_HALF_UP: i32 = 0;
/// To the nearest; a half goes to the even multiple.
pub const TKG_MODE_HALF_EVEN: i32 = 1;
/// To the nearest; a half goes towards zero.
pub const TKG_MODE_HALF_DOWN: i32 = 2;
/// Away from zero.
pub const TKG_MODE_UP: i32 = 3;
/// Towards zero (Dutch: afkappen).
pub const TKG_MODE_DOWN: i32 = 4;
/// To the multiple below.
pub const TKG_MODE_FLOOR: i32 = 5;
/// To the multiple above.
pub const TKG_MODE_CEILING: i32 = 6;
/// Not at all: a number between two multiples is TKG_E_INEXACT.
pub const TKG_MODE_EXACT: i32 = 7;

const MODES: [(i32, Mode); 8] = [
    (TKG_MODE_HALF_UP, Mode::HalfUp),
    (TKG_MODE_HALF_EVEN, Mode::HalfEven),
    (TKG_MODE_HALF_DOWN, Mode::HalfDown),
    (TKG_MODE_UP, Mode::Up),
    (TKG_MODE_DOWN, Mode::Down),
    (TKG_MODE_FLOOR, Mode::Floor),
    (TKG_MODE_CEILING, Mode::Ceiling),
    (TKG_MODE_EXACT, Mode::Exact),
];

/// The mode of a number.
pub(crate) fn mode(number: i32) -> Result<Mode, Failure> {
    mode_named("mode", number)
}

/// The mode of a number, which the header calls so.
pub(crate) fn mode_named(name: &str, number: i32) -> Result<Mode, Failure> {
    choice(name, number, &MODES)
}

/// To multiples of `unit` cents.
pub(crate) fn rounding(mode: i32, unit: i64) -> Result<Rounding, Failure> {
    Ok(Rounding::new(self::mode(mode)?, view::amount("unit", unit)?)?)
}

#[cfg(test)]
mod tests {
    use super::{MODES, rounding};
    use crate::status::{TKG_E_ARGUMENT, TKG_E_MISSING, TKG_E_UNIT};
    use taakgericht::exact::{Mode, Rounding};

    #[test]
    fn every_mode_of_the_engine_has_its_number() {
        assert_eq!(MODES.map(|(_, mode)| mode), Mode::ALL);
        assert_eq!(MODES.map(|(number, _)| number), [0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn a_rounding_has_a_mode_and_a_unit() {
        assert_eq!(rounding(0, 100).ok(), Some(Rounding::HALF_UP_EURO));
        let status = |mode, unit| rounding(mode, unit).unwrap_err().status();
        assert_eq!([status(8, 1), status(0, 0), status(0, i64::MIN)], [TKG_E_ARGUMENT, TKG_E_UNIT, TKG_E_MISSING]);
    }
}
