//! Pools as they are, side by side with other ways to share the same cost.

use super::region::{Region, in_year};
use super::round::{Asked, Openings, RoundYear};
use crate::error::Error;
use crate::exact::Percent;
use crate::period::Year;
use crate::pool::{Comparison, Model, Settlement};
use crate::scenario::outcome::Party;
use crate::scenario::pooling::prove::Ground;
use crate::scenario::pooling::{AlternativeSection, ModelChoice, PoolSection};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

/// One year of a pool, as it is and by its alternatives.
///
/// Dutch: *vergelijking*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PoolComparison {
    /// The id of the outermost pool.
    pub pool: String,
    /// The year.
    pub year: Year,
    /// The positions of the members, in the order of the comparison.
    pub parties: Vec<usize>,
    /// The variants; the first is the pool as it is.
    pub comparison: Comparison<Party>,
}

impl<'a> Region<'a> {
    /// Whether a pool of this region has an id.
    pub(in crate::scenario) fn has(&self, pool: &str) -> bool {
        self.sections.iter().any(|section| section.id == pool)
    }

    /// The ids of its pools, the outermost first.
    pub(in crate::scenario) fn ids(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().map(|section| section.id.as_str())
    }

    /// Every year by the last settlement, side by side with alternatives that are about pools of this region.
    pub(in crate::scenario) fn compare(
        &self,
        ground: &Ground<'a, '_>,
        alternatives: &[AlternativeSection],
    ) -> Result<Vec<PoolComparison>, Error> {
        (0..self.years.len()).map(|year| self.compare_year(ground, alternatives, year)).collect()
    }

    fn compare_year(
        &self,
        ground: &Ground<'a, '_>,
        alternatives: &[AlternativeSection],
        position: usize,
    ) -> Result<PoolComparison, Error> {
        let year = &self.years[position];
        let last = year.rounds.last().expect("a year has at least one settlement");
        let openings = self.openings(position);
        let settled = |alternative: &AlternativeSection| -> Result<Option<Settlement<Party>>, Error> {
            let in_year = last.pool(&alternative.pool).is_some();
            let sections = self.sections_by(ground, alternative);
            let settle = || self.settle(ground, &sections, year.year, last, &openings);
            let place = |error: Error| error.within(alloc::format!("alternative \"{}\"", alternative.id));
            if in_year { settle().map(Some).map_err(place) } else { Ok(None) }
        };
        let mine = alternatives.iter().filter(|alternative| self.has(&alternative.pool));
        let settled = mine.map(|alternative| Ok((alternative.id.as_str(), settled(alternative)?)));
        let settled = settled.collect::<Result<Vec<_>, Error>>()?;
        let base = (self.outermost().id.as_str(), &last.settlement);
        let others = settled.iter().filter_map(|(name, settlement)| Some((*name, settlement.as_ref()?)));
        let comparison = Comparison::of(&core::iter::once(base).chain(others).collect::<Vec<_>>())?;
        let parties = self.positions(&comparison.members);
        Ok(PoolComparison { pool: self.outermost().id.clone(), year: year.year, parties, comparison })
    }

    fn settle(
        &self,
        ground: &Ground<'a, '_>,
        sections: &[PoolSection],
        year: Year,
        last: &RoundYear<'a>,
        openings: &Openings,
    ) -> Result<Settlement<Party>, Error> {
        let cost = last.outermost().cost.series.id();
        let cost = Some(cost).filter(|&cost| cost != self.outermost().cost);
        let asked = Asked { kind: last.kind, booked: last.booked, cost };
        let settled = RoundYear::new(ground, sections, year, asked, openings);
        Ok(settled.map_err(|error| in_year(error, year))?.settlement)
    }

    /// The pools as they would be: who leaves a pool leaves those within it too.
    fn sections_by(&self, ground: &Ground<'a, '_>, alternative: &AlternativeSection) -> Vec<PoolSection> {
        let changed = |section: &PoolSection| {
            let members: BTreeSet<_> = ground.members(section);
            if section.id == alternative.pool {
                return alternative.applied_to(section, &members);
            }
            let leaves = self.lies_within(section, &alternative.pool);
            let left = if leaves { members.difference(&alternative.without).copied().collect() } else { members };
            PoolSection { members: Some(left), ..section.clone() }
        };
        let sections = self.sections.iter().map(changed);
        // A sub-pool that everyone left is no pool any more.
        sections.filter(|section| section.members.as_ref().is_none_or(|members| !members.is_empty())).collect()
    }

    /// Whether a pool lies within another, at any depth.
    fn lies_within(&self, section: &PoolSection, outer: &str) -> bool {
        let mut around = section.within.as_deref();
        while let Some(id) = around.filter(|&id| id != outer) {
            around = self.sections.iter().find(|other| other.id == id).and_then(|other| other.within.as_deref());
        }
        around.is_some()
    }

    /// What is put beside a pool when its scenario has no alternatives for it: actual use, and where it has a key to share
    /// by, a blend of half and insurance.
    pub(in crate::scenario) fn usual_alternatives(&self) -> Vec<AlternativeSection> {
        let half = Percent::WHOLE.ratio().checked_mul(crate::exact::Ratio::HALF).and_then(Percent::from_ratio);
        let half = half.unwrap_or(Percent::ZERO);
        let models = [
            ("actual-use", Model::ActualUse),
            ("blend-50", Model::Blend { pooled: half }),
            ("insurance", Model::Insurance),
        ];
        let could_be = |model: &Model| *model == Model::ActualUse || self.outermost().key.is_some();
        let other = models.into_iter().filter(|(_, model)| self.outermost().model != ModelChoice::EveryYear(*model));
        let other = other.filter(|(_, model)| could_be(model));
        let alternative = |(id, model): (&str, Model)| AlternativeSection {
            id: id.into(),
            pool: self.outermost().id.clone(),
            model: Some(ModelChoice::EveryYear(model)),
            key: None,
            segments: None,
            without: BTreeSet::new(),
        };
        other.map(alternative).collect()
    }
}
