//! What reported care would have cost: to compare, never to pay.

use super::corridor::Corridor;
use super::settlement::Settlement;
use crate::error::Error;
use crate::exact::{Amount, Ratio, Rounding, Unrounded};
use crate::financing::prove;
use alloc::format;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;

/// What a provider reports to have done under a task: nothing is declared, so nothing of it is an invoice.
///
/// Dutch: *geleverde inzet*, *productieverantwoording*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ReportedVolume {
    /// What was done.
    pub product: String,
    /// How many units; 0 or more.
    pub volume: Ratio,
    /// What a unit would cost if it were paid by effort; 0 or more.
    pub tariff: Amount,
}

/// What reported care would have cost by effort: S = ΣP·Q. It can never be paid out (`shadow_is_never_paid`).
///
/// It is no [`Amount`] and does not become one: it is shown, compared with one, and settled against a lump sum.
/// Dutch: *schaduwkosten*, *schaduw-P×Q*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Ratio};
/// use taakgericht::financing::task::{ReportedVolume, ShadowCost};
/// let hours = ReportedVolume {
///     product: "ambulant".into(),
///     volume: Ratio::new(3, 2)?,
///     tariff: Amount::from_cents(8_725),
/// };
/// let shadow = ShadowCost::of_volumes(&[hours])?;
/// assert_eq!(shadow.to_string(), "130.875");
/// assert!(shadow < Amount::from_euros(131)?);
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// Neither of these compiles:
/// ```compile_fail,E0308
/// use taakgericht::exact::Amount;
/// use taakgericht::financing::task::ShadowCost;
/// let paid: Amount = ShadowCost::ZERO;
/// ```
/// ```compile_fail,E0277
/// use taakgericht::exact::Amount;
/// use taakgericht::financing::task::ShadowCost;
/// let paid: Amount = ShadowCost::ZERO.into();
/// ```
/// Nor does this, by which a rounding would make it payable:
/// ```compile_fail,E0277
/// use taakgericht::exact::Unrounded;
/// use taakgericht::financing::task::ShadowCost;
/// let payable: Unrounded = ShadowCost::ZERO.into();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct ShadowCost(Unrounded);

impl ShadowCost {
    /// Nothing was reported.
    pub const ZERO: ShadowCost = ShadowCost(Unrounded::ZERO);

    /// The cost of reported volumes at their tariffs; nothing is rounded.
    ///
    /// # Errors
    /// `OutOfRange` for a volume or a tariff below zero; `Overflow` when the sum does not fit in 127 bits.
    pub fn of_volumes(reported: &[ReportedVolume]) -> Result<ShadowCost, Error> {
        reported.iter().try_fold(ShadowCost::ZERO, |sum, line| {
            let cost = line.cost().map_err(|error| error.within(format!("product \"{}\"", line.product)))?;
            sum.checked_add(cost)
        })
    }

    /// The cost of lines that were reckoned by the rules for effort, credits included.
    ///
    /// # Errors
    /// `Overflow` when the sum is out of range.
    pub fn of_lines(lines: &[Amount]) -> Result<ShadowCost, Error> {
        Ok(ShadowCost(Amount::sum(lines)?.into()))
    }

    /// Adds two shadow costs, such as those of two quarters.
    ///
    /// # Errors
    /// `Overflow` when the sum does not fit in 127 bits.
    pub fn checked_add(self, other: ShadowCost) -> Result<ShadowCost, Error> {
        self.0.checked_add(other.0).map(ShadowCost)
    }

    /// Settles a lump sum: what is paid is the lump sum, and the shares of the corridor in what deviates from it.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Percent, Rounding};
    /// use taakgericht::financing::task::{Corridor, ShadowCost};
    /// let corridor = Corridor::flat(Percent::parse("5")?, Percent::parse("50")?)?;
    /// let shadow = ShadowCost::of_lines(&[Amount::from_euros(10_800_000)?])?;
    /// let settled = shadow.settle_against(&corridor, Amount::from_euros(10_000_000)?, Rounding::HALF_UP_CENT)?;
    /// assert_eq!(settled.paid.to_string(), "10150000.00");
    /// assert_eq!(settled.provider_result()?.to_string(), "-650000");
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `OutOfRange` for a lump sum or a shadow cost below zero; `Inexact` and `Overflow` as for [`Rounding::round`].
    pub fn settle_against(
        self,
        corridor: &Corridor,
        lump_sum: Amount,
        rounding: Rounding,
    ) -> Result<Settlement, Error> {
        Settlement::new(corridor, lump_sum, self, rounding)
    }

    /// A cost that was reckoned exactly elsewhere in financing.
    pub(in crate::financing) const fn of_exact(cost: Unrounded) -> ShadowCost {
        ShadowCost(cost)
    }

    /// Its number, for what is reckoned inside this module.
    pub(super) const fn exact(self) -> Unrounded {
        self.0
    }
}

impl ReportedVolume {
    fn cost(&self) -> Result<ShadowCost, Error> {
        let volume = self.volume;
        prove::holds(volume >= Ratio::ZERO, format_args!("a volume of {volume}"), "0 or more")?;
        prove::not_negative("a tariff", self.tariff)?;
        Unrounded::from(self.tariff).times(volume).map(ShadowCost)
    }
}

impl PartialEq<Amount> for ShadowCost {
    fn eq(&self, amount: &Amount) -> bool {
        self.0 == (*amount).into()
    }
}

impl PartialOrd<Amount> for ShadowCost {
    fn partial_cmp(&self, amount: &Amount) -> Option<Ordering> {
        Some(self.0.cmp(&(*amount).into()))
    }
}

/// Euros, exact, as [`Unrounded`] shows them.
impl fmt::Display for ShadowCost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ShadowCost {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{ReportedVolume, ShadowCost};
    use crate::exact::{Amount, Ratio, Unrounded};
    use alloc::string::ToString;

    /// Whoever adds a conversion makes the trait below ambiguous, and this file does not compile any more.
    #[test]
    fn shadow_is_never_paid() {
        trait NotInto<Which> {
            fn proved() {}
        }
        struct Payable<T>(T);
        impl<T> NotInto<()> for T {}
        impl<T: Into<Amount>> NotInto<Payable<Amount>> for T {}
        impl<T: Into<Unrounded>> NotInto<Payable<Unrounded>> for T {}
        impl<T: Into<Ratio>> NotInto<Payable<Ratio>> for T {}
        impl<T: Into<i64>> NotInto<Payable<i64>> for T {}
        <ShadowCost as NotInto<_>>::proved();
        assert!(ShadowCost::of_lines(&[Amount::CENT]).unwrap() == Amount::CENT); // compared, it may be
    }

    fn reported(volume: (i128, i128), tariff: i64) -> ReportedVolume {
        let volume = Ratio::new(volume.0, volume.1).unwrap();
        ReportedVolume { product: "ambulant".into(), volume, tariff: Amount::from_cents(tariff) }
    }

    #[test]
    fn volumes_times_tariffs_are_exact() {
        let shadow = ShadowCost::of_volumes(&[reported((3, 2), 8_725), reported((1, 3), 100)]).unwrap();
        assert_eq!(shadow.to_string(), "78725/6 ct"); // 13087.5 + 33 1/3 cents
        assert!(shadow > Amount::from_cents(13_120) && shadow < Amount::from_cents(13_121));
        let credited = ShadowCost::of_lines(&[8_725, 10_000, -8_725].map(Amount::from_cents)).unwrap();
        assert_eq!(credited.to_string(), "100");
    }

    #[test]
    fn nothing_below_zero_is_reported() {
        let refused = |line| ShadowCost::of_volumes(&[line]).unwrap_err().to_string();
        assert_eq!(refused(reported((-1, 2), 100)), "product \"ambulant\": a volume of -1/2, expected 0 or more.");
        assert_eq!(refused(reported((1, 2), -100)), "product \"ambulant\": a tariff of -1, expected 0 or more.");
    }
}
