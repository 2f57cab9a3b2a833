//! Trajectories that are not finished: what they are worth, and what of that was not paid yet.

use super::price::PaymentPlan;
use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio, Rounded, Rounding, Unrounded};
use alloc::format;

/// How far a trajectory is, on the day of the balance sheet.
///
/// Dutch: *voortgang*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What of the work is done: from 0 to 1, such as 45 of 120 days.
    pub done: Ratio,
    /// How many moments of payment have come.
    pub moments: usize,
}

/// A trajectory as it is valued.
///
/// Dutch: *onderhanden werk*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Valued {
    /// What the work that is done is worth, rounded half up to the cent.
    pub earned: Rounded,
    /// What was paid.
    pub paid: Amount,
    /// Earned less paid: above zero the municipality still owes it, below zero it paid ahead.
    pub in_progress: Amount,
}

/// Values a trajectory of a price that is not finished.
///
/// Dutch: *waardering onderhanden werk*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Ratio};
/// use taakgericht::financing::output::{PaymentPlan, Progress, work_in_progress};
/// let plan = PaymentPlan::new(Percent::parse("30")?, vec![], Percent::parse("70")?)?;
/// let valued = work_in_progress(Amount::from_euros(2_400)?, &plan, Progress { done: Ratio::new(45, 120)?, moments: 1 })?;
/// assert_eq!(valued.in_progress, Amount::from_euros(180)?); // 900 earned, 720 paid at the start
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `OutOfRange` for work of less than nothing or more than all; as for [`PaymentPlan::paid_after`].
pub fn work_in_progress(price: Amount, plan: &PaymentPlan, progress: Progress) -> Result<Valued, Error> {
    if !(Ratio::ZERO..=Ratio::ONE).contains(&progress.done) {
        let found = format!("{} of the work done", progress.done);
        return Err(Error::new(Kind::OutOfRange, found, "from 0 to 1"));
    }
    let paid = plan.paid_after(price, progress.moments)?;
    let earned = Rounding::HALF_UP_CENT.round(Unrounded::from(price).times(progress.done)?)?;
    Ok(Valued { earned, paid, in_progress: earned.amount.checked_sub(paid)? })
}

#[cfg(test)]
mod tests {
    use super::{Progress, work_in_progress};
    use crate::exact::{Amount, Ratio};
    use crate::financing::output::PaymentPlan;
    use alloc::string::ToString;

    #[test]
    fn what_is_finished_and_paid_is_nothing_in_progress() {
        let plan = PaymentPlan::at_the_end();
        let of = |above, below, moments| {
            let progress = Progress { done: Ratio::new(above, below).unwrap(), moments };
            work_in_progress(Amount::EURO, &plan, progress)
        };
        assert_eq!(of(1, 1, 2).unwrap().in_progress, Amount::ZERO);
        assert_eq!(of(1, 3, 1).unwrap().in_progress, Amount::from_cents(33));
        assert_eq!(of(0, 1, 2).unwrap().in_progress, Amount::from_cents(-100));
        assert_eq!(of(3, 2, 1).unwrap_err().to_string(), "3/2 of the work done, expected from 0 to 1.");
    }
}
