//! What a provider forfeits when it does not do what was agreed.

use super::monthly::MonthlyParts;
use crate::error::Error;
use crate::exact::{Amount, Percent, Rounded, Rounding, Unrounded};
use crate::financing::prove;
use crate::period::Month;
use alloc::format;

/// A percentage that a provider forfeits; it is declared what it is a percentage of.
///
/// Dutch: *malus*, *boete*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Rounding};
/// use taakgericht::financing::task::{MonthlyParts, Penalty, PenaltyBase, TaskYear};
/// use taakgericht::period::{Month, Year};
/// let year = Year::new(2026)?;
/// let lump_sum = Amount::from_euros(10_000_000)?;
/// let parts = MonthlyParts::of_year(lump_sum, year)?;
/// let penalty = Penalty {
///     percent: Percent::parse("5")?,
///     of: PenaltyBase::MonthlyPart(Month::new(year, 2)?),
///     rounding: Rounding::HALF_UP_CENT,
/// };
/// let penalised = penalty.on(&TaskYear { lump_sum, parts: &parts, settled: lump_sum })?;
/// assert_eq!(penalised.penalty.to_string(), "41666.67"); // 5% of 833,333.34
/// assert_eq!(penalised.left.to_string(), "791666.67");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Penalty {
    /// How much, from 0% to 100% of the base.
    pub percent: Percent,
    /// What it is a percentage of.
    pub of: PenaltyBase,
    /// How the penalty is rounded.
    pub rounding: Rounding,
}

/// What a penalty is a percentage of. There is no default.
///
/// Dutch: *grondslag van de malus*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PenaltyBase {
    /// The lump sum of the year, whatever a corridor makes of it. Dutch: *taakbudget*.
    LumpSum,
    /// The part of this month. Dutch: *maandtermijn*.
    MonthlyPart(Month),
    /// What is paid for the year after the corridor. Dutch: *afgerekend bedrag*.
    Settled,
}

/// What a task pays in a year: the figures that a penalty can be a percentage of.
///
/// Dutch: *taakjaar*.
#[derive(Clone, Copy, Debug)]
pub struct TaskYear<'y> {
    /// What was agreed.
    pub lump_sum: Amount,
    /// The lump sum in monthly parts.
    pub parts: &'y MonthlyParts,
    /// What is paid after the corridor.
    pub settled: Amount,
}

/// What a penalty comes to. Always: `penalty + left = base`.
///
/// Dutch: *ingehouden malus*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Penalised {
    /// What the percentage was taken of.
    pub base: Amount,
    /// What the provider forfeits.
    pub penalty: Amount,
    /// What the rounding took off the penalty (positive) or added (negative).
    pub residue: Unrounded,
    /// What is left of the base.
    pub left: Amount,
}

impl PenaltyBase {
    /// The name in files and on the command line: `lump-sum`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            PenaltyBase::LumpSum => "lump-sum",
            PenaltyBase::MonthlyPart(_) => "monthly-part",
            PenaltyBase::Settled => "settled",
        }
    }
}

impl TaskYear<'_> {
    fn amount(&self, base: PenaltyBase) -> Result<Amount, Error> {
        match base {
            PenaltyBase::LumpSum => Ok(self.lump_sum),
            PenaltyBase::MonthlyPart(month) => self.parts.of(month),
            PenaltyBase::Settled => Ok(self.settled),
        }
    }
}

impl Penalty {
    /// The penalty on a year.
    ///
    /// # Errors
    /// `OutOfRange` for a percentage that is not from 0% to 100%, a base below zero, a month without a part, or a rounding
    /// that makes the penalty larger than its base; `Inexact` and `Overflow` as for [`Rounding::round`].
    pub fn on(&self, year: &TaskYear<'_>) -> Result<Penalised, Error> {
        self.of_base(year).map_err(|error| error.within(format!("penalty on \"{}\"", self.of.name())))
    }

    fn of_base(&self, year: &TaskYear<'_>) -> Result<Penalised, Error> {
        prove::share("a penalty", self.percent)?;
        let base = year.amount(self.of)?;
        prove::not_negative("a base", base)?;
        let Rounded { amount: penalty, residue } = self.rounding.round(Unrounded::from(base).percent(self.percent)?)?;
        prove::holds(penalty <= base, format_args!("{penalty}"), &format!("at most the base of {base}"))?;
        Ok(Penalised { base, penalty, residue, left: base.checked_sub(penalty)? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Penalty, PenaltyBase, TaskYear};
    use crate::exact::{Amount, Mode, Percent, Rounding};
    use crate::financing::task::MonthlyParts;
    use crate::period::{Month, Year};
    use alloc::string::ToString;

    fn penalty(percent: &str, of: PenaltyBase) -> Penalty {
        Penalty { percent: Percent::parse(percent).unwrap(), of, rounding: Rounding::HALF_UP_CENT }
    }

    fn month(number: u8) -> Month {
        Month::new(Year::new(2026).unwrap(), number).unwrap()
    }

    #[test]
    fn the_base_decides_the_penalty() {
        let [lump_sum, settled] = [10_000_000, 10_150_000].map(|euros| Amount::from_euros(euros).unwrap());
        let parts = MonthlyParts::new(lump_sum, month(1), 12).unwrap();
        let cases = [
            (PenaltyBase::LumpSum, "200000.00", "9800000.00"),
            (PenaltyBase::Settled, "203000.00", "9947000.00"),
            (PenaltyBase::MonthlyPart(month(2)), "16666.67", "816666.67"),
        ];
        for (base, forfeited, left) in cases {
            let penalised = penalty("2", base).on(&TaskYear { lump_sum, parts: &parts, settled }).unwrap();
            assert_eq!(penalised.penalty.to_string(), forfeited, "{}", base.name());
            assert_eq!(penalised.left.to_string(), left, "{}", base.name());
        }
    }

    #[test]
    fn a_penalty_is_a_share_of_its_base() {
        let refused = |penalty: Penalty, cents| {
            let lump_sum = Amount::from_cents(cents);
            let parts = MonthlyParts::new(lump_sum, month(1), 2).unwrap();
            penalty.on(&TaskYear { lump_sum, parts: &parts, settled: lump_sum }).unwrap_err().to_string()
        };
        let of_lump_sum = |percent| penalty(percent, PenaltyBase::LumpSum);
        let euros = Rounding::new(Mode::Ceiling, Amount::EURO).unwrap();
        let cases = [
            (of_lump_sum("101"), 100, "penalty on \"lump-sum\": a penalty of 101%, expected a share from 0% to 100%."),
            (of_lump_sum("5"), -100, "penalty on \"lump-sum\": a base of -1, expected 0 or more."),
            (
                penalty("5", PenaltyBase::MonthlyPart(month(3))),
                100,
                "penalty on \"monthly-part\": month 2026-03, expected a month from 2026-01 to 2026-02.",
            ),
            (
                Penalty { rounding: euros, ..of_lump_sum("90") },
                90,
                "penalty on \"lump-sum\": 1.00, expected at most the base of 0.90.",
            ),
        ];
        for (wrong, base, text) in cases {
            assert_eq!(refused(wrong, base), text);
        }
    }
}
