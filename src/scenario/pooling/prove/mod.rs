//! What must hold between the sections for pools, whoever wrote them: names that exist, terms that can be met, and every
//! cost shared at most once.

mod alternatives;
mod ground;
mod keys;
mod nesting;
mod overlaps;
mod pools;
mod series;

use super::super::model::Scenario;
use super::super::outcome::Party;
use crate::error::{Error, Kind};
use alloc::vec::Vec;
pub(in crate::scenario) use alternatives::errors_of_other;
pub(in crate::scenario) use ground::Ground;

/// Everything that is wrong with the sections for pools; `parties` are in the order of their ids.
pub(in crate::scenario) fn errors(scenario: &Scenario, parties: &[Party]) -> Vec<Error> {
    if scenario.series.is_empty() && scenario.keys.is_empty() && scenario.pools.is_empty() {
        return alternatives::errors(&Ground { scenario, parties, is_tried_out: false }, &[]);
    }
    if parties.is_empty() {
        return Vec::from([without_parties()]);
    }
    let ground = Ground { scenario, parties, is_tried_out: false };
    let own: Vec<Vec<Error>> = scenario.pools.iter().map(|pool| pools::errors(&ground, pool)).collect();
    let is_sound: Vec<bool> = own.iter().map(Vec::is_empty).collect();
    let mut errors = doubles(scenario);
    errors.extend(series::errors(&ground));
    errors.extend(keys::errors(&ground));
    errors.extend(own.into_iter().flatten());
    errors.extend(nesting::errors(&ground));
    errors.extend(overlaps::errors(&ground));
    errors.extend(alternatives::errors(&ground, &is_sound));
    errors
}

fn without_parties() -> Error {
    let error = Error::new(Kind::Missing, "pools without parties", "a section [parties] or [budget]");
    error.advise("Name the table with the municipalities that take part.")
}

/// Sections of one kind are known by their ids.
fn doubles(scenario: &Scenario) -> Vec<Error> {
    let of = |what: &str, ids: Vec<&str>| Error::doubles(what, ids);
    let mut errors = of("series", scenario.series.iter().map(super::Series::id).collect());
    errors.extend(of("keys", scenario.keys.iter().map(|key| key.id.as_str()).collect()));
    errors.extend(of("pools", scenario.pools.iter().map(|pool| pool.id.as_str()).collect()));
    errors.extend(of("alternatives", scenario.alternatives.iter().map(|one| one.id.as_str()).collect()));
    errors
}
