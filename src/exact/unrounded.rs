//! Amounts before they are rounded.

use crate::error::Error;
use crate::exact::unplaced::multiple;
use crate::exact::{Amount, Percent, Ratio, decimal};
use core::fmt;

/// An exact amount that need not be whole cents; it becomes an [`Amount`] only at a named rounding step.
///
/// Dutch: *onafgerond bedrag*. Held as whole cents and a fraction of a cent, so that a large amount may be a fine fraction too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unrounded {
    // The order of the fields is the order of amounts.
    /// The cents, rounded down.
    whole: i128,
    /// What is left: 0 ≤ rest < 1.
    rest: Ratio,
}

impl Unrounded {
    /// Nothing.
    pub const ZERO: Unrounded = Unrounded { whole: 0, rest: Ratio::ZERO };

    /// An exact number of cents.
    #[must_use]
    pub fn from_cents(cents: Ratio) -> Unrounded {
        let (whole, rest) = cents.floor_and_rest();
        Unrounded { whole, rest }
    }

    /// Whole cents and a rest of at least 0 and less than 1.
    pub(crate) const fn from_parts(whole: i128, rest: Ratio) -> Unrounded {
        Unrounded { whole, rest }
    }

    /// The exact number of cents as one fraction.
    ///
    /// # Errors
    /// `Overflow` when one fraction does not hold it; [`Unrounded::whole_cents`] and [`Unrounded::rest`] always do.
    pub fn cents(self) -> Result<Ratio, Error> {
        Ratio::new(self.whole, 1)?.checked_add(self.rest)
    }

    /// The cents, rounded down: -1 for a third of a cent that is owed.
    #[must_use]
    pub const fn whole_cents(self) -> i128 {
        self.whole
    }

    /// What is left of a cent: at least 0 and less than 1.
    #[must_use]
    pub const fn rest(self) -> Ratio {
        self.rest
    }

    /// A share of this amount.
    ///
    /// # Errors
    /// `Overflow` when the product does not fit.
    pub fn times(self, share: Ratio) -> Result<Unrounded, Error> {
        if share == Ratio::ONE {
            return Ok(self);
        }
        let (whole, rest) = multiple(share, self.whole).ok_or_else(too_large)?;
        let rest = i128::try_from(rest).map_err(|_| too_large())?;
        let of_whole = Unrounded { whole, rest: Ratio::new(rest, share.denominator())? };
        if self.rest == Ratio::ZERO {
            return Ok(of_whole);
        }
        of_whole.checked_add(Unrounded::from_cents(self.rest.checked_mul(share)?))
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
        let whole = self.whole.checked_add(other.whole).ok_or_else(too_large)?;
        // Only where both have a part of a cent there is something to carry.
        if self.rest == Ratio::ZERO || other.rest == Ratio::ZERO {
            let rest = if self.rest == Ratio::ZERO { other.rest } else { self.rest };
            return Ok(Unrounded { whole, rest });
        }
        let (carry, rest) = self.rest.checked_add(other.rest)?.floor_and_rest();
        Ok(Unrounded { whole: whole.checked_add(carry).ok_or_else(too_large)?, rest })
    }

    /// Takes an unrounded amount off.
    ///
    /// # Errors
    /// `Overflow` when the difference does not fit.
    pub fn checked_sub(self, other: Unrounded) -> Result<Unrounded, Error> {
        let (whole, rest) = other.rest.checked_neg()?.floor_and_rest();
        let opposite = other.whole.checked_neg().and_then(|opposite| opposite.checked_add(whole));
        self.checked_add(Unrounded { whole: opposite.ok_or_else(too_large)?, rest })
    }
}

fn too_large() -> Error {
    Error::overflow("exact amount", "whole cents of at most 127 bits")
}

impl From<Amount> for Unrounded {
    fn from(amount: Amount) -> Unrounded {
        Unrounded { whole: amount.cents().into(), rest: Ratio::ZERO }
    }
}

/// Euros, in full where the decimals end (`0.005`), as a fraction of cents where they do not (`1/3 ct`), and as cents with a
/// fraction where one fraction does not hold it (`12 + 1/3 ct`).
impl fmt::Display for Unrounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(cents) = self.cents() else {
            return write!(f, "{} + {} ct", self.whole, self.rest);
        };
        let euros = Ratio::new(1, 100).and_then(|cent| cents.checked_mul(cent)).and_then(decimal::from_ratio);
        match euros {
            Ok(euros) => write!(f, "{euros}"),
            Err(_) => write!(f, "{cents} ct"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Unrounded;
    use crate::exact::{Amount, Ratio};
    use alloc::string::ToString;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    proptest! {
        /// Where one fraction holds everything, amounts are that fraction.
        #[test]
        fn amounts_agree_with_fractions(
            a in any::<i32>(), b in 1_i32..1000, c in any::<i32>(), d in 1_i32..1000, share in -50_i32..50,
        ) {
            let ratio = |above: i32, below: i32| Ratio::new(above.into(), below.into()).unwrap();
            let (first, second, share) = (ratio(a, b), ratio(c, d), ratio(share, 7));
            let exact = Unrounded::from_cents;
            prop_assert_eq!(exact(first).checked_add(exact(second)), first.checked_add(second).map(exact));
            prop_assert_eq!(exact(first).checked_sub(exact(second)), first.checked_sub(second).map(exact));
            prop_assert_eq!(exact(first).times(share), first.checked_mul(share).map(exact));
            prop_assert_eq!(exact(first).cmp(&exact(second)), first.cmp(&second));
            prop_assert_eq!(exact(first).cents(), Ok(first));
        }
    }

    #[test]
    fn a_large_amount_may_be_a_fine_fraction() {
        let fine = Ratio::new(1, (1 << 120) + 1).unwrap();
        let amount = Unrounded::from(Amount::MAX).checked_add(Unrounded::from_cents(fine)).unwrap();
        assert_eq!((amount.whole_cents(), amount.rest()), (i64::MAX.into(), fine));
        assert!(amount.cents().is_err());
        assert_eq!(amount.checked_sub(Amount::MAX.into()), Ok(Unrounded::from_cents(fine)));
        let share = Ratio::new(1 << 100, (1 << 110) + 1).unwrap();
        assert_eq!(Unrounded::from(Amount::MAX).times(share).unwrap().whole_cents(), i128::from(i64::MAX >> 10));
        assert_eq!(Unrounded::from_cents(Ratio::new(-1, 3).unwrap()).whole_cents(), -1);
        let text = Unrounded::from(Amount::MIN).checked_sub(Unrounded::from_cents(fine)).unwrap().to_string();
        assert!(text.starts_with("-9223372036854775809 + ") && text.ends_with(" ct"), "{text}");
    }
}
