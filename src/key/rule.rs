//! From a rule and what was counted to a key.

use super::{AgeBand, DatedKey, Key, KeyBasis, KeyYear, Measure, YearFigure, key_year};
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::period::Year;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

/// How a key comes from figures: on which basis, of which year, of which ages.
///
/// Dutch: *verdeelregel*. What a basis needs has no default; what it cannot use is refused, so that nothing that is declared
/// is without effect.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct KeyRule<P> {
    /// Which figures become the weights.
    pub basis: KeyBasis<P>,
    /// The key year, and the last one where the basis is over several. Needed by every basis that looks at a measure; of a
    /// fixed key it says of which year the entries are; an equal key has none.
    pub year: Option<KeyYear>,
    /// Which ages count: needed for a measure with age bands, and refused for one without. Of a fixed key it says of which
    /// ages the entries are; an equal key has none.
    pub ages: Option<AgeBand>,
}

impl<P: Ord + Clone + Display> KeyRule<P> {
    /// The key over some parties, for use in `year`; a basis that needs no figures looks at no measure.
    ///
    /// Shares are taken among these parties, so the mean of shares of a few is not the mean of shares of all, restricted.
    ///
    /// # Errors
    /// `Missing` when the key year or the measure is, or a figure; `WrongType` when an equal key declares a year or ages;
    /// `OutOfRange` for years that cannot be written; `ZeroWeights` when a year to take shares of adds up to nothing or
    /// less; `Overflow` when shares of several years have no common denominator of
    /// 127 bits; otherwise as for [`KeyBasis::years`], [`Measure::figure`], [`Key::new`] and [`Key::restricted_to`].
    pub fn derive(&self, parties: &[P], measure: Option<&Measure<P>>, year: Year) -> Result<DatedKey<P>, Error> {
        let within = |error: Error| error.within(format!("key rule \"{}\"", self.basis.name()));
        let count = self.basis.years().map_err(within)?;
        let key_year = self.year.map(|key_year| key_year.in_year(year)).transpose().map_err(within)?;
        match &self.basis {
            KeyBasis::Equal => self.equal(parties),
            KeyBasis::Fixed { entries } => self.fixed(parties, entries, key_year),
            _ => {
                let last = key_year.ok_or_else(|| within(no_year()))?;
                let measure = measure.ok_or_else(|| within(self.no_measure()))?;
                let years = key_year::years_up_to(last, count).map_err(within)?;
                self.measured(parties, measure, years)
            }
        }
    }

    fn equal(&self, parties: &[P]) -> Result<DatedKey<P>, Error> {
        let unused = self.year.map(|year| format!("the key year {year}"));
        let unused = unused.or_else(|| self.ages.map(|ages| format!("the age band {ages}")));
        if let Some(unused) = unused {
            return Err(Error::new(
                Kind::WrongType,
                unused,
                "neither a year nor ages for a key that looks at no figures",
            )
            .within("key rule \"equal\""));
        }
        let key = Key::new("equal", parties.iter().map(|party| (party.clone(), Ratio::ONE)), None)?;
        Ok(DatedKey::new(key, self, None, Vec::new(), Vec::new()))
    }

    fn fixed(&self, parties: &[P], entries: &[(P, Ratio)], year: Option<Year>) -> Result<DatedKey<P>, Error> {
        let years: Vec<Year> = year.into_iter().collect();
        let key = Key::new(&self.title("fixed", &years), entries.iter().cloned(), None)?;
        Ok(DatedKey::new(key.restricted_to(parties)?, self, None, years, Vec::new()))
    }

    fn measured(&self, parties: &[P], measure: &Measure<P>, years: Vec<Year>) -> Result<DatedKey<P>, Error> {
        let mut parties = parties.to_vec();
        parties.sort();
        let of_party = |party: &P| years.iter().map(|&year| measure.figure(party, year, self.ages)).collect();
        let figures: Vec<Vec<YearFigure>> = parties.iter().map(of_party).collect::<Result<_, Error>>()?;
        let name = self.title(measure.name(), &years);
        let weights = self.weights(&years, &figures).map_err(|error| error.within(format!("key \"{name}\"")));
        let key = weights.and_then(|weights| Key::new(&name, parties.into_iter().zip(weights), None));
        let key = key.map_err(|error| self.too_fine(error))?;
        Ok(DatedKey::new(key, self, Some(measure), years, figures))
    }

    /// What each party weighs: each year's figure times the factor of the year.
    fn weights(&self, years: &[Year], figures: &[Vec<YearFigure>]) -> Result<Vec<Ratio>, Error> {
        let factors = self.basis.factors(&totals(years, figures)?)?;
        figures.iter().map(|figures| weight(&factors, figures)).collect()
    }

    /// Says what to do when shares of several years, each of another sum, have no common denominator that fits.
    fn too_fine(&self, error: Error) -> Error {
        match self.basis {
            KeyBasis::MeanOfShares { .. } if error.kind() == Kind::Overflow => {
                error.advise("Take the shares of fewer years, smaller figures (euros for cents), or the mean of sums.")
            }
            _ => error,
        }
    }

    /// The name of the key: the measure with its ages, then the years: `youths 0-17, 2014`.
    fn title(&self, measure: &str, years: &[Year]) -> String {
        let of_years = self.basis.title(years);
        let comma = if of_years.is_empty() { "" } else { ", " };
        format!("{}{comma}{of_years}", quantity(measure, self.ages))
    }

    fn no_measure(&self) -> Error {
        Error::new(Kind::Missing, "no measure", "the figures that the key is made of")
            .advise("Name a measure, or use an equal or a fixed key.")
    }
}

/// `youths 0-17`, or the measure alone where it has no ages.
pub(super) fn quantity(measure: &str, ages: Option<AgeBand>) -> String {
    ages.map_or_else(|| measure.to_string(), |ages| format!("{measure} {ages}"))
}

fn no_year() -> Error {
    Error::new(Kind::Missing, "no key year is declared", "a year such as 2014, t or t-1")
        .advise("It says of which year the figures are; t is the year that the key is used for.")
}

/// What all parties have together in each year.
fn totals(years: &[Year], figures: &[Vec<YearFigure>]) -> Result<Vec<(Year, Ratio)>, Error> {
    let total = |(position, &year)| {
        let mut in_year = figures.iter().filter_map(|figures: &Vec<YearFigure>| figures.get(position));
        let total = in_year.try_fold(Ratio::ZERO, |sum, figure: &YearFigure| sum.checked_add(figure.sum()))?;
        Ok((year, total))
    };
    years.iter().enumerate().map(total).collect()
}

fn weight(factors: &[Ratio], figures: &[YearFigure]) -> Result<Ratio, Error> {
    factors
        .iter()
        .zip(figures)
        .try_fold(Ratio::ZERO, |sum, (&factor, figure)| sum.checked_add(factor.checked_mul(figure.sum())?))
}

#[cfg(test)]
mod tests {
    use super::KeyRule;
    use crate::error::{Error, Kind};
    use crate::exact::{Amount, Ratio, Split};
    use crate::key::samples::{BMWE, ages, clients, measure, spend, year, youths};
    use crate::key::{AgeBand, DatedKey, KeyBasis, KeyYear, Measure};
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;

    type Basis = KeyBasis<&'static str>;

    fn derive(
        basis: Basis,
        key_year: Option<&str>,
        band: Option<&str>,
        measure: Option<&Measure<&'static str>>,
    ) -> Result<DatedKey<&'static str>, Error> {
        let key_year = key_year.map(|text| KeyYear::parse(text).unwrap());
        let rule = KeyRule { basis, year: key_year, ages: band.map(|text| AgeBand::parse(text).unwrap()) };
        rule.derive(&BMWE, measure, year(2015))
    }

    fn parts(basis: Basis) -> Vec<i64> {
        let dated = derive(basis, Some("t"), None, Some(&spend())).unwrap();
        let whole = Amount::from_cents(940_000_000);
        let parts = dated.key().divide(whole, Split::default()).unwrap();
        BMWE.iter().map(|name| parts.iter().find(|(party, _)| party == name).unwrap().1.cents()).collect()
    }

    /// 9,400,000.00 by the use of three years, whose sums are 8.85, 9.05 and 9.40 million.
    #[test]
    fn the_mean_of_sums_is_not_the_mean_of_shares() {
        // 4.80, 6.30, 7.25 and 8.95 of 27.30 million
        assert_eq!(parts(Basis::MeanOfSums { years: 3 }), [165_274_725, 216_923_077, 249_633_700, 308_168_498]);
        // (1.50/8.85 + 1.60/9.05 + 1.70/9.40) / 3 and so on
        assert_eq!(parts(Basis::MeanOfShares { years: 3 }), [165_169_960, 216_953_887, 249_667_884, 308_208_269]);
        // 3 × 1.70 + 2 × 1.60 + 1 × 1.50 and so on
        let weights = [3, 2, 1].map(Ratio::integer).to_vec();
        assert_eq!(parts(Basis::WeightedYears { weights }), [167_035_358, 216_464_189, 248_848_595, 307_651_858]);
        // the last year alone: everyone gets the own use
        assert_eq!(parts(Basis::Measured), [170_000_000, 215_000_000, 250_000_000, 305_000_000]);
    }

    #[test]
    fn youths_are_of_the_declared_ages() {
        let key = |band| derive(Basis::Measured, Some("2014"), Some(band), Some(&youths())).unwrap();
        let amounts = |weights: [i64; 4]| weights.map(Ratio::integer);
        assert_eq!(key("0-24").key().parties(), ["Bedum", "De Marne", "Eemsmond", "Winsum"]);
        assert_eq!(key("0-24").key().amounts(), amounts([2947, 2565, 4325, 3951]));
        assert_eq!(key("0-17").key().amounts(), amounts([2211, 1954, 3242, 3150]));
    }

    #[test]
    fn the_name_of_a_key_shows_what_was_declared() {
        let (youths, spend) = (youths(), spend());
        let half = Ratio::HALF;
        let fixed = Basis::Fixed { entries: BMWE.map(|party| (party, Ratio::ONE)).to_vec() };
        let cases = [
            (Basis::Measured, Some("t-1"), Some("0-17"), Some(&youths), "youths 0-17, 2014", vec![2014]),
            (Basis::Measured, Some("2013"), None, Some(&spend), "spend, 2013", vec![2013]),
            (
                Basis::MeanOfSums { years: 3 },
                Some("t"),
                None,
                Some(&spend),
                "spend, mean of sums of 2013–2015",
                vec![2015, 2014, 2013],
            ),
            (
                Basis::MeanOfShares { years: 2 },
                Some("t-1"),
                None,
                Some(&spend),
                "spend, mean of shares of 2013–2014",
                vec![2014, 2013],
            ),
            (
                Basis::MeanOfSums { years: 1 },
                Some("t-1"),
                Some("0-24"),
                Some(&youths),
                "youths 0-24, mean of sums of 2014",
                vec![2014],
            ),
            (
                Basis::WeightedYears { weights: vec![Ratio::ONE, half] },
                Some("t"),
                None,
                Some(&spend),
                "spend, weighted years 1 × 2015, 1/2 × 2014",
                vec![2015, 2014],
            ),
            (Basis::Equal, None, None, None, "equal", vec![]),
            (fixed.clone(), None, None, None, "fixed", vec![]),
            (fixed, Some("2014"), Some("0-17"), None, "fixed 0-17, 2014", vec![2014]),
        ];
        for (basis, key_year, band, measure, name, years) in cases {
            let dated = derive(basis, key_year, band, measure).unwrap();
            assert_eq!(dated.key().name(), name);
            assert!(dated.years().iter().map(|year| i64::from(year.number())).eq(years), "{name}");
            assert_eq!(dated.ages(), band.map(ages), "{name}");
        }
    }

    #[test]
    fn a_fixed_key_is_restricted_to_who_takes_part() {
        let entries =
            [("Loppersum", 7), ("Bedum", 1), ("Winsum", 2)].map(|(party, weight)| (party, Ratio::integer(weight)));
        let rule = KeyRule { basis: KeyBasis::Fixed { entries: entries.to_vec() }, year: None, ages: None };
        let dated = rule.derive(&["Winsum", "Bedum"], None, year(2015)).unwrap();
        assert_eq!(dated.key().amounts(), [Ratio::ONE, Ratio::integer(2)]);
        assert_eq!(
            rule.derive(&["Eemsmond"], None, year(2015)).unwrap_err().to_string(),
            "key \"fixed\": no party \"Eemsmond\", expected one of \"Bedum\", \"Loppersum\", \"Winsum\"."
        );
    }

    #[test]
    fn what_is_not_declared_is_asked_for() {
        let (youths, clients) = (youths(), clients());
        let zero = measure("clients", "persons", &[(2014, [1, 0, 2, 3]), (2015, [-6, 1, 2, 3])]);
        let text = |basis, key_year, band, measure| {
            let error = derive(basis, key_year, band, measure).unwrap_err();
            (error.kind(), error.to_string())
        };
        let unused = "expected neither a year nor ages for a key that looks at no figures.";
        let shares =
            "expected a sum to take shares of.\n  Take the mean of sums, or years in which the sum is above zero.";
        let cases: [((Kind, String), Kind, String); 10] = [
            (
                text(Basis::Measured, None, Some("0-17"), Some(&youths)),
                Kind::Missing,
                "key rule \"measured\": no key year is declared, expected a year such as 2014, t or t-1.\n  \
                 It says of which year the figures are; t is the year that the key is used for."
                    .to_string(),
            ),
            (
                text(Basis::MeanOfSums { years: 3 }, Some("t-1"), None, None),
                Kind::Missing,
                "key rule \"mean-of-sums\": no measure, expected the figures that the key is made of.\n  \
                 Name a measure, or use an equal or a fixed key."
                    .to_string(),
            ),
            (
                text(Basis::MeanOfSums { years: 0 }, Some("t-1"), None, Some(&clients)),
                Kind::OutOfRange,
                "key rule \"mean-of-sums\": a mean of 0 years, expected at least 1 year.".to_string(),
            ),
            (
                text(Basis::MeanOfSums { years: 3 }, Some("2013"), None, Some(&clients)),
                Kind::Missing,
                "measure \"clients\": no figures of 2011, expected one of 2012, 2013, 2014.\n  \
                 Declare another key year, or add the figures of 2011."
                    .to_string(),
            ),
            (
                text(Basis::MeanOfSums { years: 3 }, Some("1901"), None, Some(&clients)),
                Kind::OutOfRange,
                "key rule \"mean-of-sums\": the year 1899, expected a year from 1900 to 2199.".to_string(),
            ),
            (
                text(Basis::Equal, Some("t"), None, None),
                Kind::WrongType,
                alloc::format!("key rule \"equal\": the key year t, {unused}"),
            ),
            (
                text(Basis::Equal, None, Some("0-17"), None),
                Kind::WrongType,
                alloc::format!("key rule \"equal\": the age band 0-17, {unused}"),
            ),
            (
                text(Basis::MeanOfShares { years: 2 }, Some("t"), None, Some(&zero)),
                Kind::ZeroWeights,
                alloc::format!("key \"clients, mean of shares of 2014–2015\", 2015: the figures add up to 0, {shares}"),
            ),
            (
                text(Basis::Measured, Some("t"), None, Some(&zero)),
                Kind::NegativeWeight,
                "key \"clients, 2015\": the weight of Bedum is below zero, expected weights of zero or more."
                    .to_string(),
            ),
            (
                text(Basis::Fixed { entries: vec![] }, None, None, None),
                Kind::ZeroWeights,
                "key \"fixed\": 0 weights that add up to zero, expected at least one weight above zero.".to_string(),
            ),
        ];
        for ((kind, found), expected_kind, expected) in cases {
            assert_eq!((kind, found), (expected_kind, expected));
        }
    }

    /// Three years of spend in cents have a common denominator that fits; five years have none, and that is no rounding.
    #[test]
    fn shares_of_many_years_may_not_fit() {
        let primes = [899_809_343, 899_809_363, 900_000_011, 900_000_041, 900_000_053];
        let cents = |(back, sum): (i64, i64)| (2015 - back, [100_000_000, 200_000_000, 300_000_000, sum - 600_000_000]);
        let table: Vec<(i64, [i64; 4])> = (0..5).zip(primes).map(cents).collect();
        let spend = measure("spend", "cents", &table);
        assert!(derive(Basis::MeanOfShares { years: 3 }, Some("t"), None, Some(&spend)).is_ok());
        let error = derive(Basis::MeanOfShares { years: 5 }, Some("t"), None, Some(&spend)).unwrap_err();
        assert_eq!(error.kind(), Kind::Overflow);
        assert_eq!(
            error.to_string(),
            "key \"spend, mean of shares of 2011–2015\": the sum of fractions does not fit, \
             expected a fraction of two whole numbers of at most 127 bits.\n  \
             Take the shares of fewer years, smaller figures (euros for cents), or the mean of sums."
        );
        assert!(derive(Basis::MeanOfSums { years: 5 }, Some("t"), None, Some(&spend)).is_ok());
    }

    #[test]
    fn a_party_stands_there_once() {
        let rule = KeyRule { basis: Basis::Measured, year: Some(KeyYear::Before(0)), ages: None };
        let error = rule.derive(&["Bedum", "Winsum", "Bedum"], Some(&spend()), year(2015)).unwrap_err();
        assert_eq!(error.to_string(), "key \"spend, 2015\": Bedum stands there twice, expected every party once.");
    }
}
