//! A figure together with the exact values that it may stand for.

#[cfg(feature = "serde")]
use crate::budget::number;
use crate::budget::printed::Interval;
use crate::budget::printed::Printed;
use crate::error::Error;
use crate::exact::Ratio;

/// A figure taken at face value, and the interval of exact values that it may stand for.
///
/// Dutch: *cijfer*. Amounts are in euros, shares are fractions (84.5% is 0.845), counts are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Figure {
    /// The figure as it is printed, or as it follows from printed figures.
    #[cfg_attr(feature = "serde", serde(serialize_with = "number::serialize"))]
    pub value: Ratio,
    /// What it may stand for.
    pub interval: Interval,
}

impl Figure {
    /// Nothing, exactly.
    pub(super) const ZERO: Figure = Figure::exact(Ratio::ZERO);
    /// One, exactly.
    pub(super) const ONE: Figure = Figure::exact(Ratio::ONE);

    /// A figure that stands for itself.
    pub(super) const fn exact(value: Ratio) -> Figure {
        Figure { value, interval: Interval::point(value) }
    }

    pub(super) fn plus(self, other: Figure) -> Result<Figure, Error> {
        Ok(Figure { value: self.value.checked_add(other.value)?, interval: self.interval.checked_add(other.interval)? })
    }

    pub(super) fn less(self, other: Figure) -> Result<Figure, Error> {
        Ok(Figure { value: self.value.checked_sub(other.value)?, interval: self.interval.checked_sub(other.interval)? })
    }

    pub(super) fn times(self, other: Figure) -> Result<Figure, Error> {
        Ok(Figure { value: self.value.checked_mul(other.value)?, interval: self.interval.checked_mul(other.interval)? })
    }

    pub(super) fn over(self, other: Figure) -> Result<Figure, Error> {
        // The interval first: its error says why the divisor will not do.
        let interval = self.interval.checked_div(other.interval)?;
        Ok(Figure { value: self.value.checked_div(other.value)?, interval })
    }

    pub(super) fn rounded(self, printed: Printed) -> Result<Figure, Error> {
        Ok(Figure { value: printed.print(self.value)?, interval: printed.print_all(self.interval)? })
    }
}
