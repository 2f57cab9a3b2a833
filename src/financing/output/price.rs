//! A price in parts: at the start, at milestones, at the end; or an amount per period.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Method, Percent, Ratio, Split, Weights};
use alloc::format;
use alloc::vec::Vec;

/// In which parts the price of a trajectory is paid: at the start, at each milestone, at the end. They add up to 100%.
///
/// Dutch: *betaalmomenten*, *mijlpalen*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent};
/// use taakgericht::financing::output::PaymentPlan;
/// let plan = PaymentPlan::new(Percent::parse("30")?, vec![Percent::parse("33.4")?], Percent::parse("36.6")?)?;
/// let parts = plan.parts(Amount::from_cents(250_001))?;
/// assert_eq!(parts, [75_000, 83_501, 91_500].map(Amount::from_cents)); // every running total is the exact one, rounded
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentPlan {
    shares: Vec<Percent>,
}

impl PaymentPlan {
    /// All at the end.
    #[must_use]
    pub fn at_the_end() -> PaymentPlan {
        PaymentPlan { shares: Vec::from([Percent::ZERO, Percent::WHOLE]) }
    }

    /// A part at the start, one at each milestone, and one at the end.
    ///
    /// # Errors
    /// `OutOfRange` for a part outside 0% to 100%; `ScheduleSum` when they do not add up to 100%.
    pub fn new(start: Percent, milestones: Vec<Percent>, end: Percent) -> Result<PaymentPlan, Error> {
        let shares: Vec<Percent> = core::iter::once(start).chain(milestones).chain([end]).collect();
        if let Some(wrong) = shares.iter().find(|share| !(Percent::ZERO..=Percent::WHOLE).contains(*share)) {
            return Err(Error::new(Kind::OutOfRange, format!("a part of {wrong}"), "parts from 0% to 100%"));
        }
        let sum = shares.iter().try_fold(Ratio::ZERO, |sum, share| sum.checked_add(share.ratio()))?;
        if sum == Ratio::ONE {
            return Ok(PaymentPlan { shares });
        }
        let sum = Percent::from_ratio(sum)?;
        Err(Error::new(Kind::ScheduleSum, format!("the parts of the price add up to {sum}"), "100%"))
    }

    /// The parts: the start, the milestones, the end.
    #[must_use]
    pub fn shares(&self) -> &[Percent] {
        &self.shares
    }

    /// A price in these parts, in whole cents of which every running total is right.
    ///
    /// # Errors
    /// `OutOfRange` for a price below zero.
    pub fn parts(&self, price: Amount) -> Result<Vec<Amount>, Error> {
        if price < Amount::ZERO {
            return Err(Error::new(Kind::OutOfRange, format!("a price of {price}"), "a price of 0 or more"));
        }
        let shares: Vec<Ratio> = self.shares.iter().map(|share| share.ratio()).collect();
        Split::new(Method::Cumulative).divide(price, &Weights::from_ratios(&shares)?)
    }

    /// What is paid once so many moments have come: 1 is the start, and then each milestone, and the end.
    ///
    /// # Errors
    /// `OutOfRange` for more moments than there are; as for [`PaymentPlan::parts`].
    pub fn paid_after(&self, price: Amount, moments: usize) -> Result<Amount, Error> {
        let parts = self.parts(price)?;
        let paid = parts.get(..moments).ok_or_else(|| {
            let expected = format!("at most {}: the start, the milestones and the end", parts.len());
            Error::new(Kind::OutOfRange, format!("{moments} moments of payment"), expected)
        })?;
        Amount::sum(paid)
    }
}

/// What so many periods of a fixed amount come to (Dutch: *bedrag per periode*).
///
/// ```
/// use taakgericht::exact::Amount;
/// use taakgericht::financing::output::per_period;
/// assert_eq!(per_period(Amount::from_cents(41_250), 7)?, Amount::from_cents(288_750));
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `OutOfRange` for an amount below zero; `Overflow` out of range.
pub fn per_period(amount: Amount, periods: u32) -> Result<Amount, Error> {
    if amount < Amount::ZERO {
        return Err(Error::new(
            Kind::OutOfRange,
            format!("an amount of {amount} per period"),
            "an amount of 0 or more",
        ));
    }
    Amount::of_units(periods.into(), amount, "amount of all periods")
}

#[cfg(test)]
mod tests {
    use super::{PaymentPlan, per_period};
    use crate::exact::{Amount, Percent};
    use alloc::string::ToString;
    use alloc::vec;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    proptest! {
        #[test]
        fn the_parts_are_the_price(price in 0_i64..1_000_000_000, start in 0_i64..51, milestone in 0_i64..50) {
            let share = |number: i64| percent(&number.to_string());
            let plan = PaymentPlan::new(share(start), vec![share(milestone)], share(100 - start - milestone)).unwrap();
            let price = Amount::from_cents(price);
            prop_assert_eq!(plan.paid_after(price, 3), Ok(price));
            prop_assert_eq!(plan.paid_after(price, 0), Ok(Amount::ZERO));
        }
    }

    #[test]
    fn plans_that_cannot_be_are_errors() {
        let text = |start, end| PaymentPlan::new(percent(start), vec![], percent(end)).unwrap_err().to_string();
        assert_eq!(text("40", "50"), "the parts of the price add up to 90%, expected 100%.");
        assert_eq!(text("-10", "110"), "a part of -10%, expected parts from 0% to 100%.");
        let plan = PaymentPlan::at_the_end();
        assert_eq!(plan.paid_after(Amount::EURO, 1), Ok(Amount::ZERO));
        assert_eq!(
            plan.paid_after(Amount::EURO, 3).unwrap_err().to_string(),
            "3 moments of payment, expected at most 2: the start, the milestones and the end."
        );
        let negative = plan.parts(Amount::from_cents(-1)).unwrap_err().to_string();
        assert_eq!(negative, "a price of -0.01, expected a price of 0 or more.");
        let negative = per_period(Amount::from_cents(-1), 1).unwrap_err().to_string();
        assert_eq!(negative, "an amount of -0.01 per period, expected an amount of 0 or more.");
    }
}
