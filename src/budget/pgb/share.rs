//! The share of a stream that goes to personal budgets: exact, as printed, or implied by a printed amount.

use super::outcome::Derived;
use crate::budget::PrintedPercent;
use crate::budget::printed::shown;
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
    Unrounded::from(pgb).cents().checked_div(care.cents()).map(Some)
}

fn in_range(share: Ratio) -> Result<Ratio, Error> {
    if (Ratio::ZERO..=Ratio::ONE).contains(&share) {
        return Ok(share);
    }
    let found = format!("the pgb share of {POSITIONS} is {}", shown(share));
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

fn allowed(share: PrintedPercent, care: Unrounded, rounding: Rounding) -> Result<PgbRange, Error> {
    let (lowest, above) = share.borders()?;
    let highest = if above > Ratio::ONE || care == Unrounded::ZERO {
        rounding.round(care)?.amount // no share is above the whole
    } else {
        highest_below(care.times(above)?, rounding)?
    };
    Ok(PgbRange { lowest: rounding.round(care.times(lowest)?)?.amount, highest })
}

/// What amounts just below `border` round to. The border itself may already round to more: it does not print like the share.
fn highest_below(border: Unrounded, rounding: Rounding) -> Result<Amount, Error> {
    // Every mode changes its answer only at multiples of half a unit, so all amounts between the border and the multiple
    // below it round alike; the middle of the two is one of them.
    let half = Ratio::new(1, 2)?;
    let half_unit = Ratio::integer(rounding.unit().cents()).checked_mul(half)?;
    let (floor, rest) = border.cents().checked_div(half_unit)?.floor_and_rest();
    let above = if rest == Ratio::ZERO { Ratio::ONE } else { rest };
    let below = Ratio::new(floor, 1)?.checked_add(rest)?.checked_sub(above)?;
    let middle = below.checked_add(above.checked_mul(half)?)?;
    let middle = Unrounded::from_cents(middle.checked_mul(half_unit)?);
    Ok(rounding.round(middle)?.amount)
}

#[cfg(test)]
mod tests {
    use super::{allowed, highest_below};
    use crate::budget::PrintedPercent;
    use crate::exact::{Amount, Mode, Percent, Ratio, Rounding, Unrounded};

    #[test]
    fn amounts_just_below_a_border() {
        // Border in tenths of a euro; the columns are HalfUp, HalfEven, HalfDown, Up, Down, Floor, Ceiling in euros.
        let cases = [
            (25, [2, 2, 2, 3, 2, 2, 3]),
            (35, [3, 3, 3, 4, 3, 3, 4]),
            (26, [3, 3, 3, 3, 2, 2, 3]),
            (24, [2, 2, 2, 3, 2, 2, 3]),
            (30, [3, 3, 3, 3, 2, 2, 3]), // 2.99… is 3 for all but those that round down
            (5, [0, 0, 0, 1, 0, 0, 1]),
        ];
        for (tenths, expected) in cases {
            let border = Unrounded::from_cents(Ratio::integer(tenths * 10));
            for (mode, euros) in Mode::ALL[..7].iter().zip(expected) {
                let rounding = Rounding::new(*mode, Amount::EURO).unwrap();
                let highest = highest_below(border, rounding).unwrap();
                assert_eq!(highest, Amount::from_euros(euros).unwrap(), "{tenths} tenths, {mode:?}");
            }
        }
    }

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
