//! Series are about parties; contributions are not below zero.

use super::super::{KeyChoice, Record, Series};
use super::ground::Ground;
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

pub(super) fn errors(ground: &Ground<'_, '_>) -> Vec<Error> {
    let contributions: BTreeSet<&str> =
        ground.scenario.pools.iter().filter_map(|pool| pool.contribution.as_deref()).collect();
    let of = |series| {
        let below_zero = contributions.contains(Series::id(series)).then(|| below_zero(series));
        strangers(ground, series).into_iter().chain(below_zero.into_iter().flatten())
    };
    ground.scenario.series.iter().flat_map(of).collect()
}

/// Figures of municipalities that take no part; of each municipality the first.
fn strangers(ground: &Ground<'_, '_>, series: &Series) -> Vec<Error> {
    let groups = series.records().chunk_by(|one, other| one.municipality == other.municipality);
    let stranger = |group: &[Record]| {
        let first = group.first()?;
        let error = ground.party(first.municipality).err()?;
        Some(series.located(Some(first), error))
    };
    groups.filter_map(stranger).collect()
}

/// Nobody can share by a contribution below zero, or deviate from one by a percentage.
fn below_zero(series: &Series) -> Vec<Error> {
    let negative = series.records().iter().filter(|record| record.value < Ratio::ZERO);
    let error = |record: &Record| {
        let found = format!("a contribution of {} of {record}", record.value);
        let error = Error::new(Kind::OutOfRange, found, "a contribution of 0 or more");
        series.located(Some(record), error.advise("Where money was given back, state the contribution that is left."))
    };
    negative.map(error).collect()
}

/// What a pool names as its key, when that is its contribution.
pub(super) fn is_contribution(choice: Option<&KeyChoice>) -> bool {
    choice == Some(&KeyChoice::Contribution)
}
