//! Between amounts and the numbers of units that the methods divide.

use crate::error::{Error, Kind};
use crate::exact::Amount;
use alloc::format;

/// A whole as the methods see it: how many units, and whether the parts are mirrored afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Units {
    /// At most 2^63.
    pub(crate) count: u64,
    pub(crate) negative: bool,
}

/// How many units an amount is.
pub(crate) fn units_of(what: &str, whole: Amount, unit: Amount) -> Result<Units, Error> {
    let (magnitude, unit_cents) = (whole.cents().unsigned_abs(), unit.cents().unsigned_abs());
    // Cents are by far the most common unit, and a division costs more than the rest of a small split.
    let (count, rest) = if unit_cents == 1 {
        (magnitude, 0)
    } else {
        let parts = magnitude.checked_div(unit_cents).zip(magnitude.checked_rem(unit_cents));
        parts.expect("a split has a unit above zero")
    };
    if rest == 0 {
        Ok(Units { count, negative: whole < Amount::ZERO })
    } else {
        Err(Error::new(Kind::Unit, format!("{what} of {whole}"), format!("a multiple of the unit {unit}"))
            .advise("Divide in a smaller unit, or round at a named step first."))
    }
}

/// The amount of so many units; the count is at most that of a whole that was an amount itself.
#[inline]
pub(crate) fn amount_of(count: u64, unit: Amount, negative: bool) -> Amount {
    // |count · unit| <= |whole| <= 2^63, so the wrapped product is the true one, and -2^63 comes out right too.
    #[expect(clippy::as_conversions, clippy::cast_possible_wrap, reason = "2^63 wraps to -2^63, which is then negated")]
    let magnitude = (count as i64).wrapping_mul(unit.cents());
    Amount::from_cents(if negative { magnitude.wrapping_neg() } else { magnitude })
}
