//! What the sections for pools refer to: series, keys, pools and parties, by their names.

use super::super::super::model::Scenario;
use super::super::super::outcome::Party;
use super::super::{KeyChoice, KeySection, PoolSection, Series, SeriesQuantity};
use crate::error::{Error, Kind};
use crate::party::Municipality;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};

/// A scenario with its parties.
pub(in crate::scenario) struct Ground<'a, 'p> {
    pub(in crate::scenario) scenario: &'a Scenario,
    /// In the order of their ids.
    pub(in crate::scenario) parties: &'p [Party],
    /// Whether another way to share is tried out: by other members a key is not the one that was frozen.
    pub(in crate::scenario) is_tried_out: bool,
}

impl<'a> Ground<'a, '_> {
    /// The series with an id.
    pub(in crate::scenario) fn series(&self, id: &str) -> Result<&'a Series, Error> {
        let all = &self.scenario.series;
        let found = all.iter().find(|series| series.id() == id);
        found.ok_or_else(|| Error::unknown("series", id, all.iter().map(Series::id)))
    }

    /// The series of amounts with an id.
    pub(in crate::scenario) fn amounts(&self, id: &str) -> Result<&'a Series, Error> {
        let series = self.series(id)?;
        if series.quantity() == SeriesQuantity::Amount {
            return Ok(series);
        }
        Err(Error::new(Kind::WrongType, format!("the series \"{id}\" of counts"), "a series of amounts"))
    }

    /// The key section that a choice names; `None` for the contribution.
    pub(in crate::scenario) fn key(&self, choice: &KeyChoice) -> Result<Option<&'a KeySection>, Error> {
        let KeyChoice::Key(id) = choice else { return Ok(None) };
        let all = &self.scenario.keys;
        let found = all.iter().find(|key| key.id == *id);
        let ids = || all.iter().map(|key| key.id.as_str());
        found.map(Some).ok_or_else(|| Error::unknown("key", id, ids().chain([super::super::CONTRIBUTION])))
    }

    /// The pool with an id.
    pub(in crate::scenario) fn pool(&self, id: &str) -> Result<&'a PoolSection, Error> {
        let all = &self.scenario.pools;
        let found = all.iter().find(|pool| pool.id == id);
        found.ok_or_else(|| Error::unknown("pool", id, all.iter().map(|pool| pool.id.as_str())))
    }

    /// Who takes part in a pool.
    pub(in crate::scenario) fn members(&self, pool: &PoolSection) -> BTreeSet<Municipality> {
        let all = || self.parties.iter().map(|party| party.municipality).collect();
        pool.members.clone().unwrap_or_else(all)
    }

    /// The name of a municipality, or its code where it is no party.
    pub(in crate::scenario) fn name(&self, municipality: Municipality) -> String {
        let party = self.parties.iter().find(|party| party.municipality == municipality);
        party.map_or_else(|| municipality.to_string(), |party| party.name.clone())
    }

    /// Proves that a municipality takes part in the scenario.
    pub(in crate::scenario) fn party(&self, municipality: Municipality) -> Result<(), Error> {
        self.position(municipality).map(|_| ())
    }

    /// The position of a municipality among the parties.
    pub(in crate::scenario) fn position(&self, municipality: Municipality) -> Result<usize, Error> {
        let found = self.parties.binary_search_by_key(&municipality, |party| party.municipality);
        let names = || self.parties.iter().map(|party| party.name.as_str());
        found.map_err(|_| Error::unknown("party", &municipality.to_string(), names()))
    }
}

/// Proves that each of these is a segment of a series.
pub(super) fn segments(chosen: Option<&BTreeSet<String>>, series: &Series) -> Result<(), Error> {
    let Some(chosen) = chosen else { return Ok(()) };
    let known = series.segments();
    if chosen.is_empty() {
        return Err(Error::new(Kind::Missing, "no segment", "at least one, or no choice at all").within("segments"));
    }
    match chosen.iter().find(|segment| !known.contains(segment.as_str())) {
        None => Ok(()),
        Some(unknown) => Err(Error::unknown("segment", unknown, known).within("segments")),
    }
}
