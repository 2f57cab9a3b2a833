//! Keys that know what they are made of.

use super::{AgeBand, Key, KeyBasis, KeyRule, Measure, YearFigure};
use crate::period::Year;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

/// A key with the rule, the years, the ages and the figures that it comes from.
///
/// Made by [`KeyRule::derive`]; a weight is explained by [`DatedKey::explain`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedKey<P> {
    key: Key<P>,
    basis: KeyBasis<P>,
    ages: Option<AgeBand>,
    measure: String,
    unit: String,
    years: Vec<Year>,
    /// For each party in the order of the key, for each year in the order of the years; none without a measure.
    figures: Vec<Vec<YearFigure>>,
}

impl<P: Ord + Clone + Display> DatedKey<P> {
    pub(super) fn new(
        key: Key<P>,
        rule: &KeyRule<P>,
        measure: Option<&Measure<P>>,
        years: Vec<Year>,
        figures: Vec<Vec<YearFigure>>,
    ) -> DatedKey<P> {
        let text = |text: fn(&Measure<P>) -> &str| measure.map(text).unwrap_or_default().to_string();
        let (name, unit) = (text(Measure::name), text(Measure::unit));
        DatedKey { key, basis: rule.basis.clone(), ages: rule.ages, measure: name, unit, years, figures }
    }

    /// The key itself; its name shows the measure, the ages and the years.
    #[must_use]
    pub const fn key(&self) -> &Key<P> {
        &self.key
    }

    /// The key itself, without what it comes from.
    #[must_use]
    pub fn into_key(self) -> Key<P> {
        self.key
    }

    /// Which figures became the weights.
    #[must_use]
    pub const fn basis(&self) -> &KeyBasis<P> {
        &self.basis
    }

    /// The years whose figures were used, newest first; none for an equal key and for a fixed key without a year.
    #[must_use]
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// The ages that were counted; `None` where the figures have no ages.
    #[must_use]
    pub const fn ages(&self) -> Option<AgeBand> {
        self.ages
    }

    /// The name of the measure; empty for an equal or a fixed key.
    #[must_use]
    pub fn measure(&self) -> &str {
        &self.measure
    }

    /// Of what the figures are numbers; empty for an equal or a fixed key.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// The figures behind the weight of a party, newest year first; none for an equal or a fixed key, and none for a party
    /// that is not in the key.
    #[must_use]
    pub fn figures_of(&self, party: &P) -> &[YearFigure] {
        let position = self.key.position(party);
        position.and_then(|position| self.figures.get(position)).map_or(&[], Vec::as_slice)
    }
}
