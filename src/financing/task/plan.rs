//! A lump sum from year to year.

use super::lump_sum::LumpSumBasis;
use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, Rounded, Rounding, Unrounded};
use crate::financing::prove;
use crate::period::Year;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// A lump sum from year to year: L(t) = L(t−1)·(1+index)·(1+volume norm) + mutations.
///
/// L(t−1) is the rounded lump sum, as it was agreed and paid. Dutch: *meerjarig taakbudget*. Source:
/// `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Rounding};
/// use taakgericht::financing::task::{LumpSumBasis, LumpSumPlan, Mutation, YearTerms};
/// use taakgericht::period::Year;
/// let plan = LumpSumPlan {
///     basis: LumpSumBasis::Agreed(Amount::from_euros(10_000_000)?),
///     first: Year::new(2026)?,
///     rounding: Rounding::HALF_UP_CENT,
///     later: vec![YearTerms {
///         year: Year::new(2027)?,
///         index: Percent::parse("4.91")?,
///         volume_norm: Percent::parse("-1.5")?,
///         mutations: vec![Mutation { name: "verblijf".into(), amount: Amount::from_euros(250_000)? }],
///     }],
/// };
/// let years = plan.years()?;
/// assert_eq!(years[1].lump_sum.to_string(), "10583635.00"); // 10m × 1.0491 × 0.985 + 250,000
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LumpSumPlan {
    /// What the first lump sum is based on.
    pub basis: LumpSumBasis,
    /// The year of the first lump sum.
    pub first: Year,
    /// How the lump sum of each year is rounded, once, after its last step.
    pub rounding: Rounding,
    /// The terms of the years after the first, in order and without a gap.
    pub later: Vec<YearTerms>,
}

/// How a lump sum follows from that of the year before.
///
/// Dutch: *bijstelling*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct YearTerms {
    /// Of which year.
    pub year: Year,
    /// How much prices rise; more than -100%. Dutch: *indexatie*.
    pub index: Percent,
    /// How much more care, or less, is agreed; -100% or more. Dutch: *volumenorm*.
    pub volume_norm: Percent,
    /// What is added or taken off apart from that. Dutch: *mutaties*.
    pub mutations: Vec<Mutation>,
}

/// An amount that is added to a lump sum, or taken off when it is below zero; it stays in the sum of later years.
///
/// Dutch: *mutatie*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Mutation {
    /// What for.
    pub name: String,
    /// How much, in whole cents.
    pub amount: Amount,
}

/// The lump sum of a year, and how it came about.
///
/// Dutch: *taakbudget*, *lumpsum*. `lump_sum + residue` is the value of the last step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LumpSumYear {
    /// Of which year.
    pub year: Year,
    /// Each step in the order in which it was taken.
    pub steps: Vec<LumpSumStep>,
    /// The lump sum.
    pub lump_sum: Amount,
    /// What the rounding took off (positive) or added (negative).
    pub residue: Unrounded,
}

/// What a lump sum comes to after a step, before any rounding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LumpSumStep {
    /// Which step.
    pub name: LumpSumStepName,
    /// The sum so far.
    pub value: Unrounded,
}

/// The steps of a lump sum.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum LumpSumStepName {
    /// What the basis came to. Dutch: *grondslag*.
    Basis,
    /// The lump sum of the year before.
    YearBefore,
    /// With the rise of prices. Dutch: *indexatie*.
    Index,
    /// With more care or less. Dutch: *volumenorm*.
    VolumeNorm,
    /// With the mutation of this name. Dutch: *mutatie*.
    Mutation(String),
    /// Rounded for the whole year, where months of it are paid. Dutch: *afronding*.
    WholeYear,
    /// The twelfths of so many months, where the contract does not hold all year. Dutch: *naar rato*.
    Months(u8),
}

impl LumpSumPlan {
    /// The lump sum of every year, the first one first.
    ///
    /// # Errors
    /// As for [`LumpSumBasis::sum`]; `OutOfRange` for a year that does not follow the one before it, an index of -100% or
    /// less, a volume norm below -100%, or a lump sum that mutations take below zero; `Inexact` and `Overflow` as for
    /// [`Rounding::round`]. Each says which year.
    pub fn years(&self) -> Result<Vec<LumpSumYear>, Error> {
        let within = |year: Year| move |error: Error| error.within(format!("year {year}"));
        let mut last = self.first_year().map_err(within(self.first))?;
        let mut years = Vec::with_capacity(self.later.len().saturating_add(1));
        for terms in &self.later {
            let next = self.next_year(&last, terms).map_err(within(terms.year))?;
            years.push(core::mem::replace(&mut last, next));
        }
        years.push(last);
        Ok(years)
    }

    fn first_year(&self) -> Result<LumpSumYear, Error> {
        let value = self.basis.sum()?;
        self.rounded(self.first, vec![LumpSumStep { name: LumpSumStepName::Basis, value }], value)
    }

    fn next_year(&self, before: &LumpSumYear, terms: &YearTerms) -> Result<LumpSumYear, Error> {
        terms.prove_after(before.year)?;
        let mut value = Unrounded::from(before.lump_sum);
        let mut steps = vec![LumpSumStep { name: LumpSumStepName::YearBefore, value }];
        for (name, percent) in [(LumpSumStepName::Index, terms.index), (LumpSumStepName::VolumeNorm, terms.volume_norm)]
        {
            value = value.times(Ratio::ONE.checked_add(percent.ratio())?)?;
            steps.push(LumpSumStep { name, value });
        }
        for Mutation { name, amount } in &terms.mutations {
            value = value.checked_add((*amount).into())?;
            steps.push(LumpSumStep { name: LumpSumStepName::Mutation(name.clone()), value });
        }
        self.rounded(terms.year, steps, value)
    }

    fn rounded(&self, year: Year, steps: Vec<LumpSumStep>, value: Unrounded) -> Result<LumpSumYear, Error> {
        prove::not_negative("a lump sum", value)?;
        let Rounded { amount: lump_sum, residue } = self.rounding.round(value)?;
        Ok(LumpSumYear { year, steps, lump_sum, residue })
    }
}

impl YearTerms {
    fn prove_after(&self, before: Year) -> Result<(), Error> {
        let follows = self.year.number() == before.number().saturating_add(1);
        prove::holds(follows, format_args!("it stands behind {before}"), "years that follow each other")?;
        prove::change("an index", self.index)?;
        let norm = self.volume_norm;
        let possible = norm.ratio() >= Ratio::integer(-1);
        prove::holds(possible, format_args!("a volume norm of {norm}"), "-100% or more")?;
        let doubles = Error::doubles("mutations", self.mutations.iter().map(|mutation| mutation.name.as_str()));
        doubles.into_iter().next().map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::{LumpSumPlan, LumpSumStepName, Mutation, YearTerms};
    use crate::exact::{Amount, Mode, Percent, Rounding, Unrounded};
    use crate::financing::task::LumpSumBasis;
    use crate::period::Year;
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;
    use proptest::prelude::{prop_assert_eq, proptest};
    use rust_decimal::Decimal;

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    fn terms(year: i64, index: &str, volume_norm: &str, mutations: &[(&str, i64)]) -> YearTerms {
        let mutation = |&(name, cents): &(&str, i64)| Mutation { name: name.into(), amount: Amount::from_cents(cents) };
        YearTerms {
            year: Year::new(year).unwrap(),
            index: percent(index),
            volume_norm: percent(volume_norm),
            mutations: mutations.iter().map(mutation).collect(),
        }
    }

    fn plan(cents: i64, later: Vec<YearTerms>) -> LumpSumPlan {
        let basis = LumpSumBasis::Agreed(Amount::from_cents(cents));
        LumpSumPlan { basis, first: Year::new(2026).unwrap(), rounding: Rounding::HALF_UP_CENT, later }
    }

    #[test]
    fn every_year_follows_from_the_one_before() {
        let later = vec![
            terms(2027, "4.91", "-1.5", &[("verblijf", 25_000_000), ("preventie", -1)]),
            terms(2028, "3.33", "0", &[]),
        ];
        let years = plan(123_456_789, later).years().unwrap();
        let sums: Vec<_> = years.iter().map(|year| (year.lump_sum.to_string(), year.residue.to_string())).collect();
        // 1,234,567.89 × 1.0491 = 1,295,185.173399; × 0.985 = 1,275,757.395798015; + 250,000 − 0.01 = 1,525,757.385798015.
        // 1,525,757.39 × 1.0333 = 1,576,565.111087.
        assert_eq!(
            sums,
            [
                ("1234567.89".into(), "0".into()),
                ("1525757.39".into(), "-0.004201985".into()),
                ("1576565.11".into(), "0.001087".into()),
            ]
        );
        let names: Vec<_> = years[1].steps.iter().map(|step| &step.name).collect();
        let mutation = |name: &str| LumpSumStepName::Mutation(name.into());
        assert_eq!(
            names,
            [
                &LumpSumStepName::YearBefore,
                &LumpSumStepName::Index,
                &LumpSumStepName::VolumeNorm,
                &mutation("verblijf"),
                &mutation("preventie"),
            ]
        );
    }

    #[test]
    fn the_rounding_comes_once_and_last() {
        let rounding = Rounding::new(Mode::HalfUp, Amount::from_cents(100_000)).unwrap();
        let thousands = LumpSumPlan { rounding, ..plan(99_960_000, vec![terms(2027, "0", "0", &[("a", 40_000)])]) };
        let sums: Vec<_> = thousands.years().unwrap().iter().map(|year| year.lump_sum.to_string()).collect();
        assert_eq!(sums, ["1000000.00", "1000000.00"]); // 999,600 is agreed as a million; 1,000,400 too
    }

    #[test]
    fn what_cannot_be_says_in_which_year() {
        let cases = [
            (terms(2028, "0", "0", &[]), "year 2028: it stands behind 2026, expected years that follow each other."),
            (terms(2027, "-100", "0", &[]), "year 2027: an index of -100%, expected more than -100%."),
            (terms(2027, "0", "-100.1", &[]), "year 2027: a volume norm of -100.1%, expected -100% or more."),
            (terms(2027, "0", "0", &[("a", -101)]), "year 2027: a lump sum of -0.01, expected 0 or more."),
            (terms(2027, "0", "0", &[("a", 1), ("a", 1)]), "year 2027: two mutations \"a\", expected every name once."),
        ];
        for (wrong, text) in cases {
            assert_eq!(plan(100, vec![wrong]).years().unwrap_err().to_string(), text);
        }
        let negative = plan(-1, vec![]).years().unwrap_err().to_string();
        assert_eq!(negative, "year 2026, basis \"agreed\": an agreed amount of -0.01, expected 0 or more.");
        assert_eq!(plan(100, vec![terms(2027, "0", "-100", &[])]).years().unwrap()[1].lump_sum, Amount::ZERO);
    }

    proptest! {
        /// In every year the sum and its residue are what the last step says, over many years.
        #[test]
        fn the_trail_of_a_lump_sum_adds_up(
            cents in 0_i64..1_000_000_000_000,
            rises in proptest::collection::vec((-900_i64..2_000, -900_i64..2_000, 0_i64..1_000_000), 0..30),
        ) {
            let hundredths = |number: i64| Percent::new(Decimal::new(number, 2)).unwrap();
            let later = (2027..).zip(&rises).map(|(year, &(index, norm, mutation))| YearTerms {
                index: hundredths(index),
                volume_norm: hundredths(norm),
                ..terms(year, "0", "0", &[("a", mutation)])
            });
            let years = plan(cents, later.collect()).years().unwrap();
            prop_assert_eq!(years.len(), rises.len() + 1);
            for year in years {
                let last = year.steps.last().unwrap().value;
                prop_assert_eq!(Unrounded::from(year.lump_sum).checked_add(year.residue).unwrap(), last);
            }
        }
    }
}
