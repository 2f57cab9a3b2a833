//! What a first lump sum is based on.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio, Unrounded};
use crate::financing::prove;
use crate::period::Year;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What a first lump sum is based on.
///
/// Dutch: *grondslag van het taakbudget*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Ratio};
/// use taakgericht::financing::task::{Group, LumpSumBasis};
/// let group = |name: &str, rate, persons| Group {
///     name: name.into(),
///     rate: Amount::from_cents(rate).into(),
///     persons: Ratio::integer(persons),
/// };
/// let capitation = LumpSumBasis::Capitation(vec![group("0-11", 41_250, 1_385), group("12-17", 98_075, 826)]);
/// assert_eq!(capitation.sum()?.to_string(), "1381412"); // 412.50 × 1,385 + 980.75 × 826
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum LumpSumBasis {
    /// What was earned in a year, or the mean of what was earned in several. Dutch: *historische omzet*.
    HistoricTurnover(Vec<(Year, Amount)>),
    /// A rate for every person of each group: Σ rate·persons. Dutch: *populatiebekostiging*.
    Capitation(Vec<Group>),
    /// What was agreed. Dutch: *overeengekomen bedrag*.
    Agreed(Amount),
}

/// The persons of a group, and what is paid for each.
///
/// Dutch: *populatiegroep*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Group {
    /// What the group is called: an age band, a municipality.
    pub name: String,
    /// Euros a year for each person; 0 or more.
    pub rate: Unrounded,
    /// How many persons; a mean over the year need not be whole. 0 or more.
    pub persons: Ratio,
}

impl LumpSumBasis {
    /// The name in files and on the command line: `historic-turnover`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            LumpSumBasis::HistoricTurnover(_) => "historic-turnover",
            LumpSumBasis::Capitation(_) => "capitation",
            LumpSumBasis::Agreed(_) => "agreed",
        }
    }

    /// What the basis comes to, before rounding.
    ///
    /// # Errors
    /// `OutOfRange` for a turnover, a rate, a number of persons or an agreed amount below zero; `Missing` when there is no
    /// year of turnover or no group; `Duplicate` for a year or group that stands there twice; `Overflow` out of range.
    pub fn sum(&self) -> Result<Unrounded, Error> {
        let sum = match self {
            LumpSumBasis::HistoricTurnover(years) => mean(years),
            LumpSumBasis::Capitation(groups) => capitation(groups),
            LumpSumBasis::Agreed(amount) => {
                prove::not_negative("an agreed amount", *amount).map(|()| Unrounded::from(*amount))
            }
        };
        sum.map_err(|error| error.within(format!("basis \"{}\"", self.name())))
    }
}

fn mean(years: &[(Year, Amount)]) -> Result<Unrounded, Error> {
    prove_listed("years", years.iter().map(|(year, _)| year.to_string()).collect())?;
    let mut sum = Unrounded::ZERO;
    for &(year, turnover) in years {
        prove::not_negative("a turnover", turnover).map_err(|error| error.within(format!("year {year}")))?;
        sum = sum.checked_add(turnover.into())?;
    }
    let count = i128::try_from(years.len()).expect("a list has fewer than 2^64 entries");
    sum.times(Ratio::new(1, count)?)
}

fn capitation(groups: &[Group]) -> Result<Unrounded, Error> {
    prove_listed("groups", groups.iter().map(|group| group.name.clone()).collect())?;
    groups.iter().try_fold(Unrounded::ZERO, |sum, group| {
        let sum = group.sum().and_then(|of_group| sum.checked_add(of_group));
        sum.map_err(|error| error.within(format!("group \"{}\"", group.name)))
    })
}

/// Something is listed, and nothing twice.
fn prove_listed(what: &str, names: Vec<String>) -> Result<(), Error> {
    if names.is_empty() {
        return Err(Error::new(Kind::Missing, format!("no {what}"), "at least one"));
    }
    Error::doubles(what, names.iter().map(String::as_str)).into_iter().next().map_or(Ok(()), Err)
}

impl Group {
    fn sum(&self) -> Result<Unrounded, Error> {
        prove::not_negative("a rate", self.rate)?;
        prove::holds(self.persons >= Ratio::ZERO, format_args!("{} persons", self.persons), "0 or more")?;
        self.rate.times(self.persons)
    }
}

#[cfg(test)]
mod tests {
    use super::{Group, LumpSumBasis};
    use crate::exact::{Amount, Ratio, Unrounded};
    use crate::period::Year;
    use alloc::string::ToString;
    use alloc::vec;

    fn turnover(year: i64, cents: i64) -> (Year, Amount) {
        (Year::new(year).unwrap(), Amount::from_cents(cents))
    }

    fn group(name: &str, rate: i64, persons: Ratio) -> Group {
        Group { name: name.into(), rate: Amount::from_cents(rate).into(), persons }
    }

    #[test]
    fn three_bases() {
        let half = Ratio::new(25, 2).unwrap();
        let cases = [
            (LumpSumBasis::Agreed(Amount::from_cents(999)), "9.99"),
            (LumpSumBasis::HistoricTurnover(vec![turnover(2024, 100)]), "1"),
            (
                LumpSumBasis::HistoricTurnover(vec![turnover(2023, 100), turnover(2024, 101), turnover(2025, 101)]),
                "302/3 ct",
            ),
            (LumpSumBasis::Capitation(vec![group("0-11", 100, half), group("12-17", 33, Ratio::integer(3))]), "13.49"),
        ];
        for (basis, sum) in cases {
            assert_eq!(basis.sum().unwrap().to_string(), sum, "{basis:?}");
        }
    }

    #[test]
    fn a_basis_is_complete_and_not_below_zero() {
        let cases = [
            (
                LumpSumBasis::Agreed(Amount::from_cents(-1)),
                "basis \"agreed\": an agreed amount of -0.01, expected 0 or more.",
            ),
            (LumpSumBasis::Capitation(vec![]), "basis \"capitation\": no groups, expected at least one."),
            (LumpSumBasis::HistoricTurnover(vec![]), "basis \"historic-turnover\": no years, expected at least one."),
            (
                LumpSumBasis::HistoricTurnover(vec![turnover(2024, 1), turnover(2024, 2)]),
                "basis \"historic-turnover\": two years \"2024\", expected every name once.",
            ),
            (
                LumpSumBasis::HistoricTurnover(vec![turnover(2024, -1)]),
                "basis \"historic-turnover\", year 2024: a turnover of -0.01, expected 0 or more.",
            ),
            (
                LumpSumBasis::Capitation(vec![group("0-11", -1, Ratio::ONE)]),
                "basis \"capitation\", group \"0-11\": a rate of -0.01, expected 0 or more.",
            ),
            (
                LumpSumBasis::Capitation(vec![group("0-11", 1, Ratio::integer(-3))]),
                "basis \"capitation\", group \"0-11\": -3 persons, expected 0 or more.",
            ),
        ];
        for (basis, text) in cases {
            assert_eq!(basis.sum().unwrap_err().to_string(), text);
        }
        assert_eq!(LumpSumBasis::Agreed(Amount::ZERO).sum().unwrap(), Unrounded::ZERO);
    }
}
