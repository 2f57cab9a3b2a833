//! How much wages and prices weigh in an index.

use crate::error::{Error, Kind};
use crate::exact::{Percent, Ratio};
use crate::financing::prove;
use alloc::format;

/// How much wages and prices rise in a year.
///
/// Dutch: *OVA* (overheidsbijdrage in de arbeidskostenontwikkeling) and *PPC* (prijs particuliere consumptie). Source:
/// `SOURCES.md#financing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Figures {
    /// The rise of wages. Dutch: *OVA*.
    pub wages: Percent,
    /// The rise of prices. Dutch: *PPC*.
    pub prices: Percent,
}

impl Figures {
    /// Proves that wages and prices do not vanish.
    pub(super) fn prove(self) -> Result<(), Error> {
        prove::change("a rise of wages", self.wages)?;
        prove::change("a rise of prices", self.prices)
    }
}

/// The weights of wages and prices; they add up to 100%.
///
/// Dutch: *weging*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::Percent;
/// use taakgericht::financing::index::{Basket, Figures};
/// let basket = Basket::new(Percent::parse("90")?, Percent::parse("10")?)?;
/// let provisional = Figures { wages: Percent::parse("4.18")?, prices: Percent::parse("1.82")? };
/// assert_eq!(basket.weigh(provisional)?.to_string(), "3.944%");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Basket {
    wages: Percent,
    prices: Percent,
}

impl Basket {
    /// Weights of 0% or more, of wages and of prices.
    ///
    /// # Errors
    /// `OutOfRange` for a weight that is not from 0% to 100%; `KeySum` when they do not add up to 100%.
    pub fn new(wages: Percent, prices: Percent) -> Result<Basket, Error> {
        prove::share("a weight of wages", wages)?;
        prove::share("a weight of prices", prices)?;
        let sum = wages.checked_add(prices)?;
        if sum == Percent::WHOLE {
            return Ok(Basket { wages, prices });
        }
        let found = format!("the weights of wages, {wages}, and of prices, {prices}, add up to {sum}");
        Err(Error::new(Kind::KeySum, found, "100%"))
    }

    /// The weight of wages.
    #[must_use]
    pub const fn wages(self) -> Percent {
        self.wages
    }

    /// The weight of prices.
    #[must_use]
    pub const fn prices(self) -> Percent {
        self.prices
    }

    /// The weighted mean of the rise of wages and of prices, exact.
    ///
    /// # Errors
    /// `Inexact` or `Overflow` when the figures have too many digits.
    pub fn weigh(self, figures: Figures) -> Result<Percent, Error> {
        Percent::from_ratio(self.weigh_ratios(figures.wages.ratio(), figures.prices.ratio())?)
    }

    /// The same for rises that need not have decimals that end.
    pub(super) fn weigh_ratios(self, wages: Ratio, prices: Ratio) -> Result<Ratio, Error> {
        self.wages.ratio().checked_mul(wages)?.checked_add(self.prices.ratio().checked_mul(prices)?)
    }
}

#[cfg(test)]
mod tests {
    use super::Basket;
    use crate::exact::Percent;
    use alloc::string::ToString;

    #[test]
    fn weights_are_shares_of_one_whole() {
        let cases = [
            ("90", "9", "the weights of wages, 90%, and of prices, 9%, add up to 99%, expected 100%."),
            ("110", "-10", "a weight of wages of 110%, expected a share from 0% to 100%."),
            ("100", "-0.1", "a weight of prices of -0.1%, expected a share from 0% to 100%."),
        ];
        for (wages, prices, text) in cases {
            let error = Basket::new(Percent::parse(wages).unwrap(), Percent::parse(prices).unwrap()).unwrap_err();
            assert_eq!(error.to_string(), text);
        }
        assert!(Basket::new(Percent::WHOLE, Percent::ZERO).is_ok());
    }
}
