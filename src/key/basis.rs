//! The bases of a key: which figures of which years become the weights.

use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::period::Year;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

/// Which figures become the weights of a key; v is the figure of a party in a year, V the sum over the parties of the key.
///
/// Dutch: *grondslag van de sleutel*. Source: `SOURCES.md#solidarity`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "kind", rename_all = "kebab-case"))]
pub enum KeyBasis<P> {
    /// The figures of the key year: v.
    Measured,
    /// The figures of several years together: Σv. A year with much care counts for more. Dutch: *gemiddelde van sommen*.
    MeanOfSums {
        /// How many years, back from the key year; their sums stand in the same proportion as their means.
        years: u16,
    },
    /// The mean of the shares of each year: Σ(v/V)/n. Every year counts alike. Dutch: *gemiddelde van aandelen*.
    MeanOfShares {
        /// How many years, back from the key year.
        years: u16,
    },
    /// The figures of several years, each with a weight of its own: Σ(w·v). Dutch: *gewogen jaren*.
    WeightedYears {
        /// The weight of each year, newest first; they need not add up to 1.
        weights: Vec<Ratio>,
    },
    /// The same weight for every party. Dutch: *gelijke delen*.
    Equal,
    /// Weights that were agreed or published as they are. Dutch: *vaste sleutel*.
    Fixed {
        /// The weight of each party; a party that does not take part may stand there too.
        entries: Vec<(P, Ratio)>,
    },
}

impl<P> KeyBasis<P> {
    /// Every name, in the order in which the bases are documented.
    pub const NAMES: [&'static str; 6] =
        ["measured", "mean-of-sums", "mean-of-shares", "weighted-years", "equal", "fixed"];

    /// The name in files and on the command line: `mean-of-sums`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            KeyBasis::Measured => "measured",
            KeyBasis::MeanOfSums { .. } => "mean-of-sums",
            KeyBasis::MeanOfShares { .. } => "mean-of-shares",
            KeyBasis::WeightedYears { .. } => "weighted-years",
            KeyBasis::Equal => "equal",
            KeyBasis::Fixed { .. } => "fixed",
        }
    }

    /// Of how many years a measure is asked for figures: of none by the bases that look at no measure.
    ///
    /// # Errors
    /// `OutOfRange` for a mean of no years and for more years than can be written; `ZeroWeights` for years that all weigh
    /// nothing; `NegativeWeight` for a year that weighs less.
    pub fn years(&self) -> Result<u16, Error> {
        match self {
            KeyBasis::Measured => Ok(1),
            KeyBasis::MeanOfSums { years: 0 } | KeyBasis::MeanOfShares { years: 0 } => {
                Err(Error::new(Kind::OutOfRange, "a mean of 0 years", "at least 1 year"))
            }
            KeyBasis::MeanOfSums { years } | KeyBasis::MeanOfShares { years } => Ok(*years),
            KeyBasis::WeightedYears { weights } => weighted(weights),
            KeyBasis::Equal | KeyBasis::Fixed { .. } => Ok(0),
        }
    }

    /// By what the figures of each year are multiplied, given what all parties together have in it; newest first.
    pub(super) fn factors(&self, totals: &[(Year, Ratio)]) -> Result<Vec<Ratio>, Error> {
        match self {
            KeyBasis::MeanOfShares { years } => totals.iter().map(|total| share_factor(*years, total)).collect(),
            KeyBasis::WeightedYears { weights } => Ok(weights.clone()),
            _ => Ok(vec![Ratio::ONE; totals.len()]),
        }
    }

    /// How the name of a key says from which years it is, newest first: `mean of sums of 2012–2014`.
    pub(super) fn title(&self, years: &[Year]) -> String {
        match self {
            KeyBasis::MeanOfSums { .. } => format!("mean of sums of {}", span(years)),
            KeyBasis::MeanOfShares { .. } => format!("mean of shares of {}", span(years)),
            KeyBasis::WeightedYears { weights } => {
                let terms = weights.iter().zip(years).map(|(weight, year)| format!("{weight} × {year}"));
                format!("weighted years {}", terms.collect::<Vec<_>>().join(", "))
            }
            KeyBasis::Measured | KeyBasis::Equal | KeyBasis::Fixed { .. } => span(years),
        }
    }
}

/// The number of weighted years, once it is proved that they weigh something.
fn weighted(weights: &[Ratio]) -> Result<u16, Error> {
    if let Some(weight) = weights.iter().find(|&&weight| weight < Ratio::ZERO) {
        let found = format!("a year that weighs {weight}");
        return Err(Error::new(Kind::NegativeWeight, found, "years that weigh zero or more"));
    }
    if weights.iter().all(|&weight| weight == Ratio::ZERO) {
        let found = "no year that weighs anything";
        return Err(Error::new(Kind::ZeroWeights, found, "a weight for each year, newest first"));
    }
    let too_many = |_| Error::new(Kind::OutOfRange, format!("{} weighted years", weights.len()), "fewer years");
    u16::try_from(weights.len()).map_err(too_many)
}

/// 1/(n·V), by which a figure becomes its share in the mean.
fn share_factor(years: u16, &(year, total): &(Year, Ratio)) -> Result<Ratio, Error> {
    if total <= Ratio::ZERO {
        return Err(Error::new(Kind::ZeroWeights, format!("the figures add up to {total}"), "a sum to take shares of")
            .advise("Take the mean of sums, or years in which the sum is above zero.")
            .within(format!("{year}")));
    }
    Ratio::ONE.checked_div(total.checked_mul(Ratio::integer(years.into()))?)
}

/// `2012–2014`, or the year when it is one.
fn span(newest_first: &[Year]) -> String {
    match newest_first {
        [] => String::new(),
        [year] => year.to_string(),
        [newest, .., oldest] => format!("{oldest}–{newest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::KeyBasis;
    use crate::error::Kind;
    use crate::exact::Ratio;
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    type Basis = KeyBasis<&'static str>;

    #[test]
    fn every_basis_has_a_name() {
        let bases: [Basis; 6] = [
            KeyBasis::Measured,
            KeyBasis::MeanOfSums { years: 3 },
            KeyBasis::MeanOfShares { years: 3 },
            KeyBasis::WeightedYears { weights: vec![Ratio::ONE] },
            KeyBasis::Equal,
            KeyBasis::Fixed { entries: vec![("Bedum", Ratio::ONE)] },
        ];
        assert!(bases.iter().map(KeyBasis::name).eq(Basis::NAMES));
        assert!(bases.iter().map(|basis| basis.years().unwrap()).eq([1, 3, 3, 1, 0, 0]));
    }

    #[test]
    fn a_basis_of_no_years_is_refused() {
        let weighted = |weights: &[i64]| {
            let weights: Vec<Ratio> = weights.iter().copied().map(Ratio::integer).collect();
            Basis::WeightedYears { weights }
        };
        let nothing = "no year that weighs anything, expected a weight for each year, newest first.";
        let cases = [
            (Basis::MeanOfSums { years: 0 }, Kind::OutOfRange, "a mean of 0 years, expected at least 1 year."),
            (Basis::MeanOfShares { years: 0 }, Kind::OutOfRange, "a mean of 0 years, expected at least 1 year."),
            (weighted(&[]), Kind::ZeroWeights, nothing),
            (weighted(&[0, 0]), Kind::ZeroWeights, nothing),
            (
                weighted(&[2, -1]),
                Kind::NegativeWeight,
                "a year that weighs -1, expected years that weigh zero or more.",
            ),
        ];
        for (basis, kind, text) in cases {
            let error = basis.years().unwrap_err();
            assert_eq!((error.kind(), error.to_string().as_str()), (kind, text));
        }
        assert!(weighted(&[0, 1]).years().is_ok()); // the figures of a year before, and none of the newest
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_rule_is_written_with_its_names() {
        use crate::key::{AgeBand, KeyRule, KeyYear};
        let ages = AgeBand::parse("0-17").ok();
        let rule = KeyRule { basis: Basis::MeanOfSums { years: 3 }, year: Some(KeyYear::Before(1)), ages };
        let json = r#"{"basis":{"kind":"mean-of-sums","years":3},"year":"t-1","ages":"0-17"}"#;
        assert_eq!(serde_json::to_string(&rule).unwrap(), json);
        let fixed = Basis::Fixed { entries: vec![("Bedum", Ratio::HALF)] };
        assert_eq!(serde_json::to_string(&fixed).unwrap(), r#"{"kind":"fixed","entries":[["Bedum","1/2"]]}"#);
    }
}
