//! How the weight of a party came about: the steps from the given figures to the weight.

use super::rule::quantity;
use super::{AgeBand, DatedKey, KeyBasis};
use crate::error::Error;
use crate::exact::Ratio;
use crate::period::Year;
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

impl<P: Ord + Clone + Display> DatedKey<P> {
    /// Explains the weight of a party: adds the steps to a trace and returns the position of the last, the weight.
    ///
    /// `place` says where a figure stands in its source, by its party, its year and its age band. Shares need the figures
    /// of all parties, so a mean of shares has these among its leaves.
    ///
    /// # Errors
    /// `UnknownName` when the party is not in the key; otherwise as for [`Trace::compute`].
    pub fn explain(
        &self,
        trace: &mut Trace,
        party: &P,
        place: impl Fn(&P, Year, Option<AgeBand>) -> String,
    ) -> Result<usize, Error> {
        let weight = self.key().amount_of(party).ok_or_else(|| self.key().unknown(party))?;
        let mut steps = Steps { dated: self, trace, place };
        match self.basis() {
            KeyBasis::Measured | KeyBasis::MeanOfSums { .. } => steps.sum_of_years(party),
            KeyBasis::MeanOfShares { .. } => steps.mean_of_shares(party),
            KeyBasis::WeightedYears { weights } => steps.weighted_years(party, weights),
            KeyBasis::Equal | KeyBasis::Fixed { .. } => Ok(steps.given_weight(party, weight)),
        }
    }
}

/// The explanation of one weight, while it is written.
struct Steps<'s, P, F> {
    dated: &'s DatedKey<P>,
    trace: &'s mut Trace,
    place: F,
}

impl<P: Ord + Clone + Display, F: Fn(&P, Year, Option<AgeBand>) -> String> Steps<'_, P, F> {
    fn sum_of_years(&mut self, party: &P) -> Result<usize, Error> {
        let figures = self.each_year(|steps, index, _| steps.figure(party, index))?;
        self.sum(&self.weight_label(party), &figures)
    }

    fn mean_of_shares(&mut self, party: &P) -> Result<usize, Error> {
        let shares = self.each_year(|steps, index, year| steps.share(party, index, year))?;
        let [_, _, ..] = shares.as_slice() else {
            return self.sum(&self.weight_label(party), &shares); // the mean of one share is that share
        };
        let sum = self.sum(&format!("shares of {party}, added"), &shares)?;
        let count = i64::try_from(shares.len()).expect("at most as many years as can be written");
        let count = self.trace.given("number of years", number(Ratio::integer(count)), self.dated.key().name());
        self.trace.compute(&self.weight_label(party), Rule::Ratio, &[sum, count])
    }

    fn weighted_years(&mut self, party: &P, weights: &[Ratio]) -> Result<usize, Error> {
        let terms = self.each_year(|steps, index, year| {
            let figure = steps.figure(party, index)?;
            let weight = weights.get(index).copied().unwrap_or(Ratio::ZERO);
            let source = steps.dated.key().name();
            let weight = steps.trace.given(&format!("weight of {year}"), number(weight), source);
            let label = format!("{}, weighted", steps.label(party, year, steps.dated.ages()));
            steps.trace.compute(&label, Rule::Times, &[figure, weight])
        })?;
        self.sum(&self.weight_label(party), &terms)
    }

    /// A weight that no figure stands behind.
    fn given_weight(&mut self, party: &P, weight: Ratio) -> usize {
        let source = match (self.dated.basis(), self.dated.years()) {
            (_, [year, ..]) => (self.place)(party, *year, self.dated.ages()),
            (KeyBasis::Equal, []) => "every party weighs the same".to_string(),
            (_, []) => "as agreed".to_string(),
        };
        self.trace.given(&self.weight_label(party), number(weight), &source)
    }

    fn each_year(
        &mut self,
        mut step: impl FnMut(&mut Self, usize, Year) -> Result<usize, Error>,
    ) -> Result<Vec<usize>, Error> {
        let dated = self.dated;
        dated.years().iter().enumerate().map(|(index, &year)| step(self, index, year)).collect()
    }

    /// The share of a party in a year, with the figures of all parties.
    fn share(&mut self, party: &P, index: usize, year: Year) -> Result<usize, Error> {
        let dated = self.dated;
        let all: Result<Vec<usize>, Error> = dated.key().parties().iter().map(|one| self.figure(one, index)).collect();
        let all = all?;
        let own = dated.key().position(party).and_then(|position| all.get(position)).copied();
        let own = own.ok_or_else(|| dated.key().unknown(party))?;
        let measure = quantity(dated.measure(), dated.ages());
        let total = self.sum(&format!("{measure}, all parties, {year}{}", self.unit()), &all)?;
        self.trace.compute(&format!("{measure}, share of {party}, {year}"), Rule::Ratio, &[own, total])
    }

    /// The figure of a party in a year, as the sum of its age bands where it has several.
    fn figure(&mut self, party: &P, index: usize) -> Result<usize, Error> {
        let dated = self.dated;
        let figure = dated.figures_of(party).get(index).ok_or_else(|| dated.key().unknown(party))?;
        let mut parts = Vec::new();
        for &(band, value) in figure.parts() {
            let source = (self.place)(party, figure.year(), band);
            parts.push(self.trace.given(&self.label(party, figure.year(), band), number(value), &source));
        }
        self.sum(&self.label(party, figure.year(), dated.ages()), &parts)
    }

    /// The sum of some steps; a single one needs no step of its own.
    fn sum(&mut self, label: &str, steps: &[usize]) -> Result<usize, Error> {
        match steps {
            [one] => Ok(*one),
            _ => self.trace.compute(label, Rule::Sum, steps),
        }
    }

    /// `youths 0-17, Bedum, 2014 (persons)`.
    fn label(&self, party: &P, year: Year, ages: Option<AgeBand>) -> String {
        format!("{}, {party}, {year}{}", quantity(self.dated.measure(), ages), self.unit())
    }

    fn weight_label(&self, party: &P) -> String {
        format!("weight of {party}, {}", self.dated.key().name())
    }

    fn unit(&self) -> String {
        let unit = self.dated.unit();
        if unit.is_empty() { String::new() } else { format!(" ({unit})") }
    }
}

fn number(ratio: Ratio) -> Value {
    Value::Number(ratio)
}

#[cfg(test)]
mod tests {
    use crate::exact::Ratio;
    use crate::key::samples::{BMWE, ages, spend, year, youths};
    use crate::key::{AgeBand, DatedKey, KeyBasis, KeyRule, KeyYear, Measure};
    use crate::period::Year;
    use crate::trace::Trace;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;

    type Basis = KeyBasis<&'static str>;

    fn place(party: &&'static str, year: Year, ages: Option<AgeBand>) -> String {
        let band = ages.map(|ages| alloc::format!(", column {ages}")).unwrap_or_default();
        alloc::format!("figures of {year}, row {party}{band}")
    }

    fn derive(basis: Basis, measure: Option<&Measure<&'static str>>, band: Option<&str>) -> DatedKey<&'static str> {
        let key_year = measure.map(|measure| KeyYear::Fixed(measure.years().last().copied().unwrap()));
        KeyRule { basis, year: key_year, ages: band.map(ages) }.derive(&BMWE, measure, year(2015)).unwrap()
    }

    /// The steps of an explanation: label = value, and the source of what was given.
    fn explained(dated: &DatedKey<&'static str>, party: &'static str) -> Vec<String> {
        let mut trace = Trace::default();
        trace.given("another figure before it", super::number(Ratio::ONE), "");
        let last = dated.explain(&mut trace, &party, place).unwrap();
        let weight = super::number(dated.key().amount_of(&party).unwrap()).to_string();
        assert_eq!(last + 1, trace.steps().len());
        assert_eq!(trace.replay().unwrap().to_string(), weight);
        let line = |step: &crate::trace::Step| {
            let source = step.source.as_ref().map(|source| alloc::format!(" [{source}]")).unwrap_or_default();
            alloc::format!("{} = {}{source}", step.label, step.value)
        };
        trace.steps().iter().skip(1).map(line).collect()
    }

    #[test]
    fn youths_are_explained_by_their_bands() {
        let dated = derive(Basis::Measured, Some(&youths()), Some("0-17"));
        let steps = [
            "youths 0-3, Bedum, 2014 (persons) = 422 [figures of 2014, row Bedum, column 0-3]",
            "youths 4-11, Bedum, 2014 (persons) = 963 [figures of 2014, row Bedum, column 4-11]",
            "youths 12-17, Bedum, 2014 (persons) = 826 [figures of 2014, row Bedum, column 12-17]",
            "youths 0-17, Bedum, 2014 (persons) = 2211",
        ];
        assert_eq!(explained(&dated, "Bedum"), steps);
    }

    #[test]
    fn a_sum_of_years_is_explained_by_its_years() {
        let dated = derive(Basis::MeanOfSums { years: 3 }, Some(&spend()), None);
        let steps = [
            "spend, Bedum, 2015 (10,000 euros) = 170 [figures of 2015, row Bedum]",
            "spend, Bedum, 2014 (10,000 euros) = 160 [figures of 2014, row Bedum]",
            "spend, Bedum, 2013 (10,000 euros) = 150 [figures of 2013, row Bedum]",
            "weight of Bedum, spend, mean of sums of 2013–2015 = 480",
        ];
        assert_eq!(explained(&dated, "Bedum"), steps);
    }

    #[test]
    fn a_mean_of_shares_is_explained_by_all_figures() {
        let dated = derive(Basis::MeanOfShares { years: 2 }, Some(&spend()), None);
        let name = "spend, mean of shares of 2014–2015";
        let mut steps: Vec<String> = Vec::new();
        for (year, figures, total, share) in
            [(2015, [170, 215, 305, 250], 940, "17/94"), (2014, [160, 210, 300, 235], 905, "32/181")]
        {
            for (party, value) in ["Bedum", "De Marne", "Eemsmond", "Winsum"].into_iter().zip(figures) {
                let source = alloc::format!("[figures of {year}, row {party}]");
                steps.push(alloc::format!("spend, {party}, {year} (10,000 euros) = {value} {source}"));
            }
            steps.push(alloc::format!("spend, all parties, {year} (10,000 euros) = {total}"));
            steps.push(alloc::format!("spend, share of Bedum, {year} = {share}"));
        }
        steps.push("shares of Bedum, added = 6085/17014".to_string());
        steps.push(alloc::format!("number of years = 2 [{name}]"));
        steps.push(alloc::format!("weight of Bedum, {name} = 6085/34028"));
        assert_eq!(explained(&dated, "Bedum"), steps);
        let one_year = derive(Basis::MeanOfShares { years: 1 }, Some(&spend()), None);
        assert_eq!(explained(&one_year, "Bedum").last().unwrap(), "spend, share of Bedum, 2015 = 17/94");
    }

    #[test]
    fn weighted_years_are_explained_by_their_weights() {
        let weights = vec![Ratio::ONE, Ratio::HALF];
        let dated = derive(Basis::WeightedYears { weights }, Some(&spend()), None);
        let name = "spend, weighted years 1 × 2015, 1/2 × 2014";
        let steps = [
            "spend, Bedum, 2015 (10,000 euros) = 170 [figures of 2015, row Bedum]".to_string(),
            alloc::format!("weight of 2015 = 1 [{name}]"),
            "spend, Bedum, 2015 (10,000 euros), weighted = 170".to_string(),
            "spend, Bedum, 2014 (10,000 euros) = 160 [figures of 2014, row Bedum]".to_string(),
            alloc::format!("weight of 2014 = 1/2 [{name}]"),
            "spend, Bedum, 2014 (10,000 euros), weighted = 80".to_string(),
            alloc::format!("weight of Bedum, {name} = 250"),
        ];
        assert_eq!(explained(&dated, "Bedum"), steps);
    }

    #[test]
    fn a_weight_without_figures_says_so() {
        let equal = derive(Basis::Equal, None, None);
        assert_eq!(explained(&equal, "Bedum"), ["weight of Bedum, equal = 1 [every party weighs the same]"]);
        let entries = BMWE.map(|party| (party, Ratio::HALF)).to_vec();
        let fixed = KeyRule { basis: Basis::Fixed { entries }, year: Some(KeyYear::Before(1)), ages: None };
        let fixed = fixed.derive(&BMWE, None, year(2015)).unwrap();
        let step = "weight of Bedum, fixed, 2014 = 1/2 [figures of 2014, row Bedum]";
        assert_eq!(explained(&fixed, "Bedum"), [step]);
        let unknown = equal.explain(&mut Trace::default(), &"Loppersum", place).unwrap_err().to_string();
        let known = "\"Bedum\", \"De Marne\", \"Eemsmond\", \"Winsum\"";
        assert_eq!(unknown, alloc::format!("key \"equal\": no party \"Loppersum\", expected one of {known}."));
    }
}
