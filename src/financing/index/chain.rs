//! Lists of tariffs from year to year.

use super::rule::Index;
use crate::error::Error;
use crate::exact::{Amount, Ratio, Rounded, Rounding, Unrounded};
use crate::financing::prove;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What next year's tariff is reckoned from. There is no default: after a few years the two differ by cents.
///
/// Dutch: *doorrekenen*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Chaining {
    /// From the rounded tariff of the year before.
    OnRounded,
    /// From the tariff of the base year, by all indices since; the rounding of one year does not pass on to the next.
    /// Indices of two decimals can be multiplied exactly for about eight years; beyond that it is an error.
    FromBase,
}

impl Chaining {
    /// Both ways, in the order in which they are documented.
    pub const ALL: [Chaining; 2] = [Chaining::OnRounded, Chaining::FromBase];

    /// The name in files and on the command line: `on-rounded`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Chaining::OnRounded => "on-rounded",
            Chaining::FromBase => "from-base",
        }
    }
}

/// How a list of tariffs is indexed.
///
/// Dutch: *indexatie van de tarievenlijst*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Mode, Percent, Rounding};
/// use taakgericht::financing::index::{
///     Basket, Chaining, CorrectionStage, Figures, IndexRule, Method, PercentRounding, PriorYear, TariffIndexation,
///     YearFigures,
/// };
/// use taakgericht::period::Year;
/// let rule = IndexRule {
///     basket: Basket::new(Percent::WHOLE, Percent::ZERO)?,
///     method: Method::LiteralDifference,
///     stage: CorrectionStage::WeightedTotal,
///     rounding: PercentRounding { mode: Mode::HalfUp, decimals: 2 },
/// };
/// let index = rule.index(&YearFigures {
///     year: Year::new(2025)?,
///     provisional: Figures { wages: Percent::parse("4.91")?, prices: Percent::ZERO },
///     prior: PriorYear::FirstOfContract,
/// })?;
/// let indexation = TariffIndexation { chaining: Chaining::OnRounded, rounding: Rounding::HALF_UP_CENT };
/// let years = indexation.apply(&[("ambulant", Amount::from_cents(12_345))], &[index])?;
/// let change = &years[0].changes[0];
/// assert_eq!(change.new.to_string(), "129.51");
/// assert_eq!(change.residue.to_string(), "0.001395"); // 123.45 × 1.0491 = 129.511395
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TariffIndexation {
    /// What next year's tariff is reckoned from.
    pub chaining: Chaining,
    /// How each tariff is rounded, each year.
    pub rounding: Rounding,
}

/// A list of tariffs in a year, and the index that made it.
///
/// Dutch: *tarievenlijst*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct IndexedYear {
    /// The index with its own trail: provisional, definitive, correction, rounding.
    pub index: Index,
    /// Each tariff, in the order of the list that was given.
    pub changes: Vec<TariffChange>,
}

/// A tariff, old and new. Always: `new + residue = exact`.
///
/// Dutch: *oud en nieuw tarief*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TariffChange {
    /// What the tariff is for, as the list names it.
    pub product: String,
    /// The tariff of the year before.
    pub old: Amount,
    /// The new tariff before rounding.
    pub exact: Unrounded,
    /// The new tariff.
    pub new: Amount,
    /// What the rounding took off (positive) or added (negative).
    pub residue: Unrounded,
}

impl TariffIndexation {
    /// Indexes a list of tariffs from year to year: one list for each index, in order.
    ///
    /// # Errors
    /// `OutOfRange` for a tariff below zero; `Overflow` when a tariff does not fit, or when too many indices are multiplied
    /// from the base; `Inexact` when nothing may be rounded. Each says which product and year.
    pub fn apply(&self, list: &[(&str, Amount)], indices: &[Index]) -> Result<Vec<IndexedYear>, Error> {
        let named = |product: &str, error: Error| error.within(format!("tariff \"{product}\""));
        for &(product, tariff) in list {
            prove::not_negative("a tariff", tariff).map_err(|error| named(product, error))?;
        }
        let mut years: Vec<IndexedYear> = Vec::with_capacity(indices.len());
        for &index in indices {
            let before = years.last().map(|year| year.changes.as_slice());
            let change = |(position, &(product, base)): (usize, &(&str, Amount))| {
                let before = before.and_then(|changes| changes.get(position));
                let changed = self.change(product, base, before, index);
                changed.map_err(|error| named(product, error).within(format!("year {}", index.year)))
            };
            let changes = list.iter().enumerate().map(change).collect::<Result<_, _>>()?;
            years.push(IndexedYear { index, changes });
        }
        Ok(years)
    }

    /// One tariff in one year; `before` is its change of the year before, when there was one.
    fn change(
        &self,
        product: &str,
        base: Amount,
        before: Option<&TariffChange>,
        index: Index,
    ) -> Result<TariffChange, Error> {
        let old = before.map_or(base, |before| before.new);
        let start = match (self.chaining, before) {
            (Chaining::FromBase, Some(before)) => before.exact,
            _ => old.into(),
        };
        let exact = start.times(Ratio::ONE.checked_add(index.percent.ratio())?);
        let exact =
            exact.map_err(|error| error.advise("Chain on rounded tariffs, or start from a later base year."))?;
        let Rounded { amount: new, residue } = self.rounding.round(exact)?;
        Ok(TariffChange { product: product.to_owned(), old, exact, new, residue })
    }
}

#[cfg(test)]
mod tests {
    use super::{Chaining, TariffIndexation};
    use crate::exact::{Amount, Percent, Ratio, Rounding, Unrounded};
    use crate::financing::index::Index;
    use crate::period::Year;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
    use proptest::sample::select;
    use rust_decimal::Decimal;

    fn index(year: i64, percent: Percent) -> Index {
        let year = Year::new(year).unwrap();
        Index { year, provisional: percent, prior: None, correction: Ratio::ZERO, percent, residue: Ratio::ZERO }
    }

    fn indices(percents: &[&str]) -> Vec<Index> {
        let percents = percents.iter().map(|text| Percent::parse(text).unwrap());
        (2025..).zip(percents).map(|(year, percent)| index(year, percent)).collect()
    }

    fn tariffs(chaining: Chaining, base: i64, percents: &[&str]) -> Vec<i64> {
        let indexation = TariffIndexation { chaining, rounding: Rounding::HALF_UP_CENT };
        let years = indexation.apply(&[("a", Amount::from_cents(base))], &indices(percents)).unwrap();
        years.iter().map(|year| year.changes[0].new.cents()).collect()
    }

    #[test]
    fn chaining_makes_a_cent_of_difference() {
        // 10.05 → 10.543455 → 10.9609758… → 11.2350002…; from 10.54 → 10.957384, 10.96 → 11.234.
        let percents = ["4.91", "3.96", "2.5"];
        assert_eq!(tariffs(Chaining::OnRounded, 1_005, &percents), [1_054, 1_096, 1_123]);
        assert_eq!(tariffs(Chaining::FromBase, 1_005, &percents), [1_054, 1_096, 1_124]);
    }

    #[test]
    fn a_list_goes_from_old_to_new() {
        let indexation = TariffIndexation { chaining: Chaining::OnRounded, rounding: Rounding::HALF_UP_CENT };
        let list = [("ambulant", Amount::from_cents(12_345)), ("verblijf", Amount::from_cents(20_000))];
        let years = indexation.apply(&list, &indices(&["4.91", "1"])).unwrap();
        let shown =
            years[1].changes.iter().map(|change| (change.product.as_str(), change.old.cents(), change.new.cents()));
        let shown: Vec<_> = shown.collect();
        assert_eq!(shown, [("ambulant", 12_951, 13_081), ("verblijf", 20_982, 21_192)]);
    }

    #[test]
    fn what_does_not_fit_says_where() {
        let apply = |chaining, cents, percents: &[&str]| {
            let indexation = TariffIndexation { chaining, rounding: Rounding::HALF_UP_CENT };
            indexation.apply(&[("a", Amount::from_cents(cents))], &indices(percents))
        };
        let negative = apply(Chaining::OnRounded, -1, &["1"]).unwrap_err().to_string();
        assert_eq!(negative, "tariff \"a\": a tariff of -0.01, expected 0 or more.");
        let long = ["4.91"; 12];
        let too_fine = apply(Chaining::FromBase, 12_347, &long).unwrap_err().to_string();
        let text = "year 2034, tariff \"a\": the product of fractions does not fit, expected a fraction of two whole \
                    numbers of at most 127 bits.\n  Chain on rounded tariffs, or start from a later base year.";
        assert_eq!(too_fine, text);
        assert_eq!(apply(Chaining::OnRounded, 12_347, &long).unwrap().len(), 12);
    }

    proptest! {
        /// The first year is the same either way; every residue gives the exact tariff back.
        #[test]
        fn the_trail_of_a_tariff_adds_up(
            base in 0_i64..1_000_000, first in -900_i64..2_000, second in -900_i64..2_000,
            chaining in select(&Chaining::ALL[..]),
        ) {
            let indices: Vec<Index> = [(2025, first), (2026, second)].into_iter()
                .map(|(year, hundredths)| index(year, Percent::new(Decimal::new(hundredths, 2)).unwrap())).collect();
            let indexation = TariffIndexation { chaining, rounding: Rounding::HALF_UP_CENT };
            let years = indexation.apply(&[("a", Amount::from_cents(base))], &indices).unwrap();
            let [first, second] = [&years[0].changes[0], &years[1].changes[0]];
            for change in [first, second] {
                let back = Unrounded::from(change.new).checked_add(change.residue).unwrap();
                prop_assert_eq!(back, change.exact);
                prop_assert!(change.residue.cents().unwrap().abs() <= Ratio::HALF);
            }
            prop_assert_eq!(first.new, second.old);
            let growth = Ratio::ONE.checked_add(indices[1].percent.ratio()).unwrap();
            let start = match chaining { Chaining::OnRounded => first.new.into(), Chaining::FromBase => first.exact };
            prop_assert_eq!(start.times(growth).unwrap(), second.exact);
        }
    }
}
