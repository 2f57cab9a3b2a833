//! Amounts before they are rounded.

use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, decimal};
use core::fmt;

/// An exact amount that need not be whole cents; it becomes an [`Amount`] only at a named rounding step.
///
/// Dutch: *onafgerond bedrag*. Held as an exact ratio of cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unrounded(Ratio);

impl Unrounded {
    /// Nothing.
    pub const ZERO: Unrounded = Unrounded(Ratio::ZERO);

    /// An exact number of cents.
    #[must_use]
    pub const fn from_cents(cents: Ratio) -> Unrounded {
        Unrounded(cents)
    }

    /// The exact number of cents.
    #[must_use]
    pub const fn cents(self) -> Ratio {
        self.0
    }

    /// A share of this amount.
    ///
    /// # Errors
    /// `Overflow` when the product does not fit.
    pub fn times(self, share: Ratio) -> Result<Unrounded, Error> {
        self.0.checked_mul(share).map(Unrounded)
    }

    /// A percentage of this amount.
    ///
    /// # Errors
    /// `Overflow` when the product does not fit.
    pub fn percent(self, percent: Percent) -> Result<Unrounded, Error> {
        self.times(percent.ratio())
    }

    /// Adds two unrounded amounts.
    ///
    /// # Errors
    /// `Overflow` when the sum does not fit.
    pub fn checked_add(self, other: Unrounded) -> Result<Unrounded, Error> {
        self.0.checked_add(other.0).map(Unrounded)
    }

    /// Takes an unrounded amount off.
    ///
    /// # Errors
    /// `Overflow` when the difference does not fit.
    pub fn checked_sub(self, other: Unrounded) -> Result<Unrounded, Error> {
        self.0.checked_sub(other.0).map(Unrounded)
    }
}

impl From<Amount> for Unrounded {
    fn from(amount: Amount) -> Unrounded {
        Unrounded(Ratio::integer(amount.cents()))
    }
}

/// Euros, in full where the decimals end (`0.005`), as a fraction of cents where they do not (`1/3 ct`).
impl fmt::Display for Unrounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let euros = Ratio::new(1, 100).and_then(|cent| self.0.checked_mul(cent)).and_then(decimal::from_ratio);
        match euros {
            Ok(euros) => write!(f, "{euros}"),
            Err(_) => write!(f, "{} ct", self.0),
        }
    }
}
