//! Percentages.

use crate::error::Error;
use crate::exact::{Ratio, decimal};
use core::fmt;
use rust_decimal::Decimal;

/// An exact percentage: 8.5 stands for 8.5%.
///
/// Dutch: *percentage*. At most 26 decimals, so that the fraction is exact too.
///
/// ```
/// use taakgericht::exact::{Percent, Ratio};
/// let cut: Percent = Percent::parse("8.5")?;
/// assert_eq!(cut.ratio(), Ratio::new(17, 200)?);
/// assert_eq!(cut.to_string(), "8.5%");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent {
    per_hundred: Decimal,
    /// The same as a fraction; kept because every use multiplies by it.
    ratio: Ratio,
}

impl Percent {
    /// 100%.
    pub const WHOLE: Percent = Percent { per_hundred: Decimal::ONE_HUNDRED, ratio: Ratio::ONE };
    /// 0%.
    pub const ZERO: Percent = Percent { per_hundred: Decimal::ZERO, ratio: Ratio::ZERO };

    /// So many per hundred.
    ///
    /// # Errors
    /// `Overflow` when the fraction does not fit in 127 bits.
    pub fn new(per_hundred: Decimal) -> Result<Percent, Error> {
        let hundredth = Ratio::new(1, 100)?;
        let ratio = decimal::to_ratio(per_hundred)?.checked_mul(hundredth)?;
        Ok(Percent { per_hundred: per_hundred.normalize(), ratio })
    }

    /// The percentage that a share is: 17/200 is 8.5%.
    ///
    /// # Errors
    /// `Inexact` when its decimals do not end, or need more than 28 digits; `Overflow` out of range.
    pub fn from_ratio(share: Ratio) -> Result<Percent, Error> {
        Percent::new(decimal::from_ratio(share.checked_mul(Ratio::integer(100))?)?)
    }

    /// Reads a plain decimal number per hundred: `8.5`.
    ///
    /// # Errors
    /// `Unreadable` when the text is no plain decimal number; `Overflow` when it has too many digits.
    pub fn parse(text: &str) -> Result<Percent, Error> {
        Percent::new(decimal::parse(text)?)
    }

    /// The number per hundred.
    #[must_use]
    pub const fn per_hundred(self) -> Decimal {
        self.per_hundred
    }

    /// The exact fraction.
    #[must_use]
    pub const fn ratio(self) -> Ratio {
        self.ratio
    }

    /// Adds two percentages.
    ///
    /// # Errors
    /// `Inexact` when the sum needs more digits than a decimal has.
    pub fn checked_add(self, other: Percent) -> Result<Percent, Error> {
        Percent::new(decimal::add(self.per_hundred, other.per_hundred)?)
    }

    /// Takes a percentage off.
    ///
    /// # Errors
    /// `Inexact` when the difference needs more digits than a decimal has.
    pub fn checked_sub(self, other: Percent) -> Result<Percent, Error> {
        Percent::new(decimal::subtract(self.per_hundred, other.per_hundred)?)
    }

    /// Adds up a column of percentages.
    ///
    /// # Errors
    /// `Inexact` as for [`Percent::checked_add`].
    pub fn sum(percents: impl IntoIterator<Item = Percent>) -> Result<Percent, Error> {
        percents.into_iter().try_fold(Percent::ZERO, Percent::checked_add)
    }
}

/// `8.5%`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.per_hundred)
    }
}
