//! A pool year is settled in rounds: provisionally, finally, and again when something turns up in a later year.

use crate::error::{Error, Kind, same_length};
use crate::exact::Amount;
use crate::period::Year;
use crate::pool::column::subtract;
use alloc::format;
use alloc::vec::Vec;
use core::fmt;

/// What a settlement of a pool year is.
///
/// Dutch: *soort afrekening*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum RoundKind {
    /// On the figures known so far (Dutch: *voorlopige afrekening*).
    Provisional,
    /// On the accounted cost (Dutch: *definitieve afrekening*).
    Final,
    /// In a later year, for what turned up after the final one (Dutch: *naverrekening*).
    PriorYear,
}

/// One settlement as it is asked for: its kind, the year in which it is booked, and what each member bears as known then.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Round {
    /// What kind of settlement it is.
    pub kind: RoundKind,
    /// The year in whose accounts it stands.
    pub booked: Year,
    /// What each member bears of the pool year in full (with its part of the reserve), not what it bears more than before.
    pub borne: Vec<Amount>,
}

/// One settlement as it is carried out: what was paid before it, and what is still to pay.
///
/// Dutch: *saldo* (the balance).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SettledRound {
    /// What kind of settlement it is.
    pub kind: RoundKind,
    /// The year in whose accounts it stands.
    pub booked: Year,
    /// What each member has paid before: its advances, and the balances of earlier rounds.
    pub settled: Vec<Amount>,
    /// What each member still pays (positive) or receives (negative): what it bears less what it has paid.
    pub balances: Vec<Amount>,
}

impl RoundKind {
    /// Every kind, in the order in which they are booked.
    pub const ALL: [RoundKind; 3] = [RoundKind::Provisional, RoundKind::Final, RoundKind::PriorYear];

    /// The name in files and on the command line: `prior-year`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            RoundKind::Provisional => "provisional",
            RoundKind::Final => "final",
            RoundKind::PriorYear => "prior-year",
        }
    }
}

impl fmt::Display for RoundKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Settles a pool year in rounds, in the order in which they are booked.
///
/// What a member has paid in advance and all its balances add up to what it bears by the last round:
/// `balances_reach_borne`. So a round repairs whatever an earlier one got wrong.
///
/// ```
/// use taakgericht::exact::Amount;
/// use taakgericht::period::Year;
/// use taakgericht::pool::{Round, RoundKind, settled_rounds};
/// let column = |euros: [i64; 2]| euros.map(|euros| Amount::from_cents(euros * 100)).to_vec();
/// let (y2015, y2016, y2017) = (Year::new(2015)?, Year::new(2016)?, Year::new(2017)?);
/// // Bedum and De Marne paid in advance; an invoice of 2015 turns up in 2017.
/// let advances = column([1_572_158, 2_276_255]);
/// let rounds = [
///     Round { kind: RoundKind::Provisional, booked: y2015, borne: column([1_620_000, 2_345_000]) },
///     Round { kind: RoundKind::Final, booked: y2016, borne: column([1_630_250, 2_360_370]) },
///     Round { kind: RoundKind::PriorYear, booked: y2017, borne: column([1_635_250, 2_367_370]) },
/// ];
/// let settled = settled_rounds(y2015, &advances, &rounds)?;
/// assert_eq!(settled[0].balances, column([47_842, 68_745]));
/// assert_eq!(settled[1].balances, column([10_250, 15_370]));
/// assert_eq!(settled[2].balances, column([5_000, 7_000]));
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `OutOfRange` for a round that is booked before the one above it or before the pool year, and for a prior-year
/// settlement that is not booked in a later year; `Length` when a round has not one amount for each advance; `Pool` for a
/// second final settlement, a provisional one after it, or a prior-year one before it; `Overflow` when a balance is out
/// of range.
pub fn settled_rounds(pool_year: Year, advances: &[Amount], rounds: &[Round]) -> Result<Vec<SettledRound>, Error> {
    prove_years(pool_year, rounds)?;
    prove_each(rounds, |round| same_length("amount", round.borne.len(), "advance", advances.len()))?;
    prove_order(rounds)?;
    let paid_before = core::iter::once(advances).chain(rounds.iter().map(|round| round.borne.as_slice()));
    let numbered = rounds.iter().enumerate().zip(paid_before);
    numbered.map(|((number, round), paid)| round.settle(paid).map_err(|error| at(error, number, round))).collect()
}

impl Round {
    /// After a round each member has paid what it bears by that round.
    fn settle(&self, paid: &[Amount]) -> Result<SettledRound, Error> {
        let balances = subtract(&self.borne, paid, "balance")?;
        Ok(SettledRound { kind: self.kind, booked: self.booked, settled: paid.to_vec(), balances })
    }
}

/// Booked years do not fall, and what is booked as prior-year stands in the accounts of a later year.
fn prove_years(pool_year: Year, rounds: &[Round]) -> Result<(), Error> {
    let mut earliest = pool_year;
    prove_each(rounds, |round| {
        let found = format!("booked in {}", round.booked);
        if round.booked < earliest {
            let error = Error::new(Kind::OutOfRange, found, format!("{earliest} or later"));
            return Err(error.advise("Put the rounds in the order of their booking; none comes before the pool year."));
        }
        if round.kind == RoundKind::PriorYear && round.booked == pool_year {
            let error = Error::new(Kind::OutOfRange, format!("{found}, the pool year itself"), "a later year");
            return Err(
                error.advise("A prior-year settlement stands in the accounts of the year in which it turned up.")
            );
        }
        earliest = round.booked;
        Ok(())
    })
}

/// Provisional ones, one final one, prior-year ones.
fn prove_order(rounds: &[Round]) -> Result<(), Error> {
    let mut closed = false;
    prove_each(rounds, |round| {
        let (found, expected) = match (round.kind, closed) {
            (RoundKind::Provisional, true) => {
                ("a provisional settlement after the final one", "it before the final one")
            }
            (RoundKind::Final, true) => ("a second final settlement", "one"),
            (RoundKind::PriorYear, false) => {
                ("a prior-year settlement without a final one before it", "a final one first")
            }
            _ => {
                closed |= round.kind == RoundKind::Final;
                return Ok(());
            }
        };
        let error = Error::new(Kind::Pool, found, expected);
        Err(if closed {
            error.advise("What changes after the final settlement is a prior-year settlement.")
        } else {
            error
        })
    })
}

/// Proves the rounds one after the other; the error names the round.
fn prove_each(rounds: &[Round], mut prove: impl FnMut(&Round) -> Result<(), Error>) -> Result<(), Error> {
    let mut numbered = rounds.iter().enumerate();
    numbered.try_for_each(|(number, round)| prove(round).map_err(|error| at(error, number, round)))
}

fn at(error: Error, position: usize, round: &Round) -> Error {
    error.within(format!("round {} ({})", position.saturating_add(1), round.kind)) // a reader counts from 1
}

#[cfg(test)]
mod tests {
    use super::{Round, RoundKind, settled_rounds};
    use crate::error::Kind;
    use crate::exact::Amount;
    use crate::period::Year;
    use RoundKind::{Final, PriorYear, Provisional};
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    fn amounts(cents: &[i64]) -> Vec<Amount> {
        cents.iter().copied().map(Amount::from_cents).collect()
    }

    fn round(kind: RoundKind, booked: i64, borne: &[i64]) -> Round {
        Round { kind, booked: Year::new(booked).unwrap(), borne: amounts(borne) }
    }

    #[test]
    fn each_round_settles_what_the_last_one_left() {
        let rounds = [
            round(Provisional, 2015, &[110, 90]),
            round(Provisional, 2016, &[105, 95]),
            round(Final, 2016, &[105, 100]),
            round(PriorYear, 2017, &[100, 100]),
            round(PriorYear, 2017, &[100, 103]),
        ];
        let found = settled_rounds(Year::new(2015).unwrap(), &amounts(&[100, 100]), &rounds).unwrap();
        let expected: [([i64; 2], [i64; 2]); 5] = [
            ([100, 100], [10, -10]), // the advances
            ([110, 90], [-5, 5]),
            ([105, 95], [0, 5]),
            ([105, 100], [-5, 0]),
            ([100, 100], [0, 3]),
        ];
        for ((settlement, round), (settled, balances)) in found.iter().zip(&rounds).zip(expected) {
            assert_eq!((settlement.kind, settlement.booked), (round.kind, round.booked));
            assert_eq!((&settlement.settled, &settlement.balances), (&amounts(&settled), &amounts(&balances)));
        }
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn rounds_out_of_order_are_refused() {
        let fine = [1, 2];
        let order = "\n  Put the rounds in the order of their booking; none comes before the pool year.";
        let after = "\n  What changes after the final settlement is a prior-year settlement.";
        let later = "\n  A prior-year settlement stands in the accounts of the year in which it turned up.";
        let cases = [
            (
                vec![round(Final, 2014, &fine)],
                Kind::OutOfRange,
                "round 1 (final): booked in 2014, expected 2015 or later.",
                order,
            ),
            (
                vec![round(Provisional, 2016, &fine), round(Final, 2015, &fine)],
                Kind::OutOfRange,
                "round 2 (final): booked in 2015, expected 2016 or later.",
                order,
            ),
            (
                vec![round(Final, 2015, &fine), round(PriorYear, 2015, &fine)],
                Kind::OutOfRange,
                "round 2 (prior-year): booked in 2015, the pool year itself, expected a later year.",
                later,
            ),
            (
                vec![round(Final, 2016, &[1])],
                Kind::Length,
                "round 1 (final): 1 amount, expected 2, one for each advance.",
                "",
            ),
            (
                vec![round(Final, 2016, &fine), round(Provisional, 2016, &fine)],
                Kind::Pool,
                "round 2 (provisional): a provisional settlement after the final one, expected it before the final one.",
                after,
            ),
            (
                vec![round(Final, 2016, &fine), round(Final, 2016, &fine)],
                Kind::Pool,
                "round 2 (final): a second final settlement, expected one.",
                after,
            ),
            (
                vec![round(Provisional, 2016, &fine), round(PriorYear, 2016, &fine)],
                Kind::Pool,
                "round 2 (prior-year): a prior-year settlement without a final one before it, expected a final one first.",
                "",
            ),
            (
                vec![round(Final, 2016, &[1, i64::MIN])],
                Kind::Overflow,
                "round 1 (final): the balance of position 1 does not fit, \
                 expected an amount between -92233720368547758.08 and 92233720368547758.07.",
                "",
            ),
        ];
        for (rounds, kind, text, advice) in cases {
            let error = settled_rounds(Year::new(2015).unwrap(), &amounts(&[1, 2]), &rounds).unwrap_err();
            assert_eq!((error.kind(), error.to_string()), (kind, alloc::format!("{text}{advice}")));
        }
    }

    #[test]
    fn a_year_without_rounds_is_not_settled() {
        assert_eq!(settled_rounds(Year::FIRST, &amounts(&[1]), &[]).unwrap(), []);
    }

    #[test]
    fn kinds_print_as_they_are_named_in_files() {
        let names = RoundKind::ALL.map(|kind| kind.to_string());
        assert_eq!(names, ["provisional", "final", "prior-year"]);
        #[cfg(feature = "serde")]
        for kind in RoundKind::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), alloc::format!("\"{kind}\""));
        }
    }
}
