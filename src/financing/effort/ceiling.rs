//! Spending ceilings: when they are reached, what lies beyond, and who bears that.

use crate::error::{Error, Kind, POSITIONS};
use crate::exact::{Amount, Percent, Rounding, Unrounded};
use crate::financing::prove;
use crate::period::Date;
use alloc::format;
use alloc::vec::Vec;

/// The most that is paid for a period, and who bears what lies beyond.
///
/// Dutch: *bestedingsruimte*, *budgetplafond*. Source: `SOURCES.md#financing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Ceiling {
    /// The most.
    pub amount: Amount,
    /// What happens to care beyond it.
    pub beyond: Beyond,
}

/// Who bears care beyond a ceiling.
///
/// Dutch: *overschrijding van het plafond*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Beyond {
    /// The provider bears this share of all care beyond the ceiling; the municipality bears the rest.
    SharedByProvider(Percent),
    /// The provider bears care that began after the ceiling was reached; care that had begun is still paid.
    NewCareByProvider,
}

/// An amount of delivered care.
///
/// Dutch: *geleverde zorg*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedAmount {
    /// When it was delivered.
    pub delivered: Date,
    /// When the care that it is part of began.
    pub begun: Date,
    /// How much.
    pub amount: Amount,
}

/// What became of a ceiling.
///
/// Dutch: *benutting van het plafond*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CeilingUse {
    /// The first day on which more was delivered than the ceiling allows; `None` when it held.
    pub exhausted: Option<Date>,
    /// What was delivered in all.
    pub delivered: Amount,
    /// What lies beyond the ceiling.
    pub beyond: Amount,
    /// What the municipality pays.
    pub paid: Amount,
    /// What the provider bears.
    pub borne_by_provider: Amount,
}

impl Ceiling {
    /// What becomes of the ceiling when care is delivered, in any order of rows.
    ///
    /// ```
    /// use taakgericht::exact::Amount;
    /// use taakgericht::financing::effort::{Beyond, Ceiling, DatedAmount};
    /// use taakgericht::period::Date;
    /// let ceiling = Ceiling { amount: Amount::from_euros(100)?, beyond: Beyond::NewCareByProvider };
    /// let delivered = |day, begun, euros| -> Result<DatedAmount, taakgericht::Error> {
    ///     Ok(DatedAmount { delivered: Date::parse(day)?, begun: Date::parse(begun)?, amount: Amount::from_euros(euros)? })
    /// };
    /// let used = ceiling.used_by(&[
    ///     delivered("2026-03-31", "2026-01-05", 80)?,
    ///     delivered("2026-06-30", "2026-01-05", 50)?, // 30 beyond, of care that had begun
    ///     delivered("2026-09-30", "2026-07-01", 40)?, // new care
    /// ])?;
    /// assert_eq!(used.exhausted, Some(Date::parse("2026-06-30")?));
    /// assert_eq!((used.beyond, used.borne_by_provider), (Amount::from_euros(70)?, Amount::from_euros(40)?));
    /// assert_eq!(used.paid, Amount::from_euros(130)?);
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `OutOfRange` for a ceiling below zero, a share outside 0% to 100%, and care that was delivered before it began, with
    /// the row; `Overflow` out of range.
    pub fn used_by(&self, delivered: &[DatedAmount]) -> Result<CeilingUse, Error> {
        self.prove()?;
        prove_days(delivered)?;
        let mut in_order: Vec<&DatedAmount> = delivered.iter().collect();
        in_order.sort_by_key(|row| row.delivered);
        let exhausted = self.exhausted(&in_order)?;
        let all = Amount::sum(&delivered.iter().map(|row| row.amount).collect::<Vec<_>>())?;
        let beyond = self.excess(all)?;
        let borne_by_provider = match (self.beyond, exhausted) {
            (Beyond::SharedByProvider(share), _) => share_of(beyond, share)?,
            (Beyond::NewCareByProvider, Some(day)) => new_care(delivered, day)?.min(beyond),
            (Beyond::NewCareByProvider, None) => Amount::ZERO,
        };
        let paid = all.checked_sub(borne_by_provider)?;
        Ok(CeilingUse { exhausted, delivered: all, beyond, paid, borne_by_provider })
    }

    /// What the provider bears of care whose days are not known: only a shared excess can do without.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Percent};
    /// use taakgericht::financing::effort::{Beyond, Ceiling};
    /// let ceiling = |beyond| Ceiling { amount: Amount::EURO, beyond };
    /// let half = ceiling(Beyond::SharedByProvider(Percent::parse("50")?));
    /// assert_eq!(half.borne_without_days(Amount::from_euros(3)?)?, Amount::EURO);
    /// assert!(ceiling(Beyond::NewCareByProvider).borne_without_days(Amount::EURO).is_err());
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `OutOfRange` as for [`Ceiling::used_by`]; `Missing` when new care is for the provider; `Overflow` out of range.
    pub fn borne_without_days(&self, delivered: Amount) -> Result<Amount, Error> {
        self.prove()?;
        match self.beyond {
            Beyond::SharedByProvider(share) => share_of(self.excess(delivered)?, share),
            Beyond::NewCareByProvider => Err(no_days()),
        }
    }

    /// What lies beyond the ceiling.
    fn excess(&self, delivered: Amount) -> Result<Amount, Error> {
        Ok(delivered.checked_sub(self.amount)?.max(Amount::ZERO))
    }

    /// An amount that can be paid, and a share that can be borne.
    pub(in crate::financing) fn prove(&self) -> Result<(), Error> {
        if self.amount < Amount::ZERO {
            let found = format!("a ceiling of {}", self.amount);
            return Err(Error::new(Kind::OutOfRange, found, "a ceiling of 0 or more"));
        }
        match self.beyond {
            Beyond::NewCareByProvider => Ok(()),
            Beyond::SharedByProvider(share) => {
                let within = (Percent::ZERO..=Percent::WHOLE).contains(&share);
                prove::holds(
                    within,
                    format_args!("a share of {share} borne by the provider"),
                    "a share from 0% to 100%",
                )
            }
        }
    }

    /// The first day on which the running total passes the ceiling.
    fn exhausted(&self, in_order: &[&DatedAmount]) -> Result<Option<Date>, Error> {
        let mut total = Amount::ZERO;
        for day in in_order.chunk_by(|one, other| one.delivered == other.delivered) {
            let of_day = Amount::sum(&day.iter().map(|row| row.amount).collect::<Vec<_>>())?;
            total = total.checked_add(of_day)?;
            if total > self.amount {
                return Ok(day.first().map(|row| row.delivered));
            }
        }
        Ok(None)
    }
}

impl CeilingUse {
    /// Whether care that began on a day is new: it began after the ceiling was reached.
    #[must_use]
    pub fn is_new(&self, begun: Date) -> bool {
        self.exhausted.is_some_and(|day| begun > day)
    }
}

fn prove_days(delivered: &[DatedAmount]) -> Result<(), Error> {
    match delivered.iter().position(|row| row.delivered < row.begun) {
        None => Ok(()),
        Some(row) => {
            let found = format!("care that was delivered before it began ({POSITIONS})");
            Err(Error::new(Kind::OutOfRange, found, "care that began first").at_positions(Vec::from([row])))
        }
    }
}

fn no_days() -> Error {
    let found = "a ceiling beyond which new care is for the provider, and care without days";
    Error::new(Kind::Missing, found, "on which day each line was delivered and began").advise(
        "Fill the columns `delivered` and `begun`, or let the provider bear a share of all care beyond the ceiling.",
    )
}

fn share_of(beyond: Amount, share: Percent) -> Result<Amount, Error> {
    Ok(Rounding::HALF_UP_CENT.round(Unrounded::from(beyond).percent(share)?)?.amount)
}

/// What was delivered of care that began after a day.
fn new_care(delivered: &[DatedAmount], day: Date) -> Result<Amount, Error> {
    let new = delivered.iter().filter(|row| row.begun > day).map(|row| row.amount);
    Ok(Amount::sum(&new.collect::<Vec<_>>())?.max(Amount::ZERO))
}

#[cfg(test)]
mod tests {
    use super::{Beyond, Ceiling, DatedAmount};
    use crate::exact::{Amount, Percent};
    use crate::period::Date;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::collection::vec;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn day(number: usize) -> Date {
        let first = Date::parse("2026-01-01").unwrap();
        core::iter::successors(Some(first), |day| day.tomorrow().ok()).nth(number).unwrap()
    }

    fn rows(rows: &[(usize, usize, i64)]) -> Vec<DatedAmount> {
        let row = |&(delivered, begun, cents): &(usize, usize, i64)| DatedAmount {
            delivered: day(delivered),
            begun: day(begun),
            amount: Amount::from_cents(cents),
        };
        rows.iter().map(row).collect()
    }

    proptest! {
        /// Paid and borne are what was delivered, and the order of rows says nothing.
        #[test]
        fn nothing_is_lost(
            given in vec((0_usize..60, 0_usize..60, 0_i64..1000), 0..30), ceiling in 0_i64..10_000, share in 0_i64..101,
        ) {
            let given: Vec<_> = given.into_iter().map(|(a, b, cents)| (a.max(b), a.min(b), cents)).collect();
            let share = Percent::parse(&share.to_string()).unwrap();
            for beyond in [Beyond::NewCareByProvider, Beyond::SharedByProvider(share)] {
                let ceiling = Ceiling { amount: Amount::from_cents(ceiling), beyond };
                let used = ceiling.used_by(&rows(&given)).unwrap();
                let sum: i64 = given.iter().map(|row| row.2).sum();
                prop_assert_eq!(used.paid.cents() + used.borne_by_provider.cents(), sum);
                prop_assert_eq!(used.exhausted.is_some(), used.beyond > Amount::ZERO);
                let mut reversed = given.clone();
                reversed.reverse();
                prop_assert_eq!(ceiling.used_by(&rows(&reversed)).unwrap(), used);
            }
        }
    }

    #[test]
    fn what_cannot_be_is_an_error() {
        let text = |amount: i64, beyond, given: &[(usize, usize, i64)]| {
            Ceiling { amount: Amount::from_cents(amount), beyond }.used_by(&rows(given)).unwrap_err().to_string()
        };
        assert_eq!(text(-1, Beyond::NewCareByProvider, &[]), "a ceiling of -0.01, expected a ceiling of 0 or more.");
        let all_and_more = Beyond::SharedByProvider(Percent::parse("101").unwrap());
        assert_eq!(
            text(1, all_and_more, &[]),
            "a share of 101% borne by the provider, expected a share from 0% to 100%."
        );
        assert_eq!(
            text(1, Beyond::NewCareByProvider, &[(3, 3, 1), (1, 2, 1)]),
            "care that was delivered before it began (position 1), expected care that began first."
        );
    }
}
