//! The index of a year, with everything that it was made of.

use super::basket::{Basket, Figures};
use super::method::{CorrectionStage, Method};
use super::percent_rounding::{PercentRounding, RoundedPercent};
use crate::error::Error;
use crate::exact::{Percent, Ratio};
use crate::financing::prove;
use crate::period::Year;
use alloc::format;
use alloc::vec::Vec;

/// How a contract is indexed; the caller spells out every choice.
///
/// Dutch: *indexatiebepaling*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Mode, Percent};
/// use taakgericht::financing::index::{
///     Basket, CorrectionStage, Figures, IndexRule, Method, PercentRounding, PriorYear, Revision, YearFigures,
/// };
/// use taakgericht::period::Year;
/// let figures = |wages, prices| -> Result<Figures, taakgericht::Error> {
///     Ok(Figures { wages: Percent::parse(wages)?, prices: Percent::parse(prices)? })
/// };
/// let rule = IndexRule {
///     basket: Basket::new(Percent::parse("90")?, Percent::parse("10")?)?,
///     method: Method::RatioCorrection,
///     stage: CorrectionStage::WeightedTotal,
///     rounding: PercentRounding { mode: Mode::HalfUp, decimals: 2 },
/// };
/// let prior = Revision { provisional: figures("4.94", "2.51")?, definitive: figures("6.00", "3.10")? };
/// let year = YearFigures {
///     year: Year::new(2025)?,
///     provisional: figures("4.18", "1.82")?,
///     prior: PriorYear::Revised(prior),
/// };
/// let index = rule.index(&year)?;
/// assert_eq!(index.percent.to_string(), "4.91%");
/// assert_eq!(index.provisional.to_string(), "3.944%");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct IndexRule {
    /// How much wages and prices weigh.
    pub basket: Basket,
    /// How last year's provisional figures are corrected.
    pub method: Method,
    /// Whether they are weighed before they are corrected or after.
    pub stage: CorrectionStage,
    /// How the percentage is rounded; the rounded one is what tariffs rise by.
    pub rounding: PercentRounding,
}

/// What is known of a year when its index is set.
///
/// Dutch: *voorlopige cijfers*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct YearFigures {
    /// The year that tariffs are indexed to.
    pub year: Year,
    /// The provisional figures of that year.
    pub provisional: Figures,
    /// What became of the figures of the year before.
    pub prior: PriorYear,
}

/// What became of the figures of the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum PriorYear {
    /// Nothing is corrected: no tariff of this contract was indexed with the figures of the year before.
    /// Dutch: *eerste contractjaar*.
    FirstOfContract,
    /// The provisional figures became definitive ones.
    Revised(Revision),
}

/// The figures of a year, first provisional and then definitive.
///
/// Dutch: *voorlopig* and *definitief*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Revision {
    /// As they were when that year was indexed.
    pub provisional: Figures,
    /// As they turned out.
    pub definitive: Figures,
}

/// The index of a year, and how it came about.
///
/// Dutch: *indexatiepercentage*. Always: `provisional + correction = percent + residue`, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Index {
    /// The year that tariffs are indexed to.
    pub year: Year,
    /// The weighted provisional rise of that year.
    pub provisional: Percent,
    /// The weighted rise of the year before, provisional and definitive; none in the first year of a contract.
    pub prior: Option<(Percent, Percent)>,
    /// What the correction adds to the provisional rise, as a fraction.
    pub correction: Ratio,
    /// The rise that tariffs are indexed by.
    pub percent: Percent,
    /// What the rounding of the percentage took off (positive) or added (negative), as a fraction.
    pub residue: Ratio,
}

impl IndexRule {
    /// The index of a year.
    ///
    /// # Errors
    /// `OutOfRange` for a rise of -100% or less; `Inexact` and `Overflow` as for [`PercentRounding::round`], and for
    /// figures of too many digits.
    pub fn index(&self, figures: &YearFigures) -> Result<Index, Error> {
        self.exact_index(figures).map_err(|error| error.within(format!("year {}", figures.year)))
    }

    /// The indices of the years of a contract, one after the other.
    ///
    /// # Errors
    /// As for [`IndexRule::index`]; `OutOfRange` for a year that does not follow the one before it, for a later year without
    /// a correction, and for one that corrects other figures than were provisional the year before.
    pub fn indices(&self, years: &[YearFigures]) -> Result<Vec<Index>, Error> {
        for (before, figures) in years.iter().zip(years.iter().skip(1)) {
            figures.prove_after(before).map_err(|error| error.within(format!("year {}", figures.year)))?;
        }
        years.iter().map(|figures| self.index(figures)).collect()
    }

    fn exact_index(&self, figures: &YearFigures) -> Result<Index, Error> {
        figures.prove()?;
        let provisional = self.basket.weigh(figures.provisional)?;
        let (prior, exact) = match figures.prior {
            PriorYear::FirstOfContract => (None, provisional.ratio()),
            PriorYear::Revised(revision) => {
                (Some(self.weigh(revision)?), self.corrected(figures.provisional, revision)?)
            }
        };
        let correction = exact.checked_sub(provisional.ratio())?;
        let RoundedPercent { percent, residue } = self.rounding.round(exact)?;
        Ok(Index { year: figures.year, provisional, prior, correction, percent, residue })
    }

    fn weigh(&self, revision: Revision) -> Result<(Percent, Percent), Error> {
        Ok((self.basket.weigh(revision.provisional)?, self.basket.weigh(revision.definitive)?))
    }

    fn corrected(&self, now: Figures, revision: Revision) -> Result<Ratio, Error> {
        let (provisional, definitive) = (revision.provisional, revision.definitive);
        match self.stage {
            CorrectionStage::WeightedTotal => {
                let (before, after) = self.weigh(revision)?;
                self.method.corrected(self.basket.weigh(now)?.ratio(), (before.ratio(), after.ratio()))
            }
            CorrectionStage::EachFigure => {
                let wages = (provisional.wages.ratio(), definitive.wages.ratio());
                let prices = (provisional.prices.ratio(), definitive.prices.ratio());
                let wages = self.method.corrected(now.wages.ratio(), wages)?;
                self.basket.weigh_ratios(wages, self.method.corrected(now.prices.ratio(), prices)?)
            }
        }
    }
}

impl YearFigures {
    fn prove(&self) -> Result<(), Error> {
        self.provisional.prove()?;
        match self.prior {
            PriorYear::FirstOfContract => Ok(()),
            PriorYear::Revised(revision) => {
                revision.provisional.prove()?;
                revision.definitive.prove()
            }
        }
    }

    /// Proves that these figures can follow those of the year before.
    fn prove_after(&self, before: &YearFigures) -> Result<(), Error> {
        let follows = self.year.number() == before.year.number().saturating_add(1);
        prove::holds(follows, format_args!("it stands behind {}", before.year), "years that follow each other")?;
        let PriorYear::Revised(revision) = self.prior else {
            return Err(prove::refused(format_args!("no correction"), "one: only a first year has none"));
        };
        let (corrected, used) = (revision.provisional, before.provisional);
        let found = format_args!("a correction of wages {} and prices {}", corrected.wages, corrected.prices);
        let expected = format!("the provisional figures of {}: {} and {}", before.year, used.wages, used.prices);
        prove::holds(corrected == used, found, &expected)
    }
}

#[cfg(test)]
mod tests {
    use super::{IndexRule, PriorYear, Revision, YearFigures};
    use crate::exact::{Mode, Percent, Ratio};
    use crate::financing::index::{Basket, CorrectionStage, Figures, Method, PercentRounding};
    use crate::period::Year;
    use alloc::string::ToString;
    use proptest::prelude::{Strategy, prop_assert_eq, proptest};
    use proptest::sample::select;
    use rust_decimal::Decimal;

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    fn figures((wages, prices): (&str, &str)) -> Figures {
        Figures { wages: percent(wages), prices: percent(prices) }
    }

    fn rule(method: Method, stage: CorrectionStage) -> IndexRule {
        let basket = Basket::new(percent("90"), percent("10")).unwrap();
        IndexRule { basket, method, stage, rounding: PercentRounding { mode: Mode::HalfUp, decimals: 2 } }
    }

    fn year(number: i64, provisional: (&str, &str), prior: Option<[(&str, &str); 2]>) -> YearFigures {
        let prior = prior.map_or(PriorYear::FirstOfContract, |[provisional, definitive]| {
            PriorYear::Revised(Revision { provisional: figures(provisional), definitive: figures(definitive) })
        });
        YearFigures { year: Year::new(number).unwrap(), provisional: figures(provisional), prior }
    }

    fn vng_2025() -> YearFigures {
        year(2025, ("4.18", "1.82"), Some([("4.94", "2.51"), ("6.00", "3.10")]))
    }

    #[test]
    fn three_methods_give_three_figures() {
        // Weighted: provisional 2025 3.944, 2024 4.697 → 5.71; level 1.0571/1.04697 = 1.0096755.
        let cases = [
            (Method::RatioCorrection, "4.91%"), // 3.944 + 0.96755 = 4.91155; each figure: 4.91065
            (Method::LiteralDifference, "4.96%"), // 3.944 + 1.013 = 4.957
            (Method::FullCompounding, "4.95%"), // 1.03944 × 1.0096755 = 1.0494971; each figure: 1.0494969
        ];
        for (method, shown) in cases {
            for stage in CorrectionStage::ALL {
                let index = rule(method, stage).index(&vng_2025()).unwrap();
                assert_eq!(index.percent.to_string(), shown, "{} {}", method.name(), stage.name());
                assert_eq!(index.prior, Some((percent("4.697"), percent("5.71"))));
            }
        }
    }

    #[test]
    fn the_stage_can_change_a_hundredth() {
        // Wages provisionally 3.00 and definitively 3.50; prices 0.00 and 1.50.
        let figures = year(2025, ("4.00", "2.00"), Some([("3.00", "0.00"), ("3.50", "1.50")]));
        let shown = |stage| rule(Method::RatioCorrection, stage).index(&figures).unwrap().percent.to_string();
        assert_eq!(CorrectionStage::ALL.map(shown), ["4.38%", "4.39%"]);
    }

    #[test]
    fn the_first_year_of_a_contract_corrects_nothing() {
        for method in Method::ALL {
            let first = year(2025, ("4.18", "1.82"), None);
            let index = rule(method, CorrectionStage::WeightedTotal).index(&first).unwrap();
            assert_eq!((index.percent, index.correction, index.prior), (percent("3.94"), Ratio::ZERO, None));
        }
    }

    #[test]
    fn years_follow_from_each_other() {
        let rule = rule(Method::RatioCorrection, CorrectionStage::WeightedTotal);
        let first = year(2024, ("4.94", "2.51"), None);
        assert_eq!(rule.indices(&[first, vng_2025()]).unwrap().len(), 2);
        let cases = [
            (
                year(2026, ("4.18", "1.82"), None),
                "year 2026: it stands behind 2024, expected years that follow each other.",
            ),
            (year(2025, ("4.18", "1.82"), None), "year 2025: no correction, expected one: only a first year has none."),
            (
                year(2025, ("4.18", "1.82"), Some([("4.49", "2.51"), ("6.00", "3.10")])),
                "year 2025: a correction of wages 4.49% and prices 2.51%, expected the provisional figures of 2024: 4.94% and 2.51%.",
            ),
            (
                year(2025, ("4.18", "-100"), Some([("4.94", "2.51"), ("6.00", "3.10")])),
                "year 2025: a rise of prices of -100%, expected more than -100%.",
            ),
        ];
        for (second, text) in cases {
            assert_eq!(rule.indices(&[first, second]).unwrap_err().to_string(), text);
        }
    }

    fn random_figures() -> impl Strategy<Value = Figures> {
        let rise = || (-900_i64..2_000).prop_map(|hundredths| Percent::new(Decimal::new(hundredths, 2)).unwrap());
        (rise(), rise()).prop_map(|(wages, prices)| Figures { wages, prices })
    }

    proptest! {
        /// The trail adds up, and without a correction every method gives the provisional rise.
        #[test]
        fn the_trail_of_an_index_adds_up(
            now in random_figures(), before in random_figures(), after in random_figures(),
            method in select(&Method::ALL[..]), stage in select(&CorrectionStage::ALL[..]),
        ) {
            let index = |definitive| {
                let prior = PriorYear::Revised(Revision { provisional: before, definitive });
                let year = YearFigures { year: Year::new(2025).unwrap(), provisional: now, prior };
                rule(method, stage).index(&year).unwrap()
            };
            let (corrected, same) = (index(after), index(before));
            let exact = corrected.provisional.ratio().checked_add(corrected.correction).unwrap();
            prop_assert_eq!(corrected.percent.ratio().checked_add(corrected.residue).unwrap(), exact);
            prop_assert_eq!(same.correction, Ratio::ZERO);
        }
    }
}
