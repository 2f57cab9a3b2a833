//! The share of a stream that goes to personal budgets: exact, as printed, or implied by a printed amount.

use super::outcome::Derived;
use crate::budget::number::percentage;
use crate::budget::printed::{End, Interval, Printed, PrintedPercent};
use crate::error::{Error, Kind, POSITIONS};
use crate::exact::{Amount, Mode, Ratio, Rounding, Unrounded};
use alloc::format;

/// How much of what is left for care of the AWBZ stream goes to personal budgets.
///
/// Dutch: *pgb-aandeel*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum PgbShare {
    /// The exact share.
    Exact(Ratio),
    /// The share as a table prints it; the amount can miss by the rounding of the share, so its range is reported.
    Printed(PrintedPercent),
    /// The amount of the personal budgets itself, because the share was not published; its implied share is reported.
    Amount(Amount),
}

/// The amounts that a printed share allows, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PgbRange {
    /// The least amount.
    pub lowest: Amount,
    /// The most amount.
    pub highest: Amount,
}

impl PgbRange {
    /// Whether the printed share allows this amount.
    #[must_use]
    pub fn contains(self, amount: Amount) -> bool {
        (self.lowest..=self.highest).contains(&amount)
    }
}

impl PgbShare {
    /// The personal budgets, when `care` is left of the AWBZ stream.
    pub(super) fn pgb_out_of(self, care: Unrounded, rounding: Rounding) -> Result<Derived, Error> {
        match self {
            PgbShare::Exact(share) => Derived::rounded(care.times(in_range(share)?)?, rounding),
            PgbShare::Printed(share) => Derived::rounded(care.times(in_range(share.percent().ratio())?)?, rounding),
            PgbShare::Amount(amount) => at_most(amount, care, rounding).map(Derived::given),
        }
    }

    /// The amounts that a printed share allows.
    pub(super) fn range(self, care: Unrounded, rounding: Rounding) -> Result<Option<PgbRange>, Error> {
        match self {
            PgbShare::Printed(share) => allowed(share, care, rounding).map(Some),
            PgbShare::Exact(_) | PgbShare::Amount(_) => Ok(None),
        }
    }
}

/// The share that an amount stands for.
pub(super) fn implied(pgb: Amount, care: Unrounded) -> Result<Option<Ratio>, Error> {
    if care == Unrounded::ZERO {
        return Ok(None);
    }
    Unrounded::from(pgb).cents()?.checked_div(care.cents()?).map(Some)
}

fn in_range(share: Ratio) -> Result<Ratio, Error> {
    if (Ratio::ZERO..=Ratio::ONE).contains(&share) {
        return Ok(share);
    }
    let found = format!("the pgb share of {POSITIONS} is {}", percentage(share));
    Err(Error::new(Kind::OutOfRange, found, "a share from 0% to 100%"))
}

/// A given amount is at most all that is left for care, rounded up as its table may have done.
fn at_most(amount: Amount, care: Unrounded, rounding: Rounding) -> Result<Amount, Error> {
    let most = Rounding::new(Mode::Up, rounding.unit())?.round(care)?.amount;
    if (Amount::ZERO..=most).contains(&amount) {
        return Ok(amount);
    }
    let found = format!("the PGB of {POSITIONS} is {amount}");
    Err(Error::new(Kind::OutOfRange, found, format!("an amount from 0.00 to {most}")))
}

/// What the shares that print alike give, rounded: the amounts are printed as well, in the unit of their rounding.
fn allowed(share: PrintedPercent, care: Unrounded, rounding: Rounding) -> Result<PgbRange, Error> {
    let shares = share.shares()?.at_most(Ratio::ONE)?; // no share is above the whole
    let amounts = shares.checked_mul(Interval::point(care.cents()?))?;
    let printed = Printed::new(Ratio::integer(rounding.unit().cents()), rounding.mode())?;
    let amounts = printed.print_all(amounts)?;
    Ok(PgbRange { lowest: reached(amounts.low(), rounding)?, highest: reached(amounts.high(), rounding)? })
}

/// An end of the range as an amount. Every rounding reaches its ends; where nothing is rounded, they need not be amounts.
fn reached(end: End, rounding: Rounding) -> Result<Amount, Error> {
    let amount = Rounding::new(Mode::Exact, rounding.unit())?.round(Unrounded::from_cents(end.at))?.amount;
    if end.closed {
        return Ok(amount);
    }
    Err(Error::new(Kind::Inexact, format!("amounts up to {amount} and not that amount itself"), "a last amount")
        .advise("Declare a rounding mode."))
}

#[cfg(test)]
mod tests {
    use super::allowed;
    use crate::budget::PrintedPercent;
    use crate::exact::{Amount, Percent, Rounding, Unrounded};

    #[test]
    fn a_printed_100_percent_ends_at_the_whole() {
        let percent = |text| Percent::parse(text).unwrap();
        let share = PrintedPercent::new(percent("100"), percent("1")).unwrap();
        let care = Unrounded::from(Amount::from_euros(1_000).unwrap());
        let range = allowed(share, care, Rounding::HALF_UP_EURO).unwrap();
        let euros = |euros| Amount::from_euros(euros).unwrap();
        assert_eq!((range.lowest, range.highest), (euros(995), euros(1_000)));
        let nothing = allowed(share, Unrounded::ZERO, Rounding::HALF_UP_EURO).unwrap();
        assert_eq!((nothing.lowest, nothing.highest), (Amount::ZERO, Amount::ZERO));
    }
}
