//! Ranges of exact values, and arithmetic on them.
//!
//! Every operation gives the smallest range that holds all results, with its ends open or closed as they really are,
//! provided that its two operands vary independently.

use crate::budget::number;
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use alloc::format;
use core::fmt;

/// One end of an [`Interval`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct End {
    /// Where the interval ends.
    #[cfg_attr(feature = "serde", serde(serialize_with = "number::serialize"))]
    pub at: Ratio,
    /// Whether the end itself belongs to the interval.
    pub closed: bool,
}

impl End {
    /// An end that belongs to the interval.
    #[must_use]
    pub const fn closed(at: Ratio) -> End {
        End { at, closed: true }
    }

    /// An end that the interval approaches and does not reach.
    #[must_use]
    pub const fn open(at: Ratio) -> End {
        End { at, closed: false }
    }

    fn plus(self, other: End) -> Result<End, Error> {
        Ok(End { at: self.at.checked_add(other.at)?, closed: self.closed && other.closed })
    }

    fn opposite(self) -> Result<End, Error> {
        Ok(End { at: self.at.checked_neg()?, ..self })
    }

    fn inverse(self) -> Result<End, Error> {
        Ok(End { at: Ratio::ONE.checked_div(self.at)?, ..self })
    }

    /// A corner of a product. A zero that is reached gives zero whatever it is multiplied by, so the other end need not
    /// be reached.
    fn times(self, other: End) -> Result<End, Error> {
        let reached_zero = |end: End| end.closed && end.at == Ratio::ZERO;
        Ok(End {
            at: self.at.checked_mul(other.at)?,
            closed: (self.closed && other.closed) || reached_zero(self) || reached_zero(other),
        })
    }
}

/// All exact values that a figure may stand for.
///
/// Dutch: *interval*. Never empty; both ends are finite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Interval {
    low: End,
    high: End,
}

impl Interval {
    /// All values between two ends.
    ///
    /// # Errors
    /// `OutOfRange` when no value lies between them.
    pub fn new(low: End, high: End) -> Result<Interval, Error> {
        let interval = Interval { low, high };
        if low.at < high.at || (low.at == high.at && low.closed && high.closed) {
            Ok(interval)
        } else {
            let found = format!("the empty interval {interval}");
            Err(Error::new(Kind::OutOfRange, found, "a low end below the high end"))
        }
    }

    /// One exact value.
    #[must_use]
    pub const fn point(at: Ratio) -> Interval {
        Interval { low: End::closed(at), high: End::closed(at) }
    }

    /// The lower end.
    #[must_use]
    pub const fn low(self) -> End {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub const fn high(self) -> End {
        self.high
    }

    /// Whether a value belongs to it.
    #[must_use]
    pub fn contains(self, value: Ratio) -> bool {
        self.meets(Interval::point(value))
    }

    /// Whether some value belongs to both.
    #[must_use]
    pub fn meets(self, other: Interval) -> bool {
        starts_before_end(self.low, other.high) && starts_before_end(other.low, self.high)
    }

    /// What of it is not below `floor`.
    ///
    /// # Errors
    /// `OutOfRange` when all of it is below.
    pub fn at_least(self, floor: Ratio) -> Result<Interval, Error> {
        if floor > self.low.at { Interval::new(End::closed(floor), self.high) } else { Ok(self) }
    }

    /// What of it is not above `ceiling`.
    ///
    /// # Errors
    /// `OutOfRange` when all of it is above.
    pub fn at_most(self, ceiling: Ratio) -> Result<Interval, Error> {
        if ceiling < self.high.at { Interval::new(self.low, End::closed(ceiling)) } else { Ok(self) }
    }

    /// How far two intervals lie apart: zero when they meet, and also when an open end merely touches the other.
    ///
    /// # Errors
    /// `Overflow` when the difference does not fit.
    pub fn distance(self, other: Interval) -> Result<Ratio, Error> {
        let above = self.low.at.checked_sub(other.high.at)?;
        let below = other.low.at.checked_sub(self.high.at)?;
        Ok(above.max(below).max(Ratio::ZERO))
    }

    /// All sums of a value of one and a value of the other.
    ///
    /// # Errors
    /// `Overflow` when an end does not fit.
    pub fn checked_add(self, other: Interval) -> Result<Interval, Error> {
        Ok(Interval { low: self.low.plus(other.low)?, high: self.high.plus(other.high)? })
    }

    /// All differences.
    ///
    /// # Errors
    /// `Overflow` when an end does not fit.
    pub fn checked_sub(self, other: Interval) -> Result<Interval, Error> {
        self.checked_add(other.checked_neg()?)
    }

    /// All opposite values.
    ///
    /// # Errors
    /// `Overflow` when an end does not fit.
    pub fn checked_neg(self) -> Result<Interval, Error> {
        Ok(Interval { low: self.high.opposite()?, high: self.low.opposite()? })
    }

    /// All products. With a point as the other interval this scales.
    ///
    /// # Errors
    /// `Overflow` when an end does not fit.
    pub fn checked_mul(self, other: Interval) -> Result<Interval, Error> {
        let corners = [
            self.low.times(other.low)?,
            self.low.times(other.high)?,
            self.high.times(other.low)?,
            self.high.times(other.high)?,
        ];
        // A product is straight in each factor, so its extremes lie in the corners.
        let places = corners.map(|corner| corner.at);
        let low = places.iter().copied().fold(places[0], Ratio::min);
        let high = places.iter().copied().fold(places[0], Ratio::max);
        let end = |at| End { at, closed: corners.iter().any(|corner| corner.at == at && corner.closed) };
        Ok(Interval { low: end(low), high: end(high) })
    }

    /// All quotients.
    ///
    /// # Errors
    /// `OutOfRange` when the divisor reaches or touches zero; `Overflow` when an end does not fit.
    pub fn checked_div(self, other: Interval) -> Result<Interval, Error> {
        if other.low.at <= Ratio::ZERO && other.high.at >= Ratio::ZERO {
            let found = format!("a division by a figure in {other}");
            return Err(Error::new(Kind::OutOfRange, found, "a divisor that cannot come near zero"));
        }
        let inverse = Interval { low: other.high.inverse()?, high: other.low.inverse()? };
        self.checked_mul(inverse)
    }
}

/// Whether an interval that starts at `low` has begun before one that stops at `high` has ended.
fn starts_before_end(low: End, high: End) -> bool {
    low.at < high.at || (low.at == high.at && low.closed && high.closed)
}

/// `[1103500, 1104500)`: a bracket where the end belongs to it, a parenthesis where it does not.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (opening, closing) = (if self.low.closed { '[' } else { '(' }, if self.high.closed { ']' } else { ')' });
        let (low, high) = (number::plain(self.low.at), number::plain(self.high.at));
        write!(f, "{opening}{low}, {high}{closing}")
    }
}
